"""Which year is scored."""

from django.http import HttpRequest

from congdoan.base.errors import NotHere
from congdoan.records.achievements import usual_year

YEAR = "nam"


def year_of(request: HttpRequest) -> int:
    """The year the address or the form names, or the one rated now."""
    typed = request.POST.get(YEAR) or request.GET.get(YEAR, "")
    if not typed:
        return usual_year()
    if not (typed.isdecimal() and 1990 <= int(typed) <= 2190):
        raise NotHere(f"Không đọc được năm “{typed[:10]}”; hãy ghi năm bốn chữ số.")
    return int(typed)
