"""Word and Excel files of proposals, councils and decisions. They name people, so that each download is noted."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.records.excel import DAY, NUMBER, YEAR, Column, workbook

from . import decisions, papers, queries
from .eligibility import evidence
from .models import Decision, Grant


@require_safe
def proposal_file(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Tờ trình."""
    found = queries.proposal_or_404(request.user, uid)
    return handed(request, papers.proposal_paper(found), f"to-trinh-{found.proposed_on}.docx", found)


@require_safe
def council_file(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Biên bản."""
    found = queries.council_or_404(request.user, uid)
    return handed(request, papers.minutes_paper(found), f"bien-ban-{found.met_on}.docx", found)


@require_safe
def decision_file(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Quyết định."""
    found = queries.decision_or_404(request.user, uid)
    content = papers.decision_paper(found, queries.granted(found))
    return handed(request, content, f"quyet-dinh-{found.signed_on}.docx", found)


@require_safe
def certificates(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A certificate for each, one page each, in one file."""
    found = queries.decision_or_404(request.user, uid)
    content = papers.certificates_paper(found, queries.granted(found))
    return handed(request, content, f"giay-chung-nhan-{found.signed_on}.docx", found)


@require_safe
def proposal_excel(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The candidates, with what the book says of each."""
    found = queries.proposal_or_404(request.user, uid)
    rows = evidence(found, list(found.candidates.select_related("person", "union")))
    columns = [
        Column("STT", lambda row: row.candidate.position, NUMBER),
        Column("Họ tên, tập thể", lambda row: row.candidate.called),
        Column("Là", lambda row: row.candidate.get_sort_display()),
        Column("Công đoàn", lambda row: row.candidate.union.name),
        Column("Thành tích", lambda row: row.candidate.reason),
        Column("Năm liên tục được khen", lambda row: row.years, NUMBER),
        Column("Sáng kiến", lambda row: len(row.known.works), NUMBER),
        Column("Cần xem lại", lambda row: "; ".join(one.text for one in row.shown if one.found.met is False)),
    ]
    return handed(
        request,
        workbook([("Đề nghị", columns, rows)], str(found)),
        f"de-nghi-{found.proposed_on}.xlsx",
        found,
    )


@require_safe
def decision_excel(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Who was granted what, with the money."""
    found = queries.decision_or_404(request.user, uid)
    grants = queries.granted(found)
    rows = list(enumerate(zip(grants, decisions.money(found, grants), strict=True), start=1))
    content = workbook([("Được khen", _granted_columns(found), rows)], str(found))
    return handed(request, content, f"khen-thuong-{found.signed_on}.xlsx", found)


def _granted_columns(decision: Decision) -> Sequence[Column]:
    def who(row: Any) -> Grant:
        return row[1][0]  # type: ignore[no-any-return]

    return [
        Column("STT", lambda row: row[0], NUMBER),
        Column("Họ tên, tập thể", lambda row: who(row).candidate.called),
        Column("Công đoàn", lambda row: who(row).candidate.union.name),
        Column("Hình thức", lambda row: decision.get_award_display()),
        Column("Năm đạt thành tích", lambda row: decision.achievement_year, YEAR),
        Column("Số quyết định", lambda row: decision.number),
        Column("Ngày ký", lambda row: decision.signed_on, DAY),
        Column("Tiền thưởng", lambda row: row[1][1], NUMBER),
    ]


def handed(request: HttpRequest, content: bytes, name: str, what: Any) -> HttpResponse:
    """A file handed out, noted in the trail."""
    note(by=request.user.pk, action="export_awards", what=str(what.uid), unit=what.unit.code)
    return download(content, name)
