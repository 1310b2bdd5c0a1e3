"""Two steps that fix a report, each asked before it is done: chốt số liệu, ban hành; and the step back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.org import queries as org
from congdoan.records import doubts, upholding
from congdoan.records.doubts import Doubt

from . import actions, facts, filing, numbers, sheet
from .forms import IssueForm, UpholdForm, WhyForm
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
    return _asked(request, found)


@require_POST
def report_lay_over(request: HttpRequest, uid: str) -> HttpResponse:
    """What predecessors did is in the report, or left out."""
    found = mine(request, uid)
    actions.lay_over(report=found, heritage=bool(request.POST.get("heritage")), by=request.user.pk)
    messages.success(request, "Đã tính lại số liệu.")
    return redirect("report", found.uid)


@require_POST
def report_uphold(request: HttpRequest, uid: str) -> HttpResponse:
    """Figures that look odd are right all the same, in a word."""
    found, form = mine(request, uid), UpholdForm(request.POST)
    if form.is_valid():
        with form.refusing():
            upholding.uphold(unit=found.unit, period=days(found), by=request.user.pk, **form.cleaned_data)
            messages.success(request, "Đã ghi vì sao vẫn đúng.")
            return redirect("report_freeze", found.uid)
    return _asked(request, found, form)


def _asked(request: HttpRequest, found: Report, refused: UpholdForm | None = None) -> HttpResponse:
    """The page before freezing; with the reason that was refused, where it was typed."""
    laid = sheet.sheet(found)
    odd = doubts.of(found.unit, days(found))
    context = {
        "report": found,
        "figures": len({tag.question for _, tag, _ in laid.said}),
        "off": [check for check in laid.checks if check.off],
        "doubts": [_answerable(n, doubt, refused) for n, doubt in enumerate(odd) if not doubt.upheld],
        "refused": refused,
        "upheld": [doubt for doubt in odd if doubt.upheld],
        "silences": [] if found.unit.kind.grassroots else sheet.silences(found),
        "unwritten": laid.unwritten,
        "ends_on": (last := Period.parse(found.period).last),
        "running": last >= today(),
    }
    return render(request, "reports/freeze.html", context, status=422 if refused else 200)


def days(found: Report) -> Period:
    """The report's period as far as it has run."""
    return so_far(Period.parse(found.period), None)


def _answerable(number: int, doubt: Doubt, refused: UpholdForm | None) -> tuple[Doubt, UpholdForm | None]:
    """A doubt, and the form that settles it; a doubt about a record is settled at the record."""
    if doubt.record:
        return doubt, None
    if refused and refused.data.get("sentence") == doubt.sentence:
        return doubt, refused
    return doubt, UpholdForm(initial={"sentence": doubt.sentence}, auto_id=f"id_{number}_%s")


@require_http_methods(STEP)
def report_issue(request: HttpRequest, uid: str) -> HttpResponse:
    """Ban hành: who signs, which day, which number; then the file is made once."""
    found = mine(request, uid)
    upcoming = numbers.upcoming(found.unit, today().year)
    form = IssueForm(request.POST or None, initial={"signer": _signer(found)}, upcoming=upcoming)
    if request.method == "POST" and form.is_valid():
        with form.refusing():
            _issue(request, found, form)
            return redirect("report", found.uid)
    elif found.state != Report.State.FROZEN:
        return redirect("report", found.uid)
    context = {"report": found, "form": form, "unwritten": sheet.sheet(found).unwritten}
    return render(request, "reports/issue.html", context, status=422 if form.errors else 200)


@require_POST
def report_send(request: HttpRequest, uid: str) -> HttpResponse:
    """Hand an issued report in where it was asked for, else to the union above."""
    found = mine(request, uid)
    filing.send(report=found, by=request.user.pk)
    messages.success(request, "Đã gửi; báo cáo nằm trong sổ văn bản đến của công đoàn cấp trên.")
    return redirect("report", found.uid)


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
