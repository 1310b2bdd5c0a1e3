"""Stretches of the calendar (month, quarter, half-year, year), for which large unions keep sums beside those of days.

So a year is one cell and not 366. A cell of a stretch stands where a day's number would, below zero.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connection

from .sql import Text

SIZES = (1, 3, 6, 12)  # months
Span = tuple[int, int]


def cell(month: int, size: int) -> int:
    """The cell of the stretch of `size` months that holds a month, counted from the year 0."""
    return -(month // size * 16 + size)


def covering(first: date, last: date) -> Span | None:
    """The shortest stretch that begins on the first day and holds the last: its cell, its last day."""
    start = month_of(first)
    for size in SIZES if first.day == 1 else ():
        if start % size == 0 and (end := begins(start + size) - 1) >= last.toordinal():
            return cell(start, size), end
    return None


def runs(first: int, last: int) -> Iterator[Span]:
    """The cells that make up these days, as ranges: stretches as long as can be, and the days before and after them."""
    return _cover(first, last + 1, SIZES[::-1])


def _cover(first: int, after: int, sizes: Sequence[int]) -> Iterator[Span]:
    if first >= after:
        return
    if not sizes:
        yield first, after - 1
        return
    size, rest = sizes[0], sizes[1:]
    low, high = -(-_not_before(first) // size), month_of(date.fromordinal(after)) // size
    if low >= high:
        yield from _cover(first, after, rest)
        return
    yield cell((high - 1) * size, size), cell(low * size, size)
    yield from _cover(first, begins(low * size), rest)
    yield from _cover(begins(high * size), after, rest)


def calendar(first: int, last: int) -> Text:
    """WITH calendar (cell, first, last): each stretch that shares a day with these."""
    rows = ", ".join(f"({at}, {begin}, {end})" for at, begin, end in _sharing(first, last))
    return Text(f"WITH calendar(cell, first, last) AS (VALUES {rows})")


def sizes() -> str:
    """(SELECT n …): the sizes, to be joined with."""
    return f"({' UNION ALL '.join(f'SELECT {size} n' for size in SIZES)}) sizes"


CELL = "-(month / n * 16 + n)"  # `cell`, in SQL


def month(day: str) -> str:
    """`month_of` a day's number, in SQL."""
    if connection.vendor == "postgresql":
        at = f"DATE '0001-01-01' + ({day} - 1)"
        return f"CAST(EXTRACT(YEAR FROM {at}) * 12 + EXTRACT(MONTH FROM {at}) - 1 AS integer)"
    parts = (f"CAST(strftime('{part}', {day} + 1721424.5) AS integer)" for part in ("%Y", "%m"))
    return " * 12 + ".join(parts) + " - 1"


def _sharing(first: int, last: int) -> Iterator[tuple[int, int, int]]:
    months = month_of(date.fromordinal(first)), month_of(date.fromordinal(last))
    for size in SIZES:
        for number in range(months[0] // size, months[1] // size + 1):
            yield cell(number * size, size), begins(number * size), begins(number * size + size) - 1


def month_of(day: date) -> int:
    """The month a day lies in, counted from the year 0."""
    return day.year * 12 + day.month - 1


def begins(month: int) -> int:
    """The number of a month's first day."""
    return date(month // 12, month % 12 + 1, 1).toordinal()


def _not_before(day: int) -> int:
    """The first month that begins on that day or later."""
    month = month_of(date.fromordinal(day))
    return month if begins(month) == day else month + 1
