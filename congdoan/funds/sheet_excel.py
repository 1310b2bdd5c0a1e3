"""A form of the accountants as an Excel file, ready to print."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from .sheet import DATE_LINE, FONT, MADE, SIGN, Cell, Head, Sheet, heading

A4, INCH = 9, 25.4


def excel(sheet: Sheet) -> bytes:
    """The form as a workbook: real days, real numbers, on A4, its head again on each page."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": sheet.title, "author": "Sổ Công đoàn", "created": MADE})
    book.formats[0].set_font_name(FONT)
    page = book.add_worksheet((sheet.sign or sheet.title.partition(".")[0].capitalize())[:31])
    top = _top(book, page, sheet)
    _table(book, page, sheet, top)
    end = _signed(book, page, sheet, top + len(sheet.rows) + 3)
    _printed(page, sheet, top, end)
    book.close()
    return file.getvalue()


def _printed(page: Any, sheet: Sheet, top: int, end: int) -> None:
    """How it comes out of a printer."""
    if sheet.lies:
        page.set_landscape()
    side = 10 / INCH if sheet.lies else 15 / INCH
    page.set_margins(left=side, right=side, top=15 / INCH, bottom=15 / INCH)
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.print_area(0, 0, end, len(sheet.heads) - 1)
    page.repeat_rows(top, top + 1)
    page.set_footer("&C&P/&N")
    page.freeze_panes(top + 2, 0)


def _top(book: Any, page: Any, sheet: Sheet) -> int:
    """Who, which form, what it is called; returns the row the table begins in."""
    bold, right = ({"bold": True, "font_name": FONT} | more for more in ({}, {"align": "right"}))
    above, issuer = heading(sheet.unit, sheet.on)
    last = len(sheet.heads) - 1
    page.write_string(0, 0, above)
    page.write_string(1, 0, issuer, book.add_format(bold))
    page.write_string(0, last, sheet.corner, book.add_format(right))
    _across(book, page, 3, (0, last), sheet.title, bold=True, font_size=14)
    for n, line in enumerate(sheet.about):
        _across(book, page, 4 + n, (0, last), line, italic=True)
    return 5 + len(sheet.about)


def _signed(book: Any, page: Any, sheet: Sheet, row: int) -> int:
    """Who signs, side by side under the table; returns the last row of the page."""
    many, columns = len(sheet.signers), len(sheet.heads)
    edges = [_edge(sheet.heads, n / many) for n in range(many)] + [columns]
    _across(book, page, row, (edges[-2], columns - 1), DATE_LINE, italic=True)
    for n, signer in enumerate(sheet.signers):
        between = edges[n], edges[n + 1] - 1
        _across(book, page, row + 1, between, signer, bold=True)
        _across(book, page, row + 2, between, SIGN, italic=True)
    return row + 7


def _edge(heads: Sequence[Head], share: float) -> int:
    """The column in which that share of the width is reached."""
    widths = [head.width for head in heads]
    return min(range(len(widths)), key=lambda n: abs(sum(widths[:n]) - share * sum(widths)))


def _across(book: Any, page: Any, row: int, between: tuple[int, int], text: str, **how: Any) -> None:
    """A text in the middle of these columns."""
    shown = book.add_format({"align": "center", "font_name": FONT} | how)
    if between[0] >= between[1]:
        page.write_string(row, between[0], text, shown)
    else:
        page.merge_range(row, between[0], row, between[1], text, shown)


def _table(book: Any, page: Any, sheet: Sheet, top: int) -> None:
    said = {"border": 1, "text_wrap": True, "font_name": FONT, "valign": "vcenter"}
    head = book.add_format(said | {"bold": True, "align": "center"})
    for at, column in enumerate(sheet.heads):
        page.set_column(at, at, column.width)
        page.write_string(top, at, column.name, head)
        page.write_string(top + 1, at, column.mark, head)
    page.set_row(top, _height(sheet, [column.name for column in sheet.heads]))
    formats = {
        strong: [
            book.add_format(said | {"bold": strong, "num_format": f})
            for f in ("@", "[$-42A]#,##0", "dd/mm/yyyy", "General")
        ]
        for strong in (False, True)
    }
    for n, row in enumerate(sheet.rows):
        page.set_row(top + 2 + n, _height(sheet, row))
        for at, value in enumerate(row):
            _cell(page, top + 2 + n, at, value, formats[n in sheet.strong])


def _height(sheet: Sheet, row: Sequence[Cell]) -> float:
    """Room for the longest text of a row: programs that only print do not find it out themselves."""
    lines = [
        -(-len(value) // (head.width - 1))
        for value, head in zip(row, sheet.heads, strict=True)
        if isinstance(value, str)
    ]
    return 15.5 * max(1, *lines)


def _cell(page: Any, row: int, at: int, value: Cell, shown: Sequence[Any]) -> None:
    text, number, day, points = shown
    if isinstance(value, date):
        page.write_datetime(row, at, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
    elif isinstance(value, int | Decimal):
        page.write_number(row, at, value, number if isinstance(value, int) else points)
    else:
        page.write_string(row, at, value or "", text)
