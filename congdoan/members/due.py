"""What waits in the register of a union: transfers to answer, transfers it waits for itself."""

from datetime import date

from django.db.models import QuerySet

from congdoan.base.words import small
from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from . import queries
from .models import Transfer


def due(unit: Unit, day: date) -> list[Due]:
    """One by one at a grassroots union; at one above only how many wait below it, and since when."""
    coming, going = queries.to_answer(unit), queries.asked_by(unit)
    if not unit.kind.grassroots:
        return _below(unit, coming)
    asked = [
        _due(one, f"Tiếp nhận {one.membership.person} từ {one.membership.unit}") for one in coming[:MOST]
    ]
    return asked + [_due(one, f"Chờ {one.to_unit} tiếp nhận {one.membership.person}") for one in going[:MOST]]


def _due(one: Transfer, what: str) -> Due:
    return Due(what, one.to_unit, None, "transfers", since_on=one.asked_on)


def _below(unit: Unit, coming: QuerySet[Transfer]) -> list[Due]:
    first = coming.first()
    if first is None:
        return []
    what = f"{small(coming.count())} đề nghị chuyển sinh hoạt ở cấp dưới chờ trả lời"
    return [Due(what, unit, None, "transfers", since_on=first.asked_on)]
