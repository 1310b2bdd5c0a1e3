"""A figure said: its value, what it counts in, and how it stands against the year before."""

from decimal import Decimal

from congdoan.base import words
from congdoan.ledger.figures import Figure
from congdoan.ledger.indicator import BY_KEY, Indicator

Value = int | Decimal | None


def value_text(indicator: Indicator, value: Value) -> str | None:
    """The number alone, as large as it stands on a page: "179", "82,1" (triệu đồng), "57,14%"; None where there is none."""
    if value is None or not indicator.money:
        return None if value is None else _plain(value)
    return words.short_money(int(value)).split()[0]


def counts_in(indicator: Indicator, value: Value) -> str:
    """What stands beside the number: "suất", "triệu đồng"; nothing beside a percent, which has its sign."""
    if indicator.counts_in == "%" or value is None:
        return ""
    return words.short_money(int(value)).split(maxsplit=1)[1] if indicator.money else indicator.counts_in


def brief(indicator: Indicator, value: Value) -> str | None:
    """The number in a column of its kind: sums say whether they are thousands of millions, "1,25 tỷ", but not "đồng"."""
    text = value_text(indicator, value)
    if text is None or not indicator.money:
        return text
    return f"{text} {counts_in(indicator, value)}".removesuffix(" đồng")


def said(indicator: Indicator, value: Value) -> str:
    """In a sentence, with what it counts in: "06 gia đình", "82,1 triệu đồng", "57,14%"."""
    return (
        "chưa có số liệu"
        if value is None
        else f"{spoken(indicator, value)} {counts_in(indicator, value)}".rstrip()
    )


def spoken(indicator: Indicator, value: Value) -> str:
    """The number as a sentence has it: small counts with two digits."""
    plain = isinstance(value, int) and not indicator.money
    return words.small(int(value)) if plain and value is not None else value_text(indicator, value) or "—"


def change(indicator: Indicator, now: Value, before: Value) -> str:
    """Against the same period a year before; percents differ in points: "tăng 12,5%", "giảm 3 điểm"."""
    if indicator.counts_in == "%" and now is not None and before is not None and now != before:
        points = words.decimal_text(abs(Decimal(now) - Decimal(before)))
        return f"{'tăng' if now > before else 'giảm'} {points} điểm"
    return words.change(now, before)


def share_text(figure: Figure) -> str:
    """Part and whole of a ratio, "53/56"; empty where there is none or it is one of sums of money."""
    if figure.num is None or figure.den is None or BY_KEY[figure.indicator.num].money:
        return ""
    return words.fraction(figure.num, figure.den)


def _plain(value: int | Decimal) -> str:
    return words.percent_text(value) if isinstance(value, Decimal) else words.grouped(value)
