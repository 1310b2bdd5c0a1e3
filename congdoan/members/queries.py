"""Who belongs where on a day, and finding people by name, accents or not."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.base.fields import FOREVER
from congdoan.base.period import today
from congdoan.org.models import Ancestry, Unit
from congdoan.org.queries import standing

from .models import Hardship, Membership, Person, Suspension, Transfer
from .names import Rows, holding


def members_on(unit: Unit, day: date, *, few: bool = False) -> QuerySet[Membership]:
    """The memberships held on a day at a union and at all that stood under it then. Of few unions the numbers are told
    to the database, which else may walk a whole province to find them."""
    held = Membership.objects.filter(unmade=None, from_on__lte=day, to_on__gt=day)
    if unit.kind.grassroots:
        return held.filter(unit=unit)
    below = standing(day, ancestor=unit).values_list("unit", flat=True)
    return held.filter(unit__in=list(below) if few else below)


def count_on(unit: Unit, day: date) -> int:
    """How many members there are on a day."""
    return members_on(unit, day).count()


def registered(unit: Unit, first: date, last: date) -> bool:
    """Whether a union keeps its members by name in any of these days."""
    held = Membership.objects.filter(unit=unit, unmade=None, from_on__lte=last, to_on__gt=first)
    return held.exists()


def union_of(person: Person, day: date) -> Unit:
    """Where a person belongs on a day; the union that wrote them down, if they are no member then."""
    rows = Membership.objects.filter(person=person, unmade=None, from_on__lte=day, to_on__gt=day)
    held = rows.select_related("unit__kind").first()
    return held.unit if held else person.unit


def known_at(unit: Unit) -> QuerySet[Person]:
    """The people of a union: its members, and those it wrote down who are members nowhere else."""
    open_here = Membership.objects.filter(person=OuterRef("pk"), unmade=None, to_on=FOREVER)
    elsewhere = Exists(open_here.exclude(unit=unit))
    here = (Q(unit=unit) & ~elsewhere) | Exists(open_here.filter(unit=unit))
    return Person.objects.filter(here, merged_into=None, unmade=None)


def in_hardship(people: Collection[int], on: date) -> list[tuple[int, int, str]]:
    """Those of these people who are members and on the hardship list on a day: (person, union, level)."""
    holds = {"from_on__lte": on, "to_on__gt": on, "unmade": None}
    listed = Hardship.objects.filter(**holds, person__in=people)
    levels = dict(listed.values_list("person", "level"))
    held = Membership.objects.filter(**holds, person__in=levels).order_by("person")
    return [(person, unit, levels[person]) for person, unit in held.values_list("person", "unit")]


def in_state(rows: QuerySet[Membership], state: str, on: date) -> QuerySet[Membership]:
    """Those who take no part, are in hardship, in the Party … on a day."""
    holds = {"from_on__lte": on, "to_on__gt": on}
    listed = Hardship.objects.filter(person=OuterRef("person"), unmade=None, **holds)
    paused = Suspension.objects.filter(membership=OuterRef("pk"), **holds)
    narrowing: dict[str, Any] = {
        "tam-dung": Q(Exists(paused)),
        "kho-khan": Q(Exists(listed)),
        "dang-vien": Q(person__sensitive__party_on__lte=on),
        "chua-du": Q(person__complete_on=None),
        "chua-the": Q(person__card_number=None),
    }
    return rows.filter(narrowing[state])


def with_words(rows: QuerySet[Rows], text: str, at: str = "") -> QuerySet[Rows]:
    """Only the people in whose name every word typed begins a word, or the one with that card number; `at` leads from
    a row to the person."""
    if card := card_in(text):
        return rows.filter(**{f"{at}card_number": card, f"{at}unmade": None})
    return holding(rows, text, at)


def card_in(text: str) -> str:
    """The card number typed, where it is one and no name."""
    card = text.replace(" ", "").upper()
    return card if any(sign.isdigit() for sign in card) else ""


def search(among: QuerySet[Person], text: str, limit: int = 12) -> list[Person]:
    """People in whose name every word typed begins a word, in any order, sorted by given name."""
    return list(holding(among, text).select_related("unit").order_by("given_key", "pk")[:limit])


def to_answer(unit: Unit) -> QuerySet[Transfer]:
    """Open questions whether somebody is taken in, put to a union or to one below it."""
    return _transfers(to_unit__in=_standing(unit)).filter(state=Transfer.State.OPEN)


def asked_by(unit: Unit) -> QuerySet[Transfer]:
    """Open questions a union, or one below it, has asked."""
    return _transfers(membership__unit__in=_standing(unit)).filter(state=Transfer.State.OPEN)


def transfers_of(unit: Unit) -> QuerySet[Transfer]:
    """All questions with an end here or below."""
    here = _standing(unit)
    return _transfers().filter(Q(to_unit__in=here) | Q(membership__unit__in=here))


def _transfers(**which: object) -> QuerySet[Transfer]:
    rows = Transfer.objects.filter(**which).select_related(
        "membership__person", "membership__unit", "to_unit"
    )
    return rows.order_by("asked_on", "pk")


def _standing(unit: Unit) -> QuerySet[Ancestry, int]:
    return standing(today(), ancestor=unit).values_list("unit", flat=True)


def people_seen(units: QuerySet[Unit]) -> QuerySet[Person]:
    """The people these unions wrote down, or have or had as members."""
    numbers = units.values("pk")
    held = Membership.objects.filter(person=OuterRef("pk"), unmade=None, unit__in=numbers)
    return Person.objects.filter(Q(unit__in=numbers) | Exists(held), merged_into=None, unmade=None)


def life(person: Person) -> QuerySet[Membership]:
    """Where somebody has belonged, the last first."""
    rows = Membership.objects.filter(person=person, unmade=None)
    return rows.select_related("unit__kind", "person").order_by("-from_on", "-pk")


def suspensions(person: Person) -> QuerySet[Suspension]:
    """When somebody took no part."""
    return Suspension.objects.filter(membership__person=person, membership__unmade=None).order_by("-from_on")
