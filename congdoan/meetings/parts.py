"""Bộ tài liệu hội nghị: which papers there are. A room left of this one adds its own (`register`, in its apps.ready())."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from congdoan.base.docx import EPOCH
from congdoan.base.period import Period
from congdoan.officers.queries import term_on

from .models import Meeting

SPRING = 4  # until this month a conference sums up the year before


@dataclass(frozen=True)
class Part:
    """A paper of the pack: its name in addresses and file names, its label, its place among the others.

    `make` gives the Word file; `missing` says in one sentence what must be written first, or nothing.
    `sort`: of a paper that bears a number, its sort in the register; `about`: how its subject line begins.
    `looks_back`: it lies only before a meeting that sums up a time.
    """

    slug: str
    label: str
    place: int
    make: Callable[[Meeting], bytes]
    missing: Callable[[Meeting], str] = lambda meeting: ""
    sort: str = ""
    about: str = ""
    looks_back: bool = False


PARTS: dict[str, Part] = {}


def register(part: Part) -> Part:
    """Add a paper to every pack."""
    PARTS[part.slug] = part
    return part


def in_order() -> list[Part]:
    """The papers as they lie in the folder of a conference."""
    return sorted(PARTS.values(), key=lambda part: part.place)


def listed(meeting: Meeting) -> list[tuple[Part, str]]:
    """Each paper there is of such a meeting, and what it still waits for."""
    there = [part for part in in_order() if meeting.looks_back or not part.looks_back]
    return [(part, part.missing(meeting)) for part in there]


def zipped(meeting: Meeting) -> bytes:
    """All that can be made, in one file; the same meeting gives the same bytes."""
    file = io.BytesIO()
    ready = [part for part, missing in listed(meeting) if not missing]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for n, part in enumerate(ready, start=1):
            pack.writestr(zipfile.ZipInfo(f"{n:02d}-{part.slug}.docx", EPOCH), part.make(meeting))
    return file.getvalue()


def summed(meeting: Meeting) -> Period:
    """The time a meeting looks back on: the year, that before in spring; a mid-year conference the half-year; a congress
    the term it ends."""
    last = meeting.day - timedelta(days=1)
    if meeting.sort == Meeting.Sort.CONGRESS and (term := term_on(meeting.unit, last)):
        return Period.between(term.from_on, last)
    year = meeting.day.year - (meeting.day.month <= SPRING)
    half = meeting.sort == Meeting.Sort.HALF_YEAR
    return Period.parse(f"{meeting.day.year}-H1" if half else str(year))


def planned(meeting: Meeting) -> int:
    """The year whose plan lies before a meeting: the one after the year summed up."""
    return meeting.day.year if meeting.sort == Meeting.Sort.HALF_YEAR else summed(meeting).year + 1
