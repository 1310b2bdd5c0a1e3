"""Numbers as union reports write them."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

MILLION = 1_000_000
BILLION = 1_000_000_000


def grouped(n: int) -> str:
    """4437 as "4.437"."""
    return f"{n:,}".replace(",", ".")


def small(n: int) -> str:
    """A count in a sentence: "06" for 6, "12" for 12, "0" for none."""
    return f"{n:02d}" if 0 < n < 10 else grouped(n)


def round_down(n: int) -> int:
    """A count cut to two significant digits from 100 up, to the ten from 11 to 99."""
    step = 10 ** (len(str(n)) - 2) if n >= 100 else 10
    return n - n % step if n > 10 else n


def hedged(n: int) -> str:
    """A count spoken roundly: "trên 4.400" for 4437. A round number stays as it is: "200"."""
    low = round_down(n)
    return small(n) if low == n else f"trên {grouped(low)}"


def short_money(n: int) -> str:
    """An exact sum: "82,1 triệu đồng", "1,25 tỷ đồng"; "82.123.456 đồng" where three decimals are too few."""
    if n < 0:
        return f"-{short_money(-n)}"
    if n >= BILLION and n % MILLION == 0:
        return f"{decimal_text(Decimal(n) / BILLION)} tỷ đồng"
    if MILLION <= n < BILLION and n % 1000 == 0:
        return f"{decimal_text(Decimal(n) / MILLION)} triệu đồng"
    return f"{grouped(n)} đồng"


def hedged_money(n: int) -> str:
    """A sum spoken roundly: "trên 200 triệu đồng" for 203.500.000. Whole triệu, or under one: exact."""
    low = round_down(n) if n >= MILLION and n % MILLION else n
    return short_money(n) if low == n else f"trên {short_money(low)}"


def decimal_text(value: Decimal) -> str:
    """1250.50 as "1.250,5": grouped, comma, no needless zeros."""
    whole, _, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def percent(num: int, den: int) -> Decimal | None:
    """num of den in percent, rounded half up to 2 decimals; None when there is nothing to divide by."""
    if den == 0:
        return None
    return (Decimal(num) * 100 / den).quantize(Decimal("0.01"), ROUND_HALF_UP)


def percent_text(value: Decimal | None) -> str:
    """57.14 as "57,14%", 100.00 as "100%", None as "—"."""
    return "—" if value is None else f"{decimal_text(value)}%"


def fraction(num: int, den: int) -> str:
    """Part and whole: "56/56"."""
    return f"{grouped(num)}/{grouped(den)}"


def change(now: int | Decimal | None, before: int | Decimal | None) -> str:
    """A figure against the same period a year before: "tăng 12,5%", "giảm 3%", "bằng cùng kỳ"."""
    if now is None:
        return "chưa có số liệu"
    if before is None:
        return "chưa có số liệu cùng kỳ"
    if now == before:
        return "bằng cùng kỳ"
    return _moved(Decimal(now), Decimal(before)) if before else "cùng kỳ không phát sinh"


def _moved(now: Decimal, before: Decimal) -> str:
    share = (abs(now - before) * 100 / abs(before)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    size = percent_text(share) if share else "dưới 0,01%"
    return f"{'tăng' if now > before else 'giảm'} {size}"


def capital_first(s: str) -> str:
    """The first letter large, the rest untouched."""
    return s[:1].upper() + s[1:]


def join_list(items: Sequence[str]) -> str:
    """["a", "b", "c"] as "a, b và c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} và {items[-1]}"


def place_and_day(place: str, day: date) -> str:
    """Days under 10 and the first two months with a nought before, as the decree on papers wants."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    text = f"ngày {day.day:02d} tháng {month} năm {day.year}"
    return f"{place}, {text}" if place else capital_first(text)
