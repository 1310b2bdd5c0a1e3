"""Truth checks: parts of a report that must add up, reckoned from what it prints."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from congdoan.base.text import nfc
from congdoan.ledger.indicator import find
from congdoan.records.doubts.parts import TOGETHER

from . import formats
from .answers import Answer
from .questions import APART
from .tags import LIST, SHEET, TABLE, Tag

Said = tuple[str, Tag, Answer]  # short code, question, what it came to

IN_SIGHT = 6  # parts written out; of more, only how many there are


@dataclass(frozen=True)
class Check:
    """A sum: "142 + 37 = 179". `told` says what it is about, `off` how far the parts are from the whole."""

    told: str
    parts: tuple[str, ...]
    whole: str
    off: str = ""

    @property
    def sum(self) -> str:
        """The parts in a line."""
        return " + ".join(self.parts) if len(self.parts) <= IN_SIGHT else f"{len(self.parts)} dòng cộng lại"


def checks(said: Iterable[Said]) -> list[Check]:
    """Every sum a report prints, in the order of its wholes."""
    known = list(said)
    return [*_together(known), *_filtered(known), *_apart(known)]


def _together(said: Sequence[Said]) -> Iterator[Check]:
    """Other indicators that make up one, asked of the same period and scope."""
    values = {(tag.code, _asked(tag)): answer for _, tag, answer in said if tag.kind not in (*APART, SHEET)}
    for (code, asked), whole in values.items():
        parts = [values.get((part, asked)) for part in TOGETHER.get(code, ())]
        if parts and all(parts) and not dict(asked[2]):
            yield from _check(whole, [part for part in parts if part], whole.label)


def _filtered(said: Sequence[Said]) -> Iterator[Check]:
    """A figure whose parts are printed one by one: prizes by rank."""
    groups: dict[tuple[str, ...], dict[str, Answer]] = defaultdict(dict)
    wholes: dict[tuple[str, ...], Answer] = {}
    for _, tag, answer in said:
        key = (tag.code, tag.period, tag.scope)
        if not tag.where:
            wholes[key] = answer
        elif len(tag.where) == 1:
            name, value = tag.where[0]
            groups[*key, name][value] = answer
    for group, parts in groups.items():
        whole = wholes.get(group[:-1])
        if whole and len(parts) > 1:
            yield from _check(whole, [part for part in parts.values() if part.value], _told(whole))


def _apart(said: Sequence[Said]) -> Iterator[Check]:
    """The rows of a list or a table, of what adds up."""
    for _, tag, answer in said:
        rows = [row for row in answer.rows if row.value]
        if tag.kind in (LIST, TABLE) and len(rows) > 1 and find(tag.code).adds in ("sum", "balance"):
            yield from _check(answer, [replace(answer, value=row.value) for row in rows], _told(answer))


def _check(whole: Answer, parts: Sequence[Answer], told: str) -> Iterator[Check]:
    if not parts or not whole.value:
        return
    off = sum(int(part.value or 0) for part in parts) - int(whole.value)
    texts = tuple(formats.counted(part) for part in parts)
    yield Check(nfc(told), texts, formats.counted(whole), formats.exact(whole, abs(off)) if off else "")


def _asked(tag: Tag) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return tag.period, tag.scope, tag.where


def _told(answer: Answer) -> str:
    return f"{answer.label} ({answer.note})" if answer.note else answer.label
