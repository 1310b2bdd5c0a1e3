"""Records and moves dated back, written in another order: the book says the same."""

from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.ledger import rollups
from congdoan.ledger.verify import verify
from tests.ledger.histories import DAYS, MENU, TREE, Book, day, known_to_the_ledger
from tests.ledger.test_histories import Answers, all_figures

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("histories")]
GRASSROOTS, SUPERIORS = (5, 6, 7, 8), (0, 1, 2, 3, 4)
days = st.integers(0, DAYS - 1).map(day)
pick = st.integers(0, 30)
records = st.tuples(
    st.just("record"), st.sampled_from(GRASSROOTS), days, st.integers(0, len(MENU) - 1), pick, pick, pick
)
moves = st.tuples(st.just("move"), st.sampled_from(GRASSROOTS), days, st.sampled_from(SUPERIORS))
folding = st.just(("fold",))
Act = tuple[Any, ...]


def written(acts: list[Act]) -> Answers:
    """What a new book says after these acts, in this order; nothing of it stays."""
    with transaction.atomic():
        book = Book()
        book.begin()
        with known_to_the_ledger(book.oracle.lines):
            for act in acts:
                do(book, *act)
            assert verify() == []
            found = all_figures(book)
        transaction.set_rollback(True)
    return found


def do(book: Book, what: str, *told: Any) -> None:
    if what == "record":
        unit, on, *line = told
        assert book.add([book.draw(book.units[unit], on, *line)])
    elif what == "move":
        unit, on, to = told
        book.move(book.units[unit], book.units[to], on)
    else:
        rollups.fold()


def one_a_day(acts: list[Act]) -> list[Act]:
    """Of two moves of a union on one day the later word holds, so only one of them is free to come first or last."""
    seen: set[tuple[int, date]] = set()
    return [act for act in acts if act[0] != "move" or not ((key := act[1:3]) in seen or seen.add(key))]  # type: ignore[func-returns-value]


@settings(max_examples=12, deadline=None)
@given(
    acts=st.lists(records | moves | folding, min_size=2, max_size=12).map(one_a_day),
    luck=st.integers(0, 10**6),
)
def test_no_order_of_writing_gives_another_result(acts: list[Act], luck: int) -> None:
    assert len(TREE) > max(GRASSROOTS)
    other = acts[:]
    Random(luck).shuffle(other)
    assert written(acts) == written(other)
