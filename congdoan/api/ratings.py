"""Score sheets over HTTP: a union's of a year or of those under it, one with both scores; the schemes."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.accounts import access
from congdoan.base.period import today
from congdoan.ratings import queries, schemes, views
from congdoan.ratings.models import Criterion, Scheme, Sheet
from congdoan.ratings.points import said
from congdoan.records.achievements import usual_year

from . import answers, places
from .reports import A_FILE

router = Router(tags=["ratings"])
Year = Annotated[int | None, Query(ge=1990, le=2190)]


class CriterionOut(Schema):
    """One thing that is scored, by its place, and the most it gives. Points are decimals as text, "92,5"."""

    criterion: int
    part: str
    text: str
    most: str


class MarkOut(CriterionOut):
    """With the points it gave itself and those found; empty where there are none."""

    self_points: str
    self_note: str
    points: str
    note: str


class SchemeOut(Schema):
    """What unions, or groups, are scored by. `unit` is null of one for all; `limits` has the points of each level."""

    uid: str
    unit: str | None
    rated: str
    name: str
    basis: str
    first_year: int
    last_year: int
    limits: dict[str, str]


class SchemeWhole(SchemeOut):
    """With its criteria."""

    criteria: list[CriterionOut]


class SheetOut(Schema):
    """The scores of a union, or of a group in it, for a year."""

    uid: str
    unit: str
    group: str | None
    whose: str
    year: int
    scheme: str
    state: str
    self_grade: str
    grade: str


class SheetWhole(SheetOut):
    """With every criterion and both sums."""

    returned_why: str
    self_points: str
    points: str
    marks: list[MarkOut]


class OpenOut(Schema):
    """Who may still be scored for the year, by which scheme; `group` is null of the union itself."""

    scheme: str
    name: str
    group: str | None
    group_name: str


class YearOut(Schema):
    """A year: the sheets of the union and its groups, or those of the unions directly under it; who has none yet."""

    year: int
    sheets: list[SheetOut]
    open: list[OpenOut]


@router.get(
    "/units/{code}/rating-sheets",
    response={200: YearOut, **answers.ASKING},
    operation_id="rating_sheets",
    summary="Chấm điểm, xếp loại một năm",
)
def sheets(request: HttpRequest, code: str, year: Year = None) -> Any:
    """The sheets of a year; those that wait to be verified first."""
    unit, asked, day = places.unit(request, code), year or usual_year(), today()
    own = unit.kind.grassroots
    rows = list(queries.sheets_of(unit, asked) if own else queries.sheets_below(unit, asked, day))
    usable = schemes.in_force(unit, asked, day) if own and access.may_write(request.user, unit) else ()
    opened = queries.openings(unit, asked, usable, rows)
    return {"year": asked, "sheets": [_sheet(one) for one in rows], "open": [_open(one) for one in opened]}


@router.get(
    "/rating-sheets/{uid}",
    response={200: SheetWhole, **answers.ASKING},
    operation_id="rating_sheet",
    summary="Một bảng chấm điểm",
)
def sheet(request: HttpRequest, uid: str) -> Any:
    """A sheet: both scores of every criterion, the sums, the levels."""
    found = _seen(request, uid)
    marks = [
        {**_criterion(row.criterion), "self_points": row.own, "self_note": row.own_note, "points": row.found, "note": row.note}
        for part in queries.parts(found)
        for row in part.rows
    ]  # fmt: skip
    return {
        **_sheet(found),
        "returned_why": found.returned_why,
        **queries.sums(found),
        "marks": marks,
    }


@router.get(
    "/rating-sheets/{uid}/file/{form}",
    response=answers.ASKING,
    operation_id="rating_sheet_file",
    summary="Bảng chấm điểm: docx, xlsx",
    openapi_extra=A_FILE,
)
def sheet_file(request: HttpRequest, uid: str, form: str) -> Any:
    """The sheet to be signed, both scores side by side."""
    return views.sheet_file(request, uid, form)  # type: ignore[arg-type]


@router.get(
    "/units/{code}/rating-schemes",
    response={200: list[SchemeOut], **answers.ASKING},
    operation_id="rating_schemes",
    summary="Mẫu chấm điểm",
)
def list_schemes(request: HttpRequest, code: str) -> Any:
    """What a union is scored by, and has entered."""
    rows = schemes.for_unit(places.unit(request, code), today()).select_related("unit")
    return [_scheme(one) for one in rows]


@router.get(
    "/rating-schemes/{uid}",
    response={200: SchemeWhole, **answers.ASKING},
    operation_id="rating_scheme",
    summary="Một mẫu chấm điểm",
)
def scheme(request: HttpRequest, uid: str) -> Any:
    """A scheme with its criteria."""
    found = queries.scheme_or_404(request.user, uid, today())  # type: ignore[arg-type]
    return {**_scheme(found), "criteria": [_criterion(one) for one in found.criteria.all()]}


def _seen(request: HttpRequest, uid: str) -> Sheet:
    return queries.sheet_or_404(request.user, uid)  # type: ignore[arg-type]


def _sheet(one: Sheet) -> dict[str, Any]:
    return {
        "uid": str(one.uid),
        "unit": one.unit.code,
        "group": str(one.group.uid) if one.group else None,
        "scheme": str(one.scheme.uid),
        **{name: getattr(one, name) for name in ("whose", "year", "state", "self_grade", "grade")},
    }


def _open(one: queries.Open) -> dict[str, Any]:
    group = one.group
    return {
        "scheme": str(one.scheme.uid),
        "name": one.scheme.name,
        "group": str(group.uid) if group else None,
        "group_name": group.name if group else "",
    }


def _scheme(one: Scheme) -> dict[str, Any]:
    names = ("rated", "name", "basis", "first_year", "last_year")
    return {
        "uid": str(one.uid),
        "unit": one.unit.code if one.unit else None,
        **{name: getattr(one, name) for name in names},
        "limits": {limit.grade: said(limit.least) for limit in one.limits.all()},
    }


def _criterion(one: Criterion) -> dict[str, Any]:
    return {"criterion": one.position, "part": one.part, "text": one.text, "most": said(one.most)}
