"""A list of unions: found at once under whom it says, told anew, and taken back as if it had never come."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.archive.state import state
from congdoan.base.errors import Refused
from congdoan.funds.models import Fund
from congdoan.imports import actions
from congdoan.imports.models import Import
from congdoan.ledger.verify import verify
from congdoan.org import queries as org
from congdoan.org.models import Employer, Unit
from tests.cast import Cast
from tests.imports.sheeted import fates, whys, workbook
from tests.members.register import one as member

pytestmark = pytest.mark.django_db

TOP = "laocai-ldld"
HEAD = ("Tên CĐCS", "Loại", "Trực thuộc", "Ngày thành lập", "Chủ tịch", "Cơ quan, đơn vị", "Là doanh nghiệp")
DAY = date(2024, 3, 1)
WARD = ("Công đoàn xã Bản Lầu", "Công đoàn xã, phường, đặc khu", "", "01/02/2024", "Lý Thị Say", "", "")
MILL = (
    "CĐCS Công ty Chè Bản Lầu",
    "CĐCS",
    "Công đoàn xã Bản Lầu",
    "15/02/2024",
    "",
    "Công ty Chè Bản Lầu",
    "x",
)
JUSTICE = ("CĐCS Sở Tư pháp", "", "", "", "Phàn Thị Mẩy", "", "")


def sent(unit: Unit, *rows: Any, head: Any = HEAD, **chosen: Any) -> Import:
    content = workbook(*rows, head=head)
    one = actions.send(
        unit=unit, sort="units", name="cs.xlsx", content=content, by=None, chosen={"on": str(DAY), **chosen}
    )
    return Import.objects.get(pk=one.pk)


def named(name: str) -> Unit:
    return Unit.objects.get(name=name)


def test_unions_begin_under_whom_the_list_says(cast: Cast) -> None:
    one = sent(cast[TOP], MILL, WARD)
    assert fates(one) == {2: "new", 3: "new"}
    actions.take_in(one=one, by=None)
    ward, mill = named(WARD[0]), named(MILL[0])
    assert [unit.code for unit in org.superiors(mill, DAY)] == [ward.code, "laocai-ldld", "tld"]
    assert (mill.founded_on, mill.kind.code) == (date(2024, 2, 15), "grassroots")
    naming = org.naming(ward, DAY)
    assert naming
    assert (naming.signer_name, naming.superior_line) == ("Lý Thị Say", "LĐLĐ TỈNH LÀO CAI")
    assert Fund.objects.filter(unit__in=[ward, mill], source=Fund.Source.UNION).count() == 2
    assert org.employers(mill, DAY).get().enterprise
    assert verify() == []


def test_what_the_book_has_is_told_anew_or_is_the_same(cast: Cast) -> None:
    one = sent(cast[TOP], JUSTICE, ("CĐCS Báo Lào Cai", "CĐCS", "", "", "", "", ""))
    assert fates(one) == {2: "changed", 3: "same"}
    actions.take_in(one=one, by=None)
    before, after = (org.naming(cast["laocai-tu-phap"], on) for on in (date(2024, 2, 29), DAY))
    assert before
    assert after
    assert (before.signer_name, after.signer_name) == ("", "Phàn Thị Mẩy")
    assert fates(sent(cast[TOP], JUSTICE)) == {2: "same"}


@pytest.mark.parametrize("rows", [(WARD, MILL), (JUSTICE,), (WARD, MILL, JUSTICE)])
def test_taken_back_the_book_is_as_it_was(cast: Cast, rows: Any) -> None:
    before = state()
    done = actions.take_in(one=sent(cast[TOP], *rows), by=None)
    after = state()
    assert before != after
    for _ in range(2):
        done = actions.undo(one=done, by=None)
        assert state() == before
        done = actions.redo(one=done, by=None)
        assert state() == after
    assert verify() == []


def test_taken_back_a_code_and_an_employer_are_free_again(cast: Cast) -> None:
    for _ in range(2):
        done = actions.take_in(one=sent(cast[TOP], WARD, MILL), by=None)
        actions.undo(one=done, by=None)
        assert not Unit.objects.filter(name__in=(WARD[0], MILL[0])).exists()
        assert not Employer.objects.filter(name="Công ty Chè Bản Lầu").exists()


def test_a_union_with_members_is_not_taken_back(cast: Cast) -> None:
    done = actions.take_in(one=sent(cast[TOP], WARD, MILL), by=None)
    member(named(MILL[0]), "Lý A Páo", on=date(2024, 3, 2))
    before = state()
    with pytest.raises(Refused, match="CĐCS Công ty Chè Bản Lầu đã có đoàn viên"):
        actions.undo(one=done, by=None)
    assert state() == before


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("CĐCS Mới", "CĐCS", "CĐCS Sở Tư pháp", "", "", "", ""), "không quản lý"),
        (("CĐCS Mới", "CĐCS", "Công đoàn xã Không Có", "", "", "", ""), "không có công đoàn nào"),
        (("CĐCS Mới", "CĐCS", "CĐCS Mới", "", "", "", ""), "không có công đoàn nào"),
        (("CĐCS Mới", "CĐCS", "", "01/02/2005", "", "", ""), "không hoạt động suốt"),
        (("CĐCS Mới", "", "", "01/02/2024", "", "", ""), "chưa ghi loại"),
        (("", "CĐCS", "", "01/02/2024", "", "", ""), "chưa có tên"),
        (("CĐCS Mới", "Hội", "", "", "", "", ""), "không có trong các lựa chọn"),
        (("CĐCS Sở Tư pháp", "CĐCS", "LĐLĐ huyện Mường Khương", "", "", "", ""), "đang trực thuộc"),
        (("CĐCS Sở Tư pháp", "Nghiệp đoàn cơ sở", "", "", "", "", ""), "trong sổ là"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_row(cast: Cast, row: Any, why: str) -> None:
    one = sent(cast[TOP], row, WARD)
    assert fates(one)[2] == "refused"
    assert why.lower() in whys(one)[2].lower()


def test_a_line_under_a_refused_line_waits_for_it(cast: Cast) -> None:
    one = sent(cast[TOP], ("Công đoàn xã Bản Lầu", "", "", "01/02/2024", "", "", ""), MILL)
    assert fates(one) == {2: "refused", 3: "refused"}
    assert "dòng 2" in whys(one)[3]


def test_lines_under_each_other_are_refused(cast: Cast) -> None:
    rows = [("Công đoàn xã A", "Công đoàn xã, phường, đặc khu", "Công đoàn xã B", *[""] * 4),
            ("Công đoàn xã B", "Công đoàn xã, phường, đặc khu", "Công đoàn xã A", *[""] * 4)]  # fmt: skip
    assert fates(sent(cast[TOP], *rows)) == {2: "refused", 3: "refused"}


def test_a_slip_of_the_pen_is_wondered_at_and_a_number_is_not(cast: Cast) -> None:
    rows = [("CĐCS Trường THCS thi trấn Mưòng Khươg", "CĐCS", *[""] * 5),
            ("CĐCS Trường THCS thị trấn Mường Khương 2", "CĐCS", *[""] * 5)]  # fmt: skip
    one = sent(cast[TOP], *rows)
    assert fates(one) == {2: "doubtful", 3: "new"}
    theirs = str(cast["muongkhuong-thcs"].uid)
    actions.choose(one=one, answers={2: theirs})
    assert fates(one) == {2: "same", 3: "new"}


def test_the_kind_may_be_said_once_for_all(cast: Cast) -> None:
    one = sent(
        cast[TOP],
        (1, "Sở Nội vụ"),
        (2, "Sở Xây dựng"),
        head=("STT", "Tên đơn vị"),
        common={"kind": "grassroots"},
    )
    assert fates(one) == {2: "new", 3: "new"}


def test_only_administrators_take_in_unions(cast: Cast, client: Client) -> None:
    one = sent(cast[TOP], WARD)
    for who, found in (("administrator", 200), ("officer", 404), ("neighbour", 404)):
        client.force_login(cast.users[who])
        assert client.get(f"/nhap/{one.uid}").status_code == found
    client.force_login(cast.users["officer"])
    assert "hệ thống tổ chức)" not in client.get("/nhap/").content.decode()
    client.force_login(cast.users["administrator"])
    assert "hệ thống tổ chức)" in client.get("/nhap/?cd=laocai-ldld").content.decode()


def test_a_row_is_shown_in_the_words_people_use(cast: Cast, client: Client) -> None:
    one = sent(cast[TOP], MILL)
    client.force_login(cast.users["administrator"])
    page = client.get(f"/nhap/{one.uid}?xem=").content.decode()
    assert ">Công đoàn cơ sở</td>" in page
    assert ">Có</td>" in page
    assert "grassroots</td>" not in page
