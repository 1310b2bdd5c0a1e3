"""The half-year that runs today, so that the first page is alive: what was done in the last weeks, and the year before.

Days are counted back from today and never leave the half-year; the years of the cases stay as they are. What is planned
is written in the order of its days, so that the newest comes last.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from congdoan.base.period import Period, standard_periods, today
from congdoan.members.models import Person
from congdoan.org.models import Unit

from . import photos
from .moments import works
from .pen import Pen, rows
from .tree import budget_of

LAST_CASE = 2024  # the last year whose figures the cases hold
FRESH = 12  # members further down each list than those introduced to the Party in the years of the cases
TOPICS = ("law", "union", "safety", "party", "law", "women")
COMPLAINTS = 16  # the number of that chapter
Photo = tuple[int, str]  # the number of a scene, and its caption


class Weeks:
    """The days of one half-year up to a day, and what is planned for them."""

    def __init__(self, pen: Pen, period: Period, until: date) -> None:
        self.pen, self.period, self.until = pen, period, until
        self.planned: list[tuple[date, str, Unit, Photo | None, dict[str, Any]]] = []

    def ago(self, days: int) -> date:
        """So many days ago, or the day offices worked before it; never before the half-year."""
        day = self.until - timedelta(days=days)
        while not works(day):
            day -= timedelta(days=1)
        return max(self.period.first, day)

    def feast(self, month: int, day: int, days_ago: int) -> date:
        """That feast if it lies in these weeks; else so many days ago."""
        on = date(self.period.first.year, month, day)
        return on if self.period.first <= on <= self.until else self.ago(days_ago)

    def plan(self, slug: str, unit: Unit, on: date, photo: Photo | None = None, **said: Any) -> None:
        """To be written, as `Pen.add` takes it."""
        self.planned.append((on, slug, unit, photo, said))

    def care(self, unit: Unit, on: date, what: str, given: Sequence[dict[str, Any]], **more: Any) -> None:
        """A list of care to be written; `what`: programme and occasion. From the union's budget, if no `fund` is named."""
        programme, occasion = what.split()
        fund = self.pen.funds[more.pop("fund", budget_of(unit))]
        fields = {"programme": programme, "occasion": occasion, "fund": fund}
        self.plan("care", unit, on, fields=fields, **rows("recipients", given), **more)

    def write(self) -> None:
        """All that is planned, the oldest first."""
        for on, slug, unit, photo, said in sorted(self.planned, key=lambda planned: planned[0]):
            record = self.pen.add(slug, unit, on, **said)
            if photo:
                self.pen.attach(record, photos.scene(photo[0]), photo[1], after=0)


def go_on() -> str:
    """These weeks, and the same weeks of the year before if no case is about them."""
    pen, half = Pen("running"), standard_periods(today())[0]
    before = half.year_before()
    if before.first.year > LAST_CASE:
        _happened(
            Weeks(pen, before, half.until(today()).year_before().last), pen.unions[1::6], pen.unions[::3]
        )
    now = Weeks(pen, half, today())
    _just_now(now, pen.unions[1])
    _happened(now, pen.unions[1::4], [union for n, union in enumerate(pen.unions) if n % 4 > 1])
    return f"{pen.written} việc"


def _happened(weeks: Weeks, busy: Sequence[Unit], others: Sequence[Unit]) -> None:
    """What the union above, some busy unions and some others did."""
    for n, union in enumerate(busy):
        for part in (_visit, _session, _meeting, _collect, _inspect)[: 5 - n % 3]:
            part(weeks, union, n)
    for n, union in enumerate(others):
        _visit(weeks, union, 3 * n)
    _flood(weeks, busy)
    _women(weeks, busy[::3])
    _children(weeks, busy[::4])
    _introduce(weeks, busy[::3])
    _nothing(weeks, busy[::2])
    weeks.write()


def _visit(weeks: Weeks, union: Unit, n: int) -> None:
    for times, occasion in enumerate(("illness", "hardship", "illness")[: 1 + n % 3]):
        person = weeks.pen.random.choice(weeks.pen.members(union))
        on = weeks.ago(4 + 9 * n % 70 + 13 * times)
        weeks.care(union, on, f"visit {occasion}", [{"person": person, "cash": 600_000}])


