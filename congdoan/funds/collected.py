"""What has been collected month by month, and how many pay."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from congdoan.org.models import Unit

from .models import Dues

IN_ORDER = ("voucher__dated_on", "month_on", "pk")


def collections() -> QuerySet[Dues]:
    """Those that count: not reversed."""
    return Dues.objects.filter(voucher__reversal=None).select_related("voucher")


def of_levy(unit: Unit, levy: str) -> list[Dues]:
    """A union's collections of one levy, as they came in."""
    return list(collections().filter(unit=unit, levy=levy).order_by(*IN_ORDER))


def payers(collected: Iterable[Dues]) -> int:
    """How many pay, as these collections of one levy say it: of dues, the members of the last month; of the 2 % fund, the
    workers at the end of last year and the mean change since, which is the mean of this year's months."""
    months: Counter[date] = Counter()
    levy = Dues.Levy.DUES
    for one in collected:
        months[one.month_on] += one.payers
        levy = Dues.Levy(one.levy)
    last = max(months)
    if levy == Dues.Levy.DUES:
        return months[last]
    year = [count for month, count in months.items() if month.year == last.year]
    return (2 * sum(year) + len(year)) // (2 * len(year))  # half up
