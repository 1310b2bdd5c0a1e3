"""The other ways: one plain query an indicator, one grouped pass, a flat table made beforehand, the memory of the machine."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Sum

from congdoan.base.period import Period
from congdoan.ledger.indicator import Indicator
from congdoan.ledger.models import Entry
from congdoan.org.models import Ancestry, Unit

BYTES = 19  # of an entry, packed as tightly as can be


def one_query_each(unit: Unit, period: Period, asked: list[Indicator]) -> list[int]:
    """What one would write first with a table of facts: one query of the ORM for each indicator, on today's tree."""
    under = Ancestry.objects.filter(ancestor=unit, unknown_at=None).values("unit")
    found = Entry.objects.filter(unit__in=under, day__range=(period.first, period.last))
    return [_answer(found.filter(indicator=one.number), one) for one in asked]


def _answer(found: Any, indicator: Indicator) -> int:
    if indicator.adds == "distinct":  # whoever left and came on one day is not counted
        return found.values("subject").annotate(n=Sum("quantity")).filter(n__gt=0).count()
    return found.aggregate(n=Sum("quantity"))["n"] or 0


def one_pass(unit: Unit, period: Period, asked: list[Indicator]) -> list[Any]:
    """All of them in one statement."""
    numbers = ", ".join(str(one.number) for one in asked)
    return _run(
        "SELECT e.indicator, SUM(e.quantity), COUNT(DISTINCT e.subject) FROM ledger_entry e WHERE e.unit_id IN"
        " (SELECT unit_id FROM org_ancestry WHERE ancestor_id = %s AND unknown_at IS NULL)"
        f" AND e.day BETWEEN %s AND %s AND e.indicator IN ({numbers}) GROUP BY e.indicator",
        [unit.pk, period.first.toordinal(), period.last.toordinal()],
    )


def make_table() -> None:
    """As a warehouse does at night: each entry with the unions above it and its month, indexed for what will be asked."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS flat")
        cursor.execute(
            "CREATE TABLE flat AS SELECT e.indicator, e.day, e.day / 31 AS month, e.quantity, e.subject, e.unit_id,"
            " (SELECT MAX(a.ancestor_id) FROM org_ancestry a WHERE a.unit_id = e.unit_id AND a.depth = 2 AND a.unknown_at IS NULL)"
            " AS province FROM ledger_entry e"
        )
        for columns in ("indicator, day", "province, indicator", "unit_id, indicator", "month, indicator"):
            cursor.execute(f"CREATE INDEX flat_{columns.replace(', ', '_')} ON flat ({columns})")
        cursor.execute("ANALYZE flat")


def in_table(unit: Unit, period: Period, asked: list[Indicator]) -> list[Any]:
    """The country's figures out of it."""
    numbers = ", ".join(str(one.number) for one in asked)
    return _run(
        "SELECT indicator, SUM(quantity), COUNT(DISTINCT subject) FROM flat WHERE day BETWEEN %s AND %s"
        f" AND indicator IN ({numbers}) GROUP BY indicator",
        [period.first.toordinal(), period.last.toordinal()],
    )


def scan(entries: int) -> Callable[[], int]:
    """Reading so many entries' bytes once, as fast as one core reads memory."""
    there = bytes(max(1, entries * BYTES))
    return lambda: there.find(b"\x01")


def _run(sql: str, given: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())
