"""Sheets as unions send them: the table is found, its columns known, and no row of the file is lost."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.imports.guessing import guess
from congdoan.imports.joining import joined
from congdoan.imports.layout import Table, find_table
from congdoan.imports.members import COLUMNS
from congdoan.imports.sheets import Sheet, open_book
from tests.imports.sheeted import workbook


def table(*rows: list[Any]) -> Table:
    return joined(find_table(Sheet("DS", [list(row) for row in rows]), COLUMNS))


def read(found: Table) -> list[dict[str, Any]]:
    columns = guess(found, COLUMNS)
    return [
        {name: row[index] for index, name in columns.items() if row[index] is not None}
        for _, row in found.rows
    ]


def test_titles_groups_totals_and_signatures_are_no_people() -> None:
    found = table(
        ["CÔNG ĐOÀN CƠ SỞ SỞ Y TẾ"], [], ["DANH SÁCH ĐOÀN VIÊN"], ["STT", "Họ và tên", "Năm sinh", "Chức vụ"],
        ["(1)", "(2)", "(3)", "(4)"], [None, "I. Khối văn phòng"], [1, "Lý A Páo", "02/01/1990", "Lái xe"],
        [2, "Sùng Thị Chu", "08/03/1985", None], [None, "Tổ công đoàn số 2"], [3, "Vàng Seo Dình", None, "Bảo vệ"],
        ["STT", "Họ và tên", "Năm sinh", "Chức vụ"], [4, "Giàng Thị Mỷ", None, None], ["Tổng cộng", "4 người"], [],
        [None, None, "Ngày 5 tháng 11 năm 2026"], [None, "Người lập biểu"], [None, "Trần Thị B"],
    )  # fmt: skip
    assert (found.head, [number for number, _ in found.rows]) == (4, [7, 8, 10, 12])
    assert [row["name"] for row in read(found)] == [
        "Lý A Páo",
        "Sùng Thị Chu",
        "Vàng Seo Dình",
        "Giàng Thị Mỷ",
    ]
    assert dict(found.skipped)[6] == dict(found.skipped)[9] == "tên nhóm"
    assert (dict(found.skipped)[11], dict(found.skipped)[13]) == ("tiêu đề lặp lại", "dòng tổng cộng")


def test_birth_dates_of_men_and_women_in_two_columns_say_the_sex() -> None:
    found = table(
        ["TT", "Họ và tên", "Ngày sinh", None, "Dân tộc"], [None, None, "Nam", "Nữ", None],
        [1, "Lý A Páo", "02/01/1990", None, "Mông"], [2, "Sùng Thị Chu", None, "08/03/1985", "Mông"],
    )  # fmt: skip
    assert read(found) == [
        {"name": "Lý A Páo", "born_on": "02/01/1990", "woman": "Nam", "ethnicity": "Mông"},
        {"name": "Sùng Thị Chu", "born_on": "08/03/1985", "woman": "Nữ", "ethnicity": "Mông"},
    ]


@pytest.mark.parametrize("head", [["Họ đệm", "Tên", "SĐT"], ["Họ và tên", None, "SĐT"]])
def test_family_and_given_name_apart_are_one_name(head: list[Any]) -> None:
    found = table(head, ["Nguyễn Thị", "Hoa", 912345678.0], ["Lý A", "Páo", None])
    assert [row["name"] for row in read(found)] == ["Nguyễn Thị Hoa", "Lý A Páo"]


@pytest.mark.parametrize(
    "heads",
    [
        [["Họ và tên", "Ngày, tháng, năm sinh"], [None, "Ngày", "Tháng", "Năm"]],
        [["Họ và tên", "Ngày sinh", "Tháng sinh", "Năm sinh"]],
        [["Họ và tên", "Ngày", "Tháng", "Năm sinh"]],
    ],
)
def test_day_month_and_year_of_birth_in_three_columns_are_one_date(heads: list[list[Any]]) -> None:
    rows = [
        ["Lý A Páo", 2.0, "01", 1990],
        ["Vừ Thị Dở", None, None, 1985.0],
        ["Sùng Mí Sò", None, "3", "1985"],
    ]
    found = table(*heads, *rows)
    assert [row["born_on"] for row in read(found)] == ["2/01/1990", "1985", "3/1985"]


def test_a_day_of_something_else_in_three_columns_is_its_own_date() -> None:
    found = table(
        ["Họ và tên", "Ngày vào công đoàn", None, None, "Năm"],
        [None, "Ngày", "Tháng", "Năm"],
        ["Lý A Páo", 1, 6, 2018, 5],
    )
    assert read(found)[0]["joined_on"] == "1/6/2018"


def test_columns_without_headings_are_known_by_what_stands_in_them() -> None:
    found = table(
        [1, "Nguyễn Thị Hoa", "Nữ", "08/03/1985", "012345678901", "0912345678"],
        [2, "Lý A Páo", "Nam", "02/01/1990", "012345678902", "0912345679"],
    )
    assert found.head == 0
    assert read(found)[0] == {
        "name": "Nguyễn Thị Hoa", "woman": "Nữ", "born_on": "08/03/1985", "id_number": "012345678901", "phone": "0912345678",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Họ và tên đoàn viên công đoàn", "name"), ("Số CMND/CCCD", "id_number"), ("Ho ten", "name"), ("NGÀY SINH ", "born_on"),
     ("Ngày\nsinh", "born_on"), ("Họ va tên:", "name"), ("Số đt", "phone"), ("Điện thọai", "phone"), ("Đơn vị công tác", "unit")],
)  # fmt: skip
def test_headings_are_known_by_their_words(heading: str, name: str) -> None:
    found = table(["STT", heading, "Ghi chú"], [1, "x", None], [2, "y", None])
    assert guess(found, COLUMNS).get(1) == name


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_text_files_in_any_dress(sign: str, encoding: str) -> None:
    said = f"Họ và tên{sign}Giới tính\nVàng A Sử{sign}Nam\n"
    said = (
        said
        if encoding != "cp1258"
        else __import__("unicodedata").normalize("NFD", said).replace("o\u0323\u0302", "ô\u0323")
    )
    (sheet,) = open_book(said.encode(encoding, "replace"), "ds.csv")
    assert [row[1] for row in sheet.rows][1] == "Nam"
    assert sheet.rows[1][0] == "Vàng A Sử" or encoding == "cp1258"


def test_a_font_of_the_nineties_is_read_as_it_looked() -> None:
    drawn = "Hä vµ tªn;Nam\nNguyÔn V¨n §¹i;x\nTrÇn ThÞ Hµ;"
    for content in (
        drawn.encode("latin-1"),
        workbook(["NguyÔn V¨n §¹i"], ["TrÇn ThÞ Hµ"], head=["Hä vµ tªn"]),
    ):
        (sheet,) = open_book(content, "ds.xls")
        assert [row[0] for row in sheet.rows] == ["Họ và tên", "Nguyễn Văn Đại", "Trần Thị Hà"]
    (ours,) = open_book(workbook(["Hoàng Công Định ®oµn §¹i"], head=["Họ và tên"]), "ds.xlsx")
    assert ours.rows[1] == ["Hoàng Công Định ®oµn §¹i"]


def test_a_web_page_that_calls_itself_xls() -> None:
    page = "<html><meta charset=utf-8><table><tr><th>Họ và tên</th><th>SĐT</th></tr><tr><td>Lý A Páo</td><td>0912345678</td></tr></table>"
    (sheet,) = open_book(page.encode(), "xuat.xls")
    assert sheet.rows == [["Họ và tên", "SĐT"], ["Lý A Páo", "0912345678"]]


def test_a_cell_keeps_the_name_it_has_in_the_file() -> None:
    (sheet,) = open_book(workbook(["Lý A Páo"], head=["", "Họ và tên"]), "a.xlsx")
    assert sheet.rows[0] == [None, "Họ và tên"]


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "trống"), (b"PK\x03\x04hong", "hỏng"), (b"\xd0\xcf\x11\xe0hong", "hỏng"), (b"\x00\x01\x02" * 50, "không phải bảng tính"),
     (workbook(head=[]), "trống")],
    ids=["empty", "zip", "xls", "bytes", "no cell"],
)  # fmt: skip
def test_what_is_no_spreadsheet_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        open_book(content, "a.xlsx")


CELLS = st.one_of(
    st.none(), st.integers(-5, 10**13), st.floats(allow_nan=False), st.booleans(), st.dates(), st.datetimes(),
    st.text(max_size=15), st.sampled_from(["Họ và tên", "Nam", "Nữ", "Ngày sinh", "STT", "Tổng cộng", "1", "(2)", "I. Tổ", "Người lập biểu", "Lý A Páo"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_no_row_of_any_sheet_is_lost(rows: list[list[Any]]) -> None:
    found = joined(find_table(Sheet("DS", rows), COLUMNS))
    told = {found.head} | {number for number, _ in found.rows} | {number for number, _ in found.skipped}
    said = {n for n, row in enumerate(rows, start=1) if any(cell not in (None, "") for cell in row)}
    assert said <= told
    assert len(told) >= len(found.rows) + len({number for number, _ in found.skipped})
    assert set(guess(found, COLUMNS)) <= set(range(len(found.headings)))


def names(*rows: str | None) -> tuple[list[Any], list[str]]:
    """What a list of one column is taken for: its names, and what each row above is."""
    found = table(*([row] for row in rows))
    return [row.get("name") for row in read(found)], [why for _, why in found.skipped]


BARE = ["Nguyễn Thị Hoa", "Lý A Páo", "Rơ Châm Tuấn", "H'Hen Niê", "Kăn Lưm"]


def test_a_bare_list_of_names_is_one() -> None:
    assert names(*BARE) == (BARE, [])
    assert names("Kăn Lưm", None, "nguyễn thị hoa", "LÝ A PÁO")[0] == [
        "Kăn Lưm",
        "nguyễn thị hoa",
        "LÝ A PÁO",
    ]
    assert names(*(f"{n}. {name}" for n, name in enumerate(BARE, start=1)))[1] == []
    assert names("Nguyễn Thị Hoa") == (["Nguyễn Thị Hoa"], [])


@pytest.mark.parametrize(
    "title", ["DANH SÁCH ĐOÀN VIÊN", "Công đoàn cơ sở Sở Tư pháp", "Nhân viên", "Trường THCS Lê Lợi"]
)
def test_what_stands_above_a_bare_list_is_no_name(title: str) -> None:
    assert names(title, *BARE) == (BARE, ["tiêu đề của văn bản"])


@pytest.mark.parametrize(
    "rows",
    [["Chuyên viên", "Văn thư"], ["Thủ Kho", "Lái Xe", "Văn Thư"], ["CĐCS Sở Y tế", "CĐCS Báo Lào Cai"]],
)
def test_a_column_of_other_words_is_no_list_of_names(rows: list[str]) -> None:
    assert names(*rows)[0] == [None] * len(rows)
