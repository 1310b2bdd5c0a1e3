"""Hundreds of unions at once: founded, told more of, and taken back whole.

What is given here was looked at beforehand (`imports`). A fact of the tree bears the postings that made and superseded it, so
what one act did to the tree is undone by turning it round: what it made is superseded, what it superseded stands again.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.text import fold
from congdoan.base.words import grouped
from congdoan.funds.actions import give_budgets
from congdoan.funds.models import Fund
from congdoan.ledger import moving
from congdoan.ledger.actions import lapse, post_all
from congdoan.ledger.origins import COMPLAINT, FOLLOW_UP, MEMBERSHIP, ORGANISING, UNIT, VOUCHER
from congdoan.members.models import Membership
from congdoan.members.taking_back import resting
from congdoan.org import ancestry, heirs
from congdoan.org.models import (
    Bequest,
    Dated,
    Employer,
    Location,
    Naming,
    Organising,
    Placement,
    SectorPlacement,
    Succession,
    Unit,
    UnitKind,
)
from congdoan.oversight.models import FollowUp, Step

from . import draws
from .actions import anew, first_naming, stamp, supersede_all
from .relations import free_codes

FACTS: tuple[type[Dated], ...] = (
    Placement, Naming, Organising, Location, SectorPlacement, Succession, Bequest
)  # fmt: skip
WORDS = {
    "accounts": "đã có người được giao việc",
    "org": "đã được sửa, chuyển, kết thúc hoặc có công đoàn trực thuộc",
    "members": "đã có đoàn viên",
    "officers": "đã có cán bộ",
    "funds": "đã có quỹ, phiếu quỹ",
    "records": "đã có việc được ghi",
    "oversight": "đã có kế hoạch kiểm tra, kiến nghị hoặc đơn",
    "imports": "đã có tệp được nhập",
}


@dataclass(frozen=True)
class Founding:
    """A union to be: under a union of the book, or under another of the same list, by public name."""

    uid: uuid.UUID
    code: str
    kind: UnitKind
    name: str
    on: date
    parent: uuid.UUID
    employer: str = ""
    enterprise: bool = False
    naming: Mapping[str, str] = field(default_factory=dict)


def found_all(posting: Posting, foundings: Sequence[Founding]) -> None:
    """Unions begin, each with how it signs, where it stands, money of its own and whose workers it organises."""
    units = Unit.objects.bulk_create([_unit(one) for one in foundings], batch_size=500)
    bulk.weigh(Unit, len(units))
    by_uid = {unit.uid: unit for unit in units}
    above = {one.parent for one in foundings} - by_uid.keys()
    by_uid |= {unit.uid: unit for unit in Unit.objects.filter(uid__in=above)}
    Naming.objects.bulk_create(
        [
            first_naming(unit, one.name, one.on, posting, {"superior_line": by_uid[one.parent].name.upper(), **one.naming})
            for unit, one in zip(units, foundings, strict=True)
        ],
        batch_size=500,
    )  # fmt: skip
    Placement.objects.bulk_create(
        [
            Placement(unit=unit, parent=by_uid[one.parent], from_on=one.on, made=posting)
            for unit, one in zip(units, foundings, strict=True)
        ],
        batch_size=500,
    )
    bulk.weigh(Placement, len(units))
    ancestry.rework([unit.pk for unit in units], stamp(posting))
    heirs.begin([unit.pk for unit in units], stamp(posting))
    _draw(posting, units)
    give_budgets(units)
    organise_all(
        posting,
        [(unit, one.employer, one.enterprise, one.on) for unit, one in zip(units, foundings, strict=True)],
    )


def organise_all(posting: Posting, said: Sequence[tuple[Unit, str, bool, date]]) -> None:
    """Unions organise employers' workers from a day on; employers the book does not know are written down first."""
    said = [row for row in said if row[1]]
    known = {
        one.name_key: one
        for one in Employer.objects.filter(name_key__in={fold(name) for _, name, *_ in said})
    }
    new = {
        fold(name): (name, enterprise, on)
        for _, name, enterprise, on in reversed(said)
        if fold(name) not in known
    }
    codes = free_codes(Employer, [name for name, *_ in new.values()])
    for (key, (name, enterprise, on)), code in zip(new.items(), codes, strict=True):
        known[key] = Employer.objects.create(
            code=code, name=name, name_key=key, enterprise=enterprise, from_on=on
        )
    rows = [
        Organising(unit=unit, employer=known[fold(name)], from_on=on, made=posting)
        for unit, name, _, on in said
    ]
    rows = Organising.objects.bulk_create(rows, batch_size=500)
    post_all(posting, ORGANISING, {row.pk: draws.of_organising(row) for row in rows}, first=True)


def sign(posting: Posting, units: Sequence[Unit], on: date, news: Mapping[str, str]) -> None:
    """From a day on unions sign otherwise; up to then as they did."""
    held = Naming.objects.filter(unit__in=units, unmade=None, from_on__lte=on, to_on__gt=on)
    named = {before.unit_id: before for before in held}
    for unit in units:
        if unit.pk not in named:
            raise Refused(
                f"{unit.name} không có tên gọi nào đang dùng ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on"
            )
    signing = [anew(before, on, posting, news) for before in named.values()]
    supersede_all(list(named.values()), posting, to_on=on)
    Naming.objects.bulk_create(signing, batch_size=500)


def call(unit: Unit, name: str) -> None:
    """The name a union bears now, for lists and search."""
    Unit.objects.filter(pk=unit.pk).update(name=name, name_key=fold(name))


