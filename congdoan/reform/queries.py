"""Questions about the tree as it changed: who stood under a union on a day, what changed when, a union's life."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Count, QuerySet

from congdoan.base.fields import FOREVER
from congdoan.org.models import Ancestry, Naming, Organising, Placement, Unit
from congdoan.org.queries import children, standing

NAMED = 6  # unions named in one line of changes


@dataclass(frozen=True)
class Branch:
    """A union in the tree on a day, with how many grassroots unions stand under it."""

    unit: Unit
    grassroots: int


@dataclass(frozen=True)
class Change:
    """What happened on a day to one or more unions: "thành lập", "đổi tên" …"""

    on: date
    what: str
    units: Sequence[Unit]

    @property
    def named(self) -> Sequence[Unit]:
        return self.units[:NAMED]

    @property
    def more(self) -> int:
        return len(self.units) - len(self.named)


def branches(node: Unit, on: date) -> list[Branch]:
    """The unions directly under a union on a day."""
    below = children(node, on)
    rows = standing(on, ancestor__in=below.values("pk"), depth__gt=0, unit__kind__grassroots=True)
    counted = dict(rows.values_list("ancestor").annotate(units=Count("unit")))
    return [Branch(unit, counted.get(unit.pk, 0)) for unit in below]


def below_ever(node: Unit) -> QuerySet[Unit]:
    """The union and all that ever stood under it."""
    return Unit.objects.filter(pk__in=Ancestry.objects.filter(ancestor=node, unknown_at=None).values("unit"))


def changes(node: Unit, until: date, days: int = 8) -> list[Change]:
    """What changed at a union and under it, on the last days up to one on which something did; the newest first."""
    rows = [row for row in _happened(node) if row[0] <= until]
    last = sorted({on for on, _, _ in rows}, reverse=True)[:days]
    kept = sorted((row for row in rows if row[0] in last), key=lambda row: (-row[0].toordinal(), row[1]))
    names = Unit.objects.in_bulk({unit for _, _, unit in kept})
    return [
        Change(on, what, sorted((names[unit] for _, _, unit in same), key=lambda unit: unit.name_key))
        for (on, what), same in groupby(kept, key=lambda row: (row[0], row[1]))
    ]


def began_and_ended(node: Unit) -> tuple[date, date]:
    """From the first to the last day on which anything changed at a union and under it."""
    days = [on for on, _, _ in _happened(node)]
    return min(days), max(days)


def namings(unit: Unit) -> QuerySet[Naming]:
    """The names and signatures of a union, the newest first."""
    return Naming.objects.filter(unit=unit, unmade=None).order_by("-from_on")


def organisings(unit: Unit) -> QuerySet[Organising]:
    """Whose workers it organises or organised, the present ones first."""
    rows = Organising.objects.filter(unit=unit, unmade=None).select_related("employer")
    return rows.order_by("-to_on", "employer__name_key")


def _happened(node: Unit) -> list[tuple[date, str, int]]:
    """(day, what, number of the union), of all that ever stood there."""
    units = below_ever(node)
    lives = {pk: (start, end) for pk, start, end in units.values_list("pk", "founded_on", "ended_on")}
    rows = [(start, "thành lập", pk) for pk, (start, _) in lives.items()]
    rows += [
        (end - timedelta(days=1), "kết thúc hoạt động", pk) for pk, (_, end) in lives.items() if end < FOREVER
    ]
    return [*rows, *_moved(units, lives), *_renamed(units, lives)]


def _moved(units: QuerySet[Unit], lives: dict[int, tuple[date, date]]) -> Iterable[tuple[date, str, int]]:
    places = Placement.objects.filter(unit__in=units.values("pk"), unmade=None).order_by("unit", "from_on")
    for unit, found in groupby(places, key=lambda place: place.unit_id):
        parent = None
        for place in found:
            if place.parent_id != parent and place.from_on != lives[unit][0]:
                yield place.from_on, "chuyển cấp trên", unit
            parent = place.parent_id


def _renamed(units: QuerySet[Unit], lives: dict[int, tuple[date, date]]) -> Iterable[tuple[date, str, int]]:
    rows = Naming.objects.filter(unit__in=units.values("pk"), unmade=None).order_by("unit", "from_on")
    for unit, found in groupby(rows, key=lambda naming: naming.unit_id):
        name = ""
        for naming in found:
            if naming.from_on != lives[unit][0]:
                yield naming.from_on, "đổi tên" if naming.name != name else "đổi cách ký", unit
            name = naming.name
