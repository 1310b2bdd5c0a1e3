"""The papers of Lào Cai's public sector union this year: the register, the year's plan, two reports asked of its unions.

Made up, but the plan's lines are carried out by what the other steps recorded.
"""

from datetime import date, timedelta
from typing import Any

from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.papers import actions, asking, planning
from congdoan.papers.models import Paper, ReportDue
from congdoan.records.record import Record

from .moments import as_of, moment, working_day
from .pen import Pen

ABOVE = "LĐLĐ tỉnh Lào Cai"
CAME = (
    (150, "plan", "07/KH-LĐLĐ", "Kế hoạch tổ chức các hoạt động trong năm", 0),
    (60, "letter", "112/LĐLĐ-CSPL", "Về việc rà soát đoàn viên có hoàn cảnh khó khăn", 20),
    (21, "letter", "145/LĐLĐ-TG", "Về việc đăng ký tham gia hội thao", 14),
    (6, "letter", "151/LĐLĐ-TC", "Về việc báo cáo số liệu đoàn viên, cán bộ công đoàn", 18),
)  # days ago, sort, what stands on it, what it is about, days to deal with it
WENT = (
    (48, "report", "Kết quả rà soát đoàn viên có hoàn cảnh khó khăn"),
    (40, "notice", "Kết luận hội nghị Ban Chấp hành"),
    (30, "invitation", "Mời dự hội nghị Ban Chấp hành"),
    (12, "letter", "Về việc thực hiện Quy chế dân chủ ở cơ sở"),
)
GROUNDS = "Căn cứ Kế hoạch số 07/KH-LĐLĐ của LĐLĐ tỉnh Lào Cai;\nCăn cứ Nghị quyết Đại hội Công đoàn Viên chức tỉnh;"
AIMS = "Chăm lo, bảo vệ quyền lợi đoàn viên thiết thực, đúng đối tượng.\nMỗi việc có người chịu trách nhiệm và thời hạn rõ ràng."
LINES: tuple[tuple[int, str, str, str, int | None], ...] = (
    (3, "Tuyên truyền pháp luật, nghị quyết tại cơ sở", "Ban Tuyên giáo", "PRO-01", 5),
    (12, "Thăm hỏi đoàn viên ốm đau, hoàn cảnh khó khăn", "Ban Chính sách", "CAR-01", 80),
    (9, "Rà soát quy chế phối hợp với chính quyền đồng cấp", "Văn phòng", "", None),
    (10, "Tập huấn nghiệp vụ cho cán bộ công đoàn cơ sở", "Ban Tổ chức", "", 2),
    (12, "Tổng kết công tác công đoàn năm, bình xét thi đua", "Ban Chấp hành", "", None),
)  # due in which month, what, who, of which indicator, how many


def keep() -> str:
    """The register, the plan, the reports."""
    pen, day = Pen("papers"), today()
    _register(pen, day)
    plan = _plan(pen, day.year)
    _reports(pen, day)
    count = Paper.objects.filter(unit=pen.upper).count()
    return f"{count} văn bản, {plan.lines.count()} việc trong kế hoạch, {ReportDue.objects.count()} báo cáo phải nộp"


def _register(pen: Pen, day: date) -> None:
    came = [_came(pen, day, *row) for row in CAME]
    for ago, sort, subject in WENT:
        answers = came[1] if sort == "report" else None
        _paper(pen, "out", _on(day, ago), sort=sort, subject=subject, answers=answers, digital=ago > 20)
    slip = _paper(pen, "out", _on(day, 10), sort="letter", subject="Về việc ghi trùng, không phát hành")
    actions.withdraw(paper=slip, by=pen.keeper(pen.upper), why="Vào sổ hai lần")


def _came(pen: Pen, day: date, ago: int, sort: str, symbol: str, subject: str, within: int) -> Paper:
    on = _on(day, ago)
    due = on + timedelta(days=within) if within else None
    said: dict[str, Any] = {"symbol": symbol, "issuer": ABOVE, "handler": "Văn phòng", "due_on": due}
    return _paper(pen, "in", on, sort=sort, subject=subject, arrived_on=on, **said)


def _plan(pen: Pen, year: int) -> Any:
    by, on = pen.keeper(pen.upper), working_day(date(year, 1, 5))
    title = f"Kế hoạch công tác công đoàn năm {year}"
    with as_of(moment(on)):
        paper = _paper(pen, "out", on, sort="plan", subject=title, digital=True)
        plan = planning.plan_of_year(unit=pen.upper, year=year, by=by)
        days = {"first_on": plan.first_on, "last_on": plan.last_on}
        planning.change_plan(plan=plan, title=title, grounds=GROUNDS, aims=AIMS, paper=paper, by=by, **days)
        lines = [
            planning.add_line(
                plan=plan, what=what, who=who, due_on=date(year, month, 28), indicator=code, quantity=many, by=by
            )
            for month, what, who, code, many in LINES
        ]  # fmt: skip
    own = Record.objects.filter(unit=pen.upper, withdrawn=False, happened_on__gte=plan.first_on)
    for record in own.order_by("-happened_on")[:1]:
        planning.carry_out(line=lines[2], record=record, by=by)
    return plan


def _reports(pen: Pen, day: date) -> None:
    """The last quarter's came from most in time, late from one, from one not at all; this month's is due soon."""
    by, unions = pen.keeper(pen.upper), pen.unions[:12]
    asked_on, due_on = _on(day, 60), _on(day, 30)
    with as_of(moment(asked_on)):
        quarter = asking.ask(
            unit=pen.upper, unions=unions, what="Báo cáo kết quả hoạt động công đoàn quý", period="quarter", due_on=due_on, by=by
        )  # fmt: skip
    owed = list(quarter.owed.select_related("unit", "asked").order_by("unit__name_key"))
    for n, due in enumerate(owed[:-1]):
        _file(pen, due, due_on + timedelta(days=3 if n == 4 else -2))
    asking.ask(
        unit=pen.upper, unions=unions, what="Báo cáo nhanh số liệu đoàn viên", period="sudden",
        due_on=day + timedelta(days=9), by=by,
    )  # fmt: skip


def _file(pen: Pen, due: ReportDue, on: date) -> None:
    with as_of(moment(on)):
        paper = _paper(pen, "out", on, unit=due.unit, sort="report", subject=due.asked.what)
        asking.file(due=due, on=on, paper=paper, by=pen.keeper(due.unit))


def _paper(pen: Pen, way: str, on: date, *, unit: Unit | None = None, **said: Any) -> Paper:
    unit = unit or pen.upper
    with as_of(moment(on)):
        return actions.register(unit=unit, way=way, by=pen.keeper(unit), dated_on=on, **said)


def _on(day: date, ago: int) -> date:
    """So many days ago, or the next day offices worked."""
    return min(working_day(day - timedelta(days=ago)), day)
