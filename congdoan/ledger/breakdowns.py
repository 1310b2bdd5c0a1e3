"""A figure taken apart: by child union, by month, by a breakdown; and the lines under it. All from the figure's own filter."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from congdoan.base.period import Period
from congdoan.org.models import Unit

from . import counts, cuts, shares
from .indicator import BY_KEY, Indicator, counted
from .models import Cut
from .sql import Asked, Row, Text, among, anywhere, cut_filter, instant, one_below, run, scoped, within

_LINE = "e.origin, e.source, e.unit_id, e.day, e.subject, e.cut_id"


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

    Adds up to the figure for what adds. Distinct counts and shares may come to more than the whole, since each child
    counts anew: one employer may have a union in each of two children.
    """
    if shares.is_share(indicator):
        return shares.by_unit(asked, indicator)
    part = counted(indicator)
    asked, group = _reach(part, asked), "b.ancestor_id"
    text = _from(part, asked) + one_below(asked, _on(part, asked)) + _of(part, asked)
    return dict(_once(text, group) if part.adds == "distinct" else _added(text, group))


def by_subject(indicator: Indicator, asked: Asked) -> dict[int, int]:
    """How many lines each subject has at the asked union itself: how often it was done to each."""
    asked = replace(asked, scope="own")
    text = _from(indicator, asked) + _of(indicator, asked) + Text("AND e.subject IS NOT NULL")
    return {
        subject: int(lines)
        for subject, lines in run(
            Text("SELECT e.subject x, SUM(e.sign)") + text + Text("GROUP BY x HAVING SUM(e.sign) > 0")
        )
    }


def by_month(indicator: Indicator, asked: Asked) -> list[tuple[Period, int]]:
    """What each month of the period came to; for a stock, where it stood on the month's last day."""
    part = counted(indicator)
    asked = _reach(part, asked)
    if part.adds in ("sum", "own") and not part.stock:
        return _by_days(part, asked)
    months = [(month, replace(asked, period=month)) for month in asked.period.months()]
    return [(month, _value(indicator, part, narrowed)) for month, narrowed in months]


def by_cut(indicator: Indicator, asked: Asked, dimension: str) -> dict[str, int]:
    """What each value of a breakdown came to. Empty value: entries that don't say.

    These add up to the figure; but who is counted once is counted once under each value.
    """
    return by_cuts(indicator, asked, [dimension])[dimension]


def by_cuts(indicator: Indicator, asked: Asked, dimensions: Sequence[str]) -> dict[str, dict[str, int]]:
    """The same for several breakdowns; what adds up is read once for all of them."""
    part = counted(indicator)
    text = _lines_of(indicator, part, _reach(part, asked))
    if part.adds == "distinct" or shares.is_share(indicator):
        return {dimension: _subjects_by(text, dimension) for dimension in dimensions}
    found = run(Text("SELECT e.cut_id, SUM(e.quantity), SUM(e.sign)") + text + Text("GROUP BY e.cut_id"))
    keys = {pk: cuts.unpack(key) for pk, key in Cut.objects.values_list("pk", "key")}
    told = [(keys.get(cut, {}), int(quantity), int(signs)) for cut, quantity, signs in found]
    return {dimension: _added_by(told, dimension) for dimension in dimensions}


def _added_by(found: Sequence[tuple[dict[str, str], int, int]], dimension: str) -> dict[str, int]:
    """The sum of each value that has live lines."""
    sums: dict[str, int] = defaultdict(int)
    live: dict[str, int] = defaultdict(int)
    for cut, quantity, signs in found:
        sums[cut.get(dimension, "")] += quantity
        live[cut.get(dimension, "")] += signs
    return {value: quantity for value, quantity in sums.items() if quantity and live[value] > 0}


def _subjects_by(text: Text, dimension: str) -> dict[str, int]:
    values = _values(dimension)
    return {values[number][0]: count for number, count in _once(text, _case(values)) if count}


def lines(
    indicator: Indicator, asked: Asked, *, limit: int = 50, offset: int = 0, many: bool = False
) -> list[Line]:
    """The live lines under a figure, newest first. Of a ratio, the lines of its part.

    `many`: there are far more than asked for, so that the last days of the period are likely to hold enough of them.
    """
    last, found = asked.period.last.toordinal(), list[Row]()
    for days in (31, 183, last) if many else (last,):
        found = _newest(indicator, asked, Text("AND e.day > %s", (last - days,)), (limit, offset))
        if len(found) == limit:
            break
    keys = dict(Cut.objects.values_list("pk", "key"))
    return [_line(row, keys) for row in found]


def _newest(indicator: Indicator, asked: Asked, since: Text, part_of_all: tuple[int, int]) -> list[Row]:
    part = counted(indicator)
    text = Text(f"SELECT {_LINE}, SUM(e.quantity)") + _lines_of(indicator, part, _reach(part, asked)) + since
    text += Text(f"GROUP BY {_LINE} HAVING SUM(e.sign) > 0")
    order = "e.day DESC, e.source DESC, e.origin, e.unit_id, e.subject, e.cut_id"
    return run(text + Text(f"ORDER BY {order} LIMIT %s OFFSET %s", part_of_all))


