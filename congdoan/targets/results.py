"""What figures say of goals: gathered together, so that a score sheet is a handful of questions to the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import NamedTuple

from congdoan.base.period import Period
from congdoan.ledger import cuts
from congdoan.ledger.figures import Figure, figures
from congdoan.ledger.indicator import Indicator
from congdoan.org.models import Unit

from . import least
from .goals import Goal
from .judging import Part
from .models import Target


class Need(NamedTuple):
    """One question to the ledger, without its indicator."""

    unit: Unit
    period: Period
    scope: str
    cut: str


Asking = tuple[Need, Indicator]
Answers = dict[tuple[Need, int], Figure]


@dataclass(frozen=True)
class Stretch:
    """What came of one stretch of a goal: the figure it was read from, or the unions that lag where each must do it."""

    period: Period
    part: Part
    figure: Figure | None = None
    lagging: Sequence[Unit] = ()


@dataclass(frozen=True)
class Day:
    """Up to which day results are taken, and as known when."""

    on: date
    known_at: datetime | None = None


def read(
    goals: Iterable[Goal], day: Day, more: Iterable[Asking] = ()
) -> tuple[dict[Goal, list[Stretch]], Answers]:
    """The stretches of each goal so far, and what else was asked. All figures of one union and period come together."""
    wanted = list(goals)
    asked = [asking for goal in wanted for asking in _askings(goal, day)]
    answers = ask([*asked, *more], day.known_at)
    return {goal: list(_stretches(goal, day, answers)) for goal in wanted}, answers


def ask(asked: Iterable[Asking], known_at: datetime | None) -> Answers:
    """The figures asked for, all that share a question at once."""
    groups: dict[Need, dict[int, Indicator]] = defaultdict(dict)
    for need, indicator in asked:
        groups[need][indicator.number] = indicator
    found: Answers = {}
    for need, group in groups.items():
        where, wanted = cuts.unpack(need.cut), list(group.values())
        answered = figures(need.unit, need.period, wanted, scope=need.scope, known_at=known_at, where=where)
        found |= {(need, figure.indicator.number): figure for figure in answered}
    return found


def need(goal: Goal, period: Period) -> Need:
    """The question of a goal for some days."""
    return Need(goal.unit, period, goal.target.scope, goal.target.cut)


def exact(figure: Figure | None) -> Fraction | None:
    """What a figure comes to, a ratio from its parts."""
    if figure is None or figure.value is None:
        return None
    if figure.indicator.adds == "ratio" and figure.num is not None and figure.den:
        return Fraction(100 * figure.num, figure.den)
    return Fraction(figure.value)


def _askings(goal: Goal, day: Day) -> Iterator[Asking]:
    if goal.indicator and goal.target.measure != Target.Measure.EACH:
        for stretch in _begun(goal, day):
            yield need(goal, stretch.until(day.on)), goal.indicator


def _begun(goal: Goal, day: Day) -> list[Period]:
    return [stretch for stretch in goal.stretches() if stretch.begun(day.on)]


def _stretches(goal: Goal, day: Day, answers: Answers) -> Iterator[Stretch]:
    for stretch in goal.stretches():
        over = stretch.last <= day.on
        if not stretch.begun(day.on) or goal.indicator is None:
            yield Stretch(stretch, Part(None, over))
        elif goal.target.measure == Target.Measure.EACH:
            yield _of_each(goal, goal.indicator, stretch.until(day.on), day, over)
        else:
            figure = answers[need(goal, stretch.until(day.on)), goal.indicator.number]
            yield Stretch(stretch, Part(exact(figure), over, goal.grows), figure)


def _of_each(goal: Goal, indicator: Indicator, so_far: Period, day: Day, over: bool) -> Stretch:
    """The least of the unions below, and who has not got so far."""
    times = least.times(goal.unit, indicator, so_far, goal.target.cut, day.known_at)
    lagging = [unit for unit, done in times.items() if done < goal.value]
    result = Fraction(min(times.values())) if times else None
    return Stretch(so_far, Part(result, over, goal.grows), lagging=lagging)
