"""The money of a union that ends, handed to whoever goes on: every fund's balance, on one day, in the act that ends it."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.ledger.actions import post_all
from congdoan.ledger.origins import VOUCHER
from congdoan.org.models import Unit

from . import items
from .actions import free_code
from .models import NAME_SIZE, Fund, Leg, Transfer, Voucher
from .queries import balance
from .transfers import relation
from .vouchers import write

Form, Source = Voucher.Form, Fund.Source
OWED = (Source.ROTATING, Source.LOANS)  # lent or saved up by members: settled with them, never handed over


def held(unit: Unit, on: date) -> list[tuple[Fund, int]]:
    """Its funds that keep a book and hold something on a day, with how much."""
    funds = Fund.objects.filter(unit=unit, opened_on__lte=on).select_related("unit").order_by("pk")
    return [(fund, left) for fund in funds if (left := balance(fund, on))]


def hand_over(posting: Posting, unit: Unit, to: Unit, on: date, words: str) -> int:
    """What each fund holds goes to a fund of its sort at the other union, and has arrived there the same day. Returns how
    much it was in all, in đồng."""
    return share_out(posting, unit, {to: 1}, on, words)


def share_out(posting: Posting, unit: Unit, weights: Mapping[Unit, int], on: date, words: str) -> int:
    """The same among several by weight; what of it is the union's own stays. Returns how much went away, in đồng."""
    sent = 0
    for fund, amount in held(unit, on):
        for to, part in zip(weights, apportioned(amount, list(weights.values())), strict=True):
            if part and to != unit:
                _send(posting, fund, _fund_at(posting, to, fund, on), part, on, words)
                sent += part
    return sent


def apportioned(amount: int, weights: Sequence[int]) -> list[int]:
    """Whole đồng by weight; what is left over by rounding goes to the first. All to the first where nobody weighs."""
    whole = sum(weights)
    parts = [amount * weight // whole for weight in weights] if whole else [0] * len(weights)
    return [parts[0] + amount - sum(parts), *parts[1:]]


def take_back(of: Posting, posting: Posting) -> None:
    """What a posting handed over is where it was, as if it had never left. Refuses where money was written there since."""
    written = Voucher.objects.filter(posting=of)
    funds = list(Fund.objects.filter(legs__voucher__in=written).select_related("unit").distinct())
    _refuse_moved_since(of, funds)
    ways = Transfer.objects.filter(sent__in=written, sent__legs__fund__isnull=False)
    names = [_name(of, code, to) for code, to in ways.values_list("sent__legs__fund__code", "to__code")]
    post_all(posting, VOUCHER, dict.fromkeys(written.values_list("pk", flat=True), ()))
    Transfer.objects.filter(sent__in=written).delete()
    Leg.objects.filter(voucher__in=written).delete()
    written.delete()
    Fund.objects.filter(uid__in=names).delete()
    empty = Fund.objects.filter(pk__in=[fund.pk for fund in funds], legs=None)
    empty.filter(unit__founded_on=F("opened_on")).update(opened_on=FOREVER)


def _send(posting: Posting, fund: Fund, into: Fund, amount: int, on: date, words: str) -> None:
    out = items.item_for(f"to_{relation(fund.unit, into.unit, on)}", on)
    came = items.item_for(f"from_{relation(into.unit, fund.unit, on)}", on)
    sent = write(
        posting, unit=fund.unit, form=Form.PAYMENT, dated_on=on, legs={fund: -amount, out: amount},
        words=words, party=into.unit.name[:NAME_SIZE],
    )  # fmt: skip
    received = write(
        posting, unit=into.unit, form=Form.RECEIPT, dated_on=on, legs={into: amount, came: -amount},
        words=words, party=fund.unit.name[:NAME_SIZE],
    )  # fmt: skip
    Transfer.objects.create(sent=sent, to=into.unit, received=received)


def _fund_at(posting: Posting, to: Unit, fund: Fund, on: date) -> Fund:
    """Where it goes: a fund of that sort with a book; the budget of a union that begins that day; else a new one."""
    there = Fund.objects.filter(unit=to, source=fund.source).select_related("unit").order_by("pk")
    if kept := there.filter(opened_on__lte=on).first():
        return kept
    if to.founded_on == on and (budget := there.first()):
        Fund.objects.filter(pk=budget.pk).update(opened_on=on)
        budget.opened_on = on
        return budget
    name = f"{fund.name} ({fund.unit.name})"[:NAME_SIZE]
    return Fund.objects.create(
        uid=_name(posting, fund.code, to.code), unit=to, code=free_code(to, fund.name), name=name, source=fund.source, from_on=on, opened_on=on
    )  # fmt: skip


def _name(posting: Posting, fund: str, to: str) -> uuid.UUID:
    """The public name of the fund that a posting makes at a union (by code) to receive another's money."""
    return uuid.uuid5(posting.uid, f"{fund} {to}")


def _refuse_moved_since(of: Posting, funds: Sequence[Fund]) -> None:
    later = Voucher.objects.filter(unit__in=[fund.unit_id for fund in funds], posting__gt=of.pk)
    if found := later.select_related("unit").order_by("pk").first():
        raise Refused(
            f"Chưa hoàn tác được: {found.unit.name} đã ghi {found} từ sau khi sắp xếp; hãy hủy phiếu ấy và các phiếu sau trước."
        )
