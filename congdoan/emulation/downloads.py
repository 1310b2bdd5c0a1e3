"""Word files of proposals, councils and decisions. They name people, so that each download is noted."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from congdoan.audit.actions import note
from congdoan.base.downloads import download

from . import papers, queries


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


def handed(request: HttpRequest, content: bytes, name: str, what: Any) -> HttpResponse:
    """A file handed out, noted in the trail."""
    note(by=request.user.pk, action="export_awards", what=str(what.uid), unit=what.unit.code)
    return download(content, name)
