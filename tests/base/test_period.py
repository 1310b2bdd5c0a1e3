"""A period is a stretch of days with a name; its parts make it whole again."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.base.period import Period, PeriodError
from tests.base.periods import DAY, DAYS, YEARS, periods, ranges


@pytest.mark.parametrize(
    ("text", "first", "last", "label"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "Năm 2024"),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30), "6 tháng đầu năm 2024"),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31), "6 tháng cuối năm 2024"),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), "Quý I năm 2024"),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30), "Quý III năm 2024"),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), "Quý IV năm 2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Tháng 2/2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "Tháng 2/2023"),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31), "Tháng 12/2024"),
        ("2023-12-01/2024-05-31", date(2023, 12, 1), date(2024, 5, 31), "01/12/2023–31/05/2024"),
        ("2024-05-20/2024-05-20", date(2024, 5, 20), date(2024, 5, 20), "20/05/2024"),
        ("hdcd:2024", date(2023, 12, 1), date(2024, 11, 30), "Năm 2024 (01/12/2023–30/11/2024)"),
        (
            "hdcd:2024-H1",
            date(2023, 12, 1),
            date(2024, 5, 31),
            "6 tháng đầu năm 2024 (01/12/2023–31/05/2024)",
        ),
        (
            "hdcd:2024-H2",
            date(2024, 6, 1),
            date(2024, 11, 30),
            "6 tháng cuối năm 2024 (01/06/2024–30/11/2024)",
        ),
        ("hdcd:2024-Q1", date(2023, 12, 1), date(2024, 2, 29), "Quý I năm 2024 (01/12/2023–29/02/2024)"),
        ("hdcd:2024-Q4", date(2024, 9, 1), date(2024, 11, 30), "Quý IV năm 2024 (01/09/2024–30/11/2024)"),
        ("school:2024", date(2024, 9, 1), date(2025, 8, 31), "Năm học 2024–2025"),
    ],
)
def test_a_code_names_its_days(text, first, last, label):
    period = Period.parse(text)
    assert (period.first, period.last, period.label(), period.code) == (first, last, label, text)
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" 2024-h1 ", "2024-H1"),
        ("HDCD:2024-q2", "hdcd:2024-Q2"),
        ("2023-12-01..2024-05-31", "2023-12-01/2024-05-31"),
        ("H2", "2019-H2"),
        ("q3", "2019-Q3"),
    ],
)
def test_people_may_write_a_code_their_way(text, code):
    assert Period.parse(text, today=date(2019, 3, 1)).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "24",
        "2024-",
        "2024-13",
        "2024-00",
        "2024-5",
        "2024-H3",
        "2024-Q5",
        "H3",
        "2024 H1",
        "2024-05-01",
        "2024-05-01/",
        "2024-5-1/2024-6-1",
        "hdcd:2024-05",
        "school:2024-H1",
        "tết:2024",
        "hdcd:",
        "٢٠٢٤",
        "9" * 5000,
    ],
)
def test_nonsense_is_answered_with_the_forms_understood(text):
    with pytest.raises(PeriodError) as refusal:
        Period.parse(text)
    for form in ("2024-H1", "2024-Q3", "2024-05", "2023-12-01/2024-05-31", "hdcd:2024-H1", "school:2024"):
        assert form in refusal.value.sentence
    assert len(refusal.value.sentence) < 250


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1899", "1900–2199"),
        ("2200-H1", "1900–2199"),
        ("0000", "1900–2199"),
        ("9999-12-01/9999-12-31", "1900–2199"),
        ("1899-12-31/1900-01-31", "1900–2199"),
        ("2024-02-30/2024-03-01", "không có trong lịch"),
        ("2024-03-02/2024-03-01", "đổi chỗ hai ngày"),
    ],
)
def test_a_period_that_cannot_be_says_what_to_mend(text, said):
    with pytest.raises(Refused, match=said) as refusal:
        Period.parse(text)
    assert text in refusal.value.sentence


@pytest.mark.parametrize("text", ["1900", "2199", "hdcd:1900", "school:2199", "2199-12"])
def test_the_outermost_years_are_understood(text):
    assert Period.parse(text).code == text


@given(periods)
def test_a_code_reads_back_as_the_same_period(period):
    assert Period.parse(period.code) == period
    assert period.whole() == period


@given(periods)
def test_months_partition_a_period(period):
    months = period.months()
    assert months[0].first == period.first
    assert months[-1].last == period.last
    assert all(a.last + DAY == b.first for a, b in pairwise(months))
    assert sum(month.days for month in months) == period.days


@given(periods)
def test_every_month_of_a_period_lies_in_one_calendar_month_and_reads_back(period):
    for month in period.months():
        assert (month.first.year, month.first.month) == (month.last.year, month.last.month)
        assert Period.parse(month.code) == month


def test_a_month_held_in_part_is_called_by_its_days():
    codes = [month.code for month in Period.parse("2024-01-15/2024-03-10").months()]
    assert codes == ["2024-01-15/2024-01-31", "2024-02", "2024-03-01/2024-03-10"]


@given(YEARS, st.sampled_from(["", "hdcd:"]), DAYS)
def test_halves_and_quarters_make_the_year(year, calendar, day):
    whole = Period.parse(f"{calendar}{year}")
    halves = [Period.parse(f"{whole.code}-H{n}") for n in (1, 2)]
    quarters = [Period.parse(f"{whole.code}-Q{n}") for n in (1, 2, 3, 4)]
    for parts in (halves, quarters):
        assert [month for part in parts for month in part.months()] == whole.months()
        assert sum(day in part for part in parts) == (day in whole)


@given(YEARS, st.sampled_from(["", "hdcd:", "school:"]))
def test_the_years_of_a_calendar_follow_on_each_other(year, calendar):
    this, following = Period.parse(f"{calendar}{year}"), Period.parse(f"{calendar}{year + 1}")
    assert this.last + DAY == following.first
    assert following.year_before() == this


@given(periods, DAYS)
def test_a_period_until_a_day_holds_the_days_of_both(period, day):
    cut = period.until(day)
    assert cut.code == period.code
    assert cut.label() == period.label()
    assert cut.year == period.year
    assert cut.whole() == period
    assert (cut.days > 0) == period.begun(day) == bool(cut.months())
    assert cut.first == period.first
    assert cut.last <= period.last
    assert cut.days == 0 or (cut.last == day) == (day in period)


@given(periods, DAYS, DAYS)
def test_cutting_twice_is_cutting_at_the_earlier_day(period, one, other):
    assert period.until(one).until(other) == period.until(min(one, other))


def test_a_period_not_begun_has_no_days():
    cut = Period.parse("2025-H1").until(date(2024, 11, 22))
    assert (cut.days, cut.months(), date(2025, 1, 1) in cut) == (0, [], False)
    assert not cut.overlaps(Period.parse("2025"))
    assert not Period.parse("2024").overlaps(cut)


@given(ranges(), ranges(), DAYS)
def test_periods_overlap_when_some_day_is_in_both(one, other, day):
    assume(one.first <= other.first)
    assert one.overlaps(other) == other.overlaps(one) == (other.first in one)
    assert one.overlaps(one)
    assert not (day in one and day in other) or one.overlaps(other)
