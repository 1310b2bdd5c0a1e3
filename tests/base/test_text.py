"""One spelling of a name, one key to find it, one key to put it in its place."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from congdoan.base.text import fold, given_key, initials, nfc, nfc_lines, tidy_name

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
WORDS = st.text(VIETNAMESE, min_size=1, max_size=7)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
FAMILY = st.sampled_from(["Nguyễn", "Trần", "Lê", "Đặng", "Doãn", "Hoàng", "Vũ", "Giàng", "Lý", "Quách"])
GIVEN = st.sampled_from(
    ["An", "Bảo", "Chi", "Dũng", "Đức", "Hòa", "Huệ", "Khỏe", "Thúy", "Thủy", "Ước", "Yến"]
)
PEOPLE = st.tuples(FAMILY, st.sampled_from(["", "Thị ", "Văn "]), GIVEN).map(lambda p: f"{p[0]} {p[1]}{p[2]}")
ANY = st.text(max_size=60)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Tết   sum\u00a0vầy \n", "Tết sum vầy"),
        ("Ho\u0300a", "Hòa"),
        ("Ti\u1ec3u\u200b ho\u0323c\ufeff", "Tiểu học"),
        ("a\x00b", "ab"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_a_line_is_kept_composed_and_single_spaced(typed, kept):
    assert nfc(typed) == kept


@given(ANY)
def test_a_line_kept_is_kept_as_it_is(s):
    assert nfc(nfc(s)) == nfc(s)
    assert unicodedata.is_normalized("NFC", nfc(s))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đặng", "dang"),
        ("ĐẶNG  Thị Hoà", "dang thi hoa"),
        ("Trường Tiểu học Lê Văn Tám", "truong tieu hoc le van tam"),
        ("ưƯơƠăĂâÂêÊôÔđĐ", "uuooaaaaeeoodd"),
        ("Ðặng", "dang"),  # the Icelandic letter that old fonts typed for Đ
        ("H'Hen Niê", "h'hen nie"),
        ("THPT số 1", "thpt so 1"),
    ],
)
def test_a_text_is_found_without_its_marks(text, key):
    assert fold(text) == key


@given(st.text(VIETNAMESE + VIETNAMESE.upper() + " "))
def test_vietnamese_folds_to_plain_letters(s):
    assert fold(s).replace(" ", "").isascii()


@given(ANY)
def test_folding_twice_changes_nothing(s):
    assert fold(fold(s)) == fold(s)


@given(ANY)
def test_the_key_does_not_depend_on_how_letters_are_composed(s):
    assert fold(unicodedata.normalize("NFD", s)) == fold(unicodedata.normalize("NFC", s)) == fold(s)


@given(NAMES)
def test_a_name_is_found_however_it_is_typed(name):
    assert fold(name.upper()) == fold(name) == fold(tidy_name(name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Hoà", "Hòa"),
        ("Hòa", "Hòa"),
        ("Thuỷ", "Thủy"),
        ("Thuý", "Thúy"),
        ("Khoẻ", "Khỏe"),
        ("Hoè", "Hòe"),
        ("Quý", "Quý"),
        ("Quỳnh", "Quỳnh"),
        ("Già", "Già"),
        ("Giàng", "Giàng"),
        ("Giấy", "Giấy"),
        ("Hoàng", "Hoàng"),
        ("Oánh", "Oánh"),
        ("Huế", "Huế"),
        ("Tuyết", "Tuyết"),
        ("Nguyễn", "Nguyễn"),
        ("Thuở", "Thuở"),
        ("Xuý", "Xúy"),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("đặng thị  thuỳ dương", "Đặng Thị Thùy Dương"),
        ("HOÀ", "Hòa"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Lê Thị MAI", "Lê Thị MAI"),
        ("Ðặng Văn An", "Đặng Văn An"),
        ("", ""),
    ],
)
def test_a_name_is_written_one_way(typed, name):
    assert tidy_name(typed) == name


@given(NAMES)
def test_a_tidy_name_stays(name):
    assert tidy_name(tidy_name(name)) == tidy_name(name)
    assert fold(tidy_name(name)) == fold(name)


def test_people_stand_by_given_name_then_family_name():
    in_order = [
        "Nguyễn Thị An",
        "Trần Văn An",
        "Lê Văn Ân",
        "Phạm Bình",
        "Vũ Dung",
        "Vũ Dũng",
        "An Đức",
        "Lê Hoa",
        "Đặng Thị Hòa",
        "Lê Hòa",
        "Lê Thị Hòa",
        "Lê Văn Hòa",
        "Lều Hòa",
        "Lê Hoan",
        "Bùi Thúy",
        "Bùi Ước",
        "Cao Vỹ",
        "Cao Yến",
    ]
    assert sorted(sorted(in_order), key=given_key) == in_order


def test_the_tones_stand_in_the_order_of_the_alphabet_book():
    tones = ["La", "Là", "Lả", "Lã", "Lá", "Lạ"]
    assert sorted(sorted(tones), key=given_key) == tones


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa"),
        ("NGUYỄN THỊ HÒA", "nguyễn thị hoà"),
        ("Nguyễn  Thị Hòa ", "Nguyễn Thị Hòa"),
        ("Nguyê\u0303n Thi\u0323 Ho\u0300a", "Nguyễn Thị Hòa"),
        ("H’Hen", "H'Hen"),
    ],
)
def test_one_name_has_one_place_however_typed(one, other):
    assert given_key(one) == given_key(other)


@given(PEOPLE, PEOPLE)
def test_different_names_have_different_places(one, other):
    assert (given_key(one) == given_key(other)) == (one == other)


@given(ANY)
@example("가")
def test_a_key_is_plain_and_bounded(name):
    key = given_key(name)
    assert set(key) <= set("0123456789abcdef")
    assert len(key) <= 4 * (len(name) + 1)


def test_no_name_stands_before_every_name():
    assert given_key("") == given_key(" - ") == "" < given_key("A")


def test_initials_are_the_first_letters():
    assert initials("nguyễn thị  hoa") == "NTH"
    assert initials("Đặng Ước") == "ĐƯ"
    assert initials("") == ""


def test_a_text_of_several_lines_keeps_them() -> None:
    assert nfc_lines("  Một  dòng \r\n\nHai\tdòng \n") == "Một dòng\n\nHai dòng"
