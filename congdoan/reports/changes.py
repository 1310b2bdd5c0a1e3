"""What moved since a report's figures were fixed, and because of which records. And the way back: who counted a record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_NUMBER, find
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Ancestry
from congdoan.records.record import Record

from . import checking, vocabulary
from .actions import template_of
from .answers import Answer
from .models import Answered, Report
from .resolve import Live, from_json, period_of, question_key
from .tags import Tag


@dataclass(frozen=True)
class Change:
    """A figure of the report: what it was, what it is now."""

    ref: str
    before: Answer
    now: Answer


@dataclass(frozen=True)
class Cause:
    """A record written, amended or withdrawn after the moment, with the reason given."""

    record: Record
    action: str
    why: str
    by: int | None
    at: datetime


def changed_since(report: Report) -> list[Change]:
    """The printed figures whose live value is no longer what was fixed."""
    live, tags = Live(report.unit, Period.parse(report.period)), _tags(report)
    kept = report.answers.exclude(ref="").order_by("pk")
    pairs = [(row.ref, from_json(row.answer), live(tags[row.key])) for row in kept if row.key in tags]
    return [
        Change(ref, before, now)
        for ref, before, now in pairs
        if (before.value, before.num, before.den) != (now.value, now.num, now.den)
    ]


def causes(report: Report) -> list[Cause]:
    """The records behind: everything posted after the moment that stands in the report's figures, newest first."""
    if report.frozen_at is None:
        return []
    first, last = _span(report)
    entries = Entry.objects.filter(
        origin=RECORD, posting__at__gt=report.frozen_at, day__gte=first, day__lte=last, indicator__in=_numbers(report),
        unit__in=Ancestry.objects.filter(ancestor=report.unit, unknown_at=None).values("unit"),
    )  # fmt: skip
    acts = {
        (e.source, e.posting_id): e.posting for e in entries.select_related("posting").order_by("posting")
    }
    records = Record.objects.select_related("unit").in_bulk({source for source, _ in acts})
    found = [
        Cause(records[s], p.action, p.why, p.by, p.at) for (s, _), p in acts.items() if s in records and p.at
    ]
    return sorted(found, key=lambda cause: cause.at, reverse=True)


def counted_by(record: Record) -> QuerySet[Report]:
    """The frozen and issued reports whose figures this record is in."""
    entries = Entry.objects.filter(origin=RECORD, source=record.pk, sign=1).select_related("posting")
    found = {report.pk for entry in entries for report in _counting(entry)}
    return Report.objects.filter(pk__in=found).select_related("unit").order_by("-frozen_at")


def _counting(entry: Entry) -> Iterator[Report]:
    above = Ancestry.objects.filter(
        unit=entry.unit_id, unknown_at=None, from_on__lte=entry.day, to_on__gt=entry.day
    )
    code = BY_NUMBER[entry.indicator].code
    reports = Report.objects.filter(
        unit__in=above.values("ancestor"), frozen_at__gte=entry.posting.at, answers__code=code
    )
    for report in reports.distinct():
        first, last = _span(report)
        if first <= entry.day <= last:
            yield report


def _span(report: Report) -> tuple[date, date]:
    """From the first to the last day any of its questions reaches."""
    period = Period.parse(report.period)
    stretches = [period, *(period_of(tag, period) for tag in _tags(report).values())]
    return min(s.first for s in stretches), max(s.last for s in stretches)


def _tags(report: Report) -> dict[str, Tag]:
    """The questions of the report's template, as they are kept."""
    found = checking.tags_of(template_of(report), vocabulary.of_catalogue())
    return {question_key(tag.of(code)): tag.of(code) for tag in found for code in tag.codes}


def _numbers(report: Report) -> list[int]:
    codes = Answered.objects.filter(report=report).values_list("code", flat=True)
    return [find(code).number for code in set(codes)]
