"""A congress is held once a term, begins it, and seats its committee."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.officers import committees, queries
from congdoan.officers.models import Post, Term
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, parts, record, split, value

DAY = date(2023, 3, 15)


def congress(
    cast: Cast, *people: tuple[str, str], on: date = DAY, at: str = "laocai-bao", number: str = "X"
) -> Record:
    rows: list[dict[str, Any]] = [{"name": name, "role": role} for name, role in people]
    said = {"held_as": "plenary", "term_number": number, "present": 40, "women_present": 22}
    return record("congress", cast[at], on, **said, lines={"elected": rows})


def test_each_grassroots_union_that_held_its_congress_counts_once(cast: Cast) -> None:
    congress(cast)
    congress(cast, at="laocai-y-te")
    congress(cast, at="laocai-cdvc")
    assert value("ORG-12", cast["laocai-ldld"], "2023") == 2
    assert split("ORG-12", cast["laocai-ldld"], "2023", "congress") == {"plenary": 2}
    assert parts("ORG-13", cast["laocai-cdvc"], "2023") == (2, 3)


def test_it_begins_the_term_and_seats_the_committee(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    old = member(unit, "Phạm Văn Cũ")
    seat = [{"person": old, "role": "chair"}]
    committees.elect(unit=unit, sort="executive", how="elected", on=date(2018, 1, 10), people=seat, by=None)
    made = congress(cast, ("Lê Thị Mới", "chair"), ("Phạm Văn Cũ", "member"))
    assert made.title == "Đại hội toàn thể nhiệm kỳ X, bầu 02 ủy viên Ban Chấp hành"
    assert str(queries.term_on(unit, DAY)) == "Nhiệm kỳ X (2023–2028)"
    held = [(str(post.person), post.role) for post in queries.posts_on(unit, DAY)]
    assert held == [("Lê Thị Mới", "chair"), ("Phạm Văn Cũ", "member")]
    assert value("CAD-01", unit, "2022") == 1
    assert value("CAD-01", unit, "2023") == 2


def test_amended_it_changes_the_same_term(cast: Cast) -> None:
    made = congress(cast, ("Lê Thị Mới", "chair"))
    term, post = Term.objects.get(), Post.objects.get()
    actions.amend(record=made, by=None, why="Sai ngày", happened_on=date(2023, 4, 2))
    assert (Term.objects.get().pk, Term.objects.get().from_on) == (term.pk, date(2023, 4, 2))
    assert [p.from_on for p in Post.objects.filter(unmade=None)] == [date(2023, 4, 2)]
    assert Post.objects.get(pk=post.pk).unmade
    assert list(verify()) == []


def test_an_amended_note_leaves_the_people_seated(cast: Cast) -> None:
    made = congress(cast, ("Lê Thị Mới", "chair"))
    actions.amend(record=made, by=None, why="Thêm ghi chú", note="Đại hội điểm")
    assert [post.unmade for post in Post.objects.all()] == [None]


def test_withdrawn_it_takes_back_what_it_began(cast: Cast) -> None:
    congress(cast, ("Phạm Văn Cũ", "chair"), on=date(2018, 1, 10), number="IX")
    made = congress(cast, ("Lê Thị Mới", "chair"))
    actions.withdraw(record=made, by=None, why="Ghi nhầm công đoàn")
    unit = cast["laocai-bao"]
    assert str(queries.term_on(unit, DAY)) == "Nhiệm kỳ IX (2018–2023)"
    assert [str(post.person) for post in queries.posts_on(unit, date(2024, 1, 1))] == ["Phạm Văn Cũ"]
    assert value("ORG-12", unit, "2023") == 0
    assert list(verify()) == []


def test_a_congress_that_cannot_have_been(cast: Cast) -> None:
    congress(cast)
    with pytest.raises(Refused, match="đã có nhiệm kỳ x"):
        congress(cast, number="x", on=date(2024, 1, 1))
    said = {"held_as": "plenary", "term_number": "XI", "present": 2, "women_present": 3}
    with pytest.raises(Refused, match="Số nữ dự không thể nhiều hơn"):
        record("congress", cast["laocai-bao"], date(2024, 1, 1), **said)
    with pytest.raises(Refused, match="mỗi lúc chỉ một người"):
        congress(cast, ("Lê Thị Mới", "chair"), ("Lý Văn Hai", "chair"), number="XI", on=date(2024, 1, 1))
    assert Term.objects.count() == 1
