"""A short way to a spreadsheet in a test, and to what becomes of it."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from congdoan.imports import actions
from congdoan.imports.models import Import
from congdoan.org.models import Unit

HEAD = ("Họ và tên", "Giới tính", "Ngày sinh", "Số căn cước", "Số thẻ", "Điện thoại", "Công đoàn")
DAY = date(2024, 3, 1)


def workbook(*rows: Sequence[Any], head: Sequence[str] = HEAD, sheet: str = "DS") -> bytes:
    """A workbook with a heading row and these rows."""
    file = BytesIO()
    with xlsxwriter.Workbook(
        file, {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}
    ) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate([head, *rows]):
            for column, cell in enumerate(row):
                page.write(at, column, cell)
    return file.getvalue()


def sent(
    unit: Unit, *rows: Sequence[Any], how: str = "admitted", head: Sequence[str] = HEAD, **chosen: Any
) -> Import:
    """A list of members arrives and is looked at."""
    one = actions.send(unit=unit, sort="members", name="ds.xlsx", content=workbook(*rows, head=head), by=None)
    actions.choose(one=one, chosen={"how": how, "on": str(DAY), **chosen})
    return Import.objects.get(pk=one.pk)


def taken_in(unit: Unit, *rows: Sequence[Any], only_good: bool = False, **chosen: Any) -> Import:
    """The same, and its rows are written."""
    return actions.take_in(one=sent(unit, *rows, **chosen), by=None, only_good=only_good)


def fates(one: Import) -> dict[int, str]:
    """Row by row."""
    return {fate.row: fate.fate for fate in actions.fates_of(Import.objects.get(pk=one.pk))}


def whys(one: Import) -> dict[int, str]:
    """The reason of each row."""
    return {fate.row: fate.why for fate in actions.fates_of(Import.objects.get(pk=one.pk))}
