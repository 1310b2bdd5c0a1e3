"""Money: whole đồng, as people type it, print it and read it out."""

import re
import unicodedata
from decimal import Decimal

from vn_money import to_words

from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc
from congdoan.base.words import BILLION, capital_first, grouped, short_money

__all__ = ["MOST", "format_dong", "in_words", "parse_money", "short_money"]

MOST = 10**12  # đồng; more than any union's year, so a slip of the keyboard
LONGEST = 60  # characters typed

_UNITS = {"k": 3, "nghin": 3, "ngan": 3, "tr": 6, "trieu": 6, "ty": 9, "ti": 9}  # powers of ten
_UNIT = r"(nghin|ngan|k|trieu|tr|ty|ti)(?![a-z])"
_NUMBER = r"([0-9][0-9., ]*?)"
_PART = re.compile(rf"{_NUMBER} ?{_UNIT} ?")
_TAIL = re.compile(r"[0-9]{1,3}|ruoi")
_CURRENCY = re.compile(r" ?(dong|vnd|d|₫)$")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_WHOLE_ENDING = re.compile(r"(?<=[.,][0-9]{3})[.,]0{1,2}$")  # a spreadsheet's 1.250.000,00


def parse_money(text: str) -> int:
    """What a person typed for an amount, in đồng: "500k", "1,5tr", "1tr2", "3,5 triệu", "2 tỷ", "1.250.000đ".

    Raises `Refused`, naming what was typed, for what is no amount, is below zero, has a fraction of a đồng,
    can be read in two ways or is more than `MOST`.
    """
    typed = nfc(text)
    if not typed:
        raise Refused("Chưa ghi số tiền: hãy ghi, ví dụ, 500k, 1,5 triệu hoặc 1.250.000.")
    amount = _amount(fold(unicodedata.normalize("NFKC", typed)), typed) if len(typed) <= LONGEST else None
    if amount is None:
        raise _unreadable(typed)
    return _bounded(amount, typed)


def _bounded(amount: Decimal, typed: str) -> int:
    if amount != int(amount):
        raise Refused(f"Số tiền “{typed}” lẻ dưới một đồng: hãy ghi tròn đồng.")
    if amount > MOST:
        raise Refused(f"Số tiền “{typed}” lớn quá {grouped(MOST)} đồng: hãy kiểm tra lại số chữ số không.")
    return int(amount)


def _amount(text: str, typed: str) -> Decimal | None:
    """The amount meant by a folded text; None if it is no amount."""
    if text.startswith(("-", "−", "–")):
        raise Refused(f"Số tiền “{typed}” là số âm: hãy ghi số lớn hơn hoặc bằng 0.")
    bare = _CURRENCY.sub("", text)
    if not bare or bare[-1].isalpha() or _PART.match(bare):
        return _spoken(bare, typed, currency=bare != text)
    return _plain(_WHOLE_ENDING.sub("", bare))


def _plain(text: str) -> Decimal | None:
    """Digits without a unit. A lone comma or point groups before three digits, else begins a fraction."""
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[., ]", "", text))
    return _decimal(text)


def _decimal(text: str) -> Decimal | None:
    found = re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text)
    return Decimal(text.replace(",", ".")) if found else None


def _spoken(text: str, typed: str, currency: bool) -> Decimal | None:
    """Parts with units, the large ones first: "1 triệu 200 nghìn"; perhaps a tail in tenths: "1tr2"."""
    total, at, power = Decimal(0), 0, 12
    while part := _PART.match(text, at):
        number = _counted(part[1].strip(), _UNITS[part[2]], typed)
        if number is None or _UNITS[part[2]] >= power:
            return None
        at, power = part.end(), _UNITS[part[2]]
        total += number * 10**power
    tail = _tail(text[at:], currency)
    return None if tail is None or not at else total + tail * 10**power


def _tail(text: str, currency: bool) -> Decimal | None:
    """What follows the last unit, as a part of it. "1 triệu 200 đồng" has two meanings, so it is refused."""
    if not text:
        return Decimal(0)
    if not _TAIL.fullmatch(text) or (currency and text != "ruoi"):
        return None
    return Decimal("0.5") if text == "ruoi" else Decimal(f"0.{text}")


def _counted(text: str, power: int, typed: str) -> Decimal | None:
    """The number before a unit. One point or comma before three digits could group them or begin a fraction.

    "1.000 tỷ", "1,125 tỷ" and "1,125 triệu" are plain Vietnamese; "1.125 triệu" and "1,125k" are asked again.
    """
    if re.fullmatch(r"[0-9]{1,3}[.,][0-9]{3}", text) and not text.endswith(".000"):
        if "." in text or power == 3 or text.endswith("000"):
            raise Refused(f"Số tiền “{typed}” hiểu được hai cách: hãy ghi đủ các chữ số, ví dụ 1.250.000.")
        return _decimal(text)
    return _plain(text)


def _unreadable(typed: str) -> Refused:
    shown = typed if len(typed) <= LONGEST else f"{typed[:LONGEST]}…"
    return Refused(f"Số tiền “{shown}” không đọc được: hãy ghi, ví dụ, 500k, 1,5 triệu hoặc 1.250.000.")


def format_dong(n: int) -> str:
    """A sum in full: "82.100.000 đồng"."""
    return f"{grouped(n)} đồng"


def in_words(n: int) -> str:
    """A sum read out as accountants do: "Tám mươi hai triệu một trăm nghìn đồng"."""
    return capital_first(f"{'âm ' if n < 0 else ''}{_read(abs(n))} đồng")


def _read(n: int) -> str:
    if n < 1000 * BILLION:
        return str(to_words(n))
    # The library says "một nghìn tỷ hai trăm tỷ"; people say "một nghìn hai trăm tỷ".
    head, rest = divmod(n, BILLION)
    return f"{to_words(head)} tỷ{str(to_words(BILLION + rest)).removeprefix('một tỷ')}"
