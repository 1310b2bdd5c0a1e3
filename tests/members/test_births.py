"""Of whom no more than the year of birth is known, no more is ever told: no first of January."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from congdoan.archive.state import state
from congdoan.base.errors import Refused
from congdoan.members import births, keeping, merging
from congdoan.members.models import Person
from congdoan.members.twins import twins
from congdoan.records.caring import birthdays
from tests.cast import Cast
from tests.members.register import one
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
UNIT, DAY = "laocai-tu-phap", date(1985, 3, 8)


def known(person: Person) -> tuple[Any, Any, str]:
    now = Person.objects.get(pk=person.pk)
    return now.born_on, now.born_year, now.born


def test_a_year_alone_is_shown_as_a_year(cast: Cast) -> None:
    person = one(cast[UNIT], born_year=1985).person
    chair = as_(cast, "chair")
    for page in (f"/nguoi/{person.uid}", "/doan-vien/"):
        said = chair.get(page).content.decode()
        assert ">1985<" in said
        assert "01/01/1985" not in said
    assert "Năm sinh" in chair.get(f"/nguoi/{person.uid}").content.decode()
    assert "1985" in chair.get("/doan-vien/?dang=csv").content.decode("utf-8-sig")


def test_it_is_no_birthday_and_no_complete_record(cast: Cast) -> None:
    told = {
        "woman": True,
        "phone": "0912",
        "job": "Kế toán",
        "education": "bachelor",
        "id_number": "010185000111",
    }
    held = one(cast[UNIT], born_year=1985, **told)
    assert held.person.complete_on is None
    assert birthdays(cast[UNIT], date(2024, 12, 30)) == []


def test_the_day_takes_the_place_of_the_year_and_is_not_lost_to_it(cast: Cast) -> None:
    person = one(cast[UNIT], born_year=1985).person
    keeping.correct(person=person, by=None, why="bổ sung", born_on=DAY)
    assert known(person) == (DAY, None, "08/03/1985")
    keeping.correct(person=person, by=None, why="bổ sung", born_year=1985)
    assert known(person) == (DAY, None, "08/03/1985")
    keeping.correct(person=person, by=None, why="ghi nhầm", born_on=None, born_year=1986)
    assert known(person) == (None, 1986, "1986")
    assert person.earlier.order_by("pk")[0].content["born_year"] == "1985"


@pytest.mark.parametrize(
    ("said", "why"),
    [({"born_year": 1850}, "không thể đúng"), ({"born_year": 2190}, "không thể đúng"),
     ({"born_on": DAY, "born_year": 1986}, "khác ngày sinh")],
)  # fmt: skip
def test_a_year_that_cannot_be_is_refused(cast: Cast, said: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused, match=why):
        one(cast[UNIT], **said)


def test_the_database_holds_no_day_beside_a_year(cast: Cast) -> None:
    person = one(cast[UNIT], born_year=1985).person
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(born_on=DAY)


def test_on_the_form_the_year_has_a_place_of_its_own(cast: Cast) -> None:
    person = one(cast[UNIT], woman=True, born_year=1985).person
    chair, page = as_(cast, "chair"), f"/doan-vien/nguoi/{person.uid}/sua"
    assert 'value="1985"' in chair.get(page).content.decode()
    sent = chair.post(page, {"name": "Sùng Thị Chu", "woman": "1", "born_year": "1986", "why": "bổ sung"})
    assert (sent.status_code, known(person)) == (302, (None, 1986, "1986"))


@pytest.mark.parametrize(
    ("first", "other", "why"),
    [({"born_year": 1985}, {"born_year": 1985}, "họ tên đọc giống nhau, cùng năm sinh"),
     ({"born_year": 1985}, {"born_on": DAY}, "họ tên đọc giống nhau, cùng năm sinh"),
     ({"born_year": 1986}, {"born_on": DAY}, "")],
)  # fmt: skip
def test_likely_twins_by_year(cast: Cast, first: dict[str, Any], other: dict[str, Any], why: str) -> None:
    one(cast[UNIT], "Lê Thị Sao", **first)
    one(cast["laocai-y-te"], "Lê Thị Xao", **other)
    assert [twin.why for twin in twins(Person.objects.all())] == ([why] if why else [])


def test_merged_the_day_wins(cast: Cast) -> None:
    keep = one(cast[UNIT], "Sùng Thị Chu", born_on=DAY).person
    drop = one(cast[UNIT], "Sùng Thị Chú", born_year=1985).person
    merging.merge(keep=keep, drop=drop, by=None, why="một người")
    assert known(keep) == (DAY, None, "08/03/1985")
    vague = one(cast[UNIT], "Lê Thị Sao", born_year=1985).person
    merging.merge(keep=vague, drop=keep, by=None, why="một người")
    assert known(vague) == (DAY, None, "08/03/1985")


def test_the_state_of_the_book_knows_the_year(cast: Cast) -> None:
    person = one(cast[UNIT], born_year=1985).person
    before = state()
    keeping.correct(person=person, by=None, why="nhầm", born_year=1986)
    assert state() != before
    keeping.correct(person=person, by=None, why="nhầm", born_year=1985)
    assert state() == before


def test_who_cannot_be_one_person() -> None:
    assert births.differ(DAY, 1986)
    assert births.differ(DAY, date(1985, 3, 9))
    assert not births.differ(DAY, 1985)
    assert not births.differ(None, 1985)
