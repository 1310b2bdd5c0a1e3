"""Questions about terms, committees and posts."""

from datetime import date

from django.db.models import Q

from congdoan.org.models import Unit

from .models import Term


def term_on(unit: Unit, day: date) -> Term | None:
    """The term a union is in on a day: after the planned end, still the last one until the next congress."""
    running = Term.objects.filter(Q(to_on__gt=day) | Q(ended=None), unit=unit, from_on__lte=day)
    return running.order_by("-from_on").first()


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February comes to 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
