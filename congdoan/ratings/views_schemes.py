"""The schemes: the list, one of them, a new one."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.answering import answered, unit_of, writer
from congdoan.accounts.state import here
from congdoan.base.period import today
from congdoan.base.table import Table

from . import queries, tables
from . import schemes as entered
from .forms import SchemeForm
from .models import Sheet
from .points import said


@require_safe
def schemes(request: HttpRequest) -> HttpResponse:
    """What the union is scored by, and has entered."""
    unit = unit_of(request)
    rows = entered.for_unit(unit, today()).select_related("unit")
    if exports.asked(request):
        return exports.handed(
            request, "mau-cham-diem", unit, Table("Mẫu chấm điểm", tables.SCHEMES, list(rows))
        )
    writes = access.may_write(request.user, unit)
    return render(request, "ratings/schemes.html", {"unit": unit, "rows": rows, "writes": writes})


@require_safe
def scheme(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One scheme: its parts and criteria, from how many points each level is given."""
    found = queries.scheme_or_404(request.user, uid, today())
    parts = queries.parts(Sheet(scheme=found))
    if exports.asked(request):
        table = Table(found.name, tables.CRITERIA, [row for part in parts for row in part.rows])
        return exports.handed(request, "mau-cham-diem", found.unit or here(request), table, of=uid)
    most = queries.most_of(found.criteria.all())
    limits = [(one.get_grade_display(), said(one.least)) for one in found.limits.all()]
    return render(
        request, "ratings/scheme.html", {"scheme": found, "parts": parts, "limits": limits, "most": most}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def scheme_new(request: HttpRequest) -> HttpResponse:
    """Enter a scheme for the unions at and below this one."""
    unit = writer(request, unit_of(request))
    form = SchemeForm(request.POST or None)

    def act(entry: dict[str, Any]) -> str:
        made = entered.set_scheme(unit=unit, by=request.user.pk, **entry)
        return reverse("rating_scheme", args=[made.uid])

    how = {"heading": "Lập mẫu chấm điểm", "back": reverse("rating_schemes"), "done": "Đã lưu mẫu chấm điểm."}
    return answered(request, form, act, template="ratings/scheme_new.html", unit=unit, **how)
