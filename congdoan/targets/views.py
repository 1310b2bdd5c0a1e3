"""Chỉ tiêu: the resolutions of a union, a score sheet, one target's course, the unions below."""

import uuid
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere
from congdoan.base.period import Period, today
from congdoan.base.table import Table
from congdoan.base.text import nfc
from congdoan.ledger.indicator import CHAPTERS

from . import below, course, goals, queries, rows, tables, wording
from .models import Confirmation, Resolution, Target
from .rows import Row

PER_PAGE, PAGE = 50, "trang"
OTHER = "Chỉ tiêu khác"


@require_safe
def targets(request: HttpRequest) -> HttpResponse:
    """What runs today, what was handed down, and every resolution of the union."""
    unit = here(request)
    on = today()
    found = list(queries.resolutions(unit))
    running = [one for one in found if one.first <= on <= one.last]
    context = {
        "unit": unit,
        "sheets": [(one, _summed(one)) for one in running],
        "others": [one for one in found if one not in running],
        "assigned": queries.assigned(unit, Period.between(on, on)),
        "writes": access.may_write(request.user, unit),
    }
    return render(request, "targets/list.html", context)


@require_safe
def score_sheet(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Every target of a resolution with its bar, result, attainment, verdict and pace; own and joint apart."""
    resolution = resolution_or_404(request, uid)
    day = queries.day_of(resolution.period, None)
    found = course.with_since(queries.score_sheet(resolution), day)
    parts = _parts(found)
    if exports.asked(request):
        listed = [row for _, chapters in parts for _, group in chapters for row in group]
        table = Table(resolution.title, tables.SHEET, listed, [rows.summed(found)])
        return exports.handed(request, f"chi-tieu-{resolution.first.year}", resolution.unit, table, of=uid)
    context = {
        **around(request, resolution),
        "parts": parts,
        "sum": rows.summed(found),
        "confirmed": _confirmed(resolution),
        "handed": queries.handed_down(resolution),
        "assignments": resolution.assignments.filter(unmade=None).order_by("signed_on"),
        "over": resolution.last <= today(),
    }
    return render(request, "targets/sheet.html", context)


@require_safe
def target(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One target: how it came to where it is, year by year, by whom, and what it was before it was amended."""
    one = target_or_404(request, uid)
    goal, day = goals.own(one, one.resolution), queries.day_of(one.resolution.period, None)
    (row,) = queries.judged([goal], day)
    steps = course.course([goal], day)[goal] if goal.indicator else []
    shares = queries.judged(below.of_target(one), day)
    if exports.asked(request):
        lists = [Table(row.label, tables.SHEET, [row]), Table("Diễn biến", tables.STEPS, steps)]
        lists.append(Table("Các công đoàn được giao", tables.SHARES, shares))
        kept = [table for table in lists if table.rows]
        return exports.handed(request, "chi-tieu", one.resolution.unit, *kept, of=uid)
    context = {
        **around(request, one.resolution),
        "row": row,
        "steps": steps,
        "bars": [step.bar for step in steps],
        "wrong_since": course.wrong_since(steps),
        "shares": shares,
        "before": _before(one),
    }
    return render(request, "targets/target.html", context)


@require_safe
def targets_below(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Unions below against the targets handed down to them, and how their own score sheets stand."""
    resolution = resolution_or_404(request, uid)
    units = below.units(resolution)
    if exports.asked(request):
        targets_ = [share.target for share in queries.handed_down(resolution)]
        table = tables.of_unions(targets_, below.matrix(resolution, units))
        return exports.handed(
            request, "chi-tieu-cap-duoi", resolution.unit, table, about=[resolution.title], of=uid
        )
    page = Paginator(units, PER_PAGE).get_page(request.GET.get(PAGE))
    context = {
        **around(request, resolution),
        "page": page,
        "matrix": below.matrix(resolution, list(page.object_list)),
        "handed": queries.handed_down(resolution),
    }
    return render(request, "targets/below.html", context)


@require_safe
def indicator_pick(request: HttpRequest) -> HttpResponse:
    """The indicators whose names hold what is being typed."""
    typed = next((text for value in request.GET.values() if (text := nfc(str(value)))), "")
    return render(request, "targets/indicator_pick.html", {"found": wording.search(typed)})


def resolution_or_404(request: HttpRequest, uid: uuid.UUID) -> Resolution:
    """A resolution of a union this person sees; none and not-allowed are not told apart."""
    rows_seen = Resolution.objects.filter(unit__in=state.seen(request).values("pk"), unmade=None, uid=uid)
    found = rows_seen.select_related("unit__kind", "term").first()
    if found is None:
        raise NotHere("Không có nghị quyết nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def target_or_404(request: HttpRequest, uid: uuid.UUID) -> Target:
    """A target that stands, of a union this person sees."""
    seen = Target.objects.filter(resolution__unit__in=state.seen(request).values("pk"), uid=uid, unmade=None)
    found = seen.select_related("resolution__unit__kind", "resolution__term").first()
    if found is None or found.resolution.unmade_id:
        raise NotHere("Không có chỉ tiêu nào ở địa chỉ này; có thể đã được điều chỉnh, hãy mở lại bảng điểm.")
    return found


def around(request: HttpRequest, resolution: Resolution) -> dict[str, Any]:
    """What every page of a resolution shows."""
    writes = access.may_write(request.user, resolution.unit)
    return {"resolution": resolution, "unit": resolution.unit, "writes": writes}


def _summed(resolution: Resolution) -> tuple[list[Row], str]:
    found = queries.score_sheet(resolution)
    return found, rows.summed(found)


def _parts(found: list[Row]) -> list[tuple[str, list[tuple[str, list[Row]]]]]:
    """Own and joint apart, each by chapter."""
    return [
        (name, _by_chapter([row for row in found if row.target.joint == joint]))
        for name, joint in (("Chỉ tiêu trực tiếp", False), ("Chỉ tiêu phối hợp", True))
        if any(row.target.joint == joint for row in found)
    ]


def _by_chapter(found: list[Row]) -> list[tuple[str, list[Row]]]:
    def number(row: Row) -> int:
        return row.target.indicator.chapter.number if row.target.indicator else max(CHAPTERS) + 1

    groups = groupby(sorted(found, key=number), key=number)
    return [(CHAPTERS[at].name if at in CHAPTERS else OTHER, list(group)) for at, group in groups]


def _confirmed(resolution: Resolution) -> Confirmation | None:
    chosen = resolution.confirmations.filter(unmade=None).select_related("made")
    return chosen.prefetch_related("lines").first()


def _before(one: Target) -> list[Target]:
    """What it was, the last first."""
    found: list[Target] = []
    while one.follows:
        one = one.follows
        found.append(one)
    return found
