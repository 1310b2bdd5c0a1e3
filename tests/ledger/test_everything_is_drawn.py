"""Every figure is drawn from something people write down; those still drawn from nothing are listed, to be taken off.

The list is `tests/cases/undrawn.txt`: whoever draws one of them deletes its line there; nothing is ever added to it.
"""

from pathlib import Path

from congdoan.ledger.indicator import BY_NUMBER, NIL, Indicator
from congdoan.ledger.origins import ORIGINS

LISTED = Path(__file__).parents[1] / "cases" / "undrawn.txt"


def fed() -> set[str]:
    """What the product's own sources draw (tests of the ledger have sources of theirs)."""
    ours = [origin for origin in ORIGINS.values() if not origin.all.__module__.startswith("tests.")]
    return set().union(*(origin.feeds for origin in ours))


def drawn(indicator: Indicator, fed: set[str]) -> bool:
    """Whether something draws it; a ratio or a mean, whether something draws both its parts."""
    parts = {indicator.num, indicator.den} - {""}
    return (parts or {indicator.key}) <= fed


def test_what_nothing_draws_is_listed_and_nothing_else() -> None:
    found = fed()
    undrawn = [i.code for i in BY_NUMBER.values() if i.number % 100 != NIL and not drawn(i, found)]
    assert sorted(undrawn) == sorted(LISTED.read_text().split())