def take_back(of: Posting, posting: Posting, founded: Collection[str], employers: Collection[str]) -> None:
    """What a list did to the tree is undone: unions it founded are not there, what it told of others is as it was."""
    units, brought = Unit.objects.filter(uid__in=founded), Employer.objects.filter(name_key__in=employers)
    if reasons := [*_built_upon(of, units, brought)]:
        raise Refused(f"Chưa hoàn tác được: {'; '.join(reasons)}. Hãy hủy các việc ấy trước, rồi hoàn tác.")
    Fund.objects.filter(unit__in=units).delete()
    _turning(of, posting, [unit.pk for unit in units], [one.pk for one in brought], posting)


def put_back(taken: Posting, posting: Posting) -> None:
    """What was taken back under one posting stands again."""
    numbers = list(Unit._base_manager.filter(unmade=taken).values_list("pk", flat=True))
    employers = list(Employer._base_manager.filter(unmade=taken).values_list("pk", flat=True))
    _turning(taken, posting, numbers, employers, None)
    give_budgets(Unit.objects.filter(pk__in=numbers))


def _turning(
    of: Posting, posting: Posting, units: Collection[int], employers: Collection[int], unmade: Posting | None
) -> None:
    """Turn round all that a posting did to the tree, with what it counted for."""
    concerned = set(units) | {
        pk for model in FACTS for pk in _touched(model, of).values_list("unit", flat=True)
    }
    concerned |= ancestry.below_ever(concerned)
    Unit._base_manager.filter(pk__in=units).update(unmade=unmade)
    Employer._base_manager.filter(pk__in=employers).update(unmade=unmade)
    for model in FACTS:
        _turn(model, of, posting)
    moving.rework(concerned, stamp(posting))
    heirs.rework(stamp(posting))
    _draw(posting, Unit._base_manager.filter(pk__in=concerned).select_related("kind__level"))
    lapse(posting, concerned)


def _turn(model: type[Dated], of: Posting, posting: Posting) -> None:
    """What it made is superseded, what it superseded stands again as a new row: nothing known is overwritten."""
    made = _made(model, of)
    superseded = list(model._default_manager.filter(unmade=of).exclude(made=of))
    if model is Organising:
        post_all(posting, ORGANISING, dict.fromkeys(made.values_list("pk", flat=True), ()))
    made.update(unmade=posting)
    for row in superseded:
        row.pk, row.unmade, row.made = None, None, posting
        row.save(force_insert=True)
        if isinstance(row, Organising):
            post_all(posting, ORGANISING, {row.pk: draws.of_organising(row)}, first=True)


def _draw(posting: Posting, units: Iterable[Unit]) -> None:
    post_all(posting, UNIT, draws.of_units(units))


def _unit(one: Founding) -> Unit:
    return Unit(
        uid=one.uid, code=one.code, kind=one.kind, name=one.name, name_key=fold(one.name), founded_on=one.on
    )


def _made(model: type[Dated], of: Posting) -> QuerySet[Any]:
    return model._default_manager.filter(made=of, unmade=None)


def _touched(model: type[Dated], of: Posting) -> QuerySet[Any]:
    return model._default_manager.filter(made=of) | model._default_manager.filter(unmade=of)


def _built_upon(of: Posting, units: QuerySet[Unit], employers: QuerySet[Employer]) -> Iterator[str]:
    """What was written since on top of the list, a reason each: a union's name, and how many more."""
    changed = [
        pk
        for model in FACTS
        for pk in model._default_manager.filter(made=of, unmade__gt=of.pk).values_list("unit", flat=True)
    ]
    yield from _reason(Unit.objects.filter(pk__in=changed), WORDS["org"])
    for model, column, rows in resting(units, own=()):
        if whose := set(_others(model, rows, of).values_list(column, flat=True)):
            yield from _reason(
                Unit.objects.filter(pk__in=whose), WORDS.get(model._meta.app_label, "đã có trong việc khác")
            )

    for model, column, rows in resting(employers, own=()):
        if whose := set(_others(model, rows, of).values_list(column, flat=True)):
            yield from _reason(
                Employer.objects.filter(pk__in=whose), "đã có công đoàn hay việc khác nhắc đến"
            )


def _others(model: type[Model], rows: QuerySet[Any], of: Posting) -> QuerySet[Any]:
    """The rows about a union that did not come with it."""
    if model._meta.label in ("org.Ancestry", "org.Heir", "ledger.Node", "ledger.Rollup"):
        return rows.none()
    if model in FACTS or model in (Membership, Step, FollowUp):
        return rows.filter(unmade=None).exclude(made=of)
    if model._meta.label == "ledger.Entry":
        return rows.exclude(
            origin__in=(UNIT, ORGANISING, MEMBERSHIP, VOUCHER, COMPLAINT, FOLLOW_UP)
        )  # their own rows are looked at
    if model is Fund:
        used = [
            pk for _, column, using in resting(rows, own=()) for pk in using.values_list(column, flat=True)
        ]
        return (
            rows.filter(pk__in=used)
            | rows.exclude(opened_on=FOREVER)
            | rows.exclude(source=Fund.Source.UNION)
        )
    return rows


def _reason(found: QuerySet[Any], what: str) -> Iterator[str]:
    if some := found.order_by("name_key", "pk").first():
        more = found.count() - 1
        yield f"{some.name}{f' và {grouped(more)} nơi khác' if more else ''} {what}"
