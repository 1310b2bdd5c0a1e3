"""A resolution in a line: its days, and each target as code, value and what differs from the usual."""

from datetime import date
from typing import Any

from congdoan.base.period import Period
from congdoan.ledger.indicator import find
from congdoan.officers.models import Term
from congdoan.org.models import Unit
from congdoan.targets import actions, queries
from congdoan.targets.models import Resolution, Target
from congdoan.targets.results import Day
from congdoan.targets.rows import Row

M, Op = Target.Measure, Target.Op


def target(code: str, value: int, measure: M = M.TOTAL, **more: Any) -> dict[str, Any]:
    """A target as a form hands it over; no code: judged by hand."""
    number = find(code).number if code else 0
    text = more.pop("text", f"{code} {value}")
    return {"text": text, "number": number, "value": value, "measure": measure, **more}


def resolved(
    unit: Unit, period: str | Period, *targets: dict[str, Any], term: Term | None = None
) -> Resolution:
    """The union resolves these targets for a period."""
    days = Period.parse(period) if isinstance(period, str) else period
    return actions.resolve(
        unit=unit, title=f"Nghị quyết {days.code}", number="01/NQ", signed_on=days.first, first=days.first,
        last=days.last, targets=targets, term=term, by=None,
    )  # fmt: skip


def one(unit: Unit, period: str, on: date | None = None) -> Row:
    """The only target of a union in a period, judged; `on`: as on that day."""
    if on is None:
        (row,) = queries.sheet(unit, Period.parse(period))
        return row
    (resolution,) = queries.covering(unit, Period.parse(period))
    goals = [queries.goals.own(found, resolution) for found in queries.targets_of([resolution])]
    (row,) = queries.judged(goals, Day(on))
    return row
