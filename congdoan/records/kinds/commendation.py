"""Khen thưởng: flags, certificates and letters received, by achievement year, at the union of who received them."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.period import achievement_day
from congdoan.base.text import fold
from congdoan.base.words import join_list, small
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..achievements import DecidedForm, check_recipients, check_year
from ..forms import refuse_twice
from ..kind import Kind, LineSpec, Receipt, Rows, register
from ..record import Line, Record
from ..rows import PersonAtUnionForm, UnionLineForm


class Commendation(Record):
    """One decision to commend: a form, an issuer, and who received it."""

    class Award(models.TextChoices):
        FLAG = "flag", "Cờ thi đua"
        CERTIFICATE = "certificate", "Bằng khen"
        LETTER = "letter", "Giấy khen"
        CREATIVE = "creative", "Bằng Lao động sáng tạo"
        MEDAL = "medal", "Kỷ niệm chương"

    class Issuer(models.TextChoices):
        GRASSROOTS = "grassroots", "Công đoàn cơ sở"
        UPPER = "upper", "Công đoàn cấp trên trực tiếp cơ sở"
        PROVINCE = "province", "LĐLĐ tỉnh, thành phố"
        COMMITTEE = "committee", "UBND tỉnh, thành phố"
        NATIONAL = "national", "Tổng Liên đoàn"
        OTHER = "other", "Cấp khác"

    class Scope(models.TextChoices):
        FULL = "full", "Toàn diện"
        THEME = "theme", "Chuyên đề"
        SUDDEN = "sudden", "Đột xuất"

    award = models.CharField(max_length=12, choices=Award.choices)
    issuer = models.CharField(max_length=12, choices=Issuer.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.FULL)
    topic = models.CharField(max_length=20, choices=tuple(cuts.VALUES["topic"].items()), blank=True)
    achievement_year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50, blank=True)


class Awardee(Line):
    """A person who received it, and their union."""

    record = models.ForeignKey(Commendation, on_delete=models.PROTECT, related_name="awardees")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


class Collective(Line):
    """A collective that received it, and its union; without a name it is the union itself."""

    record = models.ForeignKey(Commendation, on_delete=models.PROTECT, related_name="collectives")
    name = models.CharField(max_length=150, blank=True)
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    @property
    def called(self) -> str:
        return self.name or self.union.name


PRIVACY = {
    "Commendation": {
        "award": "internal",
        "issuer": "internal",
        "scope": "internal",
        "topic": "internal",
        "achievement_year": "internal",
        "number": "internal",
    },
    "Awardee": {"person": "personal", "union": "internal"},
    "Collective": {"name": "internal", "union": "internal"},
}

UNIONS = frozenset({"grassroots", "upper", "province", "national"})
GIVEN_BY = {
    "flag": frozenset({"province", "committee", "national", "other"}),
    "certificate": frozenset({"province", "committee", "national", "other"}),
    "letter": frozenset({"grassroots", "upper", "province", "national", "other"}),
    "creative": frozenset({"national"}),
    "medal": frozenset({"national"}),
}
# What a collective and what a person adds, by the award and who gave it; an award not here has no figure of its own.
FEEDS = {
    ("flag", "national"): ("awards.national_flags", ""),
    ("flag", "province"): ("awards.province_flags", ""),
    ("certificate", "national"): ("awards.national_collective", "awards.national_individual"),
    ("certificate", "province"): ("awards.province_collective", "awards.province_individual"),
    ("certificate", "committee"): ("awards.committee_collective", "awards.committee_individual"),
    ("letter", "upper"): ("awards.upper_collective", "awards.upper_individual"),
    ("letter", "grassroots"): ("awards.grassroots_letters", "awards.grassroots_letters"),
    ("creative", "national"): ("awards.creative_labour", "awards.creative_labour"),
    ("medal", "national"): ("", "awards.medals"),
}
LETTERS = ("awards.letters_collective", "awards.letters_individual")
THEMED, OWN = "awards.themed_certificates", "awards.received_by_union"


def draws(commendation: Commendation, rows: Rows) -> Iterator[Draw]:
    """Each award once at the receiver's union; one received by the union itself counts only as its own."""
    for row in rows["awardees"]:
        assert isinstance(row, Awardee)
        for key in _keys(commendation, 1):
            yield _draw(commendation, key, row.union_id, row.person_id, "individual")
    for row in rows["collectives"]:
        assert isinstance(row, Collective)
        for key in _keys(commendation, 0) if row.name else [OWN]:
            yield _draw(commendation, key, row.union_id, None, "collective")


