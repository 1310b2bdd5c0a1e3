"""Short ways to record something and to ask what the book says then."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.base.period import Period
from congdoan.ledger.breakdowns import by_cut
from congdoan.ledger.figures import asked_for, figure
from congdoan.ledger.indicator import find
from congdoan.members.actions import add_person
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import actions, kind
from congdoan.records.record import Record


def record(slug: str, unit: Unit, on: date, **said: Any) -> Record:
    """A record of that kind: its own fields by name, its lists under `lines`."""
    lines: Mapping[str, Sequence[Mapping[str, Any]]] = said.pop("lines", {})
    return actions.add(kind=kind.find(slug), unit=unit, happened_on=on, by=None, fields=said, lines=lines)


def value(key: str, unit: Unit, period: str, **how: Any) -> Any:
    """What a figure comes to."""
    return figure(find(key), unit, Period.parse(period), **how).value


def parts(key: str, unit: Unit, period: str) -> tuple[int | None, int | None]:
    """The parts of a ratio."""
    found = figure(find(key), unit, Period.parse(period))
    return found.num, found.den


def split(key: str, unit: Unit, period: str, dimension: str) -> dict[str, int]:
    """A figure by one of its breakdowns."""
    indicator = find(key)
    return by_cut(indicator, asked_for(unit, Period.parse(period), indicator), dimension)


def member(unit: Unit, name: str, **more: Any) -> Person:
    """A member known to a union."""
    return add_person(unit=unit, name=name, **more)
