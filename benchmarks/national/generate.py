"""Building the country, half a year and a reform and half a year; and asking whether the engine says what was counted."""

import pickle
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from congdoan.base.period import Period
from congdoan.ledger import rollups
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY
from congdoan.org.models import Unit

from ..load import settle
from . import people, records, reform, tree
from .sizes import REFORM, Size
from .totals import Totals
from .tree import Country

Say = Callable[[str], None]


def build(size: Size, say: Say, seed: int = 1) -> tuple[Country, Totals]:
    """Fill an empty database; the same seed gives the same country."""
    chance, totals = random.Random(seed), Totals()
    country = tree.found(size, chance)
    say(f"{Unit.objects.count():,} unions")
    people.begin(country, chance, totals)
    people.admit(country, people.MARCH, chance, totals)
    say("members up to the reform")
    records.write(country, size.first, size.eve, str(seed), totals)
    say(f"{totals.records:,} records up to the reform, {totals.entries:,} entries")
    settle()
    rollups.fold_all()
    say("folded")
    reform.carry_out(country, say)
    people.admit(country, people.SEPTEMBER, chance, totals)
    records.write(country, REFORM, size.last, str(seed), totals)
    say(f"{totals.records:,} records in all, {totals.entries:,} entries")
    settle()
    rollups.fold_all()
    say("folded")
    return country, totals


def built(size: Size, say: Say, kept: Path | None) -> tuple[Country, Totals, float]:
    """The same, with the minutes it took; out of a folder, where it was built there before."""
    told = kept and kept / "counted.pickle"
    if told and told.exists():
        found: tuple[Country, Totals, float] = pickle.loads(told.read_bytes())
        return found
    began = time.perf_counter()
    country, totals = build(size, say)
    found = country, totals, (time.perf_counter() - began) / 60
    if told:
        told.write_bytes(pickle.dumps(found))
    return found


def disagreements(country: Country, totals: Totals, places: int | None = None) -> Iterator[str]:
    """Where a figure is not what was counted: of the country and of its provinces (all, or so many), before the reform,
    after it and over all, as it stood then and as it stands now."""
    after = country.provinces[: country.size.later][:places]
    ended = country.provinces[country.size.later :][:places]
    for code in [None, *after, *ended]:
        for now in (False,) if code in ended else (False, True):
            for first, last in _periods(country.size):
                if not (code in ended and first >= REFORM):
                    yield from _unlike(country, totals, code, first, last, now)


def _periods(size: Size) -> list[tuple[date, date]]:
    return [(size.first, size.eve), (REFORM, size.last), (size.first, size.last)]


def _unlike(
    country: Country, totals: Totals, code: str | None, first: date, last: date, now: bool
) -> Iterator[str]:
    unit = Unit.objects.get(code=code or country.top)
    asked = [BY_KEY[key] for key in totals.indicators]
    for said in figures(unit, Period.between(first, last), asked, tree=country.size.last if now else None):
        wanted = totals.value(said.indicator.key, code, first, last, now)
        if said.value != wanted:
            where = f"{unit.code} {first} … {last} {'now' if now else 'then'}"
            yield f"{where}: {said.indicator.key} is {said.value}, counted {wanted}"
