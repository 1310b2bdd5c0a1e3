"""Kiểm tra, giám sát: the room's first page; the plan, its lines, who is covered."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import exports, state
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.officers.queries import term_on
from congdoan.org.models import Unit
from congdoan.org.queries import under
from congdoan.records.filling import UNIONS
from congdoan.records.kinds.inspection import INSPECTION
from congdoan.records.rights import may_write

from . import actions, coverage, queries, tables
from .answering import answered, overseer, oversees, unit_of
from .forms import ApproveForm, LinesForm, PlanForm, WhyForm, window_said
from .models import Complaint, Plan, PlanLine
from .progress import Meant, progress

asked = require_http_methods(["GET", "HEAD", "POST"])
FEW = 6  # of a list, on the first page


@dataclass(frozen=True)
class Days:
    """The days coverage is asked for, and what they are called."""

    first: date
    last: date
    label: str


@require_safe
def oversight(request: HttpRequest) -> HttpResponse:
    """How far the year's plan is, what is due, who is covered, where complaints stand."""
    unit, day = unit_of(request), today()
    plan = queries.plans(unit).filter(sort="year", first_on__lte=day, last_on__gte=day).first()
    days, demands = term_of(unit, day), queries.demands_of(unit, day)
    covered = coverage.coverage(unit, days.first, days.last, day)
    findings = queries.findings(queries.open_ones(demands)[:FEW], day)
    context = {
        "unit": unit, "year": day.year, "plan": plan, "progress": progress(plan, day) if plan else None,
        "due": queries.due([unit], day)[:FEW], "days": days, "covered": covered,
        "left": coverage.left(covered)[:FEW], "inspected": len(covered) - len(coverage.left(covered)),
        "findings": findings, "open_demands": queries.open_ones(demands).count(), "today": day,
        "oversees": oversees(request, unit), "complaints": _complaints(request, unit),
        "writes": may_write(request, unit, INSPECTION),
    }  # fmt: skip
    return render(request, "oversight/oversight.html", context)


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """The plans of the union, year by year."""
    unit = unit_of(request)
    rows = [(plan, progress(plan, today())) for plan in queries.plans(unit)]
    if exports.asked(request):
        return exports.handed(
            request, "ke-hoach-kiem-tra", unit, Table("Kế hoạch kiểm tra", tables.PLANS, rows)
        )
    return render(
        request, "oversight/plans.html", {"unit": unit, "rows": rows, "oversees": oversees(request, unit)}
    )


@asked
def plan_new(request: HttpRequest) -> HttpResponse:
    """Begin a plan."""
    unit = overseer(request, unit_of(request))
    form = PlanForm(request.POST or None, initial={"year": today().year})

    def act(said: dict[str, Any]) -> str:
        by = request.user.pk
        plan = actions.begin_plan(unit=unit, sort=said["sort"], by=by, uid=said["uid"], **form.days())
        return reverse("inspection_plan", args=[plan.uid])

    heading, done = "Lập kế hoạch kiểm tra", "Đã lập; hãy thêm các cuộc kiểm tra."
    return answered(
        request, form, act, heading=heading, back=reverse("inspection_plans"), done=done, unit=unit
    )


@require_safe
def plan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A plan: its inspections with how each stands."""
    found = queries.plan_or_404(request.user, uid)
    how = progress(found, today())
    if exports.asked(request):
        table = Table(str(found), tables.PLAN, how.meant)
        about = [
            f"Số {found.number}" if found.number else "Dự thảo",
            f"Đã làm {how.done}/{len(how.meant)} cuộc",
        ]
        name = f"ke-hoach-kiem-tra-{found.first_on.year}"
        return exports.handed(request, name, found.unit, table, about=about, of=found.uid)
    rows = [
        (one, window_said(found, one.line.first_on, one.line.last_on), record_url(one)) for one in how.meant
    ]
    changes = {
        "oversees": oversees(request, found.unit),
        "writes": may_write(request, found.unit, INSPECTION),
    }
    context = {"plan": found, "progress": how, "rows": rows, **changes}
    return render(request, "oversight/plan.html", context)


@asked
def plan_approve(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The executive committee approves it."""
    found = planned(request, uid)
    form = ApproveForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        actions.approve_plan(plan=found, by=request.user.pk, **said)
        return reverse("inspection_plan", args=[uid])

    back = reverse("inspection_plan", args=[uid])
    return answered(request, form, act, heading=f"Duyệt {str(found).lower()}", back=back, button="Duyệt")


