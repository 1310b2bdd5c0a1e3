"""Short ways to register papers, ask for reports and plan in tests."""

from datetime import date
from typing import Any

from congdoan.papers import actions, asking, planning
from congdoan.papers.models import Paper, Plan, PlanLine, ReportAsked, ReportDue
from tests.cast import Cast

UPPER, UNION, OTHER = "laocai-cdvc", "laocai-tu-phap", "laocai-y-te"
DAY = date(2024, 3, 5)


def plan(cast: Cast, at: str = UPPER, year: int = 2024) -> Plan:
    """The plan of a year, still empty."""
    return planning.plan_of_year(unit=cast[at], year=year, by=None)


def line(
    into: Plan, what: str = "Tổ chức Hội thao", due_on: date = date(2024, 6, 30), **said: Any
) -> PlanLine:
    """One thing to do by the end of June."""
    return planning.add_line(plan=into, what=what, due_on=due_on, by=None, **said)


def out(
    cast: Cast, subject: str = "Tổ chức Hội thao", on: date = DAY, *, at: str = UPPER, **said: Any
) -> Paper:
    """A letter issued on 5 March 2024."""
    said = {"sort": "letter", **said}
    return actions.register(unit=cast[at], way="out", by=None, dated_on=on, subject=subject, **said)


def came(
    cast: Cast, subject: str = "Đăng ký thi đua", on: date = DAY, *, at: str = UPPER, **said: Any
) -> Paper:
    """A letter of the federation that came in on 5 March 2024."""
    said = {"sort": "letter", "symbol": "15/LĐLĐ", "issuer": "LĐLĐ tỉnh Lào Cai", **said}
    return actions.register(unit=cast[at], way="in", by=None, dated_on=on, subject=subject, **said)


def asked_for(cast: Cast, *codes: str, due_on: date = date(2024, 6, 20)) -> ReportAsked:
    """The half-year's report, asked of these unions by 20 June."""
    unions = [cast[code] for code in codes or (UNION, OTHER)]
    what = "Báo cáo 6 tháng đầu năm 2024"
    return asking.ask(unit=cast[UPPER], unions=unions, what=what, period="half_year", due_on=due_on, by=None)


def owed(asked: ReportAsked, cast: Cast, code: str = UNION) -> ReportDue:
    """What one union owes of it."""
    return ReportDue.objects.select_related("asked", "unit").get(asked=asked, unit=cast[code])
