"""The bridge report laid out: lines for the page, for lists taken out, and for the printed form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import F, Q
from django.urls import reverse

from congdoan.base.period import Period, today
from congdoan.base.table import NUMBER, Column, Table
from congdoan.base.words import grouped
from congdoan.funds.sheet import TEXT_WIDTH, Cell, Head, Sheet
from congdoan.org.models import Ancestry, Unit

from .bridging import EVE, Part, Tally, members, unions
from .bridging_money import money

TITLE = "BÁO CÁO CẦU NỐI TỔ CHỨC, ĐOÀN VIÊN, TÀI CHÍNH"
GAP = "Chênh lệch"
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
BEHIND = ("received", "handed_over")  # numbers behind which a list stands
SUM, WITHIN, WHOLE = "Cộng các dòng", "Bù trừ trong nội bộ", "Toàn công đoàn"


@dataclass(frozen=True)
class Number:
    """A number of a line, and the page of the figure it is, if there is one."""

    value: int
    url: str = ""


@dataclass(frozen=True)
class Line:
    """A union directly under the one looked at, or a sum; `strong`: it is a sum."""

    label: str
    numbers: Sequence[Number]
    strong: bool = False
    code: str = ""


@dataclass(frozen=True)
class Laid:
    """A part of the report: its heads and lines; `gap`: how far the whole does not close, `why` in words."""

    name: str
    heads: Sequence[str]
    lines: Sequence[Line]
    money: bool
    gap: int
    number: str = ""

    @property
    def counts_in(self) -> str:
        return "đồng" if self.money else "người" if self.name == "Đoàn viên" else "đơn vị"

    @property
    def why(self) -> str:
        """Where it does not close and what to do about it; empty where it does."""
        if not self.gap:
            return ""
        told = (
            f"{self.name}: cuối kỳ lệch {grouped(self.gap)} {self.counts_in} so với đầu kỳ cộng tăng trừ giảm"
        )
        if self.money:
            return f"{told}; hãy báo người quản trị chạy đối chiếu sổ."
        return f"{told}, do có công đoàn báo bằng phiếu số liệu tổng hợp, không ghi từng lượt tăng, giảm."


def report(unit: Unit, period: Period) -> list[Laid]:
    """All parts that have anything, for a union and each directly under it."""
    period = period.until(today())
    parts = [unions(unit, period), members(unit, period), *money(unit, period)]
    named = Unit.objects.in_bulk({pk for part in parts for pk in part.rows})
    steady = _steady(unit, period)
    laid = [_laid(part, unit, period, named, steady) for part in parts if part.rows]
    return [replace(one, number=number) for one, number in zip(laid, NUMERALS, strict=False)]


def _laid(part: Part, unit: Unit, period: Period, named: dict[int, Unit], steady: set[int]) -> Laid:
    gaps = any(row.gap for row in part.rows.values())
    heads = [*part.heads.values(), *([GAP] if gaps else [])]
    names = [*part.heads, *(["gap"] if gaps else [])]
    lines = []
    for pk in sorted(part.rows, key=lambda pk: (pk != unit.pk, named[pk].name_key)):
        own, one = pk == unit.pk, named[pk]
        urls = _links(part, one, period, own=own) if own or pk in steady else {}
        urls |= _behind(part, unit, period, one)
        label = f"{one.name} (riêng cấp này)" if own else one.name
        lines.append(Line(label, _numbers(part.rows[pk], names, urls), code=one.code))
    lines += _sums(part, names, _links(part, unit, period) | _behind(part, unit, period))
    return Laid(part.name, heads, lines, part.money, part.whole.gap)


def _sums(part: Part, names: Sequence[str], urls: Mapping[str, str]) -> list[Line]:
    """What the lines come to; where unions below handed each other something, that is taken off for the whole."""
    if part.within == Tally():
        return [Line(SUM, _numbers(part.whole, names, urls), strong=True)]
    return [
        Line(SUM, _numbers(part.total, names, {}), strong=True),
        Line(WITHIN, _numbers(part.within, names, {})),
        Line(WHOLE, _numbers(part.whole, names, urls), strong=True),
    ]


def _numbers(tally: Tally, names: Sequence[str], urls: Mapping[str, str]) -> list[Number]:
    shown = [(name, getattr(tally, name)) for name in names]
    return [Number(value, urls.get(name, "") if value or name not in BEHIND else "") for name, value in shown]


def _behind(part: Part, unit: Unit, period: Period, under: Unit | None = None) -> dict[str, str]:
    """The page that lists what came and went, of the whole or of one line."""
    said = {"cd": unit.code, "ky": period.code, "phan": part.name_in_url} | (
        {"o": under.code} if under else {}
    )
    return {
        name: f"{reverse('bridge_details')}?{urlencode(said | {'cot': name})}"
        for name in BEHIND
        if name in part.heads
    }


def _links(part: Part, unit: Unit, period: Period, *, own: bool = False) -> dict[str, str]:
    """The figure each number is: the stock on the evening before, what ended as far as it is missing (`unions`)."""
    evening = period.first - EVE
    days = {"opening": Period.between(evening, evening)}
    if part.codes.get("ended") == "ORG-03":
        days["ended"] = Period.between(evening, period.last - EVE)
    codes = {**part.codes, "opening": part.codes["closing"]} if part.codes else {}
    scope = {"pham-vi": "own"} if own else {}
    return {
        name: f"{reverse('figure', args=[code])}?{urlencode({'cd': unit.code, 'ky': days.get(name, period).code} | scope)}"
        for name, code in codes.items()
    }


def _steady(unit: Unit, period: Period) -> set[int]:
    """Who stood directly under it all the days of the period it was there: its own figures are those of its line."""
    rows = Ancestry.objects.filter(ancestor=unit, depth=1, unknown_at=None)
    rows = rows.filter(Q(from_on__lt=period.first) | Q(from_on=F("unit__founded_on")))
    return set(
        rows.filter(Q(to_on__gt=period.last) | Q(to_on=F("unit__ended_on"))).values_list("unit", flat=True)
    )


def tables(parts: Sequence[Laid]) -> list[Table]:
    """Each part as a list, ready to be taken out."""
    return [_table(part) for part in parts]


def _table(part: Laid) -> Table:
    columns = [Column("Công đoàn", lambda line: line.label), Column("Mã công đoàn", lambda line: line.code)]
    columns += [Column(head, _number(at), NUMBER) for at, head in enumerate(part.heads)]
    about = [f"Đơn vị tính: {part.counts_in}", *([part.why] if part.why else [])]
    return Table(part.name, columns, part.lines, about)


def _number(at: int) -> Callable[[Line], int]:
    return lambda line: line.numbers[at].value


def sheets(unit: Unit, period: Period, parts: Sequence[Laid]) -> list[Sheet]:
    """The printed form, a table a part."""
    return [_sheet(unit, period, part) for part in parts]


def _sheet(unit: Unit, period: Period, part: Laid) -> Sheet:
    heads = [Head("Công đoàn", "A", False, TEXT_WIDTH)]
    heads += [Head(head, str(n)) for n, head in enumerate(part.heads, start=1)]
    rows: list[list[Cell]] = [[line.label, *(number.value for number in line.numbers)] for line in part.lines]
    strong = frozenset(n for n, line in enumerate(part.lines) if line.strong)
    about = [
        f"{unit.name}. {period.label()}",
        f"{part.number}. {part.name}. Đơn vị tính: {part.counts_in}",
        *([part.why] if part.why else []),
    ]
    return Sheet("", TITLE, unit, period.last, about, heads, rows, strong)
