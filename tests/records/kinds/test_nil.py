"""The answer that there was nothing to record."""

from datetime import date, timedelta

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.ledger.breakdowns import silent
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast, care
from tests.records.said import record

FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)
CARE = 5
H1 = Period.parse("2024-H1")


def nil(cast: Cast, chapter: int = CARE, on: date = LAST, first: date = FIRST, last: date = LAST) -> Record:
    return record("nil", cast["laocai-tu-phap"], on, chapter=chapter, first_on=first, last_on=last)


def gifts(cast: Cast, on: date) -> Record:
    return care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], on)


def quiet(cast: Cast) -> list[str]:
    """Who has said nothing of care in the half-year."""
    codes = {unit.pk: code for code, unit in cast.units.items()}
    return sorted(codes[pk] for pk in silent(cast["laocai-cdvc"], H1, CARE))


def test_who_answers_is_no_longer_silent(cast: Cast) -> None:
    made = nil(cast)
    assert quiet(cast) == ["laocai-bao", "laocai-y-te"]
    assert made.title == "Không phát sinh: Chăm lo đời sống, 6 tháng đầu năm 2024"
    actions.withdraw(record=made, by=None, why="Ghi nhầm")
    assert quiet(cast) == ["laocai-bao", "laocai-tu-phap", "laocai-y-te"]


def test_an_answer_for_one_chapter_says_nothing_of_another(cast: Cast) -> None:
    nil(cast, chapter=8)
    assert "laocai-tu-phap" in quiet(cast)


def test_it_is_refused_where_something_is_recorded(cast: Cast) -> None:
    made = gifts(cast, date(2024, 2, 5))
    with pytest.raises(Refused, match=r"05/02/2024 \(Quà Tết: 01 người") as refused:
        nil(cast)
    assert refused.value.field == "chapter"
    actions.withdraw(record=made, by=None, why="Ghi nhầm")
    assert nil(cast).pk


def test_what_happened_in_other_days_or_at_other_unions_is_no_hindrance(cast: Cast) -> None:
    gifts(cast, date(2023, 12, 31))
    care(cast["laocai-y-te"], cast.funds["cdvc-kinh-phi"], date(2024, 2, 5))
    assert nil(cast).pk


def test_something_recorded_later_is_welcome(cast: Cast) -> None:
    nil(cast)
    gifts(cast, date(2024, 2, 5))
    assert Record.objects.filter(withdrawn=False).count() == 2
    assert "laocai-tu-phap" not in quiet(cast)


def test_the_same_answer_is_given_once(cast: Cast) -> None:
    nil(cast)
    with pytest.raises(Refused, match="đã trả lời"):
        nil(cast)
    assert nil(cast, on=date(2024, 3, 31), last=date(2024, 3, 31)).pk


def test_of_a_running_period_it_stands_on_the_day_it_is_given(cast: Cast) -> None:
    year = today().year
    made = nil(cast, on=today(), first=date(year, 1, 1), last=date(year, 12, 31))
    assert made.happened_on == today()


@pytest.mark.parametrize(
    ("chapter", "on", "first", "last", "field"),
    [
        (0, LAST, FIRST, LAST, "chapter"),
        (77, LAST, FIRST, LAST, "chapter"),
        (CARE, LAST, FIRST, date(2024, 6, 29), "period"),
        (CARE, date(2024, 7, 1), FIRST, LAST, "happened_on"),
        (CARE, date(2023, 12, 31), FIRST, LAST, "happened_on"),
        (CARE, today() + timedelta(days=1), FIRST, LAST, "happened_on"),
        (CARE, date(2009, 6, 30), date(2009, 1, 1), date(2009, 6, 30), "happened_on"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    cast: Cast, chapter: int, on: date, first: date, last: date, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        nil(cast, chapter, on, first, last)
    assert refused.value.field == field
    assert Record.objects.count() == 0
