"""Who belongs where on a day, and finding people by name, accents or not."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.base.fields import FOREVER
from congdoan.base.text import fold
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from .models import Membership, Person


def members_on(unit: Unit, day: date) -> QuerySet[Membership]:
    """The memberships held on a day at a union and at all that stood under it then."""
    held = Membership.objects.filter(unmade=None, from_on__lte=day, to_on__gt=day)
    if unit.kind.grassroots:
        return held.filter(unit=unit)
    return held.filter(Exists(standing(day, ancestor=unit, unit=OuterRef("unit"))))


def count_on(unit: Unit, day: date) -> int:
    """How many members there are on a day."""
    return members_on(unit, day).count()


def union_of(person: Person, day: date) -> Unit:
    """Where a person belongs on a day; the union that wrote them down, if they are no member then."""
    rows = Membership.objects.filter(person=person, unmade=None, from_on__lte=day, to_on__gt=day)
    held = rows.select_related("unit__kind").first()
    return held.unit if held else person.unit


def known_at(unit: Unit) -> QuerySet[Person]:
    """The people of a union: its members, and those it wrote down who are members nowhere else."""
    open_here = Membership.objects.filter(person=OuterRef("pk"), unmade=None, to_on=FOREVER)
    elsewhere = Exists(open_here.exclude(unit=unit))
    return Person.objects.filter((Q(unit=unit) & ~elsewhere) | Exists(open_here.filter(unit=unit)))


def with_name(rows: QuerySet[Membership], text: str) -> QuerySet[Membership]:
    """The memberships of people whose name holds every word typed."""
    for word in fold(text).split():
        rows = rows.filter(person__name_key__contains=word)
    return rows


def search(among: QuerySet[Person], text: str, limit: int = 12) -> list[Person]:
    """People whose name holds every word typed, in any order, sorted by given name."""
    for word in fold(text).split():
        among = among.filter(name_key__contains=word)
    return list(among.select_related("unit").order_by("given_key", "name_key")[:limit])
