"""The year: settlement with its forms, the estimate, what must be made public; loans and turns."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.state import here
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import Period, today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.models import Unit

from . import forms, forms_lending, forms_yearly, printing, sheet, tables
from .forms import tried
from .models import Disclosure, Estimate, Loan, Turn, Voucher
from .rights import may_write, thing_seen, writable_unit
from .settlement import Settlement, consolidated, settlement
from .sheet_excel import excel
from .views import acted

BELOW = "ca-duoi"
NOT_PRINTED = "Không có mẫu biểu nào ở địa chỉ này."


@require_safe
def settled(request: HttpRequest) -> HttpResponse:
    """Quyết toán of the period looked at: the union's own, or with all under it, transfers between them left out."""
    unit, period = here(request), state.current_period(request)
    if exports.asked(request):
        table = tables.of_sheet("Quyết toán thu, chi", _printed(unit, period, "b07", BELOW in request.GET))
        return exports.handed(request, "quyet-toan", unit, table)
    estimate = Estimate.objects.filter(unit=unit, year=period.year, replaced=False).first()
    context = {
        "unit": unit,
        "period": period,
        "below": BELOW in request.GET,
        "above": not unit.kind.grassroots,
        "settled": _settled(unit, period, BELOW in request.GET),
        "estimate": estimate,
        "query": f"?{BELOW}=1" if BELOW in request.GET else "",
    }
    return render(request, "funds/settlement.html", context)


@require_safe
def form_file(request: HttpRequest, form: str, ending: str) -> HttpResponse:
    """S82, B07 or B14 as an Excel or a Word file."""
    unit = here(request)
    if ending not in ("xlsx", "docx"):
        raise NotHere(NOT_PRINTED)
    content = printed_as(unit, state.current_period(request), form, ending, below=BELOW in request.GET)
    return download(content, f"{form}-{unit.code}.{ending}")


def printed_as(unit: Unit, period: Period, form: str, ending: str, *, below: bool) -> bytes:
    """A form as a file. Raises `NotHere` for a form there is not, and an estimate nobody wrote down."""
    found = _printed(unit, period, form, below)
    return excel(found) if ending == "xlsx" else sheet.word(found)


def _printed(unit: Unit, period: Period, form: str, below: bool) -> sheet.Sheet:
    if form == "b07":
        whole = " và cấp dưới" if below else ""
        return printing.b07(unit, _settled(unit, period, below), f"{unit.name}{whole}. {period.label()}")
    if form == "s82":
        return printing.s82(unit, period.label(), settlement(unit, period.first, period.last))
    estimate = (
        Estimate.objects.filter(unit=unit, year=period.year, replaced=False).select_related("unit").first()
    )
    if form != "b14" or estimate is None:
        raise NotHere(f"{unit.name} chưa ghi dự toán năm {period.year}.")
    return printing.b14(estimate)


@require_safe
def voucher_word(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A voucher to print and sign."""
    found = thing_seen(request, Voucher.objects.select_related("unit"), uid, "unit")
    return download(printing.voucher_word(found), f"phieu-{found.year}-{found.number:03d}.docx")


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest) -> HttpResponse:
    """The year's estimate."""
    unit = writable_unit(request)
    return acted(request, forms_yearly.EstimateForm, unit, unit, reverse("settlement"), "Quyết toán")


@require_http_methods(["GET", "HEAD", "POST"])
def disclosures(request: HttpRequest) -> HttpResponse:
    """What must be made public or handed in, and what was."""
    unit = here(request)
    writes = access.may_write(request.user, unit)
    form = forms_yearly.ExpectForm(request.POST or None, about=unit)
    if request.method == "POST" and not writes:
        raise PermissionDenied
    if form.is_bound and tried(form, request.user.pk or 0):
        return redirect("disclosures")
    every = Disclosure.objects.filter(unit=unit).order_by("-due_on", "-pk")
    if exports.asked(request):
        table = Table("Công khai tài chính", tables.DISCLOSURES, list(every[:ONE_TOO_MANY]))
        return exports.handed(request, "cong-khai", unit, table)
    context = {
        "unit": unit,
        "rows": every[:100],
        "form": form if writes else None,
        "today": today(),
        "writes": writes,
    }
    return render(request, "funds/disclosures.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def disclosure_done(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """It was made public: when, and where it can be seen."""
    found = thing_seen(request, Disclosure.objects.select_related("unit__kind"), uid, "unit")
    may_write(request, found.unit)
    return acted(
        request,
        forms_yearly.DiscloseForm,
        found,
        found.unit,
        reverse("disclosures"),
        found.get_paper_display(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def loan_pay_back(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """An instalment comes back."""
    found = thing_seen(request, Loan.objects.select_related("fund__unit__kind", "person"), uid, "fund__unit")
    return _on_fund(request, forms_lending.PayBackForm, found)


@require_http_methods(["GET", "HEAD", "POST"])
def turn_pay(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A turn is paid."""
    found = thing_seen(request, Turn.objects.select_related("fund__unit__kind", "person"), uid, "fund__unit")
    return _on_fund(request, forms_lending.TurnPayForm, found)


def _on_fund(request: HttpRequest, form: type[forms.Act], found: Any) -> HttpResponse:
    fund = found.fund
    may_write(request, fund.unit)
    back, crumb = reverse("fund", args=[fund.code]), f"{fund.name}: {found.person.name}"
    return acted(request, form, found, fund.unit, back, crumb)


def _settled(unit: Unit, period: Period, below: bool) -> Settlement:
    days = period.until(today())
    return (consolidated if below else settlement)(unit, days.first, max(days.last, days.first))
