"""Estimates in reports: printed as such, gone once what is real is known, and what they missed by told in the next."""

from datetime import date

from congdoan.base.period import Period
from congdoan.reports import actions, misses, rendering
from congdoan.reports.models import Report
from congdoan.reports.ooxml import name, text_of
from tests.cast import Cast, care
from tests.records.said import record
from tests.reports.book import UPPER, begun, template
from tests.reports.papers import body, said
from tests.reports.visiting import enter, page, url

AT = "laocai-tu-phap"
YEAR = Period.parse("2024")
BODY = (
    "Trao {{số: CAR-04}} suất quà, riêng cấp này {{số: CAR-04 | phạm vi = riêng}}; {{số: CAR-01}} lượt thăm."
)


def estimated(cast: Cast, quantity: int = 120) -> None:
    rows = [{"code": "CAR-04", "quantity": quantity}]
    said = {"first_on": YEAR.first, "last_on": YEAR.last, "estimate": True}
    record("declaration", cast[AT], date(2024, 12, 10), **said, lines={"totals": rows})


def gifts(cast: Cast, on: date, many: int) -> None:
    care(cast[AT], cast.funds["cdvc-kinh-phi"], on, gifts=many)


def frozen(cast: Cast, period: str, form: str) -> Report:
    made = begun(cast, period=period, template=form)
    return actions.freeze(report=made, by=cast.users["officer"].pk)


def test_an_estimate_is_printed_as_one_only_where_it_stands(cast: Cast) -> None:
    form = template(cast, UPPER, BODY)
    gifts(cast, date(2024, 2, 1), 100)
    estimated(cast)
    paper = said(rendering.docx(begun(cast, period="2024", template=form)))
    assert "Trao ước 120 suất quà, riêng cấp này 0; 0 lượt thăm." in paper
    figure = page(enter(cast, "officer"), "/so-lieu/CAR-04?cd=laocai-cdvc&ky=2024")[1]
    assert "trong đó 20 là số ước" in figure
    half = said(rendering.docx(begun(cast, period="2024-H1", template=form)))
    assert "Trao 100 suất quà" in half


def test_a_term_report_written_before_its_end_prints_what_is_expected_of_its_last_year(cast: Cast) -> None:
    gifts(cast, date(2021, 2, 1), 100)
    estimated(cast)
    report = begun(cast, period="2020-01-01/2024-12-31", template="term")
    assert "Dịp Tết Nguyên đán, đã trao ước 220 suất quà" in said(rendering.docx(report))
    gifts(cast, date(2024, 12, 31), 115)
    gifts(cast, date(2025, 1, 2), 1)
    assert "Dịp Tết Nguyên đán, đã trao 215 suất quà" in said(rendering.docx(report))


def test_the_next_report_says_what_the_estimates_missed_by(cast: Cast) -> None:
    form = template(cast, UPPER, BODY)
    gifts(cast, date(2024, 2, 1), 100)
    estimated(cast)
    first = frozen(cast, "2024", form)
    gifts(cast, date(2024, 12, 20), 17)
    following = begun(cast, period="2025-H1", template=form)
    assert misses.told(following) == []
    gifts(cast, date(2025, 1, 9), 2)
    line = "Năm 2024, Số suất quà Tết đã trao: ước 120 suất, thực hiện 117 suất, hụt 3 suất."
    assert misses.told(following) == [line]
    assert f"- {line}" in [text_of(found) for found in body(rendering.docx(following)).iter(name("w:p"))]
    assert line in page(enter(cast, "officer"), url(following))[1]
    assert misses.told(first) == []
    assert "Trao ước 120 suất quà" in said(rendering.docx(first))
