"""The members: most there from the beginning, some admitted in March 2025 and some in September."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Count, Min

from congdoan.audit.actions import writing
from congdoan.base.indexing import indexed_afterwards
from congdoan.ledger.models import Entry
from congdoan.members import mass
from congdoan.members.models import Household, Membership, NameWord, Person

from ..load import bare
from ..people import _name
from .sizes import BEGAN
from .totals import Totals
from .tree import Country, Local

BATCH = 100_000
MARCH, SEPTEMBER = date(2025, 3, 15), date(2025, 9, 15)
NEWCOMERS = 50  # of so many one comes in March, one in September
Begin = Membership.Begin
PLAIN = (Household, Person, NameWord, Entry)  # nothing is asked of them while members are written


def open_registers(country: Country) -> None:
    """All of them, and those there from the beginning."""
    numbers = [one.number for one in country.locals]
    for first in range(0, len(numbers), 5_000):
        with writing(by=None, action="import", alone=True) as posting:
            mass.open_registers(posting, numbers[first : first + 5_000], BEGAN)


def begin(country: Country, chance: random.Random, totals: Totals) -> None:
    """Those there from the beginning; then it is known who there is to be given anything."""
    open_registers(country)
    many = country.size.members - 2 * (country.size.members // NEWCOMERS)
    rows = dict.fromkeys((model._meta.db_table for model in PLAIN), many)
    with bare(rows), indexed_afterwards(rows):
        _take_in(country, country.locals, many, BEGAN, Begin.OPENING, chance, totals)
    held = Person.objects.values("unit").annotate(first=Min("pk"), home=Min("household"), many=Count("pk"))
    known = {row["unit"]: row for row in held}
    for one in country.locals:
        if row := known.get(one.number):
            one.people, one.homes = (row["first"], row["many"]), row["home"]


def admit(country: Country, on: date, chance: random.Random, totals: Totals) -> None:
    """Those who come on a day, where there is a union that day."""
    many = country.size.members // NEWCOMERS
    there = [one for one in country.locals if on == MARCH or one.heir is None]
    _take_in(country, there, many, on, Begin.ADMITTED, chance, totals)


def _take_in(
    country: Country, there: Sequence[Local], many: int, on: date, began: Begin, chance: random.Random, totals: Totals
) -> None:  # fmt: skip
    coming = iter(_each(there, many, on, began, chance, totals))
    while batch := list(islice(coming, BATCH)):
        with writing(by=None, action="import", alone=True) as posting:
            mass.take_in(posting, batch, began, "")


def _each(
    there: Sequence[Local], many: int, on: date, began: Begin, chance: random.Random, totals: Totals
) -> Iterator[mass.Newcomer]:
    """As many at each, one more at the first ones; union by union, so that a union's people have numbers in a row."""
    for n, one in enumerate(there):
        for _ in range(many // len(there) + (n < many % len(there))):
            woman = chance.random() < 0.6
            totals.member(one, on, began == Begin.ADMITTED, woman)
            facts: dict[str, Any] = {"name": _name(woman, 2, chance), "woman": woman}
            yield mass.Newcomer(one.number, on, facts)
