"""Gia đình văn hóa, Giỏi việc nước: what is recognised for a year, of employers, families and women.

Women may be named; where no names are kept, and of families always, each union says how many, once for a year.
"""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.period import achievement_day
from congdoan.base.words import grouped, join_list, small
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Employer, Unit

from ..achievements import DecidedForm, check_recipients, check_year
from ..forms import refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import (
    EmployerLineForm,
    PersonAtUnionForm,
    UnionLineForm,
    organised,
    organisers,
    refuse_same,
)

MOST = 1_000_000  # families or women of one union: more is a slip of the keyboard


class Recognition(Record):
    """One decision for the achievements of a year."""

    class What(models.TextChoices):
        FAMILY = "family", "Gia đình văn hóa"
        WORKPLACE = "workplace", "Cơ quan, đơn vị đạt chuẩn văn hóa"
        WOMEN = "women", "Giỏi việc nước, đảm việc nhà"

    class Level(models.TextChoices):
        GRASSROOTS = "grassroots", "Cơ sở"
        UPPER = "direct_superior", "Cấp trên trực tiếp cơ sở"
        PROVINCE = "province", "Tỉnh, thành phố"
        NATIONAL = "national", "Tổng Liên đoàn"

    what = models.CharField(max_length=10, choices=What.choices)
    level = models.CharField(max_length=20, choices=Level.choices, blank=True)
    achievement_year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50, blank=True)


class RecognisedEmployer(Line):
    """An employer that meets the standard."""

    record = models.ForeignKey(Recognition, on_delete=models.PROTECT, related_name="employers")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+")


class RecognisedWoman(Line):
    """A woman who was awarded, and her union."""

    record = models.ForeignKey(Recognition, on_delete=models.PROTECT, related_name="women")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    count = 1


class RecognisedCount(Line):
    """How many of a union; of families, out of how many."""

    record = models.ForeignKey(Recognition, on_delete=models.PROTECT, related_name="counts")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    count = models.IntegerField()
    whole = models.IntegerField(default=0)
    person_id = None


PRIVACY = {
    "Recognition": dict.fromkeys(("what", "level", "achievement_year", "number"), "internal"),
    "RecognisedEmployer": {"employer": "internal"},
    "RecognisedWoman": {"person": "personal", "union": "internal"},
    "RecognisedCount": dict.fromkeys(("union", "count", "whole"), "internal"),
}
WORKPLACES, FAMILIES, ALL_FAMILIES = (
    "culture.cultured_workplaces",
    "culture.cultured_families",
    "culture.families",
)
WOMEN, AT_GRASSROOTS = "women.good_at_both", "women.good_at_both_grassroots"
LISTS = {"family": ("counts",), "workplace": ("employers",), "women": ("women", "counts")}


def draws(recognition: Recognition, rows: Rows) -> Iterator[Draw]:
    """Each employer at the union that organises it; families and women at theirs; on the day the year closes."""
    day = achievement_day(recognition.achievement_year)
    ours = organisers(recognition.unit, day) if rows["employers"] else {}
    for row in rows["employers"]:
        assert isinstance(row, RecognisedEmployer)
        yield Draw(WORKPLACES, ours[row.employer_id].pk, day, subject=row.employer_id)
    for row in (*rows["women"], *rows["counts"]):
        assert isinstance(row, RecognisedWoman | RecognisedCount)
        if recognition.what == Recognition.What.WOMEN:
            yield from _women(recognition, row)
        elif isinstance(row, RecognisedCount):
            yield Draw(FAMILIES, row.union_id, day, row.count)
            yield Draw(ALL_FAMILIES, row.union_id, day, row.whole)


def _women(recognition: Recognition, row: RecognisedWoman | RecognisedCount) -> Iterator[Draw]:
    """Each once at each level; at the grassroots also in the share of all women."""
    day, cut = achievement_day(recognition.achievement_year), {"level": recognition.level}
    yield Draw(WOMEN, row.union_id, day, row.count, row.person_id, cut)
    if recognition.level == Recognition.Level.GRASSROOTS:
        yield Draw(AT_GRASSROOTS, row.union_id, day, row.count, row.person_id)


def title(recognition: Recognition, rows: Rows) -> str:
    """What, at which level, for which year, how many."""
    level = f" cấp {recognition.get_level_display().lower()}" if recognition.level else ""
    families = recognition.what == Recognition.What.FAMILY
    counted = sum(row.count for row in rows["counts"] if isinstance(row, RecognisedCount))
    counts = (
        (len(rows["employers"]), "nơi"),
        (len(rows["women"]) + counted, "gia đình" if families else "người"),
    )
    many = join_list([f"{small(count)} {what}" for count, what in counts if count])
    return f"{recognition.get_what_display()}{level} năm {recognition.achievement_year}: {many}"


