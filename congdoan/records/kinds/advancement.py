"""Nâng lương, cử đi học: members given a pay step, officers and members sent to courses."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.words import small
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..forms import RecordForm, refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import MemberForm, at_home, refuse_strangers


class Advancement(Record):
    """One decision, for a list of members; `raise_sort` or `course` says of which sort."""

    class What(models.TextChoices):
        RAISE = "raise", "Nâng lương"
        COURSE = "course", "Cử đi đào tạo, bồi dưỡng"

    what = models.CharField(max_length=10, choices=What.choices)
    raise_sort = models.CharField(max_length=10, blank=True)
    course = models.CharField(max_length=20, blank=True)
    about = models.CharField(max_length=150, blank=True)
    number = models.CharField(max_length=50, blank=True)


class Advanced(Line):
    """Who, and the union they belong to."""

    record = models.ForeignKey(Advancement, on_delete=models.PROTECT, related_name="advanceds")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


PRIVACY = {
    "Advancement": dict.fromkeys(("what", "raise_sort", "course", "about", "number"), "internal"),
    "Advanced": {"person": "personal", "union": "internal"},
}
FEEDS = {"raise": "representation.pay_rises", "course": "representation.sent_to_training"}
SORT = {"raise": ("raise_sort", "raise"), "course": ("course", "course")}  # column, breakdown
MISSING = {"raise_sort": "Hãy chọn loại nâng lương.", "course": "Hãy chọn loại lớp."}


def draws(advancement: Advancement, rows: Rows) -> Iterator[Draw]:
    """Each member once, at their own union."""
    column, dimension = SORT[advancement.what]
    cut = {dimension: getattr(advancement, column)}
    for row in rows["members"]:
        assert isinstance(row, Advanced)
        yield Draw(FEEDS[advancement.what], row.union_id, advancement.happened_on, 1, row.person_id, cut)


def title(advancement: Advancement, rows: Rows) -> str:
    """What, of which sort, for how many."""
    column, dimension = SORT[advancement.what]
    sort = cuts.label(dimension, getattr(advancement, column)).lower()
    return f"{advancement.get_what_display()}, {sort}: {small(len(rows['members']))} người"


def check(advancement: Advancement, rows: Rows) -> None:
    """Refuse an unknown sort, who stands on the list twice or belongs elsewhere, two raises of somebody on one day."""
    wanted, _ = SORT[advancement.what]
    for column, dimension in SORT.values():
        if column != wanted:
            setattr(advancement, column, "")
        elif getattr(advancement, column) not in cuts.VALUES[dimension]:
            raise Refused(MISSING[column], column)
    refuse_twice(rows, "members", "Đoàn viên")
    at_home(advancement, rows["members"])
    refuse_strangers(advancement, rows, "members")
    _refuse_again(advancement, rows)


def _refuse_again(advancement: Advancement, rows: Rows) -> None:
    people = {row.person_id: row for row in rows["members"] if isinstance(row, Advanced)}
    others = Advanced.objects.filter(
        person__in=people, record__what=advancement.what, record__withdrawn=False,
        record__happened_on=advancement.happened_on,
    ).exclude(record=advancement.pk)  # fmt: skip
    if other := others.first():
        row = people[other.person_id]
        raise Refused(
            f"Dòng {row.position}: {row.person.name} đã được ghi “{advancement.get_what_display()}” ngày này; "
            "hãy bỏ dòng này.",
            "members",
        )


class AdvancementForm(RecordForm):
    rare = ("number",)
    only_for = {
        "raise_sort": ("what", ("raise",)),
        "course": ("what", ("course",)),
        "about": ("what", ("course",)),
    }

    what = forms.ChoiceField(
        label="Việc gì", choices=Advancement.What.choices, initial="raise", widget=ChipSelect
    )
    raise_sort = forms.ChoiceField(
        label="Loại nâng lương", choices=[*cuts.VALUES["raise"].items()], initial="regular", required=False,
        widget=ChipSelect,
    )  # fmt: skip
    course = forms.ChoiceField(
        label="Loại lớp", choices=[*cuts.VALUES["course"].items()], required=False, widget=ChipSelect
    )
    about = forms.CharField(label="Lớp gì, ở đâu", required=False, max_length=150)
    number = forms.CharField(label="Số quyết định", required=False, max_length=50)


ADVANCEMENT = register(
    Kind(
        slug="advancement",
        label="Nâng lương, cử đi học",
        icon="trending-up",
        chapter=4,
        model=Advancement,
        form=AdvancementForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(FEEDS.values()),
        lines=(
            LineSpec(
                "members",
                Advanced,
                MemberForm,
                "Đoàn viên",
                "Thêm đoàn viên",
                person=True,
                required=True,
                paste=("name", "union"),
            ),
        ),
        hint="Nâng lương trước hạn, vượt khung, thường xuyên; đào tạo, bồi dưỡng",
        words=("nâng lương", "trước hạn", "vượt khung", "đào tạo", "bồi dưỡng", "cử đi học"),
    )
)
