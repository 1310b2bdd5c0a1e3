"""Cells of spreadsheets as values: days, money, numbers, sexes, cards, in all the ways people write them.

A cell that is empty gives nothing; one that cannot be read raises `Unreadable` with a sentence.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from congdoan.base import days
from congdoan.base.days import NOTHING
from congdoan.base.errors import Refused
from congdoan.base.money import parse_money
from congdoan.base.period import today
from congdoan.base.text import fold, nfc, tidy_name

Said = TypeVar("Said")
Value = TypeVar("Value")
Cell = str | int | float | bool | date | datetime | time | timedelta | None
BETWEEN = str.maketrans("", "", " .-()'")  # what people put between digits
WORDS = 20_000  # texts kept as read: columns say the same few things again and again


class Unreadable(Exception):
    """A cell that cannot be read, and how to write it instead."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def text(cell: Any) -> str:
    """One line as the book keeps it; a whole number without the point a spreadsheet puts behind it."""
    if type(cell) is str:
        return nfc(cell)
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return nfc(str(cell))


def name(cell: Any) -> str:
    """A person's name: "NGUYỄN  VĂN AN" is Nguyễn Văn An. Refuses digits, and two people in one cell."""
    said = text(cell)
    if isinstance(cell, str) and sum(" " in line.strip() for line in cell.splitlines()) > 1:
        raise Unreadable(f"“{_brief(said)}” là nhiều người; hãy ghi mỗi người một dòng.")
    return _name(said) if said else ""


def unnumbered(said: str) -> str:
    """Without the running number that was typed before a name: "12. Vừ Thị Dở"."""
    return re.sub(r"^\d{1,4} ?[.)/] ?(?=\D)", "", said)


@lru_cache(maxsize=WORDS)
def _name(said: str) -> str:
    said = unnumbered(said).strip(" .,;")
    if any(sign.isdigit() for sign in said):
        raise Unreadable(f"“{_brief(said)}” có chữ số; hãy ghi họ và tên.")
    if re.search(r"[;,+&/]| và ", said):
        raise Unreadable(f"“{_brief(said)}” là nhiều người; hãy ghi mỗi người một dòng.")
    if len(said) > 100:
        raise Unreadable("họ và tên dài quá 100 chữ; hãy xem lại ô này.")
    return tidy_name(said)


def day(cell: Any) -> date | None:
    """A day: of a spreadsheet, or written 05/11/2026, 5-11-26, 05.11.2026, 2026-11-05, "ngày 5 tháng 11 năm 2026"."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _read(days.serial, cell)
    return _day(str(cell))


def birth(cell: Any) -> date | int | None:
    """A day of birth, or the year alone: "1985", "năm 1985", "03/1985"; 1985 in a column that is laid out for days."""
    if isinstance(cell, date) and (year := days.year_shown(cell)):
        return year
    if isinstance(cell, int | float) and not isinstance(cell, bool) and days.FIRST <= cell <= today().year:
        return int(cell)
    if isinstance(cell, str):
        return _birth(cell)
    return day(cell)


@lru_cache(maxsize=WORDS)
def _birth(said: str) -> date | int | None:
    return _read(days.parse_birth, said)


@lru_cache(maxsize=WORDS)
def _day(said: str) -> date | None:
    return _read(days.parse_day, said)


def _read(reads: Callable[[Said], Value], said: Said) -> Value:
    """What the book reads elsewhere too, its refusal turned into a cell's."""
    try:
        return reads(said)
    except Refused as refused:
        raise Unreadable(refused.sentence) from None


