"""The unions below: what each was to reach of what, how far it is, and what their own score sheets say."""

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.org import queries as org
from congdoan.org.models import Unit

from . import goals, queries
from .goals import Goal
from .judging import Verdict
from .models import Confirmation, Resolution, Target
from .rows import Row


@dataclass(frozen=True)
class Line:
    """A union with its cells, one a target handed down (empty where it got nothing of it), and its own last sheet."""

    unit: Unit
    cells: Sequence[Row | None]
    sheet: Confirmation | None
    met: int = 0
    of: int = 0


def units(resolution: Resolution) -> list[Unit]:
    """Those to whom something was handed down, and those directly below, by name."""
    handed = {share.unit_id: share.unit for share in queries.standing_shares(resolution)}
    day = queries.day_of(resolution.period, None).on
    every = handed | {unit.pk: unit for unit in org.children(resolution.unit, day)}
    return sorted(every.values(), key=lambda unit: unit.name_key)


def matrix(resolution: Resolution, among: Sequence[Unit]) -> list[Line]:
    """Union × target, judged by each union's own figures."""
    shares = queries.standing_shares(resolution)
    targets = list(dict.fromkeys(share.target for share in shares))
    chosen = {unit.pk for unit in among}
    wanted = [goals.handed_down(share) for share in shares if share.unit_id in chosen]
    day = queries.day_of(resolution.period, None)
    found = {(row.unit.pk, row.target.pk): row for row in queries.judged(wanted, day)}
    sheets = _sheets(resolution, among)
    return [_line(unit, [found.get((unit.pk, t.pk)) for t in targets], sheets.get(unit.pk)) for unit in among]


def of_target(target: Target) -> list[Goal]:
    """A target's shares, as what each union is to reach."""
    shares = queries.standing_shares(target.resolution)
    return [goals.handed_down(share) for share in shares if share.target_id == target.pk]


def _line(unit: Unit, cells: Sequence[Row | None], sheet: Confirmation | None) -> Line:
    verdicts = [Verdict(line.verdict) for line in sheet.lines.all()] if sheet else []
    return Line(unit, cells, sheet, sum(v.reached for v in verdicts), len(verdicts))


def _sheets(resolution: Resolution, among: Sequence[Unit]) -> dict[int, Confirmation]:
    """The last score sheet each of these unions confirmed within the days of the resolution."""
    rows = Confirmation.objects.filter(resolution__unit__in=[unit.pk for unit in among], unmade=None)
    days = (resolution.first, resolution.last)
    within = rows.filter(judged_on__range=[day.toordinal() for day in days])
    found = within.select_related("resolution").prefetch_related("lines").order_by("judged_on")
    return {one.resolution.unit_id: one for one in found}
