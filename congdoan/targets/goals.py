"""What is judged: a target of a union's own, or its share of one that was handed down; and in which days."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from congdoan.base.period import Period, achievement_day
from congdoan.ledger.indicator import Indicator
from congdoan.org.models import Unit

from .models import Resolution, Share, Target

M = Target.Measure
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Goal:
    """A target for a union. `share` is the paper's line where it was handed down to it."""

    target: Target
    unit: Unit
    value: Fraction
    days: Period
    share: Share | None = field(default=None, compare=False)

    @property
    def indicator(self) -> Indicator | None:
        return None if self.target.by_hand else self.target.indicator

    @property
    def grows(self) -> bool:
        """Whether its result only ever grows while the days go on: work counted, not a share or a stock."""
        counted = self.indicator
        adding = counted is not None and not counted.stock and counted.adds in ("sum", "distinct", "own")
        return adding and self.target.measure in (M.TOTAL, M.EACH, M.NONE, M.YEARLY)

    def stretches(self) -> list[Period]:
        """The days each of its results is of: all of them, every year, or the last year, as it is measured."""
        measure, counted = self.target.measure, self.indicator
        if measure == M.YEARLY:
            return years(self.days) or [self.days]
        if measure == M.END and counted and not counted.stock:
            return (years(self.days) or [self.days])[-1:]
        return [self.days]


def own(target: Target, resolution: Resolution) -> Goal:
    """A target of the union that resolved it."""
    return Goal(target, resolution.unit, Fraction(target.value), resolution.period)


def handed_down(share: Share) -> Goal:
    """What a union below is to reach of a target."""
    days = share.target.resolution.period
    return Goal(share.target, share.unit, Fraction(share.value), days, share)


def years(days: Period) -> list[Period]:
    """The years a stretch has to answer for: those whose achievement year closes in it, as far as they lie in it."""
    return list(_years(days.first, days.last))


def _years(first: date, last: date) -> Iterator[Period]:
    for year in range(first.year, last.year + 1):
        if first <= achievement_day(year) <= last:
            begins, ends = max(date(year, 1, 1), first), min(date(year, 12, 31), last)
            whole = Period.parse(str(year))
            yield whole if (begins, ends) == (whole.first, whole.last) else Period.between(begins, ends)
