"""Đoàn viên: the list of a union's members, or of all under it, on a day; narrowed and searched. Its state stands in the address."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from congdoan.accounts import access, state, words
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.org.models import Unit

from . import queries
from .models import Membership

PER_PAGE = 50
DAY, SEX = "ngay", "gioi"
SEXES = {"nu": True, "nam": False}


@dataclass(frozen=True)
class Asked:
    """What the list is asked for."""

    unit: Unit
    on: date
    words: str = ""
    sex: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything but union and day narrows the list."""
        return bool(self.words or self.sex)


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest) -> HttpResponse:
    """The list; a POST is a search, answered by the address that shows it."""
    unit = kept_by(request)
    if request.method == "POST":
        return redirect(words.remembered(request))
    asked = _asked(request, unit)
    page = Paginator(found(asked), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": asked,
        "page": page,
        "many": not unit.kind.grassroots,
        "writes": unit.kind.grassroots and access.may_write(request.user, unit),
        "today": today(),
    }
    return render(request, "members/list.html", context)


def kept_by(request: HttpRequest) -> Unit:
    """The union looked at, for those who keep or inspect its books."""
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa được giao vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    if not access.may_see_sensitive(request.user, unit):
        raise PermissionDenied
    return unit


def found(asked: Asked) -> QuerySet[Membership]:
    """The memberships asked for, by given name."""
    rows = queries.members_on(asked.unit, asked.on)
    if asked.sex:
        rows = rows.filter(person__woman=SEXES[asked.sex])
    if asked.words:
        rows = queries.with_name(rows, asked.words)
    return rows.select_related("person", "unit").order_by("person__given_key", "person_id")


def _asked(request: HttpRequest, unit: Unit) -> Asked:
    get = request.GET
    sex = get.get(SEX, "")
    return Asked(unit, day(get.get(DAY, "")) or today(), words.asked(request), sex if sex in SEXES else "")


def day(text: str) -> date | None:
    """A day of the address; none if it names none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise NotHere(f"Ngày “{text[:40]}” không có trong lịch: hãy chọn lại ngày.") from None
