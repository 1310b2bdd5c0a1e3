"""The rival: each indicator a plain question to the tables of records, one query each, under the same union."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum

from congdoan.base.period import Period
from congdoan.ledger.indicator import Indicator
from congdoan.org import queries
from congdoan.org.models import Ancestry, Unit
from congdoan.records.kinds.care import Recipient

from .build import COMBINATIONS, ONCE, SUMS, TOTAL


def report(unit: Unit, period: Period, indicators: list[Indicator]) -> list[int]:
    """The whole report, one query an indicator."""
    return [answer(unit, period, indicator) for indicator in indicators]


def answer(unit: Unit, period: Period, indicator: Indicator) -> int:
    """One indicator."""
    return rows(unit, period, indicator).aggregate(answer=_measure(indicator))["answer"] or 0


def rows(unit: Unit, period: Period, indicator: Indicator) -> QuerySet[Recipient]:
    """The recipients an indicator counts."""
    found = Recipient.objects.filter(
        record__unit__in=queries.under(unit, period.last).order_by(),
        record__happened_on__gte=period.first,
        record__happened_on__lte=period.last,
        record__withdrawn=False,
    )
    if indicator == TOTAL:
        return found
    rank = ONCE[indicator] if indicator in ONCE else SUMS.index(indicator) // 2
    programme, occasion = COMBINATIONS[rank]
    return found.filter(record__programme=programme, record__occasion=occasion)


def page(unit: Unit, period: Period, indicator: Indicator) -> dict[str, Any]:
    """One figure taken apart: by the unions below, by month, by a breakdown, and its first lines."""
    found, measure = rows(unit, period, indicator), _measure(indicator)
    branch = Ancestry.objects.filter(ancestor=unit, depth=1, unknown_at=None).values("unit")
    under = found.filter(
        record__unit__ancestries__ancestor__in=branch, record__unit__ancestries__unknown_at=None
    )
    days = found.values_list("record__happened_on").annotate(n=measure)
    return {
        "figure": answer(unit, period, indicator),
        "unit": dict(under.values_list("record__unit__ancestries__ancestor").annotate(n=measure)),
        "month": _months(days),
        "cut": dict(found.values_list("person__relation").annotate(n=measure)),
        "lines": list(found.select_related("record__unit").order_by("-record__happened_on", "-pk")[:50]),
    }


def _measure(indicator: Indicator) -> Any:
    if indicator in ONCE:
        return Count("record__unit" if indicator.subject == "unit" else "person", distinct=True)
    counting = indicator != TOTAL and SUMS.index(indicator) % 2 == 0
    return Count("pk") if counting else Sum("cash")


def _months(days: Any) -> dict[tuple[int, int], int]:
    months: dict[tuple[int, int], int] = {}
    day: date
    for day, number in days:
        months[day.year, day.month] = months.get((day.year, day.month), 0) + number
    return months
