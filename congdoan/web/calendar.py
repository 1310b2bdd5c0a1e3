"""The calendar of a union: its meetings, and the days by which something must be done, as calendars read them (RFC 5545).

It leaves the house, to telephones and other people's servers: nobody is named in it, nothing sensitive told. What a line
of the first page says is taken over only from pages whose lines name nobody (`SAID`); of others only what sort of thing
is due, and the way to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from congdoan.accounts.access import Somebody
from congdoan.base.fields import FOREVER
from congdoan.base.period import standard_periods
from congdoan.funds.models import Disclosure
from congdoan.meetings.models import Meeting
from congdoan.org.due import Due
from congdoan.org.models import Unit
from congdoan.papers.models import PlanLine, ReportDue
from congdoan.papers.progress import DONE, standing
from congdoan.records.kind import KINDS
from congdoan.records.record import Record

from . import due
from .asking import Question

BEHIND = timedelta(days=90)  # what lies further back is no longer shown
WIDTH = 75  # bytes of a line
LASTS = timedelta(hours=2)  # a meeting of which only the beginning is known
SAID = {"report", "reports", "terms", "record_form", "inspection_plan", "findings_of"}
PLAIN = {
    "record": "Kiến nghị đến hạn trả lời",
    "paper": "Văn bản đến hạn xử lý",
    "complaint": "Đơn đến hạn giải quyết",
    "loan_pay_back": "Đến kỳ thu nợ vốn vay",
    "turn_pay": "Đến lượt trao vốn xoay vòng",
    "transfers": "Đề nghị chuyển sinh hoạt đến hạn trả lời",
    "officers": "Chức vụ công đoàn hết thời hạn",
}
ANYTHING = "Việc đến hạn trong Sổ Công đoàn"
OWN = {
    "plan",
    "meeting",
    "meeting_invitation",
    "report_due",
    "disclosure_done",
}  # asked for further ahead, here


@dataclass(frozen=True)
class Event:
    """One thing in a calendar: its lasting name, its day (and hour), what it is, the page where it is done."""

    key: str
    on: date
    what: str
    url: str
    starts: time | None = None
    place: str = ""


def events(user: Somebody, unit: Unit, day: date) -> list[Event]:
    """All of a union that this person may see, by day."""
    since = day - BEHIND
    found = [*_meetings(unit, since), *_gatherings(unit, since), *_lines(unit, since, day)]
    found += [*_reports(unit, since), *_disclosures(unit, since), *_due(user, unit, day)]
    return sorted({one.key: one for one in found}.values(), key=lambda one: (one.on, one.key))


def _meetings(unit: Unit, since: date) -> Iterator[Event]:
    """Its own, and those it is asked to."""
    rows = Meeting.objects.filter(dropped=None, on__gte=since).select_related("unit", "record")
    for one in rows.filter(unit=unit):
        yield _meeting(one, "meeting", one.about)
    for one in rows.filter(delegates__union=unit).exclude(unit=unit).distinct():
        yield _meeting(one, "meeting_invitation", f"Được mời: {one.about} ({one.unit.name})")


def _meeting(one: Meeting, page: str, what: str) -> Event:
    return Event(f"{page}-{one.uid}", one.day, what, _to(page, one.uid), one.starts, one.place)


def _gatherings(unit: Unit, since: date) -> Iterator[Event]:
    """Conferences and congresses recorded without having been prepared here."""
    attended = [kind.slug for kind in KINDS.values() if kind.attended]
    rows = Record.objects.filter(unit=unit, kind__in=attended, withdrawn=False, happened_on__gte=since)
    for one in rows.filter(meeting_held=None):
        yield Event(f"record-{one.uid}", one.happened_on, one.title, _to("record", one.uid))


def _lines(unit: Unit, since: date, day: date) -> Iterator[Event]:
    """What its plans mean to have done, while it is not."""
    rows = PlanLine.objects.filter(plan__unit=unit, plan__unmade=None, unmade=None, due_on__gte=since)
    for one in standing(rows.select_related("plan__unit__kind"), day):
        if one.state != DONE:
            page = _to("plan", one.line.plan.uid)
            yield Event(f"plan-line-{one.line.uid}", one.line.due_on, one.line.what, page)


def _reports(unit: Unit, since: date) -> Iterator[Event]:
    rows = ReportDue.objects.filter(unit=unit, filed_on=None, asked__withdrawn=None)
    for one in rows.filter(asked__due_on__gte=since).select_related("asked__unit"):
        what = f"Nộp {one.asked} cho {one.asked.unit.name}"
        yield Event(f"report-due-{one.uid}", one.asked.due_on, what, _to("report_due", one.uid))


def _disclosures(unit: Unit, since: date) -> Iterator[Event]:
    for one in Disclosure.objects.filter(unit=unit, done_on=FOREVER, due_on__gte=since):
        what = one.get_paper_display()
        yield Event(f"disclosure-{one.uid}", one.due_on, what, _to("disclosure_done", one.uid))


def _due(user: Somebody, unit: Unit, day: date) -> Iterator[Event]:
    """What else has its day on the first page."""
    pile = due.piles(user, Question(unit, standard_periods(day)[0]), day).get(due.WORK)
    for one in pile.tell(pile.rows) if pile else []:
        if one.due_on and one.page not in OWN:
            what, url = said(one), f"{_to(one.page, one.of)}{one.asks}"
            yield Event(str(uuid5(NAMESPACE_URL, f"{url} {what} {one.due_on}")), one.due_on, what, url)


def said(one: Due) -> str:
    """What is due, naming nobody."""
    return one.what if one.page in SAID else PLAIN.get(one.page, ANYTHING)


def _to(page: str, of: Any) -> str:
    return reverse(page, args=[of] if of else [])


def as_ics(name: str, found: Iterable[Event], now: datetime) -> bytes:
    """The calendar as a file. An event's name stays, so that a calendar that has it changes it and adds none."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//So Cong doan//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}", f"NAME:{escaped(name)}", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
    ]  # fmt: skip
    for one in found:
        lines += _event(one, now)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(one: Event, now: datetime) -> list[str]:
    place = [f"LOCATION:{escaped(one.place)}"] if one.place else []
    return [
        "BEGIN:VEVENT", f"UID:{one.key}@{urlsplit(settings.URL).hostname}", f"DTSTAMP:{_moment(now)}", *_when(one),
        f"SUMMARY:{escaped(one.what)}", *place, f"DESCRIPTION:{escaped(f'Mở trong Sổ Công đoàn: {settings.URL}{one.url}')}",
        f"URL:{settings.URL}{one.url}", "END:VEVENT",
    ]  # fmt: skip


def _when(one: Event) -> list[str]:
    """A whole day that keeps nobody busy; or from the hour on, told in the time all calendars know."""
    if one.starts is None:
        after = one.on + timedelta(days=1)
        return [
            f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            "TRANSP:TRANSPARENT",
        ]
    begins = timezone.make_aware(datetime.combine(one.on, one.starts))
    return [f"DTSTART:{_moment(begins)}", f"DTEND:{_moment(begins + LASTS)}"]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text as a calendar's line holds it."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    lines = ("".join(sign for sign in line if sign.isprintable()) for line in text.splitlines())
    return "\\n".join(lines)


def folded(line: str) -> str:
    """A line of at most 75 bytes, going on in lines that begin with a space; no letter is cut in two."""
    pieces, piece, size = list[str](), "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > WIDTH:
            pieces, piece, size = [*pieces, piece], " ", 1
        piece, size = piece + sign, size + width
    return "\r\n".join([*pieces, piece])
