"""Short ways to seat people and to ask who is there."""

from datetime import date
from typing import Any

from congdoan.base.period import Period
from congdoan.ledger.breakdowns import by_cut
from congdoan.ledger.figures import asked_for, figure
from congdoan.ledger.indicator import find
from congdoan.members.actions import add_person
from congdoan.members.models import Person
from congdoan.officers import committees
from congdoan.officers.models import Committee
from congdoan.org.models import Unit

CONGRESS = date(2023, 3, 15)


def woman(unit: Unit, name: str) -> Person:
    """A woman known to a union."""
    return add_person(unit=unit, name=name, woman=True)


def man(unit: Unit, name: str) -> Person:
    """A man known to a union."""
    return add_person(unit=unit, name=name, woman=False)


def elect(unit: Unit, *people: tuple[Person, str], on: date = CONGRESS, sort: str = "executive") -> Committee:
    """A committee of these people, each with a role."""
    rows: list[dict[str, Any]] = [{"person": person, "role": role} for person, role in people]
    return committees.elect(unit=unit, sort=sort, how="elected", on=on, people=rows, by=None)


def value(key: str, unit: Unit, day: date) -> Any:
    """What a stock comes to on a day."""
    return figure(find(key), unit, Period.between(day, day)).value


def split(key: str, unit: Unit, day: date, dimension: str) -> dict[str, int]:
    """The same, by a breakdown."""
    indicator = find(key)
    return by_cut(indicator, asked_for(unit, Period.between(day, day), indicator), dimension)
