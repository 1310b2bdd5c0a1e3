"""Doubts about people: more than there are."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from congdoan.base.period import Period
from congdoan.base.words import grouped
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.models import Entry
from congdoan.org.models import Unit
from congdoan.org.queries import grassroots, under

if TYPE_CHECKING:
    from .telling import Telling

KNOWN = ("members.workers", "labour.workers", "members.total")
ENOUGH = 9, 10  # so many of so many unions must have said how many they are
TIMES = 3  # so often everybody may come to one thing


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
