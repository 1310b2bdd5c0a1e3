"""Which meeting a page is about, who may write on it, the form of this room."""

import uuid
from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from congdoan.accounts import access, answering
from congdoan.org.models import Unit

from . import queries
from .models import Meeting

answered = partial(answering.answered, template="meetings/form.html")


def writer(request: HttpRequest, unit: Unit) -> Unit:
    """The union, if this person may record there; else the page that says no."""
    if not access.may_write(request.user, unit):
        raise PermissionDenied
    return unit


def written(request: HttpRequest, uid: uuid.UUID) -> Meeting:
    """The meeting, if this person may write on it."""
    found = queries.meeting_or_404(request.user, uid)
    writer(request, found.unit)
    return found
