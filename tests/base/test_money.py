"""An amount is read as people type it, and printed so that it reads back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.base.money import MOST, format_dong, in_words, parse_money, short_money

AMOUNTS = st.one_of(
    st.integers(0, MOST),
    st.integers(0, MOST // 1000).map(lambda n: n * 1000),
    st.integers(0, MOST // 10**6).map(lambda n: n * 10**6),
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("500000", 500_000),
        ("0", 0),
        ("12 đồng", 12),
        ("999", 999),
        ("500k", 500_000),
        ("500 K", 500_000),
        ("1,5k", 1_500),
        ("500 nghìn", 500_000),
        ("500 ngàn đồng", 500_000),
        ("500 nghin", 500_000),
        ("1,5tr", 1_500_000),
        ("1.5tr", 1_500_000),
        ("1.5 TR", 1_500_000),
        ("3,5 triệu", 3_500_000),
        ("3,5 trieu dong", 3_500_000),
        ("82,1 triệu đồng", 82_100_000),
        ("1tr2", 1_200_000),
        ("1tr25", 1_250_000),
        ("1tr250", 1_250_000),
        ("1tr05", 1_050_000),
        ("1 triệu 2", 1_200_000),
        ("1tr200k", 1_200_000),
        ("1 triệu 200 nghìn đồng", 1_200_000),
        ("1 triệu rưỡi", 1_500_000),
        ("2 tỷ", 2_000_000_000),
        ("2 tỉ", 2_000_000_000),
        ("2 tỷ 5", 2_500_000_000),
        ("2 tỷ rưỡi đồng", 2_500_000_000),
        ("2 tỷ 500 triệu 300 nghìn", 2_500_300_000),
        ("1,125 tỷ đồng", 1_125_000_000),
        ("1.250.000đ", 1_250_000),
        ("1.250.000 Đ", 1_250_000),
        ("1.250.000 ₫", 1_250_000),
        ("1.250.000 VNĐ", 1_250_000),
        ("1250000 vnd", 1_250_000),
        ("1 250 000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1.250.000,00", 1_250_000),
        ("1,250,000.0", 1_250_000),
        ("1.250", 1_250),
        ("1.250.000 nghìn", 1_250_000_000),
        ("1 250 triệu", 1_250_000_000),
        ("  500.000  ", 500_000),
        ("1\u00a0250\u00a0000\u00a0đ", 1_250_000),
        ("1\u202f250\u202f000", 1_250_000),
        ("５００ｋ", 500_000),
        ("１，５\u3000ｔｒ", 1_500_000),
        ("3,5 trie\u0323\u0302u", 3_500_000),
        ("1 000 tỷ", MOST),
        ("1.000 tỷ", MOST),
        ("5.000 nghìn", 5_000_000),
        ("1.000.000.000.000", MOST),
    ],
)
def test_an_amount_is_read_as_people_type_it(text, amount):
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-5", "số âm"),
        ("−500k", "số âm"),
        ("- 1.000.000đ", "số âm"),
        ("1.5", "lẻ dưới một đồng"),
        ("1,50", "lẻ dưới một đồng"),
        ("1,2345 nghìn", "lẻ dưới một đồng"),
        ("0,0000001 triệu", "lẻ dưới một đồng"),
        ("1.250 triệu", "hiểu được hai cách"),
        ("12,500k", "hiểu được hai cách"),
        ("1,000 triệu", "hiểu được hai cách"),
        ("1000000000001", "lớn quá 1.000.000.000.000 đồng"),
        ("1001 tỷ", "lớn quá"),
        ("9" * 50, "lớn quá"),
        ("abc", "không đọc được"),
        ("k", "không đọc được"),
        ("đ", "không đọc được"),
        ("triệu", "không đọc được"),
        ("rưỡi", "không đọc được"),
        ("2e5", "không đọc được"),
        ("0x10", "không đọc được"),
        ("NaN", "không đọc được"),
        ("1_000", "không đọc được"),
        ("٣٠٠", "không đọc được"),
        ("1.25.0", "không đọc được"),
        ("1..2", "không đọc được"),
        ("1.250,000", "không đọc được"),
        ("12 34", "không đọc được"),
        (".5tr", "không đọc được"),
        ("5.tr", "không đọc được"),
        ("1tr2tr", "không đọc được"),
        ("200k 1tr", "không đọc được"),
        ("1tr2000", "không đọc được"),
        ("1 triệu 200 đồng", "không đọc được"),
        ("500k và 2", "không đọc được"),
        ("500kg", "không đọc được"),
        ("500 usd", "không đọc được"),
        ("=1+1", "không đọc được"),
        ("1" * 5000, "không đọc được"),
    ],
)
def test_what_is_no_amount_is_refused_by_name(text, said):
    with pytest.raises(Refused, match=said) as refusal:
        parse_money(text)
    assert text[:60].strip() in refusal.value.sentence
    assert len(refusal.value.sentence) < 200


@pytest.mark.parametrize("text", ["", "   ", "\u00a0", "\u200b"])
def test_an_amount_left_empty_is_asked_for(text):
    with pytest.raises(Refused, match="Chưa ghi số tiền"):
        parse_money(text)


def amount_or_nothing(text):
    """The amount; 0 where it is refused. Any other error is the test's failure."""
    try:
        return parse_money(text)
    except Refused:
        return 0


