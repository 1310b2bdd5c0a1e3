"""Short ways to keep a register in a test, and to ask what it comes to."""

from datetime import date
from typing import Any

from congdoan.members import joining
from congdoan.members.models import Membership
from congdoan.org.models import Unit
from tests.records.said import value

DAY = date(2024, 2, 5)
H1 = "2024-H1"


def admitted(unit: Unit, *names: str, on: date = DAY, **said: Any) -> list[Membership]:
    """These people become members."""
    return joining.admit_list(unit=unit, on=on, rows=[{"name": name, **said} for name in names], by=None)


def one(unit: Unit, name: str = "Sùng Thị Chu", on: date = DAY, **said: Any) -> Membership:
    """Somebody becomes a member."""
    return admitted(unit, name, on=on, **said)[0]


def values(unit: Unit, period: str = H1, **named: str) -> dict[str, Any]:
    """What these indicators of the chapter come to."""
    return {key: value(f"members.{key}", unit, period) for key in named}


def figures(unit: Unit, *keys: str, period: str = H1) -> list[Any]:
    """What indicators of the chapter of members come to, in the order asked."""
    return [value(f"members.{key}", unit, period) for key in keys]
