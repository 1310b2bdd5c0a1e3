"""The cells that make up a stretch of days are those days, each once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.ledger import rollups
from congdoan.ledger.stretches import _sharing, cell, runs
from tests.cast import Cast
from tests.ledger.book import asked, draw, say

EVER = date(2014, 1, 1).toordinal(), date(2036, 1, 1).toordinal()
days = st.integers(date(2015, 1, 1).toordinal(), date(2030, 1, 1).toordinal())


def opened(low: int, high: int) -> list[int]:
    """The days of a range of cells; those below zero are stretches of the calendar."""
    if high >= 0:
        return list(range(low, high + 1))
    found = {at: (begin, end) for at, begin, end in _sharing(*EVER) if low <= at <= high}
    return [day for begin, end in found.values() for day in range(begin, end + 1)]


@given(days, st.integers(0, 1500))
def test_every_day_once_and_no_other(first: int, length: int) -> None:
    found = [day for low, high in runs(first, first + length) for day in opened(low, high)]
    assert sorted(found) == list(range(first, first + length + 1))


def test_a_year_is_one_cell_and_no_days_are_none() -> None:
    first, last = date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal()
    assert list(runs(first, last)) == [(cell(2024 * 12, 12),) * 2]
    assert list(runs(first, first - 1)) == []


@given(days)
def test_a_stock_is_a_few_cells(last: int) -> None:
    ranges = list(runs(1, last))
    assert sum(high - low + 1 for low, high in ranges if low >= 0) <= 31
    assert len(ranges) <= 5


@pytest.fixture
def counted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Two people visited, twice one of them, and twelve declared; all folded."""
    monkeypatch.setattr(rollups, "LARGE", 3)
    for source, person in enumerate((7, 7, 8)):
        say(
            source, draw("care.people_visited", cast["laocai-bao"], date(2024, 3, 1 + source), subject=person)
        )
    say(3, draw("care.people_visited", cast["laocai-y-te"], date(2024, 5, 1), 12))
    rollups.fold_all()
    return cast


def people(cast: Cast) -> tuple[object, int, int]:
    figure = asked("CAR-03", cast["laocai-cdvc"])
    return figure.value, figure.declared, figure.entries


def test_people_are_counted_once_from_what_is_kept(counted: Cast) -> None:
    assert people(counted) == (14, 12, 4)


def test_somebody_new_or_known_after_folding(counted: Cast) -> None:
    say(4, draw("care.people_visited", counted["laocai-bao"], date(2024, 6, 1), subject=8))
    assert people(counted) == (14, 12, 5)
    say(5, draw("care.people_visited", counted["laocai-bao"], date(2024, 6, 1), subject=9))
    assert people(counted) == (15, 12, 6)


def test_somebody_taken_back_after_folding(counted: Cast) -> None:
    say(0)
    assert people(counted) == (14, 12, 3)
    say(2)
    assert people(counted) == (13, 12, 2)
    say(3)
    assert people(counted) == (1, 0, 1)


def test_somebody_moved_to_another_day_after_folding(counted: Cast) -> None:
    say(2, draw("care.people_visited", counted["laocai-bao"], date(2024, 9, 1), subject=8))
    assert people(counted) == (13, 12, 3)
