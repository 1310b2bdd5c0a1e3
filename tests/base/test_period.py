"""A period is a stretch of days with a name; its parts make it whole again."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import assume, given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.base.period import Period, PeriodError, achievement_day, standard_periods, today

DAY = timedelta(days=1)
YEARS = st.integers(1901, 2198)
DAYS = st.dates(date(1901, 1, 1), date(2198, 12, 31))
PARTS = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{m:02d}" for m in range(1, 13))]


@st.composite
def named(draw):
    code = f"{draw(YEARS)}{draw(st.sampled_from(PARTS))}"
    calendar = draw(st.sampled_from(["", "hdcd:", "school:"]))
    if calendar == "school:":
        code = code[:4]
    if calendar == "hdcd:" and "H" not in code and "Q" not in code:
        code = code[:4]
    return Period.parse(calendar + code)


@st.composite
def ranges(draw, longest=1500):
    first = draw(st.dates(date(1901, 1, 1), date(2190, 1, 1)))
    return Period.between(first, first + draw(st.integers(0, longest)) * DAY)


periods = st.one_of(named(), ranges())


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


@given(ranges(), ranges(), DAYS)
def test_periods_overlap_when_some_day_is_in_both(one, other, day):
    assume(one.first <= other.first)
    assert one.overlaps(other) == other.overlaps(one) == (other.first in one)
    assert one.overlaps(one)
    assert not (day in one and day in other) or one.overlaps(other)


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
