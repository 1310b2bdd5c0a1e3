"""How far a plan is: each inspection meant, and the record that carried it out.

An inspection said to be planned carries out the first line, still open, of the same union and subject in the plan's
days. So recording it is all there is to do, and nobody names a line twice.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from congdoan.records.inspections import InspectedUnion, Inspection

from .actions import standing_lines
from .models import Plan, PlanLine

DONE, LATE, OPEN = "done", "late", "open"


class Visit(NamedTuple):
    """One union inspected, once: itself by itself, or from above."""

    union: int
    subject: str
    on: date
    record: Inspection


@dataclass(frozen=True)
class Meant:
    """A line of a plan and how it stands on a day."""

    line: PlanLine
    visit: Visit | None
    state: str

    @property
    def own(self) -> bool:
        return self.line.union_id == self.line.plan.unit_id


@dataclass(frozen=True)
class Progress:
    """A plan on a day: its lines, and what was said to be planned without standing in it."""

    meant: list[Meant]
    beside: list[Visit]

    def count(self, state: str) -> int:
        return sum(one.state == state for one in self.meant)

    @property
    def done(self) -> int:
        return self.count(DONE)

    @property
    def late(self) -> int:
        return self.count(LATE)


def progress(plan: Plan, day: date) -> Progress:
    """How far a plan is on a day."""
    lines = list(standing_lines(plan).select_related("union__kind", "plan__unit"))
    lines.sort(key=lambda line: (line.last_on, line.union.name_key))
    carried, beside = matched(lines, [v for v in visits(plan) if v.on <= day])
    return Progress([_meant(line, carried.get(line.pk), day) for line in lines], beside)


def visits(plan: Plan) -> list[Visit]:
    """What the union inspected in the plan's days and said to be planned, the earliest first."""
    rows = Inspection.objects.filter(
        unit=plan.unit, withdrawn=False, planned=True, happened_on__range=(plan.first_on, plan.last_on)
    )
    return visits_of(list(rows.order_by("happened_on", "pk")))


def visits_of(records: Sequence[Inspection]) -> list[Visit]:
    """Each union these inspections looked at."""
    below: dict[int, list[int]] = defaultdict(list)
    rows = InspectedUnion.objects.filter(record__in=records).order_by("position")
    for record, union in rows.values_list("record_id", "union_id"):
        below[record].append(union)
    return [
        Visit(union, record.subject, record.happened_on, record)
        for record in records
        for union in below.get(record.pk) or [record.unit_id]
    ]


def matched(lines: Sequence[PlanLine], found: Sequence[Visit]) -> tuple[dict[int, Visit], list[Visit]]:
    """Which visit carried out which line (by number), both in their order; the visits left over."""
    waiting: dict[tuple[int, str], list[int]] = defaultdict(list)
    for line in lines:
        waiting[line.union_id, line.subject].append(line.pk)
    carried, beside = dict[int, Visit](), list[Visit]()
    for visit in found:
        if queue := waiting[visit.union, visit.subject]:
            carried[queue.pop(0)] = visit
        else:
            beside.append(visit)
    return carried, beside


def _meant(line: PlanLine, visit: Visit | None, day: date) -> Meant:
    return Meant(line, visit, DONE if visit else LATE if line.last_on < day else OPEN)
