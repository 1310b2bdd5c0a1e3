"""Groups and other parts of a grassroots union."""

import uuid
from datetime import date

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit

from . import draws
from .models import Group


def form_group(
    *,
    unit: Unit,
    sort: str,
    name: str,
    on: date,
    by: int | None,
    within: Group | None = None,
    uid: uuid.UUID | None = None,
) -> Group:
    """A part of a grassroots union begins. Refuses one of a name that is in use, or in a union above the grassroots."""
    if uid and (known := Group.objects.filter(uid=uid).first()):
        return known
    name = nfc(name)
    _check(unit, name, on, within)
    with writing(by=by, action="form_group", unit=unit.code) as posting:
        group = Group.objects.create(
            uid=uid or uuid.uuid4(), unit=unit, sort=sort, name=name, name_key=fold(name), within=within,
            from_on=on, made=posting,
        )  # fmt: skip
        draws.settle(posting, (), [group])
    return group


def _check(unit: Unit, name: str, on: date, within: Group | None) -> None:
    if not unit.kind.grassroots:
        raise Refused("Chỉ công đoàn cơ sở có tổ, bộ phận; hãy chọn công đoàn cơ sở.", "name")
    if not name:
        raise Refused("Hãy ghi tên tổ, bộ phận.", "name")
    in_life(unit, on)
    if unit.groups.filter(name_key=fold(name), unmade=None, to_on__gt=on).exists():
        raise Refused(f"{unit.name} đã có “{name}”; hãy đặt tên khác.", "name")
    if within and not within.from_on <= on < within.to_on:
        raise Refused(f"{within.name} không hoạt động ngày {on:%d/%m/%Y}; hãy chọn bộ phận khác.", "within")
