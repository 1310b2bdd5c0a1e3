"""A file looked at: its table found, its columns guessed, its rows read and each given its fate. Writes nothing in the book."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from congdoan.base import progress
from congdoan.base.period import today
from congdoan.base.text import fold

from . import broken
from .blanks import CHOICES, GUIDE
from .columns import Column
from .fates import Fate, Line
from .guessing import guess
from .joining import joined
from .layout import Table, find_table
from .models import Habit, Import
from .parsing import Unreadable
from .sheets import Sheet, open_book
from .sorts import SORTS, Asked, Sort

NOWHERE = -1  # the index of what no column of the file tells


@dataclass(frozen=True)
class Read:
    """A file as it is read today: its sheets, the table chosen, what each column is taken for, what was said once for all
    rows."""

    sheets: Sequence[Sheet]
    table: Table
    columns: Mapping[int, Column]
    common: Sequence[tuple[Column, str]] = ()


def sort_of(one: Import) -> Sort:
    """What its rows are."""
    return SORTS[one.sort]


def read(one: Import) -> Read:
    """Open the file and lay it out as chosen; what was not chosen is guessed."""
    progress.step("Đang mở tệp")
    sheets = open_book(bytes(one.content.file), one.name)
    known = sort_of(one).columns(one.unit)
    table = joined(find_table(_sheet(sheets, one.chosen.get("sheet")), known))
    named = {column.name: column for column in known}
    chosen = one.chosen.get("columns")
    taken = _chosen(chosen) if chosen is not None else guess(table, known, remembered(one))
    columns = {index: named[name] for index, name in taken.items() if name in named}
    _leave_out_errors(table, columns)
    said = one.chosen.get("common", {})
    left = [
        column
        for column in known
        if column.common and column not in columns.values() and said.get(column.name)
    ]
    return Read(sheets, table, columns, [(column, said[column.name]) for column in left])


def _leave_out_errors(table: Table, taken: Collection[int]) -> None:
    """Formulas drawn down under the list, in columns nobody takes, tell of nobody."""
    left = {
        number for number, row in table.rows if all(_failed(at, cell, taken) for at, cell in enumerate(row))
    }
    if left:
        table.rows[:] = [(number, row) for number, row in table.rows if number not in left]
        table.skipped.extend((number, "chỉ có ô báo lỗi") for number in left)
        table.skipped.sort()


def _failed(at: int, cell: Any, taken: Collection[int]) -> bool:
    return cell in (None, "") or (at not in taken and broken.is_error(cell))


def remembered(one: Import) -> dict[str, str]:
    """What this union took headings for the last time."""
    rows = Habit.objects.filter(unit=one.unit, sort=one.sort)
    return dict(rows.values_list("heading", "column"))


def lines(found: Read, mended: Mapping[str, Mapping[str, str]]) -> list[Line]:
    """The rows as their columns read them, cells typed anew instead of the file's."""
    columns = [(index, column.name, Texts(column.read)) for index, column in found.columns.items()]
    columns += [
        (NOWHERE, column.name, Texts(partial(_given, column.read, text))) for column, text in found.common
    ]
    rows = progress.counted(found.table.rows, "Đang đọc từng dòng", len(found.table.rows))
    return [_line(number, cells, columns, mended.get(str(number), {})) for number, cells in rows]


def fates(one: Import, found: Read) -> list[Fate]:
    """What becomes of each row, as things stand."""
    return sort_of(one).look(asked(one), lines(found, one.mended))


def asked(one: Import) -> Asked:
    """What was chosen for all rows, or is taken for granted."""
    chosen, hows = one.chosen, sort_of(one).hows
    on = date.fromisoformat(chosen["on"]) if chosen.get("on") else today()
    how = chosen.get("how") or (hows[0][0] if hows else "")
    answers = {int(row): answer for row, answer in one.answers.items()}
    return Asked(one.unit, on, how, chosen.get("note", ""), one.by, answers)


def headings(table: Table) -> list[str]:
    """Headings as habits keep them."""
    return [fold(heading)[:200] for heading in table.headings]


def _sheet(sheets: Sequence[Sheet], name: str | None) -> Sheet:
    """The one chosen; else the one with the most rows, but for those that explain a template of ours."""
    filled = [sheet for sheet in sheets if sheet.name not in (GUIDE, CHOICES)] or sheets
    chosen = next((sheet for sheet in sheets if sheet.name == name), None)
    return chosen or max(filled, key=lambda sheet: len(sheet.rows))


def _chosen(columns: Mapping[str, str]) -> dict[int, str]:
    return {int(index): name for index, name in columns.items() if name}


class Texts(dict[str, Any]):
    """What texts of a column say, each read once: most columns say the same few things again and again."""

    def __init__(self, reads: Callable[[Any], Any]) -> None:
        super().__init__()
        self.reads = reads

    def __missing__(self, text: str) -> Any:
        if broken.is_error(text):
            raise Unreadable(broken.why(text))
        self[text] = said = self.reads(text)
        return said


def _given(reads: Callable[[Any], Any], text: str, cell: Any) -> Any:
    """What was said for all rows, unless this one was mended."""
    return reads(text if cell is None else cell)


def _line(
    number: int, cells: Sequence[Any], columns: Sequence[tuple[int, str, Texts]], mended: Mapping[str, str]
) -> Line:
    line, width = Line(number, {}), len(cells)
    values = line.values
    for index, name, texts in columns:
        cell = cells[index] if NOWHERE < index < width else None
        if mended:
            cell = mended.get(name, cell)
        try:
            values[name] = texts[cell] if type(cell) is str else texts.reads(cell)
        except Unreadable as unreadable:
            values[name], line.wrong[name] = str(cell), unreadable.sentence
    return line
