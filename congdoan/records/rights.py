"""What somebody may do with a record, and the pages that say no."""

import uuid
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from congdoan.accounts import access, state
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere
from congdoan.org.models import Unit

from . import kind as kinds
from . import queries
from .kind import KINDS, Kind
from .record import Record

UNDO_FOR = timedelta(
    minutes=5
)  # the page offers it for ten seconds; a slow thumb and a slow network are given more


def found_kind(slug: str) -> Kind:
    """The kind an address names. Raises `NotHere`."""
    if slug not in KINDS:
        raise NotHere("Không có loại việc nào ở địa chỉ này; hãy chọn ở trang Ghi việc.")
    return KINDS[slug]


def may_write(request: HttpRequest, unit: Unit, kind: Kind) -> bool:
    """Whether this person may record something of that kind for the union."""
    inspects = kind.inspectors and access.may_inspect(request.user, unit)
    return inspects or access.may_write(request.user, unit)


def kinds_for(request: HttpRequest, unit: Unit | None) -> list[Kind]:
    """What this person may record for the union: everything, nothing, or what an inspection committee does."""
    if unit is None:
        return []
    if access.may_write(request.user, unit):
        return list(KINDS.values())
    inspects = access.may_inspect(request.user, unit)
    return [kind for kind in KINDS.values() if inspects and kind.inspectors]


def instead(request: HttpRequest, unit: Unit, kind: Kind) -> bool:
    """Whether it is written for another: this person has no seat there from which to write it."""
    return access.writes_for(request.user, unit, access.INSPECTS if kind.inspectors else access.WRITERS)


def unit_of(request: HttpRequest, kind: Kind | None = None) -> Unit:
    """The union a form was shown for (it says which), or the one looked at; only where this person may record."""
    code = request.POST.get(state.UNIT, "")
    unit = state.seen(request).filter(code=code).first() if code else state.current_unit(request)
    if code and unit is None:
        raise NotHere("Không có công đoàn này trong phạm vi bạn được xem.")
    return writable(request, unit, kind)


def writable(request: HttpRequest, unit: Unit | None, kind: Kind | None = None) -> Unit:
    """The union, if this person may record for it (that kind, if one is named); else the page that says no."""
    allowed = kinds_for(request, unit)
    if unit is None or not allowed or (kind and kind not in allowed):
        raise PermissionDenied
    return unit


def changeable(request: HttpRequest, uid: uuid.UUID) -> Record:
    """The record, if this person may change it: 404 for who may not see it, 403 for who only may."""
    record = queries.record_or_404(request.user, uid)
    writable(request, record.unit, kinds.of(record))
    return record


def seen_rows(request: HttpRequest, record: Record) -> bool:
    """Whether the lists of a record are shown to this person; that sensitive ones are is noted in the trail."""
    rows = queries.may_see_rows(request.user, record)
    if rows and kinds.of(record).sensitive:
        note(by=request.user.pk, action="see_sensitive", what=str(record.uid), unit=record.unit.code)
    return rows


def may_undo(request: HttpRequest, record: Record) -> bool:
    """Whether this person wrote it, just now, and nothing has happened to it since."""
    fresh = record.made.at is not None and timezone.now() - record.made.at < UNDO_FOR
    untouched = record.version == 1 and not record.withdrawn and not record.confirmed_id
    return fresh and untouched and record.entered_by == request.user.pk


def may_confirm(request: HttpRequest, record: Record) -> bool:
    """Whether it waits for the word of somebody who writes at that very union, and this is one."""
    if not record.entered_for or record.confirmed_id or record.withdrawn:
        return False
    own = not access.writes_for(request.user, record.unit)
    return own and access.may_write(request.user, record.unit)
