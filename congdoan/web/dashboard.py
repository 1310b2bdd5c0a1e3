"""The figures of a union and period as a list: chapter by chapter, each beside last year's and its course over months."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from congdoan.base.text import fold
from congdoan.base.words import small
from congdoan.ledger import (
    catalogue,  # noqa: F401  (declares every indicator)
    saying,
)
from congdoan.ledger.figures import Figure, figures
from congdoan.ledger.heard import Heard, heard
from congdoan.ledger.indicator import BY_KEY, CHAPTERS, Chapter, Indicator, shown
from congdoan.ledger.months import by_months
from congdoan.ledger.origins import ORIGINS, RECORD
from congdoan.targets.queries import by_indicator
from congdoan.targets.rows import Row as TargetRow

from .asking import Question

# The chapters as the half-year report tells them; those it doesn't come after, in the order of the catalogue.
TOLD_FIRST = (
    "org",
    "care",
    "representation",
    "propaganda",
    "culture",
    "emulation",
    "awards",
    "party",
    "women",
    "funds",
    "inspection",
)
TREE = "org"
COURSE = 3  # months from which a course is worth drawing


@dataclass(frozen=True)
class Row:
    """An indicator as the list shows it."""

    indicator: Indicator
    figure: Figure
    before: Figure
    course: Sequence[int] = ()
    target: TargetRow | None = None

    @property
    def told(self) -> bool:
        """Whether there is something to tell, this year or the year before."""
        return bool(self.figure.value or self.before.value)

    @property
    def value(self) -> str | None:
        return saying.value_text(self.indicator, self.figure.value)

    @property
    def counts_in(self) -> str:
        return saying.counts_in(self.indicator, self.figure.value)

    @property
    def last(self) -> str | None:
        return saying.brief(self.indicator, self.before.value)

    @property
    def change(self) -> str:
        if self.figure.value is None and self.before.value is None:
            return ""
        return saying.change(self.indicator, self.figure.value, self.before.value)

    @property
    def units(self) -> str:
        return saying.share_text(self.figure)


@dataclass(frozen=True)
class Section:
    """A chapter with its rows; from how many unions something has come, of how many it ought to (0: of none, the tree
    itself says it)."""

    chapter: Chapter
    rows: Sequence[Row]
    said: int
    liable: int

    @property
    def silent(self) -> int:
        return self.liable - self.said


def sections(question: Question, words: str = "", every: bool = False) -> list[Section]:
    """The list. `words` looks through the whole catalogue; `every` shows what is drawn and came to nothing as well."""
    rows = [row for row in rows_of(question, _wanted(words)) if words or every or row.told]
    from_whom = heard(question.unit, question.so_far)
    chapters = groupby(rows, key=lambda row: row.indicator.chapter)
    return [_section(chapter, list(found), from_whom) for chapter, found in chapters]


def sentence(found: Iterable[Section]) -> str:
    """What the list says as a whole: how many figures, how many rose and fell against the year before."""
    rows = [row for section in found for row in section.rows if row.figure.value]
    compared = [row for row in rows if row.before.value]
    rose = sum(row.figure.value > row.before.value for row in compared)  # type: ignore[operator]
    fell = sum(row.figure.value < row.before.value for row in compared)  # type: ignore[operator]
    if not compared:
        return f"{small(len(rows))} mục có số liệu."
    return (
        f"{small(len(rows))} mục có số liệu; so với cùng kỳ, {small(rose)} mục tăng, {small(fell)} mục giảm."
    )


def worked(found: Iterable[Section]) -> bool:
    """Whether anything of it comes from records: the tree alone says how many unions and workplaces there are."""
    drawn = ORIGINS[RECORD].feeds
    return any(row.indicator.key in drawn for section in found for row in section.rows)


def rows_of(question: Question, indicators: Sequence[Indicator]) -> list[Row]:
    """These indicators this year and last, with their course: a handful of statements for all."""
    now = figures(question.unit, question.period, indicators, **question.how)
    before = figures(question.unit, question.before, indicators, **question.how)
    courses = _courses([figure for figure in now if figure.value])
    held = by_indicator(question.unit, question.period, question.known_at) if question.plain else {}
    return [
        Row(indicator, figure, last, courses.get(indicator.number, ()), held.get(indicator.number))
        for indicator, figure, last in zip(indicators, now, before, strict=True)
    ]


def told_order(chapter: Chapter) -> tuple[int, int]:
    """Where a chapter stands in what is told."""
    place = TOLD_FIRST.index(chapter.key) if chapter.key in TOLD_FIRST else len(TOLD_FIRST)
    return place, chapter.number


def chapters() -> list[Chapter]:
    """All of them, as they are told."""
    return sorted(CHAPTERS.values(), key=told_order)


def _wanted(words: str) -> list[Indicator]:
    """The indicators looked at: all, or what is searched for."""
    found = [i for i in shown() if matches(i, words)]
    return sorted(found, key=lambda i: (told_order(i.chapter), i.number))


def matches(indicator: Indicator, words: str) -> bool:
    """Whether name, code or definition hold every word typed, accents or not."""
    text = fold(f"{indicator.code} {indicator.name} {indicator.definition} {indicator.chapter.name}")
    return all(word in text for word in fold(words).split())


def _courses(found: Iterable[Figure]) -> Mapping[int, Sequence[int]]:
    """Over months, where there are enough of them; indicators of the year may answer for other days than the rest."""
    courses: dict[int, Sequence[int]] = {}
    for _, group in groupby(sorted(found, key=_stretch), key=_stretch):
        same = list(group)
        if len(same[0].period.months()) >= COURSE:
            courses |= by_months(same[0].asked, [figure.indicator for figure in same])
    return courses


def _stretch(figure: Figure) -> str:
    return figure.period.code


def _section(chapter: Chapter, rows: Sequence[Row], from_whom: Heard) -> Section:
    liable = len(from_whom.liable) if recordable(chapter) else 0
    return Section(chapter, rows, liable and liable - len(from_whom.silent(chapter.number)), liable)


def recordable(chapter: Chapter) -> bool:
    """Whether unions are asked for it: a kind of record adds to it, and it is not the tree that tells it."""
    return chapter.key != TREE and any(
        BY_KEY[key].chapter == chapter for key in ORIGINS[RECORD].feeds if not key.endswith(".nil")
    )
