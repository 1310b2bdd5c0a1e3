"""The lines under a figure as an Excel file."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from django.conf import settings

from congdoan.ledger.figures import Figure

from .apart import counted
from .asking import Question
from .switches import way_told
from .under import Shown

MOST = 20_000  # lines in one file
HEADS = ("STT", "Ngày", "Công đoàn", "Việc", "Ai", "Phân loại", "Số lượng", "Đường dẫn")
WIDTHS = (6, 12, 36, 44, 26, 36, 16, 50)


def of_lines(question: Question, figure: Figure, rows: Sequence[Shown]) -> bytes:
    """A sheet: what the figure is on top, then a row a line. Text is written as text: nothing in it is a formula."""
    file = BytesIO()
    with xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": figure.indicator.name, "company": question.unit.name})
        strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        number = book.add_format({"num_format": "#,##0"})
        sheet = book.add_worksheet("Các dòng")
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        for at, line in enumerate(_top(question, figure)):
            sheet.write_string(at, 0, line, strong if at == 0 else None)
        head = len(_top(question, figure)) + 1
        sheet.write_row(head, 0, HEADS, strong)
        sheet.freeze_panes(head + 1, 0)
        for at, row in enumerate(rows, start=1):
            sheet.write_number(head + at, 0, at)
            sheet.write_datetime(head + at, 1, row.day, day)
            sheet.write_row(head + at, 2, (row.unit, row.title, row.who, row.cut))
            sheet.write_number(head + at, 6, row.quantity, number)
            sheet.write_string(head + at, 7, f"{settings.URL}{row.url}" if row.url else "")
    return file.getvalue()


def _top(question: Question, figure: Figure) -> list[str]:
    what, way = counted(figure.indicator), way_told(question)
    about = f"{question.unit.name}, {question.period.label()}" + (f" ({way})" if way else "")
    return [f"{figure.indicator.code}. {figure.indicator.name}", about, f"Đơn vị tính: {what.counts_in}"]
