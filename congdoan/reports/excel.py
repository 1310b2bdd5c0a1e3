"""The figures of a report as an Excel sheet: what the annex lists, to reckon with."""

import io

import xlsxwriter

from .actions import render
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


def figures(report: Report) -> bytes:
    """One row a printed figure, in the order of reading."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, bold, number = (
        book.add_worksheet("Số liệu"),
        book.add_format({"bold": True}),
        book.add_format({"num_format": "#,##0.##"}),
    )
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, bold)
    sheet.freeze_panes(1, 0)
    printed = [figure for figure in render(report).printed if figure.row is None]
    for line, figure in enumerate(printed, start=1):
        a = figure.answer
        for column, said in enumerate(
            (figure.ref, a.label, a.value, a.num, a.den, a.counts_in, a.entries, a.note)
        ):
            if isinstance(said, str) or said is None:
                sheet.write_string(line, column, said or "")
            else:
                sheet.write_number(line, column, float(said), number)
    book.close()
    return out.getvalue()
