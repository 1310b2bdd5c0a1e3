"""Officers over HTTP: who holds which post on a day, terms, committees, groups, and the forms over them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.officers import actions, changing, committees, paper, queries
from congdoan.officers import groups as parts
from congdoan.officers.forms import (
    AppointForm,
    CutForm,
    ElectForm,
    GroupForm,
    ReleaseForm,
    StrikeForm,
    TermForm,
)
from congdoan.officers.models import Committee, Group, Post, Term
from congdoan.org.models import Unit

from . import answers, places
from .acting import Act, expose
from .telling import WORD, a_file, told

router = Router(tags=["officers"])


class PostOut(Schema):
    """Somebody holds a post; `to_on` is the first day without it, null while it lasts."""

    uid: str
    person: str
    name: str
    role: str
    label: str
    full_time: bool
    from_on: str
    to_on: str | None


class BenchOut(Schema):
    """People who sit together under a heading; `committee` is null of those in none."""

    heading: str
    committee: str | None
    posts: list[PostOut]


class TermOut(Schema):
    """A term. `to_on` is its end as planned until `ended`."""

    uid: str
    number: str
    from_on: str
    to_on: str
    years: int
    ended: bool
    why: str


class GroupOut(Schema):
    """A part of a grassroots union and who leads it."""

    uid: str
    name: str
    sort: str
    within: str | None
    from_on: str
    to_on: str | None
    posts: list[PostOut]


@router.get(
    "/units/{code}/officers",
    response={200: list[BenchOut], **answers.ASKING},
    operation_id="officers",
    summary="Cán bộ công đoàn trong một ngày",
)
def officers(request: HttpRequest, code: str, on: str | None = None) -> Any:
    """Everybody in office on a day, by committee, the highest first."""
    unit = places.unit(request, code)
    return [
        told(
            bench, BenchOut, committee=str(bench.body.uid) if bench.body else None, posts=_posts(bench.posts)
        )
        for bench in queries.benches(unit, places.day(on))
    ]


@router.get(
    "/units/{code}/officers/file",
    response=answers.ASKING,
    operation_id="officers_file",
    summary="Danh sách trích ngang cán bộ, tệp Word",
    openapi_extra=a_file(WORD),
)
def officers_file(request: HttpRequest, code: str, on: str | None = None) -> HttpResponse:
    """The list of those in office on a day, to print."""
    unit, day = places.unit(request, code), places.day(on)
    posts = [post for post in queries.posts_on(unit, day) if post.group_id is None]
    if not posts:
        raise NotHere(f"Ngày {day:%d/%m/%Y} {unit.name} chưa ghi chức vụ nào để in.")
    return download(paper.of_officers(unit, day, posts), f"trich-ngang-{unit.code}-{day.isoformat()}.docx")


@router.get(
    "/units/{code}/terms",
    response={200: list[TermOut], **answers.ASKING},
    operation_id="terms",
    summary="Nhiệm kỳ",
)
def terms(request: HttpRequest, code: str) -> Any:
    """The terms of a union, the newest first."""
    rows = places.unit(request, code).terms.order_by("-from_on")
    return [told(one, TermOut, ended=bool(one.ended_id)) for one in rows]


@router.get(
    "/units/{code}/groups",
    response={200: list[GroupOut], **answers.ASKING},
    operation_id="groups",
    summary="Tổ, bộ phận",
)
def groups(request: HttpRequest, code: str, on: str | None = None) -> Any:
    """The parts of a union on a day, each with who leads it."""
    benches = queries.groups(places.unit(request, code), places.day(on))
    return [told(bench.body, GroupOut, posts=_posts(bench.posts)) for bench in benches]


def _posts(posts: Any) -> list[dict[str, Any]]:
    return [told(post, PostOut, name=post.person.name, label=str(post)) for post in posts]


def _begin(unit: Unit, form: Any, by: int) -> Term:
    return actions.begin_term(unit=unit, by=by, **form.cleaned_data)


def _cut(term: Term, form: Any, by: int) -> None:
    actions.cut_short(term=term, by=by, **form.cleaned_data)


def _elect(unit: Unit, form: Any, by: int) -> Committee:
    return committees.elect(unit=unit, by=by, **form.cleaned_data)


def _end(body: Committee | Group, form: Any, by: int) -> None:
    committees.end(body=body, by=by, **form.cleaned_data)


def _appoint(unit: Unit, form: Any, by: int) -> Post:
    return changing.appointed(unit, dict(form.cleaned_data), by)


def _release(post: Post, form: Any, by: int) -> None:
    committees.release(post=post, by=by, **form.cleaned_data)


def _strike(post: Post, form: Any, by: int) -> None:
    committees.strike(post=post, by=by, **form.cleaned_data)


def _form_group(unit: Unit, form: Any, by: int) -> Group:
    return parts.form_group(unit=unit, by=by, **form.cleaned_data)


def _of_unit(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"unit": unit}


def _mine(model: Any) -> Any:
    """The term, committee, post or group an address names, for those who write for its union."""
    return lambda request, uid: changing.changeable(request, model, uid)


ACTS = (
    Act("/units/{code}/terms", "begin_term", "Mở nhiệm kỳ", places.written, TermForm, _begin),
    Act("/terms/{uid}/cut", "cut_term", "Kết thúc nhiệm kỳ sớm", _mine(Term), CutForm, _cut),
    Act("/units/{code}/committees", "elect", "Nhập danh sách một ban", places.written, ElectForm, _elect),
    Act("/committees/{uid}/end", "end_committee", "Kết thúc một ban", _mine(Committee), ReleaseForm, _end),
    Act("/units/{code}/posts", "appoint", "Thêm chức vụ", places.written, AppointForm, _appoint, _of_unit),
    Act("/posts/{uid}/release", "release_post", "Thôi chức vụ", _mine(Post), ReleaseForm, _release),
    Act("/posts/{uid}/strike", "strike_post", "Xóa chức vụ ghi nhầm", _mine(Post), StrikeForm, _strike),
    Act(
        "/units/{code}/groups",
        "form_group",
        "Lập tổ, bộ phận",
        places.written,
        GroupForm,
        _form_group,
        _of_unit,
    ),
    Act("/groups/{uid}/end", "end_group", "Kết thúc tổ, bộ phận", _mine(Group), ReleaseForm, _end),
)
for _act in ACTS:
    expose(router, _act, "officers")
