"""Figures said: as large numbers, in columns, in sentences, against the year before."""

from decimal import Decimal

import pytest

from congdoan.ledger import saying
from congdoan.ledger.indicator import find
from congdoan.ledger.saying import Value


@pytest.mark.parametrize(
    ("code", "value", "number", "beside", "column", "sentence"),
    [
        ("CAR-04", 179, "179", "suất", "179", "179 suất"),
        ("CAR-09", 6, "6", "gia đình", "6", "06 gia đình"),
        ("PRO-02", 4437, "4.437", "lượt người", "4.437", "4.437 lượt người"),
        ("CAR-05", 82_100_000, "82,1", "triệu đồng", "82,1 triệu", "82,1 triệu đồng"),
        ("CAR-05", 1_250_000_000, "1,25", "tỷ đồng", "1,25 tỷ", "1,25 tỷ đồng"),
        ("CAR-05", 82_123_456, "82.123.456", "đồng", "82.123.456", "82.123.456 đồng"),
        ("CAR-05", 0, "0", "đồng", "0", "0 đồng"),
        ("FUN-07", Decimal("57.14"), "57,14%", "", "57,14%", "57,14%"),
        ("CAR-04", None, None, "", None, "chưa có số liệu"),
    ],
)
def test_a_value_as_it_is_shown_and_said(
    code: str, value: Value, number: str | None, beside: str, column: str | None, sentence: str
) -> None:
    indicator = find(code)
    assert saying.value_text(indicator, value) == number
    assert saying.counts_in(indicator, value) == beside
    assert saying.brief(indicator, value) == column
    assert saying.said(indicator, value) == sentence


@pytest.mark.parametrize(
    ("code", "now", "before", "said"),
    [
        ("CAR-04", 179, 157, "tăng 14,01%"),
        ("CAR-04", 179, 179, "bằng cùng kỳ"),
        ("CAR-04", 179, 0, "cùng kỳ không phát sinh"),
        ("CAR-04", None, 157, "chưa có số liệu"),
        ("FUN-07", Decimal("57.14"), Decimal("42.86"), "tăng 14,28 điểm"),
        ("FUN-07", Decimal("40"), Decimal("42.5"), "giảm 2,5 điểm"),
        ("FUN-07", Decimal("100"), Decimal("100"), "bằng cùng kỳ"),
        ("FUN-07", Decimal("100"), None, "chưa có số liệu cùng kỳ"),
    ],
)
def test_a_change_is_in_percent_and_of_a_percent_in_points(
    code: str, now: Value, before: Value, said: str
) -> None:
    assert saying.change(find(code), now, before) == said
