"""Tải toàn bộ sổ: whoever keeps a union's book takes all of it along, in one file."""

import tempfile
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from congdoan.accounts import access, state
from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.ledger.models import Entry
from congdoan.org.ancestry import below_ever
from congdoan.org.models import Unit

from .exporting import export

MOST_ENTRIES = 5000  # what is written while somebody waits; more is for the operator


@require_http_methods(["GET", "HEAD", "POST"])
def whole_book(request: HttpRequest) -> HttpResponse:
    """What is in the file, and the file. It holds all that is sensitive: for those who write and may see that."""
    unit = state.here(request)
    if not (access.may_write(request.user, unit) and access.may_see_sensitive(request.user, unit)):
        raise PermissionDenied
    hindrance = hindered(request, unit)
    if request.method == "POST" and not hindrance:
        return handed(request, unit)
    context = {"unit": unit, "hindered": hindrance}
    return render(
        request, "archive/whole_book.html", context, status=422 if request.method == "POST" else 200
    )


def hindered(request: HttpRequest, unit: Unit) -> str:
    """Why it cannot be taken out here: some of it is not theirs to see any more, or it takes too long."""
    units = below_ever([unit.pk])
    if access.units_seen(request.user).filter(pk__in=units).count() < len(units):
        return "Trong sổ có công đoàn đã chuyển đi nơi khác, bạn chỉ xem được những ngày họ còn ở đây."
    if Entry.objects.filter(unit__in=units)[: MOST_ENTRIES + 1].count() > MOST_ENTRIES:
        return "Sổ này lớn, xuất một lần mất nhiều phút."
    return ""


def handed(request: HttpRequest, unit: Unit) -> HttpResponse:
    """The file; that it was taken out is noted."""
    name = f"so-{unit.code}-{timezone.localdate():%Y-%m-%d}.zip"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, name)
        manifest = export(unit, target)
        note(by=request.user.pk, action="export_book", unit=unit.code, state=manifest.state)
        return download(target.read_bytes(), name)
