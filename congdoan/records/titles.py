"""Titles and forms of award: who grants which to whom, on which text of law, with which bonus money, and since when.

All of it is dated data: a new regulation is a line more, with the day from which it holds; the base salary is
a rate like those of dues (`funds.rates`). `mark` says how sure a line is, as every figure worked out from it says too: A,
the text itself or two sources; B, one source or an older rule, to be checked before it is relied on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.db import models

from congdoan.base.fields import FOREVER
from congdoan.base.words import decimal_text, grouped
from congdoan.funds.models import Rate
from congdoan.funds.rates import rate_on


class Award(models.TextChoices):
    """A form of award of the unions, or a title of the State."""

    FLAG = "flag", "Cờ thi đua"
    CERTIFICATE = "certificate", "Bằng khen"
    LETTER = "letter", "Giấy khen"
    CREATIVE = "creative", "Bằng Lao động sáng tạo"
    MEDAL = "medal", "Kỷ niệm chương"
    FIGHTER = "fighter", "Chiến sĩ thi đua cơ sở"
    FIGHTER_PROVINCE = "fighter_province", "Chiến sĩ thi đua cấp bộ, tỉnh"
    FIGHTER_NATIONAL = "fighter_national", "Chiến sĩ thi đua toàn quốc"
    ADVANCED_WORKER = "advanced_worker", "Lao động tiên tiến"
    EXCELLENT_COLLECTIVE = "excellent_collective", "Tập thể lao động xuất sắc"
    ADVANCED_COLLECTIVE = "advanced_collective", "Tập thể lao động tiên tiến"


class Issuer(models.TextChoices):
    """Who decides."""

    GRASSROOTS = "grassroots", "Công đoàn cơ sở"
    UPPER = "upper", "Công đoàn cấp trên trực tiếp cơ sở"
    PROVINCE = "province", "LĐLĐ tỉnh, thành phố"
    EMPLOYER = "employer", "Thủ trưởng cơ quan, đơn vị, doanh nghiệp"
    COMMITTEE = "committee", "UBND tỉnh, thành phố"
    NATIONAL = "national", "Tổng Liên đoàn"
    OTHER = "other", "Cấp khác"


class Scope(models.TextChoices):
    """For all of a year's work, for one theme of it, or for a deed just done."""

    FULL = "full", "Toàn diện"
    THEME = "theme", "Chuyên đề"
    SUDDEN = "sudden", "Đột xuất"


class BonusMoney(models.TextChoices):
    """How the bonus money of a decision is said."""

    NONE = "none", "Không kèm tiền"
    RULE = "rule", "Theo mức quy định"
    LISTED = "listed", "Ghi từng dòng"


@dataclass(frozen=True)
class Dated:
    """A rule in its days; the text it rests on, and how sure that is."""

    from_on: date
    to_on: date
    basis: str
    mark: str


Rule = TypeVar("Rule", bound=Dated)


def in_force(rules: Iterable[Rule], on: date) -> list[Rule]:
    """Those that hold on a day."""
    return [rule for rule in rules if rule.from_on <= on < rule.to_on]


@dataclass(frozen=True)
class Title:
    """An award: who grants it, whether to people and to collectives; `state`: under the law, not the unions' own rules."""

    award: Award
    issuers: frozenset[str]
    people: bool = True
    collectives: bool = True
    state: bool = False


UNIONS = frozenset({"grassroots", "upper", "province", "national"})
TITLES = {
    title.award: title
    for title in (
        Title(Award.FLAG, frozenset({"province", "committee", "national", "other"}), people=False),
        Title(Award.CERTIFICATE, frozenset({"province", "committee", "national", "other"})),
        Title(Award.LETTER, UNIONS | {"other"}),
        Title(Award.CREATIVE, frozenset({"national"})),
        Title(Award.MEDAL, frozenset({"national"}), collectives=False),
        Title(Award.FIGHTER, frozenset({"employer", "committee", "other"}), collectives=False, state=True),
        Title(Award.FIGHTER_PROVINCE, frozenset({"committee", "other"}), collectives=False, state=True),
        Title(Award.FIGHTER_NATIONAL, frozenset({"other"}), collectives=False, state=True),
        Title(
            Award.ADVANCED_WORKER,
            frozenset({"employer", "committee", "other"}),
            collectives=False,
            state=True,
        ),
        Title(
            Award.EXCELLENT_COLLECTIVE,
            frozenset({"committee", "employer", "other"}),
            people=False,
            state=True,
        ),
        Title(
            Award.ADVANCED_COLLECTIVE, frozenset({"employer", "committee", "other"}), people=False, state=True
        ),
    )
}


