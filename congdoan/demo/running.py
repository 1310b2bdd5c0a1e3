"""The half-year that runs today, so that the first page is alive: what was done in the last weeks, and the year before.

Days are counted back from today and never leave the half-year; the years of the cases stay as they are.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from congdoan.base.period import Period, standard_periods, today
from congdoan.org.models import Unit

from . import photos
from .moments import works
from .pen import Pen, rows
from .tree import budget_of

LAST_CASE = 2024  # the last year whose figures the cases hold
FRESH = 12  # members further down each list than those introduced to the Party in the years of the cases
TOPICS = ("law", "union", "safety", "party", "law", "women")
COMPLAINTS = 16  # the number of that chapter


class Weeks:
    """The days of one half-year up to a day: how long ago offices worked, but never before its beginning."""

    def __init__(self, period: Period, until: date) -> None:
        self.period, self.until = period, until

    def ago(self, days: int) -> date:
        day = self.until - timedelta(days=days)
        while not works(day):
            day -= timedelta(days=1)
        return max(self.period.first, day)

    def feast(self, month: int, day: int, days_ago: int) -> date:
        """That feast if it lies in these weeks; else so many days ago."""
        on = date(self.period.first.year, month, day)
        return on if self.period.first <= on <= self.until else self.ago(days_ago)


def go_on() -> str:
    """These weeks, and the same weeks of the year before if no case is about them."""
    pen, half = Pen("running"), standard_periods(today())[0]
    before = half.year_before()
    if before.first.year > LAST_CASE:
        _weeks(pen, Weeks(before, half.until(today()).year_before().last), pen.unions[1::6])
    _weeks(pen, Weeks(half, today()), pen.unions[1::4])
    _yesterday(pen, Weeks(half, today()))
    return f"{pen.written} việc"


def _weeks(pen: Pen, weeks: Weeks, unions: list[Unit]) -> None:
    """What several unions and the one above them did."""
    parts: tuple[Callable[[Pen, Weeks, Unit, int], None], ...] = (
        _visit,
        _session,
        _meeting,
        _raise,
        _inspect,
    )
    for n, union in enumerate(unions):
        for part in parts[: len(parts) - n % 3]:
            part(pen, weeks, union, n)
    _flood(pen, weeks, unions)
    _women(pen, weeks, unions)
    _children(pen, weeks, unions)
    _nothing(pen, weeks, unions)


def _care(
    pen: Pen, unit: Unit, on: date, fields: dict[str, str], given: list[dict[str, Any]], **more: Any
) -> Any:
    fund = pen.funds[more.pop("fund", budget_of(unit))]
    return pen.add("care", unit, on, fields={**fields, "fund": fund}, **rows("recipients", given), **more)


def _visit(pen: Pen, weeks: Weeks, union: Unit, n: int) -> None:
    for times, occasion in enumerate(("illness", "hardship", "illness")[: 1 + n % 3]):
        person = pen.random.choice(pen.members(union))
        fields = {"programme": "visit", "occasion": occasion}
        on = weeks.ago(4 + 9 * n % 70 + 13 * times)
        _care(pen, union, on, fields, [{"person": person, "cash": 600_000}])


def _session(pen: Pen, weeks: Weeks, union: Unit, n: int) -> None:
    topic = TOPICS[n % len(TOPICS)]
    fields = {"what": "propaganda", "topic": topic, "attendance": 38 + 7 * n % 40}
    fields |= {"channel": "online" if n % 4 == 3 else "direct"}
    pen.add("gathering", union, weeks.ago(6 + 11 * n % 90), fields=fields)


def _meeting(pen: Pen, weeks: Weeks, union: Unit, n: int) -> None:
    fields = {"what": "meeting", "meeting": "committee", "attendance": 5 + n % 4}
    pen.add("gathering", union, weeks.ago(15 + 7 * n % 80), fields=fields)


def _raise(pen: Pen, weeks: Weeks, union: Unit, n: int) -> None:
    purpose = {"purpose": "charity", "cause": "disaster"} if n % 2 else {"purpose": "social_fund"}
    fields = {"direction": "collected", "cash": 1_200_000 + 350_000 * (n % 7), **purpose}
    pen.add("donation", union, weeks.ago(20 + 5 * n % 60), fields=fields)


def _inspect(pen: Pen, weeks: Weeks, union: Unit, n: int) -> None:
    fields = {"subject": "charter" if n % 2 else "finance", "level": "own"}
    pen.add("inspection", union, weeks.ago(10 + 8 * n % 75), fields=fields)


def _flood(pen: Pen, weeks: Weeks, unions: list[Unit]) -> None:
    """The union above helps members whose houses a flood damaged; the federation's fund pays."""
    people = [pen.random.choice(pen.members(union)) for union in unions]
    given = [{"person": person, "cash": 2_000_000} for person in people]
    fields = {"programme": "disaster", "occasion": "disaster"}
    note = "Nhà bị sạt taluy, tốc mái sau đợt mưa lũ; trao tại nơi ở."
    record = _care(pen, pen.upper, weeks.ago(52), fields, given, fund="laocai-quy-xa-hoi", note=note)
    pen.attach(record, photos.scene(len(unions)), "Đường vào bản sau mưa lũ")


