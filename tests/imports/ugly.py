"""Workbooks with the faults people make, written by a script. All names are made up."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

import xlsxwriter

from tests.imports.dressed import ods

HEAD = ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Số căn cước", "Điện thoại")
TITLE, GROUP, SECOND, NUMBERS = "tiêu đề của văn bản", "tên nhóm", "tiêu đề hàng thứ hai", "hàng đánh số cột"
TOTAL, AGAIN, FOOT, ALONE = "dòng tổng cộng", "tiêu đề lặp lại", "chữ ký, ghi chú", "chỉ có số thứ tự"
BORN = date(1990, 1, 2)


@dataclass(frozen=True)
class Ugly:
    """A file, what becomes of each row that is data, what each other row is, and what some rows say. A fate may name
    the column it hangs on. `head`: the row of the heading, 0 where there is none; `top`: sent for the union above."""

    name: str
    make: Callable[[], bytes]
    expected: Mapping[int, str | tuple[str, str]]
    skipped: Mapping[int, str] = field(default_factory=dict)
    said: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    head: int = 1
    filename: str = "ds.xlsx"
    top: bool = False


@dataclass(frozen=True)
class Formula:
    """A cell that is reckoned, and what it shows."""

    formula: str
    shows: Any


def book(*rows: Sequence[Any], after: Callable[[Any, Any], None] | None = None, before: int = 0) -> bytes:
    """A workbook of these rows, under sheets that say other things."""
    file = BytesIO()
    settings = {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(file, settings) as made:
        for n in range(before):
            made.add_worksheet(f"Hướng dẫn {n}").write(0, 0, "Đọc kỹ trước khi ghi")
        page = made.add_worksheet("Danh sách")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                _write(page, at, column, cell)
        if after:
            after(made, page)
    return file.getvalue()


def _write(page: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, Formula):
        page.write_formula(row, column, cell.formula, None, cell.shows)
    else:
        page.write(row, column, cell)


def listed(*rows: Sequence[Any]) -> Callable[[], bytes]:
    """A workbook with the usual heading."""
    return partial(book, HEAD, *rows)


def sheet(*rows: Sequence[Any], **more: Any) -> Callable[[], bytes]:
    """A workbook with rows as given."""
    return partial(book, *rows, **more)


def _merge(made: Any, page: Any) -> None:
    page.merge_range(0, 0, 0, 5, "DANH SÁCH ĐOÀN VIÊN")
    page.merge_range(1, 0, 1, 5, "(Kèm theo công văn số 12/CV-CĐ)")


def _hide(made: Any, page: Any) -> None:
    page.set_row(1, None, None, {"hidden": True})
    page.set_column(2, 2, None, None, {"hidden": True})


def _windows() -> bytes:
    """As Windows wrote Vietnamese: â, ê, ô, ơ, ư are letters, tones follow them."""
    said = "Họ và tên;Giới tính;Ngày sinh\r\nVừ Thị Dở;Nữ;02/01/1990\r\nSùng Mí Sò;Nam;03/01/1990\r\n"
    return b"".join(map(_byte, said))


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1258")
    except UnicodeEncodeError:
        apart = unicodedata.normalize("NFD", sign)
        tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", apart.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")


PAGE = """<html><head><meta charset="utf-8"></head><body><table border=1><tr><td colspan=3>DANH SÁCH</td></tr>
<tr><th>Họ và tên</th><th>Ngày&nbsp;sinh</th><th>Điện thoại</th></tr>
<tr><td>Giàng&nbsp;A&nbsp;Tủa</td><td>02/01/1990</td><td>0987 000 001</td></tr></table></body></html>"""

UGLY = (
    Ugly("merged titles", sheet(["DANH SÁCH"], [None], [], HEAD, [1, "Giàng A Tủa", "Nam", "02/01/1990"], after=_merge),
         {5: "new"}, {1: TITLE, 2: TITLE}, {5: {"name": "Giàng A Tủa", "born_on": BORN}}, head=4),
    Ugly("the list is on the second sheet", sheet(HEAD, [1, "Giàng A Tủa", "Nam"], before=1), {2: "new"}),
    Ugly("two heading rows", sheet(["TT", "Họ và tên", "Ngày sinh", None, "Điện thoại"], [None, None, "Nam", "Nữ", None],
         [1, "Giàng A Tủa", "02/01/1990", None, "0987000001"], [2, "Vừ Thị Dở", None, "03/01/1990", None]),
         {3: "new", 4: "new"}, {2: SECOND}, {3: {"woman": False, "born_on": BORN}, 4: {"woman": True, "born_on": date(1990, 1, 3)}}),
    Ugly("columns numbered under the heading", sheet(HEAD, [f"({n})" for n in range(1, 7)], [1, "Giàng A Tủa", "Nam"]),
         {3: "new"}, {2: NUMBERS}),
    Ugly("dates as text in every dress", listed(*([n, f"Giàng A {name}", "Nam", born] for n, (name, born) in enumerate(
         [("Tủa", "2/1/1990"), ("Sò", "02-01-1990"), ("Chứ", "2.1.90"), ("Dơ", "1990-01-02"), ("Vư", "Ngày 02 tháng 01 năm 1990"),
          ("Lử", "'02/01/1990"), ("Tráng", "02 / 01 / 1990")], start=1))),
         dict.fromkeys(range(2, 9), "new"), said={n: {"born_on": BORN} for n in range(2, 9)}),
    Ugly("the month first", listed([1, "Giàng A Tủa", "Nam", "01/25/1990"]), {2: ("refused", "born_on")}),
    Ugly("only the year of birth", listed(*([n, f"Giàng A {name}", "Nam", born] for n, (name, born) in enumerate(
         [("Tủa", 1990), ("Sò", "1990"), ("Chứ", "năm 1990"), ("Dơ", "03/1990"), ("Vư", 1990.0), ("Lử", date(1905, 6, 12)), ("Tráng", "--/--/1990"),
          ("Pao", "00/00/1990"), ("Mo", "../../1990"), ("Sa", "tháng 3 năm 1990")], start=1))),
         dict.fromkeys(range(2, 12), "new"), said={n: {"born_on": 1990} for n in range(2, 12)}),
    Ugly("years nobody of a list was born in", listed([1, "Giàng A Tủa", "Nam", 1850], [2, "Giàng A Sò", "Nam", "2190"], [3, "Giàng A Chứ", "Nam", "13/1990"]),
         dict.fromkeys((2, 3, 4), ("refused", "born_on"))),
    Ugly("years of birth of men and of women", sheet(["TT", "Họ và tên", "Năm sinh", None], [None, None, "Nam", "Nữ"], [1, "Giàng A Tủa", 1990, None],
         [2, "Vừ Thị Dở", None, 1991]), {3: "new", 4: "new"}, {2: SECOND}, {3: {"woman": False, "born_on": 1990}, 4: {"woman": True, "born_on": 1991}}),
    Ugly("dates of the spreadsheet, and their numbers", listed([1, "Giàng A Tủa", "Nam", BORN],
         [2, "Giàng A Sò", "Nam", 32875], [3, "Giàng A Chứ", "Nam", "32875"]), dict.fromkeys((2, 3, 4), "new"),
         said={n: {"born_on": BORN} for n in (2, 3, 4)}),
    Ugly("names in parts of letters, hard spaces, either tone place", listed(
         [1, unicodedata.normalize("NFD", "Giàng Thị Tủa"), "Nữ"], [2, "Vừ\u00a0Thị\u200b  Dở ", "Nữ"], [3, "Lò Thị Hoà", "Nữ"]),
         {2: "new", 3: "new", 4: "new"}, said={2: {"name": "Giàng Thị Tủa"}, 3: {"name": "Vừ Thị Dở"}, 4: {"name": "Lò Thị Hòa"}}),
    Ugly("names in capitals", listed([1, "GIÀNG A TỦA", "NAM"], [2, "vừ thị dở", "NỮ"]), {2: "new", 3: "new"},
         said={2: {"name": "Giàng A Tủa", "woman": False}, 3: {"name": "Vừ Thị Dở", "woman": True}}),
    Ugly("totals and signatures", listed([1, "Giàng A Tủa", "Nam"], ["Tổng cộng: 1 đoàn viên"], [], [None, None, None, "Ngày 5 tháng 3 năm 2024"],
         [None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"], [None, "Vừ Thị Dở", None, None, "Sùng Mí Sò"]), {2: "new"},
         {3: TOTAL, 5: FOOT, 6: FOOT, 7: FOOT}),
    Ugly("groups, and the heading again on each page", listed([None, "I. Khối văn phòng"], [1, "Giàng A Tủa", "Nam"], HEAD,
         [None, "Tổ công đoàn số 2"], [2, "Vừ Thị Dở", "Nữ"]), {3: "new", 6: "new"}, {2: GROUP, 4: AGAIN, 5: GROUP}),
    Ugly("hidden rows and columns are data", sheet(HEAD, [1, "Giàng A Tủa", "Nam"], [2, "Vừ Thị Dở", "Nữ"], after=_hide),
         {2: "new", 3: "new"}, said={2: {"woman": False}}),
    Ugly("reckoned cells", listed([1, Formula('=A1&" A Tủa"', "Giàng A Tủa"), "Nam", Formula("=DATE(1990,1,2)", 32875)],
         [Formula("=A2+1", 2), "Vừ Thị Dở", Formula('=IF(1,"Nữ","Nam")', "Nữ")]), {2: "new", 3: "new"},
         said={2: {"name": "Giàng A Tủa", "born_on": BORN}, 3: {"woman": True}}),
    Ugly("cells in error", listed([1, "Giàng A Tủa", "Nam", Formula("=NA()", "#N/A")], [2, Formula("=A1/0", "#DIV/0!"), "Nữ"]),
         {2: ("refused", "born_on"), 3: ("refused", "name")}, said={2: {"born_on": "#N/A"}}),
    Ugly("a heading twice", sheet(["STT", "Họ và tên", "Điện thoại", "Điện thoại"], [1, "Giàng A Tủa", "0987000001", "0987000002"]),
         {2: "new"}, said={2: {"phone": "0987000001"}}),
    Ugly("no heading", sheet([1, "Giàng A Tủa", "Nam", "02/01/1990"], [2, "Vừ Thị Dở", "Nữ", "03/01/1990"]), {1: "new", 2: "new"},
         head=0, said={1: {"born_on": BORN}}),
    Ugly("names alone, one a line", sheet(["DANH SÁCH ĐOÀN VIÊN"], [], ["1. Giàng A Tủa"], ["2. Vừ Thị Dở"], ["3. H'Hen Niê"]),
         {3: "new", 4: "new", 5: "new"}, {1: TITLE}, {3: {"name": "Giàng A Tủa"}, 5: {"name": "H'Hen Niê"}}, head=0),
    Ugly("names alone, as text", "Nguyễn Thị Hoa\nLý A Páo Mới\n".encode, {1: "new", 2: "new"}, said={1: {"name": "Nguyễn Thị Hoa"}}, head=0,
         filename="ten.txt"),
    Ugly("numbers drawn ahead", listed([1, "Giàng A Tủa", "Nam"], [2], [3]), {2: "new"}, {3: ALONE, 4: ALONE}),
    Ugly("telephones as numbers", listed([1, "Giàng A Tủa", "Nam", None, None, 987000001.0], [2, "Giàng A Sò", "Nam", None, None, "+84 987.000.002"],
         [3, "Giàng A Chứ", "Nam", None, None, "0987000003 / 0987000004"]), {2: "new", 3: "new", 4: ("refused", "phone")},
         said={2: {"phone": "0987000001"}, 3: {"phone": "0987000002"}}),
    Ugly("ID numbers as numbers", listed([1, "Giàng A Tủa", "Nam", None, 10090000001.0], [2, "Giàng A Sò", "Nam", None, "1.0090E+10"],
         [3, "Giàng A Chứ", "Nam", None, "010 090 000 003"], [4, "Giàng A Dơ", "Nam", None, "0100900"]),
         {2: "new", 3: ("refused", "id_number"), 4: "new", 5: ("refused", "id_number")},
         said={2: {"id_number": "010090000001"}, 4: {"id_number": "010090000003"}}),
    Ugly("headings in lines, with stars", sheet(["STT", "Họ và tên \n đoàn viên (*)", "Ngày tháng\nnăm sinh ", "  SĐT: "], [1, "Giàng A Tủa", "02/01/1990", "0987000001"]),
         {2: "new"}, said={2: {"name": "Giàng A Tủa", "born_on": BORN, "phone": "0987000001"}}),
    Ugly("empty columns and rows between", sheet([], [None, None, "Họ và tên", None, "Ngày sinh"], [], [None, None, "Giàng A Tủa", None, "02/01/1990"],
         [], [None, None, "Vừ Thị Dở", None, "03/01/1990"]), {4: "new", 6: "new"}, head=2, said={4: {"born_on": BORN}}),
    Ugly("family and given name apart", sheet(["STT", "Họ và tên đệm", "Tên", "Ngày sinh"], [1, "Giàng A", "Tủa", "02/01/1990"]),
         {2: "new"}, said={2: {"name": "Giàng A Tủa"}}),
    Ugly("day, month and year of birth in three columns", sheet(["STT", "Họ và tên", "Ngày sinh"], [None, None, "Ngày", "Tháng", "Năm"],
         [1, "Giàng A Tủa", 2, 1, 1990], [2, "Vừ Thị Dở", 31, 2, 1990], [3, "Giàng A Sò", None, None, 1985]),
         {3: "new", 4: ("refused", "born_on"), 5: "new"}, {2: SECOND}, {3: {"born_on": BORN}}),
    Ugly("two people in a cell", listed([1, "Giàng A Tủa, Vừ Thị Dở"], [2, "Giàng A Sò\nVừ Thị Mo", "Nam"], [3, "Giàng A Chứ và Vừ Thị Sa"]),
         dict.fromkeys((2, 3, 4), ("refused", "name"))),
    Ugly("a formula as a name, and a very long one", listed([1, '=HYPERLINK("http://x","Giàng A Tủa")', "Nam"], [2, "Vừ " * 5000, "Nữ"]),
         dict.fromkeys((2, 3), ("refused", "name"))),
    Ugly("a row twice, a namesake, an ID number twice", listed(*([n, "Giàng A Tủa", "Nam", "02/01/1990"] for n in (1, 2)),
         [3, "Giàng A Tủa", "Nam", "03/01/1990"], [4, "Giàng A Sò", "Nam", None, "010090000001"], [5, "Giàng A Dơ", "Nam", None, "010090000001"]),
         {2: "new", 3: ("doubtful", "name"), 4: "new", 5: "new", 6: ("refused", "id_number")}),
    Ugly("a card twice", sheet(["Họ và tên", "Số thẻ"], ["Giàng A Tủa", "LC 01"], ["Vừ Thị Dở", "lc-01"]), {2: "new", 3: ("refused", "card_number")},
         said={2: {"card_number": "LC01"}}),
    Ugly("people of the book", listed([1, "LÝ A PÁO", "Nam", "02/01/1990"], [2, "Sùng Thị Xoan", "Nữ", "08/03/1985", None, "0987000009"],
         [3, "Vàng Thị Xen", "Nữ", "05/05/1988"], [4, "Hoàng Thị Lả", "Nữ", "06/06/1986"]),
         {2: "same", 3: "changed", 4: ("doubtful", "name"), 5: ("doubtful", "name")}),
    Ugly("a member of another union, by ID number", listed([1, "Hoàng Thị Lả", "Nữ", "06/06/1986", "010086000001"]), {2: ("refused", "name")}),
    Ugly("unions by name, by half a name, by none", sheet(["Họ và tên", "Công đoàn"], ["Giàng A Tủa", "CĐCS Sở Tư pháp"], ["Giàng A Sò", "Sở Tư phap tỉnh"],
         ["Giàng A Chứ", "Sở Vũ trụ"], ["Giàng A Dơ", None], ["Giàng A Vư", "cđcs  báo LÀO CAI"]),
         {2: "new", 3: ("doubtful", "unit"), 4: ("refused", "unit"), 5: ("refused", "unit"), 6: "new"}, top=True),
    Ugly("impossible days and days to come", listed([1, "Giàng A Tủa", "Nam", "31/02/1990"], [2, "Giàng A Sò", "Nam", "01/01/2999"],
         [3, "Giàng A Chứ", "Nam", "không nhớ"], [4, "Giàng A Dơ", "Nam", "chưa rõ"], [5, "Giàng A Vư", "Nam", "01/01/1066"]),
         {2: ("refused", "born_on"), 3: ("refused", "born_on"), 4: ("refused", "born_on"), 5: "new", 6: ("refused", "born_on")}),
    Ugly("joined on a day to come", sheet(["Họ và tên", "Ngày vào công đoàn"], ["Giàng A Tủa", "01/01/2999"], ["Vừ Thị Dở", "01/06/2018"]),
         {2: ("refused", "joined_on"), 3: "new"}),
    Ugly("a web page", PAGE.encode, {3: "new"}, {1: TITLE}, {3: {"name": "Giàng A Tủa", "phone": "0987000001"}}, head=2, filename="xuat.xls"),
    Ugly("an open document", partial(ods, (("Họ và tên", "Ngày sinh", "Điện thoại"), ("Giàng A Tủa", "02/01/1990", "0987000001"))), {2: "new"}, said={2: {"born_on": BORN}}, filename="ds.ods"),
    Ugly("text of an old Windows", _windows, {2: "new", 3: "new"}, said={2: {"name": "Vừ Thị Dở", "woman": True}, 3: {"name": "Sùng Mí Sò"}},
         filename="ds.csv"),
)  # fmt: skip
