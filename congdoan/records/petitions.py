"""What was asked and waits for an answer: the list, a piece of the petition's page, and the short form that answers."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import exports
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import DayField, Form
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.queries import under

from . import actions, queries, tables
from .kinds.petition import PETITION, Asked, Petition, answered, open_petitions
from .rights import changeable, may_write

PER_PAGE, PAGE = 50, "trang"
NOT_WAITING = "Không có điều nào đang chờ trả lời ở địa chỉ này."


class AnswerForm(Form):
    """What was answered, when, by whom. `version`: of the petition as it was shown."""

    answer = forms.CharField(label="Trả lời", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    answered_on = DayField(label="Ngày trả lời", initial=today)
    addressee = forms.CharField(label="Ai trả lời", max_length=150)
    version = forms.IntegerField(widget=forms.HiddenInput)


@require_safe
def petitions(request: HttpRequest) -> HttpResponse:
    """What waits for an answer in a union and under it, the first due first."""
    unit, day = here(request), today()
    rows = open_petitions(under(unit, day), day).select_related("record__unit__kind")
    if exports.asked(request):
        table = Table("Ý kiến, kiến nghị chờ trả lời", tables.PETITIONS, list(rows[:ONE_TOO_MANY]))
        return exports.handed(request, "kien-nghi-cho-tra-loi", unit, table)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get(PAGE))
    told = [(row, may_write(request, row.record.unit, PETITION)) for row in page]
    context = {
        "unit": unit,
        "page": page,
        "rows": told,
        "today": day,
        "writes": may_write(request, unit, PETITION),
    }
    return render(request, "records/petitions.html", context)


@require_safe
def petition_waiting(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A piece of the page of a petition: what still waits."""
    record = queries.record_or_404(request.user, uid)
    writes = may_write(request, record.unit, PETITION)
    rows = [(row, writes) for row in Asked.objects.filter(record=record.pk, answered_on=None)]
    context = {"rows": [] if record.withdrawn else rows, "today": today(), "record": record}
    return render(request, "records/petition_waiting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def petition_answer(request: HttpRequest, uid: uuid.UUID, number: int) -> HttpResponse:
    """Answer one thing asked: the petition is amended, the rest of it stays."""
    record = changeable(request, uid)
    row = Asked.objects.filter(record=record.pk, position=number, answered_on=None).first()
    if row is None or record.withdrawn:
        raise NotHere(NOT_WAITING)
    form = AnswerForm(request.POST or None, initial={"addressee": row.addressee, "version": record.version})
    if form.is_valid():
        with form.refusing():
            answer(row, dict(form.cleaned_data), request.user.pk)
            messages.success(request, "Đã ghi câu trả lời.")
            return redirect("record", uid)
    context = {"record": record, "row": row, "form": form, "today": today()}
    return render(request, "records/petition_answer.html", context, status=422 if form.errors else 200)


def answer(row: Asked, said: dict[str, Any], by: int | None) -> None:
    """Answer it, if nobody has changed the petition since it was shown."""
    petition = Petition.objects.get(pk=row.record_id)
    if said.pop("version") != petition.version:
        raise Refused("Kiến nghị này vừa được sửa ở nơi khác; hãy mở lại trang rồi trả lời.")
    lines = answered(petition, row.position, said)
    actions.amend(record=petition, by=by, why="Trả lời kiến nghị", lines=lines)