def _session(weeks: Weeks, union: Unit, n: int) -> None:
    fields = {"what": "propaganda", "topic": TOPICS[n % len(TOPICS)], "attendance": 38 + 7 * n % 40}
    fields |= {"channel": "online" if n % 4 == 3 else "direct"}
    weeks.plan("gathering", union, weeks.ago(6 + 11 * n % 90), fields=fields)


def _meeting(weeks: Weeks, union: Unit, n: int) -> None:
    fields = {"what": "meeting", "meeting": "committee", "attendance": 5 + n % 4}
    weeks.plan("gathering", union, weeks.ago(15 + 7 * n % 80), fields=fields)


def _collect(weeks: Weeks, union: Unit, n: int) -> None:
    purpose = {"purpose": "charity", "cause": "disaster"} if n % 2 else {"purpose": "social_fund"}
    fields = {"direction": "collected", "cash": 1_200_000 + 350_000 * (n % 7), **purpose}
    weeks.plan("donation", union, weeks.ago(20 + 5 * n % 60), fields=fields)


def _inspect(weeks: Weeks, union: Unit, n: int) -> None:
    fields = {"subject": "charter" if n % 2 else "finance", "level": "own"}
    weeks.plan("inspection", union, weeks.ago(10 + 8 * n % 75), fields=fields)


def _flood(weeks: Weeks, unions: Sequence[Unit]) -> None:
    """The union above helps members whose houses a flood damaged; the federation's fund pays."""
    pen = weeks.pen
    given = [{"person": pen.random.choice(pen.members(union)), "cash": 2_000_000} for union in unions]
    note = "Nhà bị sạt taluy, tốc mái sau đợt mưa lũ; trao tại nơi ở."
    weeks.care(
        pen.upper, weeks.ago(52), "disaster disaster", given, fund="laocai-quy-xa-hoi", note=note,
        photo=(len(unions), "Đường vào bản sau mưa lũ"),
    )  # fmt: skip


def _women(weeks: Weeks, unions: Sequence[Unit]) -> None:
    on = weeks.feast(10, 19, 33) if weeks.period.first.month > 6 else weeks.feast(3, 7, 33)
    for union in unions:
        given = [{"person": woman, "cash": 200_000} for woman in weeks.pen.women(union)]
        weeks.care(union, on, "women women_day", given)


def _children(weeks: Weeks, unions: Sequence[Unit]) -> None:
    autumn = weeks.period.first.month > 6
    on = weeks.feast(9, 24, 58) if autumn else weeks.feast(5, 31, 58)
    gift = {"goods": 150_000, "goods_what": "bánh, sữa, đồ chơi"}
    for union in unions:
        given = [{"person": child, **gift} for child in weeks.pen.children(union)]
        weeks.care(union, on, "children mid_autumn" if autumn else "children children_day", given)


def _introduce(weeks: Weeks, unions: Sequence[Unit]) -> None:
    """One member each to the Party, another one every year."""
    for n, union in enumerate(unions):
        person: Person = weeks.pen.members(union)[FRESH + weeks.period.first.year % 2]
        given = [{"person": person, "union": union}]
        weeks.plan(
            "party", union, weeks.ago(9 + 16 * n), fields={"step": "introduced"}, **rows("members", given)
        )


def _nothing(weeks: Weeks, unions: Sequence[Unit]) -> None:
    """Some unions answer that nobody complained."""
    for n, union in enumerate(unions):
        fields = {"chapter": COMPLAINTS, "first_on": weeks.period.first, "last_on": weeks.period.last}
        weeks.plan("nil", union, weeks.ago(5 + 2 * n), delay=0, fields=fields)


def _just_now(weeks: Weeks, union: Unit) -> None:
    """The last days at the union of the ready chair; the officer above wrote one of them, nobody confirmed it yet."""
    ill, poor = weeks.pen.random.sample(weeks.pen.members(union)[4:FRESH], 2)
    weeks.care(
        union, weeks.ago(1), "visit illness", [{"person": ill, "cash": 500_000}], delay=0,
        note="Thăm tại Bệnh viện Đa khoa tỉnh, tình hình đã ổn định.", photo=(2, "Sân bệnh viện buổi sáng"),
    )  # fmt: skip
    row = {"person": poor, "cash": 500_000, "goods": 300_000, "goods_what": "gạo, dầu ăn"}
    weeks.care(union, weeks.ago(3), "visit hardship", [row], delay=1, for_them=True)
