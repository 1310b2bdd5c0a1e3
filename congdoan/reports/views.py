"""The pages of reports: list, paper, freeze, issue, hand out; and what other pages ask of reports."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from congdoan.accounts import access, state
from congdoan.accounts.models import User
from congdoan.audit.models import Posting
from congdoan.base.errors import NotHere, Refused
from congdoan.ledger.models import Watermark
from congdoan.org import queries as org
from congdoan.org.models import Unit

from . import actions, changes, checking, onscreen, pdf, vocabulary
from .forms import BeginForm, IssueForm, WhyForm, half_year_of
from .models import Report
from .tags import TEXT

CHIPS = {"draft": "live", "frozen": "frozen", "issued": "frozen"}


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The union's reports, newest first, and a new one to begin."""
    unit, period = _unit(request), half_year_of(state.current_period(request))
    rows = Report.objects.filter(unit=unit).order_by("-last_on", "-pk")
    form = BeginForm(unit=unit) if access.may_write(request.user, unit) else None
    return render(request, "reports/list.html", {"rows": rows, "unit": unit, "period": period, "form": form})


@require_POST
def report_begin(request: HttpRequest) -> HttpResponse:
    """Begin a report for the union and period of the page, or go on with the one there is."""
    unit, period = _unit(request), half_year_of(state.current_period(request))
    access.require(access.may_write(request.user, unit))
    form = BeginForm(request.POST, unit=unit)
    if not form.is_valid():
        return render(
            request, "reports/list.html", {"rows": [], "unit": unit, "period": period, "form": form}
        )
    report = actions.begin(
        unit=unit, period=period, template=form.cleaned_data["template"], by=request.user.pk
    )
    return redirect("report", report.uid)


@require_safe
def report(request: HttpRequest, uid: str) -> HttpResponse:
    """The report as paper, its figures as chips; beside it the outline, who is missing, what changed since."""
    found = report_or_404(request, uid)
    changed = changes.changed_since(found) if found.frozen_at else []
    blocks = onscreen.blocks(_for_screen(found), _states(found, {change.ref for change in changed}))
    writes = access.may_write(request.user, found.unit)
    context = {
        "report": found,
        "blocks": blocks,
        "outline": onscreen.outline(blocks),
        "changed": changed,
        "causes": _causes(found),
        "writes": writes and found.state != Report.State.ISSUED,
        "may_issue": writes,
        "issue_form": IssueForm(initial={"signer": _signer(found)}),
        "pdf": pdf.available(),
        "verified": Watermark.objects.first(),
        "froze": _actor(found.frozen),
        "issued_by": _actor(found.issued),
        "editing": request.GET.get("viet", ""),
    }
    return render(request, "reports/report.html", context)


@require_POST
def report_write(request: HttpRequest, uid: str) -> HttpResponse:
    """Write into one of the open places."""
    found = _mine(request, uid)
    place = request.POST.get("place", "")
    if place not in _places(found):
        raise NotHere("Báo cáo không có chỗ này.")
    actions.write(report=found, name=place, text=request.POST.get("text", ""), by=request.user.pk)
    return redirect(f"{reverse('report', args=[found.uid])}#cho-{place}")


@require_POST
def report_freeze(request: HttpRequest, uid: str) -> HttpResponse:
    """Chốt số liệu."""
    found = actions.freeze(report=_mine(request, uid), by=request.user.pk)
    messages.success(
        request,
        "Đã chốt số liệu. Việc ghi hoặc sửa sau lúc này vẫn vào sổ và hiện ở “Thay đổi sau khi chốt”.",
    )
    return redirect("report", found.uid)


@require_POST
def report_thaw(request: HttpRequest, uid: str) -> HttpResponse:
    """Let the figures be live again before issuing."""
    found, form = _mine(request, uid), WhyForm(request.POST)
    if not form.is_valid():
        raise Refused("Hãy ghi lý do bỏ chốt số liệu.", "why")
    actions.thaw(report=found, by=request.user.pk, why=form.cleaned_data["why"])
    return redirect("report", found.uid)


@require_POST
def report_issue(request: HttpRequest, uid: str) -> HttpResponse:
    """Ban hành."""
    found, form = _mine(request, uid), IssueForm(request.POST)
    if form.is_valid():
        try:
            given = form.cleaned_data
            actions.issue(
                report=found,
                by=request.user.pk,
                signer=given["signer"],
                on=given["on"],
                number=given["number"],
            )
            messages.success(
                request, f"Đã ban hành: Số {found.number}/{found.symbol}. Tệp này được giữ nguyên mãi về sau."
            )
            return redirect("report", found.uid)
        except Refused as refused:
            form.refuse(refused)
    return render(request, "reports/issue.html", {"report": found, "form": form}, status=422)


@require_safe
def report_file(request: HttpRequest, uid: str, form: str) -> HttpResponse:
    """Hand out the file: the issued one, or the report as it stands."""
    from . import excel

    found = report_or_404(request, uid)
    make, media = {
        "docx": (actions.docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "pdf": (actions.as_pdf, "application/pdf"),
        "xlsx": (excel.figures, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    }[form]
    response = HttpResponse(make(found), content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{_file_name(found)}.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def report_or_404(request: HttpRequest, uid: str) -> Report:
    """The report and the right to see it, in one."""
    found = Report.objects.select_related("unit__kind", "frozen", "issued").filter(uid=uid).first()
    if found is None or not access.sees(request.user, found.unit):
        raise NotHere("Không có báo cáo này trong phạm vi bạn được xem.")
    return found


def _mine(request: HttpRequest, uid: str) -> Report:
    found = report_or_404(request, uid)
    access.require(access.may_write(request.user, found.unit))
    return found


def _unit(request: HttpRequest) -> Unit:
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa có vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    return unit


def _for_screen(found: Report) -> bytes:
    if found.state == Report.State.ISSUED:
        return actions.docx(found)
    return actions.render(found, texts=onscreen.marked(actions.written(found), _places(found))).docx


def _places(found: Report) -> dict[str, str]:
    """The open places of the template: name → prompt."""
    tags = checking.tags_of(actions.template_of(found), vocabulary.of_catalogue())
    return {tag.name: tag.prompt for tag in tags if tag.kind == TEXT}


def _states(found: Report, changed: set[str]) -> dict[str, str]:
    refs = {ref for ref in found.answers.values_list("ref", flat=True) if ref}
    return {ref: "changed" if ref in changed else "frozen" for ref in refs}


def _causes(found: Report) -> list[tuple[changes.Cause, str]]:
    causes = changes.causes(found)
    people = User.objects.in_bulk({cause.by for cause in causes if cause.by})
    return [(cause, str(people.get(cause.by or 0, "Người điều hành"))) for cause in causes]


def _actor(posting: Posting | None) -> str:
    if posting is None:
        return ""
    return (
        str(User.objects.filter(pk=posting.by).first() or "Người điều hành")
        if posting.by
        else "Người điều hành"
    )


def _signer(found: Report) -> str:
    naming = org.naming(found.unit, found.last_on)
    return naming.signer_name if naming else ""


def _file_name(found: Report) -> str:
    """Codes and numbers only."""
    number = f"{found.number}-{found.symbol}-" if found.number else "du-thao-"
    return (
        f"{number}{found.unit.code}-{found.period}".replace("/", "_")
        .replace(":", "_")
        .encode("ascii", "ignore")
        .decode()
    )
