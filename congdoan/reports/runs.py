"""Finding what was typed where Word has cut it up.

Word splits a line into runs wherever it pleases: at a spelling mark, a correction, a change of language. Here the runs
of a paragraph are cut anew, so that every tag and every bracket of an optional sentence stands in a run of its own, with
the letters of the run it began in.
"""

from copy import deepcopy
from dataclasses import dataclass

from congdoan.reports.ooxml import Element, name, own_runs, text_node
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
    """Give the characters from start to end one run. What stood in others goes with the first."""
    _cut(paragraph, start)
    _cut(paragraph, end)
    position, first = 0, None
    for run in own_runs(paragraph):
        length = len(_text(run))
        if start <= position < end and length:
            text = _text(run)
            if first is None:
                first = run
            else:
                _set_text(first, _text(first) + text)
                _set_text(run, "")
        position += length


def _cut(paragraph: Element, at: int) -> None:
    """Make a run begin at this character."""
    position = 0
    for run in own_runs(paragraph):
        length = len(_text(run))
        if position < at < position + length:
            _split(run, at - position)
            return
        position += length


def _split(run: Element, at: int) -> None:
    """Cut a run in two after `at` characters; tabs, breaks and pictures stay on their side."""
    rest = deepcopy(run)
    run.addnext(rest)
    position = 0
    for left, right in zip(_contents(run), _contents(rest), strict=True):
        length = len(left.text or "") if left.tag == name("w:t") else 0
        if position >= at:
            run.remove(left)
        elif position + length <= at:
            rest.remove(right)
        else:
            _replace_text(left, (left.text or "")[: at - position])
            _replace_text(right, (right.text or "")[at - position :])
        position += length


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
