"""Phúc tra: say what became of a demand; take back what was said by mistake."""

import uuid
from datetime import date
from typing import Any

from django.db.models import Sum

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.base.text import nfc_lines
from congdoan.base.words import short_money
from congdoan.ledger.actions import post
from congdoan.ledger.origins import FOLLOW_UP
from congdoan.org.followers import followers
from congdoan.org.models import Unit
from congdoan.records.inspections import Demand, Inspection

from .draws import of_follow_up
from .models import FollowUp

State = FollowUp.State


def follow_up(
    *,
    demand: Demand,
    state: str,
    on: date,
    by: int | None,
    recovered: int = 0,
    proof: str = "",
    uid: uuid.UUID | None = None,
) -> FollowUp:
    """What became of a demand. The same `uid` twice gives the first answer."""
    uid = uid or uuid.uuid4()
    if known := FollowUp.objects.filter(uid=uid).first():
        return known
    record, successor = demand.record, _successor(demand.record, on)
    said_at = (successor or record.unit).code
    with writing(by=by, action="follow_up", what=str(record.uid), unit=said_at) as posting:
        Inspection.objects.select_for_update().get(pk=record.pk)
        _check(demand, state, on, recovered)
        said: dict[str, Any] = {"state": state, "on": on, "on_time": on <= demand.due_on}
        made = FollowUp.objects.create(
            uid=uid, record=record, key=demand.key, recovered=recovered,
            proof=nfc_lines(proof), successor=successor, made=posting, **said,
        )  # fmt: skip
        post(posting, FOLLOW_UP, made.pk, of_follow_up(made))
    return made


def take_back(*, said: FollowUp, why: str, by: int | None) -> None:
    """Said by mistake: it no longer counts, and stays readable with the reason."""
    need_reason(why, "Hãy ghi lý do: người xem sau sẽ hiểu vì sao.")
    record = said.record
    with writing(
        by=by, action="unfollow", why=why.strip(), what=str(record.uid), unit=record.unit.code
    ) as posting:
        held = FollowUp.objects.select_for_update().get(pk=said.pk)
        if held.unmade_id is None:
            held.unmade = posting
            held.save(update_fields=["unmade"])
            post(posting, FOLLOW_UP, held.pk, ())


def _successor(record: Inspection, on: date) -> Unit | None:
    """Who goes on for the union that inspected, if that one was no more on the day."""
    follower = followers([record.unit_id], on).get(record.unit_id, record.unit_id)
    return None if follower == record.unit_id else Unit.objects.get(pk=follower)


def _check(demand: Demand, state: str, on: date, recovered: int) -> None:
    """In its time, once mended and no more, no more money than was asked for."""
    if not demand.record.happened_on <= on <= today():
        raise Refused("Ngày này phải từ ngày kết luận kiểm tra đến hôm nay; hãy chọn lại.", "on")
    said = FollowUp.objects.filter(record=demand.record, key=demand.key, unmade=None)
    if said.filter(state=State.MENDED).exists():
        raise Refused("Kiến nghị này đã được phúc tra xác nhận khắc phục; không cần ghi thêm.", "state")
    if recovered and state == State.REPORTED:
        raise Refused("Tiền thu hồi do người phúc tra xác nhận; hãy để trống số tiền.", "recovered")
    before = said.aggregate(sum=Sum("recovered"))["sum"] or 0
    if recovered < 0 or (demand.amount and before + recovered > demand.amount):
        raise Refused(
            f"Phải thu hồi {short_money(demand.amount)}, đã thu {short_money(before)}; hãy xem lại số tiền.",
            "recovered",
        )
