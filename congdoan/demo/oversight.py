"""Inspection as it goes on: this year's plan of Lào Cai's public sector union, demands followed up, two complaints.

The unions, the demands and the complaints are made up; nobody in them exists.
"""

from datetime import date, timedelta
from typing import Any

from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.oversight import actions, following, handling
from congdoan.oversight.models import Plan
from congdoan.records.inspections import Demand
from congdoan.records.record import Record

from .moments import as_of, moment, working_day
from .pen import Pen

DEMANDS = (
    ("Mở sổ quỹ tiền mặt, kiểm kê quỹ cuối mỗi tháng", 0),
    ("Nộp lại quỹ khoản chi sai chế độ thăm hỏi", 1_500_000),
    ("Bổ sung biên bản họp ban chấp hành hằng quý", 0),
)


def oversee() -> str:
    """The plan, three inspections with what they demand, and what became of it; two complaints."""
    pen, day = Pen("oversight"), today()
    unions = pen.random.sample(pen.unions, 8)
    plan = _plan(pen, unions, day)
    visited = [
        _inspect(pen, union, day - timedelta(days=ago))
        for union, ago in zip(unions, (120, 75, 20), strict=False)
    ]
    _follow(pen, visited, day)
    _complaints(pen, unions, day)
    return f"{plan.lines.count()} cuộc trong kế hoạch, {Demand.objects.count()} kiến nghị, 2 đơn"


def _plan(pen: Pen, unions: list[Unit], day: date) -> Plan:
    """Approved in January: two unions a quarter, and the union itself at the end of the year."""
    year, by = day.year, pen.keeper(pen.upper)
    with as_of(moment(working_day(date(year, 1, 8)))):
        first, last = date(year, 1, 1), date(year, 12, 31)
        plan = actions.begin_plan(unit=pen.upper, sort="year", first_on=first, last_on=last, by=by)
        for n in range(4):
            days = {"first_on": date(year, 3 * n + 1, 1), "last_on": _last(year, 3 * n + 3)}
            actions.add_lines(plan=plan, unions=unions[2 * n : 2 * n + 2], subject="finance", by=by, **days)
        actions.add_lines(plan=plan, unions=[pen.upper], subject="charter", by=by, **days)
        return actions.approve_plan(plan=plan, number="05/KH-UBKT", on=date(year, 1, 8), by=by)


def _last(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _inspect(pen: Pen, union: Unit, on: date) -> Record:
    """An inspection of one union's finance, told whole."""
    on = min(working_day(on), today())
    fields = {
        "subject": "finance", "level": "lower", "decision": "12/QĐ-UBKT", "decided_on": on - timedelta(days=10),
        "examined_from": date(on.year - 1, 1, 1), "examined_to": date(on.year - 1, 12, 31),
        "strengths": "Thu, chi đúng dự toán; chứng từ lưu đủ.", "shortcomings": "Chưa kiểm kê quỹ hằng tháng.",
    }  # fmt: skip
    asked = [
        {
            "key": f"{union.code}-{n}"[-32:],
            "what": what,
            "union": union,
            "amount": amount,
            "due_on": on + timedelta(days=45),
        }
        for n, (what, amount) in enumerate(DEMANDS)
    ]
    lines = {"unions": [{"union": union}], "demands": asked}
    return pen.add("inspection", pen.upper, on, delay=0, fields=fields, lines=lines)


def _follow(pen: Pen, visited: list[Record], day: date) -> None:
    """Of the first all is mended, of the second one is late, of the third the union has reported one."""
    by = pen.keeper(pen.upper)
    first, second, third = (list(Demand.objects.filter(record__uid=record.uid)) for record in visited)
    for demand in [*first, *second[:2]]:
        on = min(demand.due_on - timedelta(days=3), day)
        with as_of(moment(on)):
            following.follow_up(
                demand=demand,
                state="mended",
                on=on,
                recovered=demand.amount,
                proof="Đã xem sổ và phiếu thu.",
                by=by,
            )
    proof = "Đã mở sổ quỹ từ tháng này."
    following.follow_up(demand=third[0], state="reported", on=day, proof=proof, by=pen.keeper(third[0].union))


def _complaints(pen: Pen, unions: list[Unit], day: date) -> None:
    """One forwarded upward and being looked into, one answered."""
    by, came = pen.keeper(pen.upper), day - timedelta(days=25)
    said: dict[str, Any] = {
        "sender": "Một đoàn viên (tên giả định)",
        "content": "Đề nghị xem lại mức trợ cấp khó khăn.",
    }
    one = handling.receive(unit=unions[0], sort="complaint", received_on=came, by=by, **said)
    handling.step(complaint=one, what="forwarded", on=came + timedelta(days=2), to=pen.upper, by=by)
    due = came + timedelta(days=32)
    handling.step(complaint=one, what="taken", on=came + timedelta(days=3), due_on=due, by=by)
    asks: dict[str, Any] = {"sender": "Tổ công đoàn (giả định)", "content": "Kiến nghị bố trí chỗ để xe."}
    two = handling.receive(unit=pen.upper, sort="proposal", received_on=came, by=by, **asks)
    handling.step(complaint=two, what="taken", on=came, due_on=came + timedelta(days=30), by=by)
    handling.step(
        complaint=two, what="resolved", on=day - timedelta(days=5), by=by, note="Đã trả lời bằng văn bản."
    )
