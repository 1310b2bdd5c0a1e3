"""Who goes on with what a union left open when it ended: whoever carries its history on, else its superior at the end, and
so on from there. Asked of a day, it changes nothing: taken back with the reform, all is as it was."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from congdoan.base.fields import FOREVER

from .models import Heir, Placement, Unit


def left_to(units: Any, day: date) -> QuerySet[Heir, Any]:
    """The numbers of the unions whose open work is that of these unions (by number) on a day: their own, and what was
    left to them."""
    there = Unit.objects.filter(pk__in=units, ended_on__gt=day).values("pk")
    of_these = Q(heir__in=there) | Q(heir__in=_ended(day).filter(parent__in=there).values("unit"))
    if behind := followers(_ended_above(day), day):
        mine = _there(Unit.objects.filter(pk__in=units).filter(pk__in=behind.values()), day)
        left = [unit for unit, follower in behind.items() if follower in mine]
        of_these |= Q(heir__in=_ended(day).filter(parent__in=left).values("unit"))
    return _heirs(day).filter(of_these).values("unit")


def followers(units: Collection[int], day: date) -> dict[int, int]:
    """Who goes on with the open work of each of these unions on a day, by number: itself while it is there. One is left
    out where nobody does."""
    there = _there(units, day)
    gone, before = {unit: unit for unit in units if unit not in there}, dict[int, int]()
    while gone != before:
        before, gone = gone, _one_further(gone, day)
    reached = _there(set(gone.values()), day) if gone else set()
    return dict(zip(there, there, strict=True)) | {unit: at for unit, at in gone.items() if at in reached}


def left_ever(units: Collection[int]) -> set[int]:
    """These unions, and all whose open work was ever left to one of them."""
    known, fresh = set(units), set(units)
    while fresh:
        heirs = Heir.objects.filter(unknown_at=None, source=None, heir__in=fresh)
        ended = _last_places().filter(parent__in=fresh)
        fresh = {pk for rows in (heirs, ended) for pk in rows.values_list("unit", flat=True)} - known
        known |= fresh
    return known


def _one_further(gone: Mapping[int, int], day: date) -> dict[int, int]:
    """From each to its heir, and from one without to its superior at the end."""
    heirs = dict(_heirs(day).filter(unit__in=set(gone.values())).values_list("unit", "heir"))
    gone = {unit: heirs.get(at, at) for unit, at in gone.items()}
    above = dict(_ended(day).filter(unit__in=set(gone.values())).values_list("unit", "parent"))
    return {unit: above.get(at, at) for unit, at in gone.items()}


def _ended_above(day: date) -> list[int]:
    """The unions that ended after others had ended directly under them."""
    below = _ended(day).filter(parent=OuterRef("pk"))
    rows = Unit.objects.filter(Exists(below), ended_on__lte=day, kind__grassroots=False)
    return list(rows.values_list("pk", flat=True))


def _ended(day: date) -> QuerySet[Placement]:
    """Where unions stood to the end that have ended by a day, with nobody to go on."""
    itself = _heirs(day).filter(unit=OuterRef("unit"), heir=OuterRef("unit"))
    return _last_places().filter(Exists(itself), to_on__lte=day)


def _last_places() -> QuerySet[Placement]:
    return Placement.objects.filter(unmade=None, to_on=F("unit__ended_on"), to_on__lt=FOREVER)


def _heirs(day: date) -> QuerySet[Heir]:
    return Heir.objects.filter(unknown_at=None, source=None, from_on__lte=day, to_on__gt=day)


def _there(units: Any, day: date) -> set[int]:
    rows = Unit.objects.filter(pk__in=units, ended_on__gt=day)
    return set(rows.values_list("pk", flat=True))
