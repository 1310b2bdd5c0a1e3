"""Counting what is there, and closing the month once it is right."""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BigIntegerField, F, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period, today
from congdoan.base.text import nfc
from congdoan.org.models import Unit

from . import transfers
from .models import CashCount, ClosedMonth, Fund, Leg, Voucher
from .queries import balance


@dataclass(frozen=True)
class Checked:
    """A count beside the book of its day."""

    count: CashCount
    book: int

    @property
    def difference(self) -> int:
        """More than the book says, or less."""
        return self.count.cash + self.count.banked - self.book

    @property
    def gap(self) -> int:
        return abs(self.difference)

    @property
    def open(self) -> bool:
        """Whether it neither agrees nor is explained."""
        return self.difference != 0 and not self.count.explanation


def count_cash(
    *, fund: Fund, day: date, counted: int, by: int | None, banked: int = 0, explanation: str = ""
) -> Checked:
    """Write down what was counted on a day: notes, and what the bank says. What differs stays listed until explained."""
    if not fund.has_book or not fund.opened_on <= day <= today():
        raise Refused("Hãy chọn ngày kiểm quỹ từ ngày mở sổ đến hôm nay.", "day")
    if counted < 0 or banked < 0:
        raise Refused("Số tiền kiểm đếm không thể âm; hãy ghi lại.", "counted")
    with writing(by=by, action="count_cash", unit=fund.unit.code, what=str(fund.uid)) as posting:
        count = CashCount.objects.create(
            fund=fund,
            counted_on=day,
            cash=counted,
            banked=banked,
            explanation=nfc(explanation),
            posting=posting,
        )
    return checked(count)


def explain(*, count: CashCount, words: str, by: int | None) -> None:
    """Say why a count differs from the book."""
    if not words.strip():
        raise Refused("Hãy ghi lý do chênh lệch và cách xử lý.", "words")
    with writing(by=by, action="explain_count", what=str(count.uid), unit=count.fund.unit.code):
        count.explanation = nfc(words)
        count.save(update_fields=["explanation"])


def checked(count: CashCount) -> Checked:
    return Checked(count, balance(count.fund, count.counted_on))


def counts(unit: Unit) -> list[Checked]:
    """The last counts of a union's funds, the newest first."""
    return [Checked(one, one.book) for one in _beside_book(unit).order_by("-counted_on", "-pk")[:50]]


def unbalanced(unit: Unit) -> list[Checked]:
    """The counts that neither agree with the book nor are explained."""
    rows = _beside_book(unit).filter(explanation="").exclude(book=F("cash") + F("banked"))
    return [Checked(one, one.book) for one in rows.order_by("counted_on", "pk")]


def _beside_book(unit: Unit) -> "QuerySet[Any, Any]":
    """The counts of a union's funds, each with what the book says of its day."""
    legs = Leg.objects.filter(fund=OuterRef("fund"), voucher__dated_on__lte=OuterRef("counted_on"))
    held = legs.order_by().values("fund").annotate(held=Sum("amount")).values("held")
    rows = CashCount.objects.filter(fund__unit=unit).select_related("fund", "posting")
    return rows.annotate(book=Coalesce(Subquery(held), 0, output_field=BigIntegerField()))


@dataclass(frozen=True)
class Month:
    """A month of a union's books: how many vouchers it has, and what was done to it: closed, opened again, closed …"""

    first: date
    vouchers: int
    closed: bool
    done: Sequence[Posting]


def months(unit: Unit, most: int = 36) -> list[Month]:
    """The months since the first book was opened that are over, the newest first."""
    every = _over(unit)[:most]
    held = list(ClosedMonth.objects.filter(unit=unit).select_related("made", "unmade").order_by("pk"))
    rows = Voucher.objects.filter(unit=unit, dated_on__gte=every[-1]) if every else Voucher.objects.none()
    days = Counter(day.replace(day=1) for day in rows.values_list("dated_on", flat=True))
    return [_month(first, days, held) for first in every]


def open_months(unit: Unit) -> list[date]:
    """The first days of the months that may be closed, the newest first."""
    closed = set(ClosedMonth.objects.filter(unit=unit, unmade=None).values_list("from_on", flat=True))
    return [first for first in _over(unit) if first not in closed]


def _over(unit: Unit) -> list[date]:
    """The first days of the months since the first book was opened that are over, the newest first."""
    begun = Fund.objects.filter(unit=unit, opened_on__lt=FOREVER).aggregate(first=Min("opened_on"))["first"]
    months = Period.between(begun, today()).months() if begun else []
    return [one.first.replace(day=1) for one in months if one.last < today()][::-1]


def _month(first: date, vouchers: Counter[date], held: Sequence[ClosedMonth]) -> Month:
    its = [one for one in held if one.from_on == first]
    done = [posting for one in its for posting in (one.made, one.unmade) if posting]
    return Month(first, vouchers[first], any(one.unmade is None for one in its), done)


def close_month(*, unit: Unit, year: int, month: int, by: int | None) -> ClosedMonth:
    """Nothing more is booked in that month. Refuses while money waits in it or a count is unexplained."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if last >= today():
        raise Refused(f"Tháng {month:02d}/{year} chưa hết; hãy khóa sổ sau ngày {last:%d/%m/%Y}.", "month")
    for one in unbalanced(unit):
        if one.count.counted_on <= last:
            raise Refused(
                f"{one.count.fund.name} kiểm ngày {one.count.counted_on:%d/%m/%Y} còn lệch; hãy giải trình rồi khóa.",
                "month",
            )
    if transfers.waiting(unit).filter(sent__unit=unit, sent__dated_on__lte=last).exists():
        raise Refused(
            "Còn tiền chuyển đi trong tháng chưa được nhận; hãy chờ hoặc rút lại rồi khóa.", "month"
        )
    with writing(
        by=by, action="close_month", unit=unit.code, month=f"{year}-{month:02d}", alone=True
    ) as posting:
        if ClosedMonth.objects.filter(unit=unit, from_on=first, unmade=None).exists():
            raise Refused(f"Tháng {month:02d}/{year} đã khóa sổ rồi.", "month")
        return ClosedMonth.objects.create(
            unit=unit, from_on=first, to_on=last + timedelta(days=1), made=posting
        )


def reopen_month(*, closed: ClosedMonth, why: str, by: int | None) -> None:
    """Open a closed month again; the reason is kept."""
    need_reason(why, "Hãy ghi lý do mở lại tháng đã khóa.")
    with writing(by=by, action="reopen_month", unit=closed.unit.code, why=why.strip()) as posting:
        closed.unmade = posting
        closed.save(update_fields=["unmade"])
