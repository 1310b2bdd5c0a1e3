"""Whether a target will be met at this pace, and since when it goes wrong. Simple, and said how.

What is counted over days goes on evenly, day by day; in a year that has one before it, as that year went. A stock or a
share stays as it is. Nothing else is guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from congdoan.base.period import Period
from congdoan.ledger.figures import Figure

from .goals import Goal
from .judging import holds
from .models import Target
from .results import Answers, Asking, Day, exact, need

ABOUT_A_YEAR = 366  # days up to which the year before shows the way
STEADY, EVEN, AS_BEFORE = "giữ như hiện nay", "chia đều theo ngày", "theo nhịp năm trước"


@dataclass(frozen=True)
class Pace:
    """How far the days have gone and how far the work ought to be by then, both as shares; what it will come to."""

    gone: Fraction
    due: Fraction
    forecast: Fraction
    will: bool
    how: str


def flows(goal: Goal) -> bool:
    """Whether the result adds up over the days."""
    counted = goal.indicator
    adding = counted is not None and not counted.stock and counted.adds in ("sum", "distinct", "own")
    return adding and goal.target.measure == Target.Measure.TOTAL


def askings(goals: Iterable[Goal], day: Day) -> Iterator[Asking]:
    """Of goals that run for a year: what the year before came to by this day, and at its end."""
    for goal in goals:
        if goal.indicator and _has_before(goal, day):
            for period in _before(goal, day):
                yield need(goal, period), goal.indicator


def pace(goal: Goal, result: Fraction | None, day: Day, answers: Answers) -> Pace | None:
    """None while there is nothing to go by, once the days are over, and where each union must do it by itself."""
    if result is None or goal.target.measure == Target.Measure.EACH:
        return None
    if not goal.days.begun(day.on) or goal.days.last <= day.on:
        return None
    gone = Fraction(goal.days.until(day.on).days, goal.days.days)
    due, how = _due(goal, day, answers, gone)
    forecast = result / due if flows(goal) else result
    return Pace(gone, due, forecast, holds(goal.target.op, forecast, goal.value), how)


def _due(goal: Goal, day: Day, answers: Answers, gone: Fraction) -> tuple[Fraction, str]:
    """Which share of a flow ought to be there by now."""
    if not flows(goal):
        return Fraction(1), STEADY
    share = _as_before(goal, day, answers)
    return (share, AS_BEFORE) if share else (gone, EVEN)


def _as_before(goal: Goal, day: Day, answers: Answers) -> Fraction | None:
    if not (goal.indicator and _has_before(goal, day)):
        return None
    whole, by_then = (_value(answers.get((need(goal, p), goal.indicator.number))) for p in _before(goal, day))
    return by_then / whole if by_then and whole else None


def _value(figure: Figure | None) -> Fraction:
    return exact(figure) or Fraction(0)


def _has_before(goal: Goal, day: Day) -> bool:
    running = goal.days.begun(day.on) and day.on < goal.days.last
    return running and flows(goal) and goal.days.days <= ABOUT_A_YEAR


def _before(goal: Goal, day: Day) -> tuple[Period, Period]:
    """The year before, whole and as far as this one has gone."""
    return goal.days.year_before(), goal.days.until(day.on).year_before()
