"""Who scores, for which year."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from congdoan.accounts import access
from congdoan.base.errors import NotHere
from congdoan.org.models import Unit
from congdoan.records.achievements import usual_year

YEAR = "nam"


def writable(request: HttpRequest, unit: Unit) -> Unit:
    """The union, if this person may record for it; else the page that says no."""
    if not access.may_write(request.user, unit):
        raise PermissionDenied
    return unit


def year_of(request: HttpRequest) -> int:
    """The year the address or the form names, or the one rated now."""
    typed = request.POST.get(YEAR) or request.GET.get(YEAR, "")
    if not typed:
        return usual_year()
    if not (typed.isdecimal() and 1990 <= int(typed) <= 2190):
        raise NotHere(f"Không đọc được năm “{typed[:10]}”; hãy ghi năm bốn chữ số.")
    return int(typed)
