"""The number of a report is one of the union's register of papers out."""

from django.db.models import Max

from congdoan.org.models import Unit
from congdoan.papers.actions import next_number
from congdoan.papers.models import Paper

from .models import Report


def upcoming(unit: Unit, year: int) -> int:
    """The number the next report will get: above those of the register, and those given before there was one."""
    last = Report.objects.filter(unit=unit, issued_on__year=year).aggregate(last=Max("number"))["last"]
    return max(next_number(unit, Paper.Way.OUT, Paper.Sort.REPORT, year), (last or 0) + 1)
