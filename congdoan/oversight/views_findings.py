"""What inspections demand and what became of it: the list, the panel on a record's page, phúc tra; the two papers."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.records.inspections import Demand, Inspection
from congdoan.records.queries import record_or_404

from . import following, queries, tables
from .answering import answered, oversees, unit_of
from .forms import FollowUpForm, WhyForm
from .models import FollowUp
from .papers import PAPERS, printed

asked = require_http_methods(["GET", "HEAD", "POST"])
PER_PAGE, PAGE = 50, "trang"
STATES = {"": "Chưa khắc phục", "qua-han": "Quá hạn", "xong": "Đã khắc phục", "tat-ca": "Tất cả"}


@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    """What is to be mended in a union and under it, or by it; the soonest due first."""
    unit, chosen = unit_of(request), request.GET.get("tt", "")
    if exports.asked(request):
        rows = queries.findings(_chosen(request)[:ONE_TOO_MANY], today())
        table = Table("Kiến nghị sau kiểm tra", tables.FINDINGS, rows)
        return exports.handed(request, "kien-nghi", unit, table, about=[STATES.get(chosen, "")])
    page = Paginator(_chosen(request), PER_PAGE).get_page(request.GET.get(PAGE))
    rows = queries.findings(page, today())
    context = {"unit": unit, "page": page, "rows": rows, "states": STATES, "chosen": chosen}
    return render(request, "oversight/findings.html", context)


@require_safe
def findings_of(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What one inspection demands, for who inspected and for who is to mend it."""
    rows = demands_seen(request, uid)
    if exports.asked(request):
        table = Table("Kiến nghị của cuộc kiểm tra", tables.FINDINGS, queries.findings(rows, today()))
        return exports.handed(request, "kien-nghi", rows[0].record.unit, table, of=uid)
    return render(request, "oversight/findings_of.html", {"record": rows[0].record, **_panel(request, rows)})


@require_safe
def inspection_followed(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A piece of the record's page: what it demands, what became of it, its papers."""
    record = _inspection(request, uid)
    rows = list(Demand.objects.filter(record=record).select_related("union", "record__unit"))
    context = {"record": record, "papers": PAPERS.values(), **_panel(request, rows)}
    return render(request, "oversight/followed.html", context)


@asked
def follow_up(request: HttpRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """Say what became of a demand: who is to mend it reports, who inspected confirms."""
    demand, inspects = followed_by(request, uid, key)
    form = FollowUpForm(request.POST or None, inspects=inspects, money=bool(demand.amount))
    back = _back(request, demand)

    def act(said: dict[str, Any]) -> str:
        recovered = said.pop("recovered", None) or 0
        following.follow_up(demand=demand, by=request.user.pk, recovered=recovered, **said)
        return back

    heading = "Phúc tra" if inspects else "Báo đã khắc phục"
    return answered(request, form, act, heading=heading, back=back, lead=demand.what)


@asked
def follow_up_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take back what was said by mistake."""
    said, demand = taking_back(request, uid)
    form, back = WhyForm(request.POST or None), _back(request, demand)

    def act(reason: dict[str, Any]) -> str:
        following.take_back(said=said, by=request.user.pk, **reason)
        return back

    return answered(
        request, form, act, heading="Bỏ lần phúc tra ghi nhầm", back=back, button="Bỏ", danger=True
    )


@require_safe
def inspection_paper(request: HttpRequest, uid: uuid.UUID, paper: str) -> HttpResponse:
    """The minutes, or the notice of what was concluded, as a Word file."""
    record = _inspection(request, uid)
    if paper not in PAPERS:
        raise NotHere("Không có giấy nào như vậy; hãy chọn ở trang của cuộc kiểm tra.")
    name = f"{paper.replace('_', '-')}-{record.happened_on:%Y-%m-%d}.docx"
    return download(printed(record, paper), name)


def followed_by(request: HttpRequest, uid: uuid.UUID, key: str) -> tuple[Demand, bool]:
    """A demand of which this person says what became, and whether as who inspected; else as who is to mend it."""
    demand = queries.demand_or_404(request.user, uid, key)
    mine = _mine(request, [demand])
    if not mine:
        raise PermissionDenied
    return demand, demand.record.unit_id in mine


def taking_back(request: HttpRequest, uid: uuid.UUID) -> tuple[FollowUp, Demand]:
    """What was said of a demand, if this person speaks for who said it."""
    said = FollowUp.objects.filter(uid=uid, unmade=None).select_related("record__unit").first()
    if said is None:
        raise NotHere("Không có lần phúc tra nào ở địa chỉ này.")
    demand = queries.demand_or_404(request.user, said.record.uid, said.key)
    by = demand.union_id if said.state == FollowUp.State.REPORTED else demand.record.unit_id
    if by not in _mine(request, [demand]):
        raise PermissionDenied
    return said, demand


def _chosen(request: HttpRequest) -> QuerySet[Demand]:
    """The demands that the address asks for."""
    rows, chosen = queries.demands_of(unit_of(request), today()), request.GET.get("tt", "")
    if chosen == "tat-ca":
        return rows
    if chosen == "xong":
        return queries.mended_ones(rows)
    rows = queries.open_ones(rows)
    return rows.filter(due_on__lt=today()) if chosen == "qua-han" else rows


def demands_seen(request: HttpRequest, uid: uuid.UUID) -> list[Demand]:
    """The demands of an inspection that this person sees: all of them, or those to be mended by their own unions."""
    seen = list(queries.demands_seen(request.user).filter(record__uid=uid))
    if not seen:
        raise NotHere("Không có kiến nghị nào ở địa chỉ này trong phạm vi bạn được xem.")
    return seen


def _mine(request: HttpRequest, rows: Iterable[Demand]) -> set[int]:
    """Of the unions of these demands (by number), those for which this person inspects and mends."""
    units = {unit for demand in rows for unit in (demand.union_id, demand.record.unit_id)}
    return queries.answers_for(request.user, units)


def _panel(request: HttpRequest, rows: list[Demand]) -> dict[str, Any]:
    """The demands as they stand, and what this person may say of them."""
    mine = _mine(request, rows)
    inspects = bool(rows) and rows[0].record.unit_id in mine
    told = [(one, inspects or one.demand.union_id in mine) for one in queries.findings(rows, today())]
    opens = inspects and access.sees(request.user, rows[0].record.unit)
    return {"findings": told, "inspects": inspects, "opens": opens}


def _inspection(request: HttpRequest, uid: uuid.UUID) -> Inspection:
    """The inspection of that record, if this person sees it."""
    record = record_or_404(request.user, uid)
    found = Inspection.objects.select_related("unit__kind", "changed").filter(pk=record.pk).first()
    if found is None:
        raise NotHere("Việc này không phải một cuộc kiểm tra.")
    return found


def _back(request: HttpRequest, demand: Demand) -> str:
    """The record's page for who inspected, else the list of what is to be mended."""
    if oversees(request, demand.record.unit):
        return reverse("record", args=[demand.record.uid])
    return reverse("findings_of", args=[demand.record.uid])
