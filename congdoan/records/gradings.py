"""The scales by which unions, groups and members are rated, each with the years it holds: another year, another scale."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.db import models

from congdoan.base.errors import Refused
from congdoan.org.models import Unit


class Grade(models.TextChoices):
    """Every level of every scale; a year knows only those of its own."""

    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    DONE = "done", "Hoàn thành nhiệm vụ"
    FAILED = "failed", "Không hoàn thành nhiệm vụ"
    VERY_STRONG = "very_strong", "Vững mạnh xuất sắc"
    STRONG = "strong", "Vững mạnh"
    FAIR = "fair", "Khá"
    AVERAGE = "average", "Trung bình"
    WEAK = "weak", "Yếu"


@dataclass(frozen=True)
class Scale:
    """A scale, the first year rated by it, the paper it comes from; its levels from the best to the worst."""

    first_year: int
    source: str
    grades: tuple[Grade, ...]
    strong: tuple[Grade, ...] = ()  # levels counted as "vững mạnh"

    @property
    def worst(self) -> Grade:
        return self.grades[-1]


SCALES = (
    Scale(
        1900,
        "tiêu chí vững mạnh, dùng đến năm 2018",
        (Grade.VERY_STRONG, Grade.STRONG, Grade.FAIR, Grade.AVERAGE, Grade.WEAK),
        (Grade.VERY_STRONG, Grade.STRONG),
    ),
    Scale(
        2019,
        "Hướng dẫn 1294/HD-TLĐ ngày 14/8/2019",
        (Grade.EXCELLENT, Grade.GOOD, Grade.DONE, Grade.FAILED),
    ),
)
OLD_ENOUGH = (
    12  # months a union must have been there at the end of the year it is rated for (Hướng dẫn 1294/HD-TLĐ)
)
MOST_POINTS = Decimal(100)


def scale_of(year: int) -> Scale:
    """The scale of a year."""
    return next(scale for scale in reversed(SCALES) if scale.first_year <= year)


def check_grades(year: int, rows: Iterable[tuple[int, str]], field: str) -> None:
    """Refuse a level that the scale of the year does not have; rows are (line, level), an empty level says nothing."""
    scale = scale_of(year)
    for position, grade in rows:
        if grade and grade not in scale.grades:
            levels = ", ".join(one.label for one in scale.grades)
            raise Refused(
                f"Dòng {position}: năm {year} xếp theo các mức {levels} ({scale.source}); hãy chọn lại mức.",
                field,
            )


def check_age(union: Unit, year: int, position: int, field: str) -> None:
    """Refuse a union that is too young to be rated for a year."""
    if union.founded_on > date(year - OLD_ENOUGH // 12, 12, 31):
        raise Refused(
            f"Dòng {position}: {union.name} thành lập ngày {union.founded_on:%d/%m/%Y}, cuối năm {year} chưa đủ "
            f"{OLD_ENOUGH} tháng nên chưa xếp loại; hãy bỏ dòng này.",
            field,
        )


def score_text(typed: str) -> str:
    """Points as people write them, "92,5"; empty if none. Refuses what is no number from 0 to 100."""
    if not typed.strip():
        return ""
    try:
        points = Decimal(typed.strip().replace(",", "."))
    except InvalidOperation:
        points = Decimal(-1)
    if not (points.is_finite() and 0 <= points <= MOST_POINTS):
        raise Refused(f"Điểm “{typed}” không đọc được; hãy ghi số từ 0 đến {MOST_POINTS}, ví dụ 92,5.")
    return f"{points.normalize():f}".replace(".", ",")
