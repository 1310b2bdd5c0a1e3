"""A figure as programs read it: on the command line and over HTTP the same (docs/command-line.md)."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from congdoan.base.errors import Refused

from .figures import Figure


def as_row(figure: Figure, tree: str = "then", known_at: str | None = None) -> dict[str, Any]:
    """A figure as the contract prints it: whole numbers exact, percents to two decimals with their parts."""
    indicator = figure.indicator
    return {
        "code": indicator.code,
        "key": indicator.key,
        "label": indicator.name,
        "counts_in": indicator.counts_in,
        "value": number(figure.value),
        "num": figure.num,
        "den": figure.den,
        "unit": figure.unit.code,
        "period": figure.period.code,
        "tree": tree,
        "known_at": known_at,
        "scope": figure.asked.scope,
        "entries": figure.entries,
    }


def number(value: int | Decimal | None) -> int | float | None:
    """Whole numbers whole, percents as they are rounded."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def instant(text: str | None) -> datetime | None:
    """The moment as which the book is asked: of a day its last. Refuses what is none."""
    if not text:
        return None
    try:
        at = parse_datetime(text) or datetime.combine(datetime.fromisoformat(text), datetime.max.time())
    except ValueError:
        raise Refused(f"Không hiểu thời điểm “{text}”; hãy ghi như 2024-07-01T17:00:00+07:00.") from None
    return at if timezone.is_aware(at) else timezone.make_aware(at)
