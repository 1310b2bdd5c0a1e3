"""What is recorded, how often, and what that must come to: told by hand, not by the rules that draw it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

from congdoan.funds.models import Fund
from congdoan.members.models import Person
from congdoan.records.kinds.blood import Donor
from congdoan.records.kinds.care import Recipient

from .totals import Totals
from .tree import Local

Model = TypeVar("Model", bound=models.Model)
Told = tuple[dict[str, Any], dict[str, Sequence[Any]]]  # columns, rows by list
Make = Callable[[random.Random, Local, date, Fund, Totals], Told]
MONEY = {"visit": "care.visit_money", "women": "women.gift_money", "exemplary": "care.tet_exemplary_money", "family": "care.family_visit_money"}  # fmt: skip
EACH = {"visit": "care.visits", "women": "women.gifts", "family": "care.family_visits"}
SERVICES = {"check": "care.health_checks", "benefit": "care.benefit_uses", "tickets": "care.tet_tickets"}


@dataclass(frozen=True)
class Recipe:
    """A kind of record and how one is made; what it must count for goes into the totals."""

    kind: str
    make: Make


def _care(programme: str, occasion: str) -> Recipe:
    def make(chance: random.Random, at: Local, on: date, fund: Fund, totals: Totals) -> Told:
        rows = [
            like(Recipient, person=who, cash=chance.randrange(2, 20) * 100_000) for who in _some(chance, at)
        ]
        for row in rows:
            totals.add(MONEY[programme], at, on, row.cash)
            totals.add("care.total_money", at, on, row.cash)
            if programme in EACH:
                totals.add(EACH[programme], at, on, 1)
            if programme == "visit":
                totals.count("care.people_visited", at, on, row.person_id)
            if programme == "exemplary":
                totals.count("care.unions_with_exemplary_gifts", at, on, row.person.unit_id)
        return {"programme": programme, "occasion": occasion, "fund": fund}, {"recipients": rows}

    return Recipe("care", make)


def _service(what: str) -> Recipe:
    def make(chance: random.Random, at: Local, on: date, fund: Fund, totals: Totals) -> Told:
        people = chance.randrange(1, 200)
        totals.add(SERVICES[what], at, on, people)
        return {"what": what, "people": people, "vehicle": "coach" if what == "tickets" else ""}, {}

    return Recipe("service", make)


def _publication(what: str, indicator: str, **more: str) -> Recipe:
    def make(chance: random.Random, at: Local, on: date, fund: Fund, totals: Totals) -> Told:
        count = chance.randrange(1, 9)
        totals.add(indicator, at, on, count)
        return {"what": what, "count": count, **more}, {}

    return Recipe("publication", make)


def _gathering(what: str, each: str, people: str, **more: str) -> Recipe:
    def make(chance: random.Random, at: Local, on: date, fund: Fund, totals: Totals) -> Told:
        came = chance.randrange(5, 120)
        for indicator, quantity in ((each, 1), (people, came)):
            if indicator:
                totals.add(indicator, at, on, quantity)
        return {"what": what, "attendance": came, **more}, {}

    return Recipe("gathering", make)


def _blood(chance: random.Random, at: Local, on: date, fund: Fund, totals: Totals) -> Told:
    rows = [like(Donor, person=who, union_id=at.number) for who in _some(chance, at)]
    given = chance.randrange(1, 30)
    totals.add("funds.blood_units", at, on, given)
    for row in rows:
        totals.count("funds.blood_donors", at, on, row.person_id)
    return {"units_of_blood": given}, {"donors": rows}


@cache
def _blank(model: type[models.Model]) -> tuple[models.Model, frozenset[str]]:
    """One that says nothing, and which of its names stand for others."""
    return model(), frozenset(field.name for field in model._meta.concrete_fields if field.is_relation)


def like(model: type[Model], **told: Any) -> Model:
    """One that says this, made several times as fast as Django makes one."""
    blank, relations = _blank(model)
    one = model.__new__(model)
    one.__dict__.update(blank.__dict__, _state=ModelState())
    for name, value in told.items():
        setattr(one, name, value) if name in relations else one.__dict__.__setitem__(name, value)
    return one


def _some(chance: random.Random, at: Local) -> list[Person]:
    """One, two or three of a union's people, each once."""
    first, many = at.people
    chosen = chance.sample(range(many), min(many, chance.randrange(1, 4)))
    return [_person(first + n, at.number, at.homes + n) for n in chosen]


def _person(number: int, unit: int, home: int) -> Person:
    """A member, who is not on the hardship list."""
    one = like(Person, id=number, unit_id=unit, household_id=home, relation="member")
    one._prefetched_objects_cache = {"hardships": ()}
    return one


_WEIGHTED: list[tuple[Recipe, int]] = [
    (_care("visit", "illness"), 10),
    (_care("family", "wedding"), 4),
    (_care("women", "women_day"), 4),
    (_care("exemplary", "tet"), 2),
    (_service("check"), 6),
    (_service("benefit"), 6),
    (_service("tickets"), 3),
    (_publication("news", "propaganda.news_items", site="Cổng thông tin"), 12),
    (_publication("document", "propaganda.documents", medium="paper"), 6),
    (_gathering("meeting", "conferences.meetings", "conferences.attendance", meeting="committee"), 18),
    (_gathering("propaganda", "propaganda.sessions", "propaganda.attendance", topic="law"), 12),
    (_gathering("women", "women.meetings", ""), 5),
    (_gathering("tet_reunion", "care.tet_reunions", "care.tet_reunion_attendance"), 3),
    (_gathering("union_meal", "", "care.union_meals", occasion="workers_month"), 3),
    (Recipe("blood", _blood), 6),
]
RECIPES = [recipe for recipe, _ in _WEIGHTED]
WEIGHTS = [weight for _, weight in _WEIGHTED]
