"""Records and declarations of totals keep out of each other's days; the refusal names the other.

The kind that declares totals registers how to find what bars whom (`kinds/declaration.py`).
"""

from collections.abc import Callable, Sequence
from typing import Any

from congdoan.ledger.origins import Draw

CHECKS: list[Callable[[Any, Sequence[Draw]], None]] = []


def check(record: Any, draws: Sequence[Draw]) -> None:
    """Refuse what another record bars."""
    for bar in CHECKS:
        bar(record, draws)