def check(recognition: Recognition, rows: Rows) -> None:
    """Refuse a list that does not belong, nobody, anybody twice for a year, other unions', numbers that cannot be."""
    check_year(recognition)
    _check_level(recognition)
    wanted = LISTS[recognition.what]
    for name in ("employers", "women", "counts"):
        if rows[name] and name not in wanted:
            raise Refused(
                f"{recognition.get_what_display()} không có danh sách này; hãy bỏ các dòng đó.", name
            )
    if not any(rows[name] for name in wanted):
        raise Refused("Hãy thêm ít nhất một dòng được công nhận.", wanted[0])
    organised(recognition, rows, achievement_day(recognition.achievement_year))
    refuse_twice(rows, "women", "Nữ đoàn viên")
    refuse_same(rows, "counts", "union")
    for name in ("women", "counts"):
        check_recipients(recognition, rows[name], name)
    for row in rows["counts"]:
        assert isinstance(row, RecognisedCount)
        _check_count(recognition, row)
    _refuse_men(rows)
    _refuse_known(recognition, rows)


def _check_level(recognition: Recognition) -> None:
    if recognition.what != Recognition.What.WOMEN:
        recognition.level = ""
    elif not recognition.level:
        raise Refused("Hãy chọn cấp tặng danh hiệu.", "level")


def _check_count(recognition: Recognition, row: RecognisedCount) -> None:
    families = recognition.what == Recognition.What.FAMILY
    row.whole = row.whole if families else 0
    if families and not row.whole:
        raise Refused(f"Dòng {row.position}: hãy ghi tổng số gia đình của {row.union.name}.", "counts")
    if not 0 <= row.count <= (row.whole if families else MOST) or row.whole > MOST:
        most = row.whole if families and row.whole <= MOST else MOST
        raise Refused(
            f"Dòng {row.position}: số được công nhận phải từ 0 đến {grouped(most)}; hãy xem lại.", "counts"
        )


def _refuse_men(rows: Rows) -> None:
    for row in rows["women"]:
        assert isinstance(row, RecognisedWoman)
        if row.person.woman is False:
            raise Refused(f"Dòng {row.position}: {row.person.name} là nam; danh hiệu này tặng nữ.", "women")


def _refuse_known(recognition: Recognition, rows: Rows) -> None:
    """For a year each employer, woman and union's number stand in one record (of one level)."""
    others = Recognition.objects.filter(
        what=recognition.what, level=recognition.level, achievement_year=recognition.achievement_year, withdrawn=False
    ).exclude(pk=recognition.pk)  # fmt: skip
    for name, column in (("employers", "employer"), ("women", "person"), ("counts", "union")):
        ids = [getattr(row, f"{column}_id") for row in rows[name]]
        known = others.filter(**{f"{name}__{column}__in": ids}) if ids else others.none()
        if other := known.first():
            raise Refused(
                f"Trong danh sách có dòng đã ghi cho năm {other.achievement_year} ở việc ngày "
                f"{other.happened_on:%d/%m/%Y}; hãy sửa việc đó hoặc bỏ dòng này.",
                name,
            )


class RecognitionForm(DecidedForm):
    only_for = {
        "level": ("what", ("women",)),
        **{name: ("what", tuple(w for w, names in LISTS.items() if name in names)) for name in ("employers", "women", "counts")},
    }  # fmt: skip

    what = forms.ChoiceField(
        label="Danh hiệu gì", choices=Recognition.What.choices, initial="family", widget=ChipSelect
    )
    level = forms.ChoiceField(
        label="Cấp tặng", choices=Recognition.Level.choices, initial="grassroots", required=False, widget=ChipSelect
    )  # fmt: skip
    field_order = ("what", "level")


class RecognisedForm(UnionLineForm):
    count = forms.IntegerField(label="Số được công nhận", min_value=0, max_value=MOST, localize=True)
    whole = forms.IntegerField(
        label="Tổng số gia đình", min_value=0, max_value=MOST, required=False, localize=True,
        help_text="Chỉ ghi với gia đình văn hóa.",
    )  # fmt: skip

    def clean_whole(self) -> int:
        return self.cleaned_data["whole"] or 0


def _lists() -> Iterator[LineSpec]:
    yield LineSpec(
        "employers", RecognisedEmployer, EmployerLineForm, "Cơ quan, đơn vị", "Thêm cơ quan, đơn vị", paste=("employer",)
    )  # fmt: skip
    yield LineSpec(
        "women", RecognisedWoman, PersonAtUnionForm, "Nữ đoàn viên", "Thêm người", person=True, paste=("name", "union")
    )  # fmt: skip
    yield LineSpec(
        "counts", RecognisedCount, RecognisedForm, "Số lượng, không ghi tên", "Thêm số lượng", paste=("union", "count", "whole")
    )  # fmt: skip


RECOGNITION = register(
    Kind(
        slug="recognition",
        label="Gia đình văn hóa, Giỏi việc nước",
        icon="ribbon",
        chapter=8,
        model=Recognition,
        form=RecognitionForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({WORKPLACES, FAMILIES, ALL_FAMILIES, WOMEN, AT_GRASSROOTS}),
        lines=tuple(_lists()),
        hint="Gia đình văn hóa, cơ quan đạt chuẩn văn hóa, Giỏi việc nước – đảm việc nhà",
        words=("văn hóa", "gia đình văn hóa", "đạt chuẩn", "giỏi việc nước", "đảm việc nhà", "danh hiệu"),
    )
)
