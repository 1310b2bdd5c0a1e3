"""What is said of a period stands on one day of it."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.records.kinds.nil import NIL_ANSWER
from congdoan.records.periods import last_day, named, recent
from congdoan.reform import actions as reform
from tests.cast import Cast


@pytest.mark.parametrize(
    "code",
    [
        "2024",
        "2024-H1",
        "2024-H2",
        "2024-Q3",
        "2024-02",
        "2023-12",
        "hdcd:2024",
        "hdcd:2024-H2",
        "school:2023",
    ],
)
def test_the_days_of_a_period_name_it(code: str) -> None:
    period = Period.parse(code)
    assert (named(period.first, period.last).first, named(period.first, period.last).last) == (
        period.first,
        period.last,
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 1, 1), date(2024, 6, 29)),
        (date(2024, 1, 2), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 4, 30)),
        (date(2024, 6, 30), date(2024, 1, 1)),
    ],
)
def test_other_days_are_no_period_to_declare_for(first: date, last: date) -> None:
    with pytest.raises(Refused, match="không phải là một tháng") as refused:
        named(first, last)
    assert refused.value.field == "period"


def test_a_form_offers_the_periods_that_have_begun(cast: Cast) -> None:
    offered = dict(recent(date(2024, 5, 6)))
    assert list(offered) == ["Năm 2024", "Năm 2023", "Năm 2022"]
    codes = [code for code, _ in offered["Năm 2024"]]
    assert codes == ["2024", "2024-H1", "2024-Q1", "2024-Q2", *[f"2024-{n:02d}" for n in range(1, 6)]]


def test_a_union_that_ended_in_a_period_speaks_on_its_last_day(cast: Cast) -> None:
    reform.close(unit=cast["laocai-bao"], last_day=date(2024, 2, 29), by=None, why="Sáp nhập")
    cast["laocai-bao"].refresh_from_db()
    assert last_day(cast["laocai-bao"], date(2024, 6, 30)) == date(2024, 2, 29)


def test_the_day_follows_from_the_period_chosen(cast: Cast) -> None:
    year = today().year - 1
    form: Any = NIL_ANSWER.form({"period": f"{year}-H1", "chapter": "8"}, unit=cast["laocai-bao"])  # type: ignore[call-arg]
    assert form.is_valid(), form.errors
    assert form.cleaned_data["happened_on"] == date(year, 6, 30)
    assert form.values() == {"chapter": 8, "first_on": date(year, 1, 1), "last_on": date(year, 6, 30)}


def test_of_a_running_period_it_is_today(cast: Cast) -> None:
    year = today().year
    form: Any = NIL_ANSWER.form({"period": f"{year}", "chapter": "8"}, unit=cast["laocai-bao"])  # type: ignore[call-arg]
    assert form.is_valid(), form.errors
    assert form.cleaned_data["happened_on"] == min(today(), date(year, 12, 31))


def test_to_amend_an_old_one_its_period_is_offered_too(cast: Cast) -> None:
    kept = {"chapter": 8, "first_on": date(2012, 1, 1), "last_on": date(2012, 12, 31)}
    form: Any = NIL_ANSWER.form(unit=cast["laocai-bao"], initial=kept)  # type: ignore[call-arg]
    assert form.initial["period"] == "2012"
    assert ("2012", "Năm 2012") in form.fields["period"].choices
