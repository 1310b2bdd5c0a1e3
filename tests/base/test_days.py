"""A day is read one way wherever people write one."""

from datetime import date

import pytest

from congdoan.base.days import like_day, parse_day, serial
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
    ("said", "why"), [("31/02/1985", "không có trong lịch"), ("hôm qua", "không phải ngày")]
)
def test_what_is_no_day_is_refused(said: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        parse_day(said)
