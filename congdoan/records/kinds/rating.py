"""Xếp loại: how unions, groups or members were rated for a year, one list at a time; what the superior recognised counts."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.period import achievement_day
from congdoan.base.words import small
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.officers.models import Group
from congdoan.org.models import Unit

from ..achievements import DecidedForm, check_recipients, check_year
from ..forms import refuse_twice
from ..grading_rows import MOST, MemberTotalForm, RatedGroupForm, RatedMemberForm, RatedUnionForm
from ..gradings import Grade, check_age, check_grades, scale_of, too_soon
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import refuse_same

GROUPS = 1 << 40  # groups are counted beside unions: their numbers begin above any union's
LISTS = {"union": ("unions",), "group": ("groups",), "member": ("people", "totals")}


class Rating(Record):
    """One list: of unions by their superior (or of itself), of its groups or its members by a grassroots union."""

    class Rated(models.TextChoices):
        UNION = "union", "Công đoàn cơ sở"
        GROUP = "group", "Tổ, công đoàn bộ phận"
        MEMBER = "member", "Đoàn viên"

    rated = models.CharField(max_length=6, choices=Rated.choices)
    achievement_year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50, blank=True)


class Scored(Line):
    """What those rated gave themselves, and what was found when it was verified."""

    self_score = models.CharField(max_length=6, blank=True)
    self_grade = models.CharField(max_length=12, choices=Grade.choices, blank=True)
    score = models.CharField(max_length=6, blank=True)
    grade = models.CharField(max_length=12, choices=Grade.choices, blank=True)

    class Meta(Line.Meta):
        abstract = True


class RatedUnion(Scored):
    record = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="unions")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


class RatedGroup(Scored):
    record = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="groups")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")


class RatedMember(Line):
    record = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=12, choices=Grade.choices)


class MemberTotal(Line):
    """How many members have a level, where nobody is named."""

    record = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="totals")
    grade = models.CharField(max_length=12, choices=Grade.choices)
    count = models.PositiveIntegerField()


_SCORED = dict.fromkeys(("self_score", "self_grade", "score", "grade"), "internal")
PRIVACY = {
    "Rating": {"rated": "internal", "achievement_year": "internal", "number": "internal"},
    "RatedUnion": {"union": "internal", **_SCORED},
    "RatedGroup": {"group": "internal", **_SCORED},
    "RatedMember": {"person": "personal", "grade": "personal"},
    "MemberTotal": {"grade": "internal", "count": "internal"},
}
UNION_GRADES, GROUP_GRADES, MEMBER_GRADES = (
    f"ratings.{what}_grades" for what in ("union", "group", "member")
)
EXCELLENT, GOOD = "ratings.unions_excellent", "ratings.unions_good_or_better"
STRONG, RATED, FAILED = "ratings.strong", "ratings.rated", "ratings.failed_unions"
MEMBERS, MEMBERS_EXCELLENT = "emulation.members_rated", "emulation.members_rated_excellent"
FEEDS = (
    UNION_GRADES, GROUP_GRADES, MEMBER_GRADES, EXCELLENT, GOOD, STRONG, RATED, FAILED, MEMBERS, MEMBERS_EXCELLENT,
)  # fmt: skip


def draws(rating: Rating, rows: Rows) -> Iterator[Draw]:
    """Each at its union, for the year it is rated for; what is not yet verified counts nowhere."""
    for row in rows["unions"]:
        assert isinstance(row, RatedUnion)
        if row.grade and row.union.kind.grassroots:
            yield from _graded(rating, UNION_GRADES, row.union_id, row.grade, row.union_id, "grassroots")
            yield from _well_done(rating, row)
    for row in rows["groups"]:
        assert isinstance(row, RatedGroup)
        yield from _graded(rating, GROUP_GRADES, rating.unit_id, row.grade, GROUPS + row.group_id, "group")
    for person in rows["people"]:
        assert isinstance(person, RatedMember)
        yield from _members(rating, person.grade, 1, person.person_id)
    for total in rows["totals"]:
        assert isinstance(total, MemberTotal)
        yield from _members(rating, total.grade, total.count, None)


def _graded(rating: Rating, key: str, unit: int, grade: str, subject: int, level: str) -> Iterator[Draw]:
    """One more at its level; the worst and, by the old scale, the strong also by name."""
    day, scale, cut = (
        achievement_day(rating.achievement_year),
        scale_of(rating.achievement_year),
        {"level": level},
    )
    yield Draw(key, unit, day, 1, subject, {"grade": grade})
    if grade == scale.worst:
        yield Draw(FAILED, unit, day, 1, subject, cut)
    if scale.strong:
        yield Draw(RATED, unit, day, 1, subject, cut)
    if grade in scale.strong:
        yield Draw(STRONG, unit, day, 1, subject, cut)


def _well_done(rating: Rating, row: RatedUnion) -> Iterator[Draw]:
    day = achievement_day(rating.achievement_year)
    if row.grade == Grade.EXCELLENT:
        yield Draw(EXCELLENT, row.union_id, day, 1, row.union_id)
    if row.grade in (Grade.EXCELLENT, Grade.GOOD):
        yield Draw(GOOD, row.union_id, day, 1, row.union_id)


def _members(rating: Rating, grade: str, count: int, person: int | None) -> Iterator[Draw]:
    day = achievement_day(rating.achievement_year)
    yield Draw(MEMBER_GRADES, rating.unit_id, day, count, person, {"grade": grade})
    yield Draw(MEMBERS, rating.unit_id, day, count, person)
    if grade == Grade.EXCELLENT:
        yield Draw(MEMBERS_EXCELLENT, rating.unit_id, day, count, person)


def title(rating: Rating, rows: Rows) -> str:
    """Who was rated, how many, for which year; whether it is only what a union gave itself."""
    unions = [row for row in rows["unions"] if isinstance(row, RatedUnion)]
    if unions and all(row.union_id == rating.unit_id for row in unions):
        return f"Tự xếp loại công đoàn cơ sở năm {rating.achievement_year}"
    totals = sum(row.count for row in rows["totals"] if isinstance(row, MemberTotal))
    many = len(rows["unions"]) + len(rows["groups"]) + len(rows["people"]) + totals
    what = {"union": "công đoàn cơ sở", "group": "tổ, công đoàn bộ phận", "member": "đoàn viên"}[rating.rated]
    return f"Xếp loại {small(many)} {what} năm {rating.achievement_year}"


def check(rating: Rating, rows: Rows) -> None:
    """Refuse an empty or doubled list, a level of another scale, who is too young, who was rated for the year before."""
    check_year(rating)
    _check_lists(rating, rows)
    for name in LISTS[rating.rated]:
        graded = [(row.position, grade) for row in rows[name] for grade in _grades(row)]
        check_grades(rating.achievement_year, graded, name)
    if rating.rated == Rating.Rated.UNION:
        _check_unions(rating, rows)
    else:
        _check_own(rating, rows)


def _grades(row: Any) -> tuple[str, ...]:
    return (row.grade, getattr(row, "self_grade", ""))


def _check_lists(rating: Rating, rows: Rows) -> None:
    """Only the lists of what is rated, one of them filled."""
    mine = LISTS[rating.rated]
    filled = [name for name in rows if rows[name]]
    if other := next((name for name in filled if name not in mine), None):
        raise Refused(
            f"Danh sách này không thuộc việc xếp loại {rating.get_rated_display().lower()}; hãy bỏ đi.", other
        )
    if len(filled) != 1:
        some = "hãy ghi từng người, hoặc chỉ ghi tổng theo mức" if filled else "hãy thêm ít nhất một dòng"
        raise Refused(f"Xếp loại {rating.get_rated_display().lower()}: {some}.", mine[0])


def _check_unions(rating: Rating, rows: Rows) -> None:
    refuse_same(rows, "unions", "union")
    check_recipients(rating, rows["unions"], "unions")
    for row in rows["unions"]:
        assert isinstance(row, RatedUnion)
        check_age(row.union, rating.achievement_year, row.position, "unions")
        own = row.union_id == rating.unit_id
        if own and (row.grade or row.score):
            raise _refused(row, "mức được công nhận do cấp trên ghi; hãy ghi vào phần tự chấm", "unions")
        if not own and not row.grade:
            raise _refused(row, f"chưa chọn mức công nhận cho {row.union.name}", "unions")
    _refuse_again(rating, RatedUnion, "union", rows["unions"])


def _check_own(rating: Rating, rows: Rows) -> None:
    """Groups and members are rated in the grassroots union they are of."""
    if not rating.unit.kind.grassroots:
        raise Refused("Tổ và đoàn viên do công đoàn cơ sở xếp loại; hãy ghi ở công đoàn cơ sở.", "rated")
    refuse_same(rows, "groups", "group")
    refuse_twice(rows, "people", "Đoàn viên")
    for row in rows["groups"]:
        assert isinstance(row, RatedGroup)
        if row.group.unit_id != rating.unit_id:
            raise _refused(row, f"{row.group.name} không thuộc {rating.unit.name}; hãy chọn lại", "groups")
    for total in rows["totals"]:
        assert isinstance(total, MemberTotal)
        if not 0 < total.count <= MOST:
            raise _refused(total, "số đoàn viên phải lớn hơn 0; hãy xem lại", "totals")
    _refuse_again(rating, RatedGroup, "group", rows["groups"])
    _refuse_again(rating, RatedMember, "person", rows["people"])
    _refuse_totals(rating, rows)


def _refuse_again(rating: Rating, model: Any, what: str, rows: Any) -> None:
    """Rated once for a year; what a union gave itself stands beside what its superior found."""
    others = model._default_manager.filter(
        **{f"{what}__in": [getattr(row, f"{what}_id") for row in rows]},
        record__achievement_year=rating.achievement_year,
        record__withdrawn=False,
    ).exclude(record=rating.pk)
    own = {row.union_id == rating.unit_id for row in rows} if what == "union" else {False}
    if what == "union":
        others = others.filter(record__unit=models.F("union")) if True in own else others.exclude(grade="")
    if other := others.select_related("record", what).first():
        raise Refused(
            f"{getattr(other, what)} đã được xếp loại năm {rating.achievement_year} ở việc ghi ngày "
            f"{other.record.happened_on:%d/%m/%Y}; hãy sửa việc ấy hoặc bỏ dòng này.",
            LISTS[rating.rated][0],
        )


def _refuse_totals(rating: Rating, rows: Rows) -> None:
    """Totals of a year are told once, and not beside a list of names."""
    others = Rating.objects.filter(
        unit=rating.unit, rated="member", achievement_year=rating.achievement_year, withdrawn=False
    ).exclude(pk=rating.pk)
    if (rows["totals"] and others.exists()) or (rows["people"] and others.exclude(totals=None).exists()):
        raise Refused(
            f"{rating.unit.name} đã ghi xếp loại đoàn viên năm {rating.achievement_year}; hãy sửa việc ấy.",
            "totals",
        )


def _refused(row: Line, what: str, name: str) -> Refused:
    return Refused(f"Dòng {row.position}: {what}.", name)


class RatingForm(DecidedForm):
    rare = ("number",)
    only_for = {name: ("rated", (rated,)) for rated, names in LISTS.items() for name in names}

    rated = forms.ChoiceField(label="Xếp loại ai", choices=Rating.Rated.choices, widget=ChipSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rated"].initial = "member" if self.unit.kind.grassroots else "union"
        self.fields["achievement_year"].label = "Xếp loại của năm"
        self.fields["happened_on"].label = "Ngày quyết định, thông báo"
        self.order_fields(["rated", "achievement_year", "number", "happened_on", "note"])


RATING = register(
    Kind(
        slug="rating",
        label="Xếp loại",
        icon="medal",
        chapter=14,
        model=Rating,
        form=RatingForm,
        draws=draws,
        title=title,
        check=check,
        doubts=lambda rating, rows: too_soon(rows["unions"], rating.achievement_year),
        through=("bảng chấm điểm", "rating_sheet"),
        feeds=frozenset(FEEDS),
        lines=(
            LineSpec(
                "unions", RatedUnion, RatedUnionForm, "Công đoàn được xếp loại", "Thêm công đoàn",
                paste=("union", "self_score", "self_grade", "score", "grade"),
            ),
            LineSpec(
                "groups", RatedGroup, RatedGroupForm, "Tổ, bộ phận được xếp loại", "Thêm tổ",
                paste=("group", "self_score", "self_grade", "score", "grade"),
            ),
            LineSpec("people", RatedMember, RatedMemberForm, "Đoàn viên", "Thêm đoàn viên", person=True, paste=("name", "grade")),
            LineSpec("totals", MemberTotal, MemberTotalForm, "Tổng theo mức", "Thêm mức", paste=("grade", "count")),
        ),
        hint="Công đoàn cơ sở, tổ công đoàn, đoàn viên theo mức hoàn thành nhiệm vụ",
        words=("xếp loại", "đánh giá", "hoàn thành xuất sắc", "hoàn thành tốt", "vững mạnh", "tự chấm", "chấm điểm"),
    )
)  # fmt: skip
