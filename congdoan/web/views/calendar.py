"""Lịch: what is coming; addresses under which other calendars read it, made and taken back; the feed itself."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.accounts import state, tokens
from congdoan.accounts.models import Purpose, Seat, Token
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere
from congdoan.base.forms import Form
from congdoan.base.period import today
from congdoan.web.calendar import as_ics, events

SHOWN = 12  # of what is coming
GONE = "Không có lịch nào ở địa chỉ này; địa chỉ có thể đã được thu hồi."


class AddressForm(Form):
    """Whose calendar, and what the address is for."""

    seat = forms.ChoiceField(label="Lịch của")
    name = forms.CharField(
        label="Dùng ở đâu",
        max_length=60,
        initial="Điện thoại của tôi",
        help_text="Để sau này biết mà thu hồi.",
    )

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {f"{seat.role}:{seat.unit.code}": seat for seat in seats}
        labels = [(key, f"{one.unit.name} ({one.get_role_display()})") for key, one in self.seats.items()]
        self.fields["seat"].choices = labels  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """What is coming, one's addresses, another one. A new address is shown this once; no browser keeps the page."""
    unit = here(request)
    form, address = AddressForm(request.POST or None, seats=state.own_seats(request)), ""
    if form.is_valid():
        with form.refusing():
            seat, name = form.seats[form.cleaned_data["seat"]], form.cleaned_data["name"]
            _, secret = tokens.make(seat=seat, name=name, by=request.user.pk, purpose=Purpose.CALENDAR)
            address = f"{settings.URL}{reverse('calendar_feed', args=[secret])}"
    found = [one for one in events(request.user, unit, today()) if one.on >= today()]
    context = {
        "unit": unit, "form": form, "address": address, "address_at_once": _at_once(address),
        "addresses": _addresses(request), "events": found[:SHOWN], "more": len(found) - SHOWN,
    }  # fmt: skip
    answer = render(request, "web/calendar.html", context, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def calendar_revoke(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """An address opens nothing any more."""
    found = next((one for one in _addresses(request) if one.uid == uid), None)
    if found is None:
        raise NotHere(GONE)
    tokens.revoke(token=found, by=request.user.pk)
    messages.success(request, f"Đã thu hồi địa chỉ lịch “{found.name}”.")
    return redirect("calendar")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of a seat's union, for whoever has its address."""
    seat = tokens.holder_of(secret, Purpose.CALENDAR)
    if seat is None:
        raise NotHere(GONE)
    content = as_ics(f"Sổ Công đoàn: {seat.unit.name}", events(seat.user, seat.unit, today()), timezone.now())
    headers = {"Cache-Control": "private, no-store", "Content-Disposition": 'inline; filename="lich.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _addresses(request: HttpRequest) -> list[Token]:
    """Those that this person's own seats have."""
    own = tokens.visible_to(request.user).filter(purpose=Purpose.CALENDAR)
    return [one for one in own if one.seat.user == request.user]


def _at_once(address: str) -> str:
    """The address by which a telephone takes the calendar up when it is touched."""
    return f"webcal://{address.partition('://')[2]}" if address else ""