@given(st.text(max_size=80))
@example("´")
def test_any_text_is_an_amount_within_bounds_or_refused(text):
    assert 0 <= amount_or_nothing(text) <= MOST


@given(st.text(alphabet="0123456789., ktrnghiđồy-", max_size=20))
def test_anything_near_an_amount_is_one_or_refused(text):
    assert 0 <= amount_or_nothing(text) <= MOST


@given(AMOUNTS)
def test_an_amount_printed_reads_back(amount):
    assert parse_money(format_dong(amount)) == amount
    assert parse_money(short_money(amount)) == amount
    assert parse_money(str(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (0, "0 đồng", "0 đồng"),
        (850_000, "850.000 đồng", "850.000 đồng"),
        (1_000_000, "1.000.000 đồng", "1 triệu đồng"),
        (82_100_000, "82.100.000 đồng", "82,1 triệu đồng"),
        (82_123_000, "82.123.000 đồng", "82,123 triệu đồng"),
        (82_123_456, "82.123.456 đồng", "82.123.456 đồng"),
        (1_250_000_000, "1.250.000.000 đồng", "1,25 tỷ đồng"),
        (1_250_500_000, "1.250.500.000 đồng", "1.250.500.000 đồng"),
        (62_609_000_000, "62.609.000.000 đồng", "62,609 tỷ đồng"),
        (-82_100_000, "-82.100.000 đồng", "-82,1 triệu đồng"),
    ],
)
def test_an_amount_is_printed_in_full_and_short(amount, full, short):
    assert (format_dong(amount), short_money(amount)) == (full, short)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không"),
        (1, "Một"),
        (4, "Bốn"),
        (5, "Năm"),
        (10, "Mười"),
        (11, "Mười một"),
        (14, "Mười bốn"),
        (15, "Mười lăm"),
        (20, "Hai mươi"),
        (21, "Hai mươi mốt"),
        (24, "Hai mươi tư"),
        (25, "Hai mươi lăm"),
        (99, "Chín mươi chín"),
        (100, "Một trăm"),
        (101, "Một trăm linh một"),
        (105, "Một trăm linh năm"),
        (110, "Một trăm mười"),
        (115, "Một trăm mười lăm"),
        (1_000, "Một nghìn"),
        (1_001, "Một nghìn không trăm linh một"),
        (1_010, "Một nghìn không trăm mười"),
        (10_005, "Mười nghìn không trăm linh năm"),
        (500_000, "Năm trăm nghìn"),
        (1_250_000, "Một triệu hai trăm năm mươi nghìn"),
        (21_015_000, "Hai mươi mốt triệu không trăm mười lăm nghìn"),
        (82_100_000, "Tám mươi hai triệu một trăm nghìn"),
        (82_100_500, "Tám mươi hai triệu một trăm nghìn năm trăm"),
        (1_000_001, "Một triệu không nghìn không trăm linh một"),
        (205_000_000, "Hai trăm linh năm triệu"),
        (1_000_000_000, "Một tỷ"),
        (1_005_000_000, "Một tỷ không trăm linh năm triệu"),
        (2_500_300_000, "Hai tỷ năm trăm triệu ba trăm nghìn"),
        (1_000_000_000_000, "Một nghìn tỷ"),
        (1_250_000_000_000, "Một nghìn hai trăm năm mươi tỷ"),
        (1_005_000_000_500, "Một nghìn không trăm linh năm tỷ không triệu không nghìn năm trăm"),
        (12_000_082_100_000, "Mười hai nghìn tỷ không trăm tám mươi hai triệu một trăm nghìn"),
        (-5_000, "Âm năm nghìn"),
    ],
)
def test_an_amount_is_read_out_as_accountants_do(amount, words):
    assert in_words(amount) == f"{words} đồng"


@given(st.sets(st.integers(0, 10**14), min_size=2, max_size=2))
def test_two_amounts_never_read_alike(amounts):
    assert len({in_words(amount) for amount in amounts}) == 2
