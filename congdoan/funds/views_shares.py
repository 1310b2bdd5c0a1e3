"""Phân phối thu: what stays at a grassroots union and what goes up, month by month; for its superior, who still owes."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import state
from congdoan.base.downloads import download
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period, today
from congdoan.org.models import Unit
from congdoan.org.queries import grassroots

from . import shares
from .models import Fund
from .rights import unit_of
from .shares import Split
from .sheet import Head, Sheet
from .sheet_excel import excel

PER_PAGE, LONGEST = 50, 24  # unions of a page, months shown one by one


@require_safe
def fund_shares(request: HttpRequest) -> HttpResponse:
    """Of a grassroots union by month; of a superior, a line for each union below that keeps a book."""
    unit, period = unit_of(request), state.current_period(request).until(today())
    context: dict[str, Any] = {"unit": unit, "period": period}
    if unit.kind.grassroots:
        rows = by_month(unit, period)
        context |= {"rows": rows, "total": shares.total([split for _, split in rows])}
    else:
        below = keeping_books(unit, period)
        page = Paginator(below, PER_PAGE).get_page(request.GET.get("trang"))
        context |= {"page": page, "rows": by_union(list(page), period)}
        context |= {"total": shares.together(below, [period])[0]}
    return render(request, "funds/shares.html", context)


@require_safe
def fund_shares_excel(request: HttpRequest) -> HttpResponse:
    """The same as an Excel file, all unions in it."""
    unit, period = unit_of(request), state.current_period(request).until(today())
    if unit.kind.grassroots:
        rows = [(month.label(), split) for month, split in by_month(unit, period)]
        head, last = "Tháng", shares.total([split for _, split in rows])
    else:
        below = keeping_books(unit, period)
        rows = [(one.name, split) for one, split in by_union(list(below), period)]
        head, last = "Công đoàn", shares.together(below, [period])[0]
    printed = Sheet(
        "", f"PHÂN PHỐI NGUỒN THU. {period.label().upper()}", unit, period.last, ["Đơn vị tính: đồng"],
        heads(head), [*(cells(name, split) for name, split in rows), cells("Cộng", last)], frozenset({len(rows)}),
    )  # fmt: skip
    return download(excel(printed), f"phan-phoi-{unit.code}.xlsx")


def by_month(unit: Unit, period: Period) -> list[tuple[Period, Split]]:
    """Each month of the period; of a long one, the period as a whole."""
    months = period.months()
    months = months if 0 < len(months) <= LONGEST else [period]
    return list(zip(months, shares.together(Unit.objects.filter(pk=unit.pk), months), strict=True))


def by_union(units: list[Unit], period: Period) -> list[tuple[Unit, Split]]:
    """Each of these unions over the period."""
    found = shares.splits(Unit.objects.filter(pk__in=[one.pk for one in units]), [period])
    return [(one, found.get(one.pk, [Split()])[0]) for one in units]


def keeping_books(node: Unit, period: Period) -> QuerySet[Unit]:
    """The grassroots unions below that keep a book."""
    books = Fund.objects.filter(unit=OuterRef("pk"), opened_on__lt=FOREVER)
    return grassroots(node, max(period.first, period.last)).filter(Exists(books))


def heads(first: str) -> list[Head]:
    names = (
        "Đoàn phí thu", "Kinh phí thu", "Được giữ lại", "Phải nộp đầu kỳ", "Phải nộp trong kỳ", "Đã nộp", "Còn phải nộp",
    )  # fmt: skip
    return [
        Head(first, "A", False, 38),
        *(Head(name, mark) for name, mark in zip(names, "1234567", strict=True)),
    ]


def cells(name: str, split: Split) -> list[str | int | Any]:
    return [name, split.dues, split.fund, split.kept, split.before, split.up, split.paid, split.owed]
