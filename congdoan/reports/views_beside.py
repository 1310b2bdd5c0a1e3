"""What other pages ask of reports, and a union's own templates."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, state
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_CODE
from congdoan.records.record import Record

from . import changes, library
from .forms import TemplateForm
from .models import Report, Template


@require_safe
def record_reports(request: HttpRequest, uid: str) -> HttpResponse:
    """Which frozen and issued reports counted a record: a piece of its page."""
    rows = access.narrow(Record.objects.filter(uid=uid), request.user, day="happened_on")
    record = rows.first()
    if record is None:
        raise NotHere("Không có việc này trong phạm vi bạn được xem.")
    seen = access.units_seen(request.user)
    return render(
        request, "reports/counted_by.html", {"rows": changes.counted_by(record).filter(unit__in=seen)}
    )


@require_safe
def figure_reports(request: HttpRequest, code: str) -> HttpResponse:
    """Which reports of the union printed a figure: a piece of its page."""
    if code not in BY_CODE:
        raise NotHere("Danh mục không có mục số liệu này.")
    unit, period = state.current_unit(request), state.current_period(request)
    rows = (
        Report.objects.filter(unit=unit, answers__code=code)
        .exclude(answers__ref="")
        .distinct()
        .order_by("-last_on")
    )
    near = [
        report
        for report in rows
        if Period.parse(report.period).overlaps(period) or Period.parse(report.period).first > period.last
    ]
    return render(request, "reports/counted_by.html", {"rows": near[:10]})


@require_http_methods(["GET", "HEAD", "POST"])
def templates(request: HttpRequest) -> HttpResponse:
    """The templates a union may choose from; its own are uploaded here. Data, not code: only our tags, replaced as text."""
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa có vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    writes = access.may_write(request.user, unit)
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        access.require(writes)
        try:
            library.upload(
                unit=unit,
                name=form.cleaned_data["name"],
                docx=form.cleaned_data["file"].read(),
                by=request.user.pk,
            )
            messages.success(request, "Đã nhận mẫu báo cáo; có thể chọn khi soạn báo cáo.")
            return redirect("report_templates")
        except Refused as refused:
            form.add_error("file" if refused.field in ("template", None) else refused.field, refused.sentence)
    rows = Template.objects.filter(unit=unit).select_related("made").order_by("retired", "name")
    context = {"form": form if writes else None, "rows": rows, "built_in": library.BUILT_IN}
    return render(request, "reports/templates.html", context, status=422 if form.errors else 200)


@require_safe
def template_file(request: HttpRequest, name: str) -> HttpResponse:
    """A template as a Word file, to begin one's own from."""
    if name not in library.BUILT_IN:
        _mine(request, name)
    response = HttpResponse(
        library.content(name),
        content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
    response["Content-Disposition"] = f'attachment; filename="mau-{name}.docx"'
    return response


@require_http_methods(["POST"])
def template_retire(request: HttpRequest, name: str) -> HttpResponse:
    """Take a union's own template out of the choices."""
    template = _mine(request, name)
    access.require(access.may_write(request.user, template.unit))
    library.retire(template=template, by=request.user.pk, why=request.POST.get("why", ""))
    return redirect("report_templates")


def _mine(request: HttpRequest, name: str) -> Template:
    """An uploaded template and the right to see it, in one."""
    try:
        template = library.uploaded(name)
    except Refused:
        template = None
    if template is None or not access.sees(request.user, template.unit):
        raise NotHere("Không có mẫu báo cáo này.")
    return template
