"""Members known by name and totals of them keep out of each other's days: a union declares how many, or keeps a register."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from congdoan.base.errors import Refused
from congdoan.ledger import rules
from congdoan.ledger.indicator import BY_NUMBER, Indicator
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import CARD, MEMBERSHIP, ORIGINS, Draw
from congdoan.members.draws import follow
from congdoan.members.queries import registered

from . import bars

NAMED = (MEMBERSHIP, CARD)


def guard(bar: Callable[[Any, Sequence[Draw]], None]) -> None:
    """From now on `bar` refuses what members known by name draw in declared days, and registers follow declared levels."""
    bars.FOLLOWERS.append(follow)

    def refuse_declared(written: Iterable[Entry]) -> None:
        if named := drawn(written):
            bar(None, named)

    rules.BARS.append(refuse_declared)


def drawn(written: Iterable[Entry]) -> list[Draw]:
    """What of these entries members known by name drew."""
    return [
        Draw(BY_NUMBER[entry.indicator].key, entry.unit_id, entry.day)
        for entry in written
        if entry.origin in NAMED
    ]


def refuse(declaration: Any, indicator: Indicator, position: int) -> None:
    """Refuse a total of members in days for which the union knows them by name."""
    named = any(indicator.key in ORIGINS[number].feeds for number in NAMED)
    if named and registered(declaration.unit, declaration.first_on, declaration.last_on):
        raise Refused(
            f"Dòng {position}: “{indicator.name}” lấy từ sổ đoàn viên của {declaration.unit.name}, không khai ở đây.",
            "totals",
        )
