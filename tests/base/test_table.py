"""Lists as files: what goes in comes out of both forms, and nothing in them runs."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.table import DAY, LONGEST, MOMENT, NUMBER, PERCENT, YEAR, Column, Table
from congdoan.base.table_files import RUNS, as_csv, as_xlsx, as_zip, harmless, sheet_names
from tests.records.sheets import Sheet, sheets

SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00￾￿")
TEXTS = st.text(SIGNS, max_size=40) | st.sampled_from("=+-@\t\r'＝").flatmap(
    lambda sign: st.text(SIGNS, max_size=9).map(lambda rest: sign + rest)
)


def column(head: str, at: int, kind: str = "text") -> Column:
    return Column(head, lambda row: row[at], kind)


def only(table: Table) -> Sheet:
    (sheet,) = sheets(as_xlsx([table]))
    return sheet


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def unquoted(text: str) -> str:
    """A text of a CSV file as it was in the book."""
    return text[1:] if text.startswith("'") and RUNS.match(text[1:]) else text


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_whatever_text_goes_in_comes_out_of_both(rows: list[tuple[str, str]]) -> None:
    table = Table("Danh sách", [column("Một", 0), column("Hai", 1)], rows)
    assert [tuple(row) for row in only(table).body] == rows
    heads, *body = read(as_csv(table))
    assert heads == ["Một", "Hai"]
    assert [tuple(unquoted(text) for text in row) for row in body] == rows


@given(TEXTS)
def test_no_text_of_a_csv_file_begins_as_a_formula(text: str) -> None:
    assert harmless(text)[:1] not in set("=+-@\t\r\n＝＋－＠")
    assert unquoted(harmless(text)) == text


def test_a_formula_in_a_workbook_is_a_text() -> None:
    table = Table("Danh sách", [column("Tên", 0)], [("=1+1",), ("http://x.vn",), ("0123",)])
    with zipfile.ZipFile(io.BytesIO(as_xlsx([table]))) as book:
        assert "<f>" not in (page := book.read("xl/worksheets/sheet1.xml").decode())
        assert "hyperlink" not in page
    assert only(table).column("Tên") == ["=1+1", "http://x.vn", "0123"]


def test_days_and_numbers_stay_what_they_are() -> None:
    kinds = [
        ("Ngày", DAY),
        ("Lúc", MOMENT),
        ("Tiền", NUMBER),
        ("Điểm", NUMBER),
        ("Tỷ lệ", PERCENT),
        ("Năm", YEAR),
    ]
    row: Any = (
        date(2026, 11, 5), datetime(2026, 11, 5, 7, 30, tzinfo=UTC), 1_250_000, Decimal("9.5"), Decimal("82.14"), 2026,
    )  # fmt: skip
    table = Table("Số", [column(head, at, kind) for at, (head, kind) in enumerate(kinds)], [row])
    sheet = only(table)
    assert sheet.body == [[date(2026, 11, 5), date(2026, 11, 5), 1_250_000, 9.5, 82.14, 2026]]
    assert [sheet.format(head) for head, _ in kinds] == ["dd/mm/yyyy", "hh:mm dd/mm/yyyy", "#,##0", "#,##0.##", '0.00"%"', "0"]  # fmt: skip
    assert read(as_csv(table))[1] == ["2026-11-05", "2026-11-05 14:30:00", "1250000", "9.5", "82.14", "2026"]


def test_nothing_and_never_are_empty_and_days_before_spreadsheets_are_texts() -> None:
    table = Table(
        "Ngày", [column("Ngày", 0, DAY)], [(None,), (FOREVER,), (date(1899, 12, 31),), (date(2024, 1, 2),)]
    )
    assert only(table).column("Ngày") == ["", "", "31/12/1899", date(2024, 1, 2)]
    assert [row[0] for row in read(as_csv(table))[1:]] == ["", "", "1899-12-31", "2024-01-02"]


def test_what_it_is_about_stands_on_top_and_the_head_stays_in_sight() -> None:
    sheet = only(Table("Danh sách", [column("Tên", 0)], [("Mai",)], about=["CĐCS Sở Tư pháp", "năm 2024"]))
    assert [row[0] for row in sheet.rows[:3]] == ["Danh sách", "CĐCS Sở Tư pháp", "năm 2024"]
    assert (sheet.heads, sheet.body, sheet.frozen) == (["STT", "Tên"], [["Mai"]], True)


def test_several_tables_are_sheets_or_files_of_an_archive() -> None:
    tables = [
        Table(title, [column("Tên", 0)], [("Mai",)]) for title in ("Xin đến: chờ", "Xin đến: chờ", "/" * 40)
    ]
    assert [sheet.name for sheet in sheets(as_xlsx(tables))] == sheet_names(tables) == ["Xin đến  chờ", "Xin đến  chờ 2", "Bảng"]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(as_zip(tables))) as packed:
        assert packed.namelist() == ["xin-den-cho.csv", "xin-den-cho-2.csv", "bang.csv"]
        assert read(packed.read("bang.csv")) == [["Tên"], ["Mai"]]


def test_a_list_too_long_for_a_file_is_refused() -> None:
    with pytest.raises(Refused, match=r"hơn 20\.000 dòng"):
        as_csv(Table("Danh sách", [column("Tên", 0)], [("Mai",)] * (LONGEST + 1)))
