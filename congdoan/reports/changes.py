"""What moved since a report's figures were fixed, and because of what. And the way back: which reports counted a record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from congdoan.audit.models import Posting
from congdoan.base.period import Period
from congdoan.ledger import breakdowns
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER, Indicator, find
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.ledger.sql import Asked
from congdoan.org.models import Ancestry, Organising, Placement, Unit
from congdoan.records.record import Record

from . import formats
from .answers import Answer, Row
from .kept import from_json
from .models import Report
from .questions import day_of, from_kept, period_of, so_far
from .resolve import Live
from .tags import CHANGE, CHART, Tag

MOST = 200  # causes told
Question = tuple[Indicator, Asked]
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
class Change:
    """A printed figure that is no longer what was fixed, or of which parts are not. `parts` are their keys."""

    ref: str
    tag: Tag
    before: Answer
    now: Answer
    parts: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the figure itself moved; else only how it is made up."""
        return _said(self.before) != _said(self.now)

    @property
    def was_text(self) -> str:
        """What was fixed, with its unit."""
        return _text(self.tag, self.before)

    @property
    def now_text(self) -> str:
        """What it has come to since."""
        return _text(self.tag, self.now)


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


def changed_since(report: Report) -> list[Change]:
    """The printed figures whose live value is no longer what was fixed, in the order they were asked."""
    kept = [
        (row.ref, from_kept(row.question), from_json(row.answer)) for row in report.answers.order_by("pk")
    ]
    live = Live(report.unit, Period.parse(report.period)).ahead(tag for _, tag, _ in kept)
    found: dict[str, Change] = {}
    for ref, tag, before in kept:
        if ref and (change := _change(ref, tag, before, live(tag))):
            found[ref] = _both(found[ref], change) if ref in found else change
    return list(found.values())


def causes(report: Report) -> list[Cause]:
    """Everything that came after the moment and stands in the report's figures, newest first; at most `MOST`."""
    if report.frozen_at is None:
        return []
    found = [*_records_since(report), *_tree_since(report)]
    return sorted(found, key=lambda cause: cause.at, reverse=True)[:MOST]


def counted_by(record: Record) -> QuerySet[Report]:
    """The frozen and issued reports whose figures this record is in, the newest first."""
    entries = Entry.objects.filter(origin=RECORD, source=record.pk, sign=1)
    days, numbers = (
        set(entries.values_list("day", flat=True)),
        set(entries.values_list("indicator", flat=True)),
    )
    above = Ancestry.objects.filter(unit__in=entries.values("unit")).values("ancestor")
    near = Report.objects.filter(unit__in=above, answers__code__in=_codes(numbers)).exclude(frozen_at=None)
    found = [report.pk for report in near.distinct() if _counts(report, record, numbers, days)]
    return Report.objects.filter(pk__in=found).select_related("unit").order_by("-frozen_at")


def _change(ref: str, tag: Tag, before: Answer, now: Answer) -> Change | None:
    was, came_to = _parts(before.rows), _parts(now.rows)
    parts = tuple(key for key in was | came_to if was.get(key) != came_to.get(key))
    change = Change(ref, tag, before, now, parts)
    return change if change.moved or parts else None


def _both(one: Change, other: Change) -> Change:
    """A figure and its breakdown moved: one change."""
    return Change(one.ref, one.tag, one.before, one.now, tuple(dict.fromkeys((*one.parts, *other.parts))))


def _text(tag: Tag, answer: Answer) -> str:
    """A comparison in its own words, anything else exact and with its unit."""
    return (formats.change(answer) or formats.NOTHING) if tag.kind == CHANGE else formats.whole(answer)


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.value, answer.num, answer.den, answer.previous


def _parts(rows: Iterable[Row]) -> dict[str, object]:
    return {row.key: (row.value, row.previous) for row in rows}


def _records_since(report: Report) -> Iterator[Cause]:
    assert report.frozen_at
    late = _late_numbers(report, report.frozen_at)
    pairs: set[tuple[int, int]] = set()
    for indicator, asked in _questions(report):
        if late & {indicator.number, *_part_numbers(indicator)}:
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
    """Unions that came, left or moved under the report's since the moment, as far as its days reach."""
    under = Ancestry.objects.filter(ancestor=report.unit, depth__gt=0).values("unit")
    since = Q(made__at__gt=report.frozen_at) | Q(unmade__at__gt=report.frozen_at)
    postings: dict[int, Cause] = {}
    for model in (Placement, Organising):
        rows = model._default_manager.filter(since, unit__in=under, from_on__lte=report.last_on)
        for row in rows.select_related("unit", "made", "unmade").order_by("pk"):
            posting = row.unmade if row.unmade and row.unmade.at != row.made.at else row.made
            if posting.at:
                postings[posting.pk] = _of_tree(row.unit, posting)
    yield from postings.values()


def _of_tree(unit: Unit, posting: Posting) -> Cause:
    assert posting.at
    return Cause(unit.name, posting.action, posting.why, posting.by, posting.at)


def _counts(report: Report, record: Record, numbers: set[int], days: set[date]) -> bool:
    return any(
        _near(indicator, asked, numbers, days) and breakdowns.sources(indicator, asked, RECORD, [record.pk])
        for indicator, asked in _questions(report, report.frozen_at)
    )


def _near(indicator: Indicator, asked: Asked, numbers: set[int], days: set[date]) -> bool:
    """Whether a question may reach these entries: cheap, before the book is asked."""
    if not numbers & {indicator.number, *_part_numbers(indicator)}:
        return False
    stock = BY_KEY[indicator.num].stock if indicator.num else indicator.stock
    return any(day <= asked.period.last and (stock or day >= asked.period.first) for day in days)


def _questions(report: Report, known_at: datetime | None = None) -> list[Question]:
    """What the report asks of the book, each once; of a ratio its whole too, of a comparison the year before too."""
    found: dict[object, Question] = {}
    for kept in report.answers.order_by("pk").values_list("question", flat=True):
        tag = from_kept(kept)
        for period in _periods(tag, Period.parse(report.period), known_at):
            for indicator in _indicators(find(tag.code)):
                how = {"scope": tag.scope, "where": dict(tag.where), "known_at": known_at}
                asked = asked_for(report.unit, period, indicator, **how)
                found[indicator.number, asked.period, tag.scope, tag.where] = (indicator, asked)
    return list(found.values())


def _periods(tag: Tag, period: Period, known_at: datetime | None) -> list[Period]:
    own = period_of(tag, period)
    return [own, so_far(own, known_at).year_before()] if tag.kind in (CHANGE, CHART) else [own]


def _indicators(indicator: Indicator) -> list[Indicator]:
    return [indicator, BY_KEY[indicator.den]] if indicator.den else [indicator]


def _part_numbers(indicator: Indicator) -> list[int]:
    return [BY_KEY[key].number for key in (indicator.num, indicator.den) if key]


def _codes(numbers: set[int]) -> list[str]:
    """The codes of these indicators and of the ratios they are parts of."""
    ratios = [i for i in BY_NUMBER.values() if numbers & set(_part_numbers(i))]
    return [i.code for i in (*ratios, *(BY_NUMBER[number] for number in numbers))]
