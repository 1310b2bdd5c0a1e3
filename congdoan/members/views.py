"""The forms of the register: what an action refuses stands beside its field, and nothing typed is lost."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congdoan.accounts import access, state
from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import Form

from . import joining, leaving
from .forms import AdmitForm, LeaveForm
from .lists import kept_by
from .models import Membership

asked = require_http_methods(["GET", "HEAD", "POST"])


@asked
def member_admit(request: HttpRequest) -> HttpResponse:
    """Somebody becomes a member of the union looked at."""
    unit = kept_by(request)
    access.require(access.may_write(request.user, unit))
    form = AdmitForm(request.POST or None)

    def act() -> str:
        held = joining.admit(unit=unit, by=request.user.pk, **form.cleaned_data)
        return f"Đã kết nạp {held.person.name}."

    return answer(request, form, act, "Kết nạp đoàn viên", unit.name, f"{reverse('members')}?cd={unit.code}")


@asked
def member_leave(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A member ceases to be one."""
    held = writable(request, uid)
    form = LeaveForm(request.POST or None)

    def act() -> str:
        leaving.leave(membership=held, by=request.user.pk, **form.cleaned_data)
        return f"Đã ghi {held.person.name} thôi sinh hoạt."

    return answer(request, form, act, "Thôi là đoàn viên", held.person.name, _list(held), danger=True)


def writable(request: HttpRequest, uid: uuid.UUID) -> Membership:
    """A membership of a union this person writes for; none and not-allowed are not told apart."""
    units = access.units_seen(request.user, access.WRITERS)
    rows = Membership.objects.filter(unit__in=units.values("pk"), unmade=None)
    found = rows.select_related("person", "unit__kind").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có đoàn viên này trong phạm vi bạn được ghi.")
    return found


def answer(
    request: HttpRequest,
    form: Form,
    act: Callable[[], str],
    heading: str,
    about: str,
    back: str,
    *,
    danger: bool = False,
) -> HttpResponse:
    """The form, with what was refused; or, done, the page it came from."""
    if form.is_valid():
        try:
            messages.success(request, act())
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(back)
    context = {"form": form, "heading": heading, "about": about, "back": back, "danger": danger}
    return render(request, "members/form.html", context, status=422 if form.errors else 200)


def _list(held: Membership) -> str:
    return f"{reverse('members')}?{state.UNIT}={held.unit.code}"
