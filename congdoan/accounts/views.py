"""Users and seats, for administrators; one's own account, for everybody."""

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.base.text import nfc
from congdoan.org.models import Unit
from congdoan.org.queries import search, under

from . import actions, exports, queries, state, tables
from .forms import EndSeatForm, PasswordForm, PersonForm, SeatForm
from .models import Seat, User

PER_PAGE, PICKS = 50, 12


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Who may log in at the union looked at and under it."""
    unit = _administers(request)
    rows = queries.users_of(request.user, under(unit, today()))
    if exports.asked(request):
        table = Table("Người dùng và vai trò", tables.PEOPLE, _with_seats(list(rows[:ONE_TOO_MANY])))
        return exports.handed(request, "nguoi-dung", unit, table)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"unit": unit, "page": page, "listed": _with_seats(list(page))}
    return render(request, "accounts/people.html", context)


def _with_seats(people: list[User]) -> list[tuple[User, list[Seat]]]:
    """These with the seats they have or will have."""
    seats: dict[int, list[Seat]] = {}
    for seat in Seat.objects.filter(user__in=people, to_on__gt=today()).select_related("unit"):
        seats.setdefault(seat.user_id, []).append(seat)
    return [(person, seats.get(person.pk, [])) for person in people]


@require_http_methods(["GET", "HEAD", "POST"])
def people_add(request: HttpRequest) -> HttpResponse:
    """Somebody new with a first seat; the password is shown once, here."""
    unit, among = _administers(request), queries.administered(request.user)
    form = PersonForm(request.POST or None, among=among, initial={"unit": [str(unit.uid)]})
    if form.is_valid():
        with form.refusing():
            user, password = actions.create_user(by=request.user.pk, **form.cleaned_data)
            return _handed_over(request, user, password)
    return render(
        request, "accounts/people_add.html", {"form": form, "unit": unit}, status=422 if form.errors else 200
    )


@require_safe
def user(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Somebody's seats, and what may be done about them."""
    found = _theirs(request, uid)
    return _page(request, found)


@require_POST
def seat_give(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One seat more."""
    found = _theirs(request, uid)
    form = SeatForm(request.POST, among=queries.administered(request.user))
    return _done(
        request,
        found,
        form,
        lambda: actions.give_seat(user=found, by=request.user.pk, **form.cleaned_data),
        "Đã giao vai trò.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def seat_end(request: HttpRequest, uid: uuid.UUID, number: int) -> HttpResponse:
    """A seat ends on a day."""
    found = _theirs(request, uid)
    seats = Seat.objects.filter(user=found, unit__in=queries.administered(request.user).values("pk"))
    seat = seats.select_related("unit", "user").filter(pk=number).first()
    if seat is None:
        raise NotHere("Không có vai trò này trong phạm vi bạn quản trị.")
    form = EndSeatForm(request.POST or None)
    if form.is_valid():
        with form.refusing():
            actions.end_seat(seat=seat, by=request.user.pk, **form.cleaned_data)
            messages.success(request, "Đã kết thúc vai trò.")
            return redirect("user", uid)
    context = {"form": form, "seat": seat, "person": found}
    return render(request, "accounts/seat_end.html", context, status=422 if form.errors else 200)


@require_POST
def user_password(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A new password to hand over."""
    found = _changeable(request, uid)
    return _handed_over(request, found, actions.give_password(user=found, by=request.user.pk))


@require_POST
def user_activity(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Shut somebody out, or let them in again."""
    found = _changeable(request, uid)
    actions.let_in(user=found, active=not found.is_active, by=request.user.pk)
    messages.success(request, "Đã mở lại tài khoản." if found.is_active else "Đã khóa tài khoản.")
    return redirect("user", uid)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own seats and password."""
    me = request.user
    assert isinstance(me, User)
    given, form = me.one_time_password, PasswordForm(request.POST or None, user=me)
    if form.is_valid():
        actions.choose_password(user=me, password=form.cleaned_data["new"])
        update_session_auth_hash(request, me)
        messages.success(request, "Đã đổi mật khẩu.")
        return redirect(_onward(request) if given else "account")
    context = {
        "form": form,
        "seats": queries.seats_of(me),
        "today": today(),
        "given": given,
        "next": request.GET.get("next", ""),
    }
    return render(request, "accounts/account.html", context, status=422 if form.errors else 200)


@require_safe
def unit_pick(request: HttpRequest) -> HttpResponse:
    """The unions whose names hold what is being typed, of those one administers."""
    typed = next((text for value in request.GET.values() if (text := nfc(str(value)))), "")
    rows = search(queries.administered(request.user), typed)[:PICKS]
    return render(request, "accounts/unit_pick.html", {"units": rows})


class PasswordDueMiddleware:
    """Who came with a password that was handed out chooses their own before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        due = getattr(request.user, "one_time_password", False)
        if due and request.path not in (reverse("account"), reverse("logout")):
            return redirect(f"{reverse('account')}?{urlencode({'next': request.path})}")
        return self.get_response(request)


def _page(request: HttpRequest, found: User, form: SeatForm | None = None) -> HttpResponse:
    among = queries.administered(request.user)
    mine = set(among.filter(pk__in=found.seats.values("unit")).values_list("pk", flat=True))
    context = {
        "person": found,
        "seats": [(seat, seat.unit_id in mine and seat.to_on > today()) for seat in queries.seats_of(found)],
        "today": today(),
        "form": form or SeatForm(among=among),
        "may_change": queries.may_change(request.user, found),
        "me": found == request.user,
    }
    return render(request, "accounts/user.html", context, status=422 if form and form.errors else 200)


def _done(
    request: HttpRequest, found: User, form: SeatForm, act: Callable[[], Any], said: str
) -> HttpResponse:
    if form.is_valid():
        with form.refusing():
            act()
            messages.success(request, said)
            return redirect("user", found.uid)
    return _page(request, found, form)


def _handed_over(request: HttpRequest, found: User, password: str) -> HttpResponse:
    """The one page that shows a password; no browser keeps it."""
    answer = render(request, "accounts/handed_over.html", {"person": found, "password": password})
    answer["Cache-Control"] = "no-store"
    return answer


def _administers(request: HttpRequest) -> Unit:
    """The union looked at, if this person administers it."""
    unit = state.current_unit(request)
    if unit is None or not queries.administered(request.user).filter(pk=unit.pk).exists():
        raise PermissionDenied
    return unit


def _theirs(request: HttpRequest, uid: uuid.UUID) -> User:
    """Somebody with a seat where this person administers."""
    among = queries.administered(request.user)
    found = queries.users_of(request.user, among).filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có người dùng này trong phạm vi bạn quản trị.")
    return found


def _changeable(request: HttpRequest, uid: uuid.UUID) -> User:
    found = _theirs(request, uid)
    if not queries.may_change(request.user, found):
        raise Refused(
            "Người này còn vai trò ở công đoàn ngoài phạm vi bạn quản trị; hãy nhờ người quản trị ở đó."
        )
    return found


def _onward(request: HttpRequest) -> str:
    url = request.POST.get("next", "")
    return url if url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None) else "/"