def money(cell: Any) -> int | None:
    """Whole đồng: "1.250.000đ", "3,5 triệu", "500k", 1250000.0."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, float) and not cell.is_integer():
        raise Unreadable(f"số tiền {cell} lẻ dưới một đồng; hãy ghi tròn đồng.")
    return _money(text(cell))


@lru_cache(maxsize=WORDS)
def _money(said: str) -> int | None:
    if fold(said) in NOTHING:
        return None
    return _read(parse_money, said)


def whole(cell: Any) -> int | None:
    """A number of people, gifts, families: 06, "1.250", "12 người"."""
    said = fold(text(cell))
    if said in NOTHING:
        return None
    found = re.fullmatch(r"(\d{1,3}(?:[., ]\d{3})+|\d+)(?: [a-z ]+)?", said)
    if not found:
        raise Unreadable(f"“{_brief(text(cell))}” không phải số nguyên; hãy ghi, ví dụ, 12.")
    return int(re.sub(r"[., ]", "", found[1]))


def percent(cell: Any) -> float | None:
    """ "85%", "85,5", 0.855."""
    said = text(cell).replace(" ", "").replace(",", ".")
    if said in NOTHING:
        return None
    try:
        value = float(said.rstrip("%"))
    except ValueError:
        raise Unreadable(f"“{_brief(said)}” không phải tỷ lệ; hãy ghi, ví dụ, 85,5%.") from None
    return value * 100 if isinstance(cell, float) and value <= 1 and "%" not in said else value


YES = {"x", "co", "1", "true", "dung", "yes", "roi", "da", "✓", "✔", "v", "đ/v"}
NO = {"khong", "0", "false", "sai", "no", "chua"}


def yes(cell: Any) -> bool | None:
    """x, có, ✓, 1; không, 0."""
    if isinstance(cell, bool):
        return cell
    said = fold(text(cell))
    if said in YES:
        return True
    if said in NO:
        return False
    if said in NOTHING:
        return None
    raise Unreadable(f"“{_brief(text(cell))}” không rõ có hay không; hãy ghi x hoặc để trống.")


WOMEN, MEN = (
    {"nu", "f", "female", "ba", "co", "chi", "x", "true", "1"},
    {"nam", "m", "male", "ong", "anh", "false", "0"},
)


def woman(cell: Any) -> bool | None:
    """Nam, Nữ, F, M; a cross in a column for women."""
    said = fold(text(cell)).strip(".")
    if said in WOMEN:
        return True
    if said in MEN:
        return False
    if said in NOTHING:
        return None
    raise Unreadable(f"“{_brief(text(cell))}” không rõ nam hay nữ; hãy ghi Nam hoặc Nữ.")


def card(cell: Any) -> str | None:
    """A card number without spaces, in capitals."""
    if type(cell) is str and _plain(cell) and not cell.isalpha() and len(cell) <= 20:
        return cell.upper()
    said = _given(cell).translate(BETWEEN).upper()
    if not said:
        return None
    if len(said) > 20 or not any(sign.isdigit() for sign in said):
        raise Unreadable(f"“{_brief(said)}” không phải số thẻ; hãy xem lại.")
    return said


def id_number(cell: Any) -> str:
    """Twelve digits, or nine of the old card; a nought a spreadsheet dropped in front is put back."""
    if type(cell) is str and len(cell) == 12 and _plain(cell) and cell.isdigit():
        return cell
    if isinstance(cell, float) and not cell.is_integer():
        raise Unreadable("số căn cước đã bị bảng tính đổi thành số lẻ; hãy ghi lại đủ 12 chữ số.")
    said = _given(cell).translate(BETWEEN)
    if not said:
        return ""
    if re.fullmatch(r"\d+([.,]\d+)?e\+?\d+", said.lower()):
        raise Unreadable(f"“{_brief(said)}” mất chữ số vì bảng tính rút gọn; hãy ghi lại đủ 12 chữ số.")
    if not said.isdigit() or not 8 <= len(said) <= 12 or len(said) == 10:
        raise Unreadable(f"“{_brief(said)}” không phải số căn cước; số căn cước gồm 12 chữ số (số cũ: 9).")
    return said.zfill(12 if len(said) == 11 else max(9, len(said)))


def phone(cell: Any) -> str:
    """A telephone number, the nought in front put back."""
    if type(cell) is str and len(cell) == 10 and cell[0] == "0" and _plain(cell) and cell.isdigit():
        return cell
    said = _given(cell).translate(BETWEEN)
    if not said:
        return ""
    said = re.sub(r"^\+?84(?=\d{9}$)", "0", said) if "84" in said[:3] else said
    said = f"0{said}" if len(said) == 9 and said.isdigit() and said[0] != "0" else said
    if not said.isdigit() or not 8 <= len(said) <= 12:
        raise Unreadable(
            f"“{_brief(text(cell))}” không phải số điện thoại; hãy ghi một số, ví dụ 0912345678."
        )
    return said


def email(cell: Any) -> str:
    """An address with its @."""
    said = _given(cell).replace(" ", "")
    if not said:
        return ""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", said) or len(said) > 100:
        raise Unreadable(f"“{_brief(said)}” không phải địa chỉ thư; hãy ghi, ví dụ, ten@donvi.vn.")
    return said


def short(most: int) -> Callable[[Any], str]:
    """A text of at most so many characters."""

    def read(cell: Any) -> str:
        said = text(cell)
        if len(said) > most:
            raise Unreadable(f"dài {len(said)} chữ, nhiều nhất {most}; hãy rút gọn.")
        return said

    return read


def choice(choices: tuple[tuple[str, str], ...]) -> Callable[[Any], str]:
    """One of these, by its label or value, accents and case or not."""
    known = {fold(str(key)): str(value) for value, label in choices for key in (value, label)}
    labels = ", ".join(str(label) for value, label in choices if value)

    def read(cell: Any) -> str:
        said = text(cell)
        if (found := known.get(fold(said))) is not None:
            return found
        if fold(said) in NOTHING:
            return ""
        raise Unreadable(f"“{_brief(said)}” không có trong các lựa chọn: {labels}.")

    return read


def _plain(cell: str) -> bool:
    """Nothing but letters and digits of old: as nearly all numbers are written, of which there is one in every row."""
    return cell.isascii() and cell.isalnum()


def _given(cell: Any) -> str:
    """What a cell says; nothing of one that says that there is nothing."""
    said = text(cell)
    return "" if len(said) < 12 and fold(said) in NOTHING else said


def _brief(said: str) -> str:
    return said if len(said) <= 40 else f"{said[:40]}…"
