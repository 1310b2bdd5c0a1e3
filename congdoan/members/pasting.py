"""Members out of a list pasted from a spreadsheet. What a cell is, its shape tells; the order of columns does not matter."""

import re

from congdoan.base.days import like_day, like_year, parse_birth
from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc

from . import births

APART = re.compile(r"\t|;| {3,}")
HEADINGS = {
    "stt",
    "tt",
    "ho ten",
    "ho va ten",
    "ho, ten",
    "ten",
    "ho ten doan vien",
    "danh sach",
    "danh sach doan vien",
}
SEX = {"nu": True, "nam": False, "x": True}
Row = dict[str, object]


def read(text: str) -> list[Row]:
    """The people of a pasted list. Refuses a list without anybody, and a day that is none."""
    table = [[nfc(cell) for cell in APART.split(line) if nfc(cell)] for line in text.splitlines()]
    rows = [row for cells in table if not _heading(cells) and (row := _row(cells))]
    if not rows:
        raise Refused("Danh sách chưa có họ tên nào; hãy dán lại từ bảng tính.", "pasted")
    return rows


def _heading(cells: list[str]) -> bool:
    return any(fold(cell) in HEADINGS for cell in cells)


def _row(cells: list[str]) -> Row | None:
    row: Row = {}
    for cell in cells:
        for name, value in _meaning(cell, "name" in row):
            row.setdefault(name, value)
    return row if "name" in row else None


def _meaning(cell: str, named: bool) -> list[tuple[str, object]]:
    """Which column the cell belongs to, and what it says there."""
    digits = re.sub(r"[ .]", "", cell)
    if fold(cell) in SEX:
        return [("woman", SEX[fold(cell)])]
    if like_day(cell) or (named and like_year(cell)):
        return [(name, value) for name, value in births.apart(_born(cell)).items() if value]
    if digits.isdigit():
        sort = {9: "id_number", 12: "id_number", 10: "phone", 11: "phone"}.get(len(digits))
        return [(sort, digits)] if sort else []  # running numbers
    return [("job", cell)] if named else [("name", cell)]


def _born(cell: str) -> births.Born:
    try:
        return parse_birth(cell)
    except Refused as refused:
        raise Refused(f"Ngày {refused.sentence}", "pasted") from None
