"""What a record says, as plain data: kept in its versions, compared, and given back to the form that amends it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from . import kind as kinds
from .kind import Rows
from .record import Line, Partner, Record

BASE = ("happened_on", "note", "despite", "withdrawn")


def of(record: Any, rows: Rows, partners: Iterable[Partner]) -> dict[str, Any]:
    """Everything the record says with these rows and partners, just saved; people and funds by number, no names."""
    fields = [record._meta.get_field(name) for name in (*BASE, *kinds.of(record).columns)]
    lines = {name: [_said(line, columns(line)) for line in found] for name, found in rows.items()}
    return {"fields": _said(record, fields), "lines": lines, "partners": [_share(one) for one in partners]}


def lines_of(record: Record) -> dict[str, list[dict[str, Any]]]:
    """Its rows as `actions.add` takes them."""
    return {name: [row(line) for line in found] for name, found in kinds.rows(record).items()}


def partners_of(record: Record) -> list[dict[str, Any]]:
    """Its partners as `actions.add` takes them."""
    return [_share(partner) for partner in record.partners.all()]


def _share(partner: Partner) -> dict[str, Any]:
    return {"name": partner.name, "share": partner.share}


def _said(row: Model, fields: Iterable[Any]) -> dict[str, Any]:
    """What some columns say, as JSON holds it, whether read from the book or not yet written."""
    return {field.name: plain(field.to_python(field.value_from_object(row))) for field in fields}


def row(line: Line) -> dict[str, Any]:
    """A row's own columns."""
    return {field.name: getattr(line, field.name) for field in columns(line)}


def columns(line: Line) -> list[Any]:
    """What a row holds besides its place in the list."""
    return [field for field in line._meta.concrete_fields if field.name not in ("id", "record", "position")]


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, Model):
        return value.pk
    return value.isoformat() if isinstance(value, date) else value


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    """What two versions say differently: (field or list, before, after)."""
    found = [
        (k, before["fields"].get(k), v) for k, v in after["fields"].items() if before["fields"].get(k) != v
    ]
    found += [
        (k, len(before["lines"].get(k, [])), len(v))
        for k, v in after["lines"].items()
        if before["lines"].get(k, []) != v
    ]
    return found
