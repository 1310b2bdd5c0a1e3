"""Becoming a member: admitted, one or a whole list; or there already when a union opens its register here."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.ledger.actions import post
from congdoan.ledger.origins import REGISTER
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit

from . import people
from .draws import of_register, settle
from .models import Membership, Person, Register

Begin = Membership.Begin
Row = Mapping[str, Any]


def admit(
    *, unit: Unit, on: date, by: int | None, decision: str = "", uid: uuid.UUID | None = None, **row: Any
) -> Membership:
    """One person becomes a member: a `person` the book knows, or a new one with a `name` and what is known of them.
    The same `uid` twice gives the first answer."""
    known = Membership.objects.filter(uid=uid).first() if uid else None
    return known or admit_list(unit=unit, on=on, by=by, decision=decision, rows=[row], uid=uid)[0]


def admit_list(
    *,
    unit: Unit,
    on: date,
    rows: Sequence[Row],
    by: int | None,
    decision: str = "",
    uid: uuid.UUID | None = None,
) -> list[Membership]:
    """Hundreds at once, on one decision: all of them or nobody."""
    return _join(unit, on, rows, by, Begin.ADMITTED, "admit", decision, uid)


def open_register(
    *, unit: Unit, on: date, rows: Sequence[Row], by: int | None, uid: uuid.UUID | None = None
) -> list[Membership]:
    """The members a union has on the day it begins to keep its register here: in its stock, but not newly admitted."""
    return _join(unit, on, rows, by, Begin.OPENING, "open_register", "", uid)


def _join(
    unit: Unit,
    on: date,
    rows: Sequence[Row],
    by: int | None,
    began: Begin,
    action: str,
    decision: str,
    uid: uuid.UUID | None,
) -> list[Membership]:
    first = uid or uuid.uuid4()
    if known := list(Membership.objects.filter(uid__in=_uids(first, len(rows))).order_by("pk")):
        return known
    check_place(unit, on)
    with writing(by=by, action=action, unit=unit.code, what=str(first), people=len(rows)) as posting:
        persons = people.for_register(unit, rows)
        refuse_elsewhere(persons, on, unit)
        if began == Begin.OPENING:
            _open(unit, on, posting)
        return begin(unit, persons, on, began, posting, decision, _uids(first, len(rows)))


def begin(
    unit: Unit,
    persons: Sequence[Person],
    on: date,
    began: Begin,
    posting: Posting,
    decision: str,
    uids: Iterable[uuid.UUID],
) -> list[Membership]:
    """The memberships and their entries, in a handful of statements."""
    made = Membership.objects.bulk_create(
        [
            Membership(uid=uid, person=person, unit=unit, from_on=on, began=began, decision=decision, made=posting, changed=posting)
            for uid, person in zip(uids, persons, strict=True)
        ],
        batch_size=500,
    )  # fmt: skip
    settle(posting, made, first=True)
    return made


def _open(unit: Unit, on: date, posting: Posting) -> None:
    """From this day on the register tells how many there are, and no longer what was declared in totals."""
    opened, _ = Register.objects.get_or_create(unit=unit, defaults={"opened_on": on, "made": posting})
    if opened.opened_on != on:
        raise Refused(
            f"{unit.name} đã mở sổ ngày {opened.opened_on:%d/%m/%Y}; hãy ghi thêm người vào ngày ấy.", "on"
        )
    post(posting, REGISTER, opened.pk, of_register(opened))


def check_place(unit: Unit, on: date) -> None:
    """Refuse a union that keeps no members, a day it was not there, and a day to come."""
    if not unit.kind.grassroots:
        raise Refused(
            f"{unit.name} không phải công đoàn cơ sở; hãy chọn công đoàn cơ sở của đoàn viên.", "unit"
        )
    check_day(on)
    try:
        in_life(unit, on)
    except Refused as refused:
        raise Refused(refused.sentence, "on") from None


def check_day(on: date) -> None:
    """Refuse a day to come."""
    if on > today():
        raise Refused("Ngày này chưa tới; hãy chọn hôm nay hoặc một ngày đã qua.", "on")


def refuse_elsewhere(persons: Sequence[Person], on: date, unit: Unit) -> None:
    """Refuse somebody who is a member somewhere on that day or later: nobody is in two unions at once."""
    twice = next((person for person, times in Counter(persons).items() if times > 1), None)
    if twice:
        raise Refused(f"{twice.name} có hai lần trong danh sách; hãy bỏ một dòng.", "rows")
    rows = Membership.objects.filter(person__in=persons, unmade=None, to_on__gt=on)
    held = rows.select_related("person", "unit").order_by("pk").first()
    if held is None:
        return
    if held.unit_id == unit.pk:
        raise Refused(
            f"{held.person.name} đã là đoàn viên ở đây từ {held.from_on:%d/%m/%Y}; hãy bỏ người này.", "rows"
        )
    raise Refused(
        f"{held.person.name} đang là đoàn viên của một công đoàn khác; hãy làm chuyển sinh hoạt.", "rows"
    )


def _uids(first: uuid.UUID, count: int) -> list[uuid.UUID]:
    """A public name each, the same whenever the same form arrives."""
    return [first, *(uuid.uuid5(first, str(n)) for n in range(1, count))]
