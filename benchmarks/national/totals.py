"""What is counted while it is drawn, by hand and by place, so that the engine's figures have something to agree with.

A place is a province or a sector: each thing is counted under the one it stood under before the reform and the one after.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from .sizes import REFORM
from .tree import Local

Cell = tuple[str, str, str, bool]  # indicator, place before, place after, whether after the reform


@dataclass
class Totals:
    """`sums` add; `once` are counted once, whoever they are; `held` are those there, from each day on."""

    sums: Counter[Cell] = field(default_factory=Counter)
    once: dict[Cell, set[int]] = field(default_factory=partial(defaultdict, set))
    held: Counter[tuple[str, str, str, date]] = field(default_factory=Counter)
    records: int = 0
    entries: int = 0

    def add(self, indicator: str, at: Local, on: date, quantity: int) -> None:
        self.sums[indicator, at.before, at.after, on >= REFORM] += quantity

    def count(self, indicator: str, at: Local, on: date, subject: int) -> None:
        self.once[indicator, at.before, at.after, on >= REFORM].add(subject)

    def member(self, at: Local, on: date, admitted: bool, woman: bool) -> None:
        """Somebody who is there from a day on."""
        self.held["members.total", at.before, at.after, on] += 1
        self.held["members.women", at.before, at.after, on] += woman
        if admitted:
            self.add("members.admitted", at, on, 1)

    def take(self, others: "Totals", entries: int) -> None:
        """What was counted elsewhere, with so many entries written of it."""
        self.sums.update(others.sums)
        for cell, who in others.once.items():
            self.once[cell] |= who
        self.records, self.entries = self.records + others.records, self.entries + entries

    @property
    def indicators(self) -> list[str]:
        """All that was counted."""
        return sorted({cell[0] for cell in [*self.sums, *self.once, *self.held]})

    def value(self, indicator: str, place: str | None, first: date, last: date, now: bool) -> int:
        """What a figure must say: of the country (no place) or of one; over days that end or begin at the reform;
        where each thing stood then, or stands now."""
        if any(cell[0] == indicator for cell in self.held):
            return self._held(indicator, place, last, now)
        cells = [cell for cell in self._cells(place, first, last, now) if cell[0] == indicator]
        who: Iterable[set[int]] = (self.once[cell] for cell in cells if cell in self.once)
        return sum(self.sums.get(cell, 0) for cell in cells) + len(set().union(*who))

    def _cells(self, place: str | None, first: date, last: date, now: bool) -> list[Cell]:
        halves = {half for half, day in ((False, first), (True, last)) if half == (day >= REFORM)}
        return [cell for cell in [*self.sums, *self.once] if cell[3] in halves and _stands(cell, place, now)]

    def _held(self, indicator: str, place: str | None, last: date, now: bool) -> int:
        here = ((cell, n) for cell, n in self.held.items() if cell[0] == indicator and cell[3] <= last)
        return sum(n for cell, n in here if _stands((*cell[:3], last >= REFORM), place, now))


def _stands(cell: Cell, place: str | None, now: bool) -> bool:
    """Whether it counts there: under whom it stood then, or stands now."""
    _, before, after, late = cell
    return place is None or place == (after if now or late else before)
