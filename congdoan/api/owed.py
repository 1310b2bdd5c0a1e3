"""Reports asked of unions below over HTTP: asked for, owed by a day, filed on time or late."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts.answering import writer
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import children
from congdoan.papers import asking, offering, queries
from congdoan.papers.forms import AskForm, FileForm, WhyForm
from congdoan.papers.models import ReportAsked, ReportDue

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .telling import told

router = Router(tags=["papers"])


class AskedOut(Schema):
    """A report a union asked for: `many` owe it, `filed` have sent it, `on_time` by the day."""

    uid: str
    unit: str
    what: str
    period: str
    due_on: str
    withdrawn: bool
    many: int
    filed: int
    on_time: int


class OwedOut(Schema):
    """A report a union owes the one that asked (`asked_by`); `paper` is it, once filed."""

    uid: str
    unit: str
    what: str
    asked_by: str
    due_on: str
    filed_on: str | None
    on_time: bool
    paper: str | None


class AskedWhole(AskedOut):
    """A report asked for, and of each union how it stands."""

    owed: list[OwedOut]


@router.get(
    "/units/{code}/reports-asked",
    response={200: Page[AskedOut], **answers.ASKING},
    operation_id="reports_asked",
    summary="Báo cáo đã yêu cầu cấp dưới",
)
def reports_asked(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """What a union asked of those under it, the latest due first."""
    rows = queries.reports_asked(places.unit(request, code)).select_related("unit")
    found, after = paging.paged(rows, ("-due_on", "-pk"), cursor)
    return {"items": [_asked(one) for one in found], "next": after}


@router.get(
    "/units/{code}/reports-owed",
    response={200: list[OwedOut], **answers.ASKING},
    operation_id="reports_owed",
    summary="Báo cáo phải nộp",
)
def reports_owed(request: HttpRequest, code: str) -> Any:
    """What a union still owes, the soonest due on top."""
    rows = queries.reports_owed(places.unit(request, code)).filter(filed_on=None)
    return [_owed(one) for one in rows.select_related("unit")]


@router.get(
    "/reports-asked/{uid}",
    response={200: AskedWhole, **answers.ASKING},
    operation_id="report_asked",
    summary="Một báo cáo đã yêu cầu",
)
def report_asked(request: HttpRequest, uid: str) -> Any:
    """A report asked for: each union, filed on time, late, or still owing."""
    found = queries.asked_or_404(request.user, uid)  # type: ignore[arg-type]
    rows = found.owed.select_related("unit", "paper", "asked__unit").order_by("unit__name_key")
    counted = queries.reports_asked(found.unit).select_related("unit").get(pk=found.pk)
    return {**_asked(counted), "owed": [_owed(one) for one in rows]}


@router.get(
    "/reports-owed/{uid}",
    response={200: OwedOut, **answers.ASKING},
    operation_id="report_owed",
    summary="Một báo cáo phải nộp",
)
def report_owed(request: HttpRequest, uid: str) -> Any:
    """A report a union owes, or has filed."""
    return _owed(queries.due_or_404(request.user, uid))  # type: ignore[arg-type]


def _asked(one: Any) -> dict[str, Any]:
    return told(one, AskedOut, withdrawn=bool(one.withdrawn_id))


def _owed(one: ReportDue) -> dict[str, Any]:
    asked = one.asked
    beside = {"what": asked.what, "asked_by": asked.unit.code, "due_on": asked.due_on.isoformat()}
    return told(one, OwedOut, **beside)


def _above(request: HttpRequest, code: str) -> Unit:
    """The union, for those who write for it; a grassroots union has nobody to ask."""
    unit = places.written(request, code)
    if unit.kind.grassroots:
        raise PermissionDenied
    return unit


def _of_mine(request: HttpRequest, uid: str) -> ReportAsked:
    found = queries.asked_or_404(request.user, uid)  # type: ignore[arg-type]
    writer(request, found.unit)
    return found


def _due(request: HttpRequest, uid: str) -> ReportDue:
    found = queries.due_or_404(request.user, uid)  # type: ignore[arg-type]
    writer(request, found.unit)
    return found


def _ask(unit: Unit, form: Any, by: int) -> ReportAsked:
    said = form.cleaned_data
    return asking.ask(unit=unit, by=by, **(said | {"unions": list(said["unions"])}))


def _withdraw(found: ReportAsked, form: Any, by: int) -> None:
    asking.withdraw(asked=found, by=by, **form.cleaned_data)


def _file(due: ReportDue, form: Any, by: int) -> None:
    asking.file(due=due, by=by, **form.cleaned_data)


def _unfile(due: ReportDue, form: Any, by: int) -> None:
    asking.unfile(due=due, by=by, **form.cleaned_data)


def _among(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"papers": queries.issued(unit), "unions": children(unit, today())}


def _offered(request: HttpRequest, due: ReportDue) -> dict[str, Any]:
    paper = offering.offered(due) if due.filed_on is None else None
    return {"papers": queries.issued(due.unit, paper), "initial": {"paper": paper.uid if paper else None}}


ACTS = (
    Act(
        "/units/{code}/reports-asked",
        "ask_report",
        "Yêu cầu cấp dưới nộp báo cáo",
        _above,
        AskForm,
        _ask,
        _among,
    ),
    Act(
        "/reports-asked/{uid}/withdraw",
        "withdraw_asked",
        "Thôi yêu cầu báo cáo",
        _of_mine,
        WhyForm,
        _withdraw,
    ),
    Act("/reports-owed/{uid}/file", "file_report", "Ghi đã nộp báo cáo", _due, FileForm, _file, _offered),
    Act("/reports-owed/{uid}/unfile", "unfile_report", "Bỏ lần nộp báo cáo", _due, WhyForm, _unfile),
)
for _act in ACTS:
    expose(router, _act, "papers")
