"""The country's figures, worked out from the sums its provinces sent; each of one province beside it.

A sum, a stock and what is made of their parts are exact. Who is counted once is counted once in each province, and the
country's figure is the sum of these: who was counted in two of them stands in it twice. What needs every union, grade or
person is left to the provinces' own books, and said to be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from congdoan.audit.lock import one_moment
from congdoan.base.period import Period, today
from congdoan.ledger import shares
from congdoan.ledger.figures import days, remade
from congdoan.ledger.indicator import BY_KEY, Indicator, shown

from . import sums
from .models import Book
from .queries import present
from .sums import Sum, Sums

SHARE = "cần biết từng công đoàn, đơn vị hoặc người: hỏi sổ của tỉnh"
GRADES = "xếp loại từng mức không gửi lên: hỏi sổ của tỉnh"
OWN = "chỉ là của riêng một công đoàn, không cộng lên"
STOCK = "đếm mỗi đối tượng một lần vào một ngày, cần biết từng đối tượng: hỏi sổ của tỉnh"
BROKEN = "mỗi đối tượng tính một lần, chỉ gửi lên cho trọn tháng, quý, nửa năm, năm"


@dataclass(frozen=True)
class Told:
    """What one book's sums answer."""

    value: int | Decimal | None
    num: int | None = None
    den: int | None = None
    entries: int = 0


@dataclass(frozen=True)
class National:
    """The country's figure. `why` says in words why there is none; `summed`, that who is counted once is so in each book only."""

    indicator: Indicator
    period: Period
    told: Told
    books: Mapping[str, Told] = field(default_factory=dict)
    why: str = ""
    summed: bool = False


def national(period: Period, indicators: Iterable[Indicator] | None = None) -> list[National]:
    """The country's figures in a period, in the order asked; all of the catalogue if none are named. All of one moment."""
    with one_moment():
        return _national(period, indicators)


def _national(period: Period, indicators: Iterable[Indicator] | None) -> list[National]:
    books, cut = present()[0], period.until(today())
    wanted = list(shown() if indicators is None else indicators)
    stretches = {i.number: days(i, cut) for i in wanted}
    groups: dict[str, list[Indicator]] = {}
    for indicator in wanted:
        groups.setdefault(stretches[indicator.number].code, []).append(indicator)
    found: dict[int, National] = {}
    for group in groups.values():
        found |= _answered(stretches[group[0].number], group, books)
    return [found[indicator.number] for indicator in wanted]


def why_not(indicator: Indicator) -> str:
    """Why sums cannot answer this indicator at all; empty where they can."""
    if shares.is_share(indicator):
        return SHARE
    if indicator.adds in ("own", "distribution"):
        return OWN if indicator.adds == "own" else GRADES
    if indicator.adds == "distinct" and indicator.stock:
        return STOCK
    return next(filter(None, map(why_not, _parts(indicator))), "")


def _answered(period: Period, group: Sequence[Indicator], books: Sequence[Book]) -> dict[int, National]:
    there = [book.code for book in books if _there(book, period)]
    tally = _tally(period, [part for i in group if not why_not(i) for part in _shown_parts(i)], there)
    return {i.number: _figure(i, period, tally, there) for i in group}


def _there(book: Book, period: Period) -> bool:
    return period.days > 0 and book.from_on <= period.last and book.to_on > period.first


def _tally(period: Period, needed: Sequence[Indicator], books: Sequence[str]) -> Sums:
    if not period.days:
        return {}
    found: dict[tuple[str, int], Sum] = {}
    for stock in (False, True):
        found |= sums.adding(period, _numbers(needed, stock, ("sum", "balance")), stock)
    return {**found, **sums.once(period, _numbers(needed, False, ("distinct",)), books)}


def _numbers(needed: Sequence[Indicator], stock: bool, adds: Sequence[str]) -> list[int]:
    return sorted({i.number for i in needed if i.stock == stock and i.adds in adds})


def _figure(indicator: Indicator, period: Period, tally: Sums, books: Sequence[str]) -> National:
    if why := why_not(indicator):
        return National(indicator, period, Told(None), why=why)
    own = {book: [_of(tally, book, part) for part in _shown_parts(indicator)] for book in books}
    told = {book: _told(indicator, parts) for book, parts in own.items()}
    together = [sum(parts, Sum()) for parts in zip(*own.values(), strict=True)]
    whole = _told(indicator, together) if together else Told(None)
    once = any(part.adds == "distinct" for part in _shown_parts(indicator))
    why = BROKEN if any(part.value is None for part in together) else ""
    return National(indicator, period, whole, told, why, once)


def _of(tally: Sums, book: str, part: Indicator) -> Sum:
    return tally.get((book, part.number), Sum())


def _told(indicator: Indicator, parts: Sequence[Sum]) -> Told:
    if len(parts) == 1:
        return Told(parts[0].value, entries=parts[0].entries)
    num, den = parts
    if num.value is None or not den.value:
        return Told(None)
    return Told(remade(indicator, num.value, den.value), num.value, den.value, num.entries)


def _shown_parts(indicator: Indicator) -> list[Indicator]:
    return _parts(indicator) or [indicator]


def _parts(indicator: Indicator) -> list[Indicator]:
    if indicator.adds not in ("ratio", "mean"):
        return []
    return [BY_KEY[indicator.num], BY_KEY[indicator.den]]
