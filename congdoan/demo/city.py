"""Hà Nội's public sector union in 2024: 59 unions, sixty workplaces, a Tết, a storm, and the Tết after."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any

from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.org.queries import employers

from .awards import ROOMS
from .pen import Pen, rows
from .tree import budget_of

UPPER = "hanoi-cdvc"
M = 1_000_000
TET_2024 = ((date(2024, 1, 25), 40), (date(2024, 2, 1), 37))  # so many of a million each
TET_2025 = (date(2025, 1, 14), 52, 2 * M, 53, 1 * M)  # the harder cases two million, the others one
EXEMPLARY = (date(2024, 1, 30), 5, 16 * M, 20)  # unions, đồng at each, people at each
STORM = (date(2024, 9, 20), 10, 2 * M)


class City:
    """The pen of the city's union and the unions under it."""

    def __init__(self) -> None:
        self.pen = Pen("city", UPPER)
        self.upper = self.pen.upper
        self.unions = [unit for code, unit in sorted(self.pen.units.items()) if self._ours(code, unit)]

    def _ours(self, code: str, unit: Unit) -> bool:
        return code.startswith("hanoi-") and unit.kind.grassroots

    def some(self, first: int, count: int) -> list[Person]:
        """So many members, one of each union in turn; `first`: from which place of the lists on."""
        turn = (self.pen.members(union)[first + n] for n in range(count) for union in self.unions)
        return list(islice(turn, count))

    def give(self, on: date, programme: str, occasion: str, given: Sequence[dict[str, Any]]) -> None:
        """A list of the upper union, from its own money."""
        fund = self.pen.funds[budget_of(self.upper)]
        fields = {"programme": programme, "occasion": occasion, "fund": fund}
        self.pen.add("care", self.upper, on, fields=fields, **rows("recipients", given))


def serve() -> str:
    """What the city's union and those under it did."""
    city = City()
    _tet(city)
    _storm(city)
    _confer(city)
    _commend(city)
    return f"{city.pen.written} việc"


def _tet(city: City) -> None:
    done = 0
    for on, people in TET_2024:
        found = city.some(0, done + people)[done:]
        city.give(on, "tet", "tet", [{"person": one, "cash": M, "need": "severe"} for one in found])
        done += people
    on, unions, money, each = EXEMPLARY
    for union in city.unions[:unions]:
        given = [{"person": one, "cash": money // each} for one in city.pen.members(union)[-each:]]
        city.give(on, "exemplary", "tet", given)
    _tet_after(city)


def _tet_after(city: City) -> None:
    """Tết Sum vầy of 2025: the gathering, and what was handed over there."""
    on, hard, to_hard, others, to_others = TET_2025
    people = city.some(3, hard + others)
    amounts = [to_hard] * hard + [to_others] * others
    given = [
        {"person": one, "cash": cash, "need": "hardship"} for one, cash in zip(people, amounts, strict=True)
    ]
    fields = {"what": "tet_reunion", "about": "Xuân ơn Đảng", "attendance": 230}
    city.pen.add("gathering", city.upper, on, fields=fields)
    city.give(on, "tet", "tet", given)


def _storm(city: City) -> None:
    on, people, each = STORM
    given = [{"person": one, "cash": each} for one in city.some(5, people)]
    city.give(on, "disaster", "disaster", given)


def _confer(city: City) -> None:
    """Every workplace confers in the first quarter, each union writing down its own."""
    for union in city.unions:
        on = city.pen.day(date(2024, 1, 8), date(2024, 3, 28))
        for place in employers(union, on):
            what = "workers_conference" if place.enterprise else "staff_conference"
            fields = {"what": what, "about": "năm 2024", "attendance": len(city.pen.members(union))}
            city.pen.add("gathering", union, on, fields=fields, **rows("employers", [{"employer": place}]))


def _commend(city: City) -> None:
    """Letters of the upper union for the year 2024."""
    fields = {"award": "letter", "issuer": "upper", "number": "112/QĐ-CĐVC", "achievement_year": 2024}
    people = city.some(8, 71)
    lines = {
        "collectives": [{"union": union, "name": ROOMS[n]} for n, union in enumerate(city.unions[10:16])],
        "awardees": [{"person": one, "union": one.unit} for one in people],
    }
    city.pen.add("commendation", city.upper, date(2024, 12, 30), fields=fields, lines=lines)
