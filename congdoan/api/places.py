"""What an address names, for those who may see it; none and not-allowed are not told apart."""

from datetime import date

from django.http import HttpRequest

from congdoan.accounts import access
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import today
from congdoan.org.models import Unit


def unit(request: HttpRequest, code: str) -> Unit:
    """The union of that code, if this seat sees it."""
    found = access.units_seen(request.user).filter(code=code).first()
    if found is None:
        raise NotHere(f"Không có công đoàn nào mang mã “{code[:60]}” trong phạm vi của mã.")
    return found


def written(request: HttpRequest, code: str) -> Unit:
    """The same, for those who write for it."""
    found = unit(request, code)
    access.require(access.may_write(request.user, found))
    return found


def administered(request: HttpRequest, code: str) -> Unit:
    """The same, for those who may change the tree there."""
    found = unit(request, code)
    access.require(access.may_administer(request.user, found))
    return found


def day(text: str | None) -> date:
    """A day asked for; today if none is."""
    try:
        return date.fromisoformat(text) if text else today()
    except ValueError:
        raise Refused(f"Ngày “{text}” không có trong lịch; hãy ghi như 2026-11-05.", "on") from None
