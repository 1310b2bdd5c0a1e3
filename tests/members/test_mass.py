"""A list of members that comes at once counts as each of them would alone, and is taken back as if it had never come."""

from datetime import date
from typing import Any

import pytest

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.ledger.models import Entry
from congdoan.ledger.verify import verify
from congdoan.members import joining, keeping, leaving, mass, taking_back
from congdoan.members.lists import Asked, by_given_name
from congdoan.members.models import Membership, Person, Sensitive
from congdoan.org.models import Unit
from tests.cast import Cast
from tests.members.register import figures, one

pytestmark = pytest.mark.django_db
HERE, THERE, TOP = "laocai-tu-phap", "laocai-y-te", "laocai-cdvc"
DAY, LATER = date(2024, 3, 1), date(2024, 5, 1)
XOAN = {"name": "SÙNG THỊ XOAN", "woman": True, "born_on": date(1985, 3, 8), "party_on": date(2024, 4, 19)}
PAO = {"name": "Lý A Páo", "woman": False, "born_on": date(1990, 1, 2), "phone": "0912345678", "job": "Lái xe",
       "education": "school", "id_number": "012345678901", "card_number": "LC00000001"}  # fmt: skip
SHOWN = ("total", "women", "admitted", "opened", "net_growth", "party_members", "with_full_record")
Begin = Membership.Begin


def came(unit: Unit, *people: dict[str, Any], began: Begin = Begin.ADMITTED) -> Posting:
    with writing(by=None, action="import") as posting:
        if began == Begin.OPENING:
            mass.open_registers(posting, [unit.pk], DAY)
        newcomers = [mass.Newcomer(unit.pk, DAY, facts) for facts in people]
        mass.take_in(posting, newcomers, began, "05/QĐ")
    return posting


def taken_back(of: Posting) -> Posting:
    with writing(by=None, action="undo_import") as posting:
        taking_back.take_back(of, posting)
    return posting


def put_back(of: Posting) -> Posting:
    with writing(by=None, action="redo_import") as posting:
        taking_back.put_back(of, posting)
    return posting


def listed(unit: Unit, words: str = "") -> list[str]:
    return [held.person.name for held in by_given_name(Asked(unit, LATER, words))]


@pytest.mark.parametrize("began", [Begin.ADMITTED, Begin.OPENING])
def test_many_at_once_count_as_each_would_alone(cast: Cast, began: Begin) -> None:
    came(cast[HERE], XOAN, PAO, began=began)
    ways = {Begin.ADMITTED: joining.admit_list, Begin.OPENING: joining.open_register}
    ways[began](
        unit=cast[THERE],
        on=DAY,
        rows=[{**XOAN, "name": "Sùng Thị Xoan"}, {**PAO, "id_number": "012345678902"}],
        by=None,
    )
    assert figures(cast[HERE], *SHOWN) == figures(cast[THERE], *SHOWN)
    assert figures(cast[HERE], "total", "women", "party_members") == [2, 1, 1]
    assert listed(cast[HERE], "xoan") == ["Sùng Thị Xoan"]
    assert Person.objects.get(card_number="LC00000001").sensitive.id_number == "012345678901"
    assert not verify()


@pytest.mark.parametrize("began", [Begin.ADMITTED, Begin.OPENING])
def test_a_list_is_taken_back_and_put_back(cast: Cast, began: Begin) -> None:
    before = figures(cast[TOP], *SHOWN)
    undone = taken_back(came(cast[HERE], XOAN, PAO, began=began))
    assert (figures(cast[TOP], *SHOWN), listed(cast[TOP])) == (before, [])
    again = came(cast[HERE], PAO, began=began)  # the card and the register are free again
    taken_back(again)
    redone = put_back(undone)
    assert listed(cast[TOP]) == ["Lý A Páo", "Sùng Thị Xoan"]
    assert figures(cast[HERE], "total", "women") == [2, 1]
    assert not verify()
    taken_back(redone)
    assert (figures(cast[TOP], *SHOWN), listed(cast[TOP])) == (before, [])
    assert not verify()


def test_what_a_list_changed_in_people_known_is_as_it_was(cast: Cast) -> None:
    person = one(cast[HERE], "Sùng Thị Chu", woman=True, phone="0912000111").person
    with writing(by=None, action="import") as posting:
        said = {
            "name": "Sùng Thị Chú",
            "woman": False,
            "phone": "0912999888",
            "id_number": "012345678901",
            "card_number": "LC7",
        }
        keeping.revise(posting, [(Person.objects.get(), said)])
    assert figures(cast[HERE], "women") == [0]
    undone = taken_back(posting)
    back = Person.objects.get()
    assert (back.name, back.woman, back.phone, back.card_number) == ("Sùng Thị Chu", True, "0912000111", None)
    assert (
        Sensitive.objects.filter(person=back).exists(),
        figures(cast[HERE], "women"),
        listed(cast[HERE], "chu"),
    ) == (
        False,
        [1],
        ["Sùng Thị Chu"],
    )
    put_back(undone)
    assert Person.objects.get(pk=person.pk).card_number == "LC7"
    assert not verify()


def test_what_was_built_upon_is_not_taken_back(cast: Cast) -> None:
    posting = came(cast[HERE], XOAN, PAO)
    held = Membership.objects.get(person__name="Lý A Páo")
    leaving.leave(membership=held, on=LATER, reason="retired", by=None)
    keeping.correct(person=Person.objects.get(name="Sùng Thị Xoan"), by=None, why="gõ nhầm", job="Thợ may")
    keeping.put_on_list(person=Person.objects.get(name="Sùng Thị Xoan"), level="hard", on=LATER, by=None)
    lines = Entry.objects.count()
    with pytest.raises(Refused) as refused:
        taken_back(posting)
    for reason in (
        "Lý A Páo đã chuyển, thôi",
        "Sùng Thị Xoan đã được sửa hồ sơ",
        "Hãy hủy các việc ấy trước",
    ):
        assert reason in refused.value.sentence
    assert Entry.objects.count() == lines


def test_a_closed_period_stays_closed(cast: Cast) -> None:
    from congdoan.ledger.actions import close

    posting = came(cast[HERE], XOAN)
    close(unit=cast[HERE], first=DAY, last=LATER, by=None, why="đã báo cáo")
    for act in (lambda: came(cast[HERE], PAO), lambda: taken_back(posting)):
        with pytest.raises(Refused, match="đã khóa sổ"):
            act()
    assert figures(cast[HERE], "total") == [1]
