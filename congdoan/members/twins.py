"""Records that are likely of one person, and why. People are compared only inside a block, never all with all.

Everywhere: one ID number; one name as it is heard, with one birth date. Where people are not too many to be read one by
one also: one sound of a name and birth year, or union; one given name and birth date.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from django.db.models import Count, QuerySet

from . import births
from .models import Apart, Person, Sensitive
from .names import sound

CROWD = 30  # more than these in one block are no likely twins, but a common name
NEAR = 2  # letters that may differ


class Known(NamedTuple):
    """What of a person is compared."""

    pk: int
    name: str
    born_on: date | None
    born_year: int | None
    unit: int
    number: str

    @property
    def year(self) -> int | None:
        return births.year(self.born_on or self.born_year)


class Twin(NamedTuple):
    """Two people who may be one."""

    one: int
    other: int
    why: str


def surest(among: QuerySet[Person]) -> QuerySet[Person]:
    """Of very many people those who share an ID number, or a name as it is heard and a birth date, with somebody of the
    book. Both are read off an index."""
    keyed = Person.objects.exclude(twin_key="").order_by()
    keys = keyed.values("twin_key").annotate(people=Count("pk")).filter(people__gt=1)
    known = Sensitive.objects.exclude(id_number="").order_by()
    numbers = known.values("id_number").annotate(people=Count("pk")).filter(people__gt=1)
    alike = keyed.filter(twin_key__in=keys.values("twin_key")).values("pk")
    sharing = Sensitive.objects.filter(id_number__in=numbers.values("id_number")).values("person")
    return among.filter(pk__in=alike.union(sharing))


def twins(among: QuerySet[Person]) -> list[Twin]:
    """Likely twins among these people, the surest first; those once told apart are left out."""
    rows = among.values_list("pk", "name_key", "born_on", "born_year", "unit", "sensitive__id_number")
    known = [Known(*row[:5], row[5] or "") for row in rows]
    apart = set(Apart.objects.values_list("one", "other"))
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for block in _blocks(known):
        for a, b in combinations(sorted(block), 2):
            why = _why(a, b)
            if why and (a.pk, b.pk) not in apart:
                found.setdefault((a.pk, b.pk), why)
    ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [Twin(*pair, why) for pair, (_, why) in ranked]


def near(one: str, other: str, most: int = NEAR) -> bool:
    """Whether a few letters put in, left out or changed make one name the other."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, start=1):
        last, row[0] = row[0], n
        for m, sign in enumerate(other, start=1):
            last, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, last + (letter != sign))
    return row[-1] <= most


def _blocks(known: list[Known]) -> Iterator[list[Known]]:
    blocks: dict[Hashable, list[Known]] = defaultdict(list)
    for one in known:
        for key in _keys(one):
            blocks[key].append(one)
    return (block for block in blocks.values() if 1 < len(block) <= CROWD)


def _keys(one: Known) -> Iterator[Hashable]:
    if one.number:
        yield "number", one.number
    yield "here", sound(one.name), one.unit
    if one.year:
        yield "year", sound(one.name), one.year
    if one.born_on:
        yield "day", one.name.rpartition(" ")[2], one.born_on


def _why(a: Known, b: Known) -> tuple[int, str] | None:
    """How sure, and why; nothing where both have a birth date or an ID number and these differ too much."""
    if a.number and a.number == b.number:
        return 1, "cùng số căn cước"
    if a.number and b.number:
        return None
    same_day = bool(a.born_on and a.born_on == b.born_on)
    if a.name == b.name and same_day:
        return 2, "cùng họ tên và ngày sinh"
    if a.year and b.year and a.year != b.year:
        return None
    if same_day and near(a.name, b.name):
        return 3, "họ tên gần giống, cùng ngày sinh"
    if sound(a.name) == sound(b.name):
        return (
            4,
            "họ tên đọc giống nhau, cùng năm sinh"
            if a.year and b.year
            else "họ tên đọc giống nhau, cùng công đoàn",
        )
    return None
