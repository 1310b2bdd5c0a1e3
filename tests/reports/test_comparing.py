"""What a figure is compared with, and under which name: last year, the same months of it, the term before."""

from datetime import date

import pytest

from congdoan.base.period import Period
from congdoan.officers.actions import begin_term
from congdoan.reports import actions, rendering
from congdoan.reports.comparing import earlier
from tests.cast import Cast
from tests.reports.book import UPPER, begun, gifts, template
from tests.reports.papers import said

pytestmark = pytest.mark.django_db
TERM = Period.parse("2018-03-01/2023-02-28")


@pytest.mark.parametrize(
    ("asked", "with_what", "name"),
    [
        ("2024", "2023", "năm 2023"),
        ("2024-H1", "2023-H1", "cùng kỳ năm trước"),
        ("hdcd:2024", "hdcd:2023", "năm 2023"),
        ("school:2023", "school:2022", "năm học 2022–2023"),
    ],
)
def test_a_whole_year_is_compared_by_its_number(cast: Cast, asked: str, with_what: str, name: str) -> None:
    assert earlier(cast[UPPER], Period.parse(asked), None) == (Period.parse(with_what), name)


def test_a_term_is_compared_with_the_one_before_where_it_is_known(cast: Cast) -> None:
    unit = cast[UPPER]
    begin_term(unit=unit, number="II", on=TERM.first, by=None)
    assert earlier(unit, TERM, None) is None
    begin_term(unit=cast["laocai-tu-phap"], number="I", on=date(2013, 3, 1), by=None)
    begin_term(unit=cast["laocai-tu-phap"], number="II", on=TERM.first, by=None)
    before = Period.between(date(2013, 3, 1), date(2018, 2, 28))
    assert earlier(cast["laocai-tu-phap"], TERM, None) == (before, "nhiệm kỳ trước")


def test_the_report_of_a_year_says_against_which(cast: Cast) -> None:
    gifts(cast, on=date(2023, 1, 10), number=2)
    gifts(cast, on=date(2024, 2, 1), number=3)
    form = template(cast, UPPER, "Quà {{so sánh: CAR-04}}.")
    report = actions.freeze(report=begun(cast, period="2024", template=form), by=None)
    assert "Quà tăng 50% so với năm 2023." in said(rendering.docx(report))


def test_what_was_done_is_told_by_name(cast: Cast) -> None:
    first, then = gifts(cast), gifts(cast, on=date(2024, 2, 2), number=1)
    report = begun(cast, template=template(cast, UPPER, "Đã làm: {{liệt kê: CAR-04 | theo = việc}}."))
    names = [record.title.partition(": ")[0] for record in (first, then)]
    assert f"Đã làm: {names[0]} và {names[1]}." in said(rendering.docx(report))
