"""What the page of a report shows: the paper, its annexes folded, the outline, what adds up, what moved, who is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from congdoan.audit import lock
from congdoan.base.period import Period
from congdoan.ledger.heard import heard
from congdoan.ledger.indicator import BY_KEY, CHAPTERS, Chapter, find
from congdoan.ledger.origins import ORIGINS, RECORD

from . import changes, onscreen, rendering
from .changes import Change
from .checks import Check, Said, checks
from .kept import from_json
from .models import FreeText, Report
from .onscreen import Block
from .questions import from_kept, so_far

TITLE_LINES = 2
State = Report.State


@dataclass(frozen=True)
class Annex:
    """What begins on a page of its own, folded under its title."""

    title: str
    blocks: list[Block]
    anchor: str


@dataclass(frozen=True)
class Silence:
    """A chapter the report tells of, in which some unions have said nothing yet."""

    chapter: Chapter
    said: int
    liable: int

    @property
    def silent(self) -> int:
        return self.liable - self.said


@dataclass(frozen=True)
class Sheet:
    """A report laid out for the screen."""

    blocks: list[Block]
    annexes: list[Annex]
    said: list[Said]
    changed: list[Change] = field(default_factory=list)

    @property
    def outline(self) -> list[Block]:
        """The headings of the body."""
        return [block for block in self.blocks if block.kind == "h"]

    @property
    def checks(self) -> list[Check]:
        return checks(self.said)

    @property
    def unwritten(self) -> list[Block]:
        """The open places that ask for a text and have none."""
        return [block for block in self.blocks if block.kind == "text" and block.prompt and not block.lines]


def sheet(report: Report) -> Sheet:
    """The report as it stands, all of one moment."""
    with lock.one_moment():
        said = answered(report)
        changed = changes.changed_since(report) if report.frozen_at else []
        docx = rendering.docx(report) if report.docx else b""
        if not docx:
            shown = onscreen.open_places(rendering.written(report), rendering.places(report))
            answers = rendering.answers_of(report)
            docx = rendering.render(report, answers, shown).docx
            said = said or _asked(answers)
    body, annexes = _folded(onscreen.blocks(docx, _States(said, changed, report.frozen_at is not None)))
    return Sheet(body, annexes, said, changed)


def answered(report: Report) -> list[Said]:
    """What was fixed: short code, question, answer, in the order they were asked; nothing of a draft."""
    rows = report.answers.order_by("pk") if report.pk else []
    return [(row.ref, from_kept(row.question), from_json(row.answer)) for row in rows]


def silences(report: Report) -> list[Silence]:
    """The chapters the report tells of in which some grassroots unions have said nothing, in the catalogue's order."""
    from_whom = heard(report.unit, so_far(Period.parse(report.period), None))
    liable, numbers = len(from_whom.liable), sorted(_due(report))
    found = [Silence(CHAPTERS[number], liable - len(from_whom.silent(number)), liable) for number in numbers]
    return [silence for silence in found if silence.silent]


def _due(report: Report) -> set[int]:
    """The chapters in which unions below are to record something in the report's own period."""
    codes = {
        code for tag in rendering.tags(report) if not tag.period and tag.scope != "own" for code in tag.codes
    }
    asked = [find(code) for code in codes]
    counted = [BY_KEY[i.num] if i.num else i for i in asked]
    recorded = ORIGINS[RECORD].feeds
    return {i.number // 100 for i in counted if i.key in recorded and i.place in ("doer", "participant")}


def last_year(report: Report) -> dict[str, str]:
    """What stood in the open places of the same report a year before."""
    period = Period.parse(report.period).year_before()
    before = (
        Report.objects.filter(unit=report.unit, template=report.template, period=period.code)
        .order_by("-pk")
        .first()
    )
    return (
        dict(FreeText.objects.filter(report=before).exclude(text="").values_list("name", "text"))
        if before
        else {}
    )


class _States(Mapping[str, str]):
    """Of each short code: live, frozen or changed since. A part of a breakdown is printed as `code@part`."""

    def __init__(self, said: Iterable[Said], changed: Iterable[Change], frozen: bool) -> None:
        self.frozen = {ref for ref, _, _ in said if ref} if frozen else set()
        self.changed = {change.ref: change for change in changed}

    def __getitem__(self, ref: str) -> str:
        base, _, part = ref.partition("@")
        if base not in self.frozen:
            raise KeyError(ref)
        change = self.changed.get(base)
        moved = change and (part in change.parts if part else change.moved)
        return "changed" if moved else "frozen"

    def __iter__(self) -> Iterator[str]:
        return iter(self.frozen)

    def __len__(self) -> int:
        return len(self.frozen)


def _asked(answers: object) -> list[Said]:
    asked = getattr(answers, "asked", {})
    return [("", tag, answer) for tag, answer in asked.values()]


def _folded(blocks: list[Block]) -> tuple[list[Block], list[Annex]]:
    """The body, and what begins on a page of its own after it."""
    starts = [at for at, block in enumerate(blocks) if block.new_page] + [len(blocks)]
    annexes = [
        Annex(_title(blocks[start:end]), blocks[start:end], f"phu-luc-{number}")
        for number, (start, end) in enumerate(pairwise(starts), 1)
    ]
    return blocks[: starts[0]], annexes


def _title(blocks: list[Block]) -> str:
    """The first lines of an annex before its table, in one."""
    head = takewhile(lambda block: block.kind in ("p", "h"), blocks)
    lines = [line.strip() for block in head for line in block.text.split("\n") if line.strip()]
    return ". ".join(lines[:TITLE_LINES]) or "Phụ lục"
