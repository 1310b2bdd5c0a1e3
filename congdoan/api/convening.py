"""What a union does with its meetings over HTTP: prepare, minute, hold, charge, number; the forms of their pages."""

from typing import Any

from django import forms
from django.http import HttpRequest

from congdoan.base.errors import Refused
from congdoan.base.forms import Form
from congdoan.meetings import actions, concluding, numbering, parts, queries, reading, views, views_papers
from congdoan.meetings.answering import written
from congdoan.meetings.forms import (
    AgendaForm,
    CongressHeldForm,
    HeldForm,
    MeetingForm,
    MinutesForm,
    TaskForm,
    WhyForm,
    held_form,
)
from congdoan.meetings.models import AgendaLine, Meeting
from congdoan.org.models import Unit
from congdoan.papers.models import Paper, PlanLine
from congdoan.records.record import Record

from . import places
from .acting import Act, expose
from .meetings import router

AS_CONGRESS = "Đại hội ghi theo biểu riêng; hãy gọi hold-congress."
AS_MEETING = "Cuộc họp này không phải đại hội; hãy gọi hold."


class PartForm(Form):
    """Which paper of the pack takes its number."""

    part = forms.CharField(label="Giấy nào", max_length=30)


def _prepare(unit: Unit, form: Any, by: int) -> Meeting:
    return actions.prepare(unit=unit, by=by, **form.cleaned_data)


def _change(found: Meeting, form: Any, by: int) -> None:
    said = {name: value for name, value in form.cleaned_data.items() if name != "uid"}
    actions.write(meeting=found, by=by, **said)


def _set_agenda(found: Meeting, form: Any, by: int) -> None:
    actions.set_agenda(meeting=found, by=by, points=reading.points(form.cleaned_data["agenda"]))


def _drop(found: Meeting, form: Any, by: int) -> None:
    actions.drop(meeting=found, by=by, **form.cleaned_data)


def _hold(found: Meeting, form: Any, by: int) -> Record:
    if not isinstance(form, wanted := held_form(found)):
        raise Refused(AS_CONGRESS if wanted is CongressHeldForm else AS_MEETING)
    return actions.hold(meeting=found, by=by, **form.cleaned_data)


def _count(found: Meeting, form: Any, by: int) -> None:
    actions.take_count(meeting=found, came=queries.roll(found).came, by=by)


def _minute(found: Meeting, form: Any, by: int) -> None:
    actions.write(meeting=found, by=by, **form.cleaned_data)


def _charge(found: Meeting, form: Any, by: int) -> PlanLine:
    return concluding.charge(meeting=found, by=by, **form.cleaned_data)


def _number(found: Meeting, form: Any, by: int) -> Paper:
    part = parts.PARTS.get(form.cleaned_data["part"])
    if part is None:
        raise Refused("Không có giấy nào như vậy; hãy xem ở pack của cuộc họp.", "part")
    return numbering.number(meeting=found, part=part, by=by)


def _take_up(record: Record, form: Any, by: int) -> Meeting:
    return actions.take_up(record=record, by=by)


def _gathering(request: HttpRequest, uid: str) -> Record:
    record = views.gathering(request, uid)  # type: ignore[arg-type]
    places.written(request, record.unit.code)
    return record


def _as_said(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    return {"held": found.held, "initial": {name: getattr(found, name) for name in views.SAID}}


def _agenda_said(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    lines: list[AgendaLine] = list(found.agenda.all())
    points = [reading.Point(line.starts, line.what, line.who) for line in lines]
    return {"initial": {"agenda": reading.as_text(points)}}


def _counted(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    return {"initial": views.counted(found)}


def _minuted(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    said = {name: getattr(found, name) for name in views_papers.TEXTS}
    return {"initial": said | {"chair": found.chair or views_papers.chair_of(found)}}


MINE: Any = written
ACTS = (
    Act(
        "/units/{code}/meetings",
        "prepare_meeting",
        "Chuẩn bị cuộc họp",
        places.written,
        MeetingForm,
        _prepare,
    ),
    Act(
        "/meetings/{uid}/change",
        "change_meeting",
        "Sửa cuộc họp",
        MINE,
        MeetingForm,
        _change,
        _as_said,
        stays=True,
    ),
    Act("/meetings/{uid}/agenda", "set_agenda", "Chương trình", MINE, AgendaForm, _set_agenda, _agenda_said),
    Act("/meetings/{uid}/drop", "drop_meeting", "Bỏ cuộc họp", MINE, WhyForm, _drop),
    Act("/meetings/{uid}/hold", "hold_meeting", "Đã họp", MINE, HeldForm, _hold, _counted, stays=True),
    Act(
        "/meetings/{uid}/hold-congress",
        "hold_congress",
        "Đã đại hội",
        MINE,
        CongressHeldForm,
        _hold,
        _counted,
        stays=True,
    ),
    Act("/meetings/{uid}/count", "take_count", "Lấy số điểm danh vào sổ", MINE, Form, _count),
    Act("/meetings/{uid}/minutes", "write_minutes", "Biên bản", MINE, MinutesForm, _minute, _minuted),
    Act("/meetings/{uid}/tasks", "charge", "Giao việc sau cuộc họp", MINE, TaskForm, _charge),
    Act(
        "/meetings/{uid}/number",
        "number_meeting_paper",
        "Lấy số cho giấy của cuộc họp",
        MINE,
        PartForm,
        _number,
    ),
    Act(
        "/records/{uid}/meeting",
        "take_up_meeting",
        "Lập đại biểu, biên bản cho cuộc họp đã ghi",
        _gathering,
        Form,
        _take_up,
    ),
)
for _act in ACTS:
    expose(router, _act, "meetings")