def sources(indicator: Indicator, asked: Asked, origin: int, which: Sequence[int]) -> set[int]:
    """Which of these sources (records, by number) have lines that count under a figure."""
    part = counted(indicator)
    text = Text("SELECT e.source") + _lines_of(indicator, part, _reach(part, asked))
    text += Text("AND e.origin = %s AND", (origin,)) + among("e.source", which)
    text += Text("GROUP BY e.source, e.unit_id, e.day, e.subject, e.cut_id HAVING SUM(e.sign) > 0")
    return {source for (source,) in run(text)}


def posted_since(indicator: Indicator, asked: Asked, origin: int, at: datetime) -> set[tuple[int, int]]:
    """Source and posting of all that stands under a figure and came after a moment: posted since, or of a later day."""
    part = counted(indicator)
    text = Text("SELECT DISTINCT e.source, e.posting_id") + _lines_of(indicator, part, _reach(part, asked))
    later = (origin, timezone.localdate(at).toordinal(), instant(at))
    text += Text(
        "AND e.origin = %s AND (e.day > %s OR e.posting_id IN (SELECT id FROM audit_posting WHERE at > %s))",
        later,
    )
    return {(source, posting) for source, posting in run(text)}


def how_many_lines(indicator: Indicator, asked: Asked) -> int:
    """How many lines `lines` has in all: what a source said twice alike is one line."""
    part = counted(indicator)
    text = Text("SELECT COUNT(*) FROM (SELECT 1") + _lines_of(indicator, part, _reach(part, asked))
    return int(run(text + Text(f"GROUP BY {_LINE} HAVING SUM(e.sign) > 0) c"))[0][0])


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


def _reach(part: Indicator, asked: Asked) -> Asked:
    """What is of the asked union alone is taken apart in its own scope."""
    return replace(asked, scope="own") if part.adds == "own" else asked


def _on(part: Indicator, asked: Asked) -> date | None:
    return asked.period.last if part.stock else None


def _from(part: Indicator, asked: Asked) -> Text:
    return scoped(asked, on=_on(part, asked))


def _of(part: Indicator, asked: Asked) -> Text:
    chosen = Text("WHERE e.indicator = %s AND", (part.number,))
    return chosen + within(asked, part.stock) + cut_filter(asked.where)


def _lines_of(indicator: Indicator, part: Indicator, asked: Asked) -> Text:
    """FROM … WHERE: the entries under a figure; of a share those of its whole, wherever they stood."""
    if not shares.is_share(indicator):
        return _from(part, asked) + _of(part, asked)
    whole = Text("AND e.subject IN (") + shares.whole(asked, BY_KEY[indicator.den]) + Text(")")
    return anywhere(asked) + _of(part, asked) + whole


def _added(text: Text, group: str) -> list[Row]:
    """The sum of each group that has live lines."""
    rows = run(Text(f"SELECT {group} g, SUM(e.quantity)") + text + Text("GROUP BY g HAVING SUM(e.sign) > 0"))
    return [(found, int(quantity)) for found, quantity in rows]


def _once(text: Text, group: str) -> list[Row]:
    """How many subjects each group has, and what was only declared as a total."""
    inner = Text(f"SELECT {group} g, e.subject x, SUM(e.quantity) q") + text
    inner += Text("GROUP BY g, e.subject HAVING SUM(e.quantity) > 0")
    told = "SUM(CASE WHEN x IS NULL THEN q ELSE 0 END)"
    rows = run(Text(f"SELECT g, COUNT(x), {told} FROM (") + inner + Text(") c GROUP BY g"))
    return [(found, int(count) + int(declared)) for found, count, declared in rows]


def _values(dimension: str) -> list[tuple[str, list[int]]]:
    """Each value of a breakdown and the combinations that hold it; first what doesn't say."""
    values: dict[str, list[int]] = {"": []}
    for pk, key in Cut.objects.values_list("pk", "key"):
        if value := cuts.unpack(key).get(dimension):
            values.setdefault(value, []).append(pk)
    return list(values.items())


def _case(values: Sequence[tuple[str, Sequence[int]]]) -> str:
    """The number of an entry's value in the list of values."""
    whens = [f"WHEN {among('e.cut_id', pks).sql} THEN {n}" for n, (_, pks) in enumerate(values) if n]
    return f"CASE {' '.join(whens)} ELSE 0 END" if whens else "0"


def _by_days(part: Indicator, asked: Asked) -> list[tuple[Period, int]]:
    days = {date.fromordinal(day): quantity for day, quantity in counts.by_day(asked, part).items()}
    return [(month, sum(q for day, q in days.items() if day in month)) for month in asked.period.months()]


def _value(indicator: Indicator, part: Indicator, asked: Asked) -> int:
    if shares.is_share(indicator):
        count = shares.shares(asked, [indicator])[indicator.number].num
    else:
        count = counts.counts(asked, [part]).get(part.number)
    return count.value if count else 0


def _line(row: Row, keys: dict[int, str]) -> Line:
    origin, source, unit, day, subject, cut, quantity = row
    return Line(origin, source, unit, date.fromordinal(day), subject, keys.get(cut, ""), int(quantity))
