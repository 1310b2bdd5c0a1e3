"""Who plans, inspects and handles complaints, and the form of this room."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from congdoan.accounts import access, answering
from congdoan.accounts.answering import unit_of
from congdoan.org.models import Unit

__all__ = ["answered", "overseer", "oversees", "unit_of"]

answered = partial(answering.answered, template="oversight/form.html")


def overseer(request: HttpRequest, unit: Unit) -> Unit:
    """The union, if this person may plan, inspect and handle complaints there; else the page that says no."""
    if not oversees(request, unit):
        raise PermissionDenied
    return unit


def oversees(request: HttpRequest, unit: Unit) -> bool:
    """Whether this person chairs, works for or inspects the union, or one above it."""
    return access.may_inspect(request.user, unit)
