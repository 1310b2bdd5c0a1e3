"""Finding people by name, accents or not, in a book of hundreds of thousands.

Each word typed begins a word of the name, in any order. The rarest of them leads, in an index that is enough to check
the others and to sort; where all are common, those found are so many that a walk in the order of given names soon has a
page of them.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from congdoan.base.text import fold

from .models import NameWord, Person

Rows = TypeVar("Rows", bound=Model)
FEW = 5_000  # people with a word: up to so many are gathered and sorted
LAST = "zzzzzzzz"  # after any end of a word, in every order of letters
SOUNDS = (
    ("ngh", "ng"), ("gh", "g"), ("ch", "tr"), ("gi", "d"), ("r", "d"), ("s", "x"), ("y", "i"), ("k", "c"), ("q", "c"),
    ("l", "n"),
)  # fmt: skip


def write(people: Iterable[Person]) -> None:
    """Keep the words of these people's names instead of those kept before."""
    people = list(people)
    NameWord.objects.filter(person__in=people).delete()
    rows = [
        NameWord(person=person, word=word, name_key=person.name_key, given_key=person.given_key)
        for person in people
        for word in set(person.name_key.split())
    ]
    NameWord.objects.bulk_create(rows, batch_size=1000)


def holding(rows: QuerySet[Rows], text: str, at: str = "") -> QuerySet[Rows]:
    """Only those in whose name every word typed begins a word; `at` leads from a row to the person."""
    words = led(text, FEW)
    if words is None:
        return _having(rows, fold(text).split(), f"{at}name_key")
    return rows.filter(**{f"{at}pk__in": words.values("person")})


def led(text: str, most: int) -> QuerySet[NameWord] | None:
    """The rows of the rarest word typed, of people who have the others too; none where each has more rows than `most`."""
    words, rarest, few = fold(text).split(), "", most + 1
    for word in reversed(words):  # given names, typed last, are rarer than family names
        count = _beginning(word)[:few].count()
        rarest, few = (word, count) if count < few else (rarest, few)
    return _having(_beginning(rarest), {*words} - {rarest}) if rarest else None


def sound(name: str) -> str:
    """The name as it is often misspelt: s as x, ch as tr, l as n, i as y."""
    return " ".join(map(_heard, name.split(" ")))


@lru_cache(maxsize=20_000)  # names are made of few words
def _heard(word: str) -> str:
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return word


def twin_key(name_key: str, born_on: date | None) -> str:
    """What two records of one person most likely have in common."""
    return f"{sound(name_key)} {born_on.isoformat().replace('-', '')}" if born_on else ""


def _beginning(word: str) -> QuerySet[NameWord]:
    return NameWord.objects.filter(word__gte=word, word__lte=word + LAST)


def _having(rows: QuerySet[Rows], words: Iterable[str], key: str = "name_key") -> QuerySet[Rows]:
    for word in words:
        rows = rows.filter(Q(**{f"{key}__startswith": word}) | Q(**{f"{key}__contains": f" {word}"}))
    return rows
