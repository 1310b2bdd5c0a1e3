"""Sáng kiến, giải sáng tạo kỹ thuật: recognised initiatives and prizes of technical contests, by achievement year."""

from collections.abc import Iterable, Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.money import MOST
from congdoan.base.period import achievement_day
from congdoan.base.text import fold
from congdoan.base.words import short_money, small
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..achievements import DecidedForm, check_recipients, check_year
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import PersonAtUnionForm, UnionLineForm

LARGEST = 100  # authors in one group


class Initiative(Record):
    """A decision that recognises initiatives, or the prizes of one technical contest."""

    class Sort(models.TextChoices):
        RECOGNISED = "recognised", "Công nhận sáng kiến"
        PRIZE = "prize", "Giải hội thi sáng tạo kỹ thuật"

    class Level(models.TextChoices):
        GRASSROOTS = "grassroots", "Cơ sở"
        PROVINCE = "province", "Tỉnh, thành phố"

    sort = models.CharField(max_length=10, choices=Sort.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    achievement_year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50, blank=True)


class Prize(models.TextChoices):
    NONE = "", "Không"
    SPECIAL = "special", "Đặc biệt"
    FIRST = "first", "Nhất"
    SECOND = "second", "Nhì"
    THIRD = "third", "Ba"
    CONSOLATION = "consolation", "Khuyến khích"


class Work(Line):
    """What was recognised or won: the work, its prize, and the đồng it gained as the decision says."""

    work = models.CharField(max_length=200, blank=True)
    prize = models.CharField(max_length=12, choices=Prize.choices, blank=True)
    gain = models.BigIntegerField(default=0)

    class Meta(Line.Meta):
        abstract = True


class Author(Work):
    """One author of a work."""

    record = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="authors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    @property
    def people(self) -> int:
        return 1


class AuthorGroup(Work):
    """A group named together, of so many people."""

    record = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=150)
    people = models.PositiveSmallIntegerField(default=2)
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


_WORK = {"work": "internal", "prize": "internal", "gain": "internal"}
PRIVACY = {
    "Initiative": {
        "sort": "internal",
        "level": "internal",
        "achievement_year": "internal",
        "number": "internal",
    },
    "Author": {"person": "personal", "union": "internal", **_WORK},
    "AuthorGroup": {"name": "personal", "people": "internal", "union": "internal", **_WORK},
}
PEOPLE = {"grassroots": "emulation.grassroots_initiatives", "province": "emulation.province_initiatives"}
PRIZES, GAIN = "emulation.technical_prizes", "emulation.initiative_gain"


def draws(initiative: Initiative, rows: Rows) -> Iterator[Draw]:
    """Recognised: each author of each work, and a work's gain once. Prizes: each author or group once."""
    day, level = achievement_day(initiative.achievement_year), initiative.level
    for row in _works(rows):
        person = getattr(row, "person_id", None)
        if initiative.sort == Initiative.Sort.PRIZE:
            yield Draw(PRIZES, row.union_id, day, 1, person, {"prize": row.prize, "level": level})
        else:
            yield Draw(PEOPLE[level], row.union_id, day, row.people, person, {"level": level})
    for row in _gaining(rows):
        yield Draw(GAIN, row.union_id, day, row.gain, cut={"level": level})


def _works(rows: Rows) -> list[Author | AuthorGroup]:
    found = [*rows["authors"], *rows["groups"]]
    return [row for row in found if isinstance(row, Author | AuthorGroup)]


def _gaining(rows: Rows) -> list[Author | AuthorGroup]:
    """The first row of each work that has a gain: several authors do not gain it several times."""
    first: dict[str, Author | AuthorGroup] = {}
    for number, row in enumerate(_works(rows)):
        if row.gain:
            first.setdefault(fold(row.work) or f"#{number}", row)
    return list(first.values())


def title(initiative: Initiative, rows: Rows) -> str:
    """What was decided, for how many, for which year."""
    many = small(len(_works(rows)))
    if initiative.sort == Initiative.Sort.PRIZE:
        return f"{many} giải hội thi sáng tạo kỹ thuật {_level(initiative)} năm {initiative.achievement_year}"
    authors = small(sum(row.people for row in _works(rows)))
    return f"Công nhận sáng kiến {_level(initiative)} năm {initiative.achievement_year}: {authors} tác giả"


def _level(initiative: Initiative) -> str:
    return "cấp cơ sở" if initiative.level == Initiative.Level.GRASSROOTS else "cấp tỉnh"


def check(initiative: Initiative, rows: Rows) -> None:
    """Refuse an empty list, a work twice for one author, a prize or gain where there is none, other unions' people."""
    check_year(initiative)
    if not _works(rows):
        raise Refused("Hãy thêm ít nhất một tác giả hoặc nhóm tác giả.", "authors")
    for name in ("authors", "groups"):
        check_recipients(initiative, rows[name], name)
    for row in _works(rows):
        _check_row(initiative, row)
    _refuse_twice(rows)
    _refuse_two_gains(rows)
    _refuse_known(initiative, rows)


