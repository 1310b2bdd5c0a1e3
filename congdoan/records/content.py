"""What a record says, as plain data: kept in its versions, compared, and given back to the form that amends it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from . import kind as kinds
from .record import Line, Record

BASE = ("happened_on", "note", "despite", "withdrawn")


def of(record: Any) -> dict[str, Any]:
    """Everything the record says now; people and funds by number, no names."""
    kind = kinds.of(record)
    fields = {name: plain(getattr(record, name)) for name in (*BASE, *kind.columns)}
    lines = {
        name: [{k: plain(v) for k, v in row(line).items()} for line in found]
        for name, found in kinds.rows(record).items()
    }
    return {"fields": fields, "lines": lines, "partners": partners_of(record)}


def lines_of(record: Record) -> dict[str, list[dict[str, Any]]]:
    """Its rows as `actions.add` takes them."""
    return {name: [row(line) for line in found] for name, found in kinds.rows(record).items()}


def partners_of(record: Record) -> list[dict[str, Any]]:
    """Its partners as `actions.add` takes them."""
    return [{"name": partner.name, "share": partner.share} for partner in record.partners.all()]


def row(line: Line) -> dict[str, Any]:
    """A row's own columns."""
    columns = [f.name for f in line._meta.concrete_fields if f.name not in ("id", "record", "position")]
    return {name: getattr(line, name) for name in columns}


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
