"""The rules of money for the whole book: codes and rates, from when to when; adding a new one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import exports
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere
from congdoan.base.fields import FOREVER
from congdoan.base.table import Table

from . import forms_rules, items, tables
from .forms import Act
from .models import Rate
from .rights import may_rule
from .views import acted

FORMS: dict[str, type[Act]] = {"ma": forms_rules.ItemForm, "muc": forms_rules.RateForm}


@require_safe
def fund_codes(request: HttpRequest) -> HttpResponse:
    """The codes and the rates, from when to when, where they stand and how sure they are."""
    unit, coded = here(request), items.coded()
    rates = Rate.objects.order_by("what", "-from_on", "group")
    if exports.asked(request):
        lists = [
            Table("Mã thu, chi", tables.ITEMS, list(coded)),
            Table("Mức đóng, tỷ lệ", tables.RATES, list(rates)),
        ]
        return exports.handed(request, "ma-thu-chi", unit, *lists)
    context = {
        "unit": unit,
        "items": coded,
        "rates": rates,
        "forever": FOREVER,
        "rules": may_rule(request, unit),
    }
    return render(request, "funds/codes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def fund_code_add(request: HttpRequest, what: str) -> HttpResponse:
    """A new code, or a new rate."""
    unit = here(request)
    if what not in FORMS:
        raise NotHere("Không có việc nào ở địa chỉ này.")
    if not may_rule(request, unit):
        raise PermissionDenied
    return acted(request, FORMS[what], unit, unit, reverse("fund_codes"), "Mã thu chi, mức đóng")
