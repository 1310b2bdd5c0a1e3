"""Who ought to be remembered: in hardship or ill and not visited, with a birthday this week."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractDay, ExtractMonth

from congdoan.base.period import Period
from congdoan.members.models import Hardship, Membership, Sensitive
from congdoan.members.queries import members_on
from congdoan.org.models import Unit

from .cared import lists
from .kinds.care import Care, Recipient

WEEK = 7
Occasion = Care.Occasion


@dataclass(frozen=True)
class Birthday:
    """A member's next birthday."""

    membership: Membership
    on: date


def forgotten(unit: Unit, period: Period, day: date) -> QuerySet[Membership]:
    """The members in hardship or ill on a day whom, and whose household, nobody has cared for in the period."""
    listed = Hardship.objects.filter(unmade=None, from_on__lte=day, to_on__gt=day).values("person")
    ill = Sensitive.objects.exclude(health_note="").values("person")
    cared = {
        "person__household": OuterRef("person__household"), "record__withdrawn": False,
        "record__happened_on__gte": period.first, "record__happened_on__lte": period.last,
    }  # fmt: skip
    nobody = [~Exists(of.filter(**cared)) for of in lists()]
    rows = members_on(unit, day).filter(*nobody, person__in=listed.union(ill))
    return rows.select_related("person", "unit").order_by("person__given_key", "person_id")


def birthdays(unit: Unit, day: date) -> list[Birthday]:
    """The members of a union with a birthday in the seven days from this one, whom nobody has yet wished well for it."""
    days = {(on.month, on.day): on for on in (day + timedelta(n) for n in range(WEEK))}
    if (2, 28) in days and (2, 29) not in days:
        days[2, 29] = days[2, 28]  # in a common year the day before
    wanted = Q(pk__in=())
    for month, number in days:
        wanted |= Q(month=month, number=number)
    wished = Recipient.objects.filter(
        person=OuterRef("person"), record__withdrawn=False, record__occasion=Occasion.BIRTHDAY,
        record__happened_on__gte=day - timedelta(WEEK * 2),
    )  # fmt: skip
    rows = members_on(unit, day).exclude(person__born_on=None).exclude(Exists(wished))
    rows = rows.annotate(month=ExtractMonth("person__born_on"), number=ExtractDay("person__born_on"))
    found = rows.filter(wanted).select_related("person", "unit").order_by("person__given_key", "person_id")
    return sorted((Birthday(one, days[one.month, one.number]) for one in found), key=lambda one: one.on)
