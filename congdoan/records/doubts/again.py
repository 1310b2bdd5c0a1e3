"""The same gift to the same person twice: of one programme, from two records within weeks. It may be right all the same."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, QuerySet, Sum

from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Unit
from congdoan.org.queries import under

from ..record import Record

if TYPE_CHECKING:
    from .telling import Telling

# Of each list of gifts a figure that every one of its recipients adds to.
GIFTS = (
    "care.tet_gifts",
    "care.workers_month_money",
    "care.holiday_money",
    "care.policy_family_visits",
    "care.children_gift_money",
    "care.tet_exemplary_money",
    "women.gifts",
)
APART = timedelta(days=60)  # gifts of one programme further apart are for another occasion: 8/3 and 20/10
MOST = 1_000  # people looked at


class Gift(NamedTuple):
    """What a record gave somebody: of which programme (its figure), to whom, when."""

    indicator: int
    person: int
    source: int
    day: date


class Again(NamedTuple):
    """A gift, and the one like it shortly before."""

    gift: Gift
    before: Gift


def given_twice(telling: "Telling") -> Iterator[str]:
    """Recipients of this list who had the same gift on another list of these weeks."""
    drawn = [draw for draw in telling.draws if draw.indicator in GIFTS and draw.subject and draw.subject > 0]
    places = {getattr(row, "person_id", None): row.position for rows in telling.rows.values() for row in rows}
    mine, day = {(BY_KEY[draw.indicator].number, draw.subject) for draw in drawn}, telling.record.happened_on
    near = Entry.objects.filter(origin=RECORD, day__gte=day - APART, day__lte=day + APART)
    before = {gift.person: gift.day for gift in _given(near.exclude(source=telling.record.pk or 0), mine)}
    for person in sorted(before, key=lambda person: places.get(person, 0)):
        yield (
            f"Dòng {places.get(person, 1)}: người này đã có trong danh sách ngày {before[person]:%d/%m/%Y} của cùng "
            "chương trình; hãy xem có tặng hai lần không."
        )


def given_again(unit: Unit, period: Period) -> list[Again]:
    """Who had the same gift again within weeks in a union and under it."""
    rows = entries(unit, period)
    gifts = rows.filter(indicator__in=[BY_KEY[key].number for key in GIFTS], subject__isnull=False)
    often = gifts.values("indicator", "subject").annotate(times=Count("source", distinct=True))
    pairs = often.filter(times__gt=1).order_by("indicator", "subject").values_list("indicator", "subject")
    given = _given(rows, set(pairs[:MOST]))
    return [Again(gift, before) for before, gift in pairwise(given) if _soon(before, gift)]


def entries(unit: Unit, period: Period) -> QuerySet[Entry]:
    """What records of a union and of those under it added in a period."""
    below = under(unit, period.last).order_by().values("pk")
    rows = Entry.objects.filter(origin=RECORD, unit__in=below, day__gte=period.first, day__lte=period.last)
    return rows.order_by()


def _given(rows: QuerySet[Entry], wanted: Collection[tuple[int, int | None]]) -> list[Gift]:
    """What live records gave of these programmes to these people, but for records said to be right; by programme,
    person and day."""
    of = rows.filter(indicator__in={number for number, _ in wanted}, subject__in={one for _, one in wanted})
    live = of.values_list("indicator", "subject", "source", "day").annotate(signs=Sum("sign"))
    found = live.filter(signs__gt=0).order_by("indicator", "subject", "day", "source")
    gifts = [Gift(*row[:4]) for row in found if row[:2] in wanted]
    right = Record.objects.filter(pk__in={gift.source for gift in gifts}).exclude(despite="")
    upheld = set(right.values_list("pk", flat=True))
    return [gift for gift in gifts if gift.source not in upheld]


def _soon(before: Gift, gift: Gift) -> bool:
    same = gift[:2] == before[:2] and gift.source != before.source
    return same and gift.day - before.day <= APART
