"""Text written for fonts of the nineties is read as people saw it; text of today, and of other languages, stays."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.imports.legacy import ALONE, BREVES, HATS, OURS, TCVN3, TONES, font_of, unfonted
from congdoan.imports.sheets import open_book
from tests.imports.dressed import DRESSES

NAMES = [
    "Nguyễn Thị Thủy",
    "Trần Quốc Đạt",
    "Phạm Hữu Nghĩa",
    "Lý Thường Kiệt",
    "Đặng Quỳnh Hương",
    "VÕ VĂN TƯỞNG",
    "Mỵ Sỉ",
]
SHAPES = {"\u0302": HATS, "\u0306": BREVES}


def vni(said: str) -> str:
    """As VNI writes it: a letter, its mark behind."""
    return "".join(map(_vni, said))


def _vni(letter: str) -> str:
    alone = {ours: sign for sign, ours in ALONE.items()}
    low = letter.lower()
    if low in alone or low in "íì":
        found = alone.get(low, low)
    else:
        base, *marks = unicodedata.normalize("NFD", low)
        if "\u031b" in marks:
            base = alone[unicodedata.normalize("NFC", base + "\u031b")]
        shape = next((SHAPES[mark] for mark in marks if mark in SHAPES), None)
        tone = next((mark for mark in marks if mark in TONES.values()), "")
        signs = {meant: sign for sign, meant in (shape or TONES).items()}
        found = base + (signs[tone] if shape or tone else "")
    return found.upper() if letter.isupper() else found


def tcvn3(said: str) -> str:
    """As TCVN3 does: a sign a letter; its capitals with marks stand in fonts of their own."""
    return said.translate(str.maketrans(dict(zip(OURS, TCVN3, strict=True))))


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [("Nguyeãn Vaên Ñöùc, Traàn Thò Hoàng", "Nguyễn Văn Đức, Trần Thị Hồng"),
     ("HOÏ VAØ TEÂN", "HỌ VÀ TÊN"), ("NGUYÔN V¨N §øC; TrÇn ThÞ Hång; Vò", "NGUYỄN VĂN ĐỨC; Trần Thị Hồng; Vũ"), ("Hä vµ tªn; NguyÔn V¨n §øc", "Họ và tên; Nguyễn Văn Đức")],
)  # fmt: skip
def test_it_is_read_as_it_was_seen(drawn: str, meant: str) -> None:
    font = font_of(drawn)
    assert font
    assert font.meant(drawn) == meant


@given(st.text(st.sampled_from(OURS + "bcdghklmnpqrstvx "), max_size=30))
def test_every_letter_comes_back(said: str) -> None:
    for write in (vni, tcvn3):
        sure = write("Nguyễn Văn Đức, Trần Thị Hường, Đặng Ngọc Điệp; ") + write(said)
        font = font_of(sure)
        assert font
        assert font.meant(sure).endswith(f"; {said}")


@pytest.mark.parametrize(
    "said",
    [
        "Luân, Hoà, Khoá, Toàn, Loan",
        "Nguyễn Văn Đức",
        "Gaël et Anaïs",
        "naïve Noël, Señor, Müller, Åse",
        "H'Hen",
    ],
)
def test_other_text_stays(said: str) -> None:
    assert font_of(said) is None


@pytest.mark.parametrize("write", [vni, tcvn3])
@pytest.mark.parametrize("head", ["Họ và tên", "Ho va ten"])
def test_a_column_of_it_under_a_heading_of_today(write: Any, head: str) -> None:
    names = [name for name in NAMES if not name.isupper()]
    rows = [[head, "Chức vụ"], *([write(name), "Chuyên viên"] for name in names)]
    assert unfonted(rows)[1:] == [[name, "Chuyên viên"] for name in names]
    assert unfonted(rows)[0] == rows[0]


@pytest.mark.parametrize("dress", DRESSES)
def test_in_whatever_file_it_comes(dress: str) -> None:
    (sheet,) = open_book(
        DRESSES[dress]([[vni("Họ và tên"), vni("Điện thoại")], *([vni(name), "09"] for name in NAMES)]), "ds"
    )
    assert sheet.rows == [["Họ và tên", "Điện thoại"], *([name, "09"] for name in NAMES)]


@pytest.mark.parametrize("write", [vni, tcvn3])
def test_a_text_file_in_its_bytes(write: Any) -> None:
    said = "".join(f"{write(name)};Nam\r\n" for name in NAMES if not name.isupper())
    (sheet,) = open_book(said.encode("latin-1"), "ds.csv")
    assert [row[0] for row in sheet.rows] == [name for name in NAMES if not name.isupper()]
