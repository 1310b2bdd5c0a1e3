"""Finding what was typed where Word has cut it up.

Word splits a line into runs wherever it pleases: at a spelling mark, a correction, a change of language. Here the runs
of a paragraph are cut anew, so that every tag and every bracket of an optional sentence stands in a run of its own, with
the letters of the run it began in.
"""

from collections import deque
from copy import deepcopy
from dataclasses import dataclass

from congdoan.reports.ooxml import Element, name, own_runs, remove, text_node
from congdoan.reports.tags import tokens

TEXT, TAG, OPEN, CLOSE = "text", "tag", "open", "close"


@dataclass(eq=False)
class Piece:
    """A run of a paragraph, and what it is. Runs without text (a tab, a picture) are text of no length."""

    run: Element
    kind: str
    text: str

    def say(self, text: str) -> None:
        """Put other text in its place; nothing where there is none."""
        _set_text(self.run, text)
        self.text = text


def pieces(paragraph: Element) -> list[Piece]:
    """The runs of a paragraph after cutting, in order."""
    marks = [(match.start(), match.end()) for match in tokens(paragraph_text(paragraph))]
    if marks:
        _cut_up(paragraph, marks)
        _gather(paragraph, marks)
    return [_piece(run) for run in own_runs(paragraph)]


def paragraph_text(paragraph: Element) -> str:
    """The text of a paragraph, without text boxes that stand in it."""
    return "".join(_text(run) for run in own_runs(paragraph))


def _piece(run: Element) -> Piece:
    text = _text(run)
    if text.startswith("{{") and text.endswith("}}"):
        return Piece(run, TAG, text)
    if text.startswith("[["):
        return Piece(run, OPEN, text)
    return Piece(run, CLOSE if text == "]]" else TEXT, text)


def _cut_up(paragraph: Element, marks: list[tuple[int, int]]) -> None:
    """Cut the runs before the first and behind the last character of every mark, from start to end once."""
    cuts = deque(cut for start, end in marks for cut in ((start, start), (end, end - 1)))
    for run, position in _placed(paragraph):
        begins, ends = position, position + len(_text(run))
        while cuts and cuts[0][1] < ends:  # the character the cut stands beside is in this run
            at, inside = cuts.popleft()
            run, begins = _split(run, at - begins, tie_left=inside == at), at


def _gather(paragraph: Element, marks: list[tuple[int, int]]) -> None:
    """Give the characters of each mark one run, with nothing else in it."""
    placed = [(run, position) for run, position in _placed(paragraph) if _text(run)]
    for start, end in marks:
        mine = [run for run, position in placed if start <= position < end]
        _set_text(mine[0], "".join(_text(run) for run in mine))
        for run in mine[1:]:
            for text in run.findall(name("w:t")):
                run.remove(text)
            if not _contents(run):
                remove(run)


def _placed(paragraph: Element) -> list[tuple[Element, int]]:
    """The runs of a paragraph with the place of their first character."""
    placed, position = [], 0
    for run in own_runs(paragraph):
        placed.append((run, position))
        position += len(_text(run))
    return placed


def _split(run: Element, at: int, tie_left: bool) -> Element:
    """Cut a run in two after `at` characters; what comes behind. Tabs, breaks and pictures stay on their side;
    `tie_left`: just there, left."""
    rest = deepcopy(run)
    run.addnext(rest)
    position = 0
    for left, right in zip(_contents(run), _contents(rest), strict=True):
        text = left.text or "" if left.tag == name("w:t") else ""
        here = max(0, min(len(text), at - position))
        _keep(left, text[:here] if text else position < at or (position == at and tie_left))
        _keep(right, text[here:] if text else position > at or (position == at and not tie_left))
        position += len(text)
    for half in (run, rest):
        if not _contents(half):
            remove(half)
    return rest


def _keep(content: Element, kept: str | bool) -> None:
    """Leave this text of a content, or all or nothing of one without text."""
    if not kept:
        remove(content)
    elif isinstance(kept, str):
        _replace_text(content, kept)


def _contents(run: Element) -> list[Element]:
    return [child for child in run if child.tag != name("w:rPr")]


def _text(run: Element) -> str:
    return "".join(child.text or "" for child in run if child.tag == name("w:t"))


def _replace_text(old: Element, text: str) -> None:
    old.getparent().replace(old, text_node(text))


def _set_text(run: Element, text: str) -> None:
    """Leave one text in the run; what is no text in it stays."""
    texts = [child for child in run if child.tag == name("w:t")]
    for spare in texts[1:]:
        run.remove(spare)
    if texts:
        _replace_text(texts[0], text)
    elif text:
        run.append(text_node(text))
