"""What a report says of targets: beside a figure, how far it came; in a table, every one with its result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from congdoan.base.period import Period
from congdoan.ledger.indicator import Indicator
from congdoan.org.models import Unit
from congdoan.targets import queries as targets
from congdoan.targets.judging import Verdict
from congdoan.targets.rows import Row as Goal
from congdoan.targets.rows import summed

from .answers import Answer, Row
from .questions import href
from .tags import NEXT, SHEET_CODE, Tag

OWN, JOINT = "Chỉ tiêu của tổ chức công đoàn", "Chỉ tiêu công đoàn phối hợp thực hiện"


@dataclass
class Goals:
    """The targets of a union whose days a report tells of, and those that come after."""

    unit: Unit
    period: Period
    known_at: datetime | None = None

    @cached_property
    def rows(self) -> Sequence[Goal]:
        """Judged on the period's last day."""
        return targets.sheet(self.unit, self.period, self.known_at)

    def told(self, indicator: Indicator) -> str:
        """ "đạt 129,5% chỉ tiêu"; empty where the figure has no target, or nothing came of it yet."""
        found = next((row for row in self.rows if _is_of(row, indicator)), None)
        if found is None or found.result is None:
            return ""
        if found.verdict is Verdict.NOT_DUE:
            return f"bằng {found.attainment_text} chỉ tiêu" if found.attainment_text else ""
        return (
            f"đạt {found.attainment_text} chỉ tiêu"
            if found.attainment_text
            else f"{found.verdict_text} chỉ tiêu"
        )

    def sheet(self, tag: Tag) -> Answer:
        """The table a tag asks for, a row for each target."""
        ahead = tag.period == NEXT
        found = self._next() if ahead else self.rows
        rows = tuple(_lines(found, ahead))
        said = "" if ahead or not found else f"Chung: {summed(found)}"
        return Answer(SHEET_CODE, "Chỉ tiêu", "chỉ tiêu", len(rows), told=said, rows=rows)

    def _next(self) -> Sequence[Goal]:
        """The targets of the resolutions that begin when the period is over."""
        after = self.period.last + timedelta(days=1)
        begun = {row.target.pk for row in self.rows}
        found = targets.sheet(self.unit, Period.between(after, after), self.known_at)
        return [row for row in found if row.target.pk not in begun]


def _is_of(row: Goal, indicator: Indicator) -> bool:
    target = row.target
    return target.number == indicator.number and not target.cut and not target.by_hand


def _lines(found: Sequence[Goal], ahead: bool) -> Iterator[Row]:
    """A line a target; where there are both sorts, the union's own and those it shares stand under their names."""
    lines = [(row.target.joint, _line(row, number, ahead)) for number, row in enumerate(found, 1)]
    sorts = {joint for joint, _ in lines}
    for joint in sorted(sorts):
        if len(sorts) > 1:
            yield Row("joint" if joint else "own", JOINT if joint else OWN, None)
        yield from (line for its, line in lines if its == joint)


def _line(row: Goal, number: int, ahead: bool) -> Row:
    said = ("", "", "") if ahead else (row.result_text, row.attainment_text, row.verdict_text)
    figure = None if ahead else row.figure
    path = (
        href(figure.indicator, figure.unit, figure.period, figure.asked.scope, figure.asked.where)
        if figure
        else ""
    )
    value = figure.value if figure else None
    return Row(str(number), row.label, value, path, texts=(row.demand, *said))
