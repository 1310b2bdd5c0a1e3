"""Optional sentences: `[[ … ]]` is left out when every figure in it is empty, `[[CAR-04: … ]]` when that one is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from congdoan.base.errors import Refused
from congdoan.base.words import capital_first
from congdoan.reports.ooxml import remove
from congdoan.reports.runs import CLOSE, OPEN, TAG, TEXT, Piece

_SEPARATOR = re.compile(r"^\s*(?:[,;]|và(?=\s))\s*")
_AND = re.compile(r"^\s*và\s")


@dataclass
class Group:
    """An optional stretch of a paragraph: the places of its brackets among the pieces, and those inside it."""

    start: int
    end: int = -1
    code: str = ""
    inside: list["Group"] = field(default_factory=list)

    @property
    def span(self) -> range:
        return range(self.start, self.end + 1)


def groups(pieces: list[Piece]) -> list[Group]:
    """The optional stretches of a paragraph. Raises `Refused` where a bracket has no partner."""
    outer = Group(-1)
    open_ones = [outer]
    for place, piece in enumerate(pieces):
        if piece.kind == OPEN:
            group = Group(place, code=piece.text.strip("[: ").upper())
            open_ones[-1].inside.append(group)
            open_ones.append(group)
        elif piece.kind == CLOSE:
            if len(open_ones) == 1:
                raise Refused("thừa dấu ]]")
            open_ones.pop().end = place
    if len(open_ones) > 1:
        raise Refused("câu mở bằng [[ chưa đóng bằng ]] trong cùng đoạn")
    return outer.inside


def settle(pieces: list[Piece], empty: Callable[[str], bool]) -> list[str]:
    """Take the stretches with nothing to say out of a paragraph, and mend spaces and commas; what was left out.

    `empty` tells of a tag as typed, or of a bare code, whether it has nothing to say.
    """
    found = groups(pieces)
    dropped = set(_dropped(found, pieces, empty))
    for row in _rows(found, pieces):
        _mend_row(row, pieces, dropped)
    _mend_spaces(pieces, dropped)
    left_out = ["".join(pieces[i].text for i in run) for run in _stretches(sorted(dropped))]
    for place, piece in enumerate(pieces):
        if place in dropped or piece.kind in {OPEN, CLOSE}:
            piece.say("")
            remove(piece.run)
    return left_out


def _dropped(found: list[Group], pieces: list[Piece], empty: Callable[[str], bool]) -> Iterator[int]:
    for group in found:
        if _says_nothing(group, pieces, empty):
            yield from group.span
        else:
            yield from _dropped(group.inside, pieces, empty)


def _says_nothing(group: Group, pieces: list[Piece], empty: Callable[[str], bool]) -> bool:
    if group.code:
        return empty(group.code)
    return all(empty(pieces[place].text) for place in group.span if pieces[place].kind == TAG)


def _rows(found: list[Group], pieces: list[Piece]) -> Iterator[list[Group]]:
    """Stretches that follow one another directly, `[[…]][[…]]`, at every depth."""
    row: list[Group] = []
    for group in found:
        yield from _rows(group.inside, pieces)
        if row and any(pieces[place].text for place in range(row[-1].end + 1, group.start)):
            yield row
            row = []
        row.append(group)
    if row:
        yield row


def _mend_row(row: list[Group], pieces: list[Piece], dropped: set[int]) -> None:
    """Where the row begins without a comma, so does the first stretch kept; the last of several is joined by "và" if the
    row's last was."""
    kept = [group for group in row if group.start not in dropped]
    if not kept or kept == row:
        return
    if kept[0] is not row[0] and not _SEPARATOR.match(_opening(row[0], pieces).text):
        _begin(kept[0], pieces, "")
    if len(kept) > 1 and kept[-1] is not row[-1] and _AND.match(_opening(row[-1], pieces).text):
        _begin(kept[-1], pieces, " và ")


def _opening(group: Group, pieces: list[Piece]) -> Piece:
    return pieces[group.start + 1]


def _begin(group: Group, pieces: list[Piece], with_what: str) -> None:
    piece = _opening(group, pieces)
    if piece.kind == TEXT:
        piece.say(with_what + _SEPARATOR.sub("", piece.text, count=1))


def _mend_spaces(pieces: list[Piece], dropped: set[int]) -> None:
    """No two spaces, nor one before a comma, where something was left out; a paragraph begins with a capital."""
    before: Piece | None = None
    gap = False
    for place, piece in enumerate(pieces):
        if place in dropped:
            gap = True
        elif piece.text and piece.kind in {TEXT, TAG}:
            if gap and piece.kind == TEXT:
                _join(before, piece)
            if piece.text:
                before, gap = piece, False
    if gap and before is not None and before.kind == TEXT:
        before.say(before.text.rstrip())


def _join(before: Piece | None, piece: Piece) -> None:
    if before is None:
        piece.say(capital_first(piece.text.lstrip()))
    elif before.kind == TEXT and before.text.endswith(" "):
        if piece.text[:1] in ",.;:)":
            before.say(before.text.rstrip())
        else:
            piece.say(piece.text.lstrip())


def _stretches(places: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
