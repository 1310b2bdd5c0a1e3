"""What waits in the books of a union: money on its way, counts that do not agree, papers to make public."""

from collections.abc import Iterator
from datetime import date

from congdoan.base.words import short_money
from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from . import counting, planning, transfers
from .models import Transfer


def due(unit: Unit, day: date) -> list[Due]:
    """Of this union's own books."""
    moving = [_moving(one, unit) for one in transfers.waiting(unit)[:MOST]]
    return [*moving, *_counts(unit), *_public(unit)]


def _moving(one: Transfer, unit: Unit) -> Due:
    money, sent = short_money(transfers.sum_of(one.sent)), one.sent
    what = f"Nhận {money} từ {sent.unit}" if one.to_id == unit.pk else f"Chờ {one.to} nhận {money}"
    return Due(what, unit, None, "transfer", one.uid, sent.dated_on)


def _counts(unit: Unit) -> Iterator[Due]:
    for one in counting.unbalanced(unit)[:MOST]:
        less = "thiếu" if one.difference < 0 else "thừa"
        what = f"{one.count.fund.name} kiểm đếm {less} {short_money(one.gap)}, chưa giải trình"
        yield Due(what, unit, None, "count_explain", one.count.uid, one.count.counted_on)


def _public(unit: Unit) -> Iterator[Due]:
    for one in planning.waiting(unit)[:MOST]:
        told = one.words or one.get_paper_display()
        yield Due(f"Công khai: {told}", unit, one.due_on, "disclosure_done", one.uid)
