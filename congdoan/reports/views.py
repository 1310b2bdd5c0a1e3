"""The pages of reports: list, paper, its open places, its figures one by one, its files."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.models import User
from congdoan.accounts.state import here
from congdoan.audit.models import Posting
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.base.text import fold
from congdoan.ledger.models import Watermark
from congdoan.org import queries as org
from congdoan.org.models import Unit

from . import actions, causes, columns, excel, filing, misses, onscreen, pdf, rendering, sheet
from .forms import BeginForm, period_for
from .models import Report

OPERATOR = "người điều hành sổ"
FILES = {
    "docx": rendering.docx,
    "pdf": rendering.as_pdf,
    "xlsx": excel.file,
}


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The union's reports, newest first, and a new one to begin."""
    unit = here(request)
    if exports.asked(request):
        rows = Report.objects.filter(unit=unit).order_by("-last_on", "-pk")
        table = Table("Báo cáo", columns.REPORTS, list(rows[:ONE_TOO_MANY]))
        return exports.handed(request, "bao-cao", unit, table)
    form = BeginForm(unit=unit, period=state.current_period(request))
    return _list(request, unit, form)


@require_POST
def report_begin(request: HttpRequest) -> HttpResponse:
    """Begin a report for the union and period of the page, or go on with the one there is."""
    unit, period = here(request), state.current_period(request)
    access.require(access.may_write(request.user, unit))
    form = BeginForm(request.POST, unit=unit, period=period)
    if form.is_valid():
        template = form.cleaned_data["template"]
        with form.refusing():
            asked = period_for(template, period, unit)
            begun = actions.begin(unit=unit, period=asked, template=template, by=request.user.pk)
            return redirect("report", begun.uid)
    return _list(request, unit, form, status=422)


@require_safe
def report(request: HttpRequest, uid: str) -> HttpResponse:
    """The report as paper, its figures as chips; beside it the outline, what adds up, who is missing, what moved."""
    found = report_or_404(request, uid)
    may_write = access.may_write(request.user, found.unit)
    context = {
        "report": found,
        "sheet": sheet.sheet(found),
        "causes": _causes(found),
        "missed": misses.told(found),
        "writes": may_write and found.state != Report.State.ISSUED,
        **_ways_out(found, may_write),
        "silences": [] if found.unit.kind.grassroots else sheet.silences(found),
        "last_year": sheet.last_year(found),
        "predecessors": list(org.predecessors(found.unit, found.last_on, found.frozen_at)),
        "pdf": pdf.available(),
        "verified": Watermark.objects.first(),
        "froze": actor(found.frozen),
        "issued_by": actor(found.issued),
        "editing": request.GET.get("viet", ""),
    }
    return render(request, "reports/report.html", context)


@require_POST
def report_write(request: HttpRequest, uid: str) -> HttpResponse:
    """Write into one of the open places; answers with the place alone when the page asks for it itself."""
    found = mine(request, uid)
    places, place = rendering.places(found), request.POST.get("place", "")
    if place not in places:
        raise NotHere("Báo cáo không có chỗ viết này.")
    written = actions.write(report=found, name=place, text=request.POST.get("text", ""), by=request.user.pk)
    if request.headers.get("HX-Request"):
        block = onscreen.place(place, places[place], written.text)
        context = {"block": block, "report": found, "writes": True, "saved": True}
        return render(request, "reports/place.html", context | {"last_year": sheet.last_year(found)})
    messages.success(request, "Đã lưu đoạn viết.")
    return redirect(f"{reverse('report', args=[found.uid])}#cho-{place}")


@require_safe
def report_file(request: HttpRequest, uid: str, form: str) -> HttpResponse:
    """Hand out the file: the issued one, or the report as it stands."""
    found = report_or_404(request, uid)
    if form not in FILES:
        raise NotHere("Báo cáo chỉ có bản Word, PDF và Excel.")
    return download(FILES[form](found), f"{file_name(found)}.{form}")


def report_or_404(request: HttpRequest, uid: str) -> Report:
    """The report and the right to see it, in one."""
    rows = Report.objects.select_related("unit__kind", "frozen", "issued", "paper").filter(uid=uid)
    found = access.narrow(rows, request.user, day="last_on").first()
    if found is None:
        raise NotHere("Không có báo cáo này trong phạm vi bạn được xem.")
    return found


def mine(request: HttpRequest, uid: str) -> Report:
    """The report, if this person may change it."""
    found = report_or_404(request, uid)
    access.require(access.may_write(request.user, found.unit))
    return found


def actor(posting: Posting | None) -> str:
    """Who did it, by name; the operator has none."""
    user = User.objects.filter(pk=posting.by).first() if posting and posting.by else None
    return str(user) if user else OPERATOR


def _list(request: HttpRequest, unit: Unit, form: BeginForm, status: int = 200) -> HttpResponse:
    period, rows = (
        state.current_period(request),
        list(Report.objects.filter(unit=unit).order_by("-last_on", "-pk")),
    )
    context: dict[str, Any] = {
        "rows": rows,
        "unit": unit,
        "period": period,
        "form": form if access.may_write(request.user, unit) else None,
    }
    return render(request, "reports/list.html", context, status=status)


def _ways_out(found: Report, may_write: bool) -> dict[str, Any]:
    """Of an issued report: to whom it went, what it may still be handed in for, to whom it may be sent."""
    if found.paper is None:
        return {}
    sent = found.paper.copies.filter(withdrawn=None).select_related("unit")
    owed = filing.waiting(found) if may_write else []
    return {"sent": sent, "owed": owed, "to": filing.above(found) if may_write and not owed else None}


def _causes(found: Report) -> list[tuple[causes.Cause, str]]:
    came = causes.causes(found)
    people = User.objects.in_bulk({cause.by for cause in came if cause.by})
    return [(cause, str(people.get(cause.by or 0, OPERATOR))) for cause in came]


def file_name(found: Report) -> str:
    """Codes and numbers only."""
    number = f"{found.number:02d}-{found.symbol}" if found.number else "du-thao"
    return fold(f"{number}-{found.unit.code}-{found.period}").replace("/", "-").replace(":", "-")
