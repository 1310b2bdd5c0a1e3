"""When a loan's instalments fall due and which are behind; whose turn it is to receive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from .models import Leg, Loan, Turn, Voucher


@dataclass(frozen=True)
class Owed:
    """A loan on a day: equal instalments, one a month, the first a month after it was lent."""

    loan: Loan
    left: int
    day: date

    @property
    def next(self) -> int:
        """The first instalment not wholly paid."""
        return next((n for n in range(1, self.loan.months) if self._behind(n)), self.loan.months)

    @property
    def next_on(self) -> date:
        return after(self.loan.lent_on, self.next)

    @property
    def part(self) -> int:
        """What was to be paid back by the day of that instalment and was not."""
        return self._behind(self.next)

    @property
    def behind(self) -> int:
        """What was to be paid back before the day and was not."""
        over = (self.day.year - self.loan.lent_on.year) * 12 + self.day.month - self.loan.lent_on.month
        return self._behind(over if after(self.loan.lent_on, over) < self.day else over - 1)

    def _behind(self, instalments: int) -> int:
        due = self.loan.amount * min(max(instalments, 0), self.loan.months) // self.loan.months
        return max(0, due - (self.loan.amount - self.left))


def owed(loans: QuerySet[Loan], day: date) -> list[Owed]:
    """These loans, each with what is left of it."""
    legs = Leg.objects.filter(voucher__origin=OuterRef("uid"), item__isnull=False).order_by()
    left = legs.values("voucher__origin").annotate(left=Sum("amount")).values("left")
    rows = loans.annotate(left=Coalesce(Subquery(left), 0, output_field=BigIntegerField()))
    return [Owed(loan, loan.left, day) for loan in rows.select_related("person", "fund")]


def open_turns(turns: QuerySet[Turn]) -> QuerySet[Turn]:
    """The turns not yet paid, the first first."""
    paid = Voucher.objects.filter(origin=OuterRef("uid"), reverses=None, reversal=None)
    return turns.exclude(Exists(paid)).select_related("person", "fund").order_by("due_on", "pk")


def paid_turns(turns: Iterable[Turn]) -> set[int]:
    """Which of them stand paid."""
    uids = {turn.uid: turn.pk for turn in turns}
    rows = Voucher.objects.filter(origin__in=uids, reverses=None, reversal=None)
    return {uids[origin] for origin in rows.values_list("origin", flat=True) if origin in uids}


def after(day: date, months: int) -> date:
    """The same day so many months later; no later than the 28th, which every month has."""
    month = day.month - 1 + months
    return day.replace(year=day.year + month // 12, month=month % 12 + 1, day=min(day.day, 28))
