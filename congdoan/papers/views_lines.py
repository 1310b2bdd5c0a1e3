"""Forms over one line of a plan: put in, change, take out, say done, name the records that carry it out."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access
from congdoan.accounts.answering import answered, writer
from congdoan.base.period import today
from congdoan.records import queries as records
from congdoan.records.record import Record

from . import history, planning, queries
from .forms import AmendLineForm, CarryForm, LineDoneForm, LineForm, WhyForm, said_of
from .models import Carried, PlanLine
from .progress import run_of, standing

asked = require_http_methods(["GET", "HEAD", "POST"])
FORM, MOST = "papers/plan_form.html", 100


@require_safe
def line(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One line: how it stands, what carried it out, what it said before."""
    found = queries.line_or_404(request.user, uid)
    (one,) = standing([found], today())
    versions = list(found.versions.select_related("posting").order_by("pk"))
    context = {
        "line": found, "plan": found.plan, "one": one, "acts": history.of_line(versions),
        "period": run_of(found.plan, today()), "writes": access.may_write(request.user, found.plan.unit),
    }  # fmt: skip
    return render(request, "papers/line.html", context)


@asked
def line_new(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Put a line into a plan."""
    plan = queries.plan_or_404(request.user, uid)
    writer(request, plan.unit)
    form = LineForm(request.POST or None, initial={"due_on": plan.last_on})

    def act(said: dict[str, Any]) -> str:
        planning.add_line(plan=plan, by=request.user.pk, **said)
        return reverse("plan", args=[uid])

    back = reverse("plan", args=[uid])
    return answered(
        request, form, act, template=FORM, heading="Thêm việc", back=back, lead=plan, button="Thêm"
    )


@asked
def line_change(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say a line anew."""
    line = changeable(request, uid)
    form = AmendLineForm(request.POST or None, initial=said_of(line))

    def act(said: dict[str, Any]) -> str:
        planning.change_line(line=line, by=request.user.pk, **said)
        return _url(line)

    return answered(request, form, act, template=FORM, heading="Sửa việc", back=_url(line), lead=line.plan)


@asked
def line_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a line out of its plan."""
    line = changeable(request, uid)

    def act(said: dict[str, Any]) -> str:
        planning.drop_line(line=line, by=request.user.pk, **said)
        return reverse("plan", args=[line.plan.uid])

    return answered(
        request, WhyForm(request.POST or None), act, template=FORM, heading="Bỏ khỏi kế hoạch", back=_url(line),
        lead=line, button="Bỏ", danger=True,
    )  # fmt: skip


@asked
def line_done(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say on which day it was done; without a day, that it is not."""
    line = changeable(request, uid)
    form = LineDoneForm(request.POST or None, initial={"on": line.done_on or today()})

    def act(said: dict[str, Any]) -> str:
        planning.finish(line=line, by=request.user.pk, **said)
        return _url(line)

    return answered(request, form, act, template=FORM, heading="Đánh dấu đã xong", back=_url(line), lead=line)


@asked
def line_records(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Name the records that carry it out, among those of the plan's days."""
    line = changeable(request, uid)
    form = CarryForm(
        request.POST if request.method == "POST" else None,
        among=among(request, line),
        initial={"records": [str(one.uid) for one in named(line)]},
    )

    def act(said: dict[str, Any]) -> str:
        carry(line, set(said["records"]), request.user.pk)
        return _url(line)

    return answered(
        request, form, act, template=FORM, heading="Việc đã thực hiện", back=_url(line), lead=line
    )


def named(line: PlanLine) -> set[Record]:
    """The records named for a line."""
    return {row.record for row in Carried.objects.filter(line=line, unmade=None).select_related("record")}


def carry(line: PlanLine, chosen: set[Record], by: int | None) -> None:
    """These records carry out a line, and no others."""
    before = named(line)
    for record in chosen - before:
        planning.carry_out(line=line, record=record, by=by)
    for record in before - chosen:
        planning.not_by(line=line, record=record, by=by)


def among(request: HttpRequest, line: PlanLine) -> QuerySet[Record]:
    """The latest records of the union in the plan's days, and those named already."""
    plan = line.plan
    known = Carried.objects.filter(line=line, unmade=None).values("record")
    rows = records.visible(request.user).filter(unit=plan.unit, withdrawn=False)
    days = rows.filter(happened_on__gte=plan.first_on, happened_on__lte=min(plan.last_on, today()))
    latest = list(days.order_by("-happened_on", "-pk").values_list("pk", flat=True)[:MOST])
    every = [*latest, *known.values_list("record", flat=True)]
    return Record.objects.filter(pk__in=every).order_by("-happened_on", "-pk")


def changeable(request: HttpRequest, uid: uuid.UUID) -> PlanLine:
    """The line, if this person may change it."""
    line = queries.line_or_404(request.user, uid)
    writer(request, line.plan.unit)
    return line


def _url(line: PlanLine) -> str:
    return reverse("plan_line", args=[line.uid])
