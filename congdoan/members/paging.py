"""Pages of a list that may be as long as a province: each goes on after the last name of the one before, so that a page
far down costs no more than the first. The address bears the public number of that person, never the name."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import BY_KEY
from congdoan.org.models import Unit

from .models import Membership, NameWord, Person
from .names import Rows, led
from .queries import card_in, with_words

SIZE = 50  # members on a page
MOST = 200  # of a narrowed list so many are counted; of more it says that there are more
MANY = 10_000  # members of a union from which its list is walked by given name, and not gathered and sorted
SORTED = 40_000  # people with a word: up to so many are sorted from the index of words; of more a page is met on the walk
AFTER, BEFORE = "sau", "truoc"


@dataclass(frozen=True)
class Page:
    """Some rows of a list; the public numbers of those it begins and ends with, where there are others before and
    after; how many there are in all, `more` if that is only so many at least."""

    rows: list[Membership]
    before: uuid.UUID | None
    after: uuid.UUID | None
    told: int
    more: bool


def members_of(unit: Unit, on: date) -> int:
    """How many members a union and those below it have on a day: a figure, so nobody is counted for it."""
    return int(figure(BY_KEY["members.total"], unit, Period.between(on, on)).value or 0)


def page(
    rows: QuerySet[Membership], text: str, many: bool, query: Mapping[str, str], told: int | None
) -> Page:
    """The page the address asks for, of these memberships' people whom the text names. `told`: how many there are in
    all, where that is known; `many`: whether the list is too long to be gathered first."""
    words = led(text, SORTED) if many and not card_in(text) else None
    people = with_words(_people(rows, many), text) if text and words is None else _people(rows, many)
    after, before = _asked(query.get(AFTER)), _asked(query.get(BEFORE))
    here, back = before or after, bool(before)
    nearest = None if words is None else _beyond(words, here, back=back, number="person")
    some = _first(_beyond(people, here, back=back), nearest, SIZE + 1)
    over, some = len(some) > SIZE, some[:SIZE]
    if before:
        some.reverse()
    earlier, later = (over, True) if before else (bool(after), over)
    count = len(_first(people.only("pk"), words, MOST + 1)) if told is None else told
    return Page(
        _with_memberships(rows, some),
        some[0].uid if some and earlier else None,
        some[-1].uid if some and later else None,
        min(count, MOST) if told is None else count,
        told is None and count > MOST,
    )


def _people(rows: QuerySet[Membership], many: bool) -> QuerySet[Person]:
    """Whose memberships these are, by given name: walked in that order, or gathered first."""
    if many:
        return Person.objects.filter(Exists(rows.filter(person=OuterRef("pk")))).order_by("given_key", "pk")
    return Person.objects.filter(pk__in=rows.values("person")).order_by("given_key", "pk")


def _first(people: QuerySet[Person], words: QuerySet[NameWord] | None, number: int) -> list[Person]:
    """So many people, where words lead to them: looked up first among the nearest, and among all where many have left."""
    if words is not None:
        some = list(people.filter(pk__in=words[: 2 * number].values("person"))[:number])
        if len(some) == number:
            return some
        people = people.filter(pk__in=words.values("person"))
    return list(people[:number])


def _beyond(rows: QuerySet[Rows], here: Person | None, *, back: bool, number: str = "pk") -> QuerySet[Rows]:
    """Those after somebody in the order, or before, the nearest first."""
    rows = rows.order_by("-given_key", f"-{number}") if back else rows.order_by("given_key", number)
    if here is None:
        return rows
    key, than = here.given_key, "lt" if back else "gt"
    beyond = Q(**{f"given_key__{than}": key}) | Q(**{f"{number}__{than}": here.pk})
    return rows.filter(Q(**{f"given_key__{than}e": key}) & beyond)


def _with_memberships(rows: QuerySet[Membership], people: list[Person]) -> list[Membership]:
    held = {row.person_id: row for row in rows.filter(person__in=people).select_related("person", "unit")}
    return [held[person.pk] for person in people]


def _asked(uid: str | None) -> Person | None:
    try:
        return Person.objects.filter(uid=uid).first() if uid else None
    except ValidationError:
        return None
