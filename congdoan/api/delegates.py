"""Delegates over HTTP: who is asked to a meeting, the roll-call, and what a union asked to one sees of it."""

from typing import Any

from django import forms
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.base.forms import Form
from congdoan.meetings import asking, queries, reading, views_delegates
from congdoan.meetings.answering import written
from congdoan.meetings.forms import GuestsForm, PersonForm
from congdoan.meetings.models import Delegate, Meeting

from . import answers
from .acting import Act, expose
from .meetings import AgendaPoint, agenda
from .telling import told

router = Router(tags=["meetings"])


class DelegateOut(Schema):
    """Somebody asked to a meeting. `bench`: 1 guests, 2 executive committee, 3 inspection committee, 4 unions below,
    5 delegates. `state`: `invited`, `came`, `absent`."""

    uid: str
    bench: int
    called: str
    title: str
    organisation: str
    person: str | None
    union: str | None
    state: str
    reason: str


class Invitation(Schema):
    """What a union asked to a meeting sees of it: when, where, the agenda, who of its own is asked."""

    uid: str
    unit: str
    about: str
    on: str
    starts: str | None
    place: str
    agenda: list[AgendaPoint]
    ours: list[str]


class SourceForm(Form):
    """A whole bench of the register."""

    source = forms.ChoiceField(
        label="Lấy từ", choices=[(slug, label) for slug, (label, _) in asking.SOURCES.items()]
    )


class MarkForm(Form):
    """Came, absent and why, or not yet called."""

    state = forms.ChoiceField(label="Điểm danh", choices=Delegate.State.choices)
    reason = forms.CharField(
        label="Lý do vắng", max_length=150, required=False, help_text="Ví dụ: đi công tác. Không ghi bệnh gì."
    )


@router.get(
    "/meetings/{uid}/delegates",
    response={200: list[DelegateOut], **answers.ASKING},
    operation_id="delegates",
    summary="Đại biểu, điểm danh",
)
def list_delegates(request: HttpRequest, uid: str) -> Any:
    """The one list of a meeting, in the order it is called."""
    found = queries.meeting_or_404(request.user, uid)  # type: ignore[arg-type]
    return [told(one, DelegateOut) for one in queries.roll(found).delegates]


@router.get(
    "/invitations/{uid}",
    response={200: Invitation, **answers.ASKING},
    operation_id="invitation",
    summary="Giấy mời họp",
)
def invitation(request: HttpRequest, uid: str) -> Any:
    """A meeting a union of this seat is asked to."""
    found = queries.invitation_or_404(request.user, uid)  # type: ignore[arg-type]
    seen = access.units_seen(request.user).values("pk")
    rows = found.delegates.filter(union__in=seen).select_related("person", "union")
    ours = [one.called for one in rows]
    return told(found, Invitation, on=found.day.isoformat(), agenda=agenda(found), ours=ours)


def _take(found: Meeting, form: Any, by: int) -> None:
    _, people_of = asking.SOURCES[form.cleaned_data["source"]]
    asking.invite(meeting=found, delegates=people_of(found.unit, found.day), by=by)


def _type(found: Meeting, form: Any, by: int) -> None:
    said = form.cleaned_data
    asking.invite(meeting=found, delegates=asking.typed(reading.people(said["people"]), said["bench"]), by=by)


def _pick(found: Meeting, form: Any, by: int) -> None:
    asking.invite(meeting=found, delegates=views_delegates.picked(form.cleaned_data, found), by=by)


def _mark(one: Delegate, form: Any, by: int) -> None:
    asking.mark(delegate=one, by=by, **form.cleaned_data)


def _rest(found: Meeting, form: Any, by: int) -> None:
    asking.mark_rest(meeting=found, by=by)


def _drop(one: Delegate, form: Any, by: int) -> None:
    asking.uninvite(delegate=one, by=by)


def _of_unit(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    return {"unit": found.unit}


MINE: Any = written
ONE: Any = views_delegates.delegate_written
ACTS = (
    Act(
        "/meetings/{uid}/delegates/bench", "invite_bench", "Mời cả một ban, một lượt", MINE, SourceForm, _take
    ),
    Act(
        "/meetings/{uid}/delegates/typed", "invite_typed", "Mời khách, đại biểu khác", MINE, GuestsForm, _type
    ),
    Act(
        "/meetings/{uid}/delegates/person",
        "invite_person",
        "Mời một người trong sổ",
        MINE,
        PersonForm,
        _pick,
        _of_unit,
    ),
    Act("/meetings/{uid}/delegates/rest", "mark_rest", "Còn lại đều có mặt", MINE, Form, _rest),
    Act("/delegates/{uid}/mark", "mark_delegate", "Điểm danh một đại biểu", ONE, MarkForm, _mark),
    Act("/delegates/{uid}/drop", "drop_delegate", "Bỏ khỏi danh sách đại biểu", ONE, Form, _drop),
)
for _act in ACTS:
    expose(router, _act, "meetings")
