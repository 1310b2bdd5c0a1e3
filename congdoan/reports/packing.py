"""The report as one of the papers of a conference."""

from congdoan.base.errors import Refused
from congdoan.meetings.models import Meeting
from congdoan.meetings.parts import Part, register, summed

from . import actions, library, rendering
from .models import Report


def announce() -> None:
    """Tell meetings that a report lies in the pack."""
    register(Part("bao-cao", "Báo cáo tổng kết, sơ kết", 50, made, missing, looks_back=True))


def made(meeting: Meeting) -> bytes:
    """Its Word file: the one issued, or as it stands."""
    return rendering.docx(report_of(meeting))


def missing(meeting: Meeting) -> str:
    """Why there can be no report of that time."""
    try:
        actions.check(meeting.unit, summed(meeting), template_of(meeting))
    except Refused as refused:
        return refused.sentence
    return ""


def report_of(meeting: Meeting) -> Report:
    """The union's report of the time summed up: issued last, else the one being made, else one only looked at."""
    period, template = summed(meeting), template_of(meeting)
    others = set(library.BUILT_IN) - {template}
    known = Report.objects.filter(unit=meeting.unit, period=period.code).exclude(template__in=others)
    issued = known.filter(state=Report.State.ISSUED).order_by("-pk").first()
    going = known.order_by("-pk").first()
    return issued or going or actions.unsaved(unit=meeting.unit, period=period, template=template)


def template_of(meeting: Meeting) -> str:
    """The form that sums up such a time at such a union."""
    own = {Meeting.Sort.HALF_YEAR.value: "half_year", Meeting.Sort.CONGRESS.value: "term"}
    if meeting.sort in own:
        return own[meeting.sort]
    return "grassroots_year" if meeting.unit.kind.grassroots else "year"
