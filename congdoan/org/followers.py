"""Who goes on with what a union left open when it ended: whoever carries its history on, else its superior at the end, and
so on from there. Asked of a day, it changes nothing: taken back with the reform, all is as it was."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from .models import Ancestry, Heir, Unit


def left_to(units: Any, day: date) -> QuerySet[Heir, Any]:
    """The numbers of the unions whose open work is that of these unions (by number) on a day: their own, and what was
    left to them."""
    there = Q(ancestor__in=Unit.objects.filter(pk__in=units, ended_on__gt=day).values("pk"))
    if behind := followers(_ended_above(day), day):
        mine = set(
            Unit.objects.filter(pk__in=units).filter(pk__in=behind.values()).values_list("pk", flat=True)
        )
        there |= Q(ancestor__in=[unit for unit, follower in behind.items() if follower in mine])
    ended = _ended_below() & Q(to_on__lte=day) & _alone(day)
    under = Ancestry.objects.filter(there, Q(depth=0) | ended, unknown_at=None)
    return _heirs(day).filter(heir__in=under.values("unit")).values("unit")


def followers(units: Collection[int], day: date) -> dict[int, int]:
    """Who goes on with the open work of each of these unions on a day, by number: itself while it is there. One is left
    out where nobody does."""
    there = _there(units, day)
    gone, before = {unit: unit for unit in units if unit not in there}, dict[int, int]()
    while gone != before:
        before, gone = gone, _one_further(gone, day)
    reached = _there(set(gone.values()), day) if gone else set()
    return {unit: unit for unit in there} | {unit: at for unit, at in gone.items() if at in reached}


def left_ever(units: Collection[int]) -> set[int]:
    """These unions, and all whose open work was ever left to one of them."""
    known, fresh = set(units), set(units)
    while fresh:
        heirs = Heir.objects.filter(unknown_at=None, source=None, heir__in=fresh).values_list(
            "unit", flat=True
        )
        ended = Ancestry.objects.filter(_ended_below(), ancestor__in=fresh).values_list("unit", flat=True)
        fresh = {*heirs, *ended} - known
        known |= fresh
    return known


def _one_further(gone: Mapping[int, int], day: date) -> dict[int, int]:
    """From each to its heir, and from one without to its superior at the end."""
    heirs = dict(_heirs(day).filter(unit__in=set(gone.values())).values_list("unit", "heir"))
    gone = {unit: heirs.get(at, at) for unit, at in gone.items()}
    ended = Ancestry.objects.filter(_ended_below(), _alone(day), to_on__lte=day, unit__in=set(gone.values()))
    above = dict(ended.values_list("unit", "ancestor"))
    return {unit: above.get(at, at) for unit, at in gone.items()}


def _ended_above(day: date) -> list[int]:
    """The unions that ended after others had ended directly under them."""
    below = Ancestry.objects.filter(_ended_below(), _alone(day), ancestor=OuterRef("pk"), to_on__lte=day)
    rows = Unit.objects.filter(Exists(below), kind__grassroots=False, ended_on__lte=day)
    return list(rows.values_list("pk", flat=True))


def _ended_below() -> Q:
    """Directly under another to the very end."""
    return Q(unknown_at=None, depth=1, to_on=F("unit__ended_on"))


def _alone(day: date) -> Q:
    return Q(Exists(_heirs(day).filter(unit=OuterRef("unit"), heir=OuterRef("unit"))))


def _heirs(day: date) -> QuerySet[Heir]:
    return Heir.objects.filter(unknown_at=None, source=None, from_on__lte=day, to_on__gt=day)


def _there(units: Collection[int], day: date) -> set[int]:
    rows = Unit.objects.filter(pk__in=units, ended_on__gt=day)
    return set(rows.values_list("pk", flat=True))
