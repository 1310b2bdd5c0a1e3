"""A figure taken apart: by child union, by month, by a breakdown; and the lines under it. All from the figure's own filter."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from congdoan.base.period import Period
from congdoan.org.models import Unit

from . import counts, cuts, shares
from .indicator import BY_KEY, Indicator
from .models import Cut
from .sql import Asked, Row, Text, anywhere, cut_filter, run, scoped, tree_known, within


@dataclass(frozen=True)
class Line:
    """One line under a figure: what a source added, not taken back since. Names come from the source, not from here."""

    origin: int
    source: int
    unit: int
    day: date
    subject: int | None
    cut: str
    quantity: int


def by_unit(indicator: Indicator, asked: Asked) -> dict[int, int]:
    """What each union directly under the asked one (and itself, for its own) came to, by its number.

    Adds up to the figure for what adds; distinct counts may come to more than the whole, since each child counts anew.
    """
    part = _counted(indicator)
    subject = "COUNT(DISTINCT x)" if part.adds == "distinct" else "SUM(q)"
    group = "e.subject" if part.adds == "distinct" else "NULL"
    text = Text(f"SELECT child, {subject} FROM (SELECT b.ancestor_id child, {group} x, SUM(e.quantity) q")
    text += scoped(asked, on=asked.period.last if part.stock else None) + _one_below(asked, part.stock)
    text += _of(part, asked) + Text("GROUP BY b.ancestor_id, x HAVING SUM(e.sign) > 0) c GROUP BY child")
    return {child: int(value or 0) for child, value in run(text)}


def by_month(indicator: Indicator, asked: Asked) -> list[tuple[Period, int]]:
    """What each month of the period came to; for a stock, where it stood on the month's last day."""
    part = _counted(indicator)
    if part.adds in ("sum", "own") and not part.stock:
        return _by_days(part, asked)
    months = [(month, replace(asked, period=month)) for month in asked.period.months()]
    return [(month, _value(part, narrowed)) for month, narrowed in months]


def by_cut(indicator: Indicator, asked: Asked, dimension: str) -> dict[str, int]:
    """What each value of a breakdown came to; these add up to the figure. Empty value: entries that don't say."""
    part = _counted(indicator)
    text = Text("SELECT e.cut_id, SUM(e.quantity)") + scoped(
        asked, on=asked.period.last if part.stock else None
    )
    keys = dict(Cut.objects.values_list("pk", "key"))
    values: dict[str, int] = defaultdict(int)
    for cut, quantity in run(text + _of(part, asked) + Text("GROUP BY e.cut_id")):
        values[cuts.unpack(keys.get(cut, "")).get(dimension, "")] += int(quantity)
    return {value: quantity for value, quantity in values.items() if quantity}


def lines(indicator: Indicator, asked: Asked, *, limit: int = 50, offset: int = 0) -> list[Line]:
    """The live lines under a figure, newest first. Of a ratio, the lines of its part."""
    part = _counted(indicator)
    text = Text("SELECT e.origin, e.source, e.unit_id, e.day, e.subject, e.cut_id, SUM(e.quantity)")
    text += _lines_of(indicator, part, asked)
    text += Text("GROUP BY e.origin, e.source, e.unit_id, e.day, e.subject, e.cut_id HAVING SUM(e.sign) > 0")
    text += Text("ORDER BY e.day DESC, e.source DESC, e.subject LIMIT %s OFFSET %s", (limit, offset))
    keys = dict(Cut.objects.values_list("pk", "key"))
    return [_line(row, keys) for row in run(text)]


def silent(node: Unit, period: Period, chapter: int) -> list[int]:
    """Numbers of the grassroots unions under a union on the last day with nothing in a chapter: no entry, no "không phát sinh"."""
    first, last = period.first.toordinal(), period.last.toordinal()
    text = Text(
        "SELECT u.id FROM org_unit u JOIN org_unitkind k ON k.id = u.kind_id AND k.grassroots"
        " JOIN org_ancestry a ON a.unit_id = u.id AND a.ancestor_id = %s AND a.unknown_at IS NULL AND %s >= a.from_on AND %s < a.to_on"
        " WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.unit_id = u.id AND e.indicator BETWEEN %s AND %s"
        " AND e.day BETWEEN %s AND %s AND e.origin = 1 GROUP BY e.source HAVING SUM(e.sign) > 0) ORDER BY u.name_key",
        (node.pk, last, last, chapter * 100, chapter * 100 + 99, first, last),
    )
    return [pk for (pk,) in run(text)]


def _counted(indicator: Indicator) -> Indicator:
    """What the lines are of: the indicator, or the part of a ratio."""
    return BY_KEY[indicator.num] if indicator.num else indicator


def _of(part: Indicator, asked: Asked) -> Text:
    return (
        Text("WHERE e.indicator = %s AND", (part.number,))
        + within(asked, part.stock)
        + cut_filter(asked.where)
    )


def _one_below(asked: Asked, stock: bool) -> Text:
    """Join the ancestor one step below the asked union, on the same stretch of days."""
    return Text(
        "JOIN org_ancestry b ON b.unit_id = a.unit_id AND b.depth = CASE WHEN a.depth > 0 THEN a.depth - 1 ELSE 0 END"
        " AND b.from_on < a.to_on AND a.from_on < b.to_on AND"
    ) + _same_day(asked, stock) + tree_known(asked.known_at, "b")


def _same_day(asked: Asked, stock: bool) -> Text:
    on = asked.tree_on or (asked.period.last if stock else None)
    if on:
        return Text("b.from_on <= %s AND %s < b.to_on", (on.toordinal(),) * 2)
    return Text("b.from_on <= e.day AND e.day < b.to_on")


def _by_days(part: Indicator, asked: Asked) -> list[tuple[Period, int]]:
    narrowed = replace(asked, scope="own") if part.adds == "own" else asked
    rows = run(
        Text("SELECT e.day, SUM(e.quantity)")
        + scoped(narrowed)
        + _of(part, narrowed)
        + Text("GROUP BY e.day")
    )
    days = {date.fromordinal(day): int(quantity) for day, quantity in rows}
    return [(month, sum(q for day, q in days.items() if day in month)) for month in asked.period.months()]


def _value(part: Indicator, asked: Asked) -> int:
    return counts.counts(asked, [part]).get(part.number, counts.Count()).value


def _lines_of(indicator: Indicator, part: Indicator, asked: Asked) -> Text:
    if not shares.is_share(indicator):
        return scoped(asked, on=asked.period.last if part.stock else None) + _of(part, asked)
    whole = Text("AND e.subject IN (") + shares.whole(asked, BY_KEY[indicator.den]) + Text(")")
    return anywhere(asked) + _of(part, asked) + whole


def _line(row: Row, keys: dict[int, str]) -> Line:
    origin, source, unit, day, subject, cut, quantity = row
    return Line(origin, source, unit, date.fromordinal(day), subject, keys.get(cut, ""), int(quantity))
