"""What each column of a table is: as the union said the last time, by its heading, by what stands in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from congdoan.base.text import fold
from congdoan.members.births import year

from . import parsing
from .broken import is_error
from .columns import Column
from .layout import ORDINAL, Table
from .parsing import Cell, Unreadable
from .persons import mostly_names, named

SAMPLE = 60  # cells looked at
NO_WORD = re.compile(r"[\W_]+")
MOST = 0.8  # of them must be what the column is for
NEVER = ORDINAL | {"ghi chu", "ky nhan", "ky ten", "chu ky", "ket qua", "dong", "ly do", "o"}


def guess(
    table: Table, columns: Sequence[Column], remembered: Mapping[str, str] | None = None
) -> dict[int, str]:
    """The column each one of a table is, by index; each at most once. The surest first."""
    found: dict[int, str] = {}
    names = {column.name for column in columns}
    for way in (
        _remembered(table, remembered or {}),
        _by_heading(table, columns),
        _by_content(table, columns, found),
    ):
        for index, name in way:
            if index not in found and name in names and name not in found.values():
                found[index] = name
    return dict(sorted(found.items()))


def _remembered(table: Table, remembered: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for index, heading in enumerate(table.headings):
        if name := remembered.get(fold(heading)):
            yield index, name


def _by_heading(table: Table, columns: Sequence[Column]) -> Iterator[tuple[int, str]]:
    """The same words; then words within words, the longest; then words of one column's name; then nearly the same."""
    names = {fold(said): column.name for column in columns for said in (*column.also[::-1], column.label)}
    heads = [
        (index, head)
        for index, heading in enumerate(table.headings)
        if (head := fold(heading)) and (head in names or head not in NEVER)
    ]
    yield from ((index, names[head]) for index, head in heads if head in names)
    for index, head in heads:
        words = f" {NO_WORD.sub(' ', head)} "
        within = [said for said in names if len(said) > 2 and f" {said} " in words]
        if within:
            yield index, names[max(within, key=len)]
    for index, head in heads:
        said = set(NO_WORD.sub(" ", head).split())
        meant = {
            column
            for name, column in names.items()
            if len(said) > 1 and said <= set(NO_WORD.sub(" ", name).split())
        }
        if len(meant) == 1:
            yield index, meant.pop()
    for index, head in heads:
        if near := get_close_matches(head, list(names), n=1, cutoff=0.86):
            yield index, names[near[0]]


def _by_content(
    table: Table, columns: Sequence[Column], found: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Columns without a heading, or with one nobody knows, by what most of their cells are."""
    for reads, is_so, anyhow in SIGNS:
        for column in columns:
            if column.read is reads:
                yield from _like(table, column, is_so, anyhow, found)
    for column in columns:
        if column.read is parsing.name and column.required:
            yield from _bare(table, column)


def _bare(table: Table, column: Column) -> Iterator[tuple[int, str]]:
    """The one column of a list without a heading, where it is plainly names, be their family names rare."""
    used = [index for index in range(len(table.headings)) if _cells(table, index)]
    said = (
        [parsing.unnumbered(parsing.text(cell)) for cell in _cells(table, used[0])] if len(used) == 1 else []
    )
    if said and not table.head and mostly_names(said):
        yield used[0], column.name


def _like(
    table: Table, column: Column, is_so: Callable[[Any], bool], anyhow: bool, found: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    for index, heading in enumerate(table.headings):
        if index not in found and fold(heading) not in NEVER and (anyhow or not heading):
            cells = _cells(table, index)
            if cells and sum(_reads(column, cell, is_so) for cell in cells) >= MOST * len(cells):
                yield index, column.name
                return


def _cells(table: Table, index: int) -> list[Cell]:
    cells = (row[index] for _, row in table.rows[:SAMPLE] if index < len(row))
    return [cell for cell in cells if cell is not None and not is_error(cell)]


def _reads(column: Column, cell: Cell, is_so: Callable[[Any], bool]) -> bool:
    try:
        return is_so(column.read(cell))
    except Unreadable:
        return False


def _born(value: Any) -> bool:
    return 1930 < (year(value) or 0) < 2012


SIGNS: tuple[tuple[Any, Callable[[Any], bool], bool], ...] = (
    # how a column reads, what its value then is, and whether a heading of other words may stand above it
    (parsing.name, named, True),
    (parsing.woman, lambda value: value is not None, False),
    (parsing.email, bool, True),
    (parsing.id_number, lambda value: len(value) == 12, False),
    (parsing.phone, lambda value: len(value) == 10, False),
    (parsing.birth, _born, False),
    (parsing.day, _born, False),
)
