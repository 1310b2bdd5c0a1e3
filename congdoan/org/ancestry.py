"""Working out who stood under whom from the placements, whenever they change."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from congdoan.base import bulk
from congdoan.base.errors import Refused

from .models import Ancestry, Placement, Unit


class Stretch(NamedTuple):
    """A union under an ancestor, so many steps below it, from one day to another."""

    ancestor: int
    depth: int
    from_on: date
    to_on: date


@dataclass(frozen=True)
class Change:
    """What is known to stand otherwise: rows that no longer hold, and those that do instead, not yet written."""

    gone: Sequence[Ancestry]
    news: Sequence[Ancestry]


class Climb:
    """The placements of some unions and of all above them in memory, and the way up from any of these in any stretch of
    days."""

    def __init__(self, units: Iterable[int]) -> None:
        self.places: dict[int, list[tuple[int, date, date]]] = {}
        while units := set(units) - self.places.keys():
            self.places |= {unit: [] for unit in units}
            rows = Placement.objects.filter(unmade=None, unit__in=units)
            for unit, parent, start, end in rows.values_list("unit", "parent", "from_on", "to_on"):
                self.places[unit].append((parent, start, end))
            units = {parent for unit in units for parent, *_ in self.places[unit]}

    def up(self, unit: int, start: date, end: date, path: tuple[int, ...] = ()) -> Iterator[Stretch]:
        """Every ancestor in these days, itself first. Refuses a union that would stand under itself."""
        if unit in path:
            raise Refused(
                "Công đoàn không thể trực thuộc chính mình hoặc công đoàn cấp dưới của mình; hãy chọn cấp trên khác.",
                "parent",
            )
        yield Stretch(unit, len(path), start, end)
        for parent, first, last in self.places[unit]:
            if max(first, start) < min(last, end):
                yield from self.up(parent, max(first, start), min(last, end), (*path, unit))


def joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Stretches that meet and say the same become one."""
    result: list[Stretch] = []
    for stretch in sorted(stretches):
        last = result[-1] if result else None
        if last and last[:2] == stretch[:2] and last.to_on == stretch.from_on:
            result[-1] = last._replace(to_on=stretch.to_on)
        else:
            result.append(stretch)
    return result


def below_ever(units: Collection[int]) -> set[int]:
    """These unions and all that ever stood under them, as known now."""
    rows = Ancestry.objects.filter(ancestor__in=units, unknown_at=None).values_list("unit", flat=True)
    return set(rows) | set(units)


def rework(units: Collection[int], at: datetime) -> None:
    """Write anew who stood above these unions; what no longer holds is kept, marked as superseded at `at`. No sum kept
    follows: for that, `ledger.moving`."""
    write(changes(units), at)


def changes(units: Collection[int]) -> Change:
    """Where what is written of who stood above these unions is not what their placements say."""
    climb = Climb(units)
    lives = Unit.objects.filter(pk__in=units).values_list("pk", "founded_on", "ended_on")
    wanted = {(pk, *s) for pk, start, end in lives for s in joined(climb.up(pk, start, end))}
    live = Ancestry.objects.filter(unit__in=units, unknown_at=None)
    present = {(r.unit_id, r.ancestor_id, r.depth, r.from_on, r.to_on): r for r in live}
    news = [
        Ancestry(unit_id=unit, ancestor_id=ancestor, depth=depth, from_on=start, to_on=end)
        for unit, ancestor, depth, start, end in sorted(wanted - present.keys())
    ]
    return Change([row for key, row in present.items() if key not in wanted], news)


def write(change: Change, at: datetime) -> Sequence[Ancestry]:
    """The rows that hold now, as written."""
    Ancestry.objects.filter(pk__in=[row.pk for row in change.gone]).update(unknown_at=at)
    for row in change.news:
        row.known_at = at
    written = Ancestry.objects.bulk_create(change.news, batch_size=2000)
    bulk.weigh(Ancestry, len(written))
    return written
