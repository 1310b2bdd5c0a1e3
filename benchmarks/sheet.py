"""The score sheet of the province: totals of the year, and what each branch must do; beside a plain question each."""

from datetime import date

from congdoan.base.period import Period
from congdoan.ledger.indicator import Indicator
from congdoan.org import queries as org
from congdoan.targets import actions, queries
from congdoan.targets.models import Resolution, Target

from . import plain
from .build import SUMS, Province

TOTALS, EACH = SUMS[:20], SUMS[20:24]


def resolve(province: Province) -> Resolution:
    """A year's resolution with all of them."""
    targets = [_said(i, Target.Measure.TOTAL, 1000) for i in TOTALS]
    targets += [_said(i, Target.Measure.EACH, 1) for i in EACH]
    return actions.resolve(
        unit=province.top, title="Nghị quyết năm 2024", signed_on=date(2024, 1, 5), first=date(2024, 1, 1),
        last=date(2024, 12, 31), targets=targets, by=None,
    )  # fmt: skip


def results(resolution: Resolution) -> list[int]:
    """What the score sheet says each came to."""
    return [int(row.result or 0) for row in queries.score_sheet(resolution)]


def plainly(province: Province, year: Period) -> list[int]:
    """The same by plain questions: one a total, one a branch for what each must do."""
    branches = list(org.children(province.top, year.last))
    totals = [plain.answer(province.top, year, indicator) for indicator in TOTALS]
    return totals + [min(plain.answer(branch, year, i) for branch in branches) for i in EACH]


def _said(indicator: Indicator, measure: str, value: int) -> dict[str, object]:
    return {"text": indicator.name, "number": indicator.number, "value": value, "measure": measure}
