"""An import taken back leaves the book as it was, to the digest over all that can be asked of it; so does the undoing."""

from typing import Any

import pytest

from congdoan.archive.state import state
from congdoan.imports import actions
from congdoan.imports.models import Import
from tests.cast import Cast
from tests.imports.sheeted import sent
from tests.imports.test_kinds import CARE, GIFTS, came
from tests.imports.test_members import HERE, PAO, TOP, XOAN
from tests.members.register import one

pytestmark = pytest.mark.django_db


def members(cast: Cast) -> Import:
    one(cast[HERE], "Lý A Páo", phone="0911111111")
    return sent(cast[TOP], (*XOAN[:6], "Sở Tư pháp"), (*PAO[:5], "0987654321", "Sở Tư pháp"), how="admitted")


def opening(cast: Cast) -> Import:
    return sent(cast[HERE], XOAN, PAO, how="opening")


def gifts(cast: Cast) -> Import:
    for name in ("Lý A Páo", "Vàng Thị Dí", "Giàng A Sử"):
        one(cast[HERE], name)
    return came(cast[HERE], "care", *GIFTS, common=CARE)


def totals(cast: Cast) -> Import:
    return came(
        cast[HERE],
        "declaration",
        ("Mục số liệu", "Số lượng"),
        ("CAR-01", 12),
        common={"period": "2024-H1"},
        on="2024-06-30",
    )


@pytest.mark.parametrize("file", [members, opening, gifts, totals])
def test_taken_back_the_book_is_as_it_was(cast: Cast, file: Any) -> None:
    looked = file(cast)
    before = state()
    done = actions.take_in(one=looked, by=None)
    after = state()
    assert before != after
    for _ in range(2):
        done = actions.undo(one=done, by=None)
        assert state() == before
        done = actions.redo(one=done, by=None)
        assert state() == after
