"""How a figure is written in a sentence: its number as unions print it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from congdoan.base import money, words
from congdoan.reports.answers import Answer, Number, Row
from congdoan.reports.tags import CHANGE, TARGET, Tag

NOTHING = "(chưa có số liệu)"
DASH = "–"
SAME = "không đổi"


def printed(tag: Tag, answer: Answer) -> str:
    """The text a tag prints for its answer; "" for a change that cannot be told. An estimate says that it is one."""
    if tag.kind == CHANGE:
        return change(answer)
    if tag.kind == TARGET:
        return answer.told
    if tag.form == "cell":
        return estimated(answer, exact(answer, answer.value)) or DASH
    if answer.value is None:
        return NOTHING
    text = _ratio(tag, answer) if answer.ratio else counted(answer, tag.form)
    return estimated(answer, text)


def estimated(answer: Answer, text: str) -> str:
    """A figure of which a part is only expected: "ước 120"."""
    return f"ước {text}" if answer.expected and text else text


def counted(answer: Answer, form: str = "") -> str:
    """A number that is no ratio: people, gifts, đồng, a mean."""
    if answer.value is None:
        return NOTHING
    if isinstance(answer.value, Decimal) and answer.value != int(answer.value):
        return words.decimal_text(answer.value)
    return _FORMS[form](int(answer.value), answer.money)


def row_text(answer: Answer, row: Row, form: str = "") -> str:
    """One part of a figure broken down, in a sentence: "10 triệu đồng", "06 suất"."""
    part = counted(replace(answer, value=row.value), form)
    return part if answer.money or answer.ratio else f"{part} {answer.counts_in}"


def exact(answer: Answer, value: Number | None) -> str:
    """The number in a table: grouped, without its unit; empty where there is none."""
    if value is None:
        return ""
    if answer.ratio:
        return words.percent_text(Decimal(value))
    return words.decimal_text(Decimal(value))


def whole(answer: Answer) -> str:
    """The exact figure with its unit, for the annex."""
    if answer.value is None:
        return "chưa có số liệu"
    if answer.ratio and answer.num is not None and answer.den is not None:
        share = words.percent_text(Decimal(answer.value))
        return estimated(answer, f"{words.fraction(answer.num, answer.den)} = {share}")
    return estimated(answer, f"{exact(answer, answer.value)} {answer.counts_in}")


def change(answer: Answer) -> str:
    """Against what it was before: "tăng 12,5% so với năm 2023"; a ratio moves in points."""
    moved = move(answer)
    return moved and (f"bằng {answer.against}" if moved == SAME else f"{moved} so với {answer.against}")


def move(answer: Answer) -> str:
    """How it moved: "tăng 12,5%"; empty where that cannot be told."""
    if not answer.value or not answer.previous:
        return ""
    if answer.ratio:
        return _points(answer.value, answer.previous)
    return SAME if answer.value == answer.previous else words.change(answer.value, answer.previous)


def _points(now: Number, before: Number) -> str:
    points = (Decimal(now) - Decimal(before)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if not points:
        return SAME
    return f"{'tăng' if points > 0 else 'giảm'} {words.decimal_text(abs(points))} điểm phần trăm"


def glued(name: str) -> str:
    """A name that breaks over two lines without leaving its last word alone."""
    return "\n".join("\u00a0".join(line.rsplit(" ", 1)) for line in name.split("\n"))


def empty(tag: Tag, answer: Answer) -> bool:
    """Whether a tag has nothing to say, so that its sentence may be left out."""
    return not printed(tag, answer) or answer.empty


def _ratio(tag: Tag, answer: Answer) -> str:
    share = words.percent_text(Decimal(answer.value or 0))
    part = words.fraction(answer.num or 0, answer.den or 0)
    if tag.form == "both":
        return f"{part} ({share})"
    return part if tag.form == "fraction" else share


def _usual(n: int, in_dong: bool) -> str:
    return words.short_money(n) if in_dong else words.small(n)


def _hedged(n: int, in_dong: bool) -> str:
    return words.hedged_money(n) if in_dong else words.hedged(n)


def _full(n: int, in_dong: bool) -> str:
    return money.format_dong(n) if in_dong else words.grouped(n)


def _in_words(n: int, in_dong: bool) -> str:
    spoken = money.in_words(n)
    return spoken if in_dong else spoken.removesuffix(" đồng").lower()


_FORMS: dict[str, Callable[[int, bool], str]] = {
    "": _usual,
    "two-digits": _usual,
    "hedged": _hedged,
    "money": lambda n, in_dong: words.short_money(n),
    "full": _full,
    "words": _in_words,
    "fraction": _usual,
    "percent": _usual,
    "both": _usual,
    "lower": _usual,
    "cell": _usual,
}
