"""Hội nghị, cuộc họp: the list, one meeting's page, preparing it, saying it was held; the piece of a record's page."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.answering import unit_of, writer
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.records import kind as kinds
from congdoan.records.queries import record_or_404
from congdoan.records.record import Record

from . import actions, numbering, parts, queries, reading, tables
from .answering import answered, written
from .forms import AGENDA, AgendaForm, MeetingForm, WhyForm, held_form
from .models import Delegate, Meeting

asked = require_http_methods(["GET", "HEAD", "POST"])
PER_PAGE, PAGE = 50, "trang"
SAID = ("sort", "about", "on", "starts", "place")


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings of a union: what is coming on top, then the others, the latest first."""
    unit = unit_of(request)
    coming, others = queries.coming(unit, today()), queries.meetings_of(unit, today())
    if exports.asked(request):
        lists = [Table("Sắp họp, chờ ghi vào sổ", tables.COMING, coming)]
        lists.append(Table("Các cuộc họp", tables.MEETINGS, list(others[:ONE_TOO_MANY])))
        return exports.handed(request, "cuoc-hop", unit, *lists)
    context = {
        "unit": unit,
        "coming": coming,
        "page": Paginator(others, PER_PAGE).get_page(request.GET.get(PAGE)),
        "today": today(),
        "writes": access.may_write(request.user, unit),
    }
    return render(request, "meetings/meetings.html", context)


@asked
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Prepare a meeting."""
    unit = writer(request, unit_of(request))
    form = MeetingForm(request.POST or None, initial={"sort": "year_end"})

    def act(said: dict[str, Any]) -> str:
        made = actions.prepare(unit=unit, by=request.user.pk, **said)
        return reverse("meeting", args=[made.uid])

    done = "Đã chuẩn bị; hãy lập chương trình và danh sách đại biểu."
    back = reverse("meetings")
    return answered(request, form, act, heading="Chuẩn bị cuộc họp", back=back, done=done, unit=unit)


@require_safe
def meeting(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One meeting: where it stands, what is left to do, its papers."""
    found = queries.meeting_or_404(request.user, uid)
    roll, given = queries.roll(found), numbering.numbered(found)
    context = {
        "meeting": found,
        "roll": roll,
        "agenda": found.agenda.all(),
        "differs": differs(found, roll),
        "attendance": queries.attendance(found),
        "tasks": queries.tasks(found, today()),
        "pack": [(part, missing, given.get(part.slug)) for part, missing in parts.listed(found)],
        "due": not found.held and found.on <= today(),
        "writes": access.may_write(request.user, found.unit) and not found.dropped_id,
    }
    return render(request, "meetings/meeting.html", context)


@asked
def meeting_change(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Another day, hour, place, name."""
    found = written(request, uid)
    initial = {name: getattr(found, name) for name in SAID} | {"uid": found.uid}
    form = MeetingForm(request.POST or None, held=found.held, initial=initial)

    def act(said: dict[str, Any]) -> str:
        said.pop("uid")
        actions.write(meeting=found, by=request.user.pk, **said)
        return reverse("meeting", args=[uid])

    return answered(
        request, form, act, heading=f"Sửa: {found}", back=reverse("meeting", args=[uid]), meeting=found
    )


@asked
def meeting_agenda(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The agenda, typed or pasted whole."""
    found = written(request, uid)
    lines = [reading.Point(line.starts, line.what, line.who) for line in found.agenda.all()]
    form = AgendaForm(request.POST or None, initial={"agenda": reading.as_text(lines)})
    form.fields["agenda"].widget.attrs["placeholder"] = AGENDA

    def act(said: dict[str, Any]) -> str:
        actions.set_agenda(meeting=found, by=request.user.pk, points=reading.points(said["agenda"]))
        return reverse("meeting", args=[uid])

    back = reverse("meeting", args=[uid])
    return answered(request, form, act, heading="Chương trình", back=back, lead=found.about, meeting=found)


@asked
def meeting_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """It does not take place."""
    found = written(request, uid)
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        actions.drop(meeting=found, by=request.user.pk, **said)
        return reverse("meetings")

    heading, back = f"Bỏ cuộc họp: {found}", reverse("meeting", args=[uid])
    return answered(
        request, form, act, heading=heading, back=back, button="Bỏ cuộc họp", danger=True, meeting=found
    )


@asked
def meeting_held(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Đã họp: the record that counts it, day and number filled in."""
    found = written(request, uid)
    form = held_form(found)(request.POST or None, initial=counted(found))

    def act(said: dict[str, Any]) -> str:
        actions.hold(meeting=found, by=request.user.pk, **said)
        return reverse("meeting", args=[uid])

    more: dict[str, Any] = {"lead": found.about, "meeting": found}
    done = "Đã ghi vào sổ; số liệu hội nghị, lượt người dự đã cộng."
    back = reverse("meeting", args=[uid])
    return answered(request, form, act, heading="Đã họp", back=back, button="Ghi vào sổ", done=done, **more)


@require_POST
def meeting_count(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The record takes over the number of the roll-call."""
    found = written(request, uid)
    actions.take_count(meeting=found, came=queries.roll(found).came, by=request.user.pk)
    return redirect("meeting", uid=uid)


@require_POST
def meeting_take_up(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """From the page of a gathering: delegates, minutes, papers."""
    record = gathering(request, uid)
    writer(request, record.unit)
    made = actions.take_up(record=record, by=request.user.pk)
    return redirect("meeting", uid=made.uid)


@require_safe
def gathering_meeting(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A piece of the page of a gathering: the way to its delegates, minutes and papers."""
    record = gathering(request, uid)
    found = Meeting.objects.filter(record=record).first()
    roll = queries.roll(found) if found else None
    context = {
        "record": record,
        "meeting": found,
        "roll": roll,
        "differs": bool(found and roll and differs(found, roll)),
        "attendance": queries.attendance(found) if found else None,
        "writes": access.may_write(request.user, record.unit) and not record.withdrawn,
    }
    return render(request, "meetings/of_record.html", context)


@require_safe
def meeting_invitation(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What a union asked to a meeting sees of it: when, where, the agenda, who of its own is asked."""
    found = queries.invitation_or_404(request.user, uid)
    seen = access.units_seen(request.user).values("pk")
    ours = found.delegates.filter(union__in=seen).select_related("person", "union")
    context = {"meeting": found, "agenda": found.agenda.all(), "ours": ours}
    return render(request, "meetings/invitation.html", context)


def differs(found: Meeting, roll: queries.Roll) -> bool:
    """Whether the roll-call counts otherwise than the record says."""
    return bool(found.held and roll.called and roll.came != queries.attendance(found))


def counted(found: Meeting) -> dict[str, Any]:
    """What the form of a meeting held begins with: of a congress guests are not counted."""
    roll = queries.roll(found)
    called = [one for one in roll.delegates if one.bench != Delegate.Bench.GUEST]
    those = called if found.sort == Meeting.Sort.CONGRESS else roll.delegates
    came = sum(one.state == Delegate.State.CAME for one in those)
    return {"on": min(found.on, today()), "attendance": came or None, "called": len(called) or None}


def gathering(request: HttpRequest, uid: uuid.UUID) -> Record:
    """The record of a meeting, if this person sees it. Raises `NotHere` for any other record."""
    record = record_or_404(request.user, uid)
    if not kinds.of(record).attended:
        raise NotHere("Việc này không phải hội nghị, cuộc họp.")
    return record
