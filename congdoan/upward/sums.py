"""Adding up what the books sent: by book and indicator, for any days (sums) or whole stretches (who is counted once)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congdoan.base.period import Period
from congdoan.ledger.once import NUMBER
from congdoan.ledger.sql import Row, Text, among, run
from congdoan.ledger.stretches import covering, runs

SOMEBODY = -2  # on how many of whom something was counted that day


@dataclass(frozen=True)
class Sum:
    """What a book's cells come to, and the lines in them. Without a value: cells cannot say."""

    value: int | None = 0
    entries: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        known = self.value is not None and other.value is not None
        return Sum((self.value or 0) + (other.value or 0) if known else None, self.entries + other.entries)


Sums = Mapping[tuple[str, int], Sum]  # by book and indicator


def adding(period: Period, numbers: Sequence[int], stock: bool) -> Sums:
    """What adds up: over the days of the period or, of a stock, up to its last."""
    first = 1 if stock else period.first.toordinal()
    arms = [_cells(numbers, 0, low, high) + _by() for low, high in runs(first, period.last.toordinal())]
    return _together(run(_all_of(arms))) if arms and numbers else {}


def once(period: Period, numbers: Sequence[int], books: Iterable[str]) -> Sums:
    """Who is counted once in a book: known where the period is a stretch of the calendar, or all of it that has come."""
    whole = covering(period.first, period.last)
    if whole is None:
        return {(book, number): Sum(None) for book in books for number in numbers}
    cell, end = whole
    later = _cells(numbers, SOMEBODY, period.last.toordinal() + 1, end) + Text("AND quantity <> 0")
    unknown = {(book, number): Sum(None) for book, number, _, _ in run(later + _by())}
    told = adding(period, numbers, False)
    found = _together(run(_cells(numbers, NUMBER, cell, cell) + _by()))
    return {key: told.get(key, Sum()) + found.get(key, Sum()) for key in {*told, *found}} | unknown


def _cells(numbers: Sequence[int], subject: int, low: int, high: int) -> Text:
    text = Text("SELECT book, indicator, SUM(quantity), SUM(entries) FROM upward_cell WHERE")
    text += among("indicator", numbers)
    return text + Text("AND subject = %s AND day BETWEEN %s AND %s", (subject, low, high))


def _by() -> Text:
    return Text("GROUP BY book, indicator")


def _together(rows: Iterable[Row]) -> Sums:
    sums: dict[tuple[str, int], Sum] = {}
    for book, number, value, entries in rows:
        sums[book, number] = sums.get((book, number), Sum()) + Sum(int(value), int(entries))
    return sums


def _all_of(arms: Sequence[Text]) -> Text:
    text = arms[0]
    for arm in arms[1:]:
        text += Text("UNION ALL") + arm
    return text
