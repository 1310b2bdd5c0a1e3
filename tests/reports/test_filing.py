"""An issued report enters the register, and is handed in to the superior that asked for it."""

from datetime import date

import pytest

from congdoan.papers import asking, queries
from congdoan.papers.models import Paper, ReportDue
from congdoan.reports import actions, filing
from congdoan.reports.models import Report
from tests.cast import Cast
from tests.records.filled import as_
from tests.records.said import parts
from tests.reports.book import begun

UNION, UPPER = "laocai-tu-phap", "laocai-cdvc"


def issued(cast: Cast, at: str = UNION) -> Report:
    """The half-year's report of a union, issued."""
    return actions.issue(report=actions.freeze(report=begun(cast, at), by=None), by=None, signer="Lê Văn Ký")


def asked(cast: Cast, period: str = "half_year", due_on: date = date(2024, 6, 20)) -> ReportDue:
    """What the union above asked for by a day."""
    made = asking.ask(
        unit=cast[UPPER], unions=[cast[UNION]], what="Báo cáo", period=period, due_on=due_on, by=None
    )
    return made.owed.select_related("asked__unit", "unit").get()


def test_a_report_is_issued_under_the_next_number_of_the_register(cast: Cast) -> None:
    report = issued(cast)
    assert report.paper
    assert (report.paper.code, report.paper.subject, report.paper.signer) == (
        f"01/{report.symbol}", report.title, "Lê Văn Ký",
    )  # fmt: skip
    assert [scan.file.digest for scan in queries.scans(report.paper)] == [report.docx]
    year = str(report.paper.year)
    assert parts("DIG-03", cast[UNION], year) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "due_on", "period"),
    [
        ("month", date(2024, 6, 25), "2024-06"),
        ("month", date(2024, 7, 5), "2024-06"),
        ("quarter", date(2024, 3, 15), "2024-Q1"),
        ("half_year", date(2024, 6, 20), "2024-H1"),
        ("year", date(2025, 1, 10), "2024"),
        ("year", date(2024, 11, 30), "2024"),
        ("sudden", date(2024, 6, 20), ""),
    ],
)
def test_a_report_is_asked_of_the_time_mostly_over_when_it_is_due(
    kind: str, due_on: date, period: str
) -> None:
    assert filing.asked_about(kind, due_on) == period


def test_the_report_issued_is_offered_and_one_press_hands_it_in(cast: Cast) -> None:
    due, other = asked(cast), asked(cast, "quarter")
    report = issued(cast)
    chair = as_(cast, "chair")
    page = chair.get(f"/van-ban/phai-nop/{due.uid}").content.decode()
    assert f'value="{report.paper.uid}" selected' in page  # type: ignore[union-attr]
    assert "Nộp Công đoàn Viên chức" in chair.get(f"/bao-cao/{report.uid}").content.decode()
    chair.post(f"/bao-cao/{report.uid}/gui")
    due.refresh_from_db()
    other.refresh_from_db()
    assert (due.paper, other.filed_on) == (report.paper, None)
    assert [came.original for came in queries.register(cast[UPPER], "in")] == [report.paper]
    (came,) = queries.register(cast[UPPER], "in")
    assert f"{report.paper}.docx" in as_(cast, "officer").get(f"/van-ban/vb/{came.uid}").content.decode()
    assert "đã gửi Công đoàn Viên chức" in chair.get(f"/bao-cao/{report.uid}").content.decode()


def test_unasked_it_is_sent_above_once(cast: Cast) -> None:
    report = issued(cast)
    for _ in range(2):
        filing.send(report=report, by=None)
    assert Paper.objects.filter(way="in").count() == 1
