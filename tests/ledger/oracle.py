"""The book once more, in the plainest Python: every figure counted one draw after the other, nothing kept, no SQL.

What it is told are facts (who stood where, what each source draws); what it answers is what the ledger must answer.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from congdoan.base.fields import FOREVER
from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.ledger.origins import Draw

DAY = timedelta(days=1)
Place = tuple[int, date, date]  # under whom, from, to (the day after the last)
Answer = tuple[int | None, int | None]  # value (of a share: how many did it), whole


@dataclass
class Oracle:
    """Who there is and was, where they stood, what is in the book."""

    lives: dict[int, tuple[date, date]] = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    grassroots: set[int] = field(default_factory=set)
    lines: dict[int, list[Draw]] = field(default_factory=dict)
    employers: list[tuple[int, int, date, date]] = field(default_factory=list)  # which, at whom, from, to

    def found(self, unit: int, on: date, parent: int | None, grassroots: bool) -> None:
        self.lives[unit] = (on, FOREVER)
        self.grassroots |= {unit} if grassroots else set()
        if parent:
            self.places[unit].append((parent, on, FOREVER))

    def move(self, unit: int, to: int, on: date) -> None:
        """The place of that day is cut, and the rest of it is the new superior's."""
        parent, start, end = next(p for p in self.places[unit] if p[1] <= on < p[2])
        self.places[unit].remove((parent, start, end))
        self.places[unit] += [(parent, start, on)] if start < on else []
        self.places[unit].append((to, on, end))
        self.places[unit].sort(key=lambda place: place[1])

    def close(self, unit: int, end: date) -> None:
        self.lives[unit] = (self.lives[unit][0], end)
        cut = [(parent, start, min(stop, end)) for parent, start, stop in self.places[unit]]
        self.places[unit] = [place for place in cut if place[1] < place[2]]

    def alive(self, unit: int, day: date) -> bool:
        return self.lives[unit][0] <= day < self.lives[unit][1]

    def there(self, unit: int, period: Period) -> bool:
        """Whether it was there on any day of the period."""
        return self.lives[unit][0] <= period.last and period.first < self.lives[unit][1]

    def path(self, unit: int, day: date) -> list[int]:
        """The union and those above it on a day, nearest first; nobody when it was not there."""
        path = [unit] if self.alive(unit, day) else []
        while path:
            above = [parent for parent, start, end in self.places[path[-1]] if start <= day < end]
            if not above:
                break
            path += above
        return path

    def draws(self, key: str) -> list[Draw]:
        """Everything that counts for an indicator today."""
        written = [draw for draws in self.lines.values() for draw in draws]
        return [draw for draw in [*written, *self._tree()] if draw.indicator == key]

    def answer(
        self, key: str, node: int, period: Period, scope: str = "all", tree: date | None = None
    ) -> Answer:
        """What a figure comes to."""
        indicator = BY_KEY[key]
        if indicator.adds == "ratio":
            return self._share(indicator, node, period, scope, tree)
        chosen = self.chosen(indicator, node, period, scope, tree)
        if indicator.adds == "distinct":
            return len(subjects(chosen)) + sum(d.quantity for d in chosen if d.subject is None), None
        return sum(draw.quantity for draw in chosen), None

    def chosen(
        self,
        indicator: Indicator,
        node: int,
        period: Period,
        scope: str = "all",
        tree: date | None = None,
    ) -> list[Draw]:
        """The draws under a figure."""
        scope = "own" if indicator.adds == "own" else scope
        return [
            draw
            for draw in self.draws(indicator.key)
            if self._dated(draw, indicator, period)
            and within(self.standing(draw, indicator, period, tree), node, scope)
        ]

    def by_unit(self, key: str, node: int, period: Period) -> dict[int, int]:
        """What adds, laid out over the unions one step below the asked one, where each draw stood."""
        sums: dict[int, int] = defaultdict(int)
        for draw in self.chosen(BY_KEY[key], node, period):
            path = self.standing(draw, BY_KEY[key], period, None)
            sums[path[max(0, path.index(node) - 1)]] += draw.quantity
        return {unit: quantity for unit, quantity in sums.items() if quantity}

    def standing(self, draw: Draw, indicator: Indicator, period: Period, tree: date | None) -> list[int]:
        """The unions above a draw on the day that counts: its own, the last one for a stock, or the asked tree's."""
        if indicator.stock and not self.alive(draw.unit, period.last):
            return []
        if tree is None:
            return self.path(draw.unit, period.last if indicator.stock else draw.day)
        first, end = self.lives[draw.unit]
        return self.path(draw.unit, min(max(tree, first), end - DAY))

    def _dated(self, draw: Draw, indicator: Indicator, period: Period) -> bool:
        return draw.day <= period.last if indicator.stock else draw.day in period

    def _share(self, share: Indicator, node: int, period: Period, scope: str, tree: date | None) -> Answer:
        whole = subjects(self.chosen(BY_KEY[share.den], node, period, scope, tree))
        num = BY_KEY[share.num]
        did = subjects([draw for draw in self.draws(num.key) if self._dated(draw, num, period)])
        return (len(whole & did), len(whole)) if whole else (None, None)

    def _tree(self) -> Iterator[Draw]:
        """What unions and employers draw by being there."""
        for unit in self.grassroots:
            founded, ended = self.lives[unit]
            yield Draw("org.grassroots_unions", unit, founded, subject=unit)
            yield Draw("org.founded", unit, founded, subject=unit)
            if ended < FOREVER:
                yield Draw("org.ended", unit, ended - DAY, subject=unit)
            for (before, _, _), (after, on, _) in zip(self.places[unit], self.places[unit][1:], strict=False):
                if before != after:
                    last = self.lives[before][1] - DAY
                    yield Draw("org.handed_over", before, min(on, last), subject=unit)
                    yield Draw("org.received", after, on, subject=unit)
        for employer, unit, start, end in self.employers:
            yield Draw("representation.employers_liable", unit, start, subject=employer)
            if end < FOREVER:
                yield Draw("representation.employers_liable", unit, end, -1, subject=employer)


def within(path: list[int], node: int, scope: str) -> bool:
    """Whether the asked union is on this way up, as far below it as the scope says."""
    return {"own": path[:1] == [node], "below": node in path[1:], "all": node in path}[scope]


def subjects(draws: list[Draw]) -> set[int]:
    """Who is counted: those whose draws sum up to something."""
    sums: dict[int, int] = defaultdict(int)
    for draw in draws:
        if draw.subject is not None:
            sums[draw.subject] += draw.quantity
    return {subject for subject, quantity in sums.items() if quantity > 0}
