"""Khen thưởng: flags, certificates and letters received, by achievement year, at the union of who received them."""

from collections.abc import Iterator

from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.period import achievement_day
from congdoan.base.text import fold
from congdoan.base.words import join_list, small
from congdoan.funds.models import Fund
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from ..achievements import check_recipients, check_year
from ..commending import AwardeeForm, CollectiveForm, CommendationForm, paid, settle_bonus
from ..forms import refuse_twice
from ..kind import Kind, LineSpec, Receipt, Rows, register
from ..record import Line, Record
from ..titles import TITLES, UNIONS, Award, BonusMoney, Issuer, Scope


class Commendation(Record):
    """One decision to commend: a form, an issuer, and who received it."""

    award = models.CharField(max_length=24, choices=Award.choices)
    issuer = models.CharField(max_length=12, choices=Issuer.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.FULL)
    topic = models.CharField(max_length=20, choices=tuple(cuts.VALUES["topic"].items()), blank=True)
    achievement_year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50, blank=True)
    bonus = models.CharField(max_length=8, choices=BonusMoney.choices, default=BonusMoney.NONE)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, null=True, blank=True, related_name="+")


class Awardee(Line):
    """A person who received it, and their union."""

    record = models.ForeignKey(Commendation, on_delete=models.PROTECT, related_name="awardees")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    money = models.BigIntegerField(default=0)


class Collective(Line):
    """A collective that received it, and its union; without a name it is the union itself."""

    record = models.ForeignKey(Commendation, on_delete=models.PROTECT, related_name="collectives")
    name = models.CharField(max_length=150, blank=True)
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    money = models.BigIntegerField(default=0)

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
        "bonus": "internal",
        "fund": "internal",
    },
    "Awardee": {"person": "personal", "union": "internal", "money": "personal"},
    "Collective": {"name": "internal", "union": "internal", "money": "internal"},
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
# A title of the State, whoever granted it.
TITLED = {
    Award.FIGHTER: "emulation.emulation_fighters",
    Award.ADVANCED_WORKER: "emulation.advanced_workers",
    Award.EXCELLENT_COLLECTIVE: "emulation.excellent_collectives",
    Award.ADVANCED_COLLECTIVE: "emulation.advanced_collectives",
}
LETTERS = ("awards.letters_collective", "awards.letters_individual")
THEMED, OWN, MONEY = "awards.themed_certificates", "awards.received_by_union", "awards.bonus_money"


def draws(commendation: Commendation, rows: Rows) -> Iterator[Draw]:
    """Each award once at the receiver's union; one received by the union itself as its own there, and from its superior
    up like the others. The money at the union that decides, on that day."""
    above = _superiors(commendation, [row.union_id for row in _collectives(rows) if not row.name])
    for row in _people(rows):
        for key in _keys(commendation, 1):
            yield _draw(commendation, key, row.union_id, row.person_id, "individual")
    for collective in _collectives(rows):
        at = collective.union_id if collective.name else above.get(collective.union_id)
        if at:
            yield from (_draw(commendation, key, at, None, "collective") for key in _keys(commendation, 0))
        if not collective.name:
            yield _draw(commendation, OWN, collective.union_id, None, "collective")
    yield from _money(commendation, "individual", sum(row.money for row in _people(rows)))
    yield from _money(commendation, "collective", sum(row.money for row in _collectives(rows)))


def _superiors(commendation: Commendation, unions: list[int]) -> dict[int, int]:
    """Who managed each of these unions when the year closed."""
    above = standing(achievement_day(commendation.achievement_year), unit__in=unions, depth=1)
    return dict(above.values_list("unit", "ancestor"))


def _keys(commendation: Commendation, individual: int) -> list[str]:
    award, issuer = commendation.award, commendation.issuer
    keys = [FEEDS.get((award, issuer), ("", ""))[individual], TITLED.get(Award(award), "")]
    if award == Award.LETTER and issuer in UNIONS:
        keys.append(LETTERS[individual])
    if award == Award.CERTIFICATE and commendation.scope == Scope.THEME:
        keys.append(THEMED)
    return [key for key in keys if key]


