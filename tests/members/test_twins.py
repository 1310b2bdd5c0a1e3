"""Two records of one person: found with why, merged with nothing lost."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.members import merging
from congdoan.members.models import Membership, Person
from congdoan.members.names import sound
from congdoan.members.twins import near, twins
from tests.cast import Cast, care
from tests.members.register import figures, one
from tests.records.filled import as_
from tests.records.said import member, value

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"
BORN = date(1985, 3, 8)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ({"id_number": "010185000111"}, {"name": "Sùng Chu"}, ""),
        ({"name": "Sùng Thị Chu", "born_on": BORN}, {"name": "Sùng Thị Chú", "born_on": BORN}, "cùng họ tên và ngày sinh"),
        ({"name": "Sùng Thị Chu", "born_on": BORN}, {"name": "Sùng Thị Thu", "born_on": date(1990, 1, 1)}, ""),
        ({"name": "Lê Thị Sao", "born_on": BORN}, {"name": "Lê Thị Xao", "born_on": date(1985, 1, 1)}, "họ tên đọc giống nhau, cùng năm sinh"),
        ({"name": "Nguyễn Thị Hoa", "born_on": BORN}, {"name": "Nguyễn Thi Hoa", "born_on": date(1990, 1, 1)}, ""),
        ({"name": "Nguyễn Văn Hòa", "born_on": BORN}, {"name": "Nguyễn Văn Hoà B", "born_on": BORN}, ""),
    ],
)  # fmt: skip
def test_why_two_look_like_one(cast: Cast, first: dict[str, Any], second: dict[str, Any], why: str) -> None:
    one(cast[UNIT], **({"name": "Sùng Thị Chu"} | first))
    one(cast["laocai-y-te"], **({"name": "Vàng A Páo"} | second))
    assert [twin.why for twin in twins(Person.objects.all())] == ([why] if why else [])


def test_letters_and_sounds() -> None:
    assert [near("sung thi chu", other) for other in ("sung thi chu", "sung thi tru", "sung chu")] == [
        True,
        True,
        False,
    ]
    assert sound("nghiem chi sy") == sound("ngiem tri xi")


def test_merged_they_count_as_one_and_nothing_is_lost(cast: Cast) -> None:
    unit, fund = cast[UNIT], cast.funds["laocai-xa-hoi"]
    keep, drop = one(unit, "Sùng Thị Chu").person, member(unit, "Sùng Thị Chú")
    for person in (keep, drop):
        care(unit, fund, date(2024, 2, 1), lines=[{"person": person, "cash": 500_000}], programme="visit")
    assert value("care.people_visited", unit, "2024-H1") == 2
    merging.merge(keep=keep, drop=drop, by=None, why="một người")
    assert value("care.people_visited", unit, "2024-H1") == 1
    assert value("care.visits", unit, "2024-H1") == 2
    assert verify() == []
    page = as_(cast, "chair").get(f"/nguoi/{drop.uid}", follow=True)
    assert len(page.context["records"]) == 2
    with pytest.raises(Refused, match="đã gộp"):
        merging.merge(keep=keep, drop=drop, by=None, why="x")


def test_who_was_admitted_twice_is_a_member_once(cast: Cast) -> None:
    keep, drop = one(cast[UNIT], woman=True), one(cast[UNIT], "Sùng Thị Chú", phone="0912")
    merging.merge(keep=keep.person, drop=drop.person, by=None, why="ghi hai lần")
    assert figures(cast[UNIT], "total", "women", "admitted") == [1, 1, 1]
    assert Person.objects.get(pk=keep.person_id).phone == "0912"
    assert Membership.objects.filter(unmade=None).count() == 1
    assert verify() == []


def test_members_of_two_unions_at_once_are_not_merged(cast: Cast) -> None:
    keep, drop = one(cast[UNIT]), one(cast["laocai-y-te"], "Sùng Thị Chú")
    with pytest.raises(Refused, match="cùng lúc ở hai công đoàn"):
        merging.merge(keep=keep.person, drop=drop.person, by=None, why="x")
    assert figures(cast["laocai-cdvc"], "total") == [2]


def test_told_apart_they_are_shown_no_more(cast: Cast) -> None:
    first, second = (one(cast[UNIT], name, born_on=BORN).person for name in ("Sùng Thị Chu", "Sùng Thị Chú"))
    client = as_(cast, "chair")
    assert len(client.get("/doan-vien/trung").context["pairs"]) == 1
    client.post(f"/doan-vien/trung/{first.uid}/{second.uid}", {"khac-nguoi": "1"})
    assert client.get("/doan-vien/trung").context["pairs"] == []