def _women(pen: Pen, weeks: Weeks, unions: list[Unit]) -> None:
    on = weeks.feast(10, 19, 33) if weeks.period.first.month > 6 else weeks.feast(3, 7, 33)
    fields = {"programme": "women", "occasion": "women_day"}
    for union in unions[::3]:
        _care(pen, union, on, fields, [{"person": woman, "cash": 200_000} for woman in pen.women(union)])


def _children(pen: Pen, weeks: Weeks, unions: list[Unit]) -> None:
    autumn = weeks.period.first.month > 6
    on = weeks.feast(9, 24, 58) if autumn else weeks.feast(5, 31, 58)
    fields = {"programme": "children", "occasion": "mid_autumn" if autumn else "children_day"}
    for union in unions[::4]:
        given = [
            {"person": child, "goods": 150_000, "goods_what": "bánh, đèn ông sao"}
            for child in pen.children(union)
        ]
        _care(pen, union, on, fields, given)


def _nothing(pen: Pen, weeks: Weeks, unions: list[Unit]) -> None:
    """Some unions answer that nobody complained; while the half-year runs, on the day they are asked."""
    period, on = weeks.period, min(weeks.period.last, today())
    for union in unions[::2]:
        fields = {"chapter": COMPLAINTS, "first_on": period.first, "last_on": period.last}
        pen.add("nil", union, on, delay=0, fields=fields)


def _yesterday(pen: Pen, weeks: Weeks) -> None:
    """The last days at the union of the ready chair, one of them written by the officer above and not yet confirmed."""
    union = pen.unions[1]
    ill, poor = pen.random.sample(pen.members(union)[4:], 2)
    fields = {"programme": "visit", "occasion": "illness"}
    record = _care(
        pen, union, weeks.ago(1), fields, [{"person": ill, "cash": 500_000}], delay=0,
        note="Thăm tại Bệnh viện Đa khoa tỉnh, tình hình đã ổn định.",
    )  # fmt: skip
    pen.attach(record, photos.scene(2), "Sân bệnh viện buổi sáng", after=0)
    fields = {"programme": "visit", "occasion": "hardship"}
    given = [{"person": poor, "cash": 500_000, "goods": 300_000, "goods_what": "gạo, dầu ăn"}]
    _care(pen, union, weeks.ago(3), fields, given, delay=1, for_them=True)
    party = {"person": pen.members(union)[FRESH], "union": union}
    pen.add("party", union, weeks.ago(9), delay=1, fields={"step": "introduced"}, **rows("members", [party]))
