"""The figures of a report as an Excel sheet: what the annex lists, to reckon with."""

import io
from decimal import Decimal

import xlsxwriter
from django.utils import timezone

from . import rendering
from .answers import Answer
from .models import Report

COLUMNS = (
    ("Mã", 12),
    ("Nội dung", 70),
    ("Giá trị", 18),
    ("Tử số", 12),
    ("Mẫu số", 12),
    ("Đơn vị tính", 16),
    ("Số việc", 10),
    ("Ghi chú", 40),
)
WHOLE, SHARE = "#,##0", "0.00"


def figures(report: Report) -> bytes:
    """One row a printed figure, in the order of reading. The same bytes while nothing changed."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": report.title, "created": timezone.make_naive(rendering.dated(report))})
    sheet, bold = book.add_worksheet("Số liệu"), book.add_format({"bold": True})
    formats = {int: book.add_format({"num_format": WHOLE}), Decimal: book.add_format({"num_format": SHARE})}
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, bold)
    sheet.freeze_panes(1, 0)
    printed = [figure for figure in rendering.render(report).printed if figure.row is None]
    for line, figure in enumerate(printed, start=1):
        for column, said in enumerate(_cells(figure.ref, figure.answer)):
            if isinstance(said, int | Decimal):
                sheet.write_number(line, column, said, formats[type(said)])
            else:
                sheet.write_string(line, column, said or "")
    book.close()
    return out.getvalue()


def _cells(ref: str, a: Answer) -> tuple[int | Decimal | str | None, ...]:
    return ref, a.label, a.value, a.num, a.den, a.counts_in, a.entries, a.note
