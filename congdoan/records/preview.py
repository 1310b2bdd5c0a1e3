"""What a record would add to which figures, said before it is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.ledger.origins import Draw

from .kind import Kind


@dataclass(frozen=True)
class Addition:
    """An indicator and how much would be added to it."""

    indicator: Indicator
    quantity: int


def additions(draws: Iterable[Draw]) -> list[Addition]:
    """The draws, summed by indicator people see, in the order of the catalogue. A subject counted once adds one."""
    sums: dict[str, int] = defaultdict(int)
    for draw in {(d.indicator, d.subject): d for d in draws if _once(d)}.values():
        sums[draw.indicator] += draw.quantity
    for draw in draws:
        if not _once(draw):
            sums[draw.indicator] += draw.quantity
    shown = [
        Addition(BY_KEY[key], quantity)
        for key, quantity in sums.items()
        if quantity and not BY_KEY[key].hidden
    ]
    return sorted(shown, key=lambda addition: addition.indicator.number)


def of(kind: Kind, record: Any, rows: Mapping[str, Any]) -> list[Addition]:
    """What this record, not yet saved, would add."""
    return additions(list(kind.draws(record, rows)))


def _once(draw: Draw) -> bool:
    return BY_KEY[draw.indicator].adds == "distinct" and draw.subject is not None
