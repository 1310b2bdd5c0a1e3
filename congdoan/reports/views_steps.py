"""Two steps that fix a report, each asked before it is done: chốt số liệu, ban hành; and the step back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.org import queries as org
from congdoan.records import doubts

from . import actions, facts, numbers, sheet
from .forms import IssueForm, WhyForm
from .models import Report
from .questions import so_far
from .views import mine

STEP = ["GET", "HEAD", "POST"]
FROZEN = "Đã chốt số liệu. Việc ghi hoặc sửa sau lúc này vẫn vào sổ và hiện ở “Thay đổi sau khi chốt”."


@require_http_methods(STEP)
def report_freeze(request: HttpRequest, uid: str) -> HttpResponse:
    """Chốt số liệu: first what would be fixed and what is still missing, then the deed."""
    found = mine(request, uid)
    if request.method == "POST":
        actions.freeze(report=found, by=request.user.pk)
        messages.success(request, FROZEN)
        return redirect("report", found.uid)
    if found.state != Report.State.DRAFT:
        return redirect("report", found.uid)
    laid = sheet.sheet(found)
    context = {
        "report": found,
        "figures": len({tag.question for _, tag, _ in laid.said}),
        "off": [check for check in laid.checks if check.off],
        "doubts": doubts.of(found.unit, so_far(Period.parse(found.period), None)),
        "silences": [] if found.unit.kind.grassroots else sheet.silences(found),
        "unwritten": laid.unwritten,
        "ends_on": (last := Period.parse(found.period).last),
        "running": last >= today(),
    }
    return render(request, "reports/freeze.html", context)


@require_http_methods(STEP)
def report_issue(request: HttpRequest, uid: str) -> HttpResponse:
    """Ban hành: who signs, which day, which number; then the file is made once."""
    found = mine(request, uid)
    upcoming = numbers.upcoming(found.unit, facts.TYPE, today().year)
    form = IssueForm(request.POST or None, initial={"signer": _signer(found)}, upcoming=upcoming)
    if request.method == "POST" and form.is_valid():
        try:
            _issue(request, found, form)
            return redirect("report", found.uid)
        except Refused as refused:
            form.refuse(refused)
    elif found.state != Report.State.FROZEN:
        return redirect("report", found.uid)
    context = {"report": found, "form": form, "unwritten": sheet.sheet(found).unwritten}
    return render(request, "reports/issue.html", context, status=422 if form.errors else 200)


@require_POST
def report_thaw(request: HttpRequest, uid: str) -> HttpResponse:
    """Let the figures be live again before issuing."""
    found, form = mine(request, uid), WhyForm(request.POST)
    if not form.is_valid():
        raise Refused("Hãy ghi lý do bỏ chốt số liệu.", "why")
    actions.thaw(report=found, by=request.user.pk, why=form.cleaned_data["why"])
    messages.success(request, "Đã bỏ chốt: số liệu lại cập nhật theo việc ghi.")
    return redirect("report", found.uid)


def _issue(request: HttpRequest, found: Report, form: IssueForm) -> None:
    given = form.cleaned_data
    actions.issue(
        report=found, by=request.user.pk, signer=given["signer"], on=given["on"], number=given["number"]
    )
    sentence = f"Đã ban hành: {facts.number_line(found, None)}. Tệp này được giữ nguyên mãi về sau."
    messages.success(request, sentence)


def _signer(found: Report) -> str:
    naming = org.naming(found.unit, today())
    return naming.signer_name if naming else ""
