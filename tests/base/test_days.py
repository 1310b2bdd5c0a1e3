"""A day is read one way wherever people write one."""

from datetime import date

import pytest

from congdoan.base.days import like_day, like_year, parse_birth, parse_day, serial, year_shown
from congdoan.base.errors import Refused

FIFTH = date(2026, 11, 5)
WAYS = [
    "05/11/2026",
    "5-11-26",
    "5.11.2026",
    "ngày 5 tháng 11 năm 2026",
    "2026-11-05",
    "2026-11-05 00:00:00",
    " 5 / 11 / 2026 ",
]


@pytest.mark.parametrize("said", WAYS)
def test_a_day_in_every_dress(said: str) -> None:
    assert (parse_day(said), like_day(said)) == (FIFTH, True)


def test_numbers_of_spreadsheets_are_days_and_look_like_numbers() -> None:
    assert (serial(46331), parse_day("46331"), parse_day("05112026")) == (FIFTH, FIFTH, FIFTH)
    assert not any(map(like_day, ["46331", "05112026", "0912345678", "Kế toán", "1985", ""]))


@pytest.mark.parametrize(
    "said", ["1985", "năm 1985", "Sinh năm 1985", "03/1985", "3-1985", "tháng 3 năm 1985", "--/--/1985", "00/00/1985", "../03/1985"]
)  # fmt: skip
def test_of_a_birth_the_year_alone_may_be_said(said: str) -> None:
    assert (parse_birth(said), like_year(said)) == (1985, True)


@pytest.mark.parametrize("said", ["05/11/2026", "1850", "2190", "", "Kế toán", "0912"])
def test_a_day_or_another_number_is_no_year(said: str) -> None:
    assert not like_year(said)


def test_a_year_typed_where_days_are_kept_shows_as_a_day_of_1905() -> None:
    assert (year_shown(date(1905, 6, 7)), year_shown(date(1985, 6, 7))) == (1985, None)


def test_a_month_that_is_none_makes_no_year() -> None:
    with pytest.raises(Refused, match="không có trong lịch"):
        parse_birth("13/1985")


@pytest.mark.parametrize(
    ("said", "why"), [("31/02/1985", "không có trong lịch"), ("hôm qua", "không phải ngày")]
)
def test_what_is_no_day_is_refused(said: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        parse_day(said)
