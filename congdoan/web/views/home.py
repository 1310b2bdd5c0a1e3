"""Hôm nay: the front page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import access, state
from congdoan.accounts.models import Role
from congdoan.base.forms import WEEKDAYS
from congdoan.base.period import standard_periods, today
from congdoan.org.models import Unit
from congdoan.records import queries
from congdoan.web import asking, front, telling
from congdoan.web.asking import Question
from congdoan.web.shell import Item

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
        "query": question.query(),
        "weekday": WEEKDAYS[today().weekday()],
        "running": _running(question),
        "recent": front.recent(written),
        "steps": [] if written else _steps(request, question.unit),
        **(_of_period(request, question) if written else {}),
    }
    return render(request, "web/home.html", context)


def _of_period(request: HttpRequest, question: Question) -> dict[str, Any]:
    unit, found = question.unit, front.heard_from(question)
    writes = access.may_write(request.user, unit)
    answers = writes and not access.writes_for(request.user, unit)
    told = telling.told(question)
    return {
        "writes": writes,
        "report": front.due_report(unit, question.period) if writes else None,
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
