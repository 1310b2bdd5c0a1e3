"""Whose books somebody may read, and in whose they may write."""

import uuid
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from congdoan.accounts import access
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere
from congdoan.org.models import Unit

from .models import Fund

Thing = TypeVar("Thing", bound=Model)
RULING = ("national", "province")
NOT_HERE = "Không có sổ quỹ nào ở địa chỉ này trong phạm vi bạn được xem."


def writable_unit(request: HttpRequest) -> Unit:
    """The union looked at, if this person writes for it."""
    unit = here(request)
    may_write(request, unit)
    return unit


def fund_seen(request: HttpRequest, code: str) -> Fund:
    """The fund, for those who see its union."""
    seen = access.units_seen(request.user).order_by().values("pk")
    fund = Fund.objects.filter(unit__in=seen, code=code).select_related("unit__kind").first()
    if fund is None:
        raise NotHere(NOT_HERE)
    return fund


def thing_seen(request: HttpRequest, rows: QuerySet[Thing], uid: uuid.UUID, *units: str) -> Thing:
    """A voucher, a transfer, a count …, for those who see one of the unions it names (`units`: how it names them)."""
    seen = access.units_seen(request.user).order_by().values("pk")
    for unit in units:
        if found := rows.filter(uid=uid, **{f"{unit}__in": seen}).first():
            return found
    raise NotHere(NOT_HERE)


def may_rule(request: HttpRequest, unit: Unit) -> bool:
    """Whether the person may add rates and codes, which hold for the whole book: administrators from the province up."""
    return unit.kind.level.code in RULING and access.may_administer(request.user, unit)


def may_write(request: HttpRequest, unit: Unit) -> None:
    """Let those through who write for the union."""
    if not access.may_write(request.user, unit):
        raise PermissionDenied
