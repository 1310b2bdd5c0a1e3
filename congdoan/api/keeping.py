"""The book itself over HTTP: taken out whole, periods closed and opened again, a union's own report templates."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.archive import views as archive
from congdoan.base.errors import NotAllowed, NotHere, Refused
from congdoan.base.forms import Form
from congdoan.ledger import actions as ledger
from congdoan.ledger.models import Closing
from congdoan.org.models import Unit
from congdoan.records.forms import CloseForm, ReopenForm
from congdoan.reports import actions, library
from congdoan.reports.forms import TemplateForm
from congdoan.reports.models import Report, Template
from congdoan.reports.views import mine
from congdoan.reports.views_templates import template_file

from . import answers, places, uploads
from .acting import Act, Key, expose
from .answers import Done
from .reports import router as reports
from .telling import WORD, a_file, told

router = Router(tags=["book"])
DAY = timedelta(days=1)
NOT_YOURS = "Sổ chứa mọi dữ liệu nhạy cảm; chỉ người ghi sổ của công đoàn này tải được."


class ClosedOut(Schema):
    """Days of a union in which nothing new may be dated."""

    first: str
    last: str


class ReopenIn(ReopenForm):
    """Which closed stretch is opened again, by its first day, and why."""

    first = forms.DateField(label="Ngày đầu của kỳ đang khóa")


class HeritageForm(Form):
    """Whether what predecessors did is in a report."""

    heritage = forms.BooleanField(label="Tính cả phần của công đoàn tiền thân", required=False)


class RetireForm(ReopenForm):
    """Why a template is no longer used."""


@router.get(
    "/units/{code}/book",
    response=answers.ASKING,
    operation_id="whole_book",
    summary="Toàn bộ sổ, một tệp zip",
    openapi_extra=a_file("application/zip"),
)
def whole_book(request: HttpRequest, code: str) -> HttpResponse:
    """Excel, JSON Lines and files of a union and all under it, which another installation loads to the same figures."""
    unit = places.written(request, code)
    if not access.may_see_sensitive(request.user, unit):
        raise NotAllowed(NOT_YOURS)
    if hindered := archive.hindered(request, unit):
        raise Refused(f"{hindered} Hãy nhờ người vận hành chạy lệnh congdoan export.")
    return archive.handed(request, unit)


@router.get(
    "/units/{code}/closed",
    response={200: list[ClosedOut], **answers.ASKING},
    operation_id="closed",
    summary="Các kỳ đang khóa sổ",
)
def closed(request: HttpRequest, code: str) -> Any:
    """The stretches of days a union has closed, the last first."""
    rows = Closing.objects.filter(unit=places.unit(request, code), unmade=None).order_by("-from_on")
    return [
        told(one, ClosedOut, first=one.from_on.isoformat(), last=(one.to_on - DAY).isoformat())
        for one in rows
    ]


@reports.post(
    "/units/{code}/templates",
    response={200: Done, **answers.ACTING},
    operation_id="upload_template",
    summary="Đưa lên mẫu báo cáo Word",
    openapi_extra=uploads.body(TemplateForm),
    tags=["reports"],
)
def upload_template(request: HttpRequest, code: str, key: Key) -> Any:
    """A union's own form of report: a Word file with our tags."""
    return uploads.taken(request, key, places.written(request, code), TemplateForm, _upload)


@router.get(
    "/templates/{name}",
    response=answers.ASKING,
    operation_id="template_file",
    summary="Một mẫu báo cáo, tệp Word",
    openapi_extra=a_file(WORD),
    tags=["reports"],
)
def one_template(request: HttpRequest, name: str) -> HttpResponse:
    """The template itself, to begin one's own from."""
    return template_file(request, name)


def _upload(unit: Unit, said: dict[str, Any], by: int) -> Template:
    try:
        return library.upload(unit=unit, name=said["name"], docx=said["file"].read(), by=by)
    except Refused as refused:
        raise Refused(refused.sentence, refused.field or "file") from None


def _template(request: HttpRequest, name: str) -> Template:
    found = library.find(name)
    if found is None or found.retired_id or not access.sees(request.user, found.unit):
        raise NotHere("Không có mẫu báo cáo này.")
    access.require(access.may_write(request.user, found.unit))
    return found


def _retire(found: Template, form: Any, by: int) -> None:
    library.retire(template=found, by=by, why=form.cleaned_data["why"])


def _close(unit: Unit, form: Any, by: int) -> None:
    ledger.close(unit=unit, by=by, **form.cleaned_data)


def _reopen(unit: Unit, form: Any, by: int) -> None:
    found = Closing.objects.filter(unit=unit, unmade=None, from_on=form.cleaned_data["first"]).first()
    if found is None:
        raise Refused(f"{unit.name} không khóa kỳ nào bắt đầu ngày ấy.", "first")
    ledger.reopen(closing=found, by=by, why=form.cleaned_data["why"])


def _lay_over(report: Report, form: Any, by: int) -> None:
    actions.lay_over(report=report, heritage=form.cleaned_data["heritage"], by=by)


ACTS = (
    Act("/units/{code}/closed", "close_period", "Khóa sổ một kỳ", places.written, CloseForm, _close),
    Act("/units/{code}/closed/reopen", "reopen_period", "Mở lại kỳ đã khóa", places.written, ReopenIn, _reopen),
    Act("/templates/{name}/retire", "retire_template", "Bỏ một mẫu báo cáo", _template, RetireForm, _retire),
    Act("/reports/{uid}/heritage", "lay_over", "Tính cả phần của công đoàn tiền thân", mine, HeritageForm, _lay_over),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "book")
