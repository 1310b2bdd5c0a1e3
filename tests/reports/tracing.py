"""From every number of a report's file back to the records it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

from congdoan.base.period import Period
from congdoan.ledger import breakdowns
from congdoan.ledger.conditions import parse_where
from congdoan.ledger.figures import Figure, figure
from congdoan.ledger.indicator import BY_KEY, find
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Unit
from congdoan.records.record import Record
from congdoan.reports import formats, rendering
from congdoan.reports.answers import Answer, Row
from congdoan.reports.kept import from_json
from congdoan.reports.models import Report
from tests.reports.papers import Control, controls


@dataclass(frozen=True)
class Traced:
    """A number of the file: what was kept of it, and the figure its link leads to."""

    control: Control
    answer: Answer
    row: Row | None
    figure: Figure

    @property
    def kept(self) -> object:
        return self.row.value if self.row else self.answer.value

    @property
    def exact(self) -> str:
        """The value as tables and the annex write it."""
        return formats.exact(self.answer, self.row.value) if self.row else formats.whole(self.answer)


def traced(report: Report) -> Iterator[Traced]:
    """Every content control of a frozen or issued report's file."""
    for control in controls(rendering.docx(report)):
        base, _, part = control.tag.partition("@")
        kept = [from_json(row.answer) for row in report.answers.filter(ref=base)]
        rows = [(answer, row) for answer in kept for row in answer.rows if row.key == part]
        answer, row = rows[0] if part else (kept[0], None)
        yield Traced(control, answer, row, _behind(control.link))


def unexplained(report: Report) -> list[str]:
    """The numbers whose link leads to another value than was kept, or to lines that are no records; "" when none."""
    return [f"{one.control.tag}: {why}" for one in traced(report) for why in _doubts(one)]


def _doubts(one: Traced) -> Iterator[str]:
    if one.figure.value != one.kept:
        yield f"{one.kept} kept, {one.figure.value} at {one.control.link}"
    asked = one.figure.indicator, one.figure.asked
    found, listed = breakdowns.lines(*asked, limit=10_000), breakdowns.how_many_lines(*asked)
    if len(found) != listed or listed > one.figure.entries:  # alike lines of one record are listed as one
        yield f"{len(found)} lines of {listed}, {one.figure.entries} told"
    if one.kept and not found:
        yield "a number without lines"
    if one.figure.indicator.adds == "sum" and sum(line.quantity for line in found) != one.kept:
        yield "the lines do not add up"
    records = {line.source for line in found if line.origin == RECORD}
    if Record.objects.filter(pk__in=records, withdrawn=False).count() != len(records):
        yield "a line without its record"


def _behind(link: str) -> Figure:
    """The figure at the address of its page."""
    parts = urlsplit(link)
    assert link.startswith(settings.URL)
    asked = parse_qs(parts.query)
    indicator = find(parts.path.rpartition("/")[2])
    where = parse_where(asked.get("loc", []))
    assert set(where) <= set(indicator.cuts or BY_KEY[indicator.num].cuts if where else where)
    unit, period = Unit.objects.get(code=asked["cd"][0]), Period.parse(asked["ky"][0])
    return figure(indicator, unit, period, scope=asked.get("pham-vi", ["all"])[0], where=where)