def _keys(commendation: Commendation, individual: int) -> list[str]:
    award, issuer = commendation.award, commendation.issuer
    keys = [FEEDS.get((award, issuer), ("", ""))[individual]]
    if award == Commendation.Award.LETTER and issuer in UNIONS:
        keys.append(LETTERS[individual])
    if award == Commendation.Award.CERTIFICATE and commendation.scope == Commendation.Scope.THEME:
        keys.append(THEMED)
    return [key for key in keys if key]


def _draw(commendation: Commendation, key: str, union: int, person: int | None, awardee: str) -> Draw:
    said = {"awardee": awardee}
    said |= {name: getattr(commendation, name) for name in ("award", "issuer", "scope", "topic")}
    cut = {name: said[name] for name in BY_KEY[key].cuts}
    return Draw(key, union, achievement_day(commendation.achievement_year), 1, person, cut)


def title(commendation: Commendation, rows: Rows) -> str:
    """What was awarded by whom, to how many, for which year."""
    counts = ((len(rows["collectives"]), "tập thể"), (len(rows["awardees"]), "cá nhân"))
    many = join_list([f"{small(count)} {what}" for count, what in counts if count])
    award = f"{commendation.get_award_display()} của {commendation.get_issuer_display()}"
    return f"{award} năm {commendation.achievement_year}: {many}"


def check(commendation: Commendation, rows: Rows) -> None:
    """Refuse what that level does not give, nobody or the same one twice, and recipients of other unions."""
    check_year(commendation)
    _check_given(commendation, rows)
    if not rows["awardees"] and not rows["collectives"]:
        raise Refused("Hãy thêm ít nhất một cá nhân hoặc tập thể được khen.", "awardees")
    for name in ("awardees", "collectives"):
        check_recipients(commendation, rows[name], name)
    if commendation.scope != Commendation.Scope.THEME:
        commendation.topic = ""
    refuse_twice(rows, "awardees", "Cá nhân")
    _settle_collectives(commendation, rows)
    _refuse_known(commendation, rows)


def _check_given(commendation: Commendation, rows: Rows) -> None:
    award = commendation.get_award_display()
    if commendation.issuer not in GIVEN_BY[commendation.award]:
        raise Refused(
            f"{commendation.get_issuer_display()} không tặng {award}; hãy chọn lại cấp khen.", "issuer"
        )
    if commendation.award == Commendation.Award.FLAG and rows["awardees"]:
        raise Refused(f"{award} chỉ tặng tập thể; hãy chuyển sang danh sách tập thể.", "awardees")
    if commendation.award == Commendation.Award.MEDAL and rows["collectives"]:
        raise Refused(f"{award} chỉ tặng cá nhân; hãy chuyển sang danh sách cá nhân.", "collectives")


def _settle_collectives(commendation: Commendation, rows: Rows) -> None:
    """A collective written with its union's name is the union; refuse one that stands on the list twice."""
    seen: dict[tuple[int, str], int] = {}
    for row in rows["collectives"]:
        assert isinstance(row, Collective)
        if fold(row.name) == row.union.name_key:
            row.name = ""
        if not row.name and commendation.issuer == Commendation.Issuer.GRASSROOTS:
            raise Refused(
                f"Dòng {row.position}: {row.called} không tự khen mình; hãy ghi tên tập thể.", "collectives"
            )
        first = seen.setdefault((row.union_id, fold(row.name)), row.position)
        if first != row.position:
            raise Refused(
                f"Tập thể: {row.called} có ở cả dòng {first} và dòng {row.position}; hãy bỏ một dòng.",
                "collectives",
            )


