"""Complaints: take one in, then step by step to its end, in the hands of one union at a time."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.base.text import nfc, nfc_lines
from congdoan.ledger.actions import post
from congdoan.ledger.origins import COMPLAINT
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit

from .draws import of_complaint, steps_of
from .models import Complaint, Step

What, State = Step.What, Complaint.State
ENDS = {What.SENT_AWAY: State.SENT_AWAY, What.GUIDED: State.GUIDED, What.RESOLVED: State.RESOLVED, What.STOPPED: State.STOPPED}  # fmt: skip
JUDGED = (Complaint.Sort.COMPLAINT, Complaint.Sort.DENUNCIATION)  # found right or wrong


@dataclass(frozen=True)
class Standing:
    """Where a complaint stands after its steps: who holds it, since when, in which state, due when."""

    holder: Unit
    since: date
    state: str = State.NEW
    due_on: date | None = None

    @property
    def over(self) -> bool:
        return self.state in ENDS.values()

    def after(self, step: Step) -> "Standing":
        """Where it stands one step later. What was taken when its holder ended stays taken, due when it was."""
        if step.what == What.FORWARDED:
            assert step.to
            return Standing(step.to, step.on, self.state, self.due_on)
        if step.what == What.TAKEN:
            return Standing(self.holder, self.since, State.TAKEN, step.due_on)
        if step.what in ENDS:
            return Standing(self.holder, self.since, ENDS[What(step.what)])
        return self


def standing(complaint: Complaint, steps: Sequence[Step]) -> Standing:
    """Where a complaint stands after these steps."""
    found = Standing(complaint.unit, complaint.received_on)
    for step in steps:
        found = found.after(step)
    return found


def receive(
    *,
    unit: Unit,
    sort: str,
    received_on: date,
    by: int | None,
    sender: str = "",
    about_whom: str = "",
    content: str = "",
    uid: uuid.UUID | None = None,
) -> Complaint:
    """A complaint comes in, and is given the number it keeps. The same `uid` twice gives the first answer."""
    uid = uid or uuid.uuid4()
    if known := Complaint.objects.filter(uid=uid).first():
        return known
    if received_on > today():
        raise Refused("Ngày này chưa tới; hãy chọn hôm nay hoặc một ngày đã qua.", "received_on")
    in_life(unit, received_on)
    said = {"sender": nfc(sender), "about_whom": nfc(about_whom), "content": nfc_lines(content)}
    made = Complaint(uid=uid, unit=unit, holder=unit, sort=sort, received_on=received_on, **said)
    with writing(by=by, action="receive_complaint", what=str(made.uid), unit=unit.code) as posting:
        made.number, made.made = _number(unit, received_on.year), posting
        try:
            made.save(force_insert=True)
        except IntegrityError:
            raise Refused("Vừa có đơn khác vào sổ cùng lúc; hãy bấm Lưu lần nữa.") from None
        post(posting, COMPLAINT, made.pk, of_complaint(made, []))
    return made


def step(
    *, complaint: Complaint, what: str, on: date, by: int | None, uid: uuid.UUID | None = None, **said: Any
) -> Step:
    """What the union that holds it does next. The same `uid` twice gives the first answer.

    `said`: `to`, `to_outside`, `due_on`, `outcome`, `restored`, `note`, as far as the step has them.
    """
    uid = uid or uuid.uuid4()
    if known := Step.objects.filter(uid=uid).first():
        return known
    with writing(
        by=by, action="handle_complaint", what=str(complaint.uid), unit=complaint.holder.code, step=what
    ) as posting:
        held = Complaint.objects.select_for_update().select_related("unit").get(pk=complaint.pk)
        before = standing(held, steps_of(held))
        made = Step(uid=uid, complaint=held, unit=before.holder, what=what, on=on, made=posting)
        _say(made, said)
        _check(made, before)
        made.save(force_insert=True)
        _settle(held, posting)
    return made


def take_back(*, complaint: Complaint, why: str, by: int | None) -> None:
    """The last step was written by mistake: it no longer counts, and stays readable with the reason."""
    need_reason(why, "Hãy ghi lý do: người xem sau sẽ hiểu vì sao.")
    with writing(
        by=by,
        action="unhandle_complaint",
        why=why.strip(),
        what=str(complaint.uid),
        unit=complaint.holder.code,
    ) as posting:
        held = Complaint.objects.select_for_update().select_related("unit").get(pk=complaint.pk)
        last = next(reversed(steps_of(held)), None)
        if last is None:
            raise Refused("Đơn này chưa có bước nào để bỏ.", "why")
        if last.handed_over:
            raise Refused(
                "Đơn này được bàn giao khi sắp xếp tổ chức; chỉ bỏ được khi hoàn tác đợt sắp xếp ấy.", "why"
            )
        last.unmade = posting
        last.save(update_fields=["unmade"])
        _settle(held, posting)


def _settle(complaint: Any, posting: Posting) -> None:
    """What the row says of now, and the entries, follow from the steps."""
    steps = steps_of(complaint)
    now = standing(complaint, steps)
    complaint.holder, complaint.state, complaint.due_on = now.holder, now.state, now.due_on
    complaint.save(update_fields=["holder", "state", "due_on"])
    post(posting, COMPLAINT, complaint.pk, of_complaint(complaint, steps))


def _number(unit: Unit, year: int) -> str:
    """The next file number of a union in a year: 007/2026-laocai-cdvc."""
    taken = Complaint.objects.filter(unit=unit, received_on__range=(date(year, 1, 1), date(year, 12, 31)))
    return f"{taken.count() + 1:03d}/{year}-{unit.code}"


def _say(made: Step, said: dict[str, Any]) -> None:
    """Only what this sort of step has; the rest stays empty."""
    asked = {
        What.TAKEN: ("due_on",),
        What.FORWARDED: ("to",),
        What.SENT_AWAY: ("to_outside",),
        What.RESOLVED: ("outcome", "restored"),
    }
    for name in (*asked.get(What(made.what), ()), "note"):
        if said.get(name):
            setattr(made, name, said[name])
    made.to_outside, made.note = nfc(made.to_outside), nfc_lines(made.note)


def _check(made: Step, before: Standing) -> None:
    """In its order and its time; with what such a step must say."""
    if before.over:
        raise Refused("Đơn này đã xong; nếu ghi nhầm, hãy bỏ bước cuối trước.", "what")
    if not before.since <= made.on <= today():
        raise Refused(
            f"Ngày phải từ {before.since:%d/%m/%Y} (ngày nhận đơn) đến hôm nay; hãy chọn lại.", "on"
        )
    taken = before.state == State.TAKEN
    if made.what == What.RESOLVED and not taken:
        raise Refused("Hãy ghi bước thụ lý trước khi ghi kết quả giải quyết.", "what")
    if taken and made.what not in (What.WORKED, What.RESOLVED, What.STOPPED):
        raise Refused("Đơn đã thụ lý; hãy bỏ bước thụ lý trước nếu đơn không thuộc thẩm quyền.", "what")
    _check_said(made)


def _check_said(made: Step) -> None:
    if made.what == What.TAKEN and (made.due_on is None or made.due_on < made.on):
        raise Refused("Hãy ghi hạn giải quyết, từ ngày thụ lý trở đi.", "due_on")
    if made.what == What.FORWARDED and (made.to is None or made.to == made.unit):
        raise Refused("Hãy chọn công đoàn khác để chuyển đơn đến.", "to")
    if made.what == What.SENT_AWAY and not made.to_outside:
        raise Refused("Hãy ghi cơ quan nhận đơn.", "to_outside")
    if made.what == What.RESOLVED and made.complaint.sort in JUDGED and not made.outcome:
        raise Refused("Hãy chọn kết quả: đúng, đúng một phần hay sai.", "outcome")