@asked
def plan_lines(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Put inspections into a plan: unions chosen among those below, who should come first on top."""
    found = planned(request, uid)
    day, days = today(), term_of(found.unit, today())
    among = under(found.unit, day)
    chosen = {"unions": request.GET.getlist("cd-duoc-chon")}
    form = LinesForm(request.POST or None, plan=found, among=among, initial=chosen)

    def act(said: dict[str, Any]) -> str:
        unions, subject = list(said["unions"]), said["subject"]
        actions.add_lines(plan=found, unions=unions, subject=subject, by=request.user.pk, **form.days())
        return reverse("inspection_plan", args=[uid])

    covered = coverage.coverage(found.unit, days.first, days.last, day)
    codes = set(request.POST.getlist("unions") or chosen["unions"])
    more: dict[str, Any] = {
        "covered": covered,
        "own": found.unit,
        "days": days,
        "codes": codes,
        "plan": found,
    }
    back = reverse("inspection_plan", args=[uid])
    heading = f"Thêm vào {str(found).lower()}"
    return answered(request, form, act, heading=heading, back=back, template="oversight/lines.html", **more)


@asked
def plan_line_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take an inspection out of a plan."""
    line = line_of(request, uid)
    found = line.plan
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        actions.drop_line(line=line, by=request.user.pk, **said)
        return reverse("inspection_plan", args=[found.uid])

    heading = f"Bỏ khỏi kế hoạch: {line.get_subject_display().lower()}, {line.union.name}"
    back = reverse("inspection_plan", args=[found.uid])
    return answered(request, form, act, heading=heading, back=back, button="Bỏ khỏi kế hoạch", danger=True)


@require_safe
def covered(request: HttpRequest) -> HttpResponse:
    """Who was inspected in the term and who is left, who should come first on top."""
    unit, day = unit_of(request), today()
    days = term_of(unit, day)
    rows = coverage.coverage(unit, days.first, days.last, day)
    only_left = "con-lai" in request.GET
    shown = coverage.left(rows) if only_left else rows
    if exports.asked(request):
        about = [days.label, "chưa kiểm tra" if only_left else ""]
        table = Table("Đã kiểm tra cấp dưới", tables.COVERAGE, shown)
        return exports.handed(request, "kiem-tra-cap-duoi", unit, table, about=about)
    context = {
        "unit": unit, "days": days, "rows": shown, "all": len(rows),
        "left": len(coverage.left(rows)), "only_left": only_left,
        "plan": queries.plans(unit).filter(sort="year", last_on__gte=day).first() if oversees(request, unit) else None,
    }  # fmt: skip
    return render(request, "oversight/coverage.html", context)


def term_of(unit: Unit, day: date) -> Days:
    """The term the union is in, or the last five years where none is written down."""
    term = term_on(unit, day)
    if term is None:
        return Days(date(day.year - 4, 1, 1), date(day.year, 12, 31), "5 năm gần đây")
    return Days(term.from_on, max(term.to_on - timedelta(days=1), day), str(term))


def record_url(one: Meant) -> str:
    """The form that records an inspection meant, its choices made."""
    level = "own" if one.own else "lower"
    query = f"{state.UNIT}={one.line.plan.unit.code}&subject={one.line.subject}&level={level}"
    query += "" if one.own else f"&{UNIONS}={one.line.union.code}"
    return f"{reverse('record_form', args=['inspection'])}?{query}"


def line_of(request: HttpRequest, uid: uuid.UUID) -> PlanLine:
    """The line of a plan, if this person may change the plan."""
    line = PlanLine.objects.filter(uid=uid, unmade=None).select_related("plan__unit", "union").first()
    if line is None:
        raise NotHere("Không có dòng kế hoạch nào ở địa chỉ này.")
    planned(request, line.plan.uid)
    return line


def planned(request: HttpRequest, uid: uuid.UUID) -> Plan:
    """The plan, if this person may change it."""
    found = queries.plan_or_404(request.user, uid)
    overseer(request, found.unit)
    return found


def _complaints(request: HttpRequest, unit: Unit) -> list[tuple[str, str, int]]:
    """How many complaints stand in each state: its value, its name, the count."""
    if not oversees(request, unit):
        return []
    rows = list(queries.complaints_of(request.user, unit, today()).order_by().values_list("state", flat=True))
    counted = [(value, label, rows.count(value)) for value, label in Complaint.State.choices]
    return [one for one in counted if one[2]]
