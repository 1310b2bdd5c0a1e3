"""Kỷ luật, xử lý: a decision against unions, or against officers and members, at the union that decides."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.words import small
from congdoan.ledger.cuts import VALUES
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..forms import RecordForm, refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import PersonAtUnionForm, UnionLineForm, at_home, refuse_same

SANCTIONS = VALUES["sanction"]
OF_UNIONS = ("review", "rebuke", "warning", "dissolution")
OF_PEOPLE = ("review", "rebuke", "warning", "dismissal", "expulsion")


class Discipline(Record):
    """A decision, on its day; `about` says why in the union's own words, naming nobody."""

    number = models.CharField(max_length=50, blank=True)
    about = models.CharField(max_length=150, blank=True)


class SanctionedUnion(Line):
    """A union that was sanctioned, and how."""

    record = models.ForeignKey(Discipline, on_delete=models.PROTECT, related_name="unions")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sanction = models.CharField(max_length=12)


class Disciplined(Line):
    """An officer or a member who was disciplined, their union, and how."""

    record = models.ForeignKey(Discipline, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sanction = models.CharField(max_length=12)


PRIVACY = {
    "Discipline": {"number": "internal", "about": "internal"},
    "SanctionedUnion": {"union": "internal", "sanction": "internal"},
    "Disciplined": {"person": "sensitive", "union": "internal", "sanction": "sensitive"},
}
UNIONS, PEOPLE = "inspection.organisations_sanctioned", "inspection.people_disciplined"


def draws(discipline: Discipline, rows: Rows) -> Iterator[Draw]:
    """Each union and each person once, where and when it was decided."""
    unit, day = discipline.unit_id, discipline.happened_on
    for row in rows["unions"]:
        assert isinstance(row, SanctionedUnion)
        yield Draw(UNIONS, unit, day, subject=row.union_id, cut={"sanction": row.sanction})
    for row in rows["people"]:
        assert isinstance(row, Disciplined)
        yield Draw(PEOPLE, unit, day, subject=row.person_id, cut={"sanction": row.sanction})


def title(discipline: Discipline, rows: Rows) -> str:
    """How many unions, how many people; nobody is named."""
    parts = [f"{small(len(rows['unions']))} tổ chức"] if rows["unions"] else []
    parts += [f"{small(len(rows['people']))} cán bộ, đoàn viên"] if rows["people"] else []
    return f"Kỷ luật, xử lý {', '.join(parts)}"


def check(discipline: Discipline, rows: Rows) -> None:
    """Refuse a decision against nobody, or twice against the same."""
    if not rows["unions"] and not rows["people"]:
        raise Refused("Hãy thêm tổ chức hoặc người bị xử lý.", "people")
    refuse_same(rows, "unions", "union")
    refuse_twice(rows, "people", "Người bị kỷ luật")
    at_home(discipline, rows["people"])


class DisciplineForm(RecordForm):
    number = forms.CharField(label="Số quyết định", required=False, max_length=50)
    about = forms.CharField(
        label="Về việc gì", required=False, max_length=150, help_text="Đừng ghi tên người ở đây."
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Ngày quyết định"


def _sanction(values: tuple[str, ...]) -> forms.ChoiceField:
    choices = [(value, SANCTIONS[value]) for value in values]
    return forms.ChoiceField(label="Hình thức", choices=choices, initial="rebuke", widget=ChipSelect)


class SanctionedUnionForm(UnionLineForm):
    sanction = _sanction(OF_UNIONS)


class DisciplinedForm(PersonAtUnionForm):
    sanction = _sanction(OF_PEOPLE)


DISCIPLINE = register(
    Kind(
        slug="discipline",
        label="Kỷ luật, xử lý vi phạm",
        icon="gavel",
        chapter=15,
        model=Discipline,
        form=DisciplineForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({UNIONS, PEOPLE}),
        lines=(
            LineSpec(
                "people",
                Disciplined,
                DisciplinedForm,
                "Cán bộ, đoàn viên bị kỷ luật",
                "Thêm người",
                person=True,
                paste=("name", "union"),
            ),
            LineSpec(
                "unions",
                SanctionedUnion,
                SanctionedUnionForm,
                "Tổ chức bị kiểm điểm, xử lý",
                "Thêm tổ chức",
                paste=("union",),
            ),
        ),
        sensitive=True,
        hint="Kiểm điểm, khiển trách, cảnh cáo tổ chức, người vi phạm",
        words=("kỷ luật", "khiển trách", "cảnh cáo", "cách chức", "khai trừ", "xử lý", "vi phạm"),
    )
)
