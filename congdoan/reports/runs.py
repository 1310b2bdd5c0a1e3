"""Finding what was typed where Word has cut it up.

Word splits a line into runs wherever it pleases: at a spelling mark, a correction, a change of language. Here the runs
of a paragraph are cut anew, so that every tag and every bracket of an optional sentence stands in a run of its own, with
the letters of the run it began in.
"""

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
    for start, end in marks:
        _isolate(paragraph, start, end)
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


def _isolate(paragraph: Element, start: int, end: int) -> None:
    """Give the characters from start to end one run, with nothing else in it."""
    _cut(paragraph, start, start)
    _cut(paragraph, end, end - 1)
    mine = [run for run, position in _placed(paragraph) if start <= position < end and _text(run)]
    _set_text(mine[0], "".join(_text(run) for run in mine))
    for run in mine[1:]:
        for text in run.findall(name("w:t")):
            run.remove(text)
        if not _contents(run):
            remove(run)


def _cut(paragraph: Element, at: int, inside: int) -> None:
    """Cut the run with the character `inside` before the character `at`: before its first or behind its last one."""
    for run, position in _placed(paragraph):
        if position <= inside < position + len(_text(run)):
            _split(run, at - position, tie_left=inside == at)
            return


def _placed(paragraph: Element) -> list[tuple[Element, int]]:
    """The runs of a paragraph with the place of their first character."""
    placed, position = [], 0
    for run in own_runs(paragraph):
        placed.append((run, position))
        position += len(_text(run))
    return placed


def _split(run: Element, at: int, tie_left: bool) -> None:
    """Cut a run in two after `at` characters. Tabs, breaks and pictures stay on their side; `tie_left`: just there, left."""
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
