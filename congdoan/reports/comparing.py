"""What a period is compared with, and what people call that: last year, the same months of it, the term before."""

from datetime import datetime, timedelta

from congdoan.base.period import Period
from congdoan.officers.queries import term_on
from congdoan.org.models import Unit

from .answers import SAME_MONTHS
from .questions import so_far

LONGEST_COMPARED = 366  # days: longer periods overlap the year before, which tells nothing
_DAY = timedelta(days=1)
Earlier = tuple[Period, str]


def earlier(unit: Unit, period: Period, known_at: datetime | None) -> Earlier | None:
    """The days a period of a union is compared with, as far as its own have come; and their name after "so với"."""
    come = so_far(period, known_at)
    if period.days <= LONGEST_COMPARED:
        return come.year_before(), _named(period, over=come == period)
    return _term_before(unit, period) if come == period else None


def _named(period: Period, over: bool) -> str:
    """A whole year goes by its number, anything less is the same months."""
    year = period.code.rpartition(":")[2]
    if not year.isdigit():
        return SAME_MONTHS
    name = period.year_before().label().partition(" (")[0]
    name = name[:1].lower() + name[1:]
    return name if over else f"cùng kỳ {name}"


def _term_before(unit: Unit, period: Period) -> Earlier | None:
    term, before = term_on(unit, period.last), term_on(unit, period.first - _DAY)
    if term is None or before is None or term.from_on != period.first:
        return None
    return Period.between(before.from_on, period.first - _DAY), "nhiệm kỳ trước"
