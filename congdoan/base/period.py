"""The stretch of days a figure is asked for, and the name people call it by."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from django.utils import timezone

from congdoan.base.errors import Refused

FIRST_YEAR, LAST_YEAR = 1900, 2199
FORMS = "2024, 2024-H1, 2024-Q3, 2024-05, 2023-12-01/2024-05-31, hdcd:2024-H1, school:2024"

# In which month a calendar's year begins, counted from January of the year it is named for, and its parts.
_CALENDARS = {"": (0, "HQM"), "hdcd": (-1, "HQ"), "school": (8, "")}
_LENGTHS = {"": 12, "H": 6, "Q": 3, "M": 1}  # months in a part
_NAMED = re.compile(r"(?:(hdcd|school):)?([0-9]{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?", re.IGNORECASE)
_RANGE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/|\.\.)([0-9]{4}-[0-9]{2}-[0-9]{2})")
_DAY = timedelta(days=1)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_HALVES = {1: "6 tháng đầu năm", 2: "6 tháng cuối năm"}
_QUARTERS = {1: "I", 2: "II", 3: "III", 4: "IV"}


class PeriodError(Refused):
    """No such period; the sentence says which forms are understood."""


@dataclass(frozen=True)
class _Name:
    """What a code says: a year of a calendar, or a part of one."""

    calendar: str
    year: int
    part: str = ""
    number: int = 1

    @property
    def code(self) -> str:
        prefix = f"{self.calendar}:" if self.calendar else ""
        part = {"": "", "M": f"-{self.number:02d}"}.get(self.part, f"-{self.part}{self.number}")
        return f"{prefix}{self.year}{part}"

    def label(self) -> str:
        if self.part == "H":
            return f"{_HALVES[self.number]} {self.year}"
        if self.part == "Q":
            return f"Quý {_QUARTERS[self.number]} năm {self.year}"
        if self.part == "M":
            return f"Tháng {self.number}/{self.year}"
        return f"Năm học {self.year}–{self.year + 1}" if self.calendar == "school" else f"Năm {self.year}"

    def period(self) -> "Period":
        length = _LENGTHS[self.part]
        start = self.year * 12 + _CALENDARS[self.calendar][0] + (self.number - 1) * length
        return Period(_month_start(start), _month_start(start + length) - _DAY, self.code)


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included, under the `code` that `Period.parse` understands."""

    first: date
    last: date
    code: str

    @classmethod
    def parse(cls, text: str, today: date | None = None) -> "Period":
        """The period a code names: one of `FORMS`; "H1" or "Q3" alone is that of `today`'s year.

        Raises `PeriodError` for anything else, and for years before 1900 or after 2199.
        """
        typed = text.strip()
        if re.fullmatch(r"[HQhq][0-9]", typed):
            typed = f"{(today or _today()).year}-{typed}"
        if found := _RANGE.fullmatch(typed):
            return _range(found[1], found[2], typed)
        name = _read(typed)
        if name is None:
            raise PeriodError(f"Không hiểu kỳ “{typed[:40]}”: hãy ghi một trong các dạng {FORMS}.")
        _check_year(name.year, typed)
        return name.period()

    @classmethod
    def between(cls, first: date, last: date) -> "Period":
        """Any stretch of days. Raises `PeriodError` when it ends before it begins."""
        code = f"{first.isoformat()}/{last.isoformat()}"
        if last < first:
            raise PeriodError(f"Kỳ “{code}” kết thúc trước khi bắt đầu: hãy đổi chỗ hai ngày.")
        _check_year(first.year, code)
        _check_year(last.year, code)
        return cls(first, last, code)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.code

    @property
    def days(self) -> int:
        """How many days; 0 for a period cut before it began."""
        return (self.last - self.first).days + 1

    @property
    def year(self) -> int:
        """The year it is named for; of a free range, the year it ends in."""
        name = _read(self.code)
        return name.year if name else self.whole().last.year

    def label(self) -> str:
        """Its name on screen and paper: "6 tháng đầu năm 2024". A cut period keeps its name."""
        name, whole = _read(self.code), self.whole()
        if name is None:
            return _days_text(whole)
        return f"{name.label()} ({_days_text(whole)})" if name.calendar == "hdcd" else name.label()

    def whole(self) -> "Period":
        """What the code names, before `until` cut it."""
        return Period.parse(self.code)

    def begun(self, on: date) -> bool:
        """Whether its first day has come."""
        return self.first <= on

    def until(self, day: date) -> "Period":
        """The same period, under the same code, ending on `day` at the latest. Not begun by then: no days."""
        return replace(self, last=max(min(self.last, day), self.first - _DAY))

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return max(self.first, other.first) <= min(self.last, other.last)

    def year_before(self) -> "Period":
        """The same period a year earlier; cut on the same day if this one is cut. 29/02 becomes 28/02."""
        earlier = _earlier(self.whole())
        return earlier if self == self.whole() else earlier.until(_last_earlier(self))

    def following(self) -> "Period | None":
        """The one of its kind that comes next: the year after a year. None after a free range."""
        name = _read(self.code)
        if name is None:
            return None
        year, number = divmod(
            name.year * (12 // _LENGTHS[name.part]) + name.number, 12 // _LENGTHS[name.part]
        )
        return replace(name, year=year, number=number + 1).period()

    def months(self) -> list["Period"]:
        """Its months in order; one it holds only in part is the range of the days it holds."""
        start, end = _month_number(self.first), _month_number(self.last) + 1
        edges = [_month_start(n) for n in range(start, end + 1)] if self.days else []
        return [_month(max(a, self.first), min(b - _DAY, self.last)) for a, b in pairwise(edges)]

    def eve(self) -> "Period":
        """The day before it."""
        return Period.between(self.first - _DAY, self.first - _DAY)

    def last_full_year(self) -> "Period":
        """The last full calendar year inside a longer period; the period itself if it holds none."""
        full = _Name("", (self.last + _DAY).year - 1).period()
        return full if self.first <= full.first and full.days < self.days else self


def today() -> date:
    """The date in Vietnam."""
    return timezone.now().astimezone(VIETNAM).date()


_today = today  # `Period.parse` has a parameter of that name


def achievement_day(year: int) -> date:
    """The day the achievement year closes: 30 November."""
    return date(year, 11, 30)


def standard_periods(on: date) -> list[Period]:
    """What the period switch offers on a day, the default first: the running half-year.

    Then the half-year before, this year, last year, this quarter and this month.
    """
    half = _Name("", on.year, "H", 1 if on.month <= 6 else 2)
    before = _Name("", on.year, "H", 1) if half.number == 2 else _Name("", on.year - 1, "H", 2)
    years = [_Name("", on.year), _Name("", on.year - 1)]
    quarter = _Name("", on.year, "Q", (on.month + 2) // 3)
    return [name.period() for name in [half, before, *years, quarter, _Name("", on.year, "M", on.month)]]


def _read(code: str) -> _Name | None:
    """The name a code spells; None for a free range and for nonsense."""
    found = _NAMED.fullmatch(code)
    if found is None:
        return None
    kind, year, part = (found[1] or "").lower(), int(found[2]), (found[3] or "").upper()
    if not part:
        return _Name(kind, year)
    letter = part[0] if part[0] in "HQ" else "M"
    return _Name(kind, year, letter, int(part.lstrip("HQ"))) if letter in _CALENDARS[kind][1] else None


def _range(first: str, last: str, typed: str) -> Period:
    try:
        return Period.between(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise PeriodError(f"Kỳ “{typed}” có ngày không có trong lịch: hãy sửa lại ngày, tháng.") from None


def _check_year(year: int, typed: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PeriodError(f"Kỳ “{typed}” nằm ngoài các năm {FIRST_YEAR}–{LAST_YEAR}: hãy chọn năm khác.")


def _earlier(whole: Period) -> Period:
    name = _read(whole.code)
    if name is None:
        return Period.between(_shifted(whole.first), _last_earlier(whole))
    _check_year(name.year - 1, whole.code)
    return replace(name, year=name.year - 1).period()


def _last_earlier(period: Period) -> date:
    """The last day a year earlier; whole months stay whole, so 28/02/2025 answers to 29/02/2024."""
    if period.first.day == 1 and (period.last + _DAY).day == 1:
        return _month_start(_month_number(period.last) - 11) - _DAY
    return _shifted(period.last)


def _shifted(day: date) -> date:
    year = day.year - 1
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _month(first: date, last: date) -> Period:
    whole = _Name("", first.year, "M", first.month).period()
    return whole if (whole.first, whole.last) == (first, last) else Period.between(first, last)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_start(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _days_text(period: Period) -> str:
    first, last = f"{period.first:%d/%m/%Y}", f"{period.last:%d/%m/%Y}"
    return first if first == last else f"{first}–{last}"
