"""What is known of somebody: mended by those who write for their union; the sensitive part apart, each sight noted."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports, state
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.org.models import Unit

from . import keeping, people, queries, tables
from .bridge import bridge
from .forms import HardshipForm, PersonForm, SensitiveForm
from .models import Person, Sensitive
from .views import answer, asked

LABELS = {"card_number": "Số thẻ"} | {
    name: str(field.label) for form in (PersonForm, SensitiveForm) for name, field in form.base_fields.items()
}


@asked
def person_correct(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What is known of somebody is mended."""
    person = theirs(request, uid, access.WRITERS)
    form = PersonForm(request.POST or None, initial=known(person))
    return answer(request, form, _mending(request, person), "Sửa hồ sơ", person.name, _page(person))


@require_safe
def person_sensitive(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The part shown by role and need; the sight is noted."""
    person = theirs(request, uid, access.KEEPERS)
    unit = queries.union_of(person, today())
    note(by=request.user.pk, action="see_sensitive_member", what=str(uid), unit=unit.code)
    facts = Sensitive.objects.filter(person=person).first()
    context = {
        "person": person, "facts": facts, "hardships": person.hardships.filter(unmade=None).order_by("-from_on"),
        "earlier": [_told(one) for one in person.earlier.select_related("posting").order_by("-pk")],
        "pauses": queries.suspensions(person),
        "writes": access.units_seen(request.user, access.WRITERS).filter(pk=unit.pk).exists(),
    }  # fmt: skip
    return render(request, "members/sensitive.html", context)


@asked
def person_sensitive_correct(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The sensitive part is mended. The form shows it, so the sight is noted too."""
    person = theirs(request, uid, access.WRITERS)
    facts = Sensitive.objects.filter(person=person).first()
    told = {name: getattr(facts, name) for name in people.SECRET} if facts else {}
    note(by=request.user.pk, action="see_sensitive_member", what=str(uid), unit=person.unit.code)
    form = SensitiveForm(request.POST or None, initial=told)
    back = reverse("person_sensitive", args=[uid])
    return answer(request, form, _mending(request, person), "Sửa phần nhạy cảm", person.name, back)


@asked
def person_hardship(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Somebody stands on the hardship list, or no longer does."""
    person = theirs(request, uid, access.WRITERS)
    form = HardshipForm(request.POST or None, initial={"level": "hard"})

    def act(said: dict[str, Any]) -> str:
        if said["level"]:
            keeping.put_on_list(person=person, by=request.user.pk, **said)
            return "Đã đưa vào danh sách khó khăn."
        keeping.take_off_list(person=person, on=said["on"], by=request.user.pk)
        return "Đã đưa khỏi danh sách khó khăn."

    return answer(
        request, form, act, "Danh sách khó khăn", person.name, reverse("person_sensitive", args=[uid])
    )


@require_safe
def members_bridge(request: HttpRequest) -> HttpResponse:
    """Tăng, giảm: how the number of members came from one day to another."""
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa được giao vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    period = state.current_period(request)
    found = bridge(unit, period)
    if exports.asked(request):
        return exports.handed(request, "tang-giam", unit, tables.of_bridge(found), about=[period.label()])
    context = {
        "unit": unit,
        "period": period,
        "bridge": found,
        "keeps": access.may_see_sensitive(request.user, unit),
    }
    return render(request, "members/bridge.html", context)


def _mending(request: HttpRequest, person: Person) -> Any:
    def act(said: dict[str, Any]) -> str:
        keeping.correct(person=person, by=request.user.pk, **said)
        return "Đã sửa; điều ghi trước đó vẫn giữ."

    return act


def known(person: Person) -> dict[str, Any]:
    """What the form over somebody begins with."""
    told = {name: getattr(person, name) for name in ("name", *people.PLAIN)}
    return told | {"woman": {True: "1", False: "0", None: ""}[person.woman]}


def theirs(request: HttpRequest, uid: uuid.UUID, roles: tuple[str, ...]) -> Person:
    """Somebody of a union these roles of this person reach."""
    units: QuerySet[Unit] = access.units_seen(request.user, roles)
    found = queries.people_seen(units).select_related("unit").filter(uid=uid).first()
    if found is None or not units.filter(pk=queries.union_of(found, today()).pk).exists():
        raise NotHere("Không có người này trong phạm vi của bạn.")
    return found


def _page(person: Person) -> str:
    return reverse("person", args=[person.uid])


def _told(earlier: Any) -> tuple[Any, list[tuple[str, str]]]:
    """When and why, and what the book said before."""
    return earlier.posting, [
        (LABELS.get(name, name), value) for name, value in earlier.content.items() if name != "relation"
    ]
