"""Resolutions over HTTP: what a union resolved and how each target stands; what was handed down and how far it is below."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.base.period import Period
from congdoan.targets import below, goals, queries
from congdoan.targets.contract import as_target
from congdoan.targets.models import Assignment, Resolution
from congdoan.targets.rows import Row
from congdoan.targets.views import resolution_or_404, target_or_404

from . import answers, paging, places
from .answers import Page
from .reports import TargetOut

router = Router(tags=["targets"])


class ResolutionOut(Schema):
    """A resolution: of a congress for its `term`, or of a committee for the days it names."""

    uid: str
    unit: str
    title: str
    number: str
    signed_on: str
    signer: str
    term: str | None
    first_on: str
    last_on: str


class NamedTarget(TargetOut):
    """A target by its name in addresses. `by_hand`: people say how it stands, no figure does."""

    uid: str
    by_hand: bool
    said: str


class ShareOut(Schema):
    """What of a target a union below is to reach."""

    target: str
    unit: str
    value: float


class AssignmentOut(Schema):
    """A paper by which targets were handed down."""

    uid: str
    number: str
    signed_on: str
    shares: list[ShareOut]


class ResolutionWhole(ResolutionOut):
    """With its targets, what was handed down, and the day its score sheet was said to be final."""

    targets: list[NamedTarget]
    assignments: list[AssignmentOut]
    confirmed_on: str | None


class BelowOut(Schema):
    """A union below: what was handed down to it, by its own figures; what its own last score sheet said."""

    unit: str
    targets: list[NamedTarget]
    met: int
    of: int
    confirmed_on: str | None


@router.get(
    "/units/{code}/resolutions",
    response={200: list[ResolutionOut], **answers.ASKING},
    operation_id="resolutions",
    summary="Các nghị quyết",
)
def resolutions(request: HttpRequest, code: str) -> Any:
    """The resolutions of a union, the newest first."""
    return [_told(one) for one in queries.resolutions(places.unit(request, code))]


@router.get(
    "/resolutions/{uid}",
    response={200: ResolutionWhole, **answers.ASKING},
    operation_id="resolution",
    summary="Một nghị quyết, bảng điểm",
)
def resolution(request: HttpRequest, uid: str) -> Any:
    """Its targets, each with its result and verdict on its last day, or today while it runs."""
    found = resolution_or_404(request, uid)  # type: ignore[arg-type]
    papers = found.assignments.filter(unmade=None).order_by("signed_on", "pk")
    confirmed = found.confirmations.filter(unmade=None).first()
    return {
        **_told(found),
        "targets": [_target(row) for row in queries.score_sheet(found)],
        "assignments": [_assignment(one) for one in papers],
        "confirmed_on": confirmed.judged_on.isoformat() if confirmed else None,
    }


@router.get(
    "/targets/{uid}",
    response={200: NamedTarget, **answers.ASKING},
    operation_id="target",
    summary="Một chỉ tiêu",
)
def target(request: HttpRequest, uid: str) -> Any:
    """A target that stands, with its result and verdict."""
    one = target_or_404(request, uid)  # type: ignore[arg-type]
    goal = goals.own(one, one.resolution)
    (row,) = queries.judged([goal], queries.day_of(one.resolution.period, None))
    return _target(row)


@router.get(
    "/resolutions/{uid}/below",
    response={200: Page[BelowOut], **answers.ASKING},
    operation_id="targets_below",
    summary="Chỉ tiêu đã giao cấp dưới",
)
def targets_below(request: HttpRequest, uid: str, cursor: str | None = None) -> Any:
    """The unions below, by name, against what was handed down to each."""
    found, skipped = resolution_or_404(request, uid), paging.offset(cursor)  # type: ignore[arg-type]
    units = below.units(found)
    shown, more = units[skipped : skipped + paging.SIZE], len(units) > skipped + paging.SIZE
    return {
        "items": [_below(line) for line in below.matrix(found, shown)],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


@router.get(
    "/units/{code}/assigned",
    response={200: list[NamedTarget], **answers.ASKING},
    operation_id="assigned",
    summary="Chỉ tiêu cấp trên giao",
)
def assigned(request: HttpRequest, code: str, period: str) -> Any:
    """What unions above handed down to this one for a period, judged by its own figures."""
    return [_target(row) for row in queries.assigned(places.unit(request, code), Period.parse(period))]


def _told(one: Resolution) -> dict[str, Any]:
    return {
        "uid": str(one.uid),
        "unit": one.unit.code,
        **{name: getattr(one, name) for name in ("title", "number", "signer")},
        "signed_on": one.signed_on.isoformat(),
        "term": str(one.term.uid) if one.term else None,
        "first_on": one.first.isoformat(),
        "last_on": one.last.isoformat(),
    }


def _target(row: Row) -> dict[str, Any]:
    one = row.target
    return {**as_target(row), "uid": str(one.uid), "by_hand": one.by_hand, "said": row.sentence}


def _assignment(one: Assignment) -> dict[str, Any]:
    rows = one.shares.filter(target__unmade=None).select_related("unit", "target")
    shares = [
        {"target": str(row.target.uid), "unit": row.unit.code, "value": float(row.value)} for row in rows
    ]
    return {
        "uid": str(one.uid),
        "number": one.number,
        "signed_on": one.signed_on.isoformat(),
        "shares": shares,
    }


def _below(line: below.Line) -> dict[str, Any]:
    confirmed = line.sheet.judged_on.isoformat() if line.sheet else None
    return {
        "unit": line.unit.code,
        "targets": [_target(row) for row in line.cells if row],
        "met": line.met,
        "of": line.of,
        "confirmed_on": confirmed,
    }