@dataclass(frozen=True)
class Text(Dated):
    """A regulation: of the unions, or of the State."""

    state: bool = False


def _texts() -> Iterable[Text]:
    """Each holds up to the day of the next of its sort."""
    unions = (
        (date(2004, 1, 1), "QĐ 777/QĐ-TLĐ năm 2004", "B"),
        (date(2014, 1, 1), "QĐ 1564/QĐ-TLĐ năm 2014", "B"),
        (date(2017, 1, 1), "QĐ 2106/QĐ-TLĐ năm 2017", "B"),
        (date(2019, 1, 1), "QĐ 1689/QĐ-TLĐ năm 2019", "B"),
        (date(2024, 5, 29), "QĐ 999/QĐ-TLĐ ngày 29/5/2024", "A"),
    )
    state = (
        (date(2003, 1, 1), "Luật Thi đua, khen thưởng năm 2003", "B"),
        (date(2024, 1, 1), "Luật Thi đua, khen thưởng năm 2022; NĐ 98/2023/NĐ-CP", "B"),
        (date(2025, 7, 1), "Luật Thi đua, khen thưởng năm 2022; NĐ 152/2025/NĐ-CP", "A"),
    )
    for rows, of_state in ((unions, False), (state, True)):
        ends = [*(row[0] for row in rows[1:]), FOREVER]
        for (start, name, mark), end in zip(rows, ends, strict=True):
            yield Text(start, end, name, mark, state=of_state)


TEXTS = tuple(_texts())


def text_for(award: str, on: date) -> Text | None:
    """The regulation an award rests on, on a day."""
    state = TITLES[Award(award)].state
    return next((text for text in in_force(TEXTS, on) if text.state == state), None)


@dataclass(frozen=True)
class Coefficient(Dated):
    """How many tenths of the base salary come with an award, to a person or to a collective."""

    award: Award
    issuers: frozenset[str]
    individual: bool
    tenths: int


DECREE_ON = date(2025, 7, 1)  # NĐ 152/2025
DECREE = (DECREE_ON, FOREVER, "NĐ 152/2025/NĐ-CP", "A")
BEFORE = (date(2019, 1, 1), DECREE_ON, "Quy định trước NĐ 152/2025/NĐ-CP", "B")
EVER = (date(2019, 1, 1), FOREVER, "Mức bằng khen, giấy khen 2019–2020", "B")
_STATE = (
    (Award.FIGHTER, True, 10),
    (Award.FIGHTER_PROVINCE, True, 30),
    (Award.FIGHTER_NATIONAL, True, 45),
    (Award.ADVANCED_WORKER, True, 3),
    (Award.EXCELLENT_COLLECTIVE, False, 15),
    (Award.ADVANCED_COLLECTIVE, False, 8),
)
COEFFICIENTS = (
    *(
        Coefficient(*days, award, TITLES[award].issuers, individual, tenths)
        for award, individual, tenths in _STATE
        for days in (BEFORE, DECREE)
    ),
    Coefficient(*DECREE, Award.FLAG, frozenset({"committee"}), False, 80),
    Coefficient(*EVER, Award.CERTIFICATE, frozenset({"committee", "national"}), True, 10),
    Coefficient(*EVER, Award.LETTER, UNIONS | {"other"}, True, 3),
)
STEP = 10_000  # đồng: bonus money is rounded up to it


@dataclass(frozen=True)
class Bonus:
    """Bonus money and where it comes from."""

    coefficient: Coefficient
    salary: Rate

    @property
    def amount(self) -> int:
        return bonus_money(self.coefficient.tenths, self.salary.value)

    @property
    def mark(self) -> str:
        """As sure as the less sure of the two."""
        return max(self.coefficient.mark, self.salary.mark)

    @property
    def said(self) -> str:
        """ "0,3 × 2.340.000 đồng, tròn lên 10.000 đồng"."""
        return f"{tenths_text(self.coefficient.tenths)} × {grouped(self.salary.value)} đồng, tròn lên {grouped(STEP)} đồng"


def bonus(award: str, issuer: str, on: date, *, individual: bool) -> Bonus | None:
    """The bonus money of a decision of that day; None where no line of the data says one."""
    found = [
        rate
        for rate in in_force(COEFFICIENTS, on)
        if rate.award == award and issuer in rate.issuers and rate.individual == individual
    ]
    salary = rate_on(Rate.What.BASE, on)
    return Bonus(found[0], salary) if found and salary else None


def bonus_money(tenths: int, salary: int) -> int:
    """So many tenths of a salary, rounded up."""
    return -(-tenths * salary // (10 * STEP)) * STEP


def tenths_text(tenths: int) -> str:
    """45 as "4,5"."""
    return decimal_text(Decimal(tenths) / 10)
