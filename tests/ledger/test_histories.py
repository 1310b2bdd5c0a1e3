"""Whatever happens to a book, in whatever order: its figures are those of the plain oracle, and its laws hold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from congdoan.audit import lock
from congdoan.base.period import Period
from congdoan.ledger import breakdowns, rollups
from congdoan.ledger.figures import Figure, asked_for, figures
from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.ledger.origins import Draw
from congdoan.ledger.verify import verify
from congdoan.org.models import Unit
from tests.ledger.histories import DAYS, MENU, Book, day, known_to_the_ledger
from tests.ledger.oracle import Answer

H1, H2, YEAR = (Period.parse(name) for name in ("2024-H1", "2024-H2", "2024"))
PERIODS = (H1, H2, YEAR)
KEYS = (
    *dict.fromkeys(key for key, *_ in MENU),
    "org.grassroots_unions", "org.founded", "org.ended", "org.received", "org.handed_over", "org.congress_share",
    "representation.employers_liable", "representation.staff_conference_share", "representation.spending_rule_share",
)  # fmt: skip
Answers = dict[tuple[str, str, str], Answer]
Seen = tuple[datetime, tuple[list[Unit], list[Period]], Answers]
INDICATORS = [BY_KEY[key] for key in KEYS]
ADDING = [i for i in INDICATORS if i.adds in ("sum", "balance")]
FLOWS = [i for i in INDICATORS if i.adds == "sum"]
ONCE = [i for i in INDICATORS if i.adds == "distinct"]
SHARES = [i for i in INDICATORS if i.adds == "ratio"]
STOCKS = [n for n, (key, _, _, most) in enumerate(MENU) if BY_KEY[key].stock and most > 0]

days = st.integers(0, DAYS - 1).map(day)
pick = st.integers(0, 30)
lines = st.lists(
    st.tuples(pick, days, st.integers(0, len(MENU) - 1), pick, pick, pick), min_size=1, max_size=3
)


def said(figure: Figure) -> Answer:
    """A figure as the oracle puts it."""
    if figure.indicator.adds == "ratio":
        return figure.num, figure.den
    assert not isinstance(figure.value, Decimal)
    return figure.value, None


def all_figures(book: Book) -> Answers:
    """Every figure of every union in every period."""
    return figures_of(book.units, PERIODS)


def figures_of(units: Sequence[Unit], periods: Sequence[Period], known_at: datetime | None = None) -> Answers:
    return {
        (unit.code, period.code, figure.indicator.key): said(figure)
        for unit in units
        for period in periods
        for figure in figures(unit, period, INDICATORS, known_at=known_at)
    }


class Histories(RuleBasedStateMachine):
    """Records, amendments, withdrawals, moves, closings, foldings, at any time, dated any day."""

    book: Book  # the tree all histories begin with; what happens in one is rolled back at its end

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.remembered: list[Seen] = []

    @initialize()
    def begin(self) -> None:
        self.here = Book()
        self.here.begin()
        self.sources = known_to_the_ledger(self.here.oracle.lines)
        self.sources.__enter__()

    @rule(drawn=lines)
    def add(self, drawn: list[tuple[int, date, int, int, int, int]]) -> None:
        self.here.add(self._draws(drawn))

    @rule(unit=pick, first=days, last=days, item=st.sampled_from(STOCKS), who=pick)
    def hold(self, unit: int, first: date, last: date, item: int, who: int) -> None:
        """Something held from one day to another."""
        here = self.here.draw(self._unit(unit), min(first, last), item, who, 0, 1)
        gone = replace(here, day=max(first, last), quantity=-here.quantity)
        self.here.add([here, gone])

    @precondition(lambda self: self.here.oracle.lines)
    @rule(which=pick, drawn=lines)
    def amend(self, which: int, drawn: list[tuple[int, date, int, int, int, int]]) -> None:
        self.here.say(self._source(which), self._draws(drawn))

    @precondition(lambda self: self.here.oracle.lines)
    @rule(which=pick)
    def withdraw(self, which: int) -> None:
        assert self.here.say(self._source(which), [])

    @rule(unit=pick, to=pick, on=days)
    def move(self, unit: int, to: int, on: date) -> None:
        self.here.move(self._unit(unit), self._unit(to), on)

    @rule(unit=st.integers(5, 8), to=st.integers(0, 4), on=days)
    def move_a_grassroots_union(self, unit: int, to: int, on: date) -> None:
        self.here.move(self._unit(unit), self._unit(to), on)

    @rule(unit=pick, last=days)
    def close(self, unit: int, last: date) -> None:
        self.here.close(self._unit(unit), last)

    @rule(parent=st.integers(0, 4), on=days)
    def found(self, parent: int, on: date) -> None:
        self.here.found_late(self._unit(parent), on)

    @rule(unit=st.integers(5, 8), employer=pick, on=days)
    def organise(self, unit: int, employer: int, on: date) -> None:
        self.here.organise(self._unit(unit), self.here.employers[employer % 4], on)

    @precondition(lambda self: self.here.organised)
    @rule(which=pick, on=days)
    def stop_organising(self, which: int, on: date) -> None:
        self.here.stop_organising(which, on)

    @rule(batch=st.sampled_from([1, 3, 200_000]))
    def fold(self, batch: int) -> None:
        rollups.fold(batch)

    @precondition(lambda self: len(self.remembered) < 3)
    @rule(unit=st.integers(0, 4), period=st.sampled_from(PERIODS))
    def look(self, unit: int, period: Period) -> None:
        """What is seen now must be seen for ever by who asks as known now."""
        seen = [self.here.units[unit]], [period]
        self.remembered.append((lock.now(), seen, figures_of(*seen)))

    def teardown(self) -> None:
        try:
            if hasattr(self, "here"):
                judge(self.here, self.remembered)
        finally:
            if hasattr(self, "sources"):
                self.sources.__exit__(None, None, None)
            transaction.set_rollback(True)
            self.frame.__exit__(None, None, None)

    def _unit(self, number: int) -> Unit:
        return self.here.units[number % len(self.here.units)]

    def _source(self, number: int) -> int:
        sources = list(self.here.oracle.lines)
        return sources[number % len(sources)]

    def _draws(self, drawn: list[tuple[int, date, int, int, int, int]]) -> list[Draw]:
        return [self.here.draw(self._unit(unit), on, *what) for unit, on, *what in drawn]


def judge(book: Book, remembered: list[Seen]) -> None:
    """All that must hold at the end of any history."""
    found = all_figures(book)
    assert found == expected(book)
    for unit, period in ((book.units[0], H1), (book.units[1], YEAR), (book.units[3], H2)):
        the_parts_are_the_whole(book, unit, period)
        who_is_counted_once(unit, period)
    for unit, tree in (
        (book.units[1], date(2023, 12, 1)),
        (book.units[1], date(2024, 5, 15)),
        (book.units[3], date(2024, 12, 24)),
    ):
        the_tree_of_another_day(book, unit, tree)
    the_halves_are_the_year(found)
    for moment, seen, answers in remembered:
        assert figures_of(*seen, known_at=moment) == answers
    assert verify() == []
    rollups.fold_all()
    assert verify() == []
    assert all_figures(book) == found


def expected(book: Book) -> Answers:
    """What the oracle says; where nobody was, nobody can have reported."""
    return {
        (unit.code, period.code, key): book.oracle.answer(key, unit.pk, period)
        if book.oracle.there(unit.pk, period)
        else (None, None)
        for unit in book.units
        for period in PERIODS
        for key in KEYS
    }


def the_parts_are_the_whole(book: Book, unit: Unit, period: Period) -> None:
    """Own and below, the children (those that left too), the months, the breakdowns and the lines come to the figure."""
    whole, own, below = (values(unit, period, ADDING, scope=scope) for scope in ("all", "own", "below"))
    assert whole == {key: own[key] + below[key] for key in whole}
    for i in ADDING:
        asked = asked_for(unit, period, i)
        assert drop_zeros(breakdowns.by_unit(i, asked)) == book.oracle.by_unit(i.key, unit.pk, period)
        assert sum(breakdowns.by_cut(i, asked, (*i.cuts, "occasion")[0]).values()) == whole[i.key]
        assert sum(line.quantity for line in breakdowns.lines(i, asked, limit=1000)) == whole[i.key]
    for i in FLOWS:
        assert sum(n for _, n in breakdowns.by_month(i, asked_for(unit, period, i))) == whole[i.key]


def who_is_counted_once(unit: Unit, period: Period) -> None:
    """Distinct is at most the sum of the children's; so is a share (one employer may have a union in each of two
    children), and it is never more than its whole."""
    for figure in figures(unit, period, ONCE):
        assert (figure.value or 0) <= sum(breakdowns.by_unit(figure.indicator, figure.asked).values())
    for share in figures(unit, period, SHARES):
        children = breakdowns.by_unit(share.indicator, share.asked)
        num = share.num or 0
        assert max(children.values(), default=0) <= num <= sum(children.values())
        assert num <= (share.den or 0)


def the_tree_of_another_day(book: Book, unit: Unit, tree: date) -> None:
    """History laid over the tree of any day."""
    found = figures(unit, H1, INDICATORS, tree=tree)
    told = {key: book.oracle.answer(key, unit.pk, H1, tree=tree) for key in KEYS}
    assert {f.indicator.key: said(f) for f in found if f.value is not None} == {
        f.indicator.key: told[f.indicator.key] for f in found if f.value is not None
    }
    for figure in found:
        if figure.indicator in ADDING:
            assert sum(breakdowns.by_unit(figure.indicator, figure.asked).values()) == (figure.value or 0)


def the_halves_are_the_year(found: Answers) -> None:
    codes = {code for code, _, _ in found}
    for code in codes:
        for i in FLOWS:
            halves = [found[code, period.code, i.key][0] or 0 for period in (H1, H2)]
            assert sum(halves) == (found[code, YEAR.code, i.key][0] or 0)


def values(unit: Unit, period: Period, indicators: list[Indicator], **how: Any) -> dict[str, int]:
    """What they come to; nothing where nobody was."""
    return {f.indicator.key: said(f)[0] or 0 for f in figures(unit, period, indicators, **how)}


def drop_zeros(numbers: dict[int, int]) -> dict[int, int]:
    return {key: number for key, number in numbers.items() if number}


@pytest.mark.django_db
def test_any_history_is_counted_as_the_plain_oracle_counts_it() -> None:
    wide = settings().max_examples > 1000
    few = settings(
        max_examples=25, stateful_step_count=25, phases=[Phase.generate]
    )  # shrinking takes minutes
    many = settings(max_examples=600, stateful_step_count=50)
    run_state_machine_as_test(Histories, settings=many if wide else few)
