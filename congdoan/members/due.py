"""What waits in the register of a union: transfers to answer, transfers it waits for itself."""

from datetime import date

from django.db.models import QuerySet

from congdoan.base.words import small
from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from . import queries
from .models import PATIENCE, Transfer


def due(unit: Unit, day: date) -> list[Due]:
    """One by one at a grassroots union; at one above only how many wait below it, and since when."""
    coming, going = queries.to_answer(unit), queries.asked_by(unit)
    if not unit.kind.grassroots:
        return _below(unit, coming, day)
    asked = [
        _due(one, day, f"Tiếp nhận {one.membership.person} từ {one.membership.unit}") for one in coming[:MOST]
    ]
    waiting = [_due(one, day, f"Chờ {one.to_unit} tiếp nhận {one.membership.person}") for one in going[:MOST]]
    return asked + waiting


def _due(one: Transfer, day: date, what: str) -> Due:
    """It only waits; from the day on which it has waited too long it is late."""
    late = one.patient_until if one.patient_until < day else None
    return Due(what, one.to_unit, late, "transfers", since_on=one.asked_on)


def _below(unit: Unit, coming: QuerySet[Transfer], day: date) -> list[Due]:
    first = coming.first()
    if first is None:
        return []
    slow = coming.filter(asked_on__lt=day - PATIENCE).count()
    told = f", {small(slow)} đã quá {PATIENCE.days} ngày" if slow else ""
    what = f"{small(coming.count())} đề nghị chuyển sinh hoạt ở cấp dưới chờ trả lời{told}"
    return [_due(first, day, what)._replace(whose=unit)]
