"""Recording: add, amend, withdraw, confirm. Each is one transaction with its entries, its version and its line in the trail."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError
from django.db.models import Model

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.text import fold, nfc, nfc_lines
from congdoan.funds.movements import settle
from congdoan.ledger.actions import post
from congdoan.ledger.origins import RECORD
from congdoan.ledger.rules import in_life
from congdoan.members.actions import person_for
from congdoan.org.models import Unit

from . import bars, content
from . import kind as kinds
from .changing import changing
from .kind import Kind, Rows
from .record import Line, Partner, Record, Version

Lines = Mapping[str, Sequence[Mapping[str, Any]]]


def add(
    *,
    kind: Kind,
    unit: Unit,
    happened_on: date,
    by: int | None,
    fields: Mapping[str, Any] | None = None,
    lines: Lines | None = None,
    partners: Sequence[Mapping[str, Any]] = (),
    note: str = "",
    despite: str = "",
    uid: uuid.UUID | None = None,
    entered_for: bool = False,
    through: uuid.UUID | None = None,
) -> Record:
    """Write down something done. The same `uid` twice gives the first answer and books nothing twice."""
    uid = uid or uuid.uuid4()
    if (known := Record.objects.filter(uid=uid)).exists():
        return known.get()
    record = kind.model(
        uid=uid, kind=kind.slug, unit=unit, happened_on=happened_on, note=nfc_lines(note), **(fields or {})
    )
    record.despite = nfc(despite)
    record.entered_by, record.entered_for, record.through = by, entered_for, through
    try:
        with writing(by=by, action="add", what=str(uid), unit=unit.code, kind=kind.slug) as posting:
            record.made = record.changed = posting
            _write(kind, record, lines or {}, partners, posting)
    except IntegrityError:
        if first := Record.objects.filter(uid=uid).first():
            return first  # the same form arrived twice at once: the other one was first
        raise
    return record


def amend(
    *,
    record: Record,
    by: int | None,
    why: str,
    happened_on: date | None = None,
    fields: Mapping[str, Any] | None = None,
    lines: Lines | None = None,
    partners: Sequence[Mapping[str, Any]] | None = None,
    note: str | None = None,
    despite: str | None = None,
    through: uuid.UUID | None = None,
) -> Record:
    """Change a record: what it said stays readable, its entries are taken back and new ones added, with the reason."""
    with changing(record, by=by, why=why, action="amend", through=through) as (kind, full, posting):
        for name, value in (fields or {}).items():
            setattr(full, name, value)
        full.happened_on, full.note = (
            happened_on or full.happened_on,
            full.note if note is None else nfc_lines(note),
        )
        full.despite = full.despite if despite is None else nfc(despite)
        full.version += 1
        kept = content.lines_of(full) if lines is None else lines
        _write(kind, full, kept, content.partners_of(full) if partners is None else partners, posting)
    return full  # type: ignore[no-any-return]


def withdraw(*, record: Record, by: int | None, why: str, through: uuid.UUID | None = None) -> None:
    """Take a record written by mistake out of every figure; it stays readable, marked, with the reason."""
    with changing(record, by=by, why=why, action="withdraw", through=through) as (kind, full, posting):
        kind.check_withdrawal(full)
        full.withdrawn, full.changed, full.version = True, posting, full.version + 1
        full.save()
        rows = kinds.rows(full)
        kind.carry_out(full, rows, posting)
        _keep_version(full, rows, full.partners.all(), posting)
        bars.settle(post(posting, RECORD, full.pk, ()), posting)
        settle(origin=full.uid, on=full.happened_on, movements=(), posting=posting)


def restore(*, record: Record, by: int | None, why: str) -> None:
    """Put a withdrawn record back: it says what it said, and counts again."""
    with changing(record, by=by, why=why, action="restore", gone=True) as (kind, full, posting):
        full.withdrawn, full.version = False, full.version + 1
        _write(kind, full, content.lines_of(full), content.partners_of(full), posting)


def confirm(*, record: Record, by: int | None) -> None:
    """The union says that what was written for it is right."""
    with writing(by=by, action="confirm", what=str(record.uid), unit=record.unit.code) as posting:
        Record.objects.filter(pk=record.pk).update(confirmed=posting)


def _write(
    kind: Kind, record: Any, lines: Lines, partners: Sequence[Mapping[str, Any]], posting: Posting
) -> None:
    """Save the record, its rows, its version and its entries, all or nothing."""
    first = record.version == 1  # then there is nothing yet to replace
    _check_day(record)
    rows = built(kind, record, lines)
    kind.check(record, rows)
    record.changed, record.title = posting, kind.title(record, rows)[:300]
    record.text_key = fold(f"{record.title} {record.note}")
    record.save()
    if not first:
        _clear(kind, record)
    _write_rows(kind, record, rows)
    shares = Partner.objects.bulk_create(Partner(record_id=record.pk, **partner) for partner in partners)
    kind.carry_out(record, rows, posting)
    draws = list(kind.draws(record, rows))
    bars.check(record, draws)
    _keep_version(record, rows, shares, posting)
    bars.settle(post(posting, RECORD, record.pk, draws, first=first), posting)
    moved = kind.movements(record, rows)
    settle(origin=record.uid, on=record.happened_on, movements=moved, posting=posting, first=first)


def built(kind: Kind, record: Record, lines: Lines) -> dict[str, list[Line]]:
    """The rows as models, people found or added (at the union the row names, if it names one), not yet saved."""
    result: dict[str, list[Line]] = {}
    for spec in kind.lines:
        given = spec.given(record, lines)
        if spec.required and not given:
            raise Refused(f"{spec.label}: hãy thêm ít nhất một dòng.", spec.name)
        named = [person_for(row.get("union") or record.unit, row) for row in given] if spec.person else given
        result[spec.name] = [
            spec.model(record_id=record.pk, position=n, **row) for n, row in enumerate(named, start=1)
        ]
    return result


def _clear(kind: Kind, record: Record) -> None:
    """Take away the rows and partners it had."""
    models: list[type[Model]] = [Partner, *(spec.model for spec in kind.lines)]
    for model in models:
        model._default_manager.filter(record_id=record.pk).delete()


def _write_rows(kind: Kind, record: Record, rows: Mapping[str, Sequence[Line]]) -> None:
    for spec in kind.lines:
        for row in rows[spec.name]:
            row.record_id = record.pk
        spec.model._default_manager.bulk_create(rows[spec.name])


def _keep_version(record: Any, rows: Rows, partners: Iterable[Partner], posting: Posting) -> None:
    """What it says from this posting on."""
    said = content.of(record, rows, partners)
    Version.objects.create(record=record, number=record.version, posting=posting, content=said)


def _check_day(record: Record) -> None:
    if record.happened_on > today():
        raise Refused("Ngày này chưa tới; hãy chọn hôm nay hoặc một ngày đã qua.", "happened_on")
    in_life(record.unit, record.happened_on)
