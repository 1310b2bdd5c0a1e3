"""The catalogue as a page to read, `docs/indicators.md`:

python -m congdoan.ledger.book_of_indicators > docs/indicators.md
"""

from collections.abc import Iterator, Sequence

from . import catalogue  # noqa: F401  (declares every indicator)
from .cuts import DIMENSIONS
from .indicator import BY_KEY, BY_NUMBER, CHAPTERS, NIL, Chapter, Indicator, shown

_ADDS = {
    "sum": "cộng các công đoàn và các ngày",
    "balance": "số có vào ngày lấy số liệu, cộng các công đoàn",
    "ratio": "tính lại từ hai phần ở mỗi cấp",
    "mean": "trung bình, tính lại từ hai phần ở mỗi cấp",
    "own": "của riêng công đoàn đang xem",
    "distribution": "số ở từng mức",
}
_ONCE = {
    "person": "mỗi người một lần",
    "household": "mỗi gia đình một lần",
    "child": "mỗi cháu một lần",
    "employer": "mỗi cơ quan, đơn vị, doanh nghiệp một lần",
    "unit": "mỗi công đoàn một lần",
    "transfer": "mỗi lần chuyển một lần, chuyển trong nội bộ không tính",
}
PLACES = {
    "unit": "công đoàn có số liệu",
    "doer": "công đoàn làm việc ấy",
    "organiser": "công đoàn tổ chức",
    "participant": "công đoàn tham gia",
    "recipient": "công đoàn của người nhận",
    "inspected": "công đoàn được kiểm tra",
}
DAYS = {"event": "ngày làm", "day": "ngày lấy số liệu", "achievement": "năm đạt thành tích"}

_OPENING = """# Danh mục số liệu

Mỗi mục số liệu được định nghĩa một lần trong `congdoan/ledger/catalogue/`; trang này sinh ra từ đó, đừng sửa tay.
Sau khi đổi danh mục, hãy viết lại trang: `python -m congdoan.ledger.book_of_indicators > docs/indicators.md`.

Tỷ lệ không bao giờ cộng hay lấy trung bình: mỗi cấp tính lại từ hai phần. Số người, gia đình, công đoàn đếm một lần
trong cả phạm vi, không phải tổng các số của cấp dưới. Phần chia (cột *Chia theo*) cộng lại bằng chính mục ấy.
"""
_SHOWN = (
    "Mã",
    "Khóa",
    "Mục số liệu",
    "Đơn vị tính",
    "Cách cộng",
    "Tính ở",
    "Tính vào",
    "Hai phần",
    "Chia theo",
)
_PARTS = ("Khóa", "Phần để tính tỷ lệ", "Đơn vị tính", "Cách cộng", "Tính ở", "Tính vào")


def markdown() -> str:
    """The whole catalogue, a table a chapter, in Vietnamese."""
    return "\n".join(
        [_OPENING, *(line for number in sorted(CHAPTERS) for line in _chapter(CHAPTERS[number]))]
    )


def adds_up(indicator: Indicator) -> str:
    """How it adds up over unions and time, in words."""
    words = _ONCE[indicator.subject] if indicator.adds == "distinct" else _ADDS[indicator.adds]
    return f"{words}; số của năm" if indicator.yearly else words


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.number}. {chapter.name} ({chapter.code})\n"
    yield _table(_SHOWN, [_row(indicator) for indicator in shown() if indicator.chapter == chapter])
    parts = [part for part in BY_NUMBER.values() if part.chapter == chapter and _feeds_a_ratio(part)]
    if parts:
        yield _table(_PARTS, [_said(part) for part in parts])


def _feeds_a_ratio(indicator: Indicator) -> bool:
    return indicator.hidden and indicator.number % 100 != NIL


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _row(indicator: Indicator) -> list[str]:
    parts = " / ".join(_name(key) for key in (indicator.num, indicator.den) if key)
    cuts = ", ".join(f"{DIMENSIONS[cut].lower()} (`{cut}`)" for cut in indicator.cuts)
    return [indicator.code, *_said(indicator), parts, cuts]


def _said(indicator: Indicator) -> list[str]:
    return [
        f"`{indicator.key}`",
        f"**{indicator.name}**<br>{indicator.definition}",
        indicator.counts_in,
        adds_up(indicator),
        PLACES[indicator.place],
        DAYS[indicator.by_day],
    ]


def _name(key: str) -> str:
    return f"`{key}`" if BY_KEY[key].hidden else BY_KEY[key].code


if __name__ == "__main__":
    print(markdown(), end="")
