"""Records out of spreadsheets: what the page refuses is refused here, and all of it can be taken back."""

from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.imports import actions
from congdoan.imports.models import Import
from congdoan.imports.sorts import SORTS
from congdoan.ledger.verify import verify
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import actions as records
from congdoan.records.kind import KINDS
from congdoan.records.record import Record
from tests.cast import Cast
from tests.imports.sheeted import fates, whys, workbook
from tests.members.register import one as admitted_one
from tests.records.said import value

pytestmark = pytest.mark.django_db
HERE, TOP = "laocai-tu-phap", "laocai-cdvc"
CARE = {"programme": "visit", "occasion": "hardship", "fund": "tu-phap-doan-phi"}
GIFTS = (
    ("Họ và tên", "Tiền mặt", "Ngày"),
    ("Sùng Thị Chu", "500k", "05/02/2024"),
    ("Lý A Páo", "1.000.000đ", "05/02/2024"),
)


def came(unit: Unit, kind: str, head: Any, *rows: Any, **chosen: Any) -> Import:
    content = workbook(*rows, head=head)
    one = actions.send(unit=unit, sort=kind, name="ds.xlsx", content=content, by=None, chosen=chosen)
    return Import.objects.get(pk=one.pk)


def figures(cast: Cast) -> list[Any]:
    return [
        value(key, cast[TOP], "2024-H1") for key in ("care.visits", "care.visit_money", "care.people_visited")
    ]


def test_a_list_of_gifts_is_one_record(cast: Cast) -> None:
    one = came(cast[HERE], "care", *GIFTS, common=CARE)
    assert (fates(one), Record.objects.count()) == ({2: "new", 3: "new"}, 0)
    actions.take_in(one=one, by=None)
    record = Record.objects.get()
    assert record.title == "Thăm hỏi, trợ cấp khó khăn: 02 người, 1,5 triệu đồng"
    assert figures(cast) == [2, 1_500_000, 2]
    assert not verify()


def test_the_same_list_twice_changes_nothing(cast: Cast) -> None:
    actions.take_in(one=came(cast[HERE], "care", *GIFTS, common=CARE), by=None)
    again = came(cast[HERE], "care", *GIFTS, common=CARE)
    assert fates(again) == {2: "same", 3: "same"}
    other = came(
        cast[HERE], "care", GIFTS[0], GIFTS[1], ("Vàng Thị Dí", "1.000.000đ", "05/02/2024"), common=CARE
    )
    assert set(fates(other).values()) <= {"new", "doubtful"}


def test_what_the_form_refuses_is_refused_at_its_cell(cast: Cast) -> None:
    one = came(
        cast[HERE],
        "care",
        GIFTS[0],
        ("Sùng Thị Chu", "nhiều", "05/02/2024"),
        ("Lý A Páo", "500k", "05/02/2024"),
        common=CARE,
    )
    assert fates(one) == {2: "refused", 3: "new"}
    assert "không đọc được" in whys(one)[2]
    actions.choose(one=one, mended={2: {"recipients.cash": "200k"}})
    assert fates(one) == {2: "new", 3: "new"}
    without = came(cast[HERE], "care", *GIFTS, common={"programme": "visit", "occasion": "hardship"})
    assert set(fates(without).values()) == {"refused"}
    assert "Nguồn kinh phí" in whys(without)[2] or "nguồn kinh phí" in whys(without)[2]


def test_a_list_is_undone_whole_and_the_undoing_too(cast: Cast) -> None:
    names = {admitted_one(cast[HERE], name).person.name for name in ("Lý A Páo", "Vàng Thị Dí", "Giàng A Sử")}
    before = figures(cast)
    came_in = came(cast[HERE], "care", *GIFTS, common=CARE)
    assert fates(came_in) == {2: "new", 3: "new"}, whys(came_in)
    done = actions.take_in(one=came_in, by=None)
    after = figures(cast)
    for _ in range(2):
        done = actions.undo(one=done, by=None)
        assert figures(cast) == before
        assert set(Person.objects.filter(unmade=None).values_list("name", flat=True)) == names
        done = actions.redo(one=done, by=None)
        assert figures(cast) == after
    assert not verify()


def test_what_somebody_amended_since_is_not_taken_back(cast: Cast) -> None:
    done = actions.take_in(one=came(cast[HERE], "care", *GIFTS, common=CARE), by=None)
    records.amend(record=Record.objects.get(), by=None, why="thêm ghi chú", note="Tại nhà")
    with pytest.raises(Refused, match="đã được sửa hoặc hủy sau khi nhập"):
        actions.undo(one=done, by=None)
    assert figures(cast)[0] == 2


def test_a_class_and_counsel_row_by_row(cast: Cast) -> None:
    one = came(
        cast[HERE],
        "counsel",
        ("Ngày", "Số người", "Nội dung"),
        ("05/02/2024", 3, "Hợp đồng"),
        ("06/02/2024", "04 người", "Bảo hiểm"),
    )
    assert fates(one) == {2: "new", 3: "new"}, whys(one)
    actions.take_in(one=one, by=None)
    assert Record.objects.count() == 2
    study = came(
        cast[HERE],
        "study",
        ("Họ và tên",),
        ("Sùng Thị Chu",),
        ("Lý A Páo",),
        on="2024-02-05",
        common={"topic": "party"},
    )
    assert fates(study) == {2: "new", 3: "new"}, whys(study)
    actions.take_in(one=study, by=None)
    assert Record.objects.filter(kind="study").count() == 1


def test_totals_are_declared_from_a_sheet(cast: Cast) -> None:
    head = ("Mục số liệu", "Số lượng")
    one = came(cast[HERE], "declaration", head, ("CAR-01", 12), common={"period": "2024-H1"}, on="2024-06-30")
    assert fates(one) == {2: "new"}, whys(one)
    actions.take_in(one=one, by=None)
    assert value("care.visits", cast[TOP], "2024-H1") == 12


def test_an_officer_takes_in_what_unions_below_did(cast: Cast) -> None:
    rows = [(*GIFTS[1], "Sở Tư pháp"), (*GIFTS[2], "Sở Y tế")]
    one = came(
        cast[TOP],
        "counsel",
        ("Ngày", "Số người", "Công đoàn"),
        ("05/02/2024", 3, "Sở Tư pháp"),
        ("05/02/2024", 2, "Sở Vũ trụ"),
    )
    assert len(rows) == 2
    assert fates(one) == {2: "new", 3: "refused"}, whys(one)
    actions.take_in(one=one, by=None, only_good=True)
    assert Record.objects.get().unit == cast[HERE]


def test_every_kind_declares_its_columns(cast: Cast) -> None:
    for kind in KINDS.values():
        names = [column.name for column in SORTS[kind.slug].columns(cast[HERE])]
        assert len(names) == len(set(names)), kind.slug
