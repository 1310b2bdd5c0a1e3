"""What moved since a report's figures were fixed."""

from collections.abc import Iterable
from dataclasses import dataclass

from congdoan.base.period import Period

from . import formats
from .answers import Answer, Row
from .kept import from_json
from .models import Report
from .questions import from_kept
from .resolve import Live
from .tags import CHANGE, SHEET, TARGET, Tag


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


def changed_since(report: Report) -> list[Change]:
    """The printed figures whose live value is no longer what was fixed, in the order they were asked."""
    kept = [
        (row.ref, from_kept(row.question), from_json(row.answer)) for row in report.answers.order_by("pk")
    ]
    live = Live(report.unit, Period.parse(report.period), None, report.tree_on).ahead(
        tag for _, tag, _ in kept
    )
    found: dict[str, Change] = {}
    for ref, tag, before in kept:
        if ref and (change := _change(ref, tag, before, live(tag))):
            found[ref] = _both(found[ref], change) if ref in found else change
    return list(found.values())


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
    if tag.kind == SHEET:
        return answer.told
    if tag.kind in (CHANGE, TARGET):
        return formats.printed(tag, answer) or formats.NOTHING
    return formats.whole(answer)


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.value, answer.num, answer.den, answer.previous, answer.told


def _parts(rows: Iterable[Row]) -> dict[str, object]:
    return {row.key: (row.value, row.previous) for row in rows}
