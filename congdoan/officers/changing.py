"""The pages that change terms, committees, posts and groups; what an action refuses stands beside its field."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.accounts import access, exports, state
from congdoan.accounts.answering import answered, writer
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere
from congdoan.base.forms import Form
from congdoan.base.table import Table
from congdoan.base.text import nfc
from congdoan.members.queries import search
from congdoan.org.models import Unit

from . import actions, committees, naming, tables
from . import groups as parts
from .forms import AppointForm, CutForm, ElectForm, GroupForm, ReleaseForm, StrikeForm, TermForm
from .models import Committee, Group, Post, Term
from .views import page_of

Rows = TypeVar("Rows", bound=Model)
asked = require_http_methods(["GET", "HEAD", "POST"])
LEAST, FOUND = 2, 8  # letters before people are looked for; answers to one search


@asked
def terms(request: HttpRequest) -> HttpResponse:
    """The terms of a union, the newest first; whoever writes for it begins another."""
    unit = here(request)
    form = TermForm(request.POST or None)
    if request.method == "POST":
        access.require(access.may_write(request.user, unit))
    if form.is_valid():
        with form.refusing():
            actions.begin_term(unit=unit, by=request.user.pk, **form.cleaned_data)
            messages.success(request, "Đã mở nhiệm kỳ.")
            return redirect(_page("terms", unit))
    if exports.asked(request):
        table = Table("Nhiệm kỳ", tables.TERMS, list(unit.terms.order_by("-from_on")))
        return exports.handed(request, "nhiem-ky", unit, table)
    writes = access.may_write(request.user, unit)
    context = {"unit": unit, "terms": unit.terms.order_by("-from_on"), "form": form if writes else None}
    return render(request, "officers/terms.html", context, status=422 if form.errors else 200)


@asked
def term_cut(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A term ends before the next congress."""
    term = changeable(request, Term, uid)

    def act(said: dict[str, Any]) -> None:
        actions.cut_short(term=term, by=request.user.pk, **said)

    form = CutForm(request.POST or None)
    return _answer(
        request, form, act, "Đã kết thúc nhiệm kỳ.", "terms", f"Kết thúc sớm {term}", term.unit, danger=True
    )


@asked
def committee_elect(request: HttpRequest) -> HttpResponse:
    """A whole committee, one person a line."""
    unit = writer(request, here(request))
    form = ElectForm(request.POST or None, initial={"sort": request.GET.get("ban") or "executive"})

    def act(said: dict[str, Any]) -> None:
        committees.elect(unit=unit, by=request.user.pk, **said)

    return _answer(request, form, act, "Đã ghi danh sách.", "officers", "Nhập danh sách một ban", unit)


@asked
def committee_end(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A committee is no more, nor are the posts in it."""
    committee = changeable(request, Committee, uid)
    return _end(request, committee, "officers", f"Kết thúc {committee}")


@asked
def post_appoint(request: HttpRequest) -> HttpResponse:
    """Somebody takes a post."""
    unit = writer(request, here(request))
    begun = {"role": request.GET.get("chuc"), "group": request.GET.get("to")}
    form = AppointForm(request.POST or None, unit=unit, initial={k: v for k, v in begun.items() if v})

    def act(said: dict[str, Any]) -> None:
        appointed(unit, said, request.user.pk)

    back = "groups" if begun["group"] else "officers"
    return _answer(request, form, act, "Đã ghi chức vụ.", back, "Thêm chức vụ", unit)


@asked
def post_release(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Somebody leaves a post."""
    post = changeable(request, Post, uid)

    def act(said: dict[str, Any]) -> None:
        committees.release(post=post, by=request.user.pk, **said)

    form = ReleaseForm(request.POST or None)
    heading = f"{post.person.name} thôi chức vụ {post}"
    return _answer(request, form, act, "Đã ghi thôi chức vụ.", page_of(post), heading, post.unit)


@asked
def post_strike(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A post written by mistake is taken out."""
    post = changeable(request, Post, uid)

    def act(said: dict[str, Any]) -> None:
        committees.strike(post=post, by=request.user.pk, **said)

    form = StrikeForm(request.POST or None)
    heading = f"Xóa chức vụ ghi nhầm: {post.person.name}, {post}"
    return _answer(request, form, act, "Đã xóa.", page_of(post), heading, post.unit, danger=True)


@asked
def group_form(request: HttpRequest) -> HttpResponse:
    """A part of a grassroots union begins."""
    unit = writer(request, here(request))
    form = GroupForm(request.POST or None, unit=unit)

    def act(said: dict[str, Any]) -> None:
        parts.form_group(unit=unit, by=request.user.pk, **said)

    return _answer(request, form, act, "Đã lập.", "groups", "Lập tổ, bộ phận", unit)


@asked
def group_end(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A part of a union is no more."""
    group = changeable(request, Group, uid)
    return _end(request, group, "groups", f"Kết thúc {group.name}")


@require_POST
def officer_pick(request: HttpRequest) -> HttpResponse:
    """People of the union and below whose name holds what is being typed. Sent, so that no name stands in an address."""
    unit = writer(request, here(request))
    sent = (str(value) for name, value in request.POST.items() if name.endswith("_typed"))
    typed = nfc(next(sent, ""))
    found = search(naming.people(unit), typed, FOUND) if len(typed) >= LEAST else []
    return render(
        request, "officers/picks.html", {"people": found, "typed": typed if len(typed) >= LEAST else ""}
    )


def _end(request: HttpRequest, body: Committee | Group, back: str, heading: str) -> HttpResponse:
    def act(said: dict[str, Any]) -> None:
        committees.end(body=body, by=request.user.pk, **said)

    return _answer(
        request,
        ReleaseForm(request.POST or None),
        act,
        "Đã ghi kết thúc.",
        back,
        heading,
        body.unit,
        danger=True,
    )


def appointed(unit: Unit, said: dict[str, Any], by: int | None) -> Post:
    """The post taken by whom the form names: somebody of the register, or somebody new."""
    woman = said.pop("woman")
    person = naming.person(unit, {**said.pop("person"), "woman": woman}, by)
    return committees.appoint(unit=unit, person=person, by=by, **said)


def changeable(request: HttpRequest, model: type[Rows], uid: uuid.UUID) -> Any:
    """The term, committee, post or group: 404 for who may not see its union, 403 for who only may."""
    found: Any = model._default_manager.filter(uid=uid, unit__in=access.units_seen(request.user).values("pk"))
    row = found.select_related("unit__kind").first()
    if row is None or getattr(row, "unmade_id", None):
        raise NotHere("Không có mục này trong phạm vi bạn được xem.")
    writer(request, row.unit)
    return row


def _answer(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], None],
    done: str,
    back: str,
    heading: str,
    unit: Unit,
    *,
    danger: bool = False,
) -> HttpResponse:
    """The form, with what was refused; or what it did, shown on the page it came from."""
    page = _page(back, unit)

    def acted(said: dict[str, Any]) -> str:
        act(said)
        return page

    return answered(
        request, form, acted, template="officers/form.html", heading=heading, back=page, done=done,
        unit=unit, danger=danger,
    )  # fmt: skip


def _page(name: str, unit: Unit) -> str:
    return f"{reverse(name)}?{state.UNIT}={unit.code}"
