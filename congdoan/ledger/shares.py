"""Shares of unions, employers or people: of those there on the last day, how many did it, wherever they stood. Never 57/56."""

from collections import defaultdict
from collections.abc import Sequence

from .counts import Count, Tally
from .indicator import BY_KEY, Indicator
from .sql import Asked, Text, among, anywhere, cut_filter, one_below, run, scoped, within


def is_share(indicator: Indicator) -> bool:
    """Whether the ratio's whole is a set of unions, employers or people on a day."""
    if indicator.adds != "ratio":
        return False
    num, den = BY_KEY[indicator.num], BY_KEY[indicator.den]
    return den.stock and den.adds == "balance" and bool(den.subject and num.subject)


def names_missing(indicator: Indicator) -> bool:
    """Whether those of the whole that have not done it are named beside the figure: unions and employers, never people."""
    return is_share(indicator) and BY_KEY[indicator.den].subject != "person"


def shares(asked: Asked, indicators: Sequence[Indicator]) -> Tally:
    """Each share's parts, by its number; one statement for all that have the same whole."""
    groups: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        groups[indicator.den].append(indicator)
    return {
        number: count
        for den, group in groups.items()
        for number, count in _of_one_whole(asked, den, group).items()
    }


def whole(asked: Asked, den: Indicator, child: str = "") -> Text:
    """SELECT the subjects there on the last day in the asked scope (those declared only as a total are nobody), each
    with the union one step below it is under if `child` names the column."""
    last = asked.period.last
    text = Text(f"SELECT e.subject{child and f', b.ancestor_id {child}'}") + scoped(asked, on=last)
    text += one_below(asked, last) if child else Text("")
    text += Text("WHERE e.indicator = %s AND", (den.number,)) + within(asked, True)
    text += Text("AND e.subject IS NOT NULL")
    return text + Text(f"GROUP BY e.subject{child and ', b.ancestor_id'} HAVING SUM(e.quantity) > 0")


def did(asked: Asked, num: Sequence[Indicator], stock: bool) -> Text:
    """SELECT indicator, subject of those of the `whole` who did it, in the period or, for a stock, up to its last day."""
    text = Text("SELECT e.indicator i, e.subject x, SUM(e.sign) s") + anywhere(asked)
    text += Text("WHERE") + among("e.indicator", [i.number for i in num]) + Text("AND") + within(asked, stock)
    text += cut_filter(asked.where) + Text("AND e.subject IN (SELECT subject FROM whole)")
    return text + Text("GROUP BY e.indicator, e.subject HAVING SUM(e.quantity) > 0")


def _of_one_whole(asked: Asked, den: str, group: Sequence[Indicator]) -> Tally:
    parts = {indicator.num: BY_KEY[indicator.num] for indicator in group}
    text = (
        Text("WITH whole AS (")
        + whole(asked, BY_KEY[den])
        + Text(") SELECT 0, COUNT(*), COUNT(*) FROM whole")
    )
    for stock in (False, True):
        chosen = [part for part in parts.values() if part.stock == stock]
        if chosen:
            text += (
                Text("UNION ALL SELECT i, COUNT(*), SUM(s) FROM (")
                + did(asked, chosen, stock)
                + Text(f") c{int(stock)} GROUP BY i")
            )
    found = {number: Count(int(value), int(entries)) for number, value, entries in run(text)}
    return {i.number: Count(num=found.get(BY_KEY[i.num].number), den=found[0]) for i in group}


def missing(asked: Asked, indicator: Indicator) -> list[int]:
    """The subjects of the whole, by number, that have not done it."""
    num = BY_KEY[indicator.num]
    text = (
        Text("WITH whole AS (")
        + whole(asked, BY_KEY[indicator.den])
        + Text(") SELECT subject FROM whole WHERE subject NOT IN (SELECT x FROM (")
    )
    text += did(asked, [num], num.stock) + Text(") c)")
    return sorted(subject for (subject,) in run(text))


def by_unit(asked: Asked, indicator: Indicator) -> dict[int, int]:
    """How many of each child's part of the whole did it, by the child's number."""
    num = BY_KEY[indicator.num]
    text = Text("WITH whole AS (") + whole(asked, BY_KEY[indicator.den], "child")
    text += Text(") SELECT child, COUNT(*) FROM whole WHERE subject IN (SELECT x FROM (")
    return dict(run(text + did(asked, [num], num.stock) + Text(") c) GROUP BY child")))
