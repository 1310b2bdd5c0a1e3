"""Hôm nay: the front page."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.models import Role
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere
from congdoan.base.forms import WEEKDAYS
from congdoan.base.period import standard_periods, today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.models import Unit
from congdoan.records import queries
from congdoan.web import asking, due, front, tables, telling
from congdoan.web.asking import Question
from congdoan.web.shell import PAGE, Item

NOT_HERE = "Không có danh sách này ở Hôm nay của bạn."
TILES, RECORDS = 6, 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is due first, then what needs an answer, the figures that tell most, what was written last."""
    if state.current_unit(request) is None:
        return render(request, "web/home_nowhere.html", {"first": _may_begin(request)})
    question = asking.read(request)
    written = queries.latest(question.unit, request.user, RECORDS)
    context = {
        "question": question,
        "unit": question.unit,
        "query": question.query(),
        "weekday": WEEKDAYS[today().weekday()],
        "running": _running(question),
        "recent": front.recent(written),
        "steps": [] if written else _steps(request, question.unit),
        **_due(request, question),
        **(_of_period(request, question) if written else {}),
    }
    return render(request, "web/home.html", context)


@require_safe
def today_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole of a pile of which the front page shows the first."""
    if state.current_unit(request) is None:
        raise NotHere(NOT_HERE)
    question = asking.read(request)
    pile = due.piles(request.user, question, today()).get(slug)
    if pile is None:
        raise NotHere(NOT_HERE)
    out = exports.asked(request)
    page = pile.page(per=ONE_TOO_MANY) if out else pile.page(request.GET.get(PAGE))
    _noted(request, question.unit, pile, page)
    if out:
        return exports.handed(request, slug, question.unit, Table(pile.heading, tables.DUE, list(page)))
    return render(request, "web/today_list.html", {"pile": pile, "page": page, "unit": question.unit})


def _due(request: HttpRequest, question: Question) -> dict[str, Any]:
    """What is due, the people to think of, the targets."""
    found = [(pile, pile.first()) for pile in due.piles(request.user, question, today()).values()]
    for pile, page in found:
        if pile.named:
            _noted(request, question.unit, pile, page)
    some = [(pile, page) for pile, page in found if page.object_list]
    return {
        "work": [one for one in some if one[0].slug == due.WORK],
        "people": [one for one in some if one[0].slug != due.WORK],
        "done": bool(found) and not some,
        "targets": front.bars(question.unit),
    }


def _noted(request: HttpRequest, unit: Unit, pile: due.Pile, page: "Page[Any]") -> None:
    """Who is in hardship or ill: seeing that is noted."""
    if pile.sensitive and page.object_list:
        note(by=request.user.pk, action="see_sensitive", unit=unit.code)


def _of_period(request: HttpRequest, question: Question) -> dict[str, Any]:
    unit, found = question.unit, front.heard_from(question)
    writes = access.may_write(request.user, unit)
    answers = writes and not access.writes_for(request.user, unit)
    told = telling.told(question)
    return {
        "writes": writes,
        "chapters": front.open_chapters(question, found) if writes else [],
        "waiting": front.waiting(unit) if answers else [],
        "silence": front.silence(question, found),
        "told": told[:TILES],
        **({} if told else _latest(question)),
    }


def _latest(question: Question) -> dict[str, Any]:
    """Where the period has nothing: the last half-year that has something."""
    period = telling.latest_period(question.unit)
    if period is None or period == question.period:
        return {}
    return {
        "latest": period,
        "latest_url": question.query(period=period),
        "latest_label": f"Xem {period.label()}",
    }


def _running(question: Question) -> str:
    """The address of the running half-year, where another is looked at."""
    period = standard_periods(today())[0]
    return "" if period == question.period else question.query(period=period)


def _may_begin(request: HttpRequest) -> bool:
    """Whether this is the person who sets up an empty book."""
    return bool(getattr(request.user, "is_superuser", False)) and not Unit.objects.exists()


def _steps(request: HttpRequest, unit: Unit) -> list[Item]:
    """The three first steps in an empty book."""
    if access.may_write(request.user, unit):
        return [
            Item(
                "Ghi một lần thăm hỏi: chưa đến nửa phút",
                reverse("record_form", args=["care"]),
                "heart-handshake",
            ),
            Item(
                "Dán danh sách quà từ bảng tính: cả danh sách là một việc",
                reverse("record_form", args=["care"]),
                "clipboard-paste",
            ),
            Item("Xem số liệu tự cộng lên các cấp", reverse("figures"), "chart-column"),
        ]
    if access.seats(request.user).filter(role=Role.ADMINISTRATOR).exists():
        return [
            Item("Xem lại hệ thống tổ chức, lập công đoàn còn thiếu", reverse("tree"), "network"),
            Item("Thêm người dùng, giao vai trò", reverse("people"), "user-round-plus"),
            Item("Nhờ công đoàn cơ sở ghi việc đầu tiên", reverse("figures"), "square-pen"),
        ]
    return []
