"""Ước thực hiện: of what a union expects by the end of a period, the part that is not recorded yet.

The whole is stated. Its entry is the rest, so that the figure stays what was stated while records come, and it falls
away for good once what is real passes the period's last day: a record dated after it, or a final total of those days.
"""

from datetime import date
from typing import Any

from django.db.models import Sum

from congdoan.ledger import rules
from congdoan.ledger.indicator import Indicator
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD

from .. import levels
from ..record import Record


def rest(record: Any, indicator: Indicator, whole: int, day: date, *, final: bool) -> int:
    """What is still expected of the whole; `final`: a final total is there. What stands in closed days stays."""
    if rules.closed(record.unit_id, day):
        return _standing(record, indicator)
    if final or _passed(record, indicator):
        return 0
    left = whole - _recorded(record, indicator)
    return left if indicator.stock else max(0, left)


def _standing(record: Any, indicator: Indicator) -> int:
    rows = Entry.objects.filter(origin=RECORD, source=record.pk, indicator=indicator.number)
    return rows.aggregate(sum=Sum("quantity"))["sum"] or 0


def _passed(record: Any, indicator: Indicator) -> bool:
    """Whether the union recorded some of it after the last day."""
    later = Entry.objects.filter(
        unit=record.unit_id, indicator=indicator.number, origin=RECORD, day__gt=record.last_on
    )
    live = (
        later.values("source")
        .annotate(times=Sum("sign"))
        .filter(times__gt=0)
        .values_list("source", flat=True)
    )
    return Record.objects.filter(pk__in=list(live)).exclude(kind="declaration").exists()


def _recorded(record: Any, indicator: Indicator) -> int:
    """What all else comes to by the last day, each subject once where each counts once."""
    if indicator.stock:
        return sum(levels.before(record.unit, indicator.key, record.last_on, record.pk).values())
    rows = Entry.objects.filter(
        unit=record.unit_id, indicator=indicator.number, day__gte=record.first_on, day__lte=record.last_on
    )
    if record.pk:
        rows = rows.exclude(origin=RECORD, source=record.pk)
    if indicator.adds != "distinct":
        return rows.aggregate(sum=Sum("quantity"))["sum"] or 0
    subjects = rows.values_list("subject").annotate(times=Sum("quantity")).filter(times__gt=0)
    return sum(times if subject is None else 1 for subject, times in subjects)
