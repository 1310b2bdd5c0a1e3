"""The scales by which unions, groups and members are rated, each with the years it holds: another year, another scale."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef

from congdoan.base.errors import Refused
from congdoan.org.models import Organising, Succession, Unit


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
SETTLED = 6  # months a union must have been as it is, after a split or a merger (Hướng dẫn 1294/HD-TLĐ)
MOST_POINTS = Decimal(100)
MOST_SCORE = Decimal(200)  # some papers give points beyond the hundred


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
    if told := too_young(union, year):
        raise Refused(f"Dòng {position}: {told}; hãy bỏ dòng này.", field)


def too_young(union: Unit, year: int) -> str:
    """What stands against rating a union for a year: at its end it has not been there for twelve months, six where it came
    of a split or a merger."""
    first, born = union.founded_on, union.pk in born_of_others([union.pk])
    if rated_from(first, born=born) <= date(year, 12, 31):
        return ""
    return (
        f"{union.name} thành lập ngày {first:%d/%m/%Y}, cuối năm {year} chưa đủ {SETTLED if born else OLD_ENOUGH} tháng "
        "nên chưa xếp loại"
    )


def rated_from(first: date, *, born: bool) -> date:
    """From which day on a union that began on a day is rated. `born`: of a split or a merger."""
    month = first.month - 1 + (SETTLED if born else OLD_ENOUGH)
    try:
        return first.replace(year=first.year + month // 12, month=month % 12 + 1)
    except ValueError:  # a day that month has not
        return date(first.year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def born_of_others(among: Collection[int] | None = None) -> set[int]:
    """The unions, of these or of all, that a split or a merger founded."""
    rows = Succession.objects.filter(unmade=None, from_on=F("successor__founded_on"))
    rows = rows if among is None else rows.filter(successor__in=among)
    return set(rows.exclude(kind=Succession.Kind.ENDED).values_list("successor", flat=True))


def lately_changed(union: Unit, year: int) -> str:
    """What speaks against it: less than six months before the year's end workers came from another union, or went to one.

    The book knows no splits and mergers by name; it knows whose workers a union organises, and from when.
    """
    for ours, theirs in (("from_on", "to_on"), ("to_on", "from_on")):
        window = {f"{ours}__gt": date(year, 12 - SETTLED, 30), f"{ours}__lte": date(year, 12, 31)}
        others = Organising.objects.filter(
            unmade=None, employer=OuterRef("employer"), **{theirs: OuterRef(ours)}
        )
        rows = Organising.objects.filter(
            Exists(others.exclude(unit=union)), unit=union, unmade=None, **window
        )
        if passed := rows.select_related("employer").first():
            return (
                f"{union.name} nhận hoặc giao người lao động của {passed.employer.name} ngày "
                f"{getattr(passed, ours):%d/%m/%Y}; nếu là chia tách, sáp nhập thì cuối năm {year} chưa đủ "
                f"{SETTLED} tháng, chưa xếp loại."
            )
    return ""


def too_soon(rows: Iterable[Any], year: int) -> Iterator[str]:
    """Of rows that name unions, those whose workers came or went so late that it may be too soon to rate them."""
    for row in rows:
        if told := lately_changed(row.union, year):
            yield f"Dòng {row.position}: {told}"


def score_text(typed: str) -> str:
    """Points as people write them, "92,5"; empty if none. Refuses what is no number from 0 to 100."""
    if not typed.strip():
        return ""
    try:
        points = Decimal(typed.strip().replace(",", "."))
    except InvalidOperation:
        points = Decimal(-1)
    if not (points.is_finite() and 0 <= points <= MOST_SCORE):
        raise Refused(f"Điểm “{typed}” không đọc được; hãy ghi số từ 0 đến {MOST_SCORE}, ví dụ 92,5.")
    return f"{points.normalize():f}".replace(".", ",")
