"""The periods beside a period: the one a year before, the last full year, those around today."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from hypothesis import given

from congdoan.base.period import Period, PeriodError, achievement_day, standard_periods, today
from tests.base.periods import DAY, DAYS, periods, ranges


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024", "2023"),
        ("2024-H1", "2023-H1"),
        ("2024-Q3", "2023-Q3"),
        ("2024-02", "2023-02"),
        ("hdcd:2024-H1", "hdcd:2023-H1"),
        ("school:2024", "school:2023"),
        ("2023-12-01/2024-05-31", "2022-12-01/2023-05-31"),
        ("2024-02-29/2024-02-29", "2023-02-28/2023-02-28"),
        ("2024-02-15/2024-02-29", "2023-02-15/2023-02-28"),
        ("2025-02-01/2025-02-28", "2024-02-01/2024-02-29"),
        ("2025-02-15/2025-02-28", "2024-02-15/2024-02-28"),
    ],
)
def test_the_same_period_of_the_year_before(text, before):
    assert Period.parse(text).year_before().code == before


def test_a_running_period_is_compared_with_as_much_of_last_year():
    running = Period.parse("2024-H1").until(date(2024, 3, 5))
    assert running.year_before() == Period.parse("2023-H1").until(date(2023, 3, 5))
    leap = Period.parse("2025-H1").until(date(2025, 2, 28))
    assert leap.year_before().last == date(2024, 2, 29)
    assert Period.parse("2025-H1").until(date(2024, 3, 5)).year_before().days == 0


@given(periods, DAYS)
def test_the_year_before_is_a_year_earlier_and_as_long(period, day):
    cut = period.until(day)
    before = cut.year_before()
    assert 364 <= (cut.first - before.first).days <= 366
    assert abs(cut.days - before.days) <= 1
    assert before.days >= 0


def test_nothing_is_known_before_the_first_year():
    for text in ("1900", "1900-H1", "hdcd:1900", "1900-03-01/1900-04-01"):
        with pytest.raises(PeriodError, match="1900–2199"):
            Period.parse(text).year_before()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024-05", 2024),
        ("hdcd:2024-Q1", 2024),
        ("school:2024", 2024),
        ("2023-12-01/2024-05-31", 2024),
        ("2022-01-01/2023-12-31", 2023),
    ],
)
def test_the_year_a_period_is_named_for(text, year):
    assert Period.parse(text).year == year


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("2024", "2024"),
        ("2024-H1", "2024-H1"),
        ("hdcd:2024", "hdcd:2024"),
        ("school:2024", "school:2024"),
        ("2020-01-01/2024-12-31", "2024"),
        ("2020-01-01/2025-06-30", "2024"),
        ("2023-12-01/2025-01-05", "2024"),
        ("2024-01-01/2025-01-01", "2024"),
        ("2023-12-31/2024-12-31", "2024"),
        ("2022-03-01/2022-12-31", "2022-03-01/2022-12-31"),
        ("2023-03-01/2024-11-30", "2023-03-01/2024-11-30"),
        ("2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
    ],
)
def test_a_yearly_figure_of_a_longer_period_is_that_of_its_last_full_year(text, full):
    assert Period.parse(text).last_full_year().code == full


@given(ranges())
def test_the_last_full_year_lies_inside_and_no_later_one_does(period):
    full = period.last_full_year()
    assert period.first <= full.first
    assert full.last <= period.last
    assert full == period or period.last < date(full.year + 1, 12, 31)


def test_the_running_half_year_is_offered_first():
    codes = [period.code for period in standard_periods(date(2024, 3, 5))]
    assert codes == ["2024-H1", "2023-H2", "2024", "2023", "2024-Q1", "2024-03"]
    codes = [period.code for period in standard_periods(date(2024, 11, 22))]
    assert codes == ["2024-H2", "2024-H1", "2024", "2023", "2024-Q4", "2024-11"]


@given(DAYS)
def test_of_the_periods_offered_the_running_ones_hold_the_day(day):
    half, half_before, year, year_before, quarter, month = standard_periods(day)
    assert all(day in period for period in (half, year, quarter, month))
    assert half_before.last + DAY == half.first
    assert year_before.last + DAY == year.first


def test_the_day_is_vietnams(monkeypatch):
    evening_in_london = datetime(2024, 6, 30, 17, 30, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: evening_in_london)
    assert today() == date(2024, 7, 1)
    assert Period.parse("H1").code == "2024-H1"


def test_the_achievement_year_closes_on_30_november():
    assert achievement_day(2023) == date(2023, 11, 30) == Period.parse("hdcd:2023").last
