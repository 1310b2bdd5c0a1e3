"""Every figure is drawn from something people write down."""

from congdoan.ledger.indicator import BY_NUMBER, NIL, Indicator
from congdoan.ledger.origins import ORIGINS


def fed() -> set[str]:
    """What the product's own sources draw (tests of the ledger have sources of theirs)."""
    ours = [origin for origin in ORIGINS.values() if not origin.all.__module__.startswith("tests.")]
    return set().union(*(origin.feeds for origin in ours))


def drawn(indicator: Indicator, fed: set[str]) -> bool:
    """Whether something draws it; a ratio or a mean, whether something draws both its parts."""
    parts = {indicator.num, indicator.den} - {""}
    return (parts or {indicator.key}) <= fed


def test_no_indicator_is_drawn_from_nothing() -> None:
    found = fed()
    assert [i.code for i in BY_NUMBER.values() if i.number % 100 != NIL and not drawn(i, found)] == []
