"""Questions about meetings: those of a union, who was asked and who came, which are coming."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Q, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.errors import NotHere
from congdoan.org.due import Due
from congdoan.org.models import Unit
from congdoan.papers.progress import Standing
from congdoan.papers.queries import lines_from
from congdoan.records import kind as kinds

from .models import Delegate, Meeting

SOON, FORGOTTEN = timedelta(days=30), timedelta(days=60)
State = Delegate.State


@dataclass(frozen=True)
class Roll:
    """Who was asked, in order, and how many came."""

    delegates: list[Delegate]

    @property
    def benches(self) -> list[tuple[str, list[Delegate]]]:
        """The delegates under the headings of the list."""
        found = groupby(self.delegates, key=lambda one: one.bench)
        return [(Delegate.Bench(bench).label, list(rows)) for bench, rows in found]

    @property
    def asked(self) -> int:
        return len(self.delegates)

    @property
    def came(self) -> int:
        return sum(one.state == State.CAME for one in self.delegates)

    @property
    def absent(self) -> list[Delegate]:
        return [one for one in self.delegates if one.state == State.ABSENT]

    @property
    def called(self) -> bool:
        """Whether anybody was marked at all."""
        return any(one.state != State.INVITED for one in self.delegates)


def meetings_of(unit: Unit, day: date) -> QuerySet[Meeting]:
    """The meetings of a union, the latest first, but for those that wait (`coming`)."""
    rows = Meeting.objects.filter(unit=unit, dropped=None).exclude(pk__in=_waiting(day).values("pk"))
    return rows.select_related("unit__kind", "record").order_by("-on", "-pk")


def meeting_or_404(user: Somebody, uid: uuid.UUID) -> Meeting:
    """The meeting of that uid, if this person may see it."""
    rows = Meeting.objects.select_related("unit__kind", "record__changed", "changed")
    found = access.narrow(rows, user, day="on").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có cuộc họp nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def roll(meeting: Meeting) -> Roll:
    """The one list for invitation, roll-call and the list to sign."""
    rows = Delegate.objects.filter(meeting=meeting).select_related("person", "union")
    return Roll(sorted(rows, key=lambda one: one.place_in_line))


def attendance(meeting: Meeting) -> int | None:
    """How many came, as the record says."""
    record = meeting.record
    return getattr(kinds.full(record), kinds.of(record).attended) if record and meeting.held else None


def tasks(meeting: Meeting, day: date) -> list[Standing]:
    """What a meeting asked for, as lines of plans, and how they stand."""
    return lines_from(meeting.uid, day)


def coming(unit: Unit, day: date) -> list[Due]:
    """What a union has prepared for the coming month or not yet written down, and what it is asked to; the first first."""
    waiting = _waiting(day).select_related("unit").order_by("on")
    own = [Due(one.about, unit, one.on, "meeting", one.uid) for one in waiting.filter(unit=unit)]
    asked = waiting.filter(delegates__union=unit, on__gte=day).exclude(unit=unit).distinct()
    called = [Due(f"Được mời: {one.about}", one.unit, one.on, "meeting_invitation", one.uid) for one in asked]
    return sorted(own + called, key=lambda one: str(one.due_on))


def _waiting(day: date) -> QuerySet[Meeting]:
    """What is to be held soon, or was and is not yet written down."""
    rows = Meeting.objects.filter(dropped=None, on__gte=day - FORGOTTEN, on__lte=day + SOON)
    return rows.filter(Q(record=None) | Q(record__withdrawn=True))


def invitation_or_404(user: Somebody, uid: uuid.UUID) -> Meeting:
    """The meeting a union of this person is asked to."""
    asked = Delegate.objects.filter(union__in=access.units_seen(user).values("pk"))
    rows = Meeting.objects.filter(pk__in=asked.values("meeting"), dropped=None)
    found = rows.select_related("unit__kind", "record").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có giấy mời nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found
