"""What can be declared as a total, and the field in which it is picked."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from congdoan.base.text import fold, nfc
from congdoan.ledger.indicator import BY_CODE, BY_NUMBER, CHAPTERS, NIL, Indicator
from congdoan.ledger.origins import ORGANISING, ORIGINS, UNIT

REASONS = {
    "ratio": "là tỷ lệ, sổ tự tính từ các phần; hãy khai từng phần",
    "mean": "là số bình quân, sổ tự tính từ các phần; hãy khai từng phần",
    "own": "là số riêng của từng cấp, không khai tổng được",
    "distribution": "là kết quả xếp loại, phải ghi từng quyết định",
}


def refusal(indicator: Indicator) -> str:
    """Why totals of an indicator cannot be declared; empty if they can."""
    if indicator.subject in ("unit", "employer"):
        return "đếm từng công đoàn, cơ quan, doanh nghiệp; hãy ghi việc của từng nơi"
    if any(indicator.key in ORIGINS[number].feeds for number in (UNIT, ORGANISING)):
        return "lấy từ Hệ thống tổ chức, không khai ở đây"
    if indicator.number % 100 == NIL:
        return "là câu trả lời “không phát sinh”; hãy ghi ở loại việc ấy"
    return REASONS.get(indicator.adds, "")


def choices() -> list[tuple[str, Any]]:
    """What can be declared, chapter by chapter; nothing chosen at first."""
    found = [
        (chapter.name, [(i.code, f"{i.name} ({i.counts_in})") for i in BY_NUMBER.values() if _of(i, number)])
        for number, chapter in CHAPTERS.items()
    ]
    return [("", "Chọn mục số liệu"), *found]


def _of(indicator: Indicator, chapter: int) -> bool:
    return indicator.number // 100 == chapter and not refusal(indicator)


class CodeField(forms.ChoiceField):
    """An indicator picked from the list; pasted, it may be a code or its whole name."""

    def to_python(self, value: Any) -> str:
        typed = nfc(str(value or ""))
        names = (i.code for i in BY_NUMBER.values() if fold(i.name) == fold(typed))
        return BY_CODE[typed.upper()].code if typed.upper() in BY_CODE else next(names, typed)

    def validate(self, value: str) -> None:
        if value in BY_CODE and (why := refusal(BY_CODE[value])):
            raise ValidationError(f"“{BY_CODE[value].name}” {why}.")
        super().validate(value)
