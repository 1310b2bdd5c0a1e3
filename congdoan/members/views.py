"""The forms of a member's life: what an action refuses stands beside its field, and nothing typed is lost."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.accounts import access, state
from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import Form
from congdoan.org.models import Unit

from . import joining, keeping, leaving, pasting, undoing
from .forms import AdmitForm, CardForm, LeaveForm, ListForm, OpeningForm, ResumeForm, SuspendForm, WhyForm
from .lists import kept_by
from .models import Membership

asked = require_http_methods(["GET", "HEAD", "POST"])


@asked
def member_admit(request: HttpRequest) -> HttpResponse:
    """Somebody becomes a member of the union looked at."""
    unit = _written_for(request)
    form = AdmitForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        held = joining.admit(unit=unit, by=request.user.pk, **said)
        return f"Đã kết nạp {held.person.name}."

    return answer(
        request, form, act, "Kết nạp đoàn viên", unit.name, of_unit(unit), other="member_admit_list"
    )


@asked
def member_admit_list(request: HttpRequest) -> HttpResponse:
    """A whole list of people becomes members, on one decision."""
    unit = _written_for(request)
    form = ListForm(request.POST or None, preview=reverse("members_pasted"))

    def act(said: dict[str, Any]) -> str:
        made = joining.admit_list(
            unit=unit, by=request.user.pk, rows=pasting.read(said.pop("pasted")), **said
        )
        return f"Đã kết nạp {len(made)} đoàn viên."

    return answer(request, form, act, "Kết nạp cả danh sách", unit.name, of_unit(unit))


@asked
def register_open(request: HttpRequest) -> HttpResponse:
    """A union begins to keep its register here, with the members it has."""
    unit = _written_for(request)
    form = OpeningForm(request.POST or None, preview=reverse("members_pasted"))

    def act(said: dict[str, Any]) -> str:
        rows = pasting.read(said.pop("pasted"))
        made = joining.open_register(unit=unit, by=request.user.pk, rows=rows, **said)
        return f"Đã mở sổ với {len(made)} đoàn viên."

    return answer(request, form, act, "Mở sổ đoàn viên", unit.name, of_unit(unit))


@require_POST
def members_pasted(request: HttpRequest) -> HttpResponse:
    """What is read in a pasted list, while it is not sent yet."""
    kept_by(request)
    try:
        rows, refused = pasting.read(request.POST.get("pasted", "")), ""
    except Refused as said:
        rows, refused = [], said.sentence
    return render(request, "members/pasted.html", {"rows": rows, "refused": refused})


@asked
def member_leave(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A member ceases to be one."""
    held = writable(request, uid)
    form = LeaveForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        leaving.leave(membership=held, by=request.user.pk, **said)
        return f"Đã ghi {held.person.name} thôi sinh hoạt."

    return answer(request, form, act, "Thôi là đoàn viên", held.person.name, of_person(held), danger=True)


@asked
def member_suspend(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A member takes no part for a while; or takes part again."""
    held = writable(request, uid)
    paused = held.suspended
    form = (ResumeForm if paused else SuspendForm)(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        done: Callable[..., object] = keeping.resume if paused else keeping.suspend
        done(membership=held, by=request.user.pk, **said)
        return "Đã ghi sinh hoạt trở lại." if paused else "Đã ghi tạm dừng; vẫn tính là đoàn viên."

    heading = "Sinh hoạt trở lại" if paused else "Tạm dừng sinh hoạt"
    return answer(request, form, act, heading, held.person.name, of_person(held))


@asked
def member_card(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A card is handed out."""
    held = writable(request, uid)
    number = held.person.card_number
    form = CardForm(request.POST or None, initial={"number": number, "issue": "reissue"} if number else {})

    def act(said: dict[str, Any]) -> str:
        keeping.issue_card(membership=held, by=request.user.pk, **said)
        return "Đã ghi thẻ."

    return answer(request, form, act, "Cấp thẻ đoàn viên", held.person.name, of_person(held))


@asked
def member_undo(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What was written of a membership by mistake is taken back."""
    held = writable(request, uid)
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        undoing.undo(membership=held, by=request.user.pk, **said)
        return "Đã hủy lần ghi nhầm; số liệu đã trở lại như trước."

    heading = "Hủy lần ghi kết nạp, chuyển đến" if held.open else "Hủy lần ghi thôi"
    return answer(request, form, act, heading, held.person.name, of_unit(held.unit), danger=True)


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
    act: Callable[[dict[str, Any]], str],
    heading: str,
    about: str,
    back: str,
    *,
    danger: bool = False,
    other: str = "",
) -> HttpResponse:
    """The form, with what was refused; or, done, the page it came from."""
    if form.is_valid():
        with form.refusing():
            messages.success(request, act(dict(form.cleaned_data)))
            return redirect(back)
    context = {
        "form": form,
        "heading": heading,
        "about": about,
        "back": back,
        "danger": danger,
        "other": other,
    }
    return render(request, "members/form.html", context, status=422 if form.errors else 200)


def of_unit(unit: Unit) -> str:
    """The list of a union's members."""
    return f"{reverse('members')}?{state.UNIT}={unit.code}"


def of_person(held: Membership) -> str:
    """The page of a member."""
    return reverse("person", args=[held.person.uid])


def _written_for(request: HttpRequest) -> Unit:
    unit = kept_by(request)
    access.require(access.may_write(request.user, unit))
    return unit
