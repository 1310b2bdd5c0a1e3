"""A list, or a table of figures, as it is taken out of the book: heads, what stands under them, and what sort of thing that is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from .errors import Refused
from .fields import FOREVER
from .words import grouped

TEXT, DAY, MOMENT, NUMBER, PERCENT, YEAR = "text", "day", "moment", "number", "percent", "year"
LONGEST = 20_000  # rows of one file
ONE_TOO_MANY = LONGEST + 1  # rows to ask for, so that it is seen when there are more
Cell = str | int | Decimal | date | datetime
COUNTED = {NUMBER, PERCENT, YEAR}


@dataclass(frozen=True)
class Column:
    """A column: its head, what it says of a row, what sort of thing that is. A number of something (a paper, a card, a
    telephone) is a text, so that its noughts stay."""

    head: str
    value: Callable[[Any], Any]
    sort: str = TEXT


@dataclass(frozen=True)
class Table:
    """What a page shows: its title, its columns, its rows, what it is about (union, period, day, what was narrowed to)."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    about: Sequence[str] = ()

    def cells(self) -> list[list[Cell]]:
        """The table, row by row. Raises `Refused` where it is too long for a file."""
        if len(self.rows) > LONGEST:
            raise Refused(
                f"Danh sách có hơn {grouped(LONGEST)} dòng; hãy lọc bớt, chọn kỳ ngắn hơn hoặc lấy từng công đoàn."
            )
        return [[cell(column.value(row), column.sort) for column in self.columns] for row in self.rows]


def cell(value: Any, sort: str) -> Cell:
    """A value as files keep it: a number, a day, a moment here, or else a text; nothing, and a day that never comes, is ""."""
    if value is None or value == FOREVER:
        return ""
    if sort in COUNTED and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    if sort == MOMENT and isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None, microsecond=0)
    if sort == DAY and isinstance(value, date):
        return date(value.year, value.month, value.day)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
