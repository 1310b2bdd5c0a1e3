"""Cells typed anew and doubts answered, by row: checked against what the row may be, then looked at anew."""

from collections.abc import Mapping

from congdoan.base.errors import Refused

from . import actions
from .fates import Fate
from .models import Import

Mended = dict[int, dict[str, str]]


def settle(one: Import, mended: Mended, answers: Mapping[int, str]) -> None:
    """Refuses an answer that is none of the row's, and a row that is not there."""
    before = {fate.row: fate for fate in actions.fates_of(one)}
    chosen: dict[int, str] = {}
    for row, value in answers.items():
        _answer(_fate(before, row), value, mended, chosen)
    for row in mended:
        _fate(before, row)
    actions.choose(one=one, mended=mended, answers=chosen)


def _fate(before: Mapping[int, Fate], row: int) -> Fate:
    if row not in before:
        raise Refused(f"Tệp này không có dòng {row}; hãy xem lại số dòng.")
    return before[row]


def _answer(fate: Fate, value: str, mended: Mended, answers: dict[int, str]) -> None:
    """An answer about a column's own value mends the cell; any other is about who the row is."""
    if value not in dict(fate.options):
        raise Refused("Lựa chọn này không còn; hãy tải lại trang.")
    if fate.column == "unit" and value != "skip":
        mended.setdefault(fate.row, {})["unit"] = value
    else:
        answers[fate.row] = value
