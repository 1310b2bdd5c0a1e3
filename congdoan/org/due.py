"""What waits at a union: one line of the first page, from whatever room it comes."""

import uuid
from datetime import date
from typing import NamedTuple

from .models import Unit

MOST = 60  # lines one room gives: whoever has more first does these


class Due(NamedTuple):
    """Something that waits: what, at which union, by when it must be done or since when it waits; the page where it is
    done, and what that page is asked; `write`, the address of a form in which to record it right away."""

    what: str
    whose: Unit
    due_on: date | None
    page: str
    of: uuid.UUID | str | None = None
    since_on: date | None = None
    asks: str = ""
    write: str = ""
