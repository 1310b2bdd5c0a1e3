"""How often each union below did something, or had it done: for targets that each of them must reach."""

from datetime import datetime
from fractions import Fraction

from congdoan.base.period import Period
from congdoan.ledger import breakdowns, cuts
from congdoan.ledger.figures import asked_for, figure
from congdoan.ledger.indicator import Indicator
from congdoan.ledger.sql import Asked
from congdoan.org import queries as org
from congdoan.org.models import Unit


def times(
    unit: Unit, indicator: Indicator, period: Period, cut: str = "", known_at: datetime | None = None
) -> dict[Unit, Fraction]:
    """What each union directly under one on the last day has come to, those that lag most first."""
    below = {below.pk: below for below in org.children(unit, period.last)}
    asked = asked_for(unit, period, indicator, known_at=known_at, where=cuts.unpack(cut))
    done = (
        breakdowns.by_subject(indicator, asked) if _done_to(indicator) else _done_by(asked, indicator, below)
    )
    found = {child: Fraction(done.get(pk, 0)) for pk, child in below.items()}
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0].name_key)))


def _done_to(indicator: Indicator) -> bool:
    """Whether it is done to unions below: its lines stand at who did it and name each of them."""
    return indicator.adds == "own" and bool(indicator.subject)


def _done_by(asked: Asked, indicator: Indicator, below: dict[int, Unit]) -> dict[int, Fraction | int]:
    """By each with all under it; shares and means are asked of each, for they do not come apart."""
    if indicator.adds not in ("ratio", "mean"):
        return dict(breakdowns.by_unit(indicator, asked))
    how = {"known_at": asked.known_at, "where": asked.where}
    found = {pk: figure(indicator, child, asked.period, **how) for pk, child in below.items()}
    return {
        pk: Fraction(100 * (f.num or 0), f.den) if indicator.adds == "ratio" else Fraction(f.value or 0)
        for pk, f in found.items()
        if f.den
    }
