"""A score sheet as an Excel file."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from .models import Resolution
from .rows import Row, summed

HEADS = ("TT", "Chỉ tiêu", "Trách nhiệm", "Mục tiêu", "Kết quả", "Tử số", "Mẫu số", "Tỷ lệ hoàn thành (%)", "Đánh giá", "Ghi chú")  # fmt: skip
WIDTHS = (5, 60, 12, 20, 26, 10, 10, 14, 14, 60)


def of_sheet(resolution: Resolution, found: Sequence[Row]) -> bytes:
    """A row a target, with exact parts. Text is written as text: nothing in it is a formula."""
    file = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, plain) as book:
        book.set_properties({"title": resolution.title, "company": resolution.unit.name})
        strong, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Chỉ tiêu")
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width, wrap)
        for at, line in enumerate((resolution.unit.name, resolution.title, summed(found))):
            sheet.write_string(at, 0, line, strong)
        sheet.write_row(4, 0, HEADS, strong)
        sheet.freeze_panes(5, 0)
        for at, row in enumerate(found, start=1):
            sheet.write_row(4 + at, 0, _cells(at, row))
    return file.getvalue()


def _cells(at: int, row: Row) -> list[object]:
    figure = row.figure
    parts = (figure.num, figure.den) if figure and figure.den else (None, None)
    whose = "Phối hợp" if row.target.joint else "Trực tiếp"
    attained = None if row.attainment is None else float(row.attainment)
    return [
        at,
        row.label,
        whose,
        row.demand,
        row.result_text,
        *parts,
        attained,
        row.verdict_text,
        row.sentence,
    ]
