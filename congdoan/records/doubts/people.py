"""Doubts about people: more than there are, and the same gift to the same person twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Sum

from congdoan.base.period import Period
from congdoan.base.words import grouped
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD, Draw
from congdoan.org.models import Unit
from congdoan.org.queries import grassroots, under

if TYPE_CHECKING:
    from .telling import Telling

KNOWN = ("members.workers", "labour.workers", "members.total")
ENOUGH = 9, 10  # so many of so many unions must have said how many they are
TIMES = 3  # so often everybody may come to one thing
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


def there(unit: Unit, period: Period) -> int | None:
    """How many work where the union and those under it are; None while too few of them have said."""
    found = figures(unit, period, [BY_KEY[key] for key in KNOWN])
    most = max((int(figure.value) for figure in found if figure.value), default=0)
    return most if most and _enough(unit, period) else None


def _enough(unit: Unit, period: Period) -> bool:
    said = Entry.objects.filter(indicator__in=[BY_KEY[key].number for key in KNOWN], day__lte=period.last)
    if said.filter(unit=unit).exists():
        return True
    below = grassroots(unit, period.last).order_by()
    known = said.filter(unit__in=under(unit, period.last).order_by().values("pk"))
    share, of = ENOUGH
    return known.values("unit").distinct().count() * of >= below.count() * share


def more_sentence(name: str, people: int, workers: int) -> str:
    """More people than there are."""
    return f"{name}: {grouped(people)} người, trong khi cả nơi này có {grouped(workers)} người lao động; hãy xem lại."


def more_than_there(telling: "Telling") -> Iterator[str]:
    """More people in one figure than work there; one thing may be come to more often. Totals of a period say nothing of that."""
    counted: dict[str, int] = defaultdict(int)
    for draw in telling.draws:
        if (
            not draw.said
            and BY_KEY[draw.indicator].counts_in in ("người", "lượt người")
            and not BY_KEY[draw.indicator].stock
        ):
            counted[draw.indicator] += draw.quantity
    for key, people in counted.items():
        most = (
            telling.workers * (1 if BY_KEY[key].counts_in == "người" else TIMES)
            if telling.workers
            else people
        )
        if people > most:
            yield more_sentence(BY_KEY[key].name, people, telling.workers or 0)


def given_twice(telling: "Telling") -> Iterator[str]:
    """Recipients of this list who had the same gift on another list of these weeks."""
    drawn = [draw for draw in telling.draws if draw.indicator in GIFTS and draw.subject and draw.subject > 0]
    places = {getattr(row, "person_id", None): row.position for rows in telling.rows.values() for row in rows}
    before = _had(telling, drawn) if drawn else {}
    for key in sorted(before, key=lambda key: places.get(key[1], 0)):
        yield (
            f"Dòng {places.get(key[1], 1)}: người này đã có trong danh sách ngày {before[key]:%d/%m/%Y} của cùng "
            "chương trình; hãy xem có tặng hai lần không."
        )


def _had(telling: "Telling", drawn: Sequence[Draw]) -> dict[tuple[int, int], date]:
    """The latest day near this one on which each of these had the same, by figure and person."""
    mine = {(BY_KEY[draw.indicator].number, draw.subject) for draw in drawn}
    day = telling.record.happened_on
    rows = Entry.objects.filter(
        indicator__in={number for number, _ in mine}, subject__in={subject for _, subject in mine},
        origin=RECORD, day__gte=day - APART, day__lte=day + APART,
    ).exclude(source=telling.record.pk or 0)  # fmt: skip
    live = rows.values_list("indicator", "subject", "source", "day").annotate(signs=Sum("sign"))
    found = live.filter(signs__gt=0).order_by("day")
    return {(number, subject): on for number, subject, _, on, _ in found if (number, subject) in mine}
