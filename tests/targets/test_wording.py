"""Targets read as resolutions word them."""

from decimal import Decimal

import pytest

from congdoan.targets import wording
from congdoan.targets.forms import amount


@pytest.mark.parametrize(
    ("text", "op", "value", "measure"),
    [
        ("Phấn đấu kết nạp mới 400 đoàn viên trở lên", ">=", 400, "total"),
        ("hằng năm có trên 85% số đoàn viên được học tập nghị quyết", ">", 85, "yearly"),
        ("80% cơ quan, đơn vị đạt chuẩn văn hóa", ">=", 80, "end"),
        ("không có công đoàn cơ sở yếu kém", "=", 0, "none"),
        ("kiểm tra cấp dưới ít nhất 1 lần/1 đơn vị", ">=", 1, "each"),
        ("Đơn thư tồn đọng không quá 2 đơn", "<=", 2, "total"),
        ("Vận động Quỹ Xã hội 1,5 tỷ đồng", ">=", 1_500_000_000, "total"),
        ("Đến năm 2028 kết nạp 1.250 đoàn viên", ">=", 1250, "total"),
        ("Xây dựng quy chế phối hợp", ">=", "", "yes_no"),
    ],
)
def test_a_wording_says_value_operator_and_measure(text: str, op: str, value: object, measure: str) -> None:
    read = wording.read(text)
    assert (read["op"], read["value"], read["measure"]) == (op, value, measure)


def test_the_likeliest_indicator_is_offered_and_a_code_is_taken_at_its_word() -> None:
    assert wording.read("Kết nạp mới 400 đoàn viên trở lên")["indicator"] == "MEM-05"
    assert wording.read("MEM-05 Phát triển 400 người")["indicator"] == "MEM-05"
    assert wording.read("Trồng 300 cây xanh")["indicator"] == ""


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("400", "400"),
        ("1.250", "1250"),
        ("85,5%", "85.5"),
        ("85.5", "85.5"),
        ("1,5 tỷ", "1500000000"),
        ("1.000.000", "1000000"),
    ],
)
def test_a_value_is_read_as_people_type_it(typed: str, value: str) -> None:
    assert amount(typed) == Decimal(value)
