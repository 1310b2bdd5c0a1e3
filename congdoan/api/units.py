"""Unions over HTTP: those a seat sees, one with its life, the tree on a day."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.accounts import access
from congdoan.base.fields import FOREVER
from congdoan.org import queries as org
from congdoan.org.models import Unit

from . import answers, paging, places
from .answers import Page

router = Router(tags=["units"])


class UnitOut(Schema):
    """A union. `ended_on` is the first day it no longer is; null while it lives."""

    code: str
    name: str
    kind: str
    kind_name: str
    grassroots: bool
    founded_on: str
    ended_on: str | None


class Stood(Schema):
    """Where a union stood, from a day up to another."""

    parent: str
    from_on: str
    to_on: str | None


class UnitWhole(UnitOut):
    """A union with what it stands under on the day asked, the nearest first, and all its places."""

    above: list[str]
    placements: list[Stood]
    employers: list[str]


class Branch(UnitOut):
    """A union in the tree on a day: under which one."""

    parent: str | None
    depth: int


@router.get(
    "/units", response={200: Page[UnitOut], **answers.ASKING}, operation_id="units", summary="Các công đoàn"
)
def list_units(
    request: HttpRequest, q: Annotated[str, Query(max_length=100)] = "", cursor: str | None = None
) -> Any:
    """The unions this seat sees wholly, by name; those whose name holds what is asked, accents or not."""
    seen = access.units_seen(request.user)
    rows = seen.filter(pk__in=org.search(seen, q).order_by().values("pk")) if q else seen
    found, after = paging.paged(rows, ("name_key", "code"), cursor, "code")
    return {"items": [told(unit) for unit in found], "next": after}


@router.get(
    "/units/{code}", response={200: UnitWhole, **answers.ASKING}, operation_id="unit", summary="Một công đoàn"
)
def one_unit(request: HttpRequest, code: str, on: str | None = None) -> Any:
    """A union, where it stood and stands."""
    found, day = places.unit(request, code), places.day(on)
    return {
        **told(found),
        "above": [unit.code for unit in org.superiors(found, day)],
        "placements": [
            {"parent": one.parent.code, "from_on": one.from_on.isoformat(), "to_on": _end(one.to_on)}
            for one in org.placements(found)
        ],
        "employers": [employer.name for employer in org.employers(found, day)],
    }


@router.get(
    "/units/{code}/tree",
    response={200: Page[Branch], **answers.ASKING},
    operation_id="tree",
    summary="Cây tổ chức trong một ngày",
)
def tree(request: HttpRequest, code: str, on: str | None = None, cursor: str | None = None) -> Any:
    """All that stood under a union on a day, itself first, each with the union it stood under."""
    node, day = places.unit(request, code), places.day(on)
    rows = org.standing(day, ancestor=node).select_related("unit__kind")
    skipped = paging.offset(cursor)
    found = list(rows.order_by("depth", "unit__name_key", "unit__code")[skipped : skipped + paging.SIZE + 1])
    shown = found[: paging.SIZE]
    above = org.standing(day, unit__in=[row.unit_id for row in shown], depth=1).select_related("ancestor")
    parents = {row.unit_id: row.ancestor.code for row in above}
    items = [
        {**told(row.unit), "parent": parents.get(row.unit_id) if row.depth else None, "depth": row.depth}
        for row in shown
    ]
    more = len(found) > paging.SIZE
    return {"items": items, "next": paging.written(str(skipped + paging.SIZE)) if more else None}


def told(unit: Unit) -> dict[str, Any]:
    """A union, as it is answered."""
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind.code,
        "kind_name": unit.kind.name,
        "grassroots": unit.kind.grassroots,
        "founded_on": unit.founded_on.isoformat(),
        "ended_on": _end(unit.ended_on),
    }


def _end(day: Any) -> str | None:
    return None if day == FOREVER else day.isoformat()
