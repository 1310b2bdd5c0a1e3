"""The page of one record: what, when, whose, who; what it adds to which figures; what was changed, by whom and why."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.models import User
from congdoan.audit.models import Posting
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.funds.queries import standing

from . import kind as kinds
from . import queries, tables, told
from .doubts import Doubt, of_record
from .filling import NEW
from .papers import papers_of, printed
from .record import Record, Version
from .rights import may_confirm, may_undo, may_write, seen_rows
from .told import Change

ACTS = {"add": "Ghi", "amend": "Sửa", "withdraw": "Hủy", "confirm": "Xác nhận"}


@dataclass(frozen=True)
class Act:
    """One thing done to a record."""

    label: str
    posting: Posting
    who: str
    changes: list[Change]


@dataclass(frozen=True)
class Feed:
    """What it adds to a figure, and where that figure is shown."""

    added: queries.Added
    url: str


@require_safe
def record(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The page of a record. Each sight of a sensitive list is noted in the trail."""
    found = queries.record_or_404(request.user, uid)
    kind, rows = kinds.of(found), seen_rows(request, found)
    writes = may_write(request, found.unit, kind)
    keeps = access.may_see_sensitive(request.user, found.unit)
    if exports.asked(request):
        return _taken_out(request, found, rows=rows, keeps=keeps)
    context: dict[str, Any] = {
        "record": found,
        "kind": kind,
        "facts": told.facts(found),
        "results": list(kind.results(kinds.full(found))),
        "tables": told.tables(found, sensitive=rows and keeps) if rows else [],
        "vouchers": standing(found.uid),
        "counts": [] if rows else told.counts(found),
        "partners": found.partners.all(),
        "doubts": [] if found.withdrawn else _doubts(found),
        "feeds": _feeds(request, found),
        "acts": acts(found, rows=rows),
        "entered": _name(found.entered_by),
        "writes": writes and not found.withdrawn,
        "may_confirm": may_confirm(request, found),
        "may_undo": NEW in request.GET and may_undo(request, found),
        "saved": NEW in request.GET,
        "record_papers": [] if found.withdrawn else papers_of(found),
    }
    photos, papers = _attached(found)
    return render(request, "records/record.html", {**context, "photos": photos, "papers": papers})


@require_safe
def record_paper(request: HttpRequest, uid: uuid.UUID, paper: str) -> HttpResponse:
    """A paper of the record as a Word file; with its people only for those who see them, and then noted in the trail."""
    found = queries.record_or_404(request.user, uid)
    rows = seen_rows(request, found)
    keeps = rows and access.may_see_sensitive(request.user, found.unit)
    content = printed(found, paper, rows=rows, sensitive=keeps)
    name = f"{paper.replace('_', '-')}-{found.happened_on:%Y-%m-%d}.docx"
    return download(content, name)


def _taken_out(request: HttpRequest, found: Record, *, rows: bool, keeps: bool) -> HttpResponse:
    """Its lists as a file, for those who see them."""
    lists = tables.of_lists(found, sensitive=keeps) if rows else []
    if not lists:
        raise NotHere("Việc này không có danh sách nào trong phạm vi bạn được xem.")
    about = [f"{found.title}, {found.happened_on:%d/%m/%Y}"]
    return exports.handed(request, "danh-sach", found.unit, *lists, about=about, of=found.uid)


def acts(found: Record, *, rows: bool) -> list[Act]:
    """What was done to a record, the last first."""
    versions = list(Version.objects.filter(record=found).select_related("posting").order_by("number"))
    postings = [version.posting for version in versions] + ([found.confirmed] if found.confirmed else [])
    names = _names({posting.by for posting in postings})
    changed = {version.posting_id: _changes(found, versions, n, rows) for n, version in enumerate(versions)}
    done = [
        Act(ACTS.get(p.action, p.action), p, names.get(p.by, "Người vận hành"), changed.get(p.pk, []))
        for p in postings
    ]
    return sorted(done, key=lambda act: act.posting.at or timezone.now(), reverse=True)


def _changes(found: Record, versions: list[Version], n: int, rows: bool) -> list[Change]:
    if n == 0:
        return []
    before, after = versions[n - 1].content, versions[n].content
    return told.changes(kinds.of(found), before, after, rows=rows)


def _doubts(found: Record) -> list[Doubt]:
    return of_record(kinds.of(found), kinds.full(found), kinds.rows(found))


def _feeds(request: HttpRequest, found: Record) -> list[Feed]:
    seen = set(state.seen(request).values_list("pk", flat=True))
    return [
        Feed(added, _figure_url(added, found) if added.unit.pk in seen else "")
        for added in queries.adds(found)
    ]


def _figure_url(added: queries.Added, found: Record) -> str:
    """The page of the figure, at the union and in the half-year where it was added; empty while there is no such page."""
    try:
        url = reverse("figure", args=[added.indicator.code])
    except NoReverseMatch:
        return ""
    return f"{url}?{state.UNIT}={added.unit.code}&{state.PERIOD}={half_of(added.day)}"


def half_of(day: date) -> str:
    """The code of the half-year a day lies in."""
    return f"{day.year}-H{1 if day.month <= 6 else 2}"


def _attached(found: Record) -> tuple[list[Any], list[Any]]:
    """Its photos, and its other files."""
    files = list(found.attachments.filter(removed=None).select_related("file").order_by("pk"))
    photos = [file for file in files if file.file.media_type.startswith("image/")]
    return photos, [file for file in files if file not in photos]


def _names(users: set[int | None]) -> dict[int | None, str]:
    """Who these people are, by their number; the trail itself keeps no names."""
    found = User.objects.filter(pk__in=[pk for pk in users if pk is not None])
    return {user.pk: str(user) for user in found}


def _name(user: int | None) -> str:
    return _names({user}).get(user, "Người vận hành")
