"""Tables as files: a workbook with a sheet each, to read and print; CSV, heads and rows alone, for other programs.

Nothing in either runs: what a spreadsheet might take for a formula is written so that it does not.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

from .table import DAY, MOMENT, NUMBER, PERCENT, TEXT, YEAR, Cell, Table
from .text import fold

FONT = "Times New Roman"
FORMATS = {
    TEXT: "@",
    DAY: "dd/mm/yyyy",
    MOMENT: "hh:mm dd/mm/yyyy",
    NUMBER: "#,##0",
    PERCENT: '0.00"%"',
    YEAR: "0",
}
PARTS = "#,##0.##"  # of a number that is not whole
WIDEST, NARROWEST, COUNTER = 60, 8, 6  # characters
LONGEST_TEXT, LONGEST_NAME = 32_767, 31  # characters a spreadsheet holds in a cell, in the name of a sheet
FIRST_DAY = date(1900, 3, 1)  # earlier days spreadsheets count wrongly, or not at all
A4 = 9
RUNS = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook, a table to a sheet: what it is on top, its head in sight; real days and numbers, texts as texts."""
    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, {**options, "strings_to_numbers": False}) as book:
        book.set_properties({"title": tables[0].title, "author": "Sổ Công đoàn"})
        book.formats[0].set_font_name(FONT)
        for name, table in zip(sheet_names(tables), tables, strict=True):
            _sheet(book, book.add_worksheet(name), table)
    return file.getvalue()


def sheet_name(title: str) -> str:
    """A title as the name of a sheet."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:LONGEST_NAME].strip() or "Bảng"


def sheet_names(tables: Sequence[Table]) -> list[str]:
    """Their titles as names of sheets: short, without the signs that may not stand there, no two alike."""
    found: list[str] = []
    for table in tables:
        name = sheet_name(table.title)
        if name.lower() in {one.lower() for one in found}:
            name = f"{name[: LONGEST_NAME - 3]} {len(found) + 1}"
        found.append(name)
    return found


def as_csv(table: Table) -> bytes:
    """The head and the rows: UTF-8 with its mark, texts quoted, days as 2026-11-05, numbers bare."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([column.head for column in table.columns])
    writer.writerows([_bare(value) for value in row] for row in table.cells())
    return file.getvalue().encode("utf-8-sig")


def as_zip(tables: Sequence[Table]) -> bytes:
    """Several tables as CSV, in one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, table in zip(sheet_names(tables), tables, strict=True):
            packed.writestr(f"{'-'.join(fold(name).split())}.csv", as_csv(table))
    return file.getvalue()


def harmless(text: str) -> str:
    """A text that no program that opens the file takes for a formula; one apostrophe in front is all that is added."""
    return f"'{text}" if RUNS.match(text) else text


def _bare(value: Cell) -> Any:
    if isinstance(value, date):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    return harmless(value) if isinstance(value, str) else value


def _sheet(book: Any, sheet: Any, table: Table) -> None:
    cells, shown = table.cells(), _formats(book)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1, "bg_color": "#E3ECF7", "font_name": FONT})  # fmt: skip
    top = _top(sheet, table, book.add_format({"bold": True, "font_name": FONT, "font_size": 13}))
    for at, width in enumerate(_widths(table, cells)):
        sheet.set_column(at, at, width)
    for at, text in enumerate(["STT", *(column.head for column in table.columns)]):
        sheet.write_string(top, at, text, head)
    for number, row in enumerate(cells, start=1):
        sheet.write_number(top + number, 0, number, shown[YEAR])
        for at, (value, column) in enumerate(zip(row, table.columns, strict=True), start=1):
            _write(sheet, top + number, at, value, shown, column.sort)
    _printed(sheet, top, len(cells), len(table.columns))


def _top(sheet: Any, table: Table, strong: Any) -> int:
    """What the table is, a line each; returns the row of its head."""
    for at, line in enumerate([table.title, *table.about]):
        sheet.write_string(at, 0, line, strong if at == 0 else None)
    return len(table.about) + 2


def _printed(sheet: Any, top: int, rows: int, columns: int) -> None:
    """How it is read and comes out of a printer."""
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(rows, 1), columns)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _formats(book: Any) -> dict[str, Any]:
    """How each sort of thing is shown."""
    sorts = FORMATS | {PARTS: PARTS}
    return {
        sort: book.add_format(
            {"num_format": shown, "valign": "top", "font_name": FONT, "text_wrap": sort == TEXT}
        )
        for sort, shown in sorts.items()
    }


def _write(sheet: Any, row: int, at: int, value: Cell, shown: dict[str, Any], sort: str) -> None:
    if isinstance(value, date):
        _write_day(sheet, row, at, value, shown, sort)
    elif isinstance(value, str):
        sheet.write_string(row, at, value[:LONGEST_TEXT], shown[TEXT])
    else:
        whole = sort != NUMBER or value == int(value)
        sheet.write_number(row, at, value, shown[sort if whole else PARTS])


def _write_day(sheet: Any, row: int, at: int, value: date, shown: dict[str, Any], sort: str) -> None:
    if (value.year, value.month) >= (FIRST_DAY.year, FIRST_DAY.month):
        sheet.write_datetime(row, at, value, shown[sort])
    else:
        sheet.write_string(row, at, f"{value:%d/%m/%Y}", shown[TEXT])


def _widths(table: Table, cells: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """As wide as the longest that stands there, but no wider than one reads."""
    yield COUNTER
    for at, column in enumerate(table.columns):
        longest = max((_length(row[at]) for row in cells), default=0)
        yield min(max(longest, len(column.head), NARROWEST) + 2, WIDEST)


def _length(value: Cell) -> int:
    if isinstance(value, date):
        return len("16:00 05/11/2026") if isinstance(value, datetime) else len("05/11/2026")
    return len(value) if isinstance(value, str) else len(f"{value:,}")
