"""The pages that change the tree. Only administrators; what an action refuses stands beside its field."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congdoan.accounts.actions import give_seat
from congdoan.accounts.answering import answered
from congdoan.accounts.models import Role, User
from congdoan.accounts.queries import administered
from congdoan.base.errors import NotHere
from congdoan.base.forms import Form
from congdoan.funds.actions import give_budget
from congdoan.org import queries as org
from congdoan.org.models import Unit

from . import actions, funding, queries, relations
from .forms import CloseForm, FoundForm, FundingForm, MoveForm, OrganiseForm, RenameForm, StopForm
from .views import changeable

asked = require_http_methods(["GET", "HEAD", "POST"])


@asked
def unit_found(request: HttpRequest, code: str) -> HttpResponse:
    """A new union under one that this person administers."""
    above = changeable(request, code)
    form = FoundForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        return founded(request.user.pk, above, said).code

    return _answer(
        request, form, act, "Đã lập công đoàn.", "Lập công đoàn trực thuộc", above, "Lập công đoàn"
    )


@asked
def unit_found_top(request: HttpRequest) -> HttpResponse:
    """The first union of an empty book, by the person who set it up; they become its administrator."""
    me = request.user
    if not (isinstance(me, User) and me.is_superuser) or Unit.objects.exists():
        raise PermissionDenied
    form = FoundForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        top = founded(me.pk, None, said)
        give_seat(user=me, unit=top, role=Role.ADMINISTRATOR, from_on=said["on"], by=me.pk)
        return top.code

    return _answer(
        request, form, act, "Đã lập công đoàn đầu tiên.", "Lập công đoàn đầu tiên", None, "Lập công đoàn"
    )


@asked
def unit_rename(request: HttpRequest, code: str) -> HttpResponse:
    """Another name, symbol, place, seal or signer from a day on."""
    unit = changeable(request, code)
    form = RenameForm(request.POST or None, naming=queries.namings(unit).first())

    def act(said: dict[str, Any]) -> str:
        actions.rename(unit=unit, by=request.user.pk, **said)
        return unit.code

    return _answer(request, form, act, "Đã ghi tên gọi mới.", "Đổi tên, cách ký văn bản", unit, "Lưu")


@asked
def unit_move(request: HttpRequest, code: str) -> HttpResponse:
    """Another superior from a day on, also one this person administers."""
    unit = changeable(request, code)
    form = MoveForm(request.POST or None, among=administered(request.user).exclude(pk=unit.pk))

    def act(said: dict[str, Any]) -> str:
        actions.move(unit=unit, by=request.user.pk, **said)
        return unit.code

    return _answer(request, form, act, "Đã chuyển; mọi tổng số vẫn khớp.", "Chuyển cấp trên", unit, "Chuyển")


@asked
def unit_close(request: HttpRequest, code: str) -> HttpResponse:
    """The end of a union."""
    unit = changeable(request, code)
    form = CloseForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        actions.close(unit=unit, by=request.user.pk, **said)
        return unit.code

    return _answer(
        request,
        form,
        act,
        "Đã ghi kết thúc hoạt động.",
        "Kết thúc hoạt động",
        unit,
        "Kết thúc hoạt động",
        danger=True,
    )


@asked
def unit_organise(request: HttpRequest, code: str) -> HttpResponse:
    """An employer whose workers the union organises."""
    unit = changeable(request, code)
    form = OrganiseForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        organised(request.user.pk, unit, form)
        return unit.code

    return _answer(request, form, act, "Đã ghi.", "Thêm cơ quan, đơn vị, doanh nghiệp", unit, "Lưu")


@asked
def unit_stop(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The union no longer organises an employer's workers."""
    unit = changeable(request, code)
    organising = queries.organisings(unit).filter(pk=number).first()
    if organising is None:
        raise NotHere("Không có quan hệ này ở công đoàn đang xem.")
    form = StopForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        relations.stop_organising(organising=organising, by=request.user.pk, **said)
        return unit.code

    heading = f"Thôi tổ chức ở {organising.employer.name}"
    return _answer(request, form, act, "Đã ghi.", heading, unit, "Lưu", danger=True)


@asked
def unit_funding(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Who pays an employer whose workers the union organises."""
    unit = changeable(request, code)
    organising = queries.organisings(unit).select_related("unit").filter(pk=number).first()
    if organising is None:
        raise NotHere("Không có quan hệ này ở công đoàn đang xem.")
    form = FundingForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        funding.say(organising=organising, by=request.user.pk, **said)
        return unit.code

    heading = f"Nguồn kinh phí của {organising.employer.name}"
    return _answer(request, form, act, "Đã ghi.", heading, unit, "Lưu")


def founded(by: int | None, above: Unit | None, said: dict[str, Any]) -> Unit:
    """The union, signing as those beside it do, with money of its own to pay from."""
    code = said.pop("code") or relations.free_code(Unit, said["name"])
    naming = {name: said.pop(name) for name in ("place_name", "signer_name")}
    given = {name: text for name, text in naming.items() if text}
    if above and "place_name" not in given:
        signed = org.naming(above, said["on"])
        given |= {"place_name": signed.place_name} if signed else {}
    if above:
        given["superior_line"] = above.name.upper()
    with transaction.atomic():
        unit = actions.found(code=code, parent=above, by=by, **said, **given)
        give_budget(unit=unit, by=by)
    return unit


def organised(by: int | None, unit: Unit, form: OrganiseForm) -> None:
    """The union organises the employer named, which is written down first if the book does not know it."""
    said, on = form.cleaned_data, form.cleaned_data["on"]
    employer = form.known() or relations.add_employer(
        name=said["employer"], enterprise=said["enterprise"], on=on, by=by
    )
    relations.organise(unit=unit, employer=employer, on=on, by=by, why=said["why"])


def _answer(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], str],
    done: str,
    heading: str,
    unit: Unit | None,
    button: str,
    *,
    danger: bool = False,
) -> HttpResponse:
    """The form, with what was refused; or what it did, shown on the union's page."""
    back = reverse("unit", args=[unit.code]) if unit else reverse("home")
    return answered(
        request, form, lambda said: reverse("unit", args=[act(said)]), template="reform/change.html",
        heading=heading, back=back, button=button, done=done, unit=unit, danger=danger,
    )  # fmt: skip
