"""Đơn over HTTP: the book of complaints, one with its steps; taken in, handled step by step.

Who sent a denunciation, of whom and what it tells are handed to no program; of other complaints, to those who see it
on the page, and each sight is noted.
"""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.audit.actions import note
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.oversight import handling, queries
from congdoan.oversight.answering import overseer
from congdoan.oversight.draws import steps_of
from congdoan.oversight.forms import ComplaintForm, StepForm, WhyForm
from congdoan.oversight.models import Complaint, Step
from congdoan.oversight.views_complaints import held, taking_back

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page

router = Router(tags=["oversight"])


class ComplaintOut(Schema):
    """A complaint: its file number, where it came first, who holds it now and how it stands."""

    uid: str
    number: str
    sort: str
    unit: str
    received_on: str
    holder: str
    state: str
    due_on: str | None


class StepOut(Schema):
    """What a union that held it did with it. `to_outside` and `note` are null where they are not for this seat."""

    what: str
    on: str
    unit: str
    to: str | None
    due_on: str | None
    outcome: str
    restored: int
    to_outside: str | None
    note: str | None


class Told(Schema):
    """Who sent it, about whom, and what it tells."""

    sender: str
    about_whom: str
    content: str


class ComplaintWhole(ComplaintOut):
    """A complaint with its steps. `told` is null where it is not for this seat, or for any program."""

    told: Told | None
    steps: list[StepOut]


@router.get(
    "/units/{code}/complaints",
    response={200: Page[ComplaintOut], **answers.ASKING},
    operation_id="complaints",
    summary="Sổ đơn",
)
def complaints(
    request: HttpRequest,
    code: str,
    state: Complaint.State | None = None,
    late: bool = False,
    number: Annotated[str, Query(max_length=90)] = "",
    cursor: str | None = None,
) -> Any:
    """The complaints that came to a union or one under it, or are held there, the newest first."""
    rows = queries.complaints_of(request.user, _overseen(request, code), today())
    rows = rows.filter(state=state) if state else rows
    rows = rows.filter(state=Complaint.State.TAKEN, due_on__lt=today()) if late else rows
    rows = rows.filter(number__icontains=number) if number else rows
    found, after = paging.paged(rows, ("-received_on", "-pk"), cursor)
    return {"items": [_brief(one) for one in found], "next": after}


@router.get(
    "/complaints/{uid}",
    response={200: ComplaintWhole, **answers.ASKING},
    operation_id="complaint",
    summary="Một đơn",
)
def complaint(request: HttpRequest, uid: str) -> Any:
    """A complaint and its steps. Seeing who sent it is noted in the trail."""
    found = queries.complaint_or_404(request.user, uid)  # type: ignore[arg-type]
    who = found.sort != Complaint.Sort.DENUNCIATION and queries.may_see_who(request.user, found)
    if who:
        note(by=request.user.pk, action="see_complaint", what=str(found.uid), unit=found.holder.code)
    told = {name: getattr(found, name) for name in ("sender", "about_whom", "content")}
    return {
        **_brief(found),
        "told": told if who else None,
        "steps": [_step(one, who) for one in steps_of(found)],
    }


def _overseen(request: HttpRequest, code: str) -> Unit:
    return overseer(request, places.unit(request, code))


def _handling(request: HttpRequest, found: Complaint) -> dict[str, Any]:
    return {"complaint": found}


def _receive(unit: Unit, form: Any, by: int) -> Complaint:
    return handling.receive(unit=unit, by=by, **form.cleaned_data)


def _go_on(found: Complaint, form: Any, by: int) -> None:
    handling.step(complaint=found, by=by, **form.cleaned_data)


def _take_back(found: Complaint, form: Any, by: int) -> None:
    handling.take_back(complaint=found, by=by, **form.cleaned_data)


ACTS = (
    Act("/units/{code}/complaints", "receive_complaint", "Nhận đơn", _overseen, ComplaintForm, _receive),
    Act("/complaints/{uid}/steps", "handle_complaint", "Ghi bước xử lý đơn", held, StepForm, _go_on, _handling),
    Act("/complaints/{uid}/take-back", "take_back_step", "Bỏ bước vừa ghi", taking_back, WhyForm, _take_back),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "oversight")


def _brief(one: Complaint) -> dict[str, Any]:
    return {
        "uid": str(one.uid),
        "number": one.number,
        "sort": one.sort,
        "unit": one.unit.code,
        "received_on": one.received_on.isoformat(),
        "holder": one.holder.code,
        "state": one.state,
        "due_on": one.due_on.isoformat() if one.due_on else None,
    }


def _step(one: Step, who: bool) -> dict[str, Any]:
    return {
        "what": one.what,
        "on": one.on.isoformat(),
        "unit": one.unit.code,
        "to": one.to.code if one.to else None,
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "outcome": one.outcome,
        "restored": one.restored,
        "to_outside": one.to_outside if who else None,
        "note": one.note if who else None,
    }