def _draw(commendation: Commendation, key: str, union: int, person: int | None, awardee: str) -> Draw:
    cut = _cut(commendation, awardee, key)
    return Draw(key, union, achievement_day(commendation.achievement_year), 1, person, cut)


def _money(commendation: Commendation, awardee: str, amount: int) -> Iterator[Draw]:
    """The money of one decision, paid where and when it is decided."""
    if commendation.fund:
        cut = _cut(commendation, awardee, MONEY) | {"source": commendation.fund.source}
        yield Draw(MONEY, commendation.unit_id, commendation.happened_on, amount, cut=cut)


def _cut(commendation: Commendation, awardee: str, key: str) -> dict[str, str]:
    """What the figure is broken down by, of what the commendation says; titles of the State are one sort of award."""
    said = {"awardee": awardee, "award": commendation.award}
    if TITLES[Award(commendation.award)].state:
        said["award"] = "title"
    said |= {name: getattr(commendation, name) for name in ("issuer", "scope", "topic")}
    return {name: said[name] for name in BY_KEY[key].cuts if name in said}


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
    if commendation.scope != Scope.THEME:
        commendation.topic = ""
    refuse_twice(rows, "awardees", "Cá nhân")
    _settle_collectives(commendation, rows)
    settle_bonus(commendation, rows)
    _refuse_known(commendation, rows)


def _check_given(commendation: Commendation, rows: Rows) -> None:
    award, title_ = commendation.get_award_display(), TITLES[Award(commendation.award)]
    if commendation.issuer not in title_.issuers:
        raise Refused(
            f"{commendation.get_issuer_display()} không tặng {award}; hãy chọn lại cấp khen.", "issuer"
        )
    if rows["awardees"] and not title_.people:
        raise Refused(f"{award} chỉ tặng tập thể; hãy chuyển sang danh sách tập thể.", "awardees")
    if rows["collectives"] and not title_.collectives:
        raise Refused(f"{award} chỉ tặng cá nhân; hãy chuyển sang danh sách cá nhân.", "collectives")


def _settle_collectives(commendation: Commendation, rows: Rows) -> None:
    """A collective written with its union's name is the union; refuse one that stands on the list twice."""
    seen: dict[tuple[int, str], int] = {}
    for row in rows["collectives"]:
        assert isinstance(row, Collective)
        if fold(row.name) == row.union.name_key:
            row.name = ""
        if not row.name and commendation.issuer == Issuer.GRASSROOTS:
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
        yield Receipt(collective.called, collective.union, what, collective.money)
    for row in _people(rows):
        yield Receipt(row.person.name, row.union, what, row.money)


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
        money=paid,
        through=("quyết định khen thưởng", "decision"),
        feeds=frozenset(key for pair in FEEDS.values() for key in pair if key)
        | {*TITLED.values(), *LETTERS, THEMED, OWN, MONEY},
        lines=(
            LineSpec(
                "collectives",
                Collective,
                CollectiveForm,
                "Tập thể",
                "Thêm tập thể",
                paste=("name", "union", "money"),
            ),
            LineSpec(
                "awardees", Awardee, AwardeeForm, "Cá nhân", "Thêm cá nhân",
                person=True, paste=("name", "union", "money"),
            ),
        ),
        papers=("receipt_list",),
        hint="Bằng khen, Giấy khen, Kỷ niệm chương, danh hiệu thi đua…",
        words=(
            "khen thưởng",
            "bằng khen",
            "giấy khen",
            "cờ thi đua",
            "kỷ niệm chương",
            "lao động sáng tạo",
            "danh hiệu",
            "chiến sĩ thi đua",
            "lao động tiên tiến",
            "tập thể lao động",
        ),
    )
)  # fmt: skip
