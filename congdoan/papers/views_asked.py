"""Báo cáo phải nộp: what a union asks of those under it, what is asked of it; who filed, who is late."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.answering import answered, unit_of, writer
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.queries import children

from . import asking, offering, queries, tables
from .forms import AskForm, FileForm, WhyForm
from .models import ReportDue
from .views import PAGE, PER_PAGE

asked_ = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def reports_asked(request: HttpRequest) -> HttpResponse:
    """What this union owes, and what it asked of those under it."""
    unit = unit_of(request)
    if exports.asked(request):
        lists = [
            Table("Đã yêu cầu cấp dưới", tables.ASKED, list(queries.reports_asked(unit)[:ONE_TOO_MANY])),
            Table("Phải nộp", tables.OWED, list(queries.reports_owed(unit)[:ONE_TOO_MANY])),
        ]
        return exports.handed(request, "bao-cao-phai-nop", unit, *lists)
    owed = Paginator(queries.reports_owed(unit), PER_PAGE).get_page(request.GET.get(PAGE))
    context = {
        "unit": unit, "page": owed, "today": today(), "asked": queries.reports_asked(unit)[:PER_PAGE],
        "writes": access.may_write(request.user, unit), "above": not unit.kind.grassroots,
    }  # fmt: skip
    return render(request, "papers/reports.html", context)


@asked_
def report_ask(request: HttpRequest) -> HttpResponse:
    """Ask unions below for a report."""
    unit = writer(request, unit_of(request))
    if unit.kind.grassroots:
        raise PermissionDenied
    among = children(unit, today())
    form = AskForm(
        request.POST or None, papers=queries.issued(unit), unions=among,
        initial={"unions": [one.code for one in among]},
    )  # fmt: skip

    def act(said: dict[str, Any]) -> str:
        made = asking.ask(unit=unit, by=request.user.pk, **(said | {"unions": list(said["unions"])}))
        return reverse("report_asked", args=[made.uid])

    return answered(
        request, form, act, template="papers/ask.html", heading="Yêu cầu báo cáo", back=reverse("reports_asked"),
        button="Gửi yêu cầu", done="Đã yêu cầu; từng công đoàn thấy báo cáo này trong việc đến hạn.", unit=unit,
    )  # fmt: skip


@require_safe
def report_asked(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One report asked for: each union, filed on time, late, or still owing."""
    found = queries.asked_or_404(request.user, uid)
    rows = found.owed.select_related("unit", "paper").order_by("unit__name_key")
    if exports.asked(request):
        table = Table(str(found), tables.FILED, list(rows.select_related("asked")[:ONE_TOO_MANY]))
        about = [f"hạn {found.due_on:%d/%m/%Y}"]
        return exports.handed(request, "nop-bao-cao", found.unit, table, about=about, of=uid)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get(PAGE))
    context = {
        "asked": found, "page": page, "today": today(), "counted": queries.reports_asked(found.unit).get(pk=found.pk),
        "writes": access.may_write(request.user, found.unit),
    }  # fmt: skip
    return render(request, "papers/asked.html", context)


@asked_
def report_asked_withdraw(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask for a report no longer."""
    found = queries.asked_or_404(request.user, uid)
    writer(request, found.unit)
    back = reverse("report_asked", args=[uid])

    def act(said: dict[str, Any]) -> str:
        asking.withdraw(asked=found, by=request.user.pk, **said)
        return back

    heading = f"Thôi yêu cầu: {found}"
    return _formed(request, WhyForm(request.POST or None), act, heading=heading, back=back, button="Thôi yêu cầu", danger=True)  # fmt: skip


@asked_
def report_due(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A report this union owes: by when, filed or not; who writes for it says that it was sent."""
    found = queries.due_or_404(request.user, uid)
    writes = access.may_write(request.user, found.unit)
    if request.method == "POST":
        writer(request, found.unit)
    paper = offering.offered(found) if found.filed_on is None else None
    form = FileForm(
        request.POST or None, papers=queries.issued(found.unit, paper), initial={"paper": paper.uid if paper else None}
    )  # fmt: skip

    def act(said: dict[str, Any]) -> str:
        asking.file(due=found, by=request.user.pk, **said)
        return reverse("report_due", args=[uid])

    return answered(
        request, form, act, template="papers/due.html", heading=found.asked.what, back=_list_url(found),
        button="Đã nộp", done="Đã ghi nộp báo cáo.", due=found, offered=paper, writes=writes, today=today(),
    )  # fmt: skip


@asked_
def report_unfile(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """It was not sent after all."""
    found = queries.due_or_404(request.user, uid)
    writer(request, found.unit)
    back = reverse("report_due", args=[uid])

    def act(said: dict[str, Any]) -> str:
        asking.unfile(due=found, by=request.user.pk, **said)
        return back

    return _formed(request, WhyForm(request.POST or None), act, heading="Bỏ lần nộp", back=back, button="Bỏ lần nộp", danger=True)  # fmt: skip


def _formed(request: HttpRequest, form: WhyForm, act: Any, **how: Any) -> HttpResponse:
    return answered(request, form, act, template="papers/form.html", **how)


def _list_url(due: ReportDue) -> str:
    return f"{reverse('reports_asked')}?cd={due.unit.code}"
