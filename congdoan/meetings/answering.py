"""Which meeting a page is about, who may write on it, the form of this room."""

import uuid
from functools import partial

from django.http import HttpRequest

from congdoan.accounts import answering

from . import queries
from .models import Meeting

answered = partial(answering.answered, template="meetings/form.html")


def written(request: HttpRequest, uid: uuid.UUID) -> Meeting:
    """The meeting, if this person may write on it."""
    found = queries.meeting_or_404(request.user, uid)
    answering.writer(request, found.unit)
    return found
