"""Becoming a member and ceasing to be one, down to the figures."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from congdoan.base.errors import Refused
from congdoan.ledger.actions import close
from congdoan.ledger.verify import verify
from congdoan.members import joining, leaving
from congdoan.members.models import Membership, Person
from congdoan.members.queries import count_on, members_on
from tests.cast import Cast
from tests.members.register import DAY, admitted, figures, one
from tests.records.said import member, split

pytestmark = pytest.mark.django_db
MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)


def test_an_admission_counts_at_every_level_and_by_sex(cast: Cast) -> None:
    admitted(cast["laocai-tu-phap"], "Sùng Thị Chu", "Lý Thị Mẩy", woman=True)
    one(cast["laocai-y-te"], "Hoàng Văn Páo", woman=False)
    for code, wanted in (
        ("laocai-tu-phap", [2, 2, 2, 2]),
        ("laocai-cdvc", [3, 2, 3, 3]),
        ("yenbai-ldld", [0, 0, 0, 0]),
    ):
        assert figures(cast[code], "total", "women", "admitted", "net_growth") == wanted
    assert split("members.total", cast["laocai-cdvc"], "2024-H1", "sex") == {"f": 2, "m": 1}


def test_who_was_there_when_the_register_opens_is_no_new_member(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    joining.open_register(unit=unit, on=DAY, rows=[{"name": "Sùng Thị Chu"}, {"name": "Lý Thị Mẩy"}], by=None)
    assert figures(unit, "total", "opened", "admitted", "net_growth") == [2, 2, 0, 0]


def test_who_leaves_is_no_longer_counted_from_that_day_on(cast: Cast) -> None:
    unit, held = cast["laocai-tu-phap"], one(cast["laocai-tu-phap"], woman=True)
    leaving.leave(membership=held, on=MAY, reason="retired", by=None)
    assert figures(unit, "total", "women", period="2024-04") == [1, 1]
    assert figures(unit, "total", "women", "lost", "net_growth") == [0, 0, 1, 0]
    assert split("members.lost", unit, "2024-H1", "reason") == {"retired": 1}
    assert [count_on(unit, day) for day in (DAY, date(2024, 4, 30), MAY)] == [1, 1, 0]


def test_a_list_is_all_or_nothing(cast: Cast) -> None:
    here, there = cast["laocai-tu-phap"], cast["laocai-y-te"]
    one(there, "Lý Thị Mẩy", id_number="010123456789")
    rows = [{"name": "Sùng Thị Chu"}, {"name": "Lý Thị Mẩy", "id_number": "010123456789"}]
    with pytest.raises(Refused, match="Lý Thị Mẩy đang là đoàn viên của một công đoàn khác; hãy làm chuyển"):
        joining.admit_list(unit=here, on=MARCH, rows=rows, by=None)
    assert figures(here, "total") == [0]
    assert not Person.objects.filter(name="Sùng Thị Chu").exists()


def test_the_same_list_sent_twice_admits_once(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    uid = one(unit).uid
    again = joining.admit_list(unit=unit, on=DAY, rows=[{"name": "Sùng Thị Chu"}], by=None, uid=uid)
    assert [held.uid for held in again] == [uid]
    assert figures(unit, "total") == [1]


def test_somebody_named_in_care_before_is_the_same_person_as_a_member(cast: Cast) -> None:
    known = member(cast["laocai-tu-phap"], "Sùng Thị Chu")
    assert one(cast["laocai-tu-phap"]).person == known


def test_two_of_one_name_with_two_birth_dates_are_two(cast: Cast) -> None:
    first = one(cast["laocai-tu-phap"], born_on=date(1980, 1, 1))
    leaving.leave(membership=first, on=MARCH, reason="left_work", by=None)
    assert one(cast["laocai-tu-phap"], on=MAY, born_on=date(1990, 1, 1)).person != first.person


@pytest.mark.parametrize(
    ("unit", "on", "said"),
    [
        ("laocai-cdvc", DAY, "không phải công đoàn cơ sở"),
        ("laocai-tu-phap", date(2009, 12, 31), "thành lập ngày 01/01/2010"),
        ("laocai-tu-phap", date(2100, 1, 1), "chưa tới"),
    ],
)
def test_where_and_when_nobody_can_be_admitted(cast: Cast, unit: str, on: date, said: str) -> None:
    with pytest.raises(Refused, match=said):
        one(cast[unit], on=on)


def test_a_closed_period_takes_no_admission(cast: Cast) -> None:
    close(unit=cast["laocai-tu-phap"], first=date(2024, 1, 1), last=date(2024, 3, 31), by=None, why="đã nộp")
    with pytest.raises(Refused, match="đã khóa sổ"):
        one(cast["laocai-tu-phap"])
    assert not Membership.objects.exists()


def test_nobody_leaves_before_coming_nor_twice(cast: Cast) -> None:
    held = one(cast["laocai-tu-phap"])
    with pytest.raises(Refused, match="từ 05/02/2024; hãy chọn ngày sau"):
        leaving.leave(membership=held, on=DAY, reason="retired", by=None)
    leaving.leave(membership=held, on=MAY, reason="retired", by=None)
    with pytest.raises(Refused, match="không còn sinh hoạt"):
        leaving.leave(membership=held, on=MAY, reason="retired", by=None)


@pytest.mark.parametrize("to_on", [date(2024, 2, 6), date(9999, 12, 31)])
def test_two_unions_at_once_are_refused_by_the_database(cast: Cast, to_on: date) -> None:
    held = one(cast["laocai-tu-phap"])
    with pytest.raises(DatabaseError), transaction.atomic():
        Membership.objects.create(
            person=held.person, unit=cast["laocai-y-te"], from_on=DAY, to_on=to_on, began="admitted",
            made=held.made, changed=held.made,
        )  # fmt: skip
    assert members_on(cast["laocai-ldld"], DAY).count() == 1


def test_the_book_agrees_with_its_memberships(cast: Cast) -> None:
    held = admitted(cast["laocai-tu-phap"], "Sùng Thị Chu", "Lý Thị Mẩy", woman=True)
    leaving.leave(membership=held[0], on=MAY, reason="died", by=None)
    assert verify() == []
