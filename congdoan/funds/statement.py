"""A fund's book read out: what it held, each voucher with what it left, what it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum

from .models import Fund, Leg, Voucher
from .queries import balance

DAY = timedelta(days=1)
TREND = 12  # months


@dataclass(frozen=True)
class Line:
    """A voucher in the book of a fund: what it moved, and what was there after it."""

    voucher: Voucher
    amount: int
    held: int

    @property
    def into(self) -> int:
        return max(self.amount, 0)

    @property
    def out(self) -> int:
        return max(-self.amount, 0)


@dataclass(frozen=True)
class Statement:
    """A fund from one day to another."""

    fund: Fund
    first: date
    last: date
    before: int
    lines: Sequence[Line]

    @property
    def after(self) -> int:
        return self.before + self.into - self.out

    @property
    def into(self) -> int:
        return sum(line.into for line in self.lines)

    @property
    def out(self) -> int:
        return sum(line.out for line in self.lines)


def statement(fund: Fund, first: date, last: date) -> Statement:
    """The book of a fund, the oldest first. What it opened with is what it held before."""
    legs = Leg.objects.filter(fund=fund, voucher__dated_on__gte=first, voucher__dated_on__lte=last)
    legs = legs.select_related("voucher__reverses", "voucher__reversal").order_by(
        "voucher__dated_on", "voucher"
    )
    opening = legs.filter(voucher__form=Voucher.Form.OPENING).aggregate(sum=Sum("amount"))["sum"] or 0
    legs, before = legs.exclude(voucher__form=Voucher.Form.OPENING), balance(fund, first - DAY) + opening
    return Statement(fund, first, last, before, list(_running(legs, before)))


def balances(funds: Iterable[Fund], on: date) -> dict[int, int]:
    """What each of these holds at the end of a day, in one question."""
    legs = Leg.objects.filter(fund__in=list(funds), voucher__dated_on__lte=on)
    return dict(legs.values_list("fund").annotate(held=Sum("amount")))


def trend(funds: Sequence[Fund], on: date) -> dict[int, list[int]]:
    """What each of these held at the end of the last twelve months, the last on that day."""
    ends = [*_month_ends(on), on]
    moved = Leg.objects.filter(fund__in=funds, voucher__dated_on__lte=on).values_list(
        "fund", "voucher__dated_on"
    )
    days = list(moved.annotate(sum=Sum("amount")))
    return {
        fund.pk: [sum(amount for pk, day, amount in days if pk == fund.pk and day <= end) for end in ends]
        for fund in funds
    }


def _month_ends(on: date) -> list[date]:
    ends, day = [], on.replace(day=1)
    for _ in range(TREND - 1):
        ends.append(day - DAY)
        day = (day - DAY).replace(day=1)
    return ends[::-1]


def _running(legs: Iterable[Leg], held: int) -> Iterable[Line]:
    for leg in legs:
        held += leg.amount
        yield Line(leg.voucher, leg.amount, held)
