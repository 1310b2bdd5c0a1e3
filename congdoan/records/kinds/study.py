"""Học tập, tập huấn: people learn. By name each counts once in a period; without names, those not counted yet this year are told.

A course of the union counts at whoever holds it; who learned counts at their own union.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.text import nfc
from congdoan.base.words import grouped, small
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..forms import RecordForm, refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import PersonAtUnionForm, UnionLineForm, at_home, refuse_strangers

MOST = 100_000  # people of one union at one time: more is a slip of the keyboard


class Post(models.TextChoices):
    PART_TIME = "part_time", "Không chuyên trách"
    FULL_TIME = "full_time", "Chuyên trách"


class Study(Record):
    """What was learned, on the day it began."""

    class What(models.TextChoices):
        RESOLUTION = "resolution", "Học tập, phổ biến nghị quyết, pháp luật"
        THEME = "theme", "Chuyên đề học tập Bác"
        SKILLS = "skills", "Học nâng cao trình độ, tay nghề"
        TRAINING = "training", "Tập huấn nghiệp vụ công đoàn"

    what = models.CharField(max_length=10, choices=What.choices)
    about = models.CharField(max_length=150, blank=True)
    topic = models.CharField(max_length=20, blank=True)
    course = models.CharField(max_length=20, blank=True)


class Learner(Line):
    """Somebody who learned, and their union. `post`: of a union officer, whether full-time."""

    record = models.ForeignKey(Study, on_delete=models.PROTECT, related_name="learners")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=10, choices=Post.choices, blank=True)
    people = first = 1


class StudyCount(Line):
    """So many of a union, without names; `first` of them were not counted yet this year."""

    record = models.ForeignKey(Study, on_delete=models.PROTECT, related_name="groups")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=10, choices=Post.choices, blank=True)
    people = models.IntegerField()
    first = models.IntegerField(null=True)
    person_id = None


PRIVACY = {
    "Study": dict.fromkeys(("what", "about", "topic", "course"), "internal"),
    "Learner": {"person": "personal", "union": "internal", "post": "internal"},
    "StudyCount": dict.fromkeys(("union", "post", "people", "first"), "internal"),
}


@dataclass(frozen=True)
class Feeds:
    """What a study adds: itself, every time somebody learned, each who learned once; by whether full-time, if that matters."""

    each: str = ""
    times: str = ""
    once: str = ""
    by_post: tuple[tuple[str, str], ...] = ()

    @property
    def keys(self) -> set[str]:
        return {self.each, self.times, self.once, *dict(self.by_post).values()} - {""}


FEEDS = {
    "resolution": Feeds(once="propaganda.people_reached"),
    "theme": Feeds(once="propaganda.members_studied_theme"),
    "skills": Feeds(times="propaganda.studies", once="propaganda.people_studying"),
    "training": Feeds(
        "officers.courses",
        "officers.training_attendance",
        by_post=(
            ("full_time", "officers.full_time_trained"),
            ("part_time", "officers.part_time_trained"),
        ),
    ),
}
ASKED_OF = {"topic": ("resolution", "training"), "course": ("skills",)}
Row = Learner | StudyCount


def draws(study: Study, rows: Rows) -> Iterator[Draw]:
    """The course where it is held; whoever learned at their own union, where that is what counts."""
    feeds = FEEDS[study.what]
    if feeds.each:
        yield _draw(study, feeds.each, study.unit_id)
    for row in _rows(rows):
        if feeds.times:
            held = BY_KEY[feeds.times].place == "organiser"
            at = study.unit_id if held else row.union_id
            yield _draw(study, feeds.times, at, row.people, row)
        once = feeds.once or dict(feeds.by_post)[row.post]
        if _counts(study, row):
            yield _draw(study, once, row.union_id, row.first or 0, row)


def _counts(study: Study, row: Row) -> bool:
    """The theme is for members: others may come and are not counted."""
    member = isinstance(row, StudyCount) or row.person.relation == Person.Relation.MEMBER
    return member or study.what != Study.What.THEME


def _draw(study: Study, indicator: str, unit: int, quantity: int = 1, row: Row | None = None) -> Draw:
    said = {"topic": study.topic, "course": study.course, "level": study.unit.kind.level.code}
    said["post"] = row.post if row else ""
    cut = {name: said[name] for name in BY_KEY[indicator].cuts if name in said}
    return Draw(indicator, unit, study.happened_on, quantity, row.person_id if row else None, cut)


def _rows(rows: Rows) -> list[Row]:
    found = [*rows["learners"], *rows["groups"]]
    return [row for row in found if isinstance(row, Learner | StudyCount)]


def title(study: Study, rows: Rows) -> str:
    """What was learned, by how many."""
    about = f" “{study.about}”" if study.about else ""
    people = sum(row.people for row in _rows(rows))
    return f"{study.get_what_display()}{about}: {small(people)} người"


def check(study: Study, rows: Rows) -> None:
    """Refuse nobody, somebody twice, people of other unions, numbers that cannot be, a choice that doesn't exist."""
    study.about = nfc(study.about)
    for column, whats in ASKED_OF.items():
        _check_choice(study, column, study.what in whats)
    if not _rows(rows):
        raise Refused("Hãy thêm người học, hoặc ghi số người của từng công đoàn.", "learners")
    refuse_twice(rows, "learners", "Người học")
    for name in ("learners", "groups"):
        at_home(study, rows[name])
        refuse_strangers(study, rows, name)
    _settle_posts(study, rows)
    _check_groups([row for row in rows["groups"] if isinstance(row, StudyCount)])


