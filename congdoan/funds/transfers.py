"""Money from one union to another: sent by one, accepted or refused by the other; both ends see it until then."""

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from . import items
from .actions import said, written_as
from .models import Fund, Transfer, Voucher
from .vouchers import check_amount, keep_covered, take_back, write

Form = Voucher.Form


def send(
    *, fund: Fund, to: Unit, amount: int, day: date, words: str, by: int | None, uid: uuid.UUID | None = None
) -> Transfer:
    """Send money to another union. It has left the fund, and waits for the other's word."""
    check_amount(amount)
    if to.pk == fund.unit_id:
        raise Refused("Đây là chính công đoàn này; chuyển giữa hai quỹ của mình thì dùng “Chuyển quỹ”.", "to")
    if known := written_as(uid):
        return known.sending
    with writing(by=by, action="send_money", unit=fund.unit.code, to=to.code, amount=amount) as posting:
        item = items.item_for(f"to_{relation(fund.unit, to, day)}", day)
        voucher = write(
            posting, unit=fund.unit, form=Form.PAYMENT, dated_on=day, legs={fund: -amount, item: amount},
            words=said(words), party=to.name[:200], uid=uid,
        )  # fmt: skip
        keep_covered([voucher])
        return Transfer.objects.create(sent=voucher, to=to)


def accept(*, transfer: Transfer, fund: Fund, day: date, by: int | None) -> Transfer:
    """The money has arrived, in this fund of the union it was sent to."""
    with writing(by=by, action="accept_money", what=str(transfer.uid), unit=fund.unit.code) as posting:
        held = _waiting(transfer)
        sent = held.sent
        if fund.unit_id != held.to_id:
            raise Refused(f"Tiền này chuyển cho {held.to.name}; hãy chọn quỹ của công đoàn ấy.", "fund")
        if day < sent.dated_on:
            raise Refused(f"Tiền chuyển ngày {sent.dated_on:%d/%m/%Y}; hãy chọn ngày từ đó về sau.", "day")
        amount = sum_of(sent)
        item = items.item_for(f"from_{relation(held.to, sent.unit, day)}", day)
        held.received = write(
            posting, unit=fund.unit, form=Form.RECEIPT, dated_on=day, legs={fund: amount, item: -amount},
            words=sent.words, party=sent.unit.name[:200],
        )  # fmt: skip
        held.save(update_fields=["received"])
    return held


def refuse(*, transfer: Transfer, why: str, by: int | None, day: date | None = None) -> None:
    """It is not for us, or was a mistake (either end may say so): the money goes back to the fund it came from."""
    need_reason(why, "Hãy ghi lý do, để bên kia hiểu.")
    with writing(
        by=by, action="refuse_money", what=str(transfer.uid), unit=transfer.sent.unit.code, why=why.strip()
    ) as posting:
        held = _waiting(transfer)
        take_back(posting, held.sent, day or max(today(), held.sent.dated_on))
        held.refused = posting
        held.save(update_fields=["refused"])


def sum_of(voucher: Voucher) -> int:
    """How much a voucher of one fund moves."""
    return sum(abs(leg.amount) for leg in voucher.legs.all() if leg.fund_id)


def of(unit: Unit) -> QuerySet[Transfer]:
    """What a union has sent or been sent, the newest first."""
    rows = Transfer.objects.filter(Q(to=unit) | Q(sent__unit=unit)).order_by("-sent__dated_on", "-pk")
    return rows.select_related("sent__unit", "to", "received").prefetch_related("sent__legs")


def waiting(unit: Unit) -> QuerySet[Transfer]:
    """Those that still wait for the other end's word."""
    return of(unit).filter(received=None, refused=None)


def open_ones() -> QuerySet[Transfer]:
    """All that wait, whoever's."""
    return Transfer.objects.filter(received=None, refused=None)


def _waiting(transfer: Transfer) -> Transfer:
    """Held, so that two answers at once follow each other."""
    held = (
        Transfer.objects.select_for_update(of=("self",))
        .select_related("sent__unit", "to")
        .get(pk=transfer.pk)
    )
    if not held.waits:
        raise Refused("Lần chuyển tiền này đã có người trả lời; hãy tải lại trang.", None)
    return held


def relation(here: Unit, other: Unit, on: date) -> str:
    """What the other is to us on a day: superior, below or neither."""
    if standing(on, unit=here, ancestor=other).exists():
        return "superior"
    return "below" if standing(on, unit=other, ancestor=here).exists() else "other"
