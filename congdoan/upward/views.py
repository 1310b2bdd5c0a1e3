"""Toàn quốc: the country's figures, each province's beside one of them, and the files of both."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import exports, state
from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere, Refused
from congdoan.base.table import NUMBER, Column, Table
from congdoan.ledger import saying
from congdoan.ledger.indicator import find
from congdoan.org.models import Unit

from . import report, rights
from .contract import as_books
from .figures import National, national
from .queries import present

PROVINCES = (
    Column("Tỉnh", lambda row: row[0].name),
    Column("Mã công đoàn", lambda row: row[0].code),
    Column("Số liệu", lambda row: row[1].value, NUMBER),
    Column("Tử số", lambda row: row[1].num, NUMBER),
    Column("Mẫu số", lambda row: row[1].den, NUMBER),
)


@require_safe
def country(request: HttpRequest) -> HttpResponse:
    """Every figure that provinces' sums answer, chapter by chapter; and whose sums are here."""
    unit, period = _allowed(request), state.current_period(request)
    found = national(period)
    if exports.asked(request):
        return exports.handed(request, "toan-quoc", unit, *report.tables(period, found))
    shown = groupby(report.told(found), lambda one: one.indicator.chapter)
    books = as_books()
    context = {
        "period": period,
        "books": books,
        "cut": [book for book in books if book["whole"] and not (book["own"] or book["connected"])],
        "sections": [(chapter, [_row(one) for one in group]) for chapter, group in shown],
        "unanswered": [one for one in found if one.why],
        "files": report.MADE,
    }
    return render(request, "upward/country.html", context)


@require_safe
def country_figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: the country's, and each province's as its own book says it."""
    unit, period, one = _allowed(request), state.current_period(request), _one(request, code)
    rows = [(book, one.books[book.pk]) for book in present()[0] if book.pk in one.books]
    if exports.asked(request):
        about = [one.indicator.name, period.label()]
        return exports.handed(
            request, "toan-quoc-tung-tinh", unit, Table("Từng tỉnh", PROVINCES, rows, about)
        )
    told = [(book.name, saying.value_text(one.indicator, told.value), told) for book, told in rows]
    context = {"period": period, "one": one, "row": _row(one), "told": told, "remark": report.remark(one)}
    return render(request, "upward/figure.html", context)


@require_safe
def country_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The report of the country's figures."""
    unit, period = _allowed(request), state.current_period(request)
    made = report.MADE.get(f".{ending}")
    if made is None:
        raise NotHere("Báo cáo toàn quốc có dạng Word (docx) hoặc Excel (xlsx).")
    note(by=request.user.pk, action="upward.report", unit=unit.code, period=period.code)
    return download(made(period), f"toan-quoc-{period.code.replace('/', '-').replace(':', '-')}.{ending}")


def _allowed(request: HttpRequest) -> Unit:
    if not rights.offered(request.user):
        raise PermissionDenied
    return state.here(request)


def _one(request: HttpRequest, code: str) -> National:
    try:
        return national(state.current_period(request), [find(code)])[0]
    except Refused as refused:
        raise NotHere(refused.sentence) from None


def _row(one: National) -> dict[str, object]:
    value = one.told.value
    return {
        "code": one.indicator.code,
        "label": one.indicator.name,
        "value": saying.value_text(one.indicator, value),
        "counts_in": saying.counts_in(one.indicator, value),
        "more": "cộng các tỉnh" if one.summed else "",
    }
