"""Numbers stand in a report as union officers write them, and never say more than is so."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.money import parse_money
from congdoan.base.words import (
    capital_first,
    change,
    decimal_text,
    fraction,
    grouped,
    hedged,
    hedged_money,
    join_list,
    percent,
    percent_text,
    round_down,
    short_money,
    small,
)

COUNTS = st.one_of(st.integers(0, 200), st.integers(0, 10**12))


@pytest.mark.parametrize(
    ("n", "plain", "padded", "spoken"),
    [
        (0, "0", "0", "0"),
        (1, "1", "01", "01"),
        (6, "6", "06", "06"),
        (9, "9", "09", "09"),
        (10, "10", "10", "10"),
        (11, "11", "11", "trên 10"),
        (50, "50", "50", "50"),
        (57, "57", "57", "trên 50"),
        (99, "99", "99", "trên 90"),
        (100, "100", "100", "100"),
        (105, "105", "105", "trên 100"),
        (179, "179", "179", "trên 170"),
        (200, "200", "200", "200"),
        (4437, "4.437", "4.437", "trên 4.400"),
        (4400, "4.400", "4.400", "4.400"),
        (12_345, "12.345", "12.345", "trên 12.000"),
        (1_234_567, "1.234.567", "1.234.567", "trên 1.200.000"),
    ],
)
def test_a_count_plain_padded_and_hedged(n, plain, padded, spoken):
    assert (grouped(n), small(n), hedged(n)) == (plain, padded, spoken)


def test_a_loss_keeps_its_sign():
    assert grouped(-4437) == "-4.437"


@given(COUNTS)
def test_grouping_only_adds_points(n):
    assert int(grouped(n).replace(".", "")) == n


@given(COUNTS)
def test_a_hedged_count_is_never_more_than_the_count(n):
    low = round_down(n)
    assert low <= n < low * 1.1 + 10
    assert round_down(low) == low
    assert hedged(n).startswith("trên") == (low < n)
    assert int(hedged(n).removeprefix("trên ").replace(".", "")) == low


@pytest.mark.parametrize(
    ("n", "spoken"),
    [
        (0, "0 đồng"),
        (850_500, "850.500 đồng"),
        (1_500_000, "1,5 triệu đồng"),
        (3_550_000, "trên 3,5 triệu đồng"),
        (82_100_000, "trên 82 triệu đồng"),
        (203_000_000, "203 triệu đồng"),
        (203_500_000, "trên 200 triệu đồng"),
        (258_000_000, "258 triệu đồng"),
        (1_258_000_000, "1,258 tỷ đồng"),
        (1_258_300_000, "trên 1,2 tỷ đồng"),
    ],
)
def test_a_sum_is_hedged_unless_it_is_whole_millions(n, spoken):
    assert hedged_money(n) == spoken


@given(st.integers(0, 10**12))
def test_a_hedged_sum_is_never_more_than_the_sum(n):
    spoken = hedged_money(n)
    low = parse_money(spoken.removeprefix("trên "))
    assert low <= n <= low * 1.1
    assert spoken.startswith("trên") == (low < n)
    assert spoken in (short_money(n), f"trên {short_money(low)}")


@pytest.mark.parametrize(
    ("num", "den", "share", "text"),
    [
        (56, 56, Decimal("100.00"), "100%"),
        (4, 7, Decimal("57.14"), "57,14%"),
        (1, 8, Decimal("12.50"), "12,5%"),
        (0, 9, Decimal("0.00"), "0%"),
        (1, 800, Decimal("0.13"), "0,13%"),  # 0,125 is rounded up
        (1, 32, Decimal("3.13"), "3,13%"),  # 3,125 too, where binary and banker's rounding say 3,12
        (5, 0, None, "—"),
        (0, 0, None, "—"),
        (1250, 100, Decimal("1250.00"), "1.250%"),
        (-1, 8, Decimal("-12.50"), "-12,5%"),
    ],
)
def test_a_share_is_rounded_half_up_to_two_decimals(num, den, share, text):
    assert percent(num, den) == share
    assert percent_text(share) == text


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_is_within_half_a_hundredth(num, den):
    share = percent(num, den)
    assert -1 <= (share * den - 100 * num) * 200 / den <= 1
    assert share.as_tuple().exponent == -2


@given(st.decimals(0, 10**9, places=2))
def test_a_decimal_number_reads_back(value):
    assert Decimal(decimal_text(value).replace(".", "").replace(",", ".")) == value


def test_part_and_whole_stand_side_by_side():
    assert fraction(56, 56) == "56/56"
    assert fraction(4437, 12345) == "4.437/12.345"


@pytest.mark.parametrize(
    ("now", "before", "phrase"),
    [
        (225, 200, "tăng 12,5%"),
        (97, 100, "giảm 3%"),
        (100, 100, "bằng cùng kỳ"),
        (0, 0, "bằng cùng kỳ"),
        (0, 40, "giảm 100%"),
        (6, 2, "tăng 200%"),
        (7, 0, "cùng kỳ không phát sinh"),
        (7, None, "chưa có số liệu cùng kỳ"),
        (None, 7, "chưa có số liệu"),
        (None, None, "chưa có số liệu"),
        (100_001, 100_000, "tăng dưới 0,01%"),
        (99_999_999, 100_000_000, "giảm dưới 0,01%"),
        (Decimal("57.14"), Decimal("50"), "tăng 14,28%"),
        (Decimal("50.00"), 50, "bằng cùng kỳ"),
        (5, -10, "tăng 150%"),
    ],
)
def test_a_change_is_one_phrase(now, before, phrase):
    assert change(now, before) == phrase


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_more_is_a_rise_and_less_a_fall(now, before):
    word = {1: "tăng", 0: "bằng", -1: "giảm"}[(now > before) - (now < before)]
    assert change(now, before).split()[0] == word


def test_only_the_first_letter_is_made_large():
    assert capital_first("đoàn viên CĐCS") == "Đoàn viên CĐCS"
    assert capital_first("") == ""


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_a_list_ends_with_and(items, text):
    assert join_list(items) == text