def _refuse_known(commendation: Commendation, rows: Rows) -> None:
    """The same award of the same level for the same year, in another record: each counts once."""
    same = {name: getattr(commendation, name) for name in ("award", "issuer", "achievement_year")}
    others = Commendation.objects.filter(withdrawn=False, **same).exclude(pk=commendation.pk)
    people = Awardee.objects.filter(record__in=others, person__in=[r.person_id for r in _people(rows)])
    known = {other.person_id: other.record for other in people.select_related("record")}
    for row in _people(rows):
        if row.person_id in known:
            raise _known(row.position, row.person.name, known[row.person_id], "awardees")
    unions = {row.union_id for row in _collectives(rows)}
    groups = Collective.objects.filter(record__in=others, union__in=unions).select_related("record")
    named = {(other.union_id, fold(other.name)): other.record for other in groups}
    for collective in _collectives(rows):
        if other := named.get((collective.union_id, fold(collective.name))):
            raise _known(collective.position, collective.called, other, "collectives")


def _known(position: int, name: str, other: Commendation, field: str) -> Refused:
    return Refused(
        f"Dòng {position}: {name} đã có {other.get_award_display()} của {other.get_issuer_display()} "
        f"năm {other.achievement_year}, quyết định ngày {other.happened_on:%d/%m/%Y}; hãy bỏ dòng này.",
        field,
    )


def _people(rows: Rows) -> list[Awardee]:
    return [row for row in rows["awardees"] if isinstance(row, Awardee)]


def _collectives(rows: Rows) -> list[Collective]:
    return [row for row in rows["collectives"] if isinstance(row, Collective)]


def receipts(commendation: Commendation, rows: Rows) -> Iterator[Receipt]:
    """Who signs for the award."""
    what = commendation.get_award_display()
    for collective in _collectives(rows):
        yield Receipt(collective.called, collective.union, what)
    for row in _people(rows):
        yield Receipt(row.person.name, row.union, what)


class CommendationForm(DecidedForm):
    only_for = {"topic": ("scope", ("theme",))}

    award = forms.ChoiceField(
        label="Hình thức", choices=Commendation.Award.choices, initial="certificate", widget=ChipSelect
    )
    issuer = forms.ChoiceField(
        label="Cấp khen", choices=Commendation.Issuer.choices, initial="province", widget=ChipSelect
    )
    scope = forms.ChoiceField(
        label="Loại", choices=Commendation.Scope.choices, initial="full", widget=ChipSelect
    )
    topic = forms.ChoiceField(
        label="Chuyên đề", choices=[("", "Không ghi"), *cuts.VALUES["topic"].items()], required=False
    )
    field_order = ("award", "issuer", "scope", "topic")


class CollectiveForm(UnionLineForm):
    name = forms.CharField(
        label="Tên tập thể",
        required=False,
        max_length=150,
        help_text="Để trống nếu khen chính công đoàn.",
    )
    field_order = ("name", "union")


COMMENDATION = register(
    Kind(
        slug="commendation",
        label="Khen thưởng",
        icon="award",
        chapter=10,
        model=Commendation,
        form=CommendationForm,
        draws=draws,
        title=title,
        check=check,
        receipts=receipts,
        feeds=frozenset(key for pair in FEEDS.values() for key in pair if key) | {*LETTERS, THEMED, OWN},
        lines=(
            LineSpec(
                "collectives", Collective, CollectiveForm, "Tập thể", "Thêm tập thể", paste=("name", "union")
            ),
            LineSpec(
                "awardees",
                Awardee,
                PersonAtUnionForm,
                "Cá nhân",
                "Thêm cá nhân",
                person=True,
                paste=("name", "union"),
            ),
        ),
        papers=("receipt_list",),
        hint="Cờ thi đua, Bằng khen, Giấy khen, Kỷ niệm chương…",
        words=("khen thưởng", "bằng khen", "giấy khen", "cờ thi đua", "kỷ niệm chương", "lao động sáng tạo"),
    )
)
