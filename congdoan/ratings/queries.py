"""Questions about sheets: whose they are, what waits for whom, how a sheet reads."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.errors import NotHere
from congdoan.officers.models import Group
from congdoan.org.models import Unit
from congdoan.org.queries import children, standing, superiors

from .models import Criterion, Mark, Scheme, Sheet
from .points import said

State = Sheet.State


@dataclass(frozen=True)
class Row:
    """A criterion with both its scores."""

    criterion: Criterion
    most: str
    own: str
    found: str
    own_note: str
    note: str


@dataclass(frozen=True)
class Part:
    """A part of a sheet: its rows, the most it gives."""

    name: str
    most: str
    rows: list[Row]


@dataclass(frozen=True)
class Open:
    """Somebody who may be scored by a scheme and has no sheet of the year yet."""

    scheme: Scheme
    group: Group | None


def sheet_or_404(user: Somebody, uid: uuid.UUID) -> Sheet:
    """The sheet, if its union stands under a seat of this person; none and not-allowed are not told apart."""
    rows = Sheet.objects.select_related("scheme", "unit__kind", "group", "own", "found")
    found = rows.filter(uid=uid, unit__in=access.units_seen(user).order_by()).first()
    if found is None:
        raise NotHere("Không có bảng chấm điểm nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def scheme_or_404(user: Somebody, uid: uuid.UUID, on: date) -> Scheme:
    """The scheme, if it is everybody's, or one this person is scored by or has entered."""
    found = Scheme.objects.select_related("unit").filter(uid=uid).first()
    if found is None or not (found.unit is None or _concerned(user, found.unit, on)):
        raise NotHere("Không có mẫu chấm điểm nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def _concerned(user: Somebody, owner: Unit, on: date) -> bool:
    """Whether a seat of this person stands at the owner, under or above it."""
    held = access.seats(user, on).values("unit")
    return access.sees(user, owner) or standing(on, ancestor=owner, unit__in=held).exists()


def sheets_of(unit: Unit, year: int) -> QuerySet[Sheet]:
    """The sheets of a union and of its groups for a year."""
    rows = Sheet.objects.filter(unit=unit, year=year).select_related("scheme", "unit", "group")
    return rows.order_by("group__name_key", "pk")


def sheets_below(unit: Unit, year: int, on: date) -> QuerySet[Sheet]:
    """The sheets of the unions directly under one, those that wait to be verified first."""
    rows = Sheet.objects.filter(unit__in=children(unit, on).order_by(), group=None, year=year)
    waits = Exists(rows.filter(pk=OuterRef("pk"), state=State.SENT))
    return rows.select_related("scheme", "unit").annotate(waits=waits).order_by("-waits", "unit__name_key")


def openings(unit: Unit, year: int, schemes: Iterable[Scheme], there: Iterable[Sheet]) -> list[Open]:
    """Who has not been scored for the year, by which schemes it may be."""
    done = {sheet.group_id for sheet in there}
    groups = list(
        Group.objects.filter(
            unit=unit, unmade=None, from_on__lte=date(year, 12, 31), to_on__gt=date(year, 12, 31)
        ).order_by("name_key")
    )
    found = []
    for scheme in schemes:
        whose: list[Group | None] = [None] if scheme.rated == Scheme.Rated.UNION else [*groups]
        found += [Open(scheme, one) for one in whose if getattr(one, "pk", None) not in done]
    return found


def parts(sheet: Sheet) -> list[Part]:
    """A sheet as it reads, part by part."""
    marks = {mark.criterion_id: mark for mark in sheet.marks.all()} if sheet.pk else {}
    found: dict[str, list[Row]] = {}
    for one in sheet.scheme.criteria.all():
        mark = marks.get(one.pk) or Mark()
        found.setdefault(one.part, []).append(
            Row(one, said(one.most), said(mark.self_points), said(mark.points), mark.self_note, mark.note)
        )
    return [Part(name, most_of([row.criterion for row in rows]), rows) for name, rows in found.items()]


def most_of(criteria: Iterable[Criterion]) -> str:
    """The points of these together."""
    return said(sum((one.most for one in criteria), Decimal(0)))


def sums(sheet: Sheet) -> dict[str, Any]:
    """What it gave itself and what was found, as far as they were given."""
    marks = list(sheet.marks.all())
    return {name: _sum([getattr(mark, name) for mark in marks]) for name in ("self_points", "points")}


def _sum(points: list[Decimal | None]) -> str:
    given = [one for one in points if one is not None]
    return said(sum(given, Decimal(0))) if given else ""


def verifies(user: Somebody, sheet: Sheet, on: date) -> bool:
    """Whether this person writes at the union that verifies the sheet."""
    above = [sheet.unit] if sheet.group_id else superiors(sheet.unit, on)[:1]
    return any(access.may_write(user, unit) for unit in above)
