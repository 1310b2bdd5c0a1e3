"""Meetings over HTTP: prepared, minuted, held; what they concluded, their papers and the numbers these take."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.base.period import today
from congdoan.meetings import numbering, parts, queries, views_papers
from congdoan.meetings.models import Meeting
from congdoan.org.due import Due
from congdoan.org.models import Unit
from congdoan.papers.models import Paper
from congdoan.papers.progress import Standing

from . import answers, paging, places
from .answers import Page
from .telling import WORD, a_file, told

router = Router(tags=["meetings"])
ZIP = "application/zip"


class MeetingOut(Schema):
    """A meeting. `record` counts it once it was held (`held`)."""

    uid: str
    unit: str
    sort: str
    about: str
    on: str
    starts: str | None
    place: str
    held: bool
    record: str | None


class Coming(Schema):
    """A meeting that waits: of the union itself, or one it is asked to (`invited`)."""

    uid: str
    about: str
    unit: str
    on: str
    invited: bool


class AgendaPoint(Schema):
    """A point of the agenda."""

    starts: str | None
    what: str
    who: str


class MeetingTask(Schema):
    """What the meeting asked for: a line of the plan of the year, and how it stands."""

    uid: str
    plan: str
    what: str
    who: str
    due_on: str
    state: str


class PartOut(Schema):
    """A paper of the pack: what it still waits for (`missing`), whether it bears a number, and which it has."""

    slug: str
    label: str
    missing: str
    numbered: bool
    paper: str | None


class MeetingWhole(MeetingOut):
    """A meeting with agenda, minutes, tasks and papers. `asked` and `came` count its delegates; `attendance` is what the
    record says."""

    dropped: bool
    chair: str
    secretary: str
    course: str
    opinions: str
    votes: str
    conclusion: str
    agenda: list[AgendaPoint]
    asked: int
    came: int
    attendance: int | None
    tasks: list[MeetingTask]
    pack: list[PartOut]


@router.get(
    "/units/{code}/meetings",
    response={200: Page[MeetingOut], **answers.ASKING},
    operation_id="meetings",
    summary="Hội nghị, cuộc họp",
)
def list_meetings(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """The meetings of a union, the latest first; those given up are left out."""
    rows = Meeting.objects.filter(unit=places.unit(request, code), dropped=None)
    found, after = paging.paged(rows.select_related("unit", "record"), ("-on", "-pk"), cursor)
    return {"items": [told(one, MeetingOut) for one in found], "next": after}


@router.get(
    "/units/{code}/meetings/coming",
    response={200: list[Coming], **answers.ASKING},
    operation_id="coming_meetings",
    summary="Sắp họp, được mời họp",
)
def coming(request: HttpRequest, code: str) -> Any:
    """What a union has prepared for the coming month or not yet written down, and what it is asked to."""
    unit = places.unit(request, code)
    return [_coming(due, unit) for due in queries.coming(unit, today())]


@router.get(
    "/meetings/{uid}",
    response={200: MeetingWhole, **answers.ASKING},
    operation_id="meeting",
    summary="Một cuộc họp",
)
def one_meeting(request: HttpRequest, uid: str) -> Any:
    """A meeting: where it stands, its agenda and minutes, what it asked for, its papers."""
    found = queries.meeting_or_404(request.user, uid)  # type: ignore[arg-type]
    roll = queries.roll(found)
    tasks = [_task(one) for one in queries.tasks(found, today())]
    return told(
        found, MeetingWhole, on=found.day.isoformat(), dropped=bool(found.dropped_id), agenda=agenda(found), asked=roll.asked,
        came=roll.came, attendance=queries.attendance(found), tasks=tasks, pack=_pack(found),
    )  # fmt: skip


@router.get(
    "/meetings/{uid}/pack/{part}",
    response=answers.ASKING,
    operation_id="meeting_paper",
    summary="Một giấy của cuộc họp, tệp Word",
    openapi_extra=a_file(WORD),
)
def meeting_paper(request: HttpRequest, uid: str, part: str) -> HttpResponse:
    """A paper of the pack. Refuses one that still waits for something."""
    return views_papers.pack_file(request, uid, part)  # type: ignore[arg-type]


@router.get(
    "/meetings/{uid}/pack",
    response=answers.ASKING,
    operation_id="meeting_pack",
    summary="Cả bộ tài liệu, tệp zip",
    openapi_extra=a_file(ZIP),
)
def meeting_pack(request: HttpRequest, uid: str) -> HttpResponse:
    """All papers there are, in one file."""
    return views_papers.pack_zip(request, uid)  # type: ignore[arg-type]


def _coming(due: Due, unit: Unit) -> dict[str, Any]:
    day = due.due_on.isoformat() if due.due_on else ""
    told = {"uid": str(due.of), "about": due.what, "unit": due.whose.code, "on": day}
    return {**told, "invited": due.whose != unit}


def agenda(found: Meeting) -> list[dict[str, Any]]:
    """The agenda of a meeting."""
    return [told(point, AgendaPoint) for point in found.agenda.all()]


def _task(one: Standing) -> dict[str, Any]:
    return told(one.line, MeetingTask, plan=str(one.line.plan.uid), state=one.state)


def _pack(found: Meeting) -> list[dict[str, Any]]:
    given = numbering.numbered(found)
    return [
        told(part, PartOut, missing=missing, numbered=bool(part.sort), paper=_uid(given.get(part.slug)))
        for part, missing in parts.listed(found)
    ]


def _uid(paper: Paper | None) -> str | None:
    return str(paper.uid) if paper else None
