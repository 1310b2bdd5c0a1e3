"""What rules: the quotas a union has set and how they are used; titles, who grants them, on which text, with what money."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.state import here
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.funds.rates import base_salaries
from congdoan.records.achievements import usual_year
from congdoan.records.titles import TITLES, Bonus, Issuer, Text, Title, bonus, in_force, text_for

from . import quotas as rooms
from . import tables
from .forms import QuotaForm
from .models import Quota
from .rules import SHARES, STANDARDS, Standard


@require_http_methods(["GET", "HEAD", "POST"])
def quotas(request: HttpRequest) -> HttpResponse:
    """What each union below may put forward this year, and what it has; whoever writes here sets another quota."""
    unit, year = here(request), usual_year()
    writes = access.may_write(request.user, unit) and not unit.kind.grassroots
    form = QuotaForm(request.POST or None, unit=unit)
    if request.method == "POST":
        access.require(writes)
    if form.is_valid():
        with form.refusing():
            rooms.set_quota(unit=unit, by=request.user.pk, **form.cleaned_data)
            messages.success(request, "Đã đặt hạn mức.")
            return redirect("award_quotas")
    below, own = rooms.below(unit, year, today()), rooms.own(unit, year, today())
    if exports.asked(request):
        lists = [Table(told(quota), tables.ROOMS, found) for quota, found in below]
        lists += [Table(f"Cấp trên dành: {told(room.quota)}", tables.ROOMS, [room]) for room in own]
        return exports.handed(request, "han-muc-khen-thuong", unit, *lists, about=[f"năm {year}"])
    context = {"unit": unit, "year": year, "form": form if writes else None, "tables": below, "own": own}
    return render(request, "emulation/quotas.html", context, status=422 if form.errors else 200)


def told(quota: Quota) -> str:
    """Which quota: "Bằng khen của …, cá nhân"."""
    whom = "cá nhân" if quota.individual else "tập thể"
    return f"{quota.get_award_display()} của {quota.get_issuer_display()}, {whom}"


@dataclass(frozen=True)
class Told:
    """A title as the page tells it."""

    title: Title
    issuers: list[str]
    text: Text | None
    bonuses: list[tuple[str, Bonus]]
    standards: list[Standard]


@require_safe
def titles(request: HttpRequest) -> HttpResponse:
    """Every title and form of award in force today."""
    unit = here(request)
    context: dict[str, Any] = {
        "unit": unit,
        "told": [_told(title) for title in TITLES.values()],
        "salaries": base_salaries(),
        "shares": in_force(SHARES, today()),
    }
    return render(request, "emulation/titles.html", context)


def _told(title: Title) -> Told:
    standards = [rule for rule in in_force(STANDARDS, today()) if rule.award == title.award]
    issuers = [one.label for one in Issuer if one in title.issuers]
    return Told(title, issuers, text_for(title.award, today()), _bonuses(title), standards)


def _bonuses(title: Title) -> list[tuple[str, Bonus]]:
    found = {
        (whom, worked.coefficient.tenths): (whom, worked)
        for issuer in title.issuers
        for whom, individual in (("cá nhân", True), ("tập thể", False))
        if (worked := bonus(title.award, issuer, today(), individual=individual))
    }
    return list(found.values())
