"""Points as people write and read them, and the criteria of a sheet out of a pasted text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from congdoan.base.errors import Refused
from congdoan.base.text import nfc
from congdoan.records.gradings import MOST_POINTS, MOST_SCORE, Grade, scale_of

MOST_ROWS = 100
POINTS = re.compile(r"^(.*?)[\t;|]\s*(\d+(?:[.,]\d{1,2})?)\s*(?:điểm)?$")


@dataclass(frozen=True)
class Asked:
    """A criterion as it is entered."""

    part: str
    text: str
    most: Decimal


def read_points(typed: str, most: Decimal) -> Decimal:
    """Points from 0 to the most there are, at most two decimals. Refuses anything else."""
    try:
        points = Decimal(typed.strip().replace(",", "."))
    except InvalidOperation:
        points = Decimal(-1)
    if not (points.is_finite() and 0 <= points <= most and points == points.quantize(Decimal("0.01"))):
        raise Refused(f"Hãy ghi số từ 0 đến {said(most)}, ví dụ {said(min(most, Decimal('7.5')))}.")
    return points


def said(points: Decimal | None) -> str:
    """ "92,5"; empty if there are none."""
    return "" if points is None else f"{points.normalize():f}".replace(".", ",")


def read_criteria(text: str) -> list[Asked]:
    """One criterion a line, its points last after a tab, a semicolon or a bar; a line without points begins a part."""
    part, found = "", list[Asked]()
    for line in filter(None, (nfc(line) for line in text.replace("\t", " ; ").splitlines())):
        match = POINTS.match(line)
        if match is None:
            part = line.strip(" ;|")[:200]
            continue
        found.append(Asked(part, match[1].strip(" ;|"), Decimal(match[2].replace(",", "."))))
    return found


def check_criteria(criteria: Sequence[Asked], *, other_sum: bool = False) -> None:
    """Refuse an empty or endless sheet, a nameless line, a sum that is not a hundred unless the scheme has another."""
    if not 0 < len(criteria) <= MOST_ROWS:
        raise Refused(
            f"Hãy ghi từ 1 đến {MOST_ROWS} tiêu chí, mỗi dòng một tiêu chí, điểm tối đa ở cuối.", "criteria"
        )
    for number, one in enumerate(criteria, start=1):
        if not one.text or len(one.text) > 500 or not one.most:
            raise Refused(
                f"Tiêu chí {number}: ghi nội dung (dưới 500 chữ) rồi điểm tối đa lớn hơn 0.", "criteria"
            )
    total = sum(one.most for one in criteria)
    if total > MOST_SCORE or (total != MOST_POINTS and not other_sum):
        raise Refused(
            f"Điểm tối đa cộng lại được {said(Decimal(total))}, phải đúng {said(MOST_POINTS)}; hãy xem lại từng dòng, "
            f"hoặc đánh dấu văn bản cho tổng điểm khác (nhiều nhất {said(MOST_SCORE)}).",
            "criteria",
        )


def read_limits(typed: Iterable[str], year: int) -> list[tuple[Grade, Decimal]]:
    """From how many points each level of the year's scale but the worst is given, the best first; none if none is typed."""
    texts = [text.strip() for text in typed]
    if not any(texts):
        return []
    grades = scale_of(year).grades
    if len(texts) != len(grades) - 1 or not all(texts):
        names = ", ".join(grade.label for grade in grades[:-1])
        raise Refused(
            f"Hãy ghi đủ {len(grades) - 1} ngưỡng điểm theo thứ tự: {names}; hoặc để trống cả.", "limits"
        )
    least = [read_points(text, MOST_SCORE) for text in texts]
    if sorted(set(least), reverse=True) != least:
        raise Refused("Ngưỡng điểm phải giảm dần từ mức cao xuống; hãy xem lại.", "limits")
    return [*zip(grades, least, strict=False), (grades[-1], Decimal(0))]
