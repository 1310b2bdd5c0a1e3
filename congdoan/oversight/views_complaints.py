"""Đơn: the book of complaints; one complaint, step by step. Who sent it and what it tells only for few, each sight noted."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import exports
from congdoan.audit.actions import note
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table

from . import handling, queries, tables
from .answering import answered, overseer, oversees, unit_of
from .draws import steps_of
from .forms import ComplaintForm, StepForm, WhyForm
from .models import Complaint

asked = require_http_methods(["GET", "HEAD", "POST"])
PER_PAGE, PAGE = 50, "trang"
LATE = "qua-han"


@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """The complaints of a union and of those under it; found by file number, narrowed to a state or to what is late."""
    unit = overseer(request, unit_of(request))
    states = {"": "Tất cả", LATE: "Quá hạn", **dict(Complaint.State.choices)}
    if exports.asked(request):
        table = Table("Sổ đơn", tables.COMPLAINTS, list(_chosen(request)[:ONE_TOO_MANY]))
        about = [str(states.get(request.GET.get("tt", ""), ""))]
        return exports.handed(request, "so-don", unit, table, about=about)
    page = Paginator(_chosen(request), PER_PAGE).get_page(request.GET.get(PAGE))
    context = {
        "unit": unit, "page": page, "today": today(), "states": states, "chosen": request.GET.get("tt", ""),
        "words": request.GET.get("so", ""),
    }  # fmt: skip
    return render(request, "oversight/complaints.html", context)


@asked
def complaint_new(request: HttpRequest) -> HttpResponse:
    """A complaint comes in."""
    unit = overseer(request, unit_of(request))
    form = ComplaintForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        return reverse("complaint", args=[handling.receive(unit=unit, by=request.user.pk, **said).uid])

    heading, done = "Nhận đơn", "Đã vào sổ đơn; số hồ sơ theo đơn đến hết."
    return answered(
        request, form, act, heading=heading, back=reverse("complaints"), lead=unit.name, done=done, unit=unit
    )


@require_safe
def complaint(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One complaint: where it stands, its steps; who and what, for those who may, noted in the trail."""
    found = queries.complaint_or_404(request.user, uid)
    who = queries.may_see_who(request.user, found)
    if who:
        note(by=request.user.pk, action="see_complaint", what=str(found.uid), unit=found.holder.code)
    steps = steps_of(found)
    handles = oversees(request, found.holder)
    over = handling.standing(found, steps).over
    context = {
        "complaint": found,
        "steps": steps,
        "who": who,
        "handles": handles,
        "over": over,
        "drops": handles and bool(steps) and not steps[-1].handed_over,
        "today": today(),
    }
    return render(request, "oversight/complaint.html", context)


@asked
def complaint_step(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What the union that holds it does next."""
    found = held(request, uid)
    form = StepForm(request.POST or None, complaint=found)
    back = reverse("complaint", args=[uid])

    def act(said: dict[str, Any]) -> str:
        handling.step(complaint=found, by=request.user.pk, **said)
        return back

    return answered(
        request, form, act, heading=f"Xử lý đơn số {found.number}", back=back, template="oversight/step.html"
    )


@asked
def complaint_step_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take the last step back: by who holds the complaint, or by who sent it on."""
    found = taking_back(request, uid)
    form, back = WhyForm(request.POST or None), reverse("complaint", args=[uid])

    def act(said: dict[str, Any]) -> str:
        handling.take_back(complaint=found, by=request.user.pk, **said)
        return back

    return answered(request, form, act, heading="Bỏ bước vừa ghi", back=back, button="Bỏ bước", danger=True)


def held(request: HttpRequest, uid: uuid.UUID) -> Complaint:
    """The complaint, if this person works for the union that holds it."""
    found = queries.complaint_or_404(request.user, uid)
    overseer(request, found.holder)
    return found


def taking_back(request: HttpRequest, uid: uuid.UUID) -> Complaint:
    """The complaint, if this person works for the union that holds it, or took the last step."""
    found = queries.complaint_or_404(request.user, uid)
    steps = steps_of(found)
    if not (oversees(request, found.holder) or (steps and oversees(request, steps[-1].unit))):
        raise PermissionDenied
    return found


def _chosen(request: HttpRequest) -> QuerySet[Complaint]:
    rows = queries.complaints_of(request.user, unit_of(request), today())
    words, chosen = request.GET.get("so", "").strip(), request.GET.get("tt", "")
    if words:
        rows = rows.filter(number__icontains=words)
    if chosen == LATE:
        return rows.filter(state=Complaint.State.TAKEN, due_on__lt=today())
    return rows.filter(state=chosen) if chosen in Complaint.State.values else rows
