"""Records and declarations of totals keep out of each other's days; the refusal names the other.

The kind that declares totals registers how to find what bars whom, and which declared levels must be said again when
what they rest on has moved (`kinds/declaration.py`).
"""

from collections.abc import Callable, Sequence
from typing import Any

from congdoan.audit.models import Posting
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import Draw

CHECKS: list[Callable[[Any, Sequence[Draw]], None]] = []
FOLLOWERS: list[Callable[[Sequence[Entry], Posting], None]] = []


def check(record: Any, draws: Sequence[Draw]) -> None:
    """Refuse what another record bars."""
    for bar in CHECKS:
        bar(record, draws)


def settle(written: Sequence[Entry], posting: Posting) -> None:
    """Let those follow who rest on what these entries changed, in the same posting."""
    for follow in FOLLOWERS:
        follow(written, posting)
