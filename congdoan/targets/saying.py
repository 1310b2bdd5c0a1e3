"""A target, its result and its attainment as unions print them: "400 người trở lên", "trên 85%", "120,44%"."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from congdoan.base import words
from congdoan.ledger.indicator import Indicator

from .models import Target

PLACES = Decimal("0.01")
FULL = Fraction(100)


def rounded(value: Fraction, mode: str = ROUND_HALF_UP) -> Decimal:
    """To two decimals, half up; the exact value is compared first."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(PLACES, mode)


def amount(indicator: Indicator | None, value: Fraction | Decimal | int | None) -> str:
    """A value with what it counts in: "420 người", "82,1 triệu đồng", "95,4%"; a dash where there is none."""
    if value is None:
        return "—"
    number = rounded(Fraction(value))
    if indicator and indicator.counts_in == "%":
        return words.percent_text(number)
    if indicator and indicator.money:
        return words.short_money(int(number.to_integral_value(ROUND_HALF_UP)))
    counted = words.grouped(int(number)) if number == int(number) else words.decimal_text(number)
    return f"{counted} {indicator.counts_in}" if indicator else counted


def demand(target: Target, value: Fraction | Decimal) -> str:
    """What is asked for: "400 người trở lên", "trên 85%", "không quá 02 …", "100%", "không có"."""
    counted = target.indicator
    if target.by_hand:
        return "có"
    if value == 0 and target.op in (Target.Op.EXACTLY, Target.Op.AT_MOST):
        return "không có"
    said = amount(counted, value)
    if target.measure == Target.Measure.EACH:
        return f"mỗi đơn vị ít nhất {words.small(int(value))} {_once(counted)}"
    if target.op == Target.Op.AT_LEAST:
        full = counted is not None and counted.counts_in == "%" and value >= FULL
        return said if full else f"{said} trở lên"
    return {Target.Op.ABOVE: f"trên {said}", Target.Op.AT_MOST: f"không quá {said}"}.get(target.op, said)  # type: ignore[call-overload,no-any-return]


def _once(counted: Indicator | None) -> str:
    return counted.counts_in.split("/")[0] if counted else "lần"


def percent(value: Fraction | None) -> Decimal | None:
    """The attainment as it is printed. What is not quite reached is never printed as 100%."""
    if value is None:
        return None
    number = rounded(value)
    return rounded(value, ROUND_FLOOR) if value < FULL <= number else number
