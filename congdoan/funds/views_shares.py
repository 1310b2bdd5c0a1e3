"""Phân phối thu: what stays at a grassroots union and what goes up, month by month; for its superior, who still owes."""

from dataclasses import fields
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import exports, state
from congdoan.accounts.state import here
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period, today
from congdoan.org.models import Unit
from congdoan.org.queries import grassroots

from . import chain, shares, tables
from .models import Fund
from .shares import Split

PER_PAGE, LONGEST = 50, 24  # unions of a page, months shown one by one


@require_safe
def fund_shares(request: HttpRequest) -> HttpResponse:
    """Of a grassroots union by month; of a superior, a line for each union below that keeps a book."""
    unit, period = here(request), state.current_period(request).until(today())
    if exports.asked(request):
        return _taken_out(request, unit, period)
    context: dict[str, Any] = {"unit": unit, "period": period}
    if unit.kind.grassroots:
        below, rows = Unit.objects.filter(pk=unit.pk), by_month(unit, period)
        context |= {"rows": rows, "total": shares.total([split for _, split in rows])}
    else:
        below, context = keeping_books(unit, period), context | _below(request, unit, period)
    links = chain.along(below, period, max(period.first, period.last))
    context |= {"links": links, "untold": [link for link in links if not link.told]}
    return render(request, "funds/shares.html", context)


def _below(request: HttpRequest, unit: Unit, period: Period) -> dict[str, Any]:
    """Who below owes what, a page of it; how much all of them owe, and what this union itself has sent on."""
    ordered, splits = owing(unit, period)
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("trang"))
    units = Unit.objects.in_bulk(list(page))
    own = shares.together(Unit.objects.filter(pk=unit.pk), [period])[0]
    return {
        "page": page, "rows": [(units[pk], splits.get(pk, Split())) for pk in page], "total": _sum(splits), "sent_on": own.paid,
        "owing": (owing_ones := [split.owed for split in splits.values() if split.owed > 0]), "owed": sum(owing_ones),
    }  # fmt: skip


def _taken_out(request: HttpRequest, unit: Unit, period: Period) -> HttpResponse:
    """The same as a file, all unions in it."""
    if unit.kind.grassroots:
        rows = by_month(unit, period)
        head, last = "Tháng", ("Cả kỳ", shares.total([split for _, split in rows]))
    else:
        ordered, splits = owing(unit, period)
        names = dict(Unit.objects.filter(pk__in=ordered).values_list("pk", "name"))
        rows = [(names[pk], splits.get(pk, Split())) for pk in ordered]
        head, last = "Công đoàn", ("Tất cả", _sum(splits))
    table = tables.of_shares(head, [*rows, last])
    return exports.handed(request, "phan-phoi", unit, table, about=[period.label()])


def by_month(unit: Unit, period: Period) -> list[tuple[str, Split]]:
    """Each month of the period; of a long one, the period as a whole."""
    months = period.months()
    months = months if 0 < len(months) <= LONGEST else [period]
    labels = (
        [f"Tháng {one.first.month}/{one.first.year}" for one in months]
        if len(months) > 1
        else [period.label()]
    )
    return list(zip(labels, shares.together(Unit.objects.filter(pk=unit.pk), months), strict=True))


def owing(unit: Unit, period: Period) -> tuple[list[int], dict[int, Split]]:
    """The grassroots unions below: those with old debts first, then by how much they owe, then as the tree lists them."""
    below = keeping_books(unit, period)
    splits = {pk: found[0] for pk, found in shares.splits(below, [period]).items()}

    def order(pk: int) -> tuple[int, int]:
        split = splits.get(pk, Split())
        return -split.late, -split.owed

    return sorted(below.values_list("pk", flat=True), key=order), splits


def _sum(splits: dict[int, Split]) -> Split:
    """Of all these unions in one."""
    return Split(
        **{one.name: sum(getattr(split, one.name) for split in splits.values()) for one in fields(Split)}
    )


def keeping_books(node: Unit, period: Period) -> QuerySet[Unit]:
    """The grassroots unions below that keep a book."""
    books = Fund.objects.filter(unit=OuterRef("pk"), opened_on__lt=FOREVER)
    return grassroots(node, max(period.first, period.last)).filter(Exists(books))
