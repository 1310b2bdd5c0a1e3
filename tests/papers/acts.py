"""Short ways to register papers, ask for reports and plan in tests."""

from datetime import date
from typing import Any

from congdoan.papers import planning
from congdoan.papers.models import Plan, PlanLine
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
