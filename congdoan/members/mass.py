"""Thousands of members at once: written the fastest way the database has, drawn by the same rules as one, taken back whole.

What is given here was looked at beforehand (`imports`); the database's own rules still hold it all or nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db import IntegrityError
from django.db.models import Exists, Model, OuterRef

from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.errors import Refused
from congdoan.base.indexing import indexed_afterwards
from congdoan.base.period import today
from congdoan.base.progress import counted
from congdoan.ledger import rules
from congdoan.ledger.actions import Line, cut_numbers, entry, lines, post
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import MEMBERSHIP, REGISTER, Draw

from . import names, people
from .draws import of_membership, of_register
from .models import Hardship, Household, Membership, NameWord, Person, Register, Sensitive

Row = dict[str, Any]
Values = tuple[Any, ...]  # of the columns named beside
EMPTY: Row = {
    "woman": None,
    "born_on": None,
    "born_year": None,
    "card_number": None,
    "phone": "",
    "email": "",
    "job": "",
    "education": "",
}
ROWS = {
    Household: 1,
    Person: 1,
    NameWord: 3,
    Sensitive: 1,
    Membership: 1,
    Entry: 3,
}  # of a newcomer, more or less
SECRET = [name for name in people.SECRET if name != "party_on"]
NOBODY = 0  # stands for the person and the union in what is drawn once for all who are alike


@dataclass(frozen=True)
class Newcomer:
    """Somebody the book does not know: their facts, the union (by number) and the day they belong to it from."""

    unit: int
    on: date
    facts: Mapping[str, Any]


def take_in(posting: Posting, newcomers: Sequence[Newcomer], began: Membership.Begin, decision: str) -> None:
    """People, what is known of them, their memberships and entries, under one posting. The last that is written: tables
    may be shut to others from here on."""
    persons, numbers = list(_persons(newcomers)), bulk.reserve(Membership, len(newcomers))
    alike = _alike(newcomers, persons, numbers)
    told = _told(posting, alike, began)
    with indexed_afterwards({_table(model): len(persons) * rows for model, rows in ROWS.items()}):
        _write(persons, newcomers)
        same = {"began": began.value, "decision": decision, "made_id": posting.pk, "changed_id": posting.pk}
        held = counted(_memberships(persons, newcomers, numbers), "Đang ghi vào sổ đoàn viên", len(persons))
        bulk.load(Membership, held, ("id", "uid", "person_id", "unit_id", "from_on"), same)
        _enter(posting, (row for at, found in told.items() for row in _rows(found, alike[at])))
    _refuse_two_at_once(posting)


def rewriting(entries: int, persons: int) -> AbstractContextManager[None]:
    """So many entries are written and so many people changed, in the tables a list goes into."""
    changed = dict.fromkeys(map(_table, ROWS), 0) | {_table(Person): persons}
    del changed[_table(Entry)]
    return indexed_afterwards({_table(Entry): entries}, changed)


def _table(model: type[Model]) -> str:
    return model._meta.db_table


def _write(persons: Sequence[Row], newcomers: Sequence[Newcomer]) -> None:
    """The people, and all that is found with them."""
    many = len(persons)
    homes = zip(counted(persons, "Đang ghi hộ gia đình", many), bulk.uids(many), strict=True)
    bulk.load(Household, (_household(*home) for home in homes), ("id", "uid", "unit_id"))
    bulk.load(Person, counted(persons, "Đang ghi từng người", many))
    words = (word for row in counted(persons, "Đang ghi tên để tìm", many) for word in _words(row))
    bulk.load(NameWord, words, ("person_id", "name_key", "given_key", "word"))
    bulk.load(Sensitive, _secrets(persons, newcomers), ("person_id", "party_on", *SECRET))


def _refuse_two_at_once(posting: Posting) -> None:
    """What the database asks of one membership, asked of all that this posting began."""
    other = Membership.objects.filter(
        person=OuterRef("person"), unmade=None, from_on__lt=OuterRef("to_on"), to_on__gt=OuterRef("from_on")
    )
    if Membership.objects.filter(
        Exists(other.exclude(pk=OuterRef("pk"))), made=posting, unmade=None
    ).exists():
        raise IntegrityError("a member of two unions at once")


def open_registers(posting: Posting, units: Iterable[int], on: date) -> None:
    """From this day on these unions' registers tell how many members they have."""
    units = set(units)
    known = Register.objects.filter(unit__in=units).select_related("unit")
    if other := next((one for one in known if one.opened_on != on), None):
        raise Refused(
            f"{other.unit.name} đã mở sổ ngày {other.opened_on:%d/%m/%Y}; hãy nhập người của công đoàn này vào ngày ấy.",
            "on",
        )
    new = units - {one.unit_id for one in known}
    opened = Register.objects.bulk_create(
        [Register(unit_id=unit, opened_on=on, made=posting) for unit in sorted(new)], batch_size=500
    )
    declared = set(Entry.objects.filter(unit__in=new).values_list("unit", flat=True).distinct())
    for one in opened:
        if one.unit_id in declared:
            post(posting, REGISTER, one.pk, of_register(one))


