"""Doubts about money: out of scale for so many people, unlike what is usual, almost the same as another amount."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Max, Sum

from congdoan.base.words import grouped, short_money
from congdoan.ledger.indicator import Indicator
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD

if TYPE_CHECKING:
    from .telling import Telling

CHAPTERS = {"CAR", "FUN", "WOM"}  # of money that is given: what it comes to a head can be judged
PER_HEAD, LARGE = 10_000_000, 500_000_000  # đồng for each worker; below the second nobody is asked
SMALL = 1_000  # đồng: less is typed without its thousands
USUAL, THOUSAND = (
    4,
    200,
)  # earlier amounts that make a habit; how far from them a slip by a thousand is, at least
DIGITS = 4  # amounts with fewer digits that count are round, and often alike
YEAR = timedelta(days=366)
SOURCES = 300  # other records looked at


class Amount(NamedTuple):
    """What another record added to a figure, and on which day."""

    source: int
    amount: int
    day: date


def head_sentence(name: str, amount: int, workers: int) -> str:
    """Money out of scale for so many people."""
    return (
        f"{name}: {short_money(amount)} cho {grouped(workers)} người lao động là "
        f"{short_money(amount // workers // 100_000 * 100_000)} mỗi người; hãy xem có nhầm triệu với tỷ không."
    )


def far_too_much(indicator: Indicator, amount: int, workers: int | None) -> bool:
    """Whether so much for so many people is out of scale."""
    return (
        bool(workers)
        and indicator.chapter.code in CHAPTERS
        and amount >= LARGE
        and amount > PER_HEAD * (workers or 0)
    )


def out_of_scale(telling: "Telling") -> Iterator[str]:
    """Far too much for so many people, or less than anybody gives."""
    for indicator, amount in telling.money.items():
        if 0 < amount < SMALL:
            yield f"{indicator.name}: chỉ {grouped(amount)} đồng; hãy xem có thiếu ba số 0 không."
        elif amount >= LARGE and far_too_much(indicator, amount, telling.workers):
            yield head_sentence(indicator.name, amount, telling.workers or 1)


def unlike_before(telling: "Telling") -> Iterator[str]:
    """Hundreds of times as much, or as little, as this union usually records."""
    for indicator, amount in telling.money.items():
        known = [other.amount for other in _others(telling, indicator)]
        usual = int(median(known)) if len(known) >= USUAL else 0
        if usual and not usual / THOUSAND < amount < usual * THOUSAND:
            times = round(max(amount / usual, usual / max(amount, 1)))
            yield (
                f"{indicator.name}: {short_money(amount)} {'gấp' if amount > usual else 'bằng một phần'} "
                f"{grouped(times)} mức thường ghi ({short_money(usual)}); hãy xem có nhầm số 0 không."
            )


def near_twins(telling: "Telling") -> Iterator[str]:
    """The same amount on the same day, or one that differs in a single digit, within a year."""
    for indicator, amount in telling.money.items():
        for other in _others(telling, indicator):
            if sentence := twins(amount, other, telling.record.happened_on):
                yield sentence


def twins(amount: int, other: Amount, day: date) -> str:
    """Why two amounts may be one; empty if nothing says so."""
    when = f"đã ghi ngày {other.day:%d/%m/%Y}"
    if amount == other.amount and day == other.day and telling_digits(amount):
        return f"{grouped(amount)} đồng {when}; hãy xem có ghi trùng không."
    if one_digit_apart(amount, other.amount):
        return (
            f"{grouped(amount)} đồng khác một chữ số với {grouped(other.amount)} đồng {when}; "
            "hãy xem có gõ nhầm không, cả hai cũng có thể đúng."
        )
    return ""


def telling_digits(amount: int) -> bool:
    """Whether an amount has so many digits that another like it is no chance."""
    return len(str(amount).rstrip("0")) >= DIGITS


def one_digit_apart(one: int, other: int) -> bool:
    """Whether two amounts are as long and differ in a single digit: 3.182 and 3.282."""
    a, b = str(one), str(other)
    if len(a) != len(b) or not (telling_digits(one) and telling_digits(other)):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _others(telling: "Telling", indicator: Indicator) -> list[Amount]:
    """What other records of the union added to the figure within a year."""
    day = telling.record.happened_on
    rows = Entry.objects.filter(unit=telling.record.unit_id, indicator=indicator.number, origin=RECORD)
    rows = rows.filter(day__gte=day - YEAR, day__lte=day + YEAR)
    if telling.record.pk:
        rows = rows.exclude(source=telling.record.pk)
    live = rows.values("source").annotate(amount=Sum("quantity"), on=Max("day"), signs=Sum("sign"))
    found = live.filter(signs__gt=0, amount__gt=0).order_by("-source")[:SOURCES]
    return [_amount(row) for row in found]


def _amount(row: Mapping[str, object]) -> Amount:
    return Amount(row["source"], row["amount"], row["on"])  # type: ignore[arg-type]
