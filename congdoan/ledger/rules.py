"""What no entry may break, whatever drew it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta

from django.db.models import F, Q, Sum

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.org.models import Unit

from .indicator import BY_NUMBER, Indicator
from .models import Closing, Entry
from .origins import LAPSING, UNIT

BARS: list[Callable[[Sequence[Entry]], None]] = []  # what rooms to the left refuse besides, whatever drew it


def after(day: date) -> date:
    """The day after, for half-open stretches."""
    return day if day == FOREVER else day + timedelta(days=1)


def check(entries: Iterable[Entry]) -> None:
    """Refuse entries dated outside the union's life (taking one back is free), or in a period it has closed."""
    entries = list(entries)
    lived = {(entry.unit_id, entry.day) for entry in entries if entry.sign > 0 and not runs_out(entry)}
    stands = {(entry.unit_id, entry.day) for entry in entries}
    units = Unit._base_manager.only("name", "founded_on", "ended_on").in_bulk({unit for unit, _ in stands})
    closings = list(Closing.objects.filter(unit__in=units, unmade=None))
    for unit, day in sorted(stands):
        if (unit, day) in lived:
            in_life(units[unit], day)
        refuse_closed(units[unit], day, closings)
    for bar in BARS:
        bar(entries)


def runs_out(entry: Entry) -> bool:
    """Whether the entry only says until when something is held. The union may have ended by then: it has taken its
    stock out of every sum itself."""
    return BY_NUMBER[entry.indicator].stock and entry.quantity * entry.sign < 0


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


def refuse_closed(unit: Unit, day: date, closings: Iterable[Closing]) -> None:
    """Refuse a day of a union that one of these closes."""
    for closing in closings:
        if closing.unit_id == unit.pk and closing.from_on <= day < closing.to_on:
            last = closing.to_on - timedelta(days=1)
            raise Refused(
                f"{unit.name} đã khóa sổ từ {closing.from_on:%d/%m/%Y} đến {last:%d/%m/%Y}; hãy mở lại kỳ này trước khi ghi.",
                "happened_on",
            )


def closed(unit: int, day: date) -> bool:
    """Whether that day of a union (by number) is closed."""
    return Closing.objects.filter(unit=unit, unmade=None, from_on__lte=day, to_on__gt=day).exists()


def dated_from(unit: Unit, day: date) -> bool:
    """Whether anything that counts stands at the union on that day or later, see `first_from`."""
    return first_from(unit, day) is not None


def first_from(unit: Unit, day: date) -> tuple[Indicator, date] | None:
    """The first that counts at the union on that day or later, see `each_first_from`."""
    return each_first_from([unit.pk], day).get(unit.pk)


def each_first_from(units: Collection[int], day: date) -> dict[int, tuple[Indicator, date]]:
    """The first that counts at each of these unions on that day or later, other than the end of what it holds, what its
    own life draws, which is drawn anew when it ends, and what it was to do then; nothing of those where nothing does."""
    later = Entry.objects.filter(unit__in=units, day__gte=day).exclude(origin__in=(UNIT, *LAPSING))
    ends = Q(indicator__in=[i.number for i in BY_NUMBER.values() if i.stock]) & Q(held__lt=0)
    later = later.annotate(held=F("quantity") * F("sign")).exclude(ends)
    lines = later.values("origin", "source", "unit", "indicator", "day").annotate(lines=Sum("sign"))
    rows = lines.filter(lines__gt=0).order_by("-day").values_list("unit", "indicator", "day")
    return {unit: (BY_NUMBER[indicator], on) for unit, indicator, on in rows}
