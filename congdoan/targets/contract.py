"""A target as programs read it: on the command line and over HTTP the same (docs/command-line.md)."""

from typing import Any

from congdoan.ledger.contract import number

from .rows import Row
from .saying import rounded


def as_target(row: Row) -> dict[str, Any]:
    """A target as the contract prints it; one of no indicator has neither code nor key, and its result is yes or no."""
    indicator, figure = row.target.indicator, row.figure
    return {
        "code": indicator.code if indicator else None,
        "key": indicator.key if indicator else None,
        "label": indicator.name if indicator else row.label,
        "counts_in": indicator.counts_in if indicator else None,
        "op": row.target.op,
        "value": number(rounded(row.goal.value)),
        "ownership": "joint" if row.target.joint else "own",
        "measure": row.target.measure,
        "result": number(None if row.result is None else rounded(row.result)),
        "num": figure.num if figure else None,
        "den": figure.den if figure else None,
        "attainment": number(row.attainment),
        "verdict": str(row.verdict),
        "printed": row.label,
        "unit": row.unit.code,
        "period": row.goal.days.code,
    }
