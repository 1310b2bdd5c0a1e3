"""Preparing a meeting, writing down what it said, giving it up; it becomes a record once it is held."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.base.text import nfc, nfc_lines
from congdoan.ledger.rules import closed, in_life
from congdoan.org.models import Unit
from congdoan.records import actions as records
from congdoan.records import kind as kinds
from congdoan.records.kind import Kind
from congdoan.records.kinds.congress import CONGRESS
from congdoan.records.kinds.gathering import GATHERING
from congdoan.records.record import Record

from .models import AgendaLine, Meeting
from .reading import Point

AHEAD = timedelta(days=730)  # later is a slip of the keyboard
LONG = ("course", "opinions", "votes", "conclusion")  # texts of several lines
WHAT = {Meeting.Sort.STAFF.value: "staff_conference", Meeting.Sort.WORKERS.value: "workers_conference"}


def prepare(
    *, unit: Unit, sort: str, about: str, on: date, by: int | None, uid: uuid.UUID | None = None, **more: Any
) -> Meeting:
    """A meeting to come. The same `uid` twice gives the first answer."""
    uid = uid or uuid.uuid4()
    if known := Meeting.objects.filter(uid=uid).first():
        return known
    in_life(unit, on)
    with writing(by=by, action="prepare_meeting", what=str(uid), unit=unit.code, sort=sort) as posting:
        meeting = Meeting(uid=uid, unit=unit, sort=sort, on=on, made=posting, changed=posting)
        _say(meeting, {"about": about, **more})
        meeting.save(force_insert=True)
    return meeting


def take_up(*, record: Record, by: int | None) -> Meeting:
    """Delegates and minutes for a gathering or congress already recorded; the meeting there is for it is given back."""
    if known := Meeting.objects.filter(record=record).first():
        return known
    with writing(by=by, action="prepare_meeting", what=str(record.uid), unit=record.unit.code) as posting:
        said = {
            "sort": sort_of(record),
            "about": getattr(kinds.full(record), "about", "") or record.title[:150],
            "on": record.happened_on,
        }
        return Meeting.objects.create(unit=record.unit, record=record, made=posting, changed=posting, **said)


def sort_of(record: Record) -> str:
    """Which sort of meeting a record is of."""
    found = kinds.of(record).met_as(kinds.full(record))
    return found if found in Meeting.Sort.values else Meeting.Sort.OTHER.value


def write(*, meeting: Meeting, by: int | None, **said: Any) -> Meeting:
    """Say when, where, who presides, what was said: any of its columns; the rest stays."""
    with changing(meeting, by, "write_meeting") as (held, _):
        if held.held:
            said.pop("on", None)  # the record says it
        _say(held, said)
        _tell_minuted(held, by)
    return held


def set_agenda(*, meeting: Meeting, points: Sequence[Point], by: int | None) -> None:
    """The agenda, whole, in place of what stood there."""
    with changing(meeting, by, "set_agenda") as (held, _):
        held.agenda.all().delete()
        AgendaLine.objects.bulk_create(
            AgendaLine(meeting=held, position=n, **point._asdict()) for n, point in enumerate(points, 1)
        )


def drop(*, meeting: Meeting, why: str, by: int | None) -> None:
    """The meeting does not take place; what was prepared stays readable, with the reason."""
    need_reason(why, "Hãy ghi lý do: người xem sau sẽ hiểu vì sao.")
    with changing(meeting, by, "drop_meeting", why=why.strip()) as (found, posting):
        if found.held:
            raise Refused("Cuộc họp này đã ghi vào sổ; nếu ghi nhầm hãy hủy việc ấy ở trang của việc.")
        found.dropped = posting


def hold(*, meeting: Meeting, on: date, attendance: int, by: int | None, **said: Any) -> Record:
    """It was held: the record that counts it is written, of a congress the congress itself. Done once."""
    with changing(meeting, by, "hold_meeting") as (found, _):
        if found.held and found.record:
            return found.record
        kind, fields = _as_record(found, attendance, said)
        fields["minuted"] = found.minuted
        made = records.add(kind=kind, unit=found.unit, happened_on=on, by=by, fields=fields)
        found.record = Record.objects.get(pk=made.pk)
    return found.record


def _as_record(meeting: Meeting, attendance: int, said: Mapping[str, Any]) -> tuple[Kind, dict[str, Any]]:
    """Of which kind the record is, and what it says."""
    sort = meeting.sort
    if sort == Meeting.Sort.CONGRESS:
        return CONGRESS, {**said, "present": attendance}
    which = {} if sort in WHAT else {"meeting": sort}
    return GATHERING, {
        "what": WHAT.get(sort, "meeting"), "about": meeting.about, "attendance": attendance, **which, **said,
    }  # fmt: skip


def take_count(*, meeting: Meeting, came: int, by: int | None) -> None:
    """The record says as many as the roll-call counted."""
    if not meeting.record or not meeting.held:
        raise Refused("Cuộc họp này chưa ghi vào sổ; hãy bấm Đã họp.")
    column = kinds.of(meeting.record).attended
    records.amend(record=meeting.record, by=by, why="Lấy số người dự theo điểm danh", fields={column: came})


def _tell_minuted(meeting: Meeting, by: int | None) -> None:
    """The record of a meeting whose minutes are in the book says so; in a closed period it stays as it is."""
    record = meeting.record
    if not record or not meeting.held or closed(meeting.unit_id, meeting.day):
        return
    full = kinds.full(record)
    if full.minuted != meeting.minuted:
        why = "Biên bản đã ghi vào sổ" if meeting.minuted else "Biên bản đã bỏ khỏi sổ"
        records.amend(record=record, by=by, why=why, fields={"minuted": meeting.minuted})


@contextmanager
def changing(
    meeting: Meeting, by: int | None, action: str, why: str = ""
) -> Iterator[tuple[Meeting, Posting]]:
    """Hold the meeting, so that two changes at once follow each other; refuse one that was given up."""
    with writing(by=by, action=action, why=why, what=str(meeting.uid), unit=meeting.unit.code) as posting:
        rows = Meeting.objects.select_for_update(of=("self",)).select_related("unit__kind__level", "record")
        held = rows.get(pk=meeting.pk)
        if held.dropped_id:
            raise Refused("Cuộc họp này đã bỏ nên không ghi thêm được; hãy chuẩn bị cuộc họp khác.")
        yield held, posting
        held.changed = posting
        held.save()


def _say(meeting: Meeting, said: dict[str, Any]) -> None:
    for name, value in said.items():
        tidy = nfc_lines if name in LONG else nfc
        setattr(meeting, name, tidy(value) if isinstance(value, str) else value)
    if not meeting.about:
        raise Refused("Hãy ghi tên cuộc họp, ví dụ: Hội nghị tổng kết năm 2023.", "about")
    if meeting.on > today() + AHEAD:
        raise Refused("Ngày họp còn hơn hai năm nữa; hãy xem lại năm.", "on")