def _check_choice(study: Study, column: str, asked: bool) -> None:
    value = getattr(study, column) if asked else ""
    setattr(study, column, value)
    if asked and value not in cuts.VALUES[column]:
        raise Refused(f"Hãy chọn {cuts.DIMENSIONS[column].lower()}.", column)


def _settle_posts(study: Study, rows: Rows) -> None:
    """Whether somebody is a full-time officer matters only in union training; who doesn't say is not."""
    training = study.what == Study.What.TRAINING
    for row in _rows(rows):
        row.post = (row.post or Post.PART_TIME) if training else ""


def _check_groups(groups: list[StudyCount]) -> None:
    seen: dict[tuple[int, str], int] = {}
    for row in groups:
        row.first = row.people if row.first is None else row.first
        if not 1 <= row.people <= MOST or not 0 <= row.first <= row.people:
            raise Refused(
                f"Dòng {row.position}: số người phải từ 1 đến {grouped(MOST)}, số lần đầu không hơn số người; "
                "hãy xem lại.",
                "groups",
            )
        first = seen.setdefault((row.union_id, row.post), row.position)
        if first != row.position:
            raise Refused(
                f"{row.union} có ở cả dòng {first} và dòng {row.position}; hãy gộp lại thành một dòng.",
                "groups",
            )


def _choices(column: str) -> list[tuple[str, str]]:
    return list(cuts.VALUES[column].items())


class StudyForm(RecordForm):
    only_for = {column: ("what", whats) for column, whats in ASKED_OF.items()}

    what = forms.ChoiceField(
        label="Học gì", choices=Study.What.choices, initial="resolution", widget=ChipSelect
    )
    about = forms.CharField(
        label="Tên lớp, nội dung", required=False, max_length=150, help_text="Không ghi tên người."
    )
    topic = forms.ChoiceField(label="Chủ đề", choices=_choices("topic"), required=False, widget=ChipSelect)
    course = forms.ChoiceField(
        label="Học về gì", choices=_choices("course"), required=False, widget=ChipSelect
    )


class PostForm(forms.Form):
    """Asked of union officers in training."""

    post = forms.ChoiceField(
        label="Cán bộ công đoàn", choices=[("", "Không ghi"), *Post.choices], required=False
    )


class LearnerForm(PersonAtUnionForm, PostForm):
    field_order = ("person", "name", "relation", "union", "post")


class GroupForm(UnionLineForm, PostForm):
    people = forms.IntegerField(label="Số người", min_value=1, max_value=MOST, localize=True)
    first = forms.IntegerField(
        label="Trong đó lần đầu trong năm", min_value=0, max_value=MOST, required=False, localize=True,
        help_text="Để trống nếu tất cả.",
    )  # fmt: skip
    field_order = ("union", "people", "first", "post")


def _lists() -> Iterator[LineSpec]:
    yield LineSpec(
        "learners", Learner, LearnerForm, "Người học", "Thêm người", person=True, paste=("name", "union")
    )
    yield LineSpec(
        "groups",
        StudyCount,
        GroupForm,
        "Số người, không ghi tên",
        "Thêm số người",
        paste=("union", "people", "first"),
    )


def _all_keys() -> frozenset[Any]:
    return frozenset().union(*(feeds.keys for feeds in FEEDS.values()))


STUDY = register(
    Kind(
        slug="study",
        label="Học tập, tập huấn",
        icon="graduation-cap",
        chapter=7,
        model=Study,
        form=StudyForm,
        draws=draws,
        title=title,
        check=check,
        feeds=_all_keys(),
        lines=tuple(_lists()),
        hint="Nghị quyết, chuyên đề học tập Bác, nâng cao tay nghề, tập huấn cán bộ",
        words=("học tập", "tập huấn", "đào tạo", "bồi dưỡng", "chuyên đề", "nghị quyết", "lớp", "tay nghề"),
    )
)
