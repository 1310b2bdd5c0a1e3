"""Lists that know of people no more than the year they were born in."""

from datetime import date

import pytest

from congdoan.archive.state import state
from congdoan.imports import actions
from congdoan.members.models import Person
from tests.cast import Cast
from tests.imports.sheeted import fates, sent, taken_in, whys
from tests.members.register import one

pytestmark = pytest.mark.django_db
UNIT, HEAD = "laocai-tu-phap", ("Họ và tên", "Năm sinh")
DAY = date(1990, 1, 2)


def test_a_year_is_taken_in_as_a_year_and_back(cast: Cast) -> None:
    before = state()
    done = taken_in(cast[UNIT], ("Lý A Páo", 1990), ("Vừ Thị Dở", "03/1985"), head=HEAD)
    assert {p.name: (p.born_on, p.born_year) for p in Person.objects.all()} == {
        "Lý A Páo": (None, 1990),
        "Vừ Thị Dở": (None, 1985),
    }
    actions.undo(one=done, by=None)
    assert state() == before


def test_who_is_known_by_the_day_is_not_told_anew_by_the_year(cast: Cast) -> None:
    one(cast[UNIT], "Lý A Páo", born_on=DAY)
    one(cast[UNIT], "Vừ Thị Dở", born_year=1985)
    found = sent(cast[UNIT], ("Lý A Páo", 1990), ("Vừ Thị Dở", 1985), head=HEAD)
    assert fates(found) == {2: "same", 3: "same"}


def test_who_is_known_by_the_year_is_told_the_day_and_taken_back_has_the_year(cast: Cast) -> None:
    one(cast[UNIT], "Lý A Páo", born_year=1990)
    before = state()
    found = sent(cast[UNIT], ("Lý A Páo", "02/01/1990"), head=HEAD)
    assert (fates(found), whys(found)) == ({2: "changed"}, {2: "Sửa ngày sinh."})
    done = actions.take_in(one=found, by=None)
    assert Person.objects.values_list("born_on", "born_year").get() == (DAY, None)
    actions.undo(one=done, by=None)
    assert state() == before


def test_of_whom_nothing_was_known_the_year_is_news(cast: Cast) -> None:
    one(cast[UNIT], "Lý A Páo")
    found = sent(cast[UNIT], ("Lý A Páo", 1990), head=HEAD)
    assert whys(found) == {2: "Sửa năm sinh."}
    actions.take_in(one=found, by=None)
    assert Person.objects.get().born == "1990"


def test_of_one_name_and_another_year_it_is_somebody_else(cast: Cast) -> None:
    one(cast[UNIT], "Lý A Páo", born_on=DAY)
    rows = [("Lý A Páo", 1985), ("Lý A Páo", 1986), ("Lý A Páo", 1986)]
    assert fates(sent(cast[UNIT], *rows, head=HEAD)) == {2: "new", 3: "new", 4: "doubtful"}


def test_without_a_heading_a_column_of_years_is_known(cast: Cast) -> None:
    found = sent(cast[UNIT], (2, "Lý A Páo", 1990), (3, "Vừ Thị Dở", 1985), head=(1, "Giàng A Tủa", 1988))
    assert fates(found) == {1: "new", 2: "new", 3: "new"}
    assert [fate.values["born_on"] for fate in actions.fates_of(found)] == [1988, 1990, 1985]
