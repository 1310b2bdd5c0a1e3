"""Writing straight into the ledger: what a source draws, without a record around it."""

from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.base.period import Period
from congdoan.ledger.actions import post
from congdoan.ledger.figures import Figure, figure
from congdoan.ledger.indicator import find
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit

SOMETHING = 9  # an origin of the tests' own
SAID: dict[int, list[Draw]] = {}

H1, H2, YEAR = (Period.parse(code) for code in ("2024-H1", "2024-H2", "2024"))


def draw(key: str, unit: Unit, on: date, quantity: int = 1, subject: int | None = None, **cut: str) -> Draw:
    """What a source adds."""
    return Draw(key, unit.pk, on, quantity, subject, cut)


def say(source: int, *draws: Draw) -> None:
    """The source draws this from now on."""
    with writing(by=None, action="test") as posting:
        post(posting, SOMETHING, source, draws)
    SAID[source] = list(draws)


def asked(code: str, unit: Unit, period: Period | str = H1, **how: Any) -> Figure:
    """A figure by code or key."""
    return figure(find(code), unit, Period.parse(period) if isinstance(period, str) else period, **how)


def value(code: str, unit: Unit, period: Period | str = H1, **how: Any) -> Any:
    """What it comes to."""
    return asked(code, unit, period, **how).value
