"""Schemes of rating: entered by a union for those at and below it; one of a later year follows one of the same name."""

import uuid
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.text import nfc
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from .models import FOR_EVER, Criterion, Limit, Scheme
from .points import Asked, check_criteria


def set_scheme(
    *,
    unit: Unit,
    rated: str,
    name: str,
    basis: str,
    first_year: int,
    criteria: Sequence[Asked],
    limits: Sequence[tuple[str, Decimal]] = (),
    other_sum: bool = False,
    by: int | None,
    uid: uuid.UUID | None = None,
) -> Scheme:
    """A scheme begins; the one of the same name ends the year before. The same `uid` twice gives the first answer."""
    uid, name = uid or uuid.uuid4(), nfc(name)
    if known := Scheme.objects.filter(uid=uid).first():
        return known
    check_criteria(criteria, other_sum=other_sum)
    said = {"unit": unit, "rated": rated, "name": name}
    with writing(by=by, action="set_scheme", what=str(uid), unit=unit.code) as posting:
        before = Scheme.objects.select_for_update().filter(**said, last_year=FOR_EVER).first()
        if before and before.first_year >= first_year:
            raise Refused(
                f"“{name}” đã áp dụng từ năm {before.first_year}; hãy chọn năm sau đó.", "first_year"
            )
        if before:
            before.last_year, before.ended = first_year - 1, posting
            before.save()
        made = Scheme.objects.create(
            uid=uid, basis=nfc(basis), first_year=first_year, other_sum=other_sum, made=posting, **said
        )
        fill(made, criteria, limits)
    return made


def fill(scheme: Scheme, criteria: Sequence[Asked], limits: Sequence[tuple[str, Decimal]]) -> None:
    """Write the rows of a new scheme."""
    Criterion.objects.bulk_create(
        Criterion(scheme=scheme, position=n, part=one.part, text=one.text, most=one.most)
        for n, one in enumerate(criteria, start=1)
    )
    Limit.objects.bulk_create(Limit(scheme=scheme, grade=grade, least=least) for grade, least in limits)


def for_unit(unit: Unit, on: date) -> QuerySet[Scheme]:
    """The schemes a union is scored by or has entered: everybody's, its own and those of its superiors."""
    above = standing(on, unit=unit).values("ancestor")
    return Scheme.objects.filter(Q(unit=None) | Q(unit__in=above)).order_by("-first_year", "name")


def in_force(unit: Unit, year: int, on: date) -> QuerySet[Scheme]:
    """Those of them for a year."""
    return for_unit(unit, on).filter(first_year__lte=year, last_year__gte=year)
