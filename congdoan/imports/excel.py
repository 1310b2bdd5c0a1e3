"""Rows of a file handed back, with what became of each beside it."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from .fates import LABELS, Fate
from .looking import Read
from .models import Import
from .shown import Row, text

AFTER = ("Dòng", "Kết quả", "Lý do", "Ô")


def of_rows(one: Import, read: Read, fates: Sequence[Fate]) -> bytes:
    """A sheet with the file's own columns in their order, and the fate of each row. Text is written as text: nothing in
    it is a formula. The same file, mended, can be taken in again."""
    file = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        strong = book.add_format({"bold": True})
        sheet = book.add_worksheet("Dòng")
        sheet.freeze_panes(1, 0)
        labels = [column.label for column in read.columns.values()]
        sheet.write_row(0, 0, [*labels, *AFTER], strong)
        for at, fate in enumerate(fates, start=1):
            said = [text(fate.values.get(column.name), column) for column in read.columns.values()]
            told = [str(fate.row), LABELS[fate.fate], fate.why, Row(one, read, fate).where]
            for column, value in enumerate([*said, *told]):
                sheet.write_string(at, column, value[:32_000])
    return file.getvalue()
