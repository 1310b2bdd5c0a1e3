"""Days as people write them: 05/11/2026, 5-11-26, 05.11.2026, "ngày 5 tháng 11 năm 2026", 2026-11-05. The day comes first,
then the month: 05/11/2026 is the fifth of November, always."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NoReturn

from .errors import Refused
from .period import today
from .text import fold

ZERO = date(1899, 12, 30)  # day nought of spreadsheets
NOTHING = {"", "-", "–", "—", "/", "x x", "khong ro", "chua ro", "chua co", "n/a", "null", "none"}
TEXTS = 20_000  # kept as read: columns say the same few things again and again
DAY = re.compile(r"(?:ngay )?(\d{1,2}) ?(?:[/.\- ]|thang) ?(\d{1,2}) ?(?:[/.\- ]|nam) ?(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t].*)?")
YEAR = re.compile(
    r"(?:sinh )?(?:nam )?(?:[-_.x?0]{0,3}[/.\-]){0,2}(?:(?:thang )?(?P<month>\d{1,2})(?: ?[/.\-] ?| nam ))?(?P<year>\d{4})"
)
FIRST = 1900  # the year from which on people of today may be born
DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")


@lru_cache(maxsize=TEXTS)
def parse_day(said: str) -> date | None:
    """The day a text says; nothing of one that says that there is none. Refuses what is no day, or not in the calendar."""
    key = fold(said).strip(" .'")
    if key in NOTHING:
        return None
    if re.fullmatch("[1-7][0-9]{4}", key):  # a day's number that became text
        return serial(int(key))
    if " " in key:
        key = re.sub(r" ?([/.\-]) ?", r"\1", key)
    if found := ISO.fullmatch(key):
        return _calendar(said, found[1], found[2], found[3])
    if found := DAY.fullmatch(key) or DIGITS.fullmatch(key):
        return _calendar(said, _century(found[3]), found[2], found[1])
    _no_day(said)


def parse_birth(said: str) -> date | int | None:
    """The day somebody was born; the year, where that is all a text says: "1985", "năm 1985", "03/1985", "--/--/1985"."""
    found = YEAR.fullmatch(fold(said).strip(" .'"))
    if not found or not _lived(found["year"]):
        return parse_day(said)
    if found["month"] and int(found["month"]) > 12:
        return _calendar(said, found["year"], found["month"], "1")
    return int(found["year"])


def like_year(said: str) -> bool:
    """Whether a text says no more than the year somebody was born in."""
    found = YEAR.fullmatch(fold(said).strip(" .'"))
    return bool(found and _lived(found["year"]))


def _lived(year: str) -> bool:
    return FIRST <= int(year) <= today().year


def year_shown(day: date) -> int | None:
    """The year that was typed where a spreadsheet keeps days, and shows as one of 1905."""
    number = (date(day.year, day.month, day.day) - ZERO).days
    return number if FIRST <= number <= today().year else None


def serial(number: float) -> date:
    """A day's number in spreadsheets, or eight digits."""
    if 4_000 < number < 80_000:
        return ZERO + timedelta(days=int(number))
    said = str(int(number) if float(number).is_integer() else number)
    found = parse_day(said)
    return found if found else _no_day(said)


def like_day(said: str) -> bool:
    """Whether a text is written as a day is, with signs between, be it in the calendar or not."""
    key = re.sub(r" ?([/.\-]) ?", r"\1", fold(said).strip(" .'"))
    return not key.isdigit() and bool(ISO.fullmatch(key) or DAY.fullmatch(key))


def _century(year: str) -> str:
    """Two digits: a year to come is none, so it was last century."""
    return year if len(year) == 4 else f"{'20' if int(year) <= today().year % 100 else '19'}{year}"


def _calendar(said: str, year: str, month: str, of_month: str) -> date:
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        raise Refused(
            f"“{_brief(said)}” không có trong lịch; hãy ghi ngày/tháng/năm, ví dụ 05/11/1985."
        ) from None


def _no_day(said: str) -> NoReturn:
    raise Refused(f"“{_brief(said)}” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 05/11/1985.")


def _brief(said: str) -> str:
    return said if len(said) <= 40 else f"{said[:40]}…"
