"""Minutes, what was concluded, and the pack: papers one by one or all together."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.base.downloads import download
from congdoan.base.errors import NotHere, Refused
from congdoan.officers.models import Role
from congdoan.officers.queries import posts_on

from . import actions, concluding, numbering, parts, queries
from .answering import answered, written
from .forms import MinutesForm, TaskForm
from .models import Meeting

asked = require_http_methods(["GET", "HEAD", "POST"])
TEXTS = ("chair", "secretary", "course", "opinions", "votes", "conclusion")


@asked
def meeting_minutes(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Who presided, what was said, voted, concluded."""
    found = written(request, uid)
    initial = {name: getattr(found, name) for name in TEXTS}
    form = MinutesForm(request.POST or None, initial=initial | {"chair": found.chair or chair_of(found)})

    def act(said: dict[str, Any]) -> str:
        actions.write(meeting=found, by=request.user.pk, **said)
        return reverse("meeting", args=[uid])

    back = reverse("meeting", args=[uid])
    return answered(request, form, act, heading="Biên bản", back=back, lead=found.about, meeting=found)


@asked
def meeting_task(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Somebody is to do something by a day: a line of the plan."""
    found = written(request, uid)
    form = TaskForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        concluding.charge(meeting=found, by=request.user.pk, **said)
        return reverse("meeting_task" if "more" in request.POST else "meeting", args=[uid])

    more: dict[str, Any] = {"lead": found.about, "meeting": found, "again": True}
    done = "Đã giao; việc nằm trong kế hoạch năm."
    back = reverse("meeting", args=[uid])
    return answered(request, form, act, heading="Giao việc", back=back, done=done, **more)


@require_POST
def pack_number(request: HttpRequest, uid: uuid.UUID, part: str) -> HttpResponse:
    """The paper takes the next number of the register."""
    found = written(request, uid)
    paper = numbering.number(meeting=found, part=part_or_404(part), by=request.user.pk)
    messages.success(request, f"Đã vào sổ: {paper}.")
    return redirect(f"{reverse('meeting', args=[uid])}#bo-tai-lieu")


@require_safe
def pack_file(request: HttpRequest, uid: uuid.UUID, part: str) -> HttpResponse:
    """One paper as a Word file. Refuses one that still waits for something."""
    found = queries.meeting_or_404(request.user, uid)
    one = part_or_404(part)
    if missing := one.missing(found):
        raise Refused(f"{one.label} chưa in được. {missing}")
    return download(one.make(found), f"{part}-{found.day:%Y-%m-%d}.docx")


@require_safe
def pack_zip(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """All papers there are, in one file."""
    found = queries.meeting_or_404(request.user, uid)
    return download(parts.zipped(found), f"bo-tai-lieu-{found.day:%Y-%m-%d}.zip")


def chair_of(meeting: Meeting) -> str:
    """Who presides unless somebody else is named: the chair of the union."""
    posts = [post for post in posts_on(meeting.unit, meeting.day) if post.role == Role.CHAIR]
    return f"Đồng chí {posts[0].person.name}, Chủ tịch {meeting.unit.name}" if posts else ""


def part_or_404(slug: str) -> parts.Part:
    """The paper of that name. Raises `NotHere` for any other."""
    if slug not in parts.PARTS:
        raise NotHere("Không có giấy nào như vậy; hãy chọn ở trang của cuộc họp.")
    return parts.PARTS[slug]
