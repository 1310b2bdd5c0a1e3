"""The end of a body in pages: what is still to be done, its minutes as a Word file; what a member who leaves is given."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import access
from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.members.models import Membership

from . import closing, minutes
from .views import unit_or_404


@require_safe
def unit_closing(request: HttpRequest, code: str) -> HttpResponse:
    """What must be done when a union ends, what is, and what is late."""
    found = _closing(request, code)
    points = [(point, point.late(today())) for point in found.points]
    return render(request, "reform/closing.html", {"closing": found, "unit": found.unit, "points": points})


@require_safe
def unit_minutes(request: HttpRequest, code: str) -> HttpResponse:
    """The minutes of its hand-over, to be signed by three."""
    found = _closing(request, code)
    return download(minutes.handover(found), f"bien-ban-ban-giao-{found.unit.code}.docx")


@require_safe
def member_certificate(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A certificate of a membership, for who keeps the register; that it was printed is noted."""
    held = Membership.objects.filter(uid=uid, unmade=None).select_related("person", "unit__kind").first()
    if held is None or not access.may_see_sensitive(request.user, held.unit):
        raise NotHere("Không có đoàn viên nào ở địa chỉ này trong phạm vi bạn được xem.")
    note(by=request.user.pk, action="see_person", what=str(held.person.uid), unit=held.unit.code)
    return download(minutes.certificate(held), "giay-xac-nhan-doan-vien.docx")


def _closing(request: HttpRequest, code: str) -> closing.Closing:
    unit = unit_or_404(request, code)
    found = closing.closing(unit)
    if found is None:
        raise NotHere(f"{unit.name} vẫn hoạt động nên chưa có gì để bàn giao.")
    return found
