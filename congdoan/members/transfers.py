"""Chuyển sinh hoạt: the union a member leaves asks, the one that receives them answers. Nothing changes until it takes them in;
the day that counts is the day it does."""

import uuid
from datetime import date

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import alive

from .draws import settle
from .joining import check_day, check_place
from .leaving import check_end, end, opened
from .models import Membership, Transfer

State = Transfer.State


def ask(
    *,
    membership: Membership,
    to: Unit,
    by: int | None,
    on: date | None = None,
    paper: str = "",
    uid: uuid.UUID | None = None,
) -> Transfer:
    """The union a member leaves asks another to take them in. `paper`: its letter of introduction."""
    uid, day = uid or uuid.uuid4(), on or today()
    if known := Transfer.objects.filter(uid=uid).first():
        return known
    with writing(by=by, action="ask_transfer", unit=membership.unit.code, what=str(uid)) as posting:
        held = opened(membership)
        check_day(day)
        _check_ask(held, to)
        return Transfer.objects.create(
            uid=uid, membership=held, to_unit=to, asked_on=day, paper=paper, asked=posting
        )


def accept(*, transfer: Transfer, on: date, by: int | None) -> Membership:
    """The receiving union takes the member in: they end there and begin here on the same day."""
    with writing(
        by=by, action="accept_transfer", unit=transfer.to_unit.code, what=str(transfer.uid)
    ) as posting:
        asked = _open(transfer)
        held = opened(asked.membership)
        check_place(asked.to_unit, on)
        check_end(held, on)
        end(held, on, Membership.End.TRANSFERRED, posting)
        received = Membership.objects.create(
            person=held.person, unit=asked.to_unit, from_on=on, began=Membership.Begin.RECEIVED,
            decision=asked.paper, previous=held, made=posting, changed=posting,
        )  # fmt: skip
        _answer(asked, State.ACCEPTED, posting)
        settle(posting, [held, received])
    return received


def refuse(*, transfer: Transfer, why: str, by: int | None) -> None:
    """The receiving union does not take the member in; they stay where they are."""
    _stay(transfer, State.REFUSED, "refuse_transfer", transfer.to_unit, why, by)


def withdraw(*, transfer: Transfer, why: str, by: int | None) -> None:
    """The asking union takes its question back."""
    _stay(transfer, State.WITHDRAWN, "withdraw_transfer", transfer.membership.unit, why, by)


def _stay(transfer: Transfer, state: State, action: str, unit: Unit, why: str, by: int | None) -> None:
    need_reason(why)
    with writing(by=by, action=action, why=why, unit=unit.code, what=str(transfer.uid)) as posting:
        asked = _open(transfer)
        asked.why = why
        _answer(asked, state, posting)


def _answer(asked: Transfer, state: State, posting: Posting) -> None:
    asked.state, asked.answered = state, posting
    asked.save(update_fields=["state", "why", "answered"])


def _open(transfer: Transfer) -> Transfer:
    """The question, locked; refused where it has its answer."""
    rows = Transfer.objects.select_for_update(of=("self",)).select_related(
        "membership__unit", "to_unit__kind"
    )
    asked = rows.get(pk=transfer.pk)
    if asked.state != State.OPEN:
        raise Refused(f"Đề nghị này đã có trả lời: {asked.get_state_display().lower()}; hãy tải lại trang.")
    return asked


def _check_ask(held: Membership, to: Unit) -> None:
    if to.pk == held.unit_id:
        raise Refused(f"{held.person.name} đang sinh hoạt ở chính {to.name}; hãy chọn công đoàn khác.", "to")
    if not to.kind.grassroots:
        raise Refused(f"{to.name} không phải công đoàn cơ sở; hãy chọn công đoàn cơ sở nơi đến.", "to")
    if not alive(to, today()):
        raise Refused(f"{to.name} đã kết thúc hoạt động; hãy chọn công đoàn khác.", "to")
    if waiting := held.transfers.filter(state=State.OPEN).select_related("to_unit").first():
        raise Refused(
            f"{held.person.name} đang chờ {waiting.to_unit.name} trả lời; hãy rút đề nghị ấy trước.", "to"
        )
