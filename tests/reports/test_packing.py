"""The report lies in the pack of the conference that sums the time up."""

from datetime import date

import pytest

from congdoan.base.period import Period
from congdoan.meetings import actions as meetings
from congdoan.meetings import parts
from congdoan.meetings.models import Meeting
from congdoan.officers.actions import begin_term
from congdoan.reports import actions, packing
from tests.cast import Cast

pytestmark = pytest.mark.django_db
UPPER, UNIT = "laocai-cdvc", "laocai-tu-phap"


def met(cast: Cast, code: str, on: date, sort: str = "year_end") -> Meeting:
    """A conference of a union on a day."""
    return meetings.prepare(unit=cast[code], sort=sort, about="Hội nghị", on=on, by=None)


@pytest.mark.parametrize(
    ("code", "on", "sort", "report"),
    [
        (UPPER, date(2024, 1, 5), "year_end", ("year", "2023")),
        (UPPER, date(2024, 12, 20), "year_end", ("year", "2024")),
        (UPPER, date(2024, 7, 3), "half_year", ("half_year", "2024-H1")),
        (UNIT, date(2024, 1, 9), "staff", ("grassroots_year", "2023")),
    ],
)
def test_it_is_of_the_time_the_conference_looks_back_on(
    cast: Cast, code: str, on: date, sort: str, report: tuple[str, str]
) -> None:
    found = packing.report_of(met(cast, code, on, sort))
    assert (found.template, found.period) == report


def test_the_one_being_made_goes_before_one_only_looked_at(cast: Cast) -> None:
    meeting = met(cast, UPPER, date(2024, 1, 5))
    begun = actions.begin(unit=cast[UPPER], period=Period.parse("2023"), template="year", by=None)
    actions.begin(unit=cast[UPPER], period=Period.parse("2023"), template="inspection_year", by=None)
    assert packing.report_of(meeting) == begun
    assert parts.PARTS["bao-cao"].make(meeting)[:2] == b"PK"


def test_of_a_time_before_the_union_was_there_is_no_report(cast: Cast) -> None:
    meeting = met(cast, UPPER, date(2011, 1, 5))
    meeting.on = date(2010, 1, 5)
    assert "không hoạt động trong kỳ 2009" in packing.missing(meeting)


def test_before_a_congress_lies_the_report_of_the_term_it_ends(cast: Cast) -> None:
    begin_term(unit=cast[UPPER], number="II", on=date(2018, 6, 10), by=None)
    found = packing.report_of(met(cast, UPPER, date(2023, 6, 20), "congress"))
    assert (found.template, found.period) == ("term", "2018-06-10/2023-06-19")


def test_a_meeting_that_sums_up_nothing_has_no_report_before_it(cast: Cast) -> None:
    listed = {part.slug for part, _ in parts.listed(met(cast, UPPER, date(2024, 3, 5), "committee"))}
    assert listed & {"bao-cao", "danh-sach-khen-thuong", "giay-moi", "ke-hoach"} == {"giay-moi", "ke-hoach"}
