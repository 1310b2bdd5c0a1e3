"""Visits to people in need: at which rate, how often, by whom. Planned by the year; each list of them is a record."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan.members.models import Person
from congdoan.org.models import Unit

from .agencies import AGENCIES
from .pen import Pen, pieces, rows, shared
from .tree import budget_of


@dataclass(frozen=True)
class Rate:
    """What a visit on an occasion gives each person (đồng), and how many times in the half-year."""

    occasion: str
    need: str
    cash: int
    times: int
    goods: int = 0
    goods_what: str = ""

    def row(self, person: Person) -> dict[str, Any]:
        """A person visited at this rate."""
        said = {"cash": self.cash, "goods": self.goods, "goods_what": self.goods_what, "need": self.need}
        return {"person": person, **said}


@dataclass(frozen=True)
class HalfYear:
    """The visits of the first half of a year: those of the grassroots unions, and those of the union above them."""

    year: int
    grassroots: tuple[Rate, ...]
    upper: tuple[tuple[Rate, str], ...]

    @property
    def days(self) -> tuple[date, date]:
        return date(self.year, 1, 4), date(self.year, 6, 26)


RICE, BLANKET = "gạo, dầu ăn, nước mắm", "chăn ấm"
PLANS = (
    HalfYear(
        2023,
        (
            Rate("illness", "", 400_000, 118),
            Rate("hardship", "hardship", 500_000, 152),
            Rate("hardship", "severe", 300_000, 41, 200_000, RICE),
            Rate("hardship", "", 0, 14, 300_000, BLANKET),
        ),
        (
            (Rate("illness", "illness", 1_000_000, 31), "laocai-quy-xa-hoi"),
            (Rate("accident", "", 700_000, 19), "laocai-cdvc-kinh-phi"),
        ),
    ),
    HalfYear(
        2024,
        (
            Rate("illness", "", 500_000, 132),
            Rate("hardship", "hardship", 600_000, 178),
            Rate("hardship", "severe", 300_000, 48, 200_000, RICE),
            Rate("hardship", "", 0, 10, 400_000, BLANKET),
        ),
        (
            (Rate("illness", "illness", 1_000_000, 38), "laocai-quy-xa-hoi"),
            (Rate("accident", "", 800_000, 24), "laocai-cdvc-kinh-phi"),
        ),
    ),
)
NOTES = {
    "illness": (
        "Thăm tại Bệnh viện Đa khoa tỉnh.", "Thăm tại nhà sau khi ra viện.", "Đi cùng lãnh đạo cơ quan.",
        "Đoàn viên điều trị dài ngày tại Hà Nội, gửi qua gia đình.", "",
    ),
    "hardship": (
        "Ban Chấp hành họp xét ngày hôm trước.", "Gia đình ở xã vùng cao, nhà ở xuống cấp.", "Trao tại cơ quan.",
        "Tổ công đoàn đề nghị, có xác nhận hoàn cảnh.", "",
    ),
    "accident": ("Tai nạn giao thông trên đường đi công tác.", "Tai nạn tại nhà, phải nghỉ việc hai tháng.", ""),
}  # fmt: skip
NOUGHT, MISSED = "Gõ thiếu một số 0 ở số tiền.", "Ghi sót một người trong danh sách."
TWICE = "Ghi trùng: tổ công đoàn đã ghi lượt thăm này hôm trước."
# Every so many of the grassroots' records one comes in weeks late, one is written by the officer above, one is mended.
LATE_EVERY, FOR_THEM_EVERY, SLIP_EVERY = 27, 19, 61
TWICE_AT = 100  # this record is written twice, and once withdrawn
LAST_DAYS = (6, 24)  # from this day of June on it comes into the book when the report has been sent


def visit(pen: Pen, plan: HalfYear) -> int:
    """Everybody's visits of a half-year; returns how many records."""
    before = pen.written
    for rate, fund in plan.upper:
        _from_above(pen, plan, rate, fund)
    pool = [rate for rate in plan.grassroots for _ in range(rate.times)]
    pen.random.shuffle(pool)
    quotas = shared(len(pool), [agency.workers for agency in AGENCIES])
    for union, quota in zip(pen.unions, quotas, strict=True):
        mine, pool = pool[:quota], pool[quota:]
        _from_union(pen, plan, union, mine)
    return pen.written - before


def _from_above(pen: Pen, plan: HalfYear, rate: Rate, fund: str) -> None:
    """The union above goes to two or three people on a trip, from different unions."""
    hosts = pen.random.sample(pen.unions, rate.times)
    for trip in pieces(hosts, (2, 3, 1)):
        people = [pen.random.choice(pen.members(host)) for host in trip]
        _write(pen, pen.upper, pen.day(*plan.days), [(rate, person) for person in people], fund)


def _from_union(pen: Pen, plan: HalfYear, union: Unit, rates: list[Rate]) -> None:
    """A union goes to one person, or to two together, on the same occasion."""
    people = pen.random.sample(pen.members(union), len(rates))
    visits = sorted(zip(rates, people, strict=True), key=lambda pair: (pair[0].occasion, pair[1].pk))
    for occasion in ("hardship", "illness"):
        for trip in pieces([pair for pair in visits if pair[0].occasion == occasion], (1, 3, 2)):
            on = pen.day(*plan.days)
            _write(pen, union, on, trip, budget_of(union), **_how(pen, union, on))


def _how(pen: Pen, union: Unit, on: date) -> dict[str, Any]:
    """Most write it down within a week; some weeks later, some leave it to the officer above."""
    if (on.month, on.day) >= LAST_DAYS:
        return {"delay": pen.random.randint(13, 22)}
    if pen.written % LATE_EVERY == LATE_EVERY - 1:
        return {"delay": pen.random.randint(24, 46)}
    return {"for_them": pen.written % FOR_THEM_EVERY == 5 and union != pen.unions[1]}


def _write(pen: Pen, unit: Unit, on: date, trip: list[tuple[Rate, Person]], fund: str, **how: Any) -> None:
    occasion = trip[0][0].occasion
    fields = {"programme": "visit", "occasion": occasion, "fund": pen.funds[fund]}
    given = [rate.row(person) for rate, person in trip]
    said = {"fields": fields, "note": pen.random.choice(NOTES[occasion]), **how}
    slip = pen.written % SLIP_EVERY == SLIP_EVERY - 1
    record = pen.add("care", unit, on, **said, **rows("recipients", _slipped(given) if slip else given))
    if slip:
        pen.amend(record, MISSED if len(given) > 1 else NOUGHT, **rows("recipients", given))
    if how.get("for_them") and pen.written % 2:
        pen.confirm(record)
    if pen.written == TWICE_AT:
        again = pen.add("care", unit, on, fields=fields, **rows("recipients", given))
        pen.withdraw(again, TWICE)


def _slipped(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The list as it was first written: somebody missing, or an amount a nought short."""
    if len(given) > 1:
        return given[:1]
    return [{**row, "cash": row["cash"] // 10, "goods": row["goods"] // 10} for row in given]
