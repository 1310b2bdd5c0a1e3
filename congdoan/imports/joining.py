"""What a table tells in several columns and the book in one: family name and given name apart, birth dates in a column
for men and one for women, day and month and year of a date in three."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from congdoan.base.text import fold

from .broken import is_error
from .layout import Row, Table
from .parsing import Cell, text

FAMILY = {
    "ho",
    "ho dem",
    "ho va dem",
    "ho va ten dem",
    "ho ten dem",
    "ho lot",
    "ho va chu lot",
    "ho va ten ho",
    "ho va ten ho dem",
}
GIVEN = {"ten", "ho va ten ten", "ten goi"}
WHOLE = {"ho va ten", "ho ten"}
PARTS = ("ngay", "thang", "nam")
OF_BIRTH = re.compile(r"(ngay|thang|nam)( sinh)?")
BORN = re.compile(r"(ngay|nam|ngay thang nam|ngay, thang, nam)? ?sinh")


def joined(table: Table) -> Table:
    """The table with such columns as one."""
    heads = [fold(heading) for heading in table.headings]
    for family, given in _apart(heads, table):
        table = _named(table, family, given)
    for first, heading in _in_three(table.headings):
        table = _dated(table, first, heading)
    heads = [fold(heading) for heading in table.headings]
    men, women = (_of(heads, sex) for sex in ("nam", "nu"))
    return _born(table, men, women) if men is not None and women is not None else table


def _apart(heads: Sequence[str], table: Table) -> list[tuple[int, int]]:
    """The columns of a name written in two."""
    given = next((n for n, head in enumerate(heads) if head in GIVEN), None)
    family = next((n for n, head in enumerate(heads) if head in FAMILY), None)
    if family is not None and given is not None:
        return [(family, given)]
    whole = next((n for n, head in enumerate(heads) if head in WHOLE), None)
    if whole is not None and whole + 1 < len(heads) and heads[whole + 1] in ("", heads[whole]):
        cells = [text(row[whole + 1]) for _, row in table.rows if whole + 1 < len(row)]
        return [(whole, whole + 1)] if cells and all(0 < len(cell.split()) <= 2 for cell in cells) else []
    return []


def _in_three(headings: Sequence[str]) -> list[tuple[int, str]]:
    """Where day, month and year stand side by side, each the first of its three, and what they are the date of."""
    heads = [fold(heading) for heading in headings]
    threes = ((n, heads[n : n + 3]) for n in range(len(heads) - 2))
    return [(n, what) for n, three in threes if (what := _date_of(three, headings[n]))]


def _date_of(three: Sequence[str], heading: str) -> str:
    """ "Ngày sinh" for day, month and year under it, or each with "sinh"; empty where these are no date."""
    if [head.rpartition(" ")[2] for head in three] == list(PARTS):
        above = {head.rpartition(" ")[0] for head in three}
        if len(above) == 1 and above != {""}:
            return heading.rpartition(" ")[0]
    told = [OF_BIRTH.fullmatch(head) for head in three]
    apart = [one[1] for one in told if one] == list(PARTS) and any(one[2] for one in told if one)
    return "Ngày sinh" if apart else ""


def _of(heads: Sequence[str], sex: str) -> int | None:
    return next((n for n, head in enumerate(heads) if head.endswith(f" {sex}") and BORN.match(head)), None)


def _named(table: Table, family: int, given: int) -> Table:
    def one(row: Row) -> Row:
        parts = _at(row, family), _at(row, given)
        failed = next(filter(is_error, parts), None)
        said = failed or " ".join(filter(None, map(text, parts)))
        return _put(row, {family: said or None, given: None})

    return _changed(table, {family: "Họ và tên", given: ""}, one)


def _born(table: Table, men: int, women: int) -> Table:
    """One column of birth dates; the other says the sex."""

    def one(row: Row) -> Row:
        woman = _at(row, women) is not None
        born = _at(row, women) if woman else _at(row, men)
        return _put(row, {men: born, women: ("Nữ" if woman else "Nam") if born is not None else None})

    return _changed(table, {men: "Ngày sinh", women: "Giới tính"}, one)


def _dated(table: Table, first: int, heading: str) -> Table:
    """One column for the three; what is not said is left out, so that a year alone is a year."""

    def one(row: Row) -> Row:
        parts = [_at(row, first + n) for n in range(3)]
        failed = next(filter(is_error, parts), None)
        said = failed or "/".join(filter(None, map(text, parts)))
        return _put(row, {first: said or None, first + 1: None, first + 2: None})

    return _changed(table, {first: heading, first + 1: "", first + 2: ""}, one)


def _changed(table: Table, headings: dict[int, str], one: Callable[[Row], Row]) -> Table:
    heads = [headings.get(n, heading) for n, heading in enumerate(table.headings)]
    return replace(table, headings=heads, rows=[(number, one(row)) for number, row in table.rows])


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _put(row: Row, cells: dict[int, Cell]) -> Row:
    wide = max(len(row), max(cells) + 1)
    return [cells.get(n, _at(row, n)) for n in range(wide)]
