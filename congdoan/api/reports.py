"""Reports and targets over HTTP: begun, frozen, issued, handed out; what was resolved and how it stands."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.forms import Form
from congdoan.base.period import Period
from congdoan.ledger.contract import instant
from congdoan.org.models import Unit
from congdoan.reports import actions, filing, library
from congdoan.reports.forms import IssueForm, WhyForm, period_for
from congdoan.reports.models import Report
from congdoan.reports.views import FILES, file_name, mine, report_or_404
from congdoan.targets.contract import as_target
from congdoan.targets.queries import sheet

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page

router = Router(tags=["reports"])
TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/pdf",
)
BYTES = {"schema": {"type": "string", "format": "binary"}}
A_FILE = {"responses": {200: {"description": "The file", "content": dict.fromkeys(TYPES, BYTES)}}}


class ReportOut(Schema):
    """A report. Its figures move while it is a draft, stand once frozen, and it has number, date and signer once issued."""

    uid: str
    unit: str
    template: str
    period: str
    title: str
    state: str
    frozen_at: str | None
    issued_on: str | None
    number: int | None
    symbol: str
    signer: str


class TargetOut(Schema):
    """A target, as `congdoan targets --json` prints it."""

    code: str | None
    key: str | None
    label: str
    counts_in: str | None
    op: str
    value: int | float | None
    ownership: str
    measure: str
    result: int | float | None
    num: int | None
    den: int | None
    attainment: int | float | None
    verdict: str
    printed: str
    unit: str
    period: str


class BeginForm(Form):
    """Which template, of which period."""

    template = forms.CharField(label="Mẫu báo cáo", max_length=40)
    period = forms.CharField(label="Kỳ", max_length=40)


@router.get(
    "/units/{code}/reports",
    response={200: Page[ReportOut], **answers.ASKING},
    operation_id="reports",
    summary="Các báo cáo",
)
def reports(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """The reports of a union, the newest first."""
    rows = Report.objects.filter(unit=places.unit(request, code)).select_related("unit")
    found, after = paging.paged(rows, ("-last_on", "-pk"), cursor)
    return {"items": [shown(one) for one in found], "next": after}


@router.get(
    "/units/{code}/templates",
    response={200: dict[str, str], **answers.ASKING},
    operation_id="templates",
    summary="Các mẫu báo cáo",
)
def templates(request: HttpRequest, code: str) -> Any:
    """The templates a union may report by, with what they are called."""
    return library.choices(places.unit(request, code))


@router.get(
    "/reports/{uid}",
    response={200: ReportOut, **answers.ASKING},
    operation_id="report",
    summary="Một báo cáo",
)
def report(request: HttpRequest, uid: str) -> Any:
    """A report."""
    return shown(report_or_404(request, uid))


@router.get(
    "/reports/{uid}/file/{form}",
    response=answers.ASKING,
    operation_id="report_file",
    summary="Tệp báo cáo: docx, pdf, xlsx",
    openapi_extra=A_FILE,
)
def report_file(request: HttpRequest, uid: str, form: str) -> Any:
    """The file: the issued one, the same bytes ever after, or the report as it stands."""
    found = report_or_404(request, uid)
    if form not in FILES:
        raise NotHere("Báo cáo chỉ có bản docx, pdf và xlsx.")
    return download(FILES[form](found), f"{file_name(found)}.{form}")


@router.get(
    "/units/{code}/targets",
    response={200: list[TargetOut], **answers.ASKING},
    operation_id="targets",
    summary="Chỉ tiêu và kết quả",
    tags=["targets"],
)
def targets(request: HttpRequest, code: str, period: str, known_at: str | None = None) -> Any:
    """The targets of a union in a period, each with its result and verdict."""
    unit = places.unit(request, code)
    return [as_target(row) for row in sheet(unit, Period.parse(period), instant(known_at))]


def _begin(unit: Unit, form: Any, by: int) -> Report:
    template = form.cleaned_data["template"]
    days = period_for(template, Period.parse(form.cleaned_data["period"]), unit)
    return actions.begin(unit=unit, period=days, template=template, by=by)


def _freeze(report: Report, form: Any, by: int) -> None:
    actions.freeze(report=report, by=by)


def _thaw(report: Report, form: Any, by: int) -> None:
    actions.thaw(report=report, by=by, why=form.cleaned_data["why"])


def _issue(report: Report, form: Any, by: int) -> None:
    actions.issue(report=report, by=by, **form.cleaned_data)


def _send(report: Report, form: Any, by: int) -> None:
    filing.send(report=report, by=by)


ACTS = (
    Act("/units/{code}/reports", "begin_report", "Bắt đầu một báo cáo", places.written, BeginForm, _begin),
    Act("/reports/{uid}/freeze", "freeze", "Chốt số liệu", mine, Form, _freeze),
    Act("/reports/{uid}/thaw", "thaw", "Bỏ chốt số liệu", mine, WhyForm, _thaw),
    Act("/reports/{uid}/issue", "issue", "Ban hành", mine, IssueForm, _issue),
    Act("/reports/{uid}/send", "send_report", "Gửi cấp trên", mine, Form, _send),
)
for _act in ACTS:
    expose(router, _act, "reports")


def shown(one: Report) -> dict[str, Any]:
    """A report, as it is answered."""
    day: date | None = one.issued_on
    return {
        "uid": str(one.uid),
        "unit": one.unit.code,
        "template": one.template,
        "period": one.period,
        "title": one.title,
        "state": one.state,
        "frozen_at": one.frozen_at.isoformat() if one.frozen_at else None,
        "issued_on": day.isoformat() if day else None,
        "number": one.number,
        "symbol": one.symbol,
        "signer": one.signer,
    }
