"""How the lines of plans stand on a day: done, late or open, worked out from records and figures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.base.period import Period
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_NUMBER, Indicator
from congdoan.records.record import Record

from .models import Carried, Plan, PlanLine

DONE, LATE, OPEN = "done", "late", "open"
LABELS = {DONE: "đã xong", LATE: "quá hạn", OPEN: "đang làm"}


@dataclass(frozen=True)
class Standing:
    """A line and how it stands: how many were done, the records named for it."""

    line: PlanLine
    state: str
    done: int
    records: Sequence[Record] = ()

    @property
    def indicator(self) -> Indicator | None:
        return BY_NUMBER.get(self.line.indicator) if self.line.indicator else None

    @property
    def wanted(self) -> int:
        return self.line.quantity or 1

    @property
    def label(self) -> str:
        return LABELS[self.state]


def standing(lines: Iterable[PlanLine], day: date) -> list[Standing]:
    """How these lines stand on a day, or stood on one past. The figures of one plan are asked for together.

    A line is done when somebody says so; when what was done since the plan's first day, as the figure of its indicator
    counts it, comes to the number told; or, without indicator, when as many records are named for it.
    """
    rows = list(lines)
    carried = _carried(rows, day)
    counted = _counted(rows, day)
    return [_standing(row, carried[row.pk], counted.get(row.pk), day) for row in rows]


def lines_of(plan: Plan) -> list[PlanLine]:
    """The lines that stand in a plan, the soonest due first."""
    return list(PlanLine.objects.filter(plan=plan, unmade=None).select_related("plan__unit__kind"))


def run_of(plan: Plan, day: date) -> str:
    """The days of a plan until a day, as addresses of figures name them."""
    return f"tu={plan.first_on}&den={min(plan.last_on, max(day, plan.first_on))}"


def _standing(line: PlanLine, records: Sequence[Record], counted: int | None, day: date) -> Standing:
    done = len(records) if counted is None else counted
    if (line.done_on and line.done_on <= day) or done >= (line.quantity or 1):
        return Standing(line, DONE, done, records)
    return Standing(line, LATE if line.due_on < day else OPEN, done, records)


def _carried(lines: Sequence[PlanLine], day: date) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    rows = Carried.objects.filter(
        line__in=lines, unmade=None, record__withdrawn=False, record__happened_on__lte=day
    )
    for row in rows.select_related("record__unit").order_by("record__happened_on", "pk"):
        found[row.line_id].append(row.record)
    return found


def _counted(lines: Sequence[PlanLine], day: date) -> dict[int, int]:
    """What the figure of each line's indicator comes to, since its plan began."""
    by_plan: dict[Plan, list[PlanLine]] = defaultdict(list)
    for line in lines:
        if line.indicator and line.plan.first_on <= day:
            by_plan[line.plan].append(line)
    found = {line.pk: 0 for line in lines if line.indicator}
    for plan, its in by_plan.items():
        period = Period.between(plan.first_on, min(plan.last_on, day))
        wanted = {line.indicator: BY_NUMBER[line.indicator] for line in its if line.indicator}
        values = {
            figure.indicator.number: int(figure.value or 0)
            for figure in figures(plan.unit, period, wanted.values())
        }
        found |= {line.pk: values[line.indicator] for line in its if line.indicator}
    return found
