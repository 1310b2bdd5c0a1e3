"""Periods to try things on, for Hypothesis."""

from datetime import date, timedelta

from hypothesis import strategies as st

from congdoan.base.period import Period

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
