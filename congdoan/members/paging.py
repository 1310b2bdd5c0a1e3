"""Pages of a list that may be as long as a province: each goes on after the last name of the one before, so that a page
far down costs no more than the first. The address bears the public number of that person, never the name."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

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
    after, before = _asked(query.get(AFTER)), _asked(query.get(BEFORE))
    nearest = partial(_walked if many else _gathered, rows, text)
    some = nearest(before or after, back=bool(before), number=SIZE + 1)
    over, some = len(some) > SIZE, some[:SIZE]
    if before:
        some.reverse()
    earlier, later = (over, True) if before else (bool(after), over)
    count = len(nearest(None, back=False, number=MOST + 1)) if told is None else told
    return Page(
        _with_memberships(rows, some),
        some[0].uid if some and earlier else None,
        some[-1].uid if some and later else None,
        min(count, MOST) if told is None else count,
        told is None and count > MOST,
    )


def _gathered(
    rows: QuerySet[Membership], text: str, here: Person | None, *, back: bool, number: int
) -> list[Person]:
    """So many people after somebody, or before, of a list that is short enough to be sorted whole."""
    rows = with_words(rows, text, "person__") if text else rows
    near = _beyond(rows.select_related("person"), here, back=back, key="person__given_key", pk="person")
    return [held.person for held in near[:number]]


def _walked(
    rows: QuerySet[Membership], text: str, here: Person | None, *, back: bool, number: int
) -> list[Person]:
    """The same of a long list, walked by given name, or led by a word of the name."""
    words = led(text, SORTED) if not card_in(text) else None
    people = _people(rows) if words is not None or not text else with_words(_people(rows), text)
    near = _beyond(people, here, back=back)
    return _first(near, None if words is None else _beyond(words, here, back=back, pk="person"), number)


def _people(rows: QuerySet[Membership]) -> QuerySet[Person]:
    return Person.objects.filter(Exists(rows.filter(person=OuterRef("pk"))))


def _first(people: QuerySet[Person], words: QuerySet[NameWord] | None, number: int) -> list[Person]:
    """So many people, where words lead to them: looked up first among the nearest, and among all where many have left."""
    if words is not None:
        some = list(people.filter(pk__in=words[: 2 * number].values("person"))[:number])
        if len(some) == number:
            return some
        people = people.filter(pk__in=words.values("person"))
    return list(people[:number])


def _beyond(
    rows: QuerySet[Rows], here: Person | None, *, back: bool, key: str = "given_key", pk: str = "pk"
) -> QuerySet[Rows]:
    """Those after somebody in the order, or before, the nearest first."""
    rows = rows.order_by(f"-{key}", f"-{pk}") if back else rows.order_by(key, pk)
    if here is None:
        return rows
    than = "lt" if back else "gt"
    beyond = Q(**{f"{key}__{than}": here.given_key}) | Q(**{f"{pk}__{than}": here.pk})
    return rows.filter(Q(**{f"{key}__{than}e": here.given_key}) & beyond)


def _with_memberships(rows: QuerySet[Membership], people: list[Person]) -> list[Membership]:
    held = {row.person_id: row for row in rows.filter(person__in=people).select_related("person", "unit")}
    return [held[person.pk] for person in people]


def _asked(uid: str | None) -> Person | None:
    try:
        return Person.objects.filter(uid=uid).first() if uid else None
    except ValidationError:
        return None
