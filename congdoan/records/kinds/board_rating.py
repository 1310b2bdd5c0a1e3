"""Xếp loại Ban Thanh tra nhân dân: each employer's board once for a year."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.period import achievement_day
from congdoan.base.words import small
from congdoan.ledger.origins import Draw
from congdoan.org.models import Employer, Unit

from ..achievements import DecidedForm, check_year
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import EmployerLineForm, organisers, refuse_same


class BoardRating(Record):
    """Decided on `happened_on` for `achievement_year`."""

    achievement_year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50, blank=True)


class RatedBoard(Line):
    """An employer's board, how it was rated, and the union of the employer's workers that year."""

    class Grade(models.TextChoices):
        HIGH = "high", "Tốt"
        FAIR = "fair", "Khá"
        AVERAGE = "average", "Trung bình"
        WEAK = "weak", "Yếu"

    record = models.ForeignKey(BoardRating, on_delete=models.PROTECT, related_name="boards")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=10, choices=Grade.choices)
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


PRIVACY = {
    "BoardRating": {"achievement_year": "internal", "number": "internal"},
    "RatedBoard": {"employer": "internal", "grade": "internal", "union": "internal"},
}
RATED, GOOD = "representation.inspectorates_rated", "representation.inspectorates_good"


def draws(rating: BoardRating, rows: Rows) -> Iterator[Draw]:
    """Each board once among those rated, and among the good ones if it is one."""
    day = achievement_day(rating.achievement_year)
    for row in rows["boards"]:
        assert isinstance(row, RatedBoard)
        union = row.union_id or rating.unit_id
        for indicator in (RATED, GOOD) if row.grade in ("high", "fair") else (RATED,):
            yield Draw(indicator, union, day, 1, row.employer_id, {"grade": row.grade})


def title(rating: BoardRating, rows: Rows) -> str:
    """How many, of which year."""
    return f"Xếp loại Ban Thanh tra nhân dân năm {rating.achievement_year}: {small(len(rows['boards']))} ban"


def check(rating: BoardRating, rows: Rows) -> None:
    """Refuse a year that cannot be, an employer of others that year, one listed or rated twice."""
    check_year(rating)
    refuse_same(rows, "boards", "employer")
    day = achievement_day(rating.achievement_year)
    unions = organisers(rating.unit, day)
    for row in rows["boards"]:
        assert isinstance(row, RatedBoard)
        if row.employer_id not in unions:
            raise Refused(
                f"Dòng {row.position}: {row.employer.name} không thuộc {rating.unit.name} vào {day:%d/%m/%Y}, "
                "ngày chốt năm; hãy bỏ dòng này hoặc chọn năm khác.",
                "boards",
            )
        row.union = unions[row.employer_id]
    _refuse_again(rating, rows)


def _refuse_again(rating: BoardRating, rows: Rows) -> None:
    employers = [row.employer_id for row in rows["boards"] if isinstance(row, RatedBoard)]
    others = RatedBoard.objects.filter(
        employer__in=employers, record__achievement_year=rating.achievement_year, record__withdrawn=False
    ).exclude(record=rating.pk)
    if other := others.select_related("employer").first():
        raise Refused(
            f"Ban Thanh tra nhân dân của {other.employer.name} đã được xếp loại năm {rating.achievement_year}; "
            "hãy sửa việc ấy.",
            "boards",
        )


class BoardRatingForm(DecidedForm):
    rare = ("number",)


class RatedBoardForm(EmployerLineForm):
    grade = forms.ChoiceField(
        label="Xếp loại", choices=RatedBoard.Grade.choices, initial="high", widget=ChipSelect
    )


BOARD_RATING = register(
    Kind(
        slug="board_rating",
        label="Xếp loại Ban Thanh tra nhân dân",
        icon="clipboard-check",
        chapter=4,
        model=BoardRating,
        form=BoardRatingForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({RATED, GOOD}),
        lines=(
            LineSpec(
                "boards",
                RatedBoard,
                RatedBoardForm,
                "Ban Thanh tra nhân dân của",
                "Thêm cơ quan, đơn vị",
                required=True,
                paste=("employer", "grade"),
            ),
        ),
        hint="Mỗi cơ quan, đơn vị một ban, xếp loại theo năm",
        words=("thanh tra nhân dân", "xếp loại", "ban thanh tra"),
    )
)
