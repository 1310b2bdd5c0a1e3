"""Which part of a figure is asked for, as it is typed or stands in an address: `form=cash`."""

from collections.abc import Iterable

from congdoan.base.errors import Refused

from .cuts import DIMENSIONS, refuse_unwritable


def parse_where(conditions: Iterable[str]) -> dict[str, str]:
    """`["form=cash", …]` as typed on the command line. Refuses what is no condition and breakdowns that don't exist."""
    where: dict[str, str] = {}
    for typed in conditions:
        dimension, value = _condition(typed)
        if where.setdefault(dimension, value) != value:
            raise Refused(f"“{dimension}” được nêu hai lần; mỗi lần hỏi hãy chọn một giá trị.", "where")
    return where


def _condition(typed: str) -> tuple[str, str]:
    dimension, equals, value = (part.strip() for part in typed.partition("="))
    if not (dimension and equals and value):
        raise Refused(f"Điều kiện “{typed}” chưa đúng dạng; hãy viết như form=cash.", "where")
    if dimension not in DIMENSIONS:
        known = ", ".join(sorted(DIMENSIONS))
        raise Refused(f"Không chia số liệu theo “{dimension}”; chia được theo: {known}.", "where")
    refuse_unwritable(dimension, value)
    return dimension, value
