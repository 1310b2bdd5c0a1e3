"""The doubts of one record, saved or just being typed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.ledger.origins import Draw

from ..kind import Kind, Rows
from ..record import Record
from . import again, amounts, people


@dataclass(frozen=True)
class Doubt:
    """What looks odd and why, in a sentence that names nobody; the saved record it is about, if it is one. `upheld`: why it
    is right all the same, where that was said of figures (`Upheld`)."""

    sentence: str
    record: Record | None = None
    upheld: str = ""


@dataclass(frozen=True)
class Telling:
    """A record as it says now: its rows, and what it draws."""

    kind: Kind
    record: Any
    rows: Rows
    draws: list[Draw]

    @cached_property
    def money(self) -> dict[Indicator, int]:
        """How much it adds to each figure of money that sums up."""
        found: dict[Indicator, int] = {}
        for draw in self.draws:
            indicator = BY_KEY[draw.indicator]
            if indicator.money and indicator.adds == "sum" and draw.unit == self.record.unit_id:
                found[indicator] = found.get(indicator, 0) + draw.quantity
        return {indicator: amount for indicator, amount in found.items() if amount}

    @cached_property
    def workers(self) -> int | None:
        """How many work where the record's union is, if enough is known."""
        day = self.record.happened_on
        return people.there(self.record.unit, Period.between(day, day))


CHECKS: tuple[Callable[[Telling], Iterator[str]], ...] = (
    amounts.out_of_scale,
    amounts.unlike_before,
    amounts.near_twins,
    people.more_than_there,
    again.given_twice,
)


def of_record(kind: Kind, record: Any, rows: Rows) -> list[Doubt]:
    """What looks odd in a record, what its kind finds odd first; each sentence once."""
    telling = Telling(kind, record, rows, list(kind.draws(record, rows)))
    found = [*kind.doubts(record, rows), *(sentence for check in CHECKS for sentence in check(telling))]
    saved = record if record.pk else None
    return [Doubt(sentence, saved) for sentence in dict.fromkeys(found)]
