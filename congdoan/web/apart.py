"""A figure taken apart for its page: by breakdown, by union, by month; each with the sentence that answers its question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congdoan.base.charts import Bar
from congdoan.base.words import fraction, join_list, percent_text, small
from congdoan.base.words import percent as share_of
from congdoan.ledger import breakdowns, cuts, saying, shares
from congdoan.ledger.figures import Figure
from congdoan.ledger.heard import heard
from congdoan.ledger.indicator import Indicator, counted
from congdoan.org.models import Unit
from congdoan.org.queries import children

from .asking import Question, dimensions

SUBJECTS = {
    "person": "người",
    "household": "gia đình",
    "child": "cháu",
    "unit": "công đoàn",
    "employer": "cơ quan, đơn vị",
    "transfer": "lần chuyển",
}
TELLING_FIRST = ("occasion", "topic", "recipient", "prize")  # what a change is explained by, if it can be


@dataclass(frozen=True)
class Part:
    """A value of a breakdown and what it came to; `url` narrows the figure to it."""

    label: str
    text: str
    url: str
    quantity: int


@dataclass(frozen=True)
class Parts:
    """A breakdown of the figure. `adds_up`: its parts come to the figure; otherwise somebody stands under several."""

    dimension: str
    name: str
    parts: Sequence[Part]
    total: str
    adds_up: bool
    once: str = ""

    @property
    def several(self) -> bool:
        return len(self.parts) > 1


@dataclass(frozen=True)
class Child:
    """A union directly under the asked one (or itself), and what it came to."""

    unit: Unit
    value: int
    before: int
    text: str
    last: str
    width: int
    url: str
    own: bool = False
    nil: bool = False


def by_breakdown(question: Question, figure: Figure) -> list[Parts]:
    """Every breakdown that says something, those with several values first."""
    if not figure.value:
        return []
    indicator = figure.indicator
    asked = [d for d in dimensions(indicator) if d not in question.where]
    found = breakdowns.by_cuts(indicator, figure.asked, asked)
    told = [_parts(question, figure, d, values) for d, values in found.items() if set(values) - {""}]
    return sorted(told, key=lambda parts: not parts.several)


def by_union(question: Question, figure: Figure, before: Figure) -> list[Child]:
    """The unions directly under the asked one and itself for its own, the largest first; those with nothing at the end."""
    unit, indicator = question.unit, figure.indicator
    if question.scope == "own" or unit.kind.grassroots or counted(indicator).adds == "own":
        return []
    now, last = (breakdowns.by_unit(indicator, one.asked) for one in (figure, before))
    stood = {child.pk: child for child in children(unit, question.tree or figure.period.last)}
    units = stood | Unit.objects.in_bulk([pk for pk in {*now, *last} if pk not in stood])
    nil = heard(unit, figure.period).nil.get(counted(indicator).number // 100, set())
    top = max(now.values(), default=0)
    found = [
        _child(question, indicator, units[pk], now.get(pk, 0), last.get(pk, 0), top, pk in nil)
        for pk in units
    ]
    return sorted(found, key=lambda child: (-child.value, child.unit.name_key))


def by_month(figure: Figure, before: Figure) -> list[Bar]:
    """Month by month beside the year before; nothing for a period of a month or two."""
    indicator, months = figure.indicator, breakdowns.by_month(figure.indicator, figure.asked)
    if len(months) < 3 or not figure.value:
        return []
    past = [value for _, value in breakdowns.by_month(indicator, before.asked)] if before.value else []
    many = months[0][0].year != months[-1][0].year
    bars = [Bar(_month(period.first.month, period.first.year, many), value) for period, value in months]
    return [bar._replace(before=past[n]) if n < len(past) else bar for n, bar in enumerate(bars)]


def union_sentence(found: Sequence[Child], indicator: Indicator) -> str:
    """Where most of it is, and how many have none."""
    below, own = [c for c in found if not c.own], sum(c.value for c in found if c.own)
    have, what = [c for c in below if c.value], counted(indicator)
    none = len(below) - len(have)
    if not have:
        return "Chỉ có việc của riêng cấp này" if own else "Chưa công đoàn nào có"
    if len(have) > 1 and have[0].value == have[-1].value:
        each = saying.said(what, have[0].value)
        return f"{fraction(len(have), len(below))} công đoàn có" + (
            f", mỗi nơi {each}" if have[0].value > 1 else ""
        )
    lead, total = (
        f"Nhiều nhất ở {have[0].unit.name}: {saying.said(what, have[0].value)}",
        sum(c.value for c in have) + own,
    )
    part = f", {percent_text(share_of(have[0].value, total))} của cả kỳ" if what.adds != "distinct" else ""
    return f"{lead}{part}; " + (f"{small(none)} công đoàn chưa có" if none else "công đoàn nào cũng có")


def months_sentence(bars: Sequence[Bar], indicator: Indicator) -> str:
    """When most of it was; of a stock, where it began and where it stands."""
    what, values = counted(indicator), [bar.value or 0 for bar in bars]
    if what.stock:
        return _stock_sentence(
            saying.spoken(what, values[0]), saying.spoken(what, values[-1]), values[-1] - values[0]
        )
    total, ranked = sum(values), sorted(bars, key=lambda bar: -(bar.value or 0))
    top = ranked[:1] if (ranked[0].value or 0) * 5 >= total * 3 else ranked[:2]
    part = sum(bar.value or 0 for bar in top)
    if part * 2 < total or not total:
        return f"Rải đều qua các tháng, nhiều nhất {_named([ranked[0]])}"
    where, of = _named(sorted(top, key=bars.index)), saying.said(what, total)
    return (
        f"Tất cả vào {where}"
        if part == total
        else f"Phần lớn vào {where}: {saying.brief(what, part)} trong {of}"
    )


def _stock_sentence(first: str, last: str, change: int) -> str:
    return (
        f"Từ {first} {'lên' if change > 0 else 'xuống'} {last}" if change else f"Không đổi trong kỳ: {last}"
    )


def _named(months: Sequence[Bar]) -> str:
    return "tháng " + join_list([bar.label.removeprefix("T") for bar in months])


def _month(month: int, year: int, many: bool) -> str:
    return f"T{month}/{year % 100:02d}" if many else f"T{month}"


def _parts(question: Question, figure: Figure, dimension: str, values: Mapping[str, int]) -> Parts:
    what = counted(figure.indicator)
    whole = figure.num if figure.num is not None else int(figure.value or 0)
    ranked = sorted(values.items(), key=lambda item: (item[0] == "", -item[1]))
    parts = [
        Part(
            cuts.label(dimension, value) if value else "không ghi",
            saying.brief(what, quantity) or "",
            question.narrowed(dimension, value) if value else "",
            quantity,
        )
        for value, quantity in ranked
    ]
    name, total = cuts.DIMENSIONS[dimension], saying.said(what, whole)
    once = "" if sum(values.values()) == whole else SUBJECTS.get(what.subject, "nơi")
    return Parts(dimension, name, parts, total, not once, once)


def _child(
    question: Question, indicator: Indicator, unit: Unit, now: int, before: int, top: int, nil: bool
) -> Child:
    what, own = counted(indicator), unit == question.unit
    onward = question.query(scope="own") if own else question.query(unit=unit, scope="all")
    return Child(
        unit,
        now,
        before,
        saying.brief(what, now) or "",
        saying.brief(what, before) or "",
        round(100 * now / top) if top > 0 else 0,
        onward,
        own,
        nil,
    )


def telling(found: Sequence[Parts], most: int = 2) -> list[str]:
    """The breakdowns worth naming at each line: those of several values, a few, the ones that explain most first."""
    several = [parts.dimension for parts in found if parts.several]
    return sorted(
        several, key=lambda d: TELLING_FIRST.index(d) if d in TELLING_FIRST else len(TELLING_FIRST)
    )[:most]


def missing(figure: Figure) -> list[int]:
    """Of a share: the numbers of the unions or employers of the whole that have not done it."""
    return shares.missing(figure.asked, figure.indicator) if shares.names_missing(figure.indicator) else []


def cause(figure: Figure, before: Figure, found: Sequence[Parts]) -> str:
    """What the change against the year before mostly comes from: "phần lớn do Gia đình (+16)"; empty if from nothing alone."""
    told = [parts.dimension for parts in found if parts.several]
    if not (told and figure.value and before.value and figure.value != before.value):
        return ""
    dimension = next((d for d in TELLING_FIRST if d in told), told[0])
    now, last = (breakdowns.by_cut(figure.indicator, one.asked, dimension) for one in (figure, before))
    moved = {value: now.get(value, 0) - last.get(value, 0) for value in now.keys() | last.keys() if value}
    whole = int(figure.value - before.value)
    value, most = max(moved.items(), key=lambda item: item[1] if whole > 0 else -item[1])
    if most * whole <= 0 or abs(most) * 2 < abs(whole):
        return ""
    said = saying.brief(counted(figure.indicator), abs(most))
    return f"phần lớn do {cuts.label(dimension, value)} ({'+' if most > 0 else '−'}{said})"
