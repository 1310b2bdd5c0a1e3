"""Who is counted once is counted once in any stretch of days, whether a number of it is kept or not."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congdoan.base.period import Period
from congdoan.ledger import rollups
from congdoan.ledger.models import Rollup
from congdoan.ledger.once import NUMBER
from congdoan.ledger.sql import Text, run
from congdoan.ledger.stretches import SIZES, cell, covering
from congdoan.ledger.verify import verify
from tests.cast import Cast
from tests.ledger.book import asked, draw, say

FIRST = date(2023, 11, 1)
PERIODS = [
    "2023",
    "2024",
    "2024-H1",
    "2024-Q1",
    "2024-03",
    "2024-02-29/2024-08-15",
    "2024-01-01/2024-05-31",
    "hdcd:2024",
]

# Who was seen where and when; nobody: it is taken back.
seen = st.tuples(
    st.integers(0, 5), st.sampled_from(["laocai-bao", "laocai-y-te"]), st.integers(0, 400), st.integers(0, 3)
)


@given(first=st.dates(date(2015, 1, 1), date(2030, 1, 1)), length=st.integers(0, 400))
def test_the_shortest_stretch_of_the_calendar_is_found(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = covering(first, last)
    named = [p for p in _calendar(first.year) if p.first == first and p.last >= last]
    assert found == (None if not named else (_cell(named[0]), named[0].last.toordinal()))


def _calendar(year: int) -> list[Period]:
    months = [f"{year}-{n:02}" for n in range(1, 13)]
    return [
        Period.parse(code)
        for code in [*months, *(f"{year}-Q{n}" for n in range(1, 5)), f"{year}-H1", f"{year}-H2", f"{year}"]
    ]


def _cell(period: Period) -> int:
    return cell(period.first.year * 12 + period.first.month - 1, len(period.months()))


def test_no_two_stretches_share_a_cell() -> None:
    cells = [cell(month, size) for size in SIZES for month in range(0, 30_000, size)]
    assert len(cells) == len(set(cells))
    assert max(cells) < 0


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # every history is taken back
@given(history=st.lists(st.lists(seen, max_size=4), max_size=8))
def test_numbers_are_those_of_the_subjects(
    cast: Cast, history: list[list[tuple[int, str, int, int]]]
) -> None:
    said: dict[int, tuple[str, int, int]] = {}
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(rollups, "LARGE", 3)
        for written in history:
            for source, unit, day, person in written:
                on = FIRST + timedelta(days=day)
                draws = [draw("care.people_visited", cast[unit], on, subject=person)] if person else []
                say(source, *draws)
                said[source] = (unit, day, person)
            assert _told(cast) == _counted(said)
            rollups.fold_all()
            assert _told(cast) == _counted(said)
        assert rollups.differences() == []
        transaction.set_rollback(True)


def _told(cast: Cast) -> list[object]:
    return [asked("CAR-03", cast["laocai-cdvc"], code).value for code in PERIODS]


def _counted(said: dict[int, tuple[str, int, int]]) -> list[object]:
    return [len(_people(said, Period.parse(code))) for code in PERIODS]


def _people(said: dict[int, tuple[str, int, int]], period: Period) -> set[int]:
    days = {(FIRST + timedelta(days=day), person) for _, day, person in said.values() if person}
    return {person for day, person in days if day in period}


def test_a_number_that_is_wrong_is_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rollups, "LARGE", 3)
    say(1, draw("care.people_visited", cast["laocai-bao"], FIRST, subject=7))
    rollups.fold_all()
    assert verify() == []
    Rollup.objects.filter(subject=NUMBER, day=cell(2023 * 12, 12)).update(quantity=2)
    assert len(verify()) == Rollup.objects.filter(subject=NUMBER, quantity=2).count() > 0


@pytest.mark.sqlite
def test_folding_begins_with_the_few_entries_that_wait(cast: Cast) -> None:
    which = Text("e.id > %s AND e.id <= %s", (1, 2))
    plan = [row[3] for row in run(Text("EXPLAIN QUERY PLAN") + rollups.subjects(which))]
    assert plan[0].startswith("SEARCH e USING INTEGER PRIMARY KEY")
