"""What waits in the books of a union: money on its way, counts that do not agree, papers to make public."""

from collections.abc import Iterator
from datetime import date, timedelta

from congdoan.base.words import short_money
from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from . import counting, instalments, planning, transfers
from .models import Loan, Transfer, Turn

SOON = timedelta(days=14)


def due(unit: Unit, day: date) -> list[Due]:
    """Of this union's own books."""
    moving = [_moving(one, unit) for one in transfers.waiting(unit)[:MOST]]
    return [*moving, *_counts(unit), *_public(unit), *_instalments(unit, day), *_turns(unit, day)]


def _moving(one: Transfer, unit: Unit) -> Due:
    money, sent = short_money(transfers.sum_of(one.sent)), one.sent
    what = f"Nhận {money} từ {sent.unit}" if one.to_id == unit.pk else f"Chờ {one.to} nhận {money}"
    return Due(what, unit, None, "transfer", one.uid, sent.dated_on)


def _counts(unit: Unit) -> Iterator[Due]:
    for one in counting.unbalanced(unit)[:MOST]:
        less = "thiếu" if one.difference < 0 else "thừa"
        what = f"{one.count.fund.name} kiểm đếm {less} {short_money(one.gap)}, chưa giải trình"
        yield Due(what, unit, None, "count_explain", one.count.uid, one.count.counted_on)


def _instalments(unit: Unit, day: date) -> Iterator[Due]:
    """Instalments of loans that are behind, or fall due soon; who owes is told on the page it leads to."""
    rows = [one for one in instalments.owed(Loan.objects.filter(fund__unit=unit), day) if one.left]
    for one in sorted(rows, key=lambda one: one.next_on)[:MOST]:
        if one.behind or one.next_on <= day + SOON:
            money = short_money(one.behind or one.part)
            what = f"Thu nợ {one.loan.fund.name}, kỳ {one.next}/{one.loan.months}: {money}"
            yield Due(what, unit, one.next_on, "loan_pay_back", one.loan.uid)


def _turns(unit: Unit, day: date) -> Iterator[Due]:
    """Turns of savings that have come, or come soon."""
    for turn in instalments.open_turns(Turn.objects.filter(fund__unit=unit, due_on__lte=day + SOON))[:MOST]:
        what = f"Trao {turn.fund.name} đến lượt: {short_money(turn.amount)}"
        yield Due(what, unit, turn.due_on, "turn_pay", turn.uid)


def _public(unit: Unit) -> Iterator[Due]:
    for one in planning.waiting(unit)[:MOST]:
        told = one.words or one.get_paper_display()
        yield Due(f"Công khai: {told}", unit, one.due_on, "disclosure_done", one.uid)
