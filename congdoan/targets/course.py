"""How a target came to where it is, step by step: what was reached, what ought to have been; since when it goes wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from congdoan.base.charts import Bar

from . import queries
from .goals import Goal
from .pace import ABOUT_A_YEAR, flows
from .results import Day
from .rows import Row
from .saying import rounded

HALF_A_YEAR = 6  # months between the steps of what runs longer than a year


@dataclass(frozen=True)
class Step:
    """A target on the last day of a month: `row` as judged then."""

    on: date
    row: Row

    @property
    def label(self) -> str:
        year = self.row.goal.days.days > ABOUT_A_YEAR
        return f"{self.on.month}/{self.on:%y}" if year else f"T{self.on.month}"

    @property
    def needed(self) -> int:
        """What ought to be there by then, on the way to the target."""
        pace, value = self.row.pace, self.row.goal.value
        return round(value * pace.due) if pace and flows(self.row.goal) else round(value)

    @property
    def bar(self) -> Bar:
        result = self.row.result
        return Bar(self.label, None if result is None else int(rounded(result)), self.needed)


def course(found: Sequence[Goal], day: Day) -> dict[Goal, list[Step]]:
    """The steps of goals that have the same days, up to a day: months, or half-years of a term."""
    days = _days(found[0], day) if found else []
    steps: dict[Goal, list[Step]] = {goal: [] for goal in found}
    for on in days:
        for row in queries.judged(found, replace(day, on=on)):
            steps[row.goal].append(Step(on, row))
    return steps


def with_since(found: Sequence[Row], day: Day) -> list[Row]:
    """The rows; those of a year that will not be met as they go say since which month that is so."""
    late = [row.goal for row in found if row.late and row.goal.days.days <= ABOUT_A_YEAR]
    by_days: dict[str, list[Goal]] = {}
    for goal in late:
        by_days.setdefault(goal.days.code, []).append(goal)
    steps = {goal: each for group in by_days.values() for goal, each in course(group, day).items()}
    return [replace(row, since=wrong_since(steps.get(row.goal, ()))) for row in found]


def wrong_since(steps: Sequence[Step]) -> str:
    """The month from which a target has gone wrong ever since; empty if it does not."""
    month = ""
    for step in reversed(steps):
        if not step.row.late:
            break
        month = f"tháng {step.on.month}/{step.on.year}"
    return month


def _days(goal: Goal, day: Day) -> list[date]:
    """The last days of the steps so far, the day itself among them."""
    so_far = goal.days.until(day.on)
    months = [month.last for month in so_far.months()]
    each = 1 if goal.days.days <= ABOUT_A_YEAR else HALF_A_YEAR
    chosen = months[each - 1 :: each]
    return chosen if not months or months[-1] in chosen else [*chosen, months[-1]]
