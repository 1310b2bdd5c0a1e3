"""Questions about money: balances on a day, where a fund runs short, what stands in its book."""

import uuid
from datetime import date, timedelta

from django.db.models import QuerySet, Sum

from .models import ClosedMonth, Fund, Leg, Voucher

DAY = timedelta(days=1)


def balance(fund: Fund, on: date) -> int:
    """What a fund holds at the end of a day."""
    legs = Leg.objects.filter(fund=fund, voucher__dated_on__lte=on)
    return int(legs.aggregate(held=Sum("amount"))["held"] or 0)


def short_on(fund: Fund, since: date) -> tuple[date, int] | None:
    """The first day from `since` on which the fund would hold less than nothing, and how much is missing then."""
    held = balance(fund, since - DAY)
    later = Leg.objects.filter(fund=fund, voucher__dated_on__gte=since)
    days = later.values_list("voucher__dated_on").annotate(moved=Sum("amount")).order_by("voucher__dated_on")
    for day, moved in days:
        held += moved
        if held < 0:
            return day, -held
    return None


def standing(origin: uuid.UUID) -> QuerySet[Voucher]:
    """The vouchers of a record, a loan or the like that count: neither reversed nor reversing."""
    return Voucher.objects.filter(origin=origin, reverses=None, reversal=None).order_by("pk")


def closing_of(unit_id: int, on: date) -> ClosedMonth | None:
    """The closed month of a union a day lies in, if it is closed."""
    return ClosedMonth.objects.filter(unit=unit_id, unmade=None, from_on__lte=on, to_on__gt=on).first()