def _check_row(initiative: Initiative, row: Author | AuthorGroup) -> None:
    won = initiative.sort == Initiative.Sort.PRIZE
    if won and not row.prize:
        raise Refused(f"Dòng {row.position}: chưa chọn giải; hãy chọn giải đã đạt.", _list_of(row))
    if not won and row.prize:
        raise Refused(f"Dòng {row.position}: công nhận sáng kiến không có giải; hãy bỏ giải.", _list_of(row))
    if row.gain < 0 or row.gain > MOST or (won and row.gain):
        raise Refused(
            f"Dòng {row.position}: giá trị làm lợi từ 0 đến {short_money(MOST)}, chỉ ghi khi công nhận sáng kiến; "
            "hãy xem lại.",
            _list_of(row),
        )
    if isinstance(row, AuthorGroup) and not 2 <= row.people <= LARGEST:
        raise Refused(
            f"Dòng {row.position}: nhóm tác giả có từ 2 đến {LARGEST} người; hãy xem lại.", "groups"
        )


def _list_of(row: Author | AuthorGroup) -> str:
    return "authors" if isinstance(row, Author) else "groups"


def _refuse_twice(rows: Rows) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in _works(rows):
        who = row.person_id if isinstance(row, Author) else (fold(row.name), row.union_id)
        first = seen.setdefault((who, fold(row.work)), row.position)
        if first != row.position:
            raise Refused(
                f"{_said(row)} có ở cả dòng {first} và dòng {row.position}; hãy bỏ một dòng hoặc ghi tên từng sáng kiến.",
                _list_of(row),
            )


def _said(row: Author | AuthorGroup) -> str:
    return row.person.name if isinstance(row, Author) else row.name


def _refuse_two_gains(rows: Rows) -> None:
    gains: dict[str, int] = {}
    for row in _works(rows):
        if row.work and row.gain and gains.setdefault(fold(row.work), row.gain) != row.gain:
            raise Refused(
                f"Dòng {row.position}: “{row.work}” có hai giá trị làm lợi khác nhau; hãy ghi một giá trị.",
                _list_of(row),
            )


def _refuse_known(initiative: Initiative, rows: Rows) -> None:
    """The same author and work of the same year and level, in another record: each counts once."""
    others = Author.objects.filter(
        person__in=[row.person_id for row in rows["authors"] if isinstance(row, Author)],
        record__sort=initiative.sort,
        record__level=initiative.level,
        record__achievement_year=initiative.achievement_year,
        record__withdrawn=False,
    ).exclude(record=initiative.pk)
    known = {(other.person_id, fold(other.work)) for other in others}
    for row in rows["authors"]:
        if isinstance(row, Author) and (row.person_id, fold(row.work)) in known:
            raise Refused(
                f"Dòng {row.position}: {row.person.name} đã được ghi năm {initiative.achievement_year} ở việc khác; "
                "nếu là sáng kiến khác, hãy ghi tên sáng kiến.",
                "authors",
            )


class InitiativeForm(DecidedForm):
    sort = forms.ChoiceField(
        label="Việc gì", choices=Initiative.Sort.choices, initial="recognised", widget=ChipSelect
    )
    level = forms.ChoiceField(
        label="Cấp nào", choices=Initiative.Level.choices, initial="grassroots", widget=ChipSelect
    )
    field_order = ("sort", "level")


class WorkForm(forms.Form):
    """The fields both lists have."""

    work = forms.CharField(label="Tên sáng kiến, giải pháp", required=False, max_length=200)
    prize = forms.ChoiceField(label="Giải", choices=Prize.choices, required=False)
    gain = MoneyField(label="Giá trị làm lợi", required=False)

    def clean_gain(self) -> int:
        return self.cleaned_data["gain"] or 0


class AuthorForm(PersonAtUnionForm, WorkForm):
    field_order = ("person", "name", "relation", "union", "work", "prize", "gain")


class AuthorGroupForm(UnionLineForm, WorkForm):
    name = forms.CharField(label="Tên nhóm tác giả", max_length=150)
    people = forms.IntegerField(label="Số người", min_value=2, max_value=LARGEST, initial=2)
    field_order = ("name", "people", "union", "work", "prize", "gain")


def _lists() -> Iterable[LineSpec]:
    paste = ("name", "union", "work", "gain")
    yield LineSpec("authors", Author, AuthorForm, "Tác giả", "Thêm tác giả", person=True, paste=paste)
    yield LineSpec("groups", AuthorGroup, AuthorGroupForm, "Nhóm tác giả", "Thêm nhóm", paste=paste)


INITIATIVE = register(
    Kind(
        slug="initiative",
        label="Sáng kiến, sáng tạo kỹ thuật",
        icon="lightbulb",
        chapter=9,
        model=Initiative,
        form=InitiativeForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({*PEOPLE.values(), PRIZES, GAIN}),
        lines=tuple(_lists()),
        hint="Sáng kiến được công nhận, giải hội thi sáng tạo kỹ thuật",
        words=("sáng kiến", "sáng tạo", "kỹ thuật", "hội thi", "giải thưởng", "làm lợi", "tác giả"),
    )
)
