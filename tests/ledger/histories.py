"""A book in which anything may happen, and the oracle that is told of it. Used by `test_histories.py`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.ledger import origins, rollups
from congdoan.ledger.actions import post
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw, Origin
from congdoan.org.models import Employer, Organising, Unit, UnitKind
from congdoan.reform import actions as reform
from congdoan.reform import relations
from tests.ledger.oracle import DAY, Oracle

TEST = 9  # the origin of what these histories record
BEGAN = date(2023, 6, 1)
FIRST = date(2023, 11, 1)
DAYS = 420  # from FIRST; the last is in December 2024
TREE = (
    ("top", "confederation", ""),
    ("north", "province", "top"),
    ("south", "province", "top"),
    ("branch", "public_sector", "north"),
    ("district", "district", "north"),
    ("a", "grassroots", "branch"),
    ("b", "grassroots", "branch"),
    ("c", "grassroots", "district"),
    ("d", "grassroots", "south"),
)
# What a record may draw: indicator, whether it counts somebody, its breakdown, the most it adds.
MENU = (
    ("care.visits", True, "occasion", 1),
    ("care.visit_money", True, "occasion", 900),
    ("care.people_visited", True, "occasion", 1),
    ("care.people_visited", False, "occasion", 7),  # declared as a total
    ("members.total", False, "sex", 30),
    ("members.total", False, "sex", -30),
    ("officers.total", True, "sex", 1),
    ("officers.total", True, "sex", -1),
    ("org.congresses_held", True, "congress", 1),
    ("representation.staff_conferences", True, "", 1),
    ("representation.employers_with_spending_rule", True, "rule", 1),
    ("propaganda.contests_joined", False, "level", 3),
    ("ratings.union_grades", True, "grade", 1),
)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@dataclass
class Book:
    """The real book, the oracle beside it, and the verbs that write in both."""

    oracle: Oracle = field(default_factory=Oracle)
    units: list[Unit] = field(default_factory=list)
    employers: list[Employer] = field(default_factory=list)
    organised: list[tuple[Organising, tuple[int, int, date, date]]] = field(default_factory=list)
    source: int = 0

    def begin(self) -> None:
        """The small tree everything starts from."""
        named: dict[str, Unit] = {}
        for code, kind, above in TREE:
            named[code] = self.found(code, kind, named.get(above), BEGAN)
        for code in "abcd":
            self.employers.append(Employer.objects.create(code=code, name=code, name_key=code, from_on=BEGAN))

    def found(self, code: str, kind: str, parent: Unit | None, on: date) -> Unit:
        kind_of = UnitKind.objects.get(code=kind)
        unit = reform.found(code=code, kind=kind_of, name=code, on=on, parent=parent, by=None)
        self.oracle.found(unit.pk, on, parent.pk if parent else None, kind_of.grassroots)
        self.units.append(unit)
        return unit

    def found_late(self, parent: Unit, on: date) -> bool:
        """Another grassroots union; refused under a superior that was not there all the while."""
        return attempt(lambda: self.found(f"u{len(self.units)}", "grassroots", parent, on))

    def draw(self, unit: Unit, on: date, item: int, who: int, cut: int, size: int) -> Draw:
        """One line of the menu, at a union on a day."""
        key, counted, dimension, most = MENU[item]
        quantity = 1 if most == 1 else (size % abs(most) + 1) * (1 if most > 0 else -1)
        subject = self._subject(key, who) if counted else None
        values = {dimension: ("x", "y")[cut % 2]} if dimension else {}
        return Draw(key, unit.pk, on, quantity, subject, values)

    def add(self, draws: list[Draw]) -> bool:
        self.source += 1
        return self.say(self.source, draws)

    def say(self, source: int, draws: list[Draw]) -> bool:
        """A source draws this now. Refused exactly when a union was not there."""
        missing = [d for d in draws if not self.oracle.alive(d.unit, d.day) and not _runs_out(d)]
        done = attempt(lambda: self._post(source, draws))
        assert done != bool(missing), missing
        if done:
            self.oracle.lines[source] = draws
        return done

    def move(self, unit: Unit, to: Unit, on: date) -> bool:
        done = attempt(lambda: reform.move(unit=unit, to=to, on=on, by=None))
        if done:
            self.oracle.move(unit.pk, to.pk, on)
        return done

    def close(self, unit: Unit, last_day: date) -> bool:
        done = attempt(lambda: reform.close(unit=unit, last_day=last_day, by=None))
        if done:
            self.oracle.close(unit.pk, last_day + DAY)
        return done

    def organise(self, unit: Unit, employer: Employer, on: date) -> bool:
        made: list[Organising] = []
        done = attempt(lambda: made.append(relations.organise(unit=unit, employer=employer, on=on, by=None)))
        if done:
            self._remember(made[0])
        return done

    def stop_organising(self, which: int, on: date) -> bool:
        organising, fact = self.organised[which % len(self.organised)]
        made: list[Organising] = []
        done = attempt(lambda: made.append(relations.stop_organising(organising=organising, on=on, by=None)))
        if done:
            self.organised.remove((organising, fact))
            self.oracle.employers.remove(fact)
            self._remember(made[0])
        return done

    def _remember(self, organising: Organising) -> None:
        fact = (organising.employer_id, organising.unit_id, organising.from_on, organising.to_on)
        self.oracle.employers.append(fact)
        self.organised += [(organising, fact)] if organising.to_on == FOREVER else []

    def _post(self, source: int, draws: list[Draw]) -> None:
        with writing(by=None, action="test") as posting:
            post(posting, TEST, source, draws)

    def _subject(self, key: str, who: int) -> int:
        if key.startswith("representation."):
            return self.employers[who % len(self.employers)].pk
        if key.startswith("org."):
            return self.units[5 + who % 4].pk
        return 1 + who % 3


def attempt(act: Callable[[], object]) -> bool:
    """Whether it was done; what is refused must leave nothing behind."""
    try:
        with transaction.atomic():
            act()
    except Refused:
        return False
    return True


@contextmanager
def known_to_the_ledger(lines: dict[int, list[Draw]]) -> Iterator[None]:
    """The book's sources are known, so that they can be verified; large begins at three unions, so that sums are kept."""
    large, rollups.LARGE = rollups.LARGE, 3
    feeds = frozenset(item[0] for item in MENU)
    origins.register(Origin(TEST, "test", lambda: iter(list(lines.items())), feeds))
    try:
        yield
    finally:
        del origins.ORIGINS[TEST]
        rollups.LARGE = large


def _runs_out(draw: Draw) -> bool:
    return BY_KEY[draw.indicator].stock and draw.quantity < 0
