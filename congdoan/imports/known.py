"""The people of the book that the rows of a file may be: all fetched at once, then looked up row by row."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from congdoan.base import lookups  # noqa: F401  (among)
from congdoan.base.fields import FOREVER
from congdoan.base.text import fold
from congdoan.members.models import Membership, Person, Sensitive
from congdoan.members.names import twin_key
from congdoan.members.people import PLAIN, SECRET

from .fates import Line

GROWN = (Person.Relation.MEMBER, Person.Relation.WORKER)
CHUNK = 50_000  # keys in one question


@dataclass(slots=True)
class Known:
    """Somebody of the book; where they are a member now (by number), if anywhere; until when they were one, if not."""

    pk: int
    uid: str
    facts: dict[str, Any]
    unit: int | None
    until: date | None

    @property
    def name(self) -> str:
        return str(self.facts["name"])


class People:
    """Whom these lines may name, by card, by ID number, by name as heard and birth date, by name at a union."""

    def __init__(
        self, lines: Sequence[Line], units: Sequence[int | None], keys: Mapping[int, tuple[str, str]]
    ) -> None:
        found = set(_by_card(lines)) | set(_by_number(lines))
        found |= set(_by_twin(twin for key, twin in keys.values() if key))
        found |= set(_by_name(lines, units))
        self.by_card: dict[str, Known] = {}
        self.by_number: dict[str, Known] = {}
        self.by_uid: dict[str, Known] = {}
        self.by_twin: dict[str, list[Known]] = defaultdict(list)
        self.by_name: dict[tuple[int, str], list[Known]] = defaultdict(list)
        for known in _read(found):
            self._enter(known)

    def _enter(self, known: Known) -> None:
        facts, key = known.facts, fold(known.name)
        self.by_uid[known.uid] = known
        if facts["card_number"]:
            self.by_card[facts["card_number"]] = known
        if facts["id_number"]:
            self.by_number[facts["id_number"]] = known
        if facts["born_on"]:
            self.by_twin[twin_key(key, facts["born_on"])].append(known)
        if known.unit:
            self.by_name[known.unit, key].append(known)


def _by_card(lines: Sequence[Line]) -> Iterator[int]:
    for some in chunks(line.values.get("card_number") for line in lines):
        yield from _there().filter(card_number__among=some).values_list("pk", flat=True)


def _by_number(lines: Sequence[Line]) -> Iterator[int]:
    for some in chunks(line.values.get("id_number") for line in lines):
        held = Sensitive.objects.filter(id_number__among=some, person__merged_into=None, person__unmade=None)
        yield from held.values_list("person", flat=True)


def _by_twin(twins: Iterable[str]) -> Iterator[int]:
    for some in chunks(twins):
        yield from _there().filter(twin_key__among=some, relation__in=GROWN).values_list("pk", flat=True)


def _by_name(lines: Sequence[Line], units: Sequence[int | None]) -> Iterator[int]:
    """Members of these unions: those of whom the book knows no birth date, and those of the names told without one."""
    held = Membership.objects.filter(unmade=None, to_on=FOREVER)
    for some in chunks(units):
        unborn = held.filter(unit__in=some, person__born_on=None)
        yield from unborn.values_list("person", flat=True)
    told = [(unit, line.values["name"]) for line, unit in zip(lines, units, strict=True)
            if unit and line.values.get("name") and not isinstance(line.values.get("born_on"), date)]  # fmt: skip
    for some in chunks(fold(name) for _, name in told):
        named = held.filter(unit__in={unit for unit, _ in told}, person__name_key__among=some)
        yield from named.values_list("person", flat=True)


def _read(numbers: Collection[int]) -> Iterator[Known]:
    for some in chunks(numbers):
        held = Membership.objects.filter(person__in=some, unmade=None).order_by("to_on")
        last = {person: (unit, to_on) for person, unit, to_on in held.values_list("person", "unit", "to_on")}
        secrets = {
            row["person"]: row for row in Sensitive.objects.filter(person__in=some).values("person", *SECRET)
        }
        for row in Person.objects.filter(pk__in=some).values("pk", "uid", "name", "card_number", *PLAIN):
            secret = secrets.get(row["pk"], dict.fromkeys(SECRET, ""))
            unit, until = last.get(row["pk"], (None, None))
            there = unit if until == FOREVER else None
            yield Known(row["pk"], str(row["uid"]), row | secret, there, until)


def _there() -> Any:
    return Person.objects.filter(merged_into=None, unmade=None)


def chunks(keys: Iterable[Any]) -> Iterator[set[Any]]:
    """Different keys, as many as one question takes. (Of a list Django asks each whether it is an expression.)"""
    rest = iter({key for key in keys if key})
    while some := set(islice(rest, CHUNK)):
        yield some
