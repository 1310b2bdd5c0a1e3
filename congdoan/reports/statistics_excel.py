"""A statistical form as an Excel file: head, ticks, numbered rows; each number leads to its page."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.conf import settings

from congdoan.ledger.figures import Figure

from .questions import href
from .statistics import Filled

HEADS = ("TT", "Nội dung", "Đơn vị tính", "Số lượng", "Ghi chú", "Mã")
WIDTHS = (5, 62, 14, 18, 24, 9)
FONT = {"font_name": "Times New Roman", "font_size": 12}
PAPER_A4 = 9


class _Looks:
    """The few formats the forms use."""

    def __init__(self, book: Any) -> None:
        def made(**more: Any) -> Any:
            return book.add_format(FONT | more)

        grid = {"border": 1, "valign": "vcenter"}
        self.plain, self.strong = made(), made(bold=True)
        self.title = made(bold=True, align="center", font_size=14)
        self.middle = made(align="center")
        self.head = made(bold=True, align="center", text_wrap=True, **grid)
        self.section = made(bold=True, **grid)
        self.text = made(text_wrap=True, **grid)
        self.center = made(align="center", **grid)
        self.whole = made(num_format="#,##0", align="right", **grid)
        self.share = made(num_format="0.00", align="right", **grid)


def workbook(filled: Filled) -> bytes:
    """The form as a file. The same bytes while nothing changed."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        made_at = datetime(filled.period.last.year, 1, 1)  # noqa: DTZ001  (Excel knows no zone)
        book.set_properties({"title": filled.form.title, "created": made_at})
        looks, sheet = _Looks(book), book.add_worksheet(filled.form.symbol.removeprefix("Mẫu "))
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        at = _head(sheet, looks, filled)
        sheet.repeat_rows(at)
        sheet.write_row(at, 0, HEADS, looks.head)
        _foot(sheet, looks, _body(sheet, looks, filled, at + 1))
    return file.getvalue()


def _head(sheet: Any, looks: _Looks, filled: Filled) -> int:
    """The lines above the table; returns the row the table begins on."""
    form = filled.form
    ticks = "     ".join(f"{'☒' if ticked else '☐'} {day}" for day, ticked in filled.ticks)
    sheet.write_string(0, 0, f"Công đoàn cấp trên: {filled.superior}", looks.plain)
    sheet.write_string(0, 4, form.symbol, looks.strong)
    sheet.write_string(1, 0, f"Đơn vị báo cáo: {filled.unit.name}", looks.strong)
    sheet.merge_range(3, 0, 3, 5, form.title, looks.title)
    sheet.merge_range(4, 0, 4, 5, f"Năm {filled.period.year}     {ticks}", looks.middle)
    sheet.merge_range(5, 0, 5, 5, filled.period.label(), looks.middle)
    sheet.write_string(7, 0, "A. SỐ LIỆU", looks.strong)
    return 8


def _body(sheet: Any, looks: _Looks, filled: Filled, at: int) -> int:
    """The rows, numbered through each section; returns the row after them."""
    for section, parts in filled.form.sections:
        at = _line(sheet, looks, at, section)
        number = 0
        for part in parts:
            at = _line(sheet, looks, at, part.heading)
            for code in part.codes:
                number += 1
                _row(sheet, looks, at, number, filled.found[code], filled)
                at += 1
    return at


def _line(sheet: Any, looks: _Looks, at: int, text: str) -> int:
    sheet.merge_range(at, 0, at, 5, text, looks.section)
    return at + 1


def _row(sheet: Any, looks: _Looks, at: int, number: int, figure: Figure, filled: Filled) -> None:
    counted = figure.indicator
    sheet.write_number(at, 0, number, looks.center)
    sheet.write_string(at, 1, counted.name, looks.text)
    sheet.write_string(at, 2, counted.counts_in, looks.center)
    if figure.value is None:
        sheet.write_blank(at, 3, None, looks.whole)
    else:
        look = looks.share if isinstance(figure.value, Decimal) else looks.whole
        sheet.write_number(at, 3, figure.value, look)
    sheet.write_string(at, 4, "; ".join(_notes(figure)), looks.text)
    path = href(counted, filled.unit, filled.period)
    sheet.write_url(at, 5, f"{settings.URL}{path}", looks.center, counted.code)


def _notes(figure: Figure) -> Iterator[str]:
    if figure.value is None:
        yield "chưa có số liệu"
    if figure.den and not figure.indicator.money and figure.indicator.adds == "ratio":
        yield f"{figure.num}/{figure.den}"


def _foot(sheet: Any, looks: _Looks, at: int) -> None:
    sheet.write_string(at + 1, 1, "NGƯỜI LẬP BIỂU", looks.strong)
    sheet.write_string(at + 1, 3, "TM. BAN CHẤP HÀNH", looks.strong)
