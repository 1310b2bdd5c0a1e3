"""What is kept of a member, and the figures that follow it."""

from datetime import date, timedelta

import pytest

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.ledger.verify import verify
from congdoan.members import joining, keeping, leaving, undoing
from congdoan.members.models import Person
from tests.cast import Cast
from tests.members.register import DAY, figures, one
from tests.records.said import record, split, value

pytestmark = pytest.mark.django_db
MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)
UNIT = "laocai-tu-phap"
WHOLE = {
    "woman": True, "born_on": date(1985, 3, 8), "phone": "0912000111", "job": "Kế toán", "education": "bachelor",
    "id_number": "010185000111",
}  # fmt: skip


def test_a_suspended_member_is_counted_all_the_same(cast: Cast) -> None:
    held = one(cast[UNIT])
    keeping.suspend(membership=held, on=MARCH, by=None, note="đi học")
    assert figures(cast[UNIT], "total") == [1]
    with pytest.raises(Refused, match="đã tạm dừng"):
        keeping.suspend(membership=held, on=MAY, by=None)
    keeping.resume(membership=held, on=MAY, by=None)
    assert held.suspensions.get().to_on == MAY


def test_cards_count_each_time_and_a_number_is_one_person_s(cast: Cast) -> None:
    held, other = one(cast[UNIT]), one(cast[UNIT], "Lý Thị Mẩy")
    for issue, on in (("new", MARCH), ("reissue", MAY)):
        keeping.issue_card(membership=held, number="0123 456", kind="plain", issue=issue, on=on, by=None)
    assert split("members.cards_issued", cast[UNIT], "2024-H1", "card") == {"new": 1, "reissue": 1}
    with pytest.raises(Refused, match="Số thẻ 0123456 đã cấp cho người khác"):
        keeping.issue_card(membership=other, number="0123456", kind="plain", issue="new", on=MAY, by=None)
    keeping.take_back_card(card=held.person.cards.last(), by=None, why="nhầm")
    assert figures(cast[UNIT], "cards_issued") == [1]
    assert Person.objects.get(pk=held.person_id).card_number == "0123456"
    assert verify() == []


def test_sex_told_later_counts_from_the_beginning(cast: Cast) -> None:
    held = one(cast[UNIT])
    keeping.correct(person=held.person, by=None, why="bổ sung", woman=True)
    assert figures(cast[UNIT], "women", period="2024-02") == [1]
    assert split("members.admitted", cast[UNIT], "2024-H1", "sex") == {"f": 1}
    assert verify() == []


def test_what_was_said_before_stays(cast: Cast) -> None:
    held = one(cast[UNIT], phone="0912000111", ethnicity="Mông")
    keeping.correct(
        person=held.person, by=None, why="gõ nhầm", name="Sùng Thị Chú", phone="", ethnicity="Dao"
    )
    assert held.person.earlier.get().content == {
        "name": "Sùng Thị Chu",
        "phone": "0912000111",
        "ethnicity": "Mông",
    }
    person = Person.objects.get(pk=held.person_id)
    assert (person.name, person.name_key, person.phone) == ("Sùng Thị Chú", "sung thi chu", "")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [({"id_number": "12"}, "12 chữ số"), ({"born_on": date(2190, 1, 1)}, "không thể đúng")],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        one(cast[UNIT], **said)
    held = one(cast[UNIT])
    with pytest.raises(Refused, match=sentence):
        keeping.correct(person=held.person, by=None, why="x", **said)


def test_a_record_is_whole_from_the_day_it_was(cast: Cast) -> None:
    held = one(cast[UNIT], **WHOLE)
    half = today().replace(month=1, day=1).isoformat() + "/" + today().isoformat()
    assert value("members.full_record_share", cast[UNIT], half) == 100
    keeping.correct(person=held.person, by=None, why="x", phone="")
    assert value("members.full_record_share", cast[UNIT], half) == 0
    assert verify() == []


def test_party_members_count_from_the_day_they_joined(cast: Cast) -> None:
    one(cast[UNIT], party_on=MARCH)
    one(cast[UNIT], "Lý Thị Mẩy", party_on=date(2001, 2, 3))
    assert [figures(cast[UNIT], "party_members", period=p) for p in ("2024-01", "2024-02", "2024-03")] == [
        [0],
        [1],
        [2],
    ]


