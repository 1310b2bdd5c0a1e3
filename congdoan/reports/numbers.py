"""The numbers of papers: a series for each union, kind of paper and year."""

from congdoan.base.errors import Refused
from congdoan.org.models import Unit

from .models import Number, Report


def take(unit: Unit, series: str, year: int, asked: int | None = None) -> int:
    """The next number of the series, or the one asked for if nobody has it. Inside the transaction that uses it.

    Two at once wait for each other. Refuses a number that is taken.
    """
    Number.objects.get_or_create(unit=unit, series=series, year=year)
    row = Number.objects.select_for_update().get(unit=unit, series=series, year=year)
    if asked and taken(unit, asked, year):
        raise Refused(
            f"Số {asked} đã dùng cho báo cáo khác trong năm {year}; hãy để trống để lấy số tiếp theo.",
            "number",
        )
    number = asked or row.last + 1
    row.last = max(row.last, number)
    row.save(update_fields=["last"])
    return number


def upcoming(unit: Unit, series: str, year: int) -> int:
    """The number that would be given next."""
    row = Number.objects.filter(unit=unit, series=series, year=year).first()
    return row.last + 1 if row else 1


def taken(unit: Unit, number: int, year: int) -> bool:
    """Whether a report of the year bears this number."""
    return Report.objects.filter(unit=unit, number=number, issued_on__year=year).exists()
