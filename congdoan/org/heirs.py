"""Working out who carries a union's history on, from the successions, whenever they change."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import NamedTuple

from congdoan.base import bulk
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER

from .models import Bequest, Heir, Succession, Unit

BATCH = 2000
Days = tuple[date, date]


class Told(NamedTuple):
    """Whose history who carries in these days; with a source, only of what that drew."""

    unit: int
    heir: int
    origin: int | None
    source: int | None
    from_on: date
    to_on: date


class Chain:
    """The main successions in memory, and the way on from any union in any stretch of days."""

    def __init__(self) -> None:
        self.next: dict[int, list[tuple[int, date, date]]] = defaultdict(list)
        rows = Succession.objects.filter(unmade=None, main=True).order_by("from_on")
        for unit, successor, start, end in rows.values_list("unit", "successor", "from_on", "to_on"):
            self.next[unit].append((successor, start, end))

    def on(
        self, unit: int, start: date, end: date, path: tuple[int, ...] = ()
    ) -> Iterator[tuple[int, date, date]]:
        """Who carries it in these days, one stretch after the other. Refuses a union that would succeed itself."""
        if unit in path:
            raise Refused("Công đoàn không thể kế thừa chính mình; hãy xem lại nơi tiếp nhận.", "into")
        day = start
        for successor, first, last in self.next.get(unit, ()):
            if (since := max(first, start)) >= (until := min(last, end)):
                continue
            if day < since:
                yield unit, day, since
            yield from self.on(successor, since, until, (*path, unit))
            day = until
        if day < end:
            yield unit, day, end


def begin(units: Collection[int], at: datetime) -> None:
    """Unions just founded carry their own history."""
    rows = [Heir(unit_id=pk, heir_id=pk, from_on=date.min, known_at=at) for pk in units]
    Heir.objects.bulk_create(rows, batch_size=BATCH)
    bulk.weigh(Heir, len(rows))


def rework(at: datetime) -> None:
    """Write anew who carries whose history; what no longer holds is kept, marked as superseded at `at`."""
    wanted, present = set(_all()), _present()
    gone = [pk for told, pk in present.items() if told not in wanted]
    for first in range(0, len(gone), BATCH):
        Heir.objects.filter(pk__in=gone[first : first + BATCH]).update(unknown_at=at)
    news = sorted(wanted - present.keys(), key=lambda told: (told.unit, told.source or 0, told.from_on))
    Heir.objects.bulk_create([_row(told, at) for told in news], batch_size=BATCH)
    bulk.weigh(Heir, len(news))


def _all() -> Iterator[Told]:
    chain = Chain()
    for unit in Unit.objects.values_list("pk", flat=True):
        for heir, start, end in chain.on(unit, date.min, FOREVER):
            yield Told(unit, heir, None, None, start, end)
    for left in Bequest.objects.filter(unmade=None):
        for heir, start, end in chain.on(left.successor_id, left.from_on, left.to_on, (left.unit_id,)):
            yield Told(left.unit_id, heir, left.origin, left.source, start, end)


def _present() -> dict[Told, int]:
    rows = Heir.objects.filter(unknown_at=None)
    columns = ("unit", "heir", "origin", "source", "from_on", "to_on", "pk")
    return {Told(*told): pk for *told, pk in rows.values_list(*columns)}


def _row(told: Told, at: datetime) -> Heir:
    return Heir(
        unit_id=told.unit, heir_id=told.heir, origin=told.origin, source=told.source, from_on=told.from_on,
        to_on=told.to_on, known_at=at,
    )  # fmt: skip
