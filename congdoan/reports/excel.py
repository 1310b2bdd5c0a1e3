"""A report as Excel: what its annex lists, to reckon with; a statistical form in its own layout."""

import io
from decimal import Decimal

import xlsxwriter
from django.utils import timezone

from congdoan.base import store

from . import rendering, statistics_excel
from .answers import Answer
from .models import Report
from .statistics import FORMS

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


def file(report: Report) -> bytes:
    """The report's Excel file: the one made when it was issued, or as it stands."""
    return store.get(report.xlsx) if report.xlsx else made(report)


def made(report: Report) -> bytes:
    """The same bytes while nothing changed."""
    form = FORMS.get(report.template)
    return statistics_excel.workbook(form, report) if form else figures(report)


def figures(report: Report) -> bytes:
    """One row a printed figure, in the order of reading."""
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
