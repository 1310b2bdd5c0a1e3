"""A union's own templates: Word files, data and not code."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.accounts import access
from congdoan.accounts.state import here
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere, Refused
from congdoan.org.models import Unit

from . import library
from .forms import TemplateForm
from .models import Template


@require_http_methods(["GET", "HEAD", "POST"])
def templates(request: HttpRequest) -> HttpResponse:
    """The templates a union may choose from; its own are uploaded here. Only our tags, replaced as text."""
    unit = here(request)
    writes = access.may_write(request.user, unit)
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        access.require(writes)
        if form.is_valid() and _uploaded(request, unit, form):
            return redirect("report_templates")
    rows = Template.objects.filter(unit=unit).select_related("made").order_by("retired", "name")
    context = {"form": form if writes else None, "rows": rows, "built_in": library.BUILT_IN, "unit": unit}
    return render(request, "reports/templates.html", context, status=422 if form.errors else 200)


@require_safe
def template_file(request: HttpRequest, name: str) -> HttpResponse:
    """A template as a Word file, to begin one's own from."""
    template = library.find(name)
    seen = template and (access.sees(request.user, template.unit) or name in library.choices(here(request)))
    if name not in library.BUILT_IN and not seen:
        raise NotHere("Không có mẫu báo cáo này.")
    return download(library.content(name), f"mau-{name}.docx".replace("_", "-"))


@require_POST
def template_retire(request: HttpRequest, name: str) -> HttpResponse:
    """Take a union's own template out of the choices."""
    template = library.find(name)
    if template is None or template.retired_id or not access.sees(request.user, template.unit):
        raise NotHere("Không có mẫu báo cáo này.")
    access.require(access.may_write(request.user, template.unit))
    library.retire(template=template, by=request.user.pk, why=request.POST.get("why", ""))
    messages.success(request, f"Đã bỏ mẫu “{template.name}”; báo cáo làm theo mẫu này vẫn giữ nguyên.")
    return redirect("report_templates")


def _uploaded(request: HttpRequest, unit: Unit, form: TemplateForm) -> bool:
    """Whether the file was taken; if not, the reason stands beside its field."""
    given = form.cleaned_data
    try:
        library.upload(unit=unit, name=given["name"], docx=given["file"].read(), by=request.user.pk)
    except Refused as refused:
        form.add_error("name" if refused.field == "name" else "file", refused.sentence)
        return False
    messages.success(request, "Đã nhận mẫu báo cáo; có thể chọn khi soạn báo cáo.")
    return True
