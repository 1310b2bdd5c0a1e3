"""A list of people pasted from a spreadsheet: what a cell is, its shape tells."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.members import pasting
from tests.base.test_days import FIFTH, WAYS


@pytest.mark.parametrize("said", WAYS)
def test_days_are_read_as_imports_read_them(said: str) -> None:
    assert pasting.read(f"1\tSùng Thị Chu\tNữ\t{said}\tKế toán") == [
        {"name": "Sùng Thị Chu", "woman": True, "born_on": FIFTH, "job": "Kế toán"}
    ]


def test_two_digits_of_a_year_to_come_are_of_last_century() -> None:
    assert pasting.read("Sùng Thị Chu\t5/11/85")[0]["born_on"] == date(1985, 11, 5)


def test_a_day_that_is_none_is_refused_where_it_was_pasted() -> None:
    with pytest.raises(Refused, match="Ngày “31/02/1985” không có trong lịch") as refused:
        pasting.read("Sùng Thị Chu\t31/02/1985")
    assert refused.value.field == "pasted"


def test_behind_a_name_a_year_is_that_of_birth() -> None:
    assert pasting.read("1985\tSùng Thị Chu\tNữ\t1985") == [
        {"name": "Sùng Thị Chu", "woman": True, "born_year": 1985}
    ]
    assert pasting.read("Sùng Thị Chu\t03/1985\t0912345678")[0]["born_year"] == 1985
