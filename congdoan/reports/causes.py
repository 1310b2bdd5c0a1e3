"""Because of what a report's figures moved since they were fixed: records and the tree, with the reasons given."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from congdoan.audit.models import Posting
from congdoan.ledger import breakdowns
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Ancestry, Organising, Placement, Unit
from congdoan.records.record import Record

from .counting import part_numbers, questions
from .models import Report
from .questions import day_of

MOST = 200  # told
ACTS = {
    "add": "Ghi thêm",
    "amend": "Sửa",
    "withdraw": "Hủy",
    "redraw": "Tính lại theo quy tắc mới",
    "found": "Thành lập",
    "move": "Chuyển nơi trực thuộc",
    "close": "Kết thúc hoạt động",
    "organise": "Thêm cơ quan, đơn vị",
    "stop_organising": "Thôi phụ trách cơ quan, đơn vị",
}


@dataclass(frozen=True)
class Cause:
    """A record written, amended or withdrawn after the moment, or a change of the tree; with the reason given."""

    title: str
    action: str
    why: str
    by: int | None
    at: datetime
    record: Record | None = None

    @property
    def told(self) -> str:
        """What was done, in a word or two."""
        return ACTS.get(self.action, "Thay đổi")


def causes(report: Report) -> list[Cause]:
    """Everything that came after the moment and stands in the report's figures, newest first; at most `MOST`."""
    if report.frozen_at is None:
        return []
    found = [*_records_since(report), *_tree_since(report)]
    return sorted(found, key=lambda cause: cause.at, reverse=True)[:MOST]


def _records_since(report: Report) -> Iterator[Cause]:
    assert report.frozen_at
    late = _late_numbers(report, report.frozen_at)
    pairs: set[tuple[int, int]] = set()
    for indicator, asked in questions(report):
        if late & {indicator.number, *part_numbers(indicator)}:
            pairs |= breakdowns.posted_since(indicator, asked, RECORD, report.frozen_at)
    records = Record.objects.select_related("unit").in_bulk({source for source, _ in pairs})
    postings = Posting.objects.in_bulk({posting for _, posting in pairs})
    for source, number in pairs:
        record, posting = records[source], postings[number]
        if posting.at:
            yield Cause(record.title, posting.action, posting.why, posting.by, posting.at, record)


def _late_numbers(report: Report, at: datetime) -> set[int]:
    """The indicators that anything came to after the moment, at unions that ever stood under the report's."""
    under = Ancestry.objects.filter(ancestor=report.unit, unknown_at=None).values("unit")
    late = Q(posting__at__gt=at) | Q(day__gt=day_of(at))
    found = Entry.objects.filter(late, origin=RECORD, unit__in=under).values_list("indicator", flat=True)
    return set(found.distinct())


def _tree_since(report: Report) -> Iterator[Cause]:
    """Unions that came, left or moved under the report's since the moment, and their employers, as far as its days
    reach: one cause an act."""
    under = Ancestry.objects.filter(ancestor=report.unit)
    since = Q(made__at__gt=report.frozen_at) | Q(unmade__at__gt=report.frozen_at)
    for model, what, units in (
        (Placement, "parent_id", under.filter(depth__gt=0)),
        (Organising, "employer_id", under),
    ):
        rows = model._default_manager.filter(since, unit__in=units.values("unit"))
        rows = rows.select_related("unit", "made", "unmade")
        acts: dict[Posting, _Act] = defaultdict(_Act)
        for row in rows.order_by("pk"):
            if row.made.at and row.made.at > (report.frozen_at or row.made.at):
                acts[row.made].made.append(row)
            if row.unmade:
                acts[row.unmade].unmade.append(row)
        for posting, act in acts.items():
            if act.begins(what) <= report.last_on and posting.at:
                yield Cause(act.unit.name, posting.action, posting.why, posting.by, posting.at)


@dataclass
class _Act:
    """The facts of the tree that one posting made and superseded."""

    made: list[Any] = field(default_factory=list)
    unmade: list[Any] = field(default_factory=list)

    @property
    def unit(self) -> Unit:
        unit: Unit = (self.made or self.unmade)[0].unit
        return unit

    def begins(self, what: str) -> date:
        """The first day that is other than before. A fact only made shorter or longer differs from its end on."""
        ends = {(row.from_on, getattr(row, what)): row.to_on for row in self.unmade}
        days = []
        for row in self.made:
            before = ends.pop((row.from_on, getattr(row, what)), None)
            days.append(min(before, row.to_on) if before else row.from_on)
        begins: date = min([*days, *(from_on for from_on, _ in ends)])
        return begins
