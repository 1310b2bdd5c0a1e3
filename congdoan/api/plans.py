"""Plans over HTTP: what a union means to do, how far each line is, and the forms over plans and lines."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.papers import history, planning, queries, views_lines, views_plans
from congdoan.papers.forms import (
    AmendLineForm,
    CarryForm,
    ChangePlanForm,
    LineDoneForm,
    LineForm,
    PlanForm,
    WhyForm,
    said_of,
)
from congdoan.papers.models import Plan, PlanLine
from congdoan.papers.progress import Standing, lines_of, standing

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .papers import acted
from .records import Acted
from .telling import WORD, a_file, told

router = Router(tags=["plans"])


class PlanOut(Schema):
    """A plan; `paper` is it as issued."""

    uid: str
    unit: str
    sort: str
    title: str
    first_on: str
    last_on: str
    paper: str | None


class PlanLineOut(Schema):
    """One thing to do. `state` is `done`, `late` or `open`; `done` how many of `quantity` were done, as the figure of its
    indicator counts them or as records are named for it. `source`: the uid of the meeting that asked for it."""

    uid: str
    what: str
    who: str
    due_on: str
    indicator: str | None
    quantity: int | None
    source: str | None
    done_on: str | None
    state: str
    done: int
    records: list[str]


class PlanWhole(PlanOut):
    """A plan with its lines, the soonest due first."""

    grounds: str
    aims: str
    lines: list[PlanLineOut]


class PlanLineWhole(PlanLineOut):
    """A line with its plan, and what it said before."""

    plan: str
    acts: list[Acted]


@router.get(
    "/units/{code}/plans",
    response={200: Page[PlanOut], **answers.ASKING},
    operation_id="plans",
    summary="Kế hoạch, chương trình",
)
def list_plans(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """The plans of a union, the newest first."""
    rows = queries.plans(places.unit(request, code)).select_related("unit", "paper")
    found, after = paging.paged(rows, ("-first_on", "sort", "pk"), cursor)
    return {"items": [told(one, PlanOut) for one in found], "next": after}


@router.get(
    "/plans/{uid}", response={200: PlanWhole, **answers.ASKING}, operation_id="plan", summary="Một kế hoạch"
)
def one_plan(request: HttpRequest, uid: str, on: str | None = None) -> Any:
    """A plan and how its lines stand today, or stood on a day past."""
    found = queries.plan_or_404(request.user, uid)  # type: ignore[arg-type]
    rows = standing(lines_of(found), min(places.day(on), today()))
    return told(found, PlanWhole, lines=[_line(row) for row in rows])


@router.get(
    "/plans/{uid}/file",
    response=answers.ASKING,
    operation_id="plan_file",
    summary="Tệp Word của kế hoạch",
    openapi_extra=a_file(WORD),
)
def plan_file(request: HttpRequest, uid: str) -> HttpResponse:
    """The plan as a Word file, in official form."""
    return views_plans.plan_word(request, uid)  # type: ignore[arg-type]


@router.get(
    "/plan-lines/{uid}",
    response={200: PlanLineWhole, **answers.ASKING},
    operation_id="plan_line",
    summary="Một việc trong kế hoạch",
)
def one_line(request: HttpRequest, uid: str) -> Any:
    """A line: how it stands, the records that carried it out, what it said before."""
    found = queries.line_or_404(request.user, uid)  # type: ignore[arg-type]
    (row,) = standing([found], today())
    versions = list(found.versions.select_related("posting").order_by("pk"))
    acts = [acted(act) for act in history.of_line(versions)]
    return {**_line(row), "plan": str(found.plan.uid), "acts": acts}


def _line(row: Standing) -> dict[str, Any]:
    indicator = row.indicator.code if row.indicator else None
    records = [str(one.uid) for one in row.records]
    return told(row.line, PlanLineOut, indicator=indicator, state=row.state, done=row.done, records=records)


def _begin(unit: Unit, form: Any, by: int) -> Plan:
    return planning.begin_plan(unit=unit, by=by, **form.cleaned_data)


def _change(found: Plan, form: Any, by: int) -> None:
    planning.change_plan(plan=found, by=by, **form.cleaned_data)


def _drop(found: Plan, form: Any, by: int) -> None:
    planning.drop_plan(plan=found, by=by, **form.cleaned_data)


def _add(found: Plan, form: Any, by: int) -> PlanLine:
    return planning.add_line(plan=found, by=by, **form.cleaned_data)


def _change_line(found: PlanLine, form: Any, by: int) -> None:
    planning.change_line(line=found, by=by, **form.cleaned_data)


def _drop_line(found: PlanLine, form: Any, by: int) -> None:
    planning.drop_line(line=found, by=by, **form.cleaned_data)


def _finish_line(found: PlanLine, form: Any, by: int) -> None:
    planning.finish(line=found, by=by, **form.cleaned_data)


def _carry(found: PlanLine, form: Any, by: int) -> None:
    views_lines.carry(found, set(form.cleaned_data["records"]), by)


def _offered(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"papers": queries.issued(unit)}


def _as_said(request: HttpRequest, found: Plan) -> dict[str, Any]:
    return views_plans.told(found)


def _line_as_said(request: HttpRequest, found: PlanLine) -> dict[str, Any]:
    return {"initial": said_of(found)}


def _done_on(request: HttpRequest, found: PlanLine) -> dict[str, Any]:
    return {"initial": {"on": found.done_on or today()}}


def _among(request: HttpRequest, found: PlanLine) -> dict[str, Any]:
    named = [str(one.uid) for one in views_lines.named(found)]
    return {"among": views_lines.among(request, found), "initial": {"records": named}}


PLAN: Any = views_plans.changeable
LINE: Any = views_lines.changeable
ACTS = (
    Act("/units/{code}/plans", "begin_plan", "Lập kế hoạch", places.written, PlanForm, _begin, _offered),
    Act(
        "/plans/{uid}/change",
        "change_plan",
        "Sửa kế hoạch",
        PLAN,
        ChangePlanForm,
        _change,
        _as_said,
        stays=True,
    ),
    Act("/plans/{uid}/drop", "drop_plan", "Bỏ kế hoạch", PLAN, WhyForm, _drop),
    Act("/plans/{uid}/lines", "add_plan_line", "Thêm việc vào kế hoạch", PLAN, LineForm, _add),
    Act(
        "/plan-lines/{uid}/change",
        "change_plan_line",
        "Sửa việc trong kế hoạch",
        LINE,
        AmendLineForm,
        _change_line,
        _line_as_said,
        stays=True,
    ),
    Act("/plan-lines/{uid}/drop", "drop_plan_line", "Bỏ việc khỏi kế hoạch", LINE, WhyForm, _drop_line),
    Act(
        "/plan-lines/{uid}/finish",
        "finish_plan_line",
        "Đánh dấu việc đã xong; ngày để trống là chưa",
        LINE,
        LineDoneForm,
        _finish_line,
        _done_on,
    ),
    Act(
        "/plan-lines/{uid}/records",
        "carry_out_plan_line",
        "Việc đã ghi thực hiện dòng này",
        LINE,
        CarryForm,
        _carry,
        _among,
    ),
)
for _act in ACTS:
    expose(router, _act, "plans")
