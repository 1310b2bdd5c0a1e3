"""Kế hoạch, chương trình: the plans of a union; one plan with how far each line is; its Word file."""

import uuid
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.answering import answered, unit_of, writer
from congdoan.base.downloads import download
from congdoan.base.period import today
from congdoan.base.table import Table

from . import planning, queries, tables
from .forms import ChangePlanForm, PlanForm, WhyForm, year_of
from .models import Plan
from .printing import plan_paper
from .progress import DONE, LABELS, LATE, Standing, lines_of, run_of, standing

asked = require_http_methods(["GET", "HEAD", "POST"])
FORM = "papers/plan_form.html"


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """The plans of a union, the newest first, with how far each is."""
    unit = unit_of(request)
    rows = [(plan, _progress(standing(lines_of(plan), today()))) for plan in queries.plans(unit)]
    if exports.asked(request):
        return exports.handed(request, "ke-hoach", unit, Table("Kế hoạch, chương trình", tables.PLANS, rows))
    context = {"unit": unit, "rows": rows, "writes": access.may_write(request.user, unit)}
    return render(request, "papers/plans.html", context)


@asked
def plan_new(request: HttpRequest) -> HttpResponse:
    """Begin a plan; the form offers that of this year, or of the next from October on."""
    unit, day = writer(request, unit_of(request)), today()
    initial = year_of(day.replace(year=day.year + 1, day=1) if day.month > 9 else day)
    form = PlanForm(request.POST or None, papers=queries.issued(unit), initial=initial)

    def act(said: dict[str, Any]) -> str:
        return reverse("plan", args=[planning.begin_plan(unit=unit, by=request.user.pk, **said).uid])

    done = "Đã lập; hãy thêm các việc."
    return answered(request, form, act, template=FORM, heading="Lập kế hoạch", back=reverse("plans"), done=done, unit=unit)  # fmt: skip


@require_safe
def plan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A plan: its lines, which are done, late, open; narrowed to one of these."""
    found = queries.plan_or_404(request.user, uid)
    day, chosen = _asked_day(request), request.GET.get("tt", "")
    every = standing(lines_of(found), day)
    rows = [one for one in every if chosen in ("", one.state)]
    if exports.asked(request):
        about = [f"Tính đến ngày {day:%d/%m/%Y}", LABELS.get(chosen, "")]
        table = Table(str(found), tables.LINES, rows)
        return exports.handed(
            request, f"ke-hoach-{found.first_on:%Y}", found.unit, table, about=about, of=uid
        )
    context = {
        "plan": found, "rows": rows, "progress": _progress(every),
        "labels": LABELS, "chosen": chosen, "writes": access.may_write(request.user, found.unit),
        "period": run_of(found, day), "day": day, "past": day < today(),
    }  # fmt: skip
    return render(request, "papers/plan.html", context)


@require_safe
def plan_word(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The plan as a Word file, in official form."""
    found = queries.plan_or_404(request.user, uid)
    name = f"ke-hoach-{found.first_on:%Y}-{found.unit.code}.docx"
    return download(plan_paper(found, today()), name)


@asked
def plan_change(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say a plan anew, and which paper it was issued by."""
    found = changeable(request, uid)
    form = ChangePlanForm(request.POST or None, **told(found))

    def act(said: dict[str, Any]) -> str:
        planning.change_plan(plan=found, by=request.user.pk, **said)
        return reverse("plan", args=[uid])

    back = reverse("plan", args=[uid])
    return answered(request, form, act, template=FORM, heading=f"Sửa: {found}", back=back)


@asked
def plan_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a plan back."""
    found = changeable(request, uid)

    def act(said: dict[str, Any]) -> str:
        planning.drop_plan(plan=found, by=request.user.pk, **said)
        return reverse("plans")

    back = reverse("plan", args=[uid])
    form = WhyForm(request.POST or None)
    return answered(
        request,
        form,
        act,
        template=FORM,
        heading=f"Bỏ: {found}",
        back=back,
        button="Bỏ kế hoạch",
        danger=True,
    )


def told(found: Plan) -> dict[str, Any]:
    """What the form over a plan begins with, and the papers it may name."""
    initial = {name: getattr(found, name) for name in ChangePlanForm.base_fields}
    initial["paper"] = found.paper.uid if found.paper else None
    return {"papers": queries.issued(found.unit), "initial": initial}


def changeable(request: HttpRequest, uid: uuid.UUID) -> Plan:
    """The plan, if this person may change it."""
    found = queries.plan_or_404(request.user, uid)
    writer(request, found.unit)
    return found


def _asked_day(request: HttpRequest) -> date:
    """As of which day the plan is looked at: today, or one past."""
    try:
        return min(date.fromisoformat(request.GET.get("ngay", "")), today())
    except ValueError:
        return today()


def _progress(rows: list[Standing]) -> dict[str, int]:
    """How many lines are done and late, of how many."""
    states = [row.state for row in rows]
    return {"done": states.count(DONE), "late": states.count(LATE), "all": len(rows)}
