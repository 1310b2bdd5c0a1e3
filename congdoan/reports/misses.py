"""What the estimates of the report before missed by, now that what is real is known."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from congdoan.base.period import Period

from . import formats
from .answers import Answer
from .kept import from_json
from .models import Report
from .questions import from_kept
from .resolve import Live
from .tags import FIGURE, Tag


def told(report: Report) -> list[str]:
    """A line for each figure that the union's report before printed as an estimate and that is real by now."""
    before = _before(report)
    if before is None:
        return []
    estimated = dict(_estimated(before))
    live = Live(before.unit, Period.parse(before.period), report.frozen_at, before.tree_on).ahead(estimated)
    name = Period.parse(before.period).label()
    return [
        _line(name, was, now)
        for tag, was in estimated.items()
        for now in [live(tag)]
        if not now.expected and now.value is not None
    ]


def _before(report: Report) -> Report | None:
    """The union's last report whose figures were fixed before this one's."""
    others = Report.objects.filter(unit=report.unit, frozen_at__isnull=False).exclude(pk=report.pk)
    if report.frozen_at:
        others = others.filter(frozen_at__lt=report.frozen_at)
    return others.order_by("-frozen_at").first()


def _estimated(report: Report) -> Iterator[tuple[Tag, Answer]]:
    """What it printed as estimates, each question once."""
    for row in report.answers.exclude(ref="").order_by("pk"):
        tag, answer = from_kept(row.question), from_json(row.answer)
        if tag.kind == FIGURE and answer.expected and answer.value is not None:
            yield tag, answer


def _line(period: str, was: Answer, now: Answer) -> str:
    note = f" ({was.note})" if was.note else ""
    said = formats.whole(replace(was, expected=0))
    return f"{period}, {was.label}{note}: ước {said}, thực hiện {formats.whole(now)}, {_off(was, now)}."


def _off(was: Answer, now: Answer) -> str:
    """By how much: "vượt 02 suất"."""
    off = Decimal(now.value or 0) - Decimal(was.value or 0)
    if not off:
        return "đúng như ước"
    by = formats.exact(replace(now, den=None), abs(off))
    unit = "điểm phần trăm" if now.ratio else now.counts_in
    return f"{'vượt' if off > 0 else 'hụt'} {by} {unit}"
