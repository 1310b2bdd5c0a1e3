"""The demo's past was written as time went by: what is written inside `as_of` bears that moment, not today's.

Only the demo does this, to a book it has just begun; so that "theo số liệu đã ghi đến ngày …" has something to say.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from congdoan.audit import lock

BOOK_BEGAN = date(2022, 12, 5)  # the tree was entered then, as it had long been

FEASTS = {(1, 1), (4, 30), (5, 1), (9, 2)}
TETS = (
    (date(2023, 1, 20), date(2023, 1, 26)),
    (date(2024, 2, 8), date(2024, 2, 14)),
    (date(2024, 4, 18), date(2024, 4, 18)),  # the Hùng kings' day
)


@contextmanager
def as_of(at: datetime) -> Iterator[None]:
    """Everything written inside was written at that moment: the clock of the book stands at it."""
    clock = lock.now
    try:
        setattr(lock, "now", lambda: at)  # noqa: B010
        yield
    finally:
        setattr(lock, "now", clock)  # noqa: B010


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """That day at that time in Vietnam; never later than now."""
    return min(timezone.make_aware(datetime.combine(day, time(hour, minute))), timezone.now())


def working_day(day: date) -> date:
    """That day, or the next one on which offices work."""
    while not works(day):
        day += timedelta(days=1)
    return day


def works(day: date) -> bool:
    """Neither a weekend nor a holiday of the demo's years."""
    feast = (day.month, day.day) in FEASTS or any(first <= day <= last for first, last in TETS)
    return day.weekday() < 5 and not feast
