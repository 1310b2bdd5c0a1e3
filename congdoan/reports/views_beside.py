"""What other pages ask of reports, and what a report tells of one of its figures."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import access, state
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import Period
from congdoan.ledger.conditions import parse_where
from congdoan.ledger.indicator import BY_CODE
from congdoan.org.models import Unit
from congdoan.records.queries import record_or_404

from . import counting, glance
from .views import report_or_404


@require_safe
def record_reports(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Which frozen and issued reports counted a record: a piece of its page."""
    record = record_or_404(request.user, uid)
    found = access.narrow(counting.counted_by(record), request.user, day="last_on")
    return render(request, "reports/counted_by.html", {"rows": [(report, "") for report in found]})


@require_safe
def figure_reports(request: HttpRequest, code: str) -> HttpResponse:
    """Which reports of the union printed a figure, and what they printed: a piece of its page."""
    if code not in BY_CODE:
        raise NotHere("Danh mục không có mục số liệu này.")
    unit, period = state.current_unit(request), state.current_period(request)
    rows = glance.printed_in(unit, BY_CODE[code], period, *_narrowed(request)) if unit else []
    return render(request, "reports/printed_in.html", {"rows": rows})


@require_safe
def report_figure(request: HttpRequest, uid: str, code: str) -> HttpResponse:
    """One figure of a report at a glance: what it was last year, how many records, who is missing, the way to them."""
    found = report_or_404(request, uid)
    unit = Unit.objects.filter(code=request.GET.get("cd", "")).first()
    if unit is None or code not in BY_CODE or not access.sees(request.user, unit):
        raise NotHere("Không có số này trong phạm vi bạn được xem.")
    scope, where = _narrowed(request)
    asked = glance.Asked(BY_CODE[code], unit, _period(request), scope, where)
    return render(
        request, "reports/glance.html", {"glance": glance.glance(found, asked, request.GET.get("so", ""))}
    )


def _narrowed(request: HttpRequest) -> tuple[str, dict[str, str]]:
    """Scope and filter, as the pages of figures write them."""
    scope = request.GET.get("pham-vi", "") or "all"
    try:
        where = parse_where(request.GET.getlist("loc"))
    except Refused as refused:
        raise NotHere(refused.sentence) from None
    return scope if scope in ("own", "below") else "all", where


def _period(request: HttpRequest) -> Period:
    try:
        return Period.parse(request.GET.get("ky", ""))
    except Refused as refused:
        raise NotHere(refused.sentence) from None