def test_the_hardship_list_by_level_follows_the_member(cast: Cast) -> None:
    held = one(cast[UNIT])
    keeping.put_on_list(person=held.person, level="hard", on=MARCH, by=None)
    keeping.put_on_list(person=held.person, level="very_hard", on=MAY, by=None)
    assert split("members.in_hardship", cast[UNIT], "2024-03", "hardship") == {"hard": 1}
    assert split("members.in_hardship", cast[UNIT], "2024-05", "hardship") == {"very_hard": 1}
    with pytest.raises(Refused, match="đã có trong danh sách"):
        keeping.put_on_list(person=held.person, level="very_hard", on=MAY, by=None)
    keeping.take_off_list(person=held.person, on=date(2024, 6, 1), by=None)
    assert figures(cast[UNIT], "in_hardship") == [0]
    assert verify() == []


def test_an_admission_by_mistake_is_as_if_it_had_not_been(cast: Cast) -> None:
    held = one(cast[UNIT], woman=True)
    with pytest.raises(Refused, match="lý do"):
        undoing.undo(membership=held, by=None, why=" ")
    undoing.undo(membership=held, by=None, why="nhầm người")
    assert figures(cast[UNIT], "total", "women", "admitted", "net_growth") == [0, 0, 0, 0]
    assert one(cast[UNIT], on=MAY).person == held.person
    assert verify() == []


def test_a_leave_by_mistake_is_taken_back(cast: Cast) -> None:
    held = one(cast[UNIT])
    leaving.leave(membership=held, on=MAY, reason="retired", by=None)
    undoing.undo(membership=held, by=None, why="chưa nghỉ")
    assert figures(cast[UNIT], "total", "lost") == [1, 0]


def test_nothing_is_taken_back_from_under_a_later_membership(cast: Cast) -> None:
    held = one(cast[UNIT])
    leaving.leave(membership=held, on=MARCH, reason="left_work", by=None)
    joining.admit(unit=cast["laocai-y-te"], on=MAY, by=None, person=held.person)
    with pytest.raises(Refused, match="ghi sau"):
        undoing.undo(membership=held, by=None, why="x")


def test_all_cease_to_be_members_when_their_union_ends(cast: Cast) -> None:
    first, second = one(cast[UNIT]), one(cast[UNIT], "Lý Thị Mẩy", woman=True)
    with writing(by=None, action="test") as posting:
        assert leaving.end_with_union(unit=cast[UNIT], on=MAY, posting=posting) == 2
    assert figures(cast["laocai-cdvc"], "total", "lost", "lost_with_union", "net_growth") == [0, 2, 2, 0]
    assert split("members.lost", cast[UNIT], "2024-H1", "reason") == {"union_ended": 2}
    assert verify() == []
    assert not {first.pk, second.pk} & set(
        cast[UNIT].memberships.filter(to_on=date.max).values_list("pk", flat=True)
    )


def declared(cast: Cast, total: int, period: tuple[date, date]) -> object:
    first, last = period
    totals = {"totals": [{"code": "MEM-01", "quantity": total}]}
    return record("declaration", cast[UNIT], last, first_on=first, last_on=last, lines=totals)


def test_what_was_declared_ends_where_the_register_begins(cast: Cast) -> None:
    declared(cast, 31, (date(2023, 1, 1), date(2023, 12, 31)))
    joining.open_register(
        unit=cast[UNIT], on=DAY, rows=[{"name": "Sùng Thị Chu"}, {"name": "Lý Thị Mẩy"}], by=None
    )
    assert [figures(cast[UNIT], "total", period=p) for p in ("2024-01", "2024-02")] == [[31], [2]]
    assert verify() == []


def test_a_union_that_keeps_a_register_declares_no_members(cast: Cast) -> None:
    one(cast[UNIT])
    with pytest.raises(Refused, match="sổ đoàn viên"):
        declared(cast, 31, (date(2024, 1, 1), date(2024, 6, 30)))


def test_where_totals_are_declared_nobody_is_admitted_besides(cast: Cast) -> None:
    declared(cast, 31, (date(2024, 1, 1), date(2024, 6, 30)))
    with pytest.raises(Refused, match="đã khai “Tổng số đoàn viên”"):
        one(cast[UNIT])
    assert one(cast[UNIT], on=date(2024, 6, 30) + timedelta(days=1))
