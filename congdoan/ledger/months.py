"""Many indicators over the months of a period at once: the course a list of figures shows beside each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from congdoan.base.period import Period

from . import counts
from .indicator import Indicator, numbers
from .sql import Asked, Text, among, cut_filter, run, scoped, within

Course = dict[int, list[int]]


def by_months(asked: Asked, indicators: Iterable[Indicator]) -> Course:
    """What each month of the period came to, by the indicator's number; one without any entry is left out.

    Of a flow the month's own, of a stock where it stood on the month's last day; who is counted once is counted once
    a month. Ratios, means and distributions have no course of their own.
    """
    wanted, months = list(indicators), asked.period.months()
    flows = [i for i in wanted if not i.stock]
    found = _summed(asked, [i for i in flows if i.adds == "sum"], months)
    found |= _summed(replace(asked, scope="own"), [i for i in flows if i.adds == "own"], months)
    monthly, distinct = [i for i in wanted if i.stock], [i for i in flows if i.adds == "distinct"]
    if counts.is_kept(asked):
        return found | _each(asked, monthly + distinct, months)
    return found | _once(asked, distinct, months) | _each(asked, monthly, months)


def _summed(asked: Asked, group: Sequence[Indicator], months: Sequence[Period]) -> Course:
    found: Course = defaultdict(lambda: [0] * len(months))
    entries = counts._adding(asked, numbers(group), False)
    text = Text("SELECT i, d, SUM(q) FROM (") + entries + Text(") c GROUP BY i, d")
    for number, day, quantity in run(text) if group and months else ():
        found[number][_month_of(date.fromordinal(day), months)] += int(quantity)
    return dict(found)


def _once(asked: Asked, group: Sequence[Indicator], months: Sequence[Period]) -> Course:
    """Each subject once a month; totals that were only declared are added."""
    found: Course = defaultdict(lambda: [0] * len(months))
    if not (group and months):
        return {}
    inner = (
        Text("SELECT e.indicator i, m.n n, e.subject x, SUM(e.quantity) q")
        + scoped(asked)
        + _calendar(months)
    )
    inner += Text("WHERE") + among("e.indicator", numbers(group)) + Text("AND") + within(asked, False)
    inner += cut_filter(asked.where) + Text("GROUP BY e.indicator, m.n, e.subject HAVING SUM(e.quantity) > 0")
    told = Text("SELECT i, n, COUNT(x) + SUM(CASE WHEN x IS NULL THEN q ELSE 0 END) FROM (")
    for number, month, count in run(told + inner + Text(") c GROUP BY i, n")):
        found[number][month] = int(count)
    return dict(found)


def _each(asked: Asked, group: Sequence[Indicator], months: Sequence[Period]) -> Course:
    """Month by month: where a stock stood (unions come and go between), and what is kept of whole months."""
    found: Course = defaultdict(lambda: [0] * len(months))
    for at, month in enumerate(months if group else ()):
        for number, count in counts.counts(replace(asked, period=month), group).items():
            found[number][at] = count.value
    return dict(found)


def _calendar(months: Sequence[Period]) -> Text:
    """Join the number of the month in which an entry's day falls."""
    rows = (
        f"SELECT {n} n, {month.first.toordinal()} first, {month.last.toordinal()} last"
        for n, month in enumerate(months)
    )
    return Text(f"JOIN ({' UNION ALL '.join(rows)}) m ON e.day BETWEEN m.first AND m.last")


def _month_of(day: date, months: Sequence[Period]) -> int:
    return next(at for at, month in enumerate(months) if day in month)
