"""Đoàn viên: the list of a union's members, or of all under it, on a day; narrowed and searched. Its state stands in the address."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from congdoan.accounts import access, exports, state, words
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.models import Unit

from . import queries, tables
from .models import Membership
from .paging import MANY, MOST, members_of
from .paging import page as page_of

DAY, SEX, STATE, SINCE, UNTIL = "ngay", "gioi", "tt", "vao-tu", "vao-den"
SEXES = {"nu": "Nữ", "nam": "Nam"}
STATES = {
    "tam-dung": "Đang tạm dừng",
    "kho-khan": "Trong danh sách khó khăn",
    "dang-vien": "Đảng viên",
    "chua-du": "Hồ sơ chưa đủ",
    "chua-the": "Chưa có thẻ",
}
SENSITIVE = ("kho-khan", "dang-vien")


@dataclass(frozen=True)
class Asked:
    """What the list is asked for."""

    unit: Unit
    on: date
    words: str = ""
    sex: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self.sex or self.state or self.since or self.until)

    @property
    def narrowed(self) -> bool:
        """Whether anything but union and day narrows the list."""
        return bool(self.words) or self.filtered


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest) -> HttpResponse:
    """The list; a POST is a search, answered by the address that shows it."""
    unit = kept_by(request)
    if request.method == "POST":
        return redirect(words.remembered(request))
    asked = _asked(request, unit)
    if exports.asked(request):
        return _taken_out(request, asked)
    there = members_of(unit, asked.on)
    told = there if there > MOST and not asked.narrowed else None
    many = there > MANY
    page = page_of(found(asked, few=not many), asked.words, many, request.GET, told)
    _noted(request, asked)
    context = {
        "asked": asked, "page": page, "sexes": SEXES, "states": STATES, "many": not unit.kind.grassroots,
        "writes": unit.kind.grassroots and access.may_write(request.user, unit), "today": today(),
        "waiting": queries.to_answer(unit).count(),
    }  # fmt: skip
    return render(request, "members/list.html", context)


def _taken_out(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The whole list as a file."""
    rows = list(by_given_name(asked)[:ONE_TOO_MANY])
    _noted(request, asked)
    table = Table("Danh sách đoàn viên", tables.MEMBERS, rows)
    return exports.handed(request, "doan-vien", asked.unit, table, about=told(asked))


def told(asked: Asked) -> list[str]:
    """What the list is of, in words."""
    how = [f"Danh sách ngày {asked.on:%d/%m/%Y}", SEXES.get(asked.sex, ""), STATES.get(asked.state, "")]
    how.append(f"có “{asked.words}”" if asked.words else "")
    how.append(f"vào từ {asked.since:%d/%m/%Y}" if asked.since else "")
    how.append(f"vào đến {asked.until:%d/%m/%Y}" if asked.until else "")
    return ["; ".join(filter(None, how))]


def kept_by(request: HttpRequest) -> Unit:
    """The union looked at, for those who keep or inspect its books."""
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa được giao vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    if not access.may_see_sensitive(request.user, unit):
        raise PermissionDenied
    return unit


def found(asked: Asked, *, few: bool = False) -> QuerySet[Membership]:
    """The memberships asked for, whatever their people are called."""
    rows = queries.members_on(asked.unit, asked.on, few=few)
    rows = queries.in_state(rows, asked.state, asked.on) if asked.state else rows
    rows = rows.filter(person__woman=asked.sex == "nu") if asked.sex else rows
    rows = rows.filter(from_on__gte=asked.since) if asked.since else rows
    rows = rows.filter(from_on__lte=asked.until) if asked.until else rows
    return rows


def by_given_name(asked: Asked) -> QuerySet[Membership]:
    """All the memberships asked for, in the order of the list."""
    rows = queries.with_words(found(asked), asked.words, "person__")
    return rows.select_related("person", "unit").order_by("person__given_key", "person_id")


def _asked(request: HttpRequest, unit: Unit) -> Asked:
    get = request.GET
    return Asked(
        unit, state.day(get.get(DAY, "")) or today(), words.asked(request), _one_of(get.get(SEX, ""), SEXES),
        _one_of(get.get(STATE, ""), STATES), state.day(get.get(SINCE, "")), state.day(get.get(UNTIL, "")),
    )  # fmt: skip


def _one_of(value: str, known: dict[str, str]) -> str:
    return value if value in known else ""


def _noted(request: HttpRequest, asked: Asked) -> None:
    """Who is in hardship, who in the Party: seeing that is noted."""
    if asked.state in SENSITIVE:
        note(by=request.user.pk, action="see_sensitive", unit=asked.unit.code)
