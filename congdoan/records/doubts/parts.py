"""Doubts about figures side by side: parts that do not make the whole, or are more than it; a mean out of scale."""

from collections.abc import Iterator, Mapping

from congdoan.base.words import grouped, short_money
from congdoan.ledger.indicator import BY_CODE

Values = Mapping[str, int]  # what figures come to, by code

# Figures that are counted apart and yet must come to another's value.
TOGETHER = {"CAR-04": ("CAR-06", "CAR-07"), "FUN-15": ("FUN-03", "FUN-04")}
# Who is a part of whom.
AT_MOST = (
    ("MEM-01", "MEM-03"),
    ("MEM-02", "MEM-01"),
    ("LAB-02", "LAB-01"),
    ("LAB-03", "LAB-01"),
    ("LAB-04", "LAB-03"),
    ("LAB-12", "LAB-01"),
    ("LAB-13", "LAB-01"),
    ("LAB-14", "LAB-01"),
    ("LAB-15", "LAB-01"),
)
WAGES, PAID = "LAB-51", "LAB-08"
LEAST_WAGE, MOST_WAGE = 1_000_000, 200_000_000  # đồng a month, on the mean of a workplace


def unequal(values: Values) -> Iterator[str]:
    """Parts that do not come to their whole."""
    for code, parts in TOGETHER.items():
        if code in values and all(part in values for part in parts):
            whole, sum_of = values[code], sum(values[part] for part in parts)
            if sum_of != whole:
                texts = " + ".join(grouped(values[part]) for part in parts)
                yield (
                    f"{BY_CODE[code].name}: các phần {texts} = {grouped(sum_of)}, lệch "
                    f"{grouped(abs(sum_of - whole))} so với {grouped(whole)}; hãy xem lại."
                )


def above(values: Values) -> Iterator[str]:
    """Parts that are more than their whole."""
    for part, whole in AT_MOST:
        if part in values and values[part] > values.get(whole, 0) > 0:
            yield (
                f"{BY_CODE[part].name} ({grouped(values[part])}) nhiều hơn {BY_CODE[whole].name.lower()} "
                f"({grouped(values[whole])}); hãy xem lại."
            )


def wage(wages: int | None, paid: int | None) -> Iterator[str]:
    """A mean wage nobody earns."""
    if wages and paid and not LEAST_WAGE <= wages // paid <= MOST_WAGE:
        yield (
            f"Tiền lương bình quân là {short_money(wages // paid)} một tháng; hãy xem lại tổng tiền lương và số người."
        )


def odd(values: Values) -> Iterator[str]:
    """All of these."""
    yield from unequal(values)
    yield from above(values)
    yield from wage(values.get(WAGES), values.get(PAID))
