"""Hồ sơ có thể trùng: likely twins with why; merged, or told apart, by those who write for their union."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.models import Unit
from congdoan.org.queries import under

from . import merging, queries, tables
from .forms import WhyForm
from .lists import kept_by
from .models import Person
from .paging import MANY, members_of
from .twins import Twin, surest, twins
from .views import answer, asked

PER_PAGE = 50
APART = "khac-nguoi"


@require_safe
def twins_list(request: HttpRequest) -> HttpResponse:
    """Likely twins among the people of the union looked at and those below it."""
    unit = kept_by(request)
    many = members_of(unit, today()) > MANY
    likely = likely_of(unit, many=many)
    if exports.asked(request):
        table = Table("Hồ sơ có thể trùng", tables.TWINS, named(likely[:ONE_TOO_MANY]))
        return exports.handed(request, "ho-so-trung", unit, table)
    page = Paginator(likely, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"unit": unit, "page": page, "pairs": named(page), "many": many}
    return render(request, "members/twins.html", context)


def likely_of(unit: Unit, *, many: bool) -> list[Twin]:
    """Likely twins of a union and those below it; of very many people only the surest."""
    among = queries.people_seen(under(unit, today())).filter(relation__in=("member", "worker"))
    return twins(surest(among) if many else among)


def named(likely: Iterable[Twin]) -> list[tuple[Person, Person, str]]:
    """Both people of each pair, and why they may be one."""
    some = list(likely)
    known = Person.objects.select_related("unit").in_bulk({pk for twin in some for pk in twin[:2]})
    return [(known[twin.one], known[twin.other], twin.why) for twin in some]


@asked
def twin(request: HttpRequest, uid: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """Keep the one, drop the other; or say that they are two."""
    keep, drop = _writable(request, uid), _writable(request, other)
    if request.method == "POST" and APART in request.POST:
        merging.keep_apart(one=keep, other=drop, by=request.user.pk)
        messages.success(request, "Đã ghi: hai người khác nhau.")
        return redirect("twins")
    form = WhyForm(request.POST or None, initial={"why": "Cùng một người, ghi hai lần"})

    def act(said: dict[str, Any]) -> str:
        merging.merge(keep=keep, drop=drop, by=request.user.pk, **said)
        return f"Đã gộp vào hồ sơ của {keep.name}."

    about = f"Giữ hồ sơ: {_told(keep)}. Gộp vào đó: {_told(drop)}. Mọi việc có tên hồ sơ sau chuyển sang hồ sơ giữ lại."
    return answer(request, form, act, "Gộp hai hồ sơ", about, reverse("twins"), danger=True)


def _writable(request: HttpRequest, uid: uuid.UUID) -> Person:
    found = writable_people(request).filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có người này trong phạm vi bạn được ghi.")
    return found


def writable_people(request: HttpRequest) -> QuerySet[Person]:
    """The people of the unions this person writes for."""
    return queries.people_seen(access.units_seen(request.user, access.WRITERS)).select_related("unit")


def _told(person: Person) -> str:
    born = f", sinh {person.born}" if person.born else ""
    return f"{person.name}{born}, {person.unit.name}"
