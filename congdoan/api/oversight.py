"""Inspections over HTTP: plans and how far they are, who is covered.

An inspection itself is a record of the kind `inspection`.
"""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import under
from congdoan.oversight import actions, coverage, queries, views
from congdoan.oversight.answering import overseer
from congdoan.oversight.forms import ApproveForm, LinesForm, PlanForm, WhyForm
from congdoan.oversight.models import Plan, PlanLine
from congdoan.oversight.progress import Meant, progress

from . import answers, places
from .acting import Act, expose

router = Router(tags=["oversight"])


class InspectionPlanOut(Schema):
    """A plan of a year or a term. It counts once approved, under a number."""

    uid: str
    unit: str
    sort: str
    title: str
    first_on: str
    last_on: str
    number: str
    approved_on: str | None
    planned: int
    done: int
    late: int


class PlannedOut(Schema):
    """One inspection meant. `state`: done, late or open; `record`: the inspection that carried it out."""

    uid: str
    union: str
    subject: str
    first_on: str
    last_on: str
    state: str
    record: str | None


class InspectionPlanWhole(InspectionPlanOut):
    """A plan with its inspections."""

    inspections: list[PlannedOut]


class CoveredOut(Schema):
    """A union right below: how often in the term and when last inspected, why it should come first."""

    union: str
    times: int
    last_on: str | None
    risk: int
    reasons: list[str]


@router.get(
    "/units/{code}/inspection-plans",
    response={200: list[InspectionPlanOut], **answers.ASKING},
    operation_id="inspection_plans",
    summary="Kế hoạch kiểm tra",
)
def plans(request: HttpRequest, code: str) -> Any:
    """The plans of a union, the newest first, with how far each is."""
    return [_plan(one) for one in queries.plans(places.unit(request, code))]


@router.get(
    "/inspection-plans/{uid}",
    response={200: InspectionPlanWhole, **answers.ASKING},
    operation_id="inspection_plan",
    summary="Một kế hoạch kiểm tra",
)
def plan(request: HttpRequest, uid: str) -> Any:
    """A plan: its inspections, with how each stands today."""
    found = queries.plan_or_404(request.user, uid)  # type: ignore[arg-type]
    return {**_plan(found), "inspections": [_meant(one) for one in progress(found, today()).meant]}


@router.get(
    "/units/{code}/coverage",
    response={200: list[CoveredOut], **answers.ASKING},
    operation_id="coverage",
    summary="Đã kiểm tra cấp dưới",
)
def covered(request: HttpRequest, code: str, left: bool = False) -> Any:
    """Who right below was inspected in the term; only who was not (`left`). Who should come first comes first."""
    unit, day = places.unit(request, code), today()
    days = views.term_of(unit, day)
    rows = coverage.coverage(unit, days.first, days.last, day)
    return [_covered(one) for one in (coverage.left(rows) if left else rows)]


def _overseen(request: HttpRequest, code: str) -> Unit:
    return overseer(request, places.unit(request, code))


def _filling(request: HttpRequest, found: Plan) -> dict[str, Any]:
    return {"plan": found, "among": under(found.unit, today())}


def _begin(unit: Unit, form: Any, by: int) -> Plan:
    said = form.cleaned_data
    return actions.begin_plan(unit=unit, sort=said["sort"], uid=said["uid"], by=by, **form.days())


def _approve(found: Plan, form: Any, by: int) -> None:
    actions.approve_plan(plan=found, by=by, **form.cleaned_data)


def _add(found: Plan, form: Any, by: int) -> None:
    said = form.cleaned_data
    actions.add_lines(plan=found, unions=list(said["unions"]), subject=said["subject"], by=by, **form.days())


def _drop(line: PlanLine, form: Any, by: int) -> None:
    actions.drop_line(line=line, by=by, **form.cleaned_data)


ACTS = (
    Act("/units/{code}/inspection-plans", "plan_inspections", "Lập kế hoạch kiểm tra", _overseen, PlanForm, _begin),
    Act("/inspection-plans/{uid}/approve", "approve_plan", "Duyệt kế hoạch kiểm tra", views.planned, ApproveForm, _approve),
    Act("/inspection-plans/{uid}/add", "add_planned", "Thêm cuộc kiểm tra vào kế hoạch", views.planned, LinesForm, _add, _filling),
    Act("/planned-inspections/{uid}/drop", "drop_planned", "Bỏ khỏi kế hoạch", views.line_of, WhyForm, _drop),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "oversight")


def _plan(one: Plan) -> dict[str, Any]:
    how = progress(one, today())
    return {
        "uid": str(one.uid),
        "unit": one.unit.code,
        "sort": one.sort,
        "title": str(one),
        "first_on": one.first_on.isoformat(),
        "last_on": one.last_on.isoformat(),
        "number": one.number,
        "approved_on": one.approved_on.isoformat() if one.approved_on else None,
        "planned": len(how.meant),
        "done": how.done,
        "late": how.late,
    }


def _meant(one: Meant) -> dict[str, Any]:
    line = one.line
    return {
        "uid": str(line.uid),
        "union": line.union.code,
        "subject": line.subject,
        "first_on": line.first_on.isoformat(),
        "last_on": line.last_on.isoformat(),
        "state": one.state,
        "record": str(one.visit.record.uid) if one.visit else None,
    }


def _covered(one: coverage.Covered) -> dict[str, Any]:
    last_on = one.last_on.isoformat() if one.last_on else None
    reasons = [reason for reason, _ in one.reasons]
    return {
        "union": one.union.code, "times": one.times, "last_on": last_on, "risk": one.risk, "reasons": reasons,
    }  # fmt: skip
