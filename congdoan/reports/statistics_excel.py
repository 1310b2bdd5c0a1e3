"""A statistical form as an Excel file: head, ticks, numbered rows; each number leads to its page."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.conf import settings

from congdoan.base.period import Period

from . import facts, rendering
from .answers import Answer, Answers
from .models import Report
from .statistics import OURS, Form, ticks
from .tags import FIGURE, Tag

HEADS = ("TT", "Nội dung", "Đơn vị tính", "Số lượng", "Ghi chú", "Mã")
WIDTHS = (5, 56, 16, 17, 16, 9)
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
        self.middle, self.slanted = made(align="center"), made(italic=True)
        self.signed = made(bold=True, align="center")
        self.head = made(bold=True, align="center", text_wrap=True, **grid)
        self.section = made(bold=True, **grid)
        self.text = made(text_wrap=True, **grid)
        self.center = made(align="center", text_wrap=True, **grid)
        self.whole = made(num_format="#,##0", align="right", **grid)
        self.share = made(num_format="0.00", align="right", **grid)


def workbook(form: Form, report: Report) -> bytes:
    """The form as a file. The same bytes while nothing changed."""
    file, known = BytesIO(), facts.facts(report)
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        made_at = datetime(report.last_on.year, 1, 1)  # noqa: DTZ001  (Excel knows no zone)
        book.set_properties({"title": form.title, "created": made_at})
        looks, sheet = _Looks(book), book.add_worksheet(form.symbol.removeprefix("Mẫu "))
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        at = _head(sheet, looks, form, Period.parse(report.period), known)
        sheet.repeat_rows(at)
        sheet.write_row(at, 0, HEADS, looks.head)
        _foot(sheet, looks, _body(sheet, looks, form, rendering.answers_of(report), at + 1), known)
    return file.getvalue()


def _head(sheet: Any, looks: _Looks, form: Form, period: Period, known: dict[str, str]) -> int:
    """The lines above the table; returns the row the table begins on."""
    ticked = "     ".join(f"{'☒' if on else '☐'} {day}" for day, on in ticks(period))
    sheet.write_string(0, 0, f"Công đoàn cấp trên: {known['cap-tren']}", looks.plain)
    sheet.write_string(0, 4, form.symbol, looks.strong)
    sheet.write_string(1, 0, f"Đơn vị báo cáo: {known['cong-doan']}", looks.strong)
    sheet.write_string(1, 4, known["so-ky-hieu"], looks.plain)
    sheet.merge_range(3, 0, 3, 5, form.title, looks.title)
    sheet.merge_range(4, 0, 4, 5, f"Năm {period.year}     {ticked}", looks.middle)
    sheet.merge_range(5, 0, 5, 5, period.label(), looks.middle)
    sheet.write_string(7, 0, "A. SỐ LIỆU", looks.strong)
    return 8


def _body(sheet: Any, looks: _Looks, form: Form, ask: Answers, at: int) -> int:
    """The rows, numbered through each section; returns the row after them."""
    for section, parts in form.sections:
        at = _line(sheet, looks, at, section)
        number = 0
        for part in parts:
            at = _line(sheet, looks, at, part.heading)
            for code in part.codes:
                number += 1
                _row(sheet, looks, at, number, ask(Tag(FIGURE, codes=(code,))))
                at += 1
    return at


def _line(sheet: Any, looks: _Looks, at: int, text: str) -> int:
    sheet.merge_range(at, 0, at, 5, text, looks.section)
    return at + 1


def _row(sheet: Any, looks: _Looks, at: int, number: int, answer: Answer) -> None:
    sheet.write_number(at, 0, number, looks.center)
    sheet.write_string(at, 1, answer.label, looks.text)
    sheet.write_string(at, 2, answer.counts_in, looks.center)
    if answer.value is None:
        sheet.write_blank(at, 3, None, looks.whole)
    else:
        sheet.write_number(at, 3, answer.value, looks.share if answer.ratio else looks.whole)
    sheet.write_string(at, 4, "; ".join(_notes(answer)), looks.center)
    sheet.write_url(at, 5, f"{settings.URL}{answer.href}", looks.center, answer.code)


def _notes(answer: Answer) -> Iterator[str]:
    if answer.value is None:
        yield "chưa có số liệu"
    if answer.ratio:
        yield f"{answer.num}/{answer.den}"
    if answer.expected:
        yield "số ước"


def _foot(sheet: Any, looks: _Looks, at: int, known: dict[str, str]) -> None:
    """What is ours in the form; then day and place, who made it and who signs."""
    sheet.write_string(at, 0, OURS, looks.slanted)
    sheet.merge_range(at + 2, 3, at + 2, 5, known["dia-danh-ngay"], looks.middle)
    sheet.write_string(at + 3, 1, "NGƯỜI LẬP BIỂU", looks.signed)
    for line, said in enumerate((known["the-thuc-ky"], known["chuc-vu-ky"], "", "", "", known["nguoi-ky"])):
        sheet.merge_range(at + 3 + line, 3, at + 3 + line, 5, said, looks.signed)
