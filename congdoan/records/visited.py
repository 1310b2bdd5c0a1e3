"""Care forgotten and care given twice: who on the hardship list nobody has been to, who had one gift more than once.

Both name people in hardship or in need: ask only for those who may see what is sensitive there, and note the sight.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from congdoan.base.period import Period
from congdoan.ledger import shares
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import BY_KEY
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from .doubts.people import APART
from .kinds.care import Care, Recipient

# Programmes that give once an occasion.
GIFTS = ("tet", "workers_month", "holiday", "policy", "children", "exemplary", "women")
SHARE = BY_KEY["care.hardship_cared_share"]


@dataclass(frozen=True)
class Twice:
    """Somebody who had the gift of one programme on several lists within a few weeks of each other."""

    person: Person
    programme: str
    records: list[Care]


def not_visited(unit: Unit, period: Period) -> QuerySet[Person]:
    """Members of a union and those below it who are on the hardship list at the period's end and for whom nothing was
    done in it: those the share cared for lacks."""
    missing = shares.missing(asked_for(unit, period, SHARE), SHARE)
    return Person.objects.filter(pk__in=missing).select_related("unit").order_by("given_key", "pk")


def given_twice(unit: Unit, period: Period) -> list[Twice]:
    """Who had one programme's gift more than once at a union and those below it; gifts further apart than a few weeks
    are for another occasion."""
    rows = _gifts(unit, period)
    often = rows.order_by().values("person", "record__programme").annotate(lists=Count("record"))
    people = {row["person"] for row in often.filter(lists__gt=1)}
    found: dict[tuple[int, str], list[Recipient]] = defaultdict(list)
    for row in (
        rows.filter(person__in=people).select_related("person__unit", "record__unit") if people else ()
    ):
        found[row.person_id, row.record.programme].append(row)
    twice = [_near(had) for had in found.values()]
    return sorted((one for one in twice if one), key=lambda one: (one.person.given_key, one.person.pk))


def _gifts(unit: Unit, period: Period) -> QuerySet[Recipient]:
    """The gifts of programmes that give once an occasion, by unions standing there at the period's end."""
    there = standing(period.last, ancestor=unit, unit=OuterRef("record__unit"))
    rows = Recipient.objects.filter(
        Exists(there), record__programme__in=GIFTS, record__withdrawn=False,
        record__happened_on__gte=period.first, record__happened_on__lte=period.last,
    )  # fmt: skip
    return rows.order_by("record__happened_on", "pk")


def _near(had: list[Recipient]) -> Twice | None:
    """Those of somebody's gifts that have another one near; in order of their days."""
    days = [row.record.happened_on for row in had]
    near = [
        row.record
        for n, row in enumerate(had)
        if any(abs(day - days[n]) <= APART for m, day in enumerate(days) if m != n)
    ]
    return Twice(had[0].person, had[0].record.get_programme_display(), near) if near else None
