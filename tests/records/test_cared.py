"""Of those on the hardship list: how many were cared for, and who was forgotten."""

from datetime import date

import pytest

from congdoan.base.period import Period
from congdoan.ledger.verify import verify
from congdoan.members import keeping, merging, transfers, undoing
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records.caring import forgotten
from tests.cast import Cast, care
from tests.members.register import admitted, one
from tests.records.filled import as_
from tests.records.said import parts, record, split, value

pytestmark = pytest.mark.django_db
HERE, THERE, UPPER = "laocai-tu-phap", "laocai-y-te", "laocai-cdvc"
MARCH, APRIL, MAY = date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1)
H1 = Period.parse("2024-H1")


def listed(unit: Unit, *names: str, level: str = "hard") -> list[Person]:
    """Members on the hardship list since March."""
    people = [held.person for held in admitted(unit, *names)]
    for person in people:
        keeping.put_on_list(person=person, level=level, on=MARCH, by=None)
    return people


def visit(cast: Cast, *people: Person, on: date = APRIL, by: str = UPPER, programme: str = "visit"):
    lines = [{"person": person, "cash": 500_000} for person in people]
    return care(cast[by], cast.funds["laocai-xa-hoi"], on, programme=programme, lines=lines)


def test_who_is_on_the_list_and_was_visited_counts_at_their_union_once(cast: Cast) -> None:
    here, there = (listed(cast[HERE], "Sùng Thị Chu", "Lý Thị Mẩy"), listed(cast[THERE], "Vàng A Páo"))
    visit(cast, here[0], *there)
    visit(cast, here[0], on=MAY)
    assert [parts("CAR-38", cast[code], "2024-H1") for code in (HERE, THERE, UPPER)] == [
        (1, 2),
        (1, 1),
        (2, 3),
    ]
    assert [held.person.name for held in forgotten(cast[UPPER], H1, MAY)] == ["Lý Thị Mẩy"]
    assert not forgotten(cast[THERE], H1, MAY).exists()
    assert split("CAR-52", cast[UPPER], "2024-H1", "hardship") == {"hard": 2}
    assert verify() == []


def test_a_house_is_care_too(cast: Cast) -> None:
    (person,) = listed(cast[HERE], "Sùng Thị Chu", level="very_hard")
    fund = cast.funds["laocai-xa-hoi"]
    houses = [{"person": person, "from_fund": 50_000_000}]
    record("shelter", cast[UPPER], APRIL, build="new", fund=fund, lines={"houses": houses})
    assert parts("CAR-38", cast[HERE], "2024-H1") == (1, 1)
    assert not forgotten(cast[HERE], H1, MAY).exists()


def test_who_came_off_the_list_makes_no_share_above_the_whole(cast: Cast) -> None:
    first, _ = people = listed(cast[HERE], "Sùng Thị Chu", "Lý Thị Mẩy")
    visit(cast, *people)
    keeping.take_off_list(person=first, on=MAY, by=None)
    assert parts("CAR-38", cast[HERE], "2024-H1") == (1, 1)
    assert parts("CAR-38", cast[HERE], "2024-04") == (2, 2)


def test_whoever_is_put_on_the_list_late_was_cared_for_all_the_same(cast: Cast) -> None:
    person = one(cast[HERE]).person
    visit(cast, person)
    assert value("CAR-52", cast[HERE], "2024-H1") == 0
    keeping.put_on_list(person=person, level="hard", on=MARCH, by=None)
    assert value("CAR-52", cast[HERE], "2024-H1") == 1
    assert verify() == []


def test_care_follows_a_transfer_written_late_and_taken_back(cast: Cast) -> None:
    (person,) = listed(cast[HERE], "Sùng Thị Chu")
    visit(cast, person, on=MAY)
    asked = transfers.ask(membership=person.memberships.get(), to=cast[THERE], on=APRIL, by=None)
    received = transfers.accept(transfer=asked, on=APRIL, by=None)
    assert [value("CAR-52", cast[code], "2024-H1") for code in (HERE, THERE, UPPER)] == [0, 1, 1]
    undoing.undo(membership=received, by=None, why="nhầm")
    assert [value("CAR-52", cast[code], "2024-H1") for code in (HERE, THERE, UPPER)] == [1, 0, 1]
    assert verify() == []


def test_two_records_of_one_person_merged_are_cared_for_as_one(cast: Cast) -> None:
    (keep,) = listed(cast[HERE], "Sùng Thị Chu")
    drop = Person.objects.create(unit=cast[HERE], name="Sùng Thị Chú", household=keep.household)
    visit(cast, drop)
    assert parts("CAR-38", cast[HERE], "2024-H1") == (0, 1)
    merging.merge(keep=keep, drop=drop, by=None, why="một người")
    assert parts("CAR-38", cast[HERE], "2024-H1") == (1, 1)
    assert verify() == []


def test_the_page_of_the_share_names_nobody_in_hardship(cast: Cast) -> None:
    listed(cast[HERE], "Sùng Thị Chu")
    for part in ("chair", "reader"):
        page = as_(cast, part).get("/so-lieu/CAR-38?ky=2024-H1").content.decode()
        assert "Sùng Thị Chu" not in page
