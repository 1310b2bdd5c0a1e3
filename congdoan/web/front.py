"""What stands on the front page beside what is due: targets, chapters without a word, who has said nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.base.period import today
from congdoan.ledger.heard import Heard, heard
from congdoan.ledger.indicator import BY_KEY, NIL, Chapter
from congdoan.org.models import Unit
from congdoan.records import kind as kinds
from congdoan.records import queries, under
from congdoan.records.kind import KINDS, Kind
from congdoan.records.record import Record
from congdoan.targets.queries import running
from congdoan.targets.rows import Row

from . import dashboard
from .asking import Question

NAMES = 8  # unions named at once
BARS = 5  # targets shown


@dataclass(frozen=True)
class Open:
    """A chapter of which nothing has been said; `kind` is the one kind of record that is about it, if there is only one."""

    chapter: Chapter
    kind: str


@dataclass(frozen=True)
class Silence:
    """Who under a union has said nothing at all in the period; the first of them by name."""

    liable: int
    said: int
    names: Sequence[Unit]

    @property
    def part(self) -> int:
        """For drawing: whole percents."""
        return 100 * self.said // self.liable

    @property
    def more(self) -> int:
        return self.liable - self.said - len(self.names)


@dataclass(frozen=True)
class Recent:
    """A record last written, with the first of its photos."""

    record: Record
    icon: str
    photo: str


def open_chapters(question: Question, found: Heard) -> list[Open]:
    """The chapters of which a grassroots union has said nothing in the period, those told first in front."""
    if not question.unit.kind.grassroots or not question.period.begun(today()):
        return []
    silent = [c for c in dashboard.chapters() if dashboard.recordable(c) and found.silent(c.number)]
    return [Open(chapter, _kind_about(chapter)) for chapter in silent]


def _kind_about(chapter: Chapter) -> str:
    kept = [kind.slug for kind in KINDS.values() if kind.chapter == chapter.number and _feeds(kind, chapter)]
    return kept[0] if len(kept) == 1 else ""


def _feeds(kind: Kind, chapter: Chapter) -> bool:
    return any(BY_KEY[key].chapter == chapter and BY_KEY[key].number % 100 != NIL for key in kind.feeds)


def silence(question: Question, found: Heard) -> Silence | None:
    """Who is missing altogether; of no interest at a grassroots union."""
    if question.unit.kind.grassroots or not found.liable:
        return None
    mute = found.mute
    names = Unit.objects.filter(pk__in=mute).order_by("name_key")[:NAMES]
    return Silence(len(found.liable), len(found.liable) - len(mute), list(names))


def heard_from(question: Question) -> Heard:
    """What has come from below so far in the period."""
    return heard(question.unit, question.so_far)


def recent(records: Sequence[Record]) -> list[Recent]:
    """These records with icon and photo."""
    photos = under.first_photos(records)
    return [Recent(record, kinds.of(record).icon, photos.get(record.pk, "")) for record in records]


def waiting(unit: Unit) -> list[Record]:
    """What somebody above wrote for this union and nobody here has yet said to be right."""
    return list(queries.to_confirm(unit)[:5])


def bars(unit: Unit) -> list[Row]:
    """The targets that run, those that will not be met as they go first."""
    found = [row for row in running(unit) if not row.verdict.reached]
    return sorted(found, key=lambda row: not row.late)[:BARS]
