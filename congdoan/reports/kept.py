"""Answers as they are kept when a report's figures are fixed: exact, and read again as they were."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from .answers import Answer, Number, Row


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer as it is kept. Percents as text, exact."""
    return json.loads(json.dumps(asdict(answer), default=_plain))  # type: ignore[no-any-return]


def from_json(kept: Mapping[str, Any]) -> Answer:
    """The answer that was kept."""
    rows = tuple(
        Row(
            **{
                **row,
                "value": number(row["value"]),
                "previous": number(row["previous"]),
                "texts": tuple(row.get("texts", ())),
            }
        )
        for row in kept["rows"]
    )
    values = {"value": number(kept["value"]), "previous": number(kept["previous"]), "rows": rows}
    return Answer(**{**kept, **values})


def number(kept: Any) -> Number | None:
    """A whole number, or a percent kept as text."""
    return Decimal(kept) if isinstance(kept, str) else kept


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
