"""When somebody was born: the day, or no more than the year, as many old lists have it. A year is never made into a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Born = date | int | None


def apart(born: Born) -> dict[str, Any]:
    """The two columns a person has for it, of which at most one says anything."""
    day = born if isinstance(born, date) else None
    return {"born_on": day, "born_year": None if day else born}


def born(facts: Mapping[str, Any]) -> Born:
    """What these facts say, most exactly."""
    return facts.get("born_on") or facts.get("born_year") or None


def differ(one: Born, other: Born) -> bool:
    """Whether it cannot be one person."""
    if isinstance(one, date) and isinstance(other, date):
        return one != other
    return bool(one and other and year(one) != year(other))


def year(of: Born) -> int | None:
    return of.year if isinstance(of, date) else of


def words(of: Born) -> str:
    """05/11/1985, or 1985."""
    return f"{of:%d/%m/%Y}" if isinstance(of, date) else str(of or "")


def news(said: Mapping[str, Any], known_on: date | None) -> dict[str, Any]:
    """What is said, so that day and year never stand side by side; a year that the day known already has says nothing new."""
    if said.get("born_on"):
        return {**said, "born_year": None}
    if not said.get("born_year"):
        return dict(said)
    if "born_on" not in said and year(known_on) == said["born_year"]:
        return {name: value for name, value in said.items() if name != "born_year"}
    return {**said, "born_on": None}
