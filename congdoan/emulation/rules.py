"""What an award asks for, as dated data: standards, the share of votes, what must not meet. Marks as in `records.titles`.

A rule marked B warns and asks for a reason; it never says no by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from congdoan.base.fields import FOREVER
from congdoan.base.period import today
from congdoan.members.models import Membership
from congdoan.records.gradings import Grade
from congdoan.records.kinds.commendation import Commendation
from congdoan.records.kinds.initiative import Author
from congdoan.records.kinds.rating import RatedGroup, RatedMember, RatedUnion
from congdoan.records.record import Record
from congdoan.records.titles import Award, Dated, in_force

from .models import Asked

Rated = RatedUnion | RatedGroup | RatedMember


@dataclass(frozen=True)
class Known:
    """What the book knows of somebody or of a collective: awards received, initiatives recognised, how it was rated
    year by year, and of a member the first membership."""

    awards: Sequence[Commendation] = ()
    works: Sequence[Author] = ()
    ratings: Sequence[Rated] = ()
    first: Membership | None = None

    def rated(self, year: int) -> Rated | None:
        """How it was rated for a year; what it only gave itself stands behind what its superior found."""
        found = [one for one in self.ratings if one.record.achievement_year == year]
        return next((one for one in found if one.grade), found[0] if found else None)

    @property
    def since(self) -> str:
        """ "đoàn viên từ 01/02/2004"; who was there when the book began has been one for longer."""
        if self.first is None:
            return ""
        opening = self.first.began == Membership.Begin.OPENING
        return f"đoàn viên {'ít nhất ' if opening else ''}từ {self.first.from_on:%d/%m/%Y}"


@dataclass(frozen=True)
class Found:
    """What was found: `met` is None where the book cannot tell."""

    met: bool | None
    said: str
    records: Sequence[Record] = field(default=())


@dataclass(frozen=True)
class Standard(Dated):
    """Something an award asks of somebody (`individual`) or of a collective. `test` gets the achievement year."""

    award: Award
    issuers: frozenset[str]
    individual: bool
    text: str
    test: Callable[[Known, int], Found]


@dataclass(frozen=True)
class Share(Dated):
    """More than so many percent of the members present must vote for."""

    percent: int

    def enough(self, votes: int, present: int) -> bool:
        return votes * 100 > self.percent * present

    @property
    def said(self) -> str:
        return f"quá {self.percent}% số thành viên có mặt"


def certificate_before(known: Known, year: int) -> Found:
    """A province's or branch's certificate for the year before."""
    found = [a for a in known.awards if a.award == Award.CERTIFICATE and a.achievement_year == year - 1]
    records = [a for a in found if a.issuer in ("province", "committee", "other")]
    said = f"năm {year - 1}: {'có' if records else 'sổ chưa ghi'} Bằng khen cấp tỉnh, ngành"
    return Found(bool(records), said, records)


def two_initiatives(known: Known, year: int) -> Found:
    """Two initiatives recognised in the year and the one before."""
    works = [work for work in known.works if year - 1 <= work.record.achievement_year <= year]
    said = f"sổ ghi {len(works)} sáng kiến được công nhận trong hai năm {year - 1}–{year}"
    return Found(len(works) >= 2, said, [work.record for work in works])


def long_a_member(known: Known, year: int) -> Found:
    """How long somebody has been a member; how long it must be, the book has not been told."""
    asked = "chưa rõ quy định bao nhiêu năm"
    return Found(None, f"{known.since}; {asked}" if known.first else "sổ chưa ghi vào công đoàn từ khi nào")


def excellent(known: Known, year: int) -> Found:
    """Found excellent for the year."""
    return _excellent(known, [year])


def excellent_twice(known: Known, year: int) -> Found:
    """Found excellent for the year and the one before."""
    return _excellent(known, [year - 1, year])


def _excellent(known: Known, years: Sequence[int]) -> Found:
    """Excellent in each of these years: no where one says otherwise, unknown where one is missing or not verified."""
    rated = [(year, known.rated(year)) for year in years]
    met = [None if one is None or not one.grade else one.grade == Grade.EXCELLENT for _, one in rated]
    answer = False if False in met else None if None in met else True
    said = "; ".join(f"năm {year}: {_rating(one)}" for year, one in rated)
    return Found(answer, said, [one.record for _, one in rated if one])


def _rating(rated: Rated | None) -> str:
    if rated is None:
        return "sổ chưa ghi xếp loại"
    if rated.grade:
        return f"xếp loại {rated.get_grade_display()}"
    return "mới tự chấm, cấp trên chưa công nhận"


def untold(what: str) -> Callable[[Known, int], Found]:
    """What the book does not hold."""
    return lambda known, year: Found(None, f"sổ chưa có {what}; hãy xem hồ sơ")


OF_2019 = (date(2019, 1, 1), FOREVER, "QĐ 1689/QĐ-TLĐ năm 2019", "B")
OF_FLAGS = (date(2019, 1, 1), FOREVER, "Quy chế khen thưởng của tổ chức Công đoàn", "B")
NATIONAL, FLAGS = frozenset({"national"}), frozenset({"province", "national"})
STANDARDS = (
    Standard(
        *OF_2019, Award.CERTIFICATE, NATIONAL, True,
        "Hai năm liên tục hoàn thành xuất sắc nhiệm vụ", excellent_twice,
    ),
    Standard(
        *OF_2019, Award.CERTIFICATE, NATIONAL, True,
        "Có từ hai sáng kiến được công nhận ở cơ sở", two_initiatives,
    ),
    Standard(
        *OF_2019, Award.CERTIFICATE, NATIONAL, True,
        "Đã có Bằng khen cấp tỉnh, ngành của năm trước", certificate_before,
    ),
    Standard(
        *OF_FLAGS, Award.FLAG, FLAGS, False,
        "Công đoàn được xếp loại hoàn thành xuất sắc nhiệm vụ", excellent,
    ),
    Standard(
        *OF_FLAGS, Award.FLAG, FLAGS, False,
        "Dẫn đầu phong trào thi đua", untold("kết quả bình xét phong trào thi đua"),
    ),
    Standard(
        *OF_FLAGS, Award.MEDAL, NATIONAL, True,
        "Đủ thời gian tham gia tổ chức công đoàn", long_a_member,
    ),
)  # fmt: skip
SHARES = (Share(date(1945, 1, 1), FOREVER, "Quy chế của hội đồng thi đua, khen thưởng", "B", 50),)


def share(on: date) -> Share:
    """The share of votes asked for on a day."""
    return in_force(SHARES, on)[0]


def standards(award: str, issuer: str, on: date, *, individual: bool) -> list[Standard]:
    """What an award asks for on a day."""
    return [
        rule
        for rule in in_force(STANDARDS, on)
        if rule.award == award and issuer in rule.issuers and rule.individual == individual
    ]


def day_of(asked: Asked) -> date:
    """The day whose rules an award is judged by: of the proposal, of the decision."""
    return getattr(asked, "proposed_on", None) or getattr(asked, "signed_on", None) or today()