def _persons(newcomers: Sequence[Newcomer]) -> Iterator[Row]:
    numbers = bulk.reserve(Person, len(newcomers))
    homes = bulk.reserve(Household, len(newcomers))
    day, uids = today().toordinal(), bulk.uids(len(newcomers))
    for number, uid, home, new in zip(numbers, uids, homes, newcomers, strict=True):
        facts = new.facts
        row = {name: facts.get(name, blank) for name, blank in EMPTY.items()} | people.named(facts["name"])
        row |= {"id": number, "uid": uid, "unit_id": new.unit, "household_id": home}
        row["twin_key"] = names.twin_key(row["name_key"], row["born_on"])
        row["complete_on"] = day if people.whole(facts, facts.get("id_number") or "") else None
        yield row


def _household(row: Row, uid: str) -> Values:
    return row["household_id"], uid, row["unit_id"]


def _words(row: Row) -> Iterator[Values]:
    number, key, given = row["id"], row["name_key"], row["given_key"]
    return ((number, key, given, word) for word in set(key.split()))


def _secrets(persons: Sequence[Row], newcomers: Sequence[Newcomer]) -> Iterator[Values]:
    for row, new in zip(persons, newcomers, strict=True):
        facts = new.facts
        if any(map(facts.get, people.SECRET)):
            party_on = facts.get("party_on")
            yield (
                row["id"],
                party_on.toordinal() if party_on else None,
                *[facts.get(name) or "" for name in SECRET],
            )


def _memberships(
    persons: Sequence[Row], newcomers: Sequence[Newcomer], numbers: Sequence[int]
) -> Iterator[Values]:
    for number, uid, person, new in zip(numbers, bulk.uids(len(persons)), persons, newcomers, strict=True):
        yield number, uid, person["id"], new.unit, new.on.toordinal()


Alike = tuple[date, bool | None, bool, date | None]  # from, sex, record complete, in the Party since
Those = dict[
    tuple[Alike, int], list[tuple[int, int]]
]  # of a union: the numbers of the people, of their memberships


def _alike(newcomers: Sequence[Newcomer], persons: Sequence[Row], numbers: Sequence[int]) -> Those:
    """Those of a union who draw the same entries."""
    those: Those = defaultdict(list)
    for new, person, number in zip(newcomers, persons, numbers, strict=True):
        like = (new.on, person["woman"], person["complete_on"] is not None, new.facts.get("party_on"))
        those[like, new.unit].append((person["id"], number))
    return those


def _told(posting: Posting, those: Those, began: Membership.Begin) -> dict[tuple[Alike, int], list[Line]]:
    """The entries of each, drawn once for all who are alike but for their number."""
    drawn = {like: _of(like, began) for like in dict.fromkeys(like for like, _ in those)}
    cuts = cut_numbers(draw for draws in drawn.values() for draw in draws)
    whole = {like: [*lines(draws, cuts).elements()] for like, draws in drawn.items()}
    told = {(like, unit): [line._replace(unit=unit) for line in whole[like]] for like, unit in those}
    rules.check(entry(line, 1, posting, MEMBERSHIP, NOBODY) for line in set(chain(*told.values())))
    return told


def _enter(posting: Posting, rows: Iterable[Values]) -> None:
    columns = ("indicator", "unit_id", "day", "quantity", "cut_id", "subject", "source")
    bulk.load(Entry, rows, columns, {"sign": 1, "origin": MEMBERSHIP, "posting_id": posting.pk})


def _of(like: Alike, began: Membership.Begin) -> list[Draw]:
    """What one of these draws, by the rule of a single membership."""
    on, woman, complete, party_on = like
    person = Person(pk=NOBODY, woman=woman, complete_on=today() if complete else None)
    person._prefetched_objects_cache = {"hardships": Hardship.objects.none()}  # type: ignore[attr-defined]
    person.sensitive = Sensitive(person=person, party_on=party_on)
    return list(of_membership(Membership(pk=NOBODY, person=person, unit_id=NOBODY, from_on=on, began=began)))


def _rows(told: Iterable[Line], whom: Sequence[tuple[int, int]]) -> Iterator[Values]:
    for line in told:
        said = line.indicator, line.unit, line.day.toordinal(), line.quantity, line.cut
        for person, number in whom:
            yield *said, person if line.subject == NOBODY else line.subject, number
