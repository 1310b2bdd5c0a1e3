"""Finding people by name, accents or not, in a book of hundreds of thousands.

Each word typed begins a word of the name, in any order. A word that few names have leads straight to them; where all
are common, those found are so many that a walk in the order of given names soon has a page of them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

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
    rows = [NameWord(person=person, word=word) for person in people for word in set(person.name_key.split())]
    NameWord.objects.bulk_create(rows, batch_size=1000)


def holding(rows: QuerySet[Rows], text: str, at: str = "") -> QuerySet[Rows]:
    """Only those in whose name every word typed begins a word; `at` leads from a row to the person."""
    words = fold(text).split()
    counted = {word: _having(word)[: FEW + 1].count() for word in words}
    if words and counted[rarest := min(words, key=lambda word: counted[word])] <= FEW:
        rows = rows.filter(**{f"{at}pk__in": _having(rarest)})
    for word in words:
        key = f"{at}name_key"
        rows = rows.filter(Q(**{f"{key}__startswith": word}) | Q(**{f"{key}__contains": f" {word}"}))
    return rows


def sound(name: str) -> str:
    """The name as it is often misspelt: s as x, ch as tr, l as n, i as y."""
    for written, heard in SOUNDS:
        name = name.replace(written, heard)
    return name


def twin_key(name_key: str, born_on: date | None) -> str:
    """What two records of one person most likely have in common."""
    return f"{sound(name_key)} {born_on:%Y%m%d}" if born_on else ""


def _having(word: str) -> QuerySet[NameWord, Any]:
    """The people (by number) who have a word so beginning."""
    return NameWord.objects.filter(word__gte=word, word__lte=word + LAST).values("person")
