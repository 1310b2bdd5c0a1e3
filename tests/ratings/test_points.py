"""Points as people write them, and sheets out of a pasted text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.ratings.points import check_criteria, read_criteria, read_limits, read_points, said

SHEET = "I. Chăm lo\nThăm hỏi đoàn viên; 30\nTết sum vầy\t30 điểm\nII. Tổ chức\nKết nạp đoàn viên | 39,5\nSổ sách; 0.5"


def test_a_pasted_sheet_is_read_part_by_part() -> None:
    read = read_criteria(SHEET)
    assert [(one.part, one.text, said(one.most)) for one in read] == [
        ("I. Chăm lo", "Thăm hỏi đoàn viên", "30"),
        ("I. Chăm lo", "Tết sum vầy", "30"),
        ("II. Tổ chức", "Kết nạp đoàn viên", "39,5"),
        ("II. Tổ chức", "Sổ sách", "0,5"),
    ]
    assert check_criteria(read) is None


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "từ 1 đến 100 tiêu chí"), ("Một; 99", "cộng lại được 99")]
)
def test_a_sheet_that_is_no_hundred_points_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        check_criteria(read_criteria(text))


def test_another_sum_stands_where_the_paper_has_it_but_not_any() -> None:
    check_criteria(read_criteria("Một; 110"), other_sum=True)
    with pytest.raises(Refused, match="cộng lại được 210"):
        check_criteria(read_criteria("Một; 110\nHai; 100"), other_sum=True)


@given(st.decimals(0, 100, places=2))
def test_points_are_read_as_they_are_said(points: Decimal) -> None:
    assert read_points(said(points), Decimal(100)) == points


@pytest.mark.parametrize("typed", ["-1", "20,5", "mười", "1,234", "NaN"])
def test_what_are_no_points_of_a_criterion_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="từ 0 đến 20"):
        read_points(typed, Decimal(20))


def test_limits_are_of_the_scale_of_the_year_and_go_down() -> None:
    assert [(grade.value, said(least)) for grade, least in read_limits(["90", "70", "50"], 2024)] == [
        ("excellent", "90"), ("good", "70"), ("done", "50"), ("failed", "0")
    ]  # fmt: skip
    assert read_limits([""], 2024) == []
    for wrong in (["90", "70"], ["70", "90", "50"], ["90", "90", "50"]):
        with pytest.raises(Refused, match="gưỡng"):
            read_limits(wrong, 2024)
