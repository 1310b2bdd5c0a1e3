"""The list of members as an Excel file: what the page shows, no sensitive column."""

from collections.abc import Iterable
from io import BytesIO

import xlsxwriter

from congdoan.org.models import Unit

from .models import Membership

HEADS = (
    "STT",
    "Họ và tên",
    "Giới tính",
    "Ngày sinh",
    "Công đoàn",
    "Sinh hoạt từ",
    "Số thẻ",
    "Nghề nghiệp",
    "Điện thoại",
)
WIDTHS = (6, 28, 10, 12, 40, 12, 16, 28, 14)
SEX = {True: "Nữ", False: "Nam", None: ""}


def of_members(unit: Unit, rows: Iterable[Membership]) -> bytes:
    """A sheet: a row a member, in the order of the list. Text is written as text."""
    file = BytesIO()
    with xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Đoàn viên")
        for column, width in enumerate(WIDTHS):
            sheet.set_column(
                column, column, width, day if HEADS[column] in ("Ngày sinh", "Sinh hoạt từ") else None
            )
        sheet.write_string(0, 0, f"Danh sách đoàn viên, {unit.name}", strong)
        sheet.write_row(2, 0, HEADS, strong)
        sheet.freeze_panes(3, 0)
        for at, held in enumerate(rows, start=1):
            sheet.write_row(2 + at, 0, (at, held.person.name, SEX[held.person.woman]))
            if held.person.born_on:
                sheet.write_datetime(2 + at, 3, held.person.born_on)
            sheet.write_string(2 + at, 4, held.unit.name)
            sheet.write_datetime(2 + at, 5, held.from_on)
            sheet.write_row(2 + at, 6, (held.person.card_number or "", held.person.job, held.person.phone))
    return file.getvalue()
