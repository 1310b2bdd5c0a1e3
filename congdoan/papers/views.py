"""Sổ văn bản: papers out and in, searched and narrowed; one paper; its scan; the register as Excel.

What was typed into the search may be somebody's name: it is kept in the session, and the address bears a token for it.
"""

import uuid
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports, words
from congdoan.accounts.answering import unit_of
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.models import Unit
from congdoan.records.files import open_file

from . import history, queries, tables
from .models import Paper

PER_PAGE, PAGE = 50, "trang"
WAYS = {"di": Paper.Way.OUT, "den": Paper.Way.IN}
STATES = {"": "Mọi tình trạng", "cho": "Chờ xử lý", "tre": "Quá hạn", "huy": "Đã hủy"}


@dataclass
class Asked:
    """What the register is asked for."""

    unit: Unit
    way: str
    year: int = 0
    sort: str = ""
    state: str = ""
    text: str = ""

    @property
    def slug(self) -> str:
        return "den" if self.way == Paper.Way.IN else "di"

    @property
    def narrowed(self) -> bool:
        return bool(self.year or self.sort or self.state or self.text)


@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest) -> HttpResponse:
    """The register of a union; a POST is a search, answered by the address that shows it."""
    if request.method == "POST":
        return redirect(words.remembered(request))
    asked = _asked(request)
    if exports.asked(request):
        return _taken_out(request, asked)
    page = Paginator(_found(asked), PER_PAGE).get_page(request.GET.get(PAGE))
    context = {
        "asked": asked, "page": page, "rows": queries.listed(page, today()), "sorts": Paper.Sort.choices,
        "states": STATES, "years": queries.years(asked.unit, asked.way),
        "writes": access.may_write(request.user, asked.unit),
    }  # fmt: skip
    return render(request, "papers/papers.html", context)


def _taken_out(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The register as a file."""
    rows = queries.listed(_found(asked)[:ONE_TOO_MANY], today())
    coming = asked.way == Paper.Way.IN
    table = Table(f"Sổ văn bản {'đến' if coming else 'đi'}", tables.COMING if coming else tables.GOING, rows)
    how = [f"năm {asked.year}" if asked.year else "", dict(Paper.Sort.choices).get(asked.sort, "")]
    how += [STATES[asked.state] if asked.state else "", f"có “{asked.text}”" if asked.text else ""]
    about = ["; ".join(str(one) for one in how if one)]
    return exports.handed(request, f"so-van-ban-{asked.slug}", asked.unit, table, about=about)


@require_safe
def paper(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One paper: what it says, its scans, what it answers and what answers it, what was changed."""
    found = queries.paper_or_404(request.user, uid)
    original = queries.original(request.user, found)
    (row,) = queries.listed(Paper.objects.filter(pk=found.pk), today())
    context = {
        "paper": found, "row": row, "scans": queries.scans(found, *original), "acts": history.of_paper(found),
        "answers_to": found.answered_by.filter(withdrawn=None), "files": found.files.select_related("asked"),
        "copies": found.copies.filter(withdrawn=None).select_related("unit"),
        "original_seen": bool(original),
        "plans": found.plans.filter(unmade=None), "writes": access.may_write(request.user, found.unit),
    }  # fmt: skip
    return render(request, "papers/paper.html", context)


@require_safe
def scan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The scan itself, shown as what it was found to be."""
    found = queries.scan_or_404(request.user, uid)
    headers: dict[str, Any] = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    headers["Content-Disposition"] = content_disposition_header(False, found.name)
    return HttpResponse(open_file(found.file.digest), content_type=found.file.media_type, headers=headers)


def _asked(request: HttpRequest) -> Asked:
    get = request.GET.get
    asked = Asked(unit_of(request), WAYS.get(get("so", ""), Paper.Way.OUT), text=words.asked(request))
    asked.year = int(get("nam", "")[:4]) if get("nam", "").isdecimal() else 0
    asked.sort = get("loai", "") if get("loai", "") in Paper.Sort.values else ""
    asked.state = get("tt", "") if get("tt", "") in STATES else ""
    return asked


def _found(asked: Asked) -> QuerySet[Paper]:
    rows = queries.register(asked.unit, asked.way, asked.text)
    rows = rows.filter(year=asked.year) if asked.year else rows
    rows = rows.filter(sort=asked.sort) if asked.sort else rows
    if asked.state == "huy":
        return rows.filter(withdrawn__isnull=False)
    rows = queries.open_papers(rows) if asked.state else rows
    return rows.filter(due_on__lt=today()) if asked.state == "tre" else rows
