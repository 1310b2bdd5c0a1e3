"""Báo cáo cầu nối: from what there was to what there is, for a union and each directly under it, also across a reform.

Opening + founded, opened or admitted + received − ended, lost or spent − handed over = closing: unions, members, money.
The tree is that of each day: whoever moved with all it has is received at one place and handed over at another.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta

from congdoan.base.period import Period, today
from congdoan.ledger.breakdowns import by_unit
from congdoan.ledger.figures import asked_for, figures
from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.ledger.models import Entry
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit

EVE = timedelta(days=1)
AT_ONCE = 500  # unions asked about in one statement
UNIONS, MEMBERS = "org.grassroots_unions", "members.total"


@dataclass(frozen=True)
class Tally:
    """One line of a bridge: what there was, what came and went, what there is. Counts, or whole đồng."""

    opening: int = 0
    opened: int = 0
    begun: int = 0
    received: int = 0
    ended: int = 0
    handed_over: int = 0
    closing: int = 0

    @property
    def gap(self) -> int:
        """What no coming or going explains: levels that were declared in totals."""
        gained = self.opened + self.begun + self.received - self.ended - self.handed_over
        return self.closing - self.opening - gained

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, one) + getattr(other, one) for one in NAMES))

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, one) - getattr(other, one) for one in NAMES))


NAMES = tuple(one.name for one in fields(Tally))


@dataclass(frozen=True)
class Part:
    """The bridge of one thing: a tally for each union directly under the one asked (itself: its own), and the whole.

    `within`: what the unions below handed each other, which the whole neither received nor handed over.
    """

    name: str
    heads: Mapping[str, str]
    whole: Tally
    rows: Mapping[int, Tally]
    money: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    name_in_url: str = ""

    @property
    def total(self) -> Tally:
        return sum(self.rows.values(), Tally())

    @property
    def within(self) -> Tally:
        return self.whole - self.total


@dataclass(frozen=True)
class Move:
    """A union with all it has came under another on a day (`sign` 1), or stood there no more (−1)."""

    unit: int
    under: int
    on: date
    sign: int
    ends: bool


Stock = Callable[[Sequence[int]], Mapping[int, Sequence[tuple[date, int]]]]


def unions(unit: Unit, period: Period) -> Part:
    """Grassroots unions in being: founded, received, ended, handed over."""
    period = period.until(today())
    # A union is there on its last day and ends on it; the stock is one less the day after. So what is missing since the
    # evening before the period ended from that evening on, and who ended on the period's last day is still there.
    ended = Period.between(period.first - EVE, period.last - EVE)
    flows = {"begun": ("org.founded", period), "ended": ("org.ended", ended)}
    heads = {"opening": "Đầu kỳ", "begun": "Thành lập mới", "received": "Tiếp nhận", "ended": "Kết thúc hoạt động",
             "handed_over": "Bàn giao", "closing": "Cuối kỳ"}  # fmt: skip
    codes = {"begun": "ORG-02", "ended": "ORG-03", "closing": "ORG-01"}
    part = _part("Công đoàn cơ sở", heads, unit, period, UNIONS, flows, codes, along_ended=False)
    return replace(part, name_in_url="cong-doan")


def members(unit: Unit, period: Period) -> Part:
    """Members: there when the book opened, admitted, received alone or with their union, lost, handed over."""
    period = period.until(today())
    flows = {
        "opened": ("members.opened", period),
        "begun": ("members.admitted", period),
        "received": ("members.transferred_in", period),
        "ended": ("members.lost", period),
        "handed_over": ("members.transferred_out", period),
    }
    heads = {"opening": "Đầu kỳ", "opened": "Có khi mở sổ", "begun": "Kết nạp", "received": "Tiếp nhận", "ended": "Giảm",
             "handed_over": "Bàn giao", "closing": "Cuối kỳ"}  # fmt: skip
    codes = {"opened": "MEM-17", "begun": "MEM-05", "ended": "MEM-06", "closing": "MEM-01"}
    part = _part("Đoàn viên", heads, unit, period, MEMBERS, flows, codes, along_ended=True)
    return replace(part, name_in_url="doan-vien")


def _part(
    name: str,
    heads: Mapping[str, str],
    unit: Unit,
    period: Period,
    stock: str,
    flows: Mapping[str, tuple[str, Period]],
    codes: Mapping[str, str],
    *,
    along_ended: bool,
) -> Part:
    """`along_ended`: what a union that ended still had went with it; else its own ending says so."""
    evening = Period.between(period.first - EVE, period.first - EVE)
    asked = {"opening": (stock, evening), "closing": (stock, period)} | dict(flows)
    held = entries_of(BY_KEY[stock])
    rows, whole = _below(unit, asked), _above(unit, asked)
    for into, branches in ((rows, True), (whole, False)):
        told = moves(unit, period, branches=branches)
        along(into, [one for one in told if along_ended or not one.ends], held)
    return Part(name, heads, tallied(whole).get(unit.pk, Tally()), tallied(rows), codes=codes)


Sums = dict[int, Counter[str]]


def tallied(sums: Sums) -> dict[int, Tally]:
    """As lines, without those in which there is nothing."""
    return {pk: Tally(**counted) for pk, counted in sums.items() if any(counted.values())}


def _below(unit: Unit, asked: Mapping[str, tuple[str, Period]]) -> Sums:
    sums: Sums = defaultdict(Counter)
    for name, (key, period) in asked.items():
        for pk, value in by_unit(BY_KEY[key], asked_for(unit, period, BY_KEY[key])).items():
            sums[pk][name] += int(value)
    return sums


def _above(unit: Unit, asked: Mapping[str, tuple[str, Period]]) -> Sums:
    sums: Sums = defaultdict(Counter)
    for name, (key, period) in asked.items():
        sums[unit.pk][name] += int(figures(unit, period, [BY_KEY[key]])[0].value or 0)
    return sums


def along(sums: Sums, told: Sequence[Move], stock: Stock) -> None:
    """What those who moved had on the evening before is received where they came, handed over where they left."""
    held = stock(sorted({one.unit for one in told}))
    for one in told:
        had = sum(amount for day, amount in held.get(one.unit, ()) if day < one.on)
        sums[one.under]["received" if one.sign > 0 else "handed_over"] += had


def moves(unit: Unit, period: Period, *, branches: bool) -> list[Move]:
    """Who came under the union in these days and who left, after its founding; with `branches`, at which union directly
    under it (itself, for its own). Rows of the tree that follow on one another are no move."""
    told: Counter[tuple[int, int, date]] = Counter()
    life = {}
    for pk, under, begins, stops, founded_on, ended_on in _stays(unit, period, branches):
        life[pk] = ended_on
        if period.first <= begins <= period.last and begins > founded_on:
            told[pk, under, begins] += 1
        if period.first <= stops <= period.last:
            told[pk, under, stops] -= 1
    return [
        Move(pk, under, on, sign, on == life[pk]) for (pk, under, on), sign in sorted(told.items()) if sign
    ]


def _stays(unit: Unit, period: Period, branches: bool) -> Iterator[tuple[int, int, date, date, date, date]]:
    """Union, under which, from which day, until before which, founded, ended: those that begin or stop in these days."""
    join = f"{beneath(branches)} AND b.from_on < a.to_on AND a.from_on < b.to_on"
    days = "BETWEEN %s AND %s"
    text = Text(
        f"SELECT a.unit_id, b.ancestor_id, a.from_on, b.from_on, a.to_on, b.to_on, u.founded_on, u.ended_on FROM org_ancestry a {join}"
        f" JOIN org_unit u ON u.id = a.unit_id WHERE a.ancestor_id = %s AND a.unknown_at IS NULL"
        f" AND (a.from_on {days} OR b.from_on {days} OR a.to_on {days} OR b.to_on {days})",
        (unit.pk, *(period.first.toordinal(), period.last.toordinal()) * 4),
    )
    for pk, under, from_a, from_b, to_a, to_b, founded_on, ended_on in run(text):
        begins, stops = max(from_a, from_b), min(to_a, to_b)
        yield pk, under, *(date.fromordinal(day) for day in (begins, stops, founded_on, ended_on))


def beneath(branches: bool) -> str:
    """Join (`b`) the union directly under the one asked (`a`), itself for its own; without branches, the one asked."""
    one = "b.depth = CASE WHEN a.depth > 0 THEN a.depth - 1 ELSE 0 END" if branches else "b.id = a.id"
    return f"JOIN org_ancestry b ON b.unit_id = a.unit_id AND b.unknown_at IS NULL AND {one}"


def entries_of(indicator: Indicator) -> Stock:
    """What each of some unions added to a stock, day by day."""

    def held(units: Sequence[int]) -> Mapping[int, Sequence[tuple[date, int]]]:
        found: dict[int, list[tuple[date, int]]] = defaultdict(list)
        for some in in_parts(units):
            rows = Entry.objects.filter(indicator=indicator.number, unit__in=some)
            for pk, day, quantity in rows.values_list("unit_id", "day", "quantity"):
                found[pk].append((day, int(quantity)))
        return found

    return held


def in_parts(units: Sequence[int]) -> Iterable[Sequence[int]]:
    """A long list in parts a database takes."""
    return (units[at : at + AT_ONCE] for at in range(0, len(units), AT_ONCE))
