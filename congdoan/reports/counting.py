"""What a report asks of the book; and the way back: which reports counted a record."""

from datetime import date, datetime

from django.db.models import QuerySet

from congdoan.base.period import Period
from congdoan.ledger import breakdowns
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER, Indicator, find
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.ledger.sql import Asked
from congdoan.org.models import Ancestry, Unit
from congdoan.records.record import Record

from .comparing import earlier
from .models import Report
from .questions import from_kept, period_of, so_far
from .tags import CHANGE, CHART, SHEET_CODE, Tag

Question = tuple[Indicator, Asked]


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


def questions(report: Report, known_at: datetime | None = None) -> list[Question]:
    """What the report asks of the book, each once; of a ratio its whole too, of a comparison the year before too."""
    found: dict[object, Question] = {}
    for kept in (
        report.answers.exclude(ref="")
        .exclude(code=SHEET_CODE)
        .order_by("pk")
        .values_list("question", flat=True)
    ):
        tag = from_kept(kept)
        for period in _periods(report.unit, tag, Period.parse(report.period), known_at):
            for indicator in _indicators(find(tag.code)):
                how = {"scope": tag.scope, "where": dict(tag.where), "known_at": known_at}
                asked = asked_for(report.unit, period, indicator, **how)
                found[indicator.number, asked.period, tag.scope, tag.where] = (indicator, asked)
    return list(found.values())


def _periods(unit: Unit, tag: Tag, period: Period, known_at: datetime | None) -> list[Period]:
    own = period_of(tag, period)
    before = earlier(unit, own, known_at) if tag.kind == CHANGE else None
    if tag.kind == CHART:
        return [own, so_far(own, known_at).year_before()]
    return [own, before[0]] if before else [own]


def _indicators(indicator: Indicator) -> list[Indicator]:
    return [indicator, BY_KEY[indicator.den]] if indicator.den else [indicator]


def part_numbers(indicator: Indicator) -> list[int]:
    """The numbers of a ratio's parts."""
    return [BY_KEY[key].number for key in (indicator.num, indicator.den) if key]


def _counts(report: Report, record: Record, numbers: set[int], days: set[date]) -> bool:
    return any(
        _near(indicator, asked, numbers, days) and breakdowns.sources(indicator, asked, RECORD, [record.pk])
        for indicator, asked in questions(report, report.frozen_at)
    )


def _near(indicator: Indicator, asked: Asked, numbers: set[int], days: set[date]) -> bool:
    """Whether a question may reach these entries: cheap, before the book is asked."""
    if not numbers & {indicator.number, *part_numbers(indicator)}:
        return False
    stock = BY_KEY[indicator.num].stock if indicator.num else indicator.stock
    return any(day <= asked.period.last and (stock or day >= asked.period.first) for day in days)


def _codes(numbers: set[int]) -> list[str]:
    """The codes of these indicators and of the ratios they are parts of."""
    ratios = [i for i in BY_NUMBER.values() if numbers & set(part_numbers(i))]
    return [i.code for i in (*ratios, *(BY_NUMBER[number] for number in numbers))]
