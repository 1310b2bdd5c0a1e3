"""What no entry may break, whatever drew it."""

from collections.abc import Iterable
from datetime import date, timedelta

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.org.models import Unit

from .models import Closing, Entry


def after(day: date) -> date:
    """The day after, for half-open stretches."""
    return day if day == FOREVER else day + timedelta(days=1)


def check(entries: Iterable[Entry]) -> None:
    """Refuse entries dated outside the union's life, or in a period it has closed."""
    stands = {(entry.unit_id, entry.day) for entry in entries}
    units = Unit.objects.in_bulk({unit for unit, _ in stands})
    closings = list(Closing.objects.filter(unit__in=units, unmade=None))
    for unit, day in sorted(stands):
        in_life(units[unit], day)
        _open(units[unit], day, closings)


def in_life(unit: Unit, day: date) -> None:
    """Refuse a day on which the union did not exist."""
    if day < unit.founded_on:
        raise Refused(
            f"{unit.name} thành lập ngày {unit.founded_on:%d/%m/%Y}; hãy chọn ngày từ đó về sau.",
            "happened_on",
        )
    if day >= unit.ended_on:
        last = unit.ended_on - timedelta(days=1)
        raise Refused(
            f"{unit.name} đã kết thúc hoạt động ngày {last:%d/%m/%Y}; hãy chọn ngày từ đó về trước.",
            "happened_on",
        )


def _open(unit: Unit, day: date, closings: Iterable[Closing]) -> None:
    for closing in closings:
        if closing.unit_id == unit.pk and closing.from_on <= day < closing.to_on:
            last = closing.to_on - timedelta(days=1)
            raise Refused(
                f"{unit.name} đã khóa sổ từ {closing.from_on:%d/%m/%Y} đến {last:%d/%m/%Y}; hãy mở lại kỳ này trước khi ghi.",
                "happened_on",
            )
