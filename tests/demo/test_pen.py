"""The plan behind the demo: shares add up, names are not given twice, offices rest on holidays."""

from datetime import date
from itertools import pairwise

import pytest

from congdoan.demo.agencies import AGENCIES
from congdoan.demo.moments import working_day
from congdoan.demo.names import Namer
from congdoan.demo.pen import pieces, shared
from congdoan.demo.photos import scene


@pytest.mark.parametrize("total", [0, 1, 55, 368, 4437])
def test_shares_add_up_and_follow_the_weights(total: int) -> None:
    weights = [agency.workers for agency in AGENCIES]
    parts = shared(total, weights)
    assert sum(parts) == total
    ordered = sorted(zip(weights, parts, strict=True))
    assert all(after[1] >= before[1] - 1 for before, after in pairwise(ordered))


def test_pieces_hold_everything_once() -> None:
    assert pieces([1, 2, 3, 4, 5, 6], (1, 2)) == [[1], [2, 3], [4], [5, 6]]


def test_nobody_in_a_union_bears_anothers_name() -> None:
    namer = Namer("any")
    names = [namer.grown()[0] for _ in range(300)]
    assert len(set(names)) == 300


def test_a_child_bears_the_family_name() -> None:
    assert Namer("any").child_of("Giàng Thị Mai").startswith("Giàng ")


@pytest.mark.parametrize(
    ("day", "next_one"),
    [
        (date(2024, 2, 9), date(2024, 2, 15)),
        (date(2024, 3, 9), date(2024, 3, 11)),
        (date(2024, 3, 8), date(2024, 3, 8)),
    ],
)
def test_offices_rest_on_weekends_and_at_tet(day: date, next_one: date) -> None:
    assert working_day(day) == next_one


def test_the_plan_for_the_sessions_is_the_printed_attendance() -> None:
    assert sum(agency.listening for agency in AGENCIES) == 4437
    assert all(agency.listening <= agency.workers for agency in AGENCIES)


def test_the_same_number_draws_the_same_landscape() -> None:
    assert scene(7) == scene(7)
    assert scene(7) != scene(8)
