"""What a record pays or collects is a voucher in the fund's book: the same transaction, so the two cannot differ.

A fund keeps a book from the day it is opened; before that day, and for a fund without one, a record moves no money here.
"""

import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from congdoan.audit.models import Posting

from . import items, queries
from .models import Fund, Voucher
from .vouchers import Side, keep_covered, take_back, write

# Whoever moves money in funds says it again when a fund's book is opened on a past day (`records` registers here).
FOLLOWERS: list[Callable[[Fund, Posting], None]] = []

Key = tuple[int, int, str, date]


@dataclass(frozen=True)
class Movement:
    """Money into a fund (more than nothing) or out of it (less), what for (`items`), in words that name nobody."""

    fund: Fund
    amount: int
    purpose: str
    words: str
    party: str = ""

    def key(self, on: date) -> Key:
        return self.fund.pk, self.amount, self.purpose, on


def settle(
    *, origin: uuid.UUID, on: date, movements: Iterable[Movement], posting: Posting, first: bool = False
) -> list[Voucher]:
    """Make the vouchers of a record say what it moves now: what it no longer does is reversed, what is new is written.

    `first`: the record is new and has no vouchers yet.
    """
    wanted = _in_books([movement for movement in movements if movement.amount], on)
    left = Counter(movement.key(on) for movement in wanted)
    written = []
    for voucher in () if first else queries.standing(origin):
        key = _key(voucher)
        if left[key]:
            left[key] -= 1
        else:
            written.append(take_back(posting, voucher))
    for movement in wanted:
        if left[movement.key(on)]:
            left[movement.key(on)] -= 1
            written.append(_write(posting, movement, on, origin))
    if written:
        keep_covered(written)
    return written


def spending_purpose(fund: Fund) -> str:
    """What a gift or a visit is booked under: care, of the union's own finance; else what the fund is there for."""
    return "care_spending" if fund.of_the_union else "given"


def income_purpose(fund: Fund) -> str:
    """What money collected is booked under."""
    return "other_revenue" if fund.of_the_union else "raised"


def _in_books(movements: list[Movement], on: date) -> list[Movement]:
    """Those of funds that keep a book on that day."""
    if not movements:
        return []
    kept = Fund.objects.filter(pk__in=[movement.fund.pk for movement in movements], opened_on__lte=on)
    open_ones = set(kept.values_list("pk", flat=True))
    return [movement for movement in movements if movement.fund.pk in open_ones]


def _key(voucher: Voucher) -> Key:
    legs = list(voucher.legs.select_related("item"))
    (fund,), (item,) = ([leg for leg in legs if leg.fund_id], [leg.item for leg in legs if leg.item])
    return int(fund.fund_id or 0), fund.amount, item.purpose, voucher.dated_on


def _write(posting: Posting, movement: Movement, on: date, origin: uuid.UUID) -> Voucher:
    fund = Fund.objects.select_related("unit__kind").get(pk=movement.fund.pk)
    legs: dict[Side, int] = {fund: movement.amount, items.item_for(movement.purpose, on): -movement.amount}
    form = Voucher.Form.RECEIPT if movement.amount > 0 else Voucher.Form.PAYMENT
    return write(
        posting, unit=fund.unit, form=form, dated_on=on, legs=legs, words=movement.words, party=movement.party,
        origin=origin,
    )  # fmt: skip
