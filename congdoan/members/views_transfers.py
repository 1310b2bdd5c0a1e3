"""Chuyển sinh hoạt, at both ends: asked here, answered there, open ones listed for both."""

import uuid
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports
from congdoan.base.errors import NotHere
from congdoan.base.fields import FOREVER
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.base.text import fold, nfc
from congdoan.org.models import Unit
from congdoan.org.queries import search

from . import queries, tables, transfers
from .forms import AcceptForm, AskForm, WhyForm
from .lists import kept_by
from .models import PATIENCE, Transfer
from .views import answer, asked, of_person, writable

PICKS, SHORTEST, ANSWERED = 12, 2, 20


@asked
def member_transfer(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A member's union asks another to take them in."""
    held = writable(request, uid)
    form = AskForm(request.POST or None, among=receiving().exclude(pk=held.unit_id))

    def act(said: dict[str, Any]) -> str:
        made = transfers.ask(membership=held, by=request.user.pk, **said)
        return f"Đã gửi đề nghị tới {made.to_unit.name}; {held.person.name} vẫn sinh hoạt ở đây cho đến khi nơi ấy tiếp nhận."

    return answer(request, form, act, "Chuyển sinh hoạt", held.person.name, of_person(held))


@require_safe
def transfer_pick(request: HttpRequest) -> HttpResponse:
    """Grassroots unions anywhere whose name holds what is being typed: a member may go to any of them."""
    typed = next((text for value in request.GET.values() if (text := nfc(str(value)))), "")
    rows = search(receiving(), typed)[:PICKS] if len(fold(typed)) >= SHORTEST else []
    return render(request, "accounts/unit_pick.html", {"units": rows})


@require_safe
def transfers_open(request: HttpRequest) -> HttpResponse:
    """What waits for an answer of the union looked at and those below it, what they wait for, and what was answered."""
    unit = kept_by(request)
    rows = queries.transfers_of(unit)
    waiting = rows.filter(state=Transfer.State.OPEN)
    coming, going = queries.to_answer(unit), queries.asked_by(unit)
    answered = rows.exclude(state=Transfer.State.OPEN).order_by("-answered")
    if exports.asked(request):
        return _taken_out(request, unit, coming, going, answered)
    context = {
        "unit": unit, "coming": coming, "going": going, "some": waiting.exists(), "answered": answered[:ANSWERED],
        "today": today(), "patience": PATIENCE.days,
    }  # fmt: skip
    return render(request, "members/transfers.html", context)


def _taken_out(request: HttpRequest, unit: Unit, *lists: QuerySet[Transfer]) -> HttpResponse:
    """Who wants to come, who wants to go, all that was ever answered."""
    titles = ("Xin đến, chờ trả lời", "Xin đi, chờ nơi đến", "Đã trả lời")
    made = [
        Table(title, tables.TRANSFERS, list(rows[:ONE_TOO_MANY]))
        for title, rows in zip(titles, lists, strict=True)
    ]
    return exports.handed(request, "chuyen-sinh-hoat", unit, *made)


@asked
def transfer_accept(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The receiving union takes the member in."""
    found = answerable(request, uid)
    form = AcceptForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        transfers.accept(transfer=found, by=request.user.pk, **said)
        return f"Đã tiếp nhận {found.membership.person.name}."

    about = f"{found.membership.person.name}, từ {found.membership.unit.name} về {found.to_unit.name}"
    return answer(request, form, act, "Tiếp nhận đoàn viên", about, reverse("transfers"))


@asked
def transfer_refuse(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The receiving union does not; or the asking one takes its question back."""
    found = either(request, uid)
    ours = access.may_write(request.user, found.to_unit)
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        done = transfers.refuse if ours else transfers.withdraw
        done(transfer=found, by=request.user.pk, **said)
        return "Đã trả lời không tiếp nhận." if ours else "Đã rút đề nghị."

    heading = "Không tiếp nhận" if ours else "Rút đề nghị chuyển"
    return answer(
        request, form, act, heading, found.membership.person.name, reverse("transfers"), danger=True
    )


def answerable(request: HttpRequest, uid: uuid.UUID) -> Transfer:
    found = either(request, uid)
    if not access.may_write(request.user, found.to_unit):
        raise NotHere("Đề nghị này chờ nơi đến trả lời.")
    return found


def either(request: HttpRequest, uid: uuid.UUID) -> Transfer:
    """A question that this person's union asked or is asked."""
    units = access.units_seen(request.user, access.WRITERS).values("pk")
    rows = Transfer.objects.filter(Q(to_unit__in=units) | Q(membership__unit__in=units))
    found = (
        rows.select_related("to_unit__kind", "membership__person", "membership__unit").filter(uid=uid).first()
    )
    if found is None:
        raise NotHere("Không có đề nghị này trong phạm vi bạn được ghi.")
    return found


def receiving() -> QuerySet[Unit]:
    return (
        Unit.objects.filter(kind__grassroots=True, ended_on=FOREVER)
        .select_related("kind")
        .order_by("name_key")
    )
