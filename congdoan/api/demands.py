"""What inspections ask to be mended, over HTTP: how it stands, what became of it; the papers of an inspection."""

from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.base.period import today
from congdoan.oversight import following, queries
from congdoan.oversight.forms import FollowUpForm, WhyForm
from congdoan.oversight.models import FollowUp
from congdoan.oversight.views_findings import demands_seen, followed_by, inspection_paper, taking_back
from congdoan.records.inspections import Demand

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .reports import A_FILE

router = Router(tags=["oversight"])
State = Literal["open", "late", "mended", "all"]


class FollowedOut(Schema):
    """What was said of a demand."""

    uid: str
    state: str
    on: str
    recovered: int
    proof: str


class DemandOut(Schema):
    """What an inspection asks to be mended, by which union, by when; the last word on it first. `state` is that of the
    last word, empty while there is none."""

    inspection: str
    demand: str
    what: str
    union: str
    due_on: str
    amount: int
    state: str
    late: bool
    recovered: int
    said: list[FollowedOut]


@router.get(
    "/units/{code}/demands",
    response={200: Page[DemandOut], **answers.ASKING},
    operation_id="demands",
    summary="Kiến nghị sau kiểm tra",
)
def demands(request: HttpRequest, code: str, state: State = "open", cursor: str | None = None) -> Any:
    """What is to be mended in a union and under it, or was asked for by it; the soonest due first."""
    rows = _chosen(queries.demands_of(places.unit(request, code), today()), state)
    skipped = paging.offset(cursor)
    found = list(rows[skipped : skipped + paging.SIZE + 1])
    more = len(found) > paging.SIZE
    return {
        "items": [_demand(one) for one in queries.findings(found[: paging.SIZE], today())],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


@router.get(
    "/inspections/{uid}/demands",
    response={200: list[DemandOut], **answers.ASKING},
    operation_id="inspection_demands",
    summary="Kiến nghị của một cuộc kiểm tra",
)
def demands_of(request: HttpRequest, uid: str) -> Any:
    """What one inspection asks for, for who inspected and for who is to mend it."""
    rows = demands_seen(request, uid)  # type: ignore[arg-type]
    return [_demand(one) for one in queries.findings(rows, today())]


@router.get(
    "/inspections/{uid}/file/{paper}",
    response=answers.ASKING,
    operation_id="inspection_file",
    summary="Biên bản, thông báo kết luận kiểm tra, tệp Word",
    openapi_extra=A_FILE,
)
def inspection_file(request: HttpRequest, uid: str, paper: str) -> Any:
    """`inspection_minutes` or `inspection_notice`."""
    return inspection_paper(request, uid, paper)  # type: ignore[arg-type]


def _following(request: HttpRequest, about: tuple[Demand, bool]) -> dict[str, Any]:
    demand, inspects = about
    return {"inspects": inspects, "money": bool(demand.amount)}


def _follow_up(about: tuple[Demand, bool], form: Any, by: int) -> FollowUp:
    said = dict(form.cleaned_data)
    recovered = said.pop("recovered", None) or 0
    return following.follow_up(demand=about[0], by=by, recovered=recovered, **said)


def _take_back(about: tuple[FollowUp, Demand], form: Any, by: int) -> FollowUp:
    following.take_back(said=about[0], by=by, **form.cleaned_data)
    return about[0]


ACTS = (
    Act(
        "/inspections/{uid}/demands/{demand}/follow-up", "follow_up", "Phúc tra, báo đã khắc phục",
        followed_by, FollowUpForm, _follow_up, _following,
    ),
    Act("/follow-ups/{uid}/take-back", "take_back_follow_up", "Bỏ lần phúc tra ghi nhầm", taking_back, WhyForm, _take_back),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "oversight")


def _chosen(rows: QuerySet[Demand], state: str) -> QuerySet[Demand]:
    if state == "all":
        return rows
    if state == "mended":
        return queries.mended_ones(rows)
    rows = queries.open_ones(rows)
    return rows.filter(due_on__lt=today()) if state == "late" else rows


def _demand(one: queries.Finding) -> dict[str, Any]:
    demand = one.demand
    return {
        "inspection": str(demand.record.uid),
        "demand": demand.key,
        "what": demand.what,
        "union": demand.union.code,
        "due_on": demand.due_on.isoformat(),
        "amount": demand.amount,
        "state": one.state,
        "late": one.late,
        "recovered": one.recovered,
        "said": [_followed(said) for said in one.said],
    }


def _followed(one: FollowUp) -> dict[str, Any]:
    names = ("state", "recovered", "proof")
    return {
        "uid": str(one.uid), "on": one.on.isoformat(), **{name: getattr(one, name) for name in names},
    }  # fmt: skip
