"""Counting entries: sums, balances, distinct subjects, grades; each way one statement for all its indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from . import cuts, kept, rollups
from .indicator import Indicator
from .least import least
from .models import Cut
from .sql import Asked, Row, Text, among, cut_filter, over_all, run, same_tree, scoped, within


@dataclass(frozen=True)
class Count:
    """What was counted: the value, the live lines under it, and what of it was declared as a total."""

    value: int = 0
    entries: int = 0
    declared: int = 0
    grades: Mapping[str, int] | None = None
    num: Count | None = None
    den: Count | None = None


Tally = dict[int, Count]


def counts(asked: Asked, indicators: Sequence[Indicator]) -> Tally:
    """What each of these (not ratios) comes to, by its number; one that has no entry is left out."""
    whole = _as_it_stood(asked)
    tally, mark = Tally(), _mark(whole)
    for stock in (False, True):
        group = [i for i in indicators if i.stock == stock]
        adding = [i.number for i in group if i.adds in ("sum", "balance")]
        tally |= _sums(whole, adding, stock, mark) if adding else {}
        own = [i.number for i in group if i.adds == "own" and not i.subject]
        tally |= _sums(replace(asked, scope="own"), own, stock, None) if own else {}
        fewest = least(asked, [i.number for i in group if i.adds == "own" and i.subject])
        tally |= {number: Count(value, lines) for number, (value, lines) in fewest.items()}
        distinct = [i.number for i in group if i.adds == "distinct"]
        tally |= _distinct(whole, distinct, stock, mark) if distinct else {}
        graded = [i.number for i in group if i.adds == "distribution"]
        tally |= _grades(asked, graded, stock) if graded else {}
    return tally


def by_day(asked: Asked, indicator: Indicator) -> dict[int, int]:
    """What each day of the period added to an indicator that adds up, by day number."""
    rows = run(
        Text("SELECT d, SUM(q) FROM (") + _adding(asked, [indicator.number], False) + Text(") c GROUP BY d")
    )
    return {day: int(quantity) for day, quantity in rows}


def is_kept(asked: Asked) -> bool:
    """Whether sums are kept that can answer."""
    return _mark(asked) is not None


def _as_it_stood(asked: Asked) -> Asked:
    """On another day's tree a union that all others always stood under counts what it counted then, so what is kept of
    it can answer: the country's figures after a reform need no look at every entry."""
    if asked.tree_on and asked.scope == "all" and not asked.known_at and over_all(asked.unit):
        return replace(asked, tree_on=None)
    return asked


def _sums(asked: Asked, numbers: Sequence[int], stock: bool, mark: int | None) -> Tally:
    if mark is not None:
        return _together(kept.sums(asked, numbers, stock, mark))
    text = Text("SELECT e.indicator, SUM(e.quantity), SUM(e.sign)") + _chosen(asked, numbers, stock)
    return _together(run(text + Text("GROUP BY e.indicator")))


def _together(rows: Iterable[Row]) -> Tally:
    """Rows (indicator, quantity, lines, declared if any) of the same indicator are one count."""
    sums: dict[int, tuple[int, int, int]] = {}
    for number, value, entries, *declared in rows:
        told = int(declared[0]) if declared else 0
        known = sums.get(number, (0, 0, 0))
        sums[number] = known[0] + int(value) + told, known[1] + int(entries), known[2] + told
    return {number: Count(*known) for number, known in sums.items() if any(known)}


def _adding(asked: Asked, numbers: Sequence[int], stock: bool) -> Text:
    """SELECT i(ndicator), d(ay), q(uantity), s(igns): what adds up, day by day."""
    mark = None if stock else _mark(asked)
    if mark is not None:
        return kept.days(asked, numbers, mark)
    return Text("SELECT e.indicator i, e.day d, e.quantity q, e.sign s") + _chosen(asked, numbers, stock)


def _mark(asked: Asked) -> int | None:
    """If what is kept can answer: the last entry in it."""
    return rollups.kept(asked.unit) if asked.plain and same_tree(asked) else None


def _distinct(asked: Asked, numbers: Sequence[int], stock: bool, mark: int | None) -> Tally:
    """Each subject once over the whole scope and period; what was only declared as a total is added and shown apart."""
    if mark is not None and not stock:
        return _together(kept.once(asked, numbers, mark))
    inner = Text("SELECT e.indicator i, e.subject x, SUM(e.quantity) q, SUM(e.sign) s")
    inner += _chosen(asked, numbers, stock)
    inner += Text("GROUP BY e.indicator, e.subject HAVING SUM(e.quantity) > 0")
    told = "SUM(CASE WHEN x IS NULL THEN q ELSE 0 END)"
    return _together(run(Text(f"SELECT i, COUNT(x), SUM(s), {told} FROM (") + inner + Text(") c GROUP BY i")))


def _grades(asked: Asked, numbers: Sequence[int], stock: bool) -> Tally:
    rows = run(
        Text("SELECT e.indicator, e.cut_id, SUM(e.quantity), SUM(e.sign)")
        + _chosen(asked, numbers, stock)
        + Text("GROUP BY e.indicator, e.cut_id HAVING SUM(e.sign) > 0")
    )
    keys = dict(Cut.objects.values_list("pk", "key")) if rows else {}
    grades: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    lines: dict[int, int] = defaultdict(int)
    for number, cut, quantity, entries in rows:
        grades[number][cuts.unpack(keys.get(cut, "")).get("grade", "")] += int(quantity)
        lines[number] += int(entries)
    return {n: Count(sum(by.values()), lines[n], grades=dict(by)) for n, by in grades.items()}


def _chosen(asked: Asked, numbers: Sequence[int], stock: bool) -> Text:
    """FROM … WHERE: the entries of these indicators in the asked scope, days, knowledge and breakdown."""
    joined = scoped(asked, on=asked.period.last if stock else None)
    return (
        joined
        + Text("WHERE")
        + among("e.indicator", numbers)
        + Text("AND")
        + within(asked, stock)
        + cut_filter(asked.where)
    )
