"""Reading a template before anything is filled in: all its tags, or all that is wrong with them, by name."""

from collections.abc import Iterator
from dataclasses import dataclass

from congdoan.base.errors import Refused
from congdoan.reports import safety, sentences, tags
from congdoan.reports.ooxml import Element, name, own_runs
from congdoan.reports.package import DOCUMENT, Package
from congdoan.reports.runs import OPEN, TAG, TEXT, Piece, paragraph_text, pieces
from congdoan.reports.tags import ALONE, Tag
from congdoan.reports.vocabulary import Vocabulary

MOST_MARKS, MOST_IN_PARAGRAPH, MOST_RUNS = 4000, 200, 4000
MOST_NAMED = 30
_SHOWN = 60  # letters of a tag in a message


@dataclass(frozen=True)
class Place:
    """A paragraph with tags: the part it stands in, its pieces and the tags among them by their place."""

    part: str
    paragraph: Element
    pieces: list[Piece]
    tags: dict[int, Tag]

    @property
    def alone(self) -> Tag | None:
        """The tag that fills this paragraph, if it is such a one."""
        return next((tag for tag in self.tags.values() if tag.kind in ALONE), None)


def tags_of(template: bytes, vocabulary: Vocabulary) -> list[Tag]:
    """What a template asks for, in order. Refuses what it may not hold, and every tag it doesn't know at once."""
    return [tag for place in checked(template, vocabulary) for tag in place.tags.values()]


def checked(template: bytes, vocabulary: Vocabulary) -> list[Place]:
    """The paragraphs of a template with tags. Raises `Refused` for a file that may not be used."""
    safety.check(template)
    return places(Package(template), vocabulary)


def places(package: Package, vocabulary: Vocabulary) -> list[Place]:
    """The paragraphs with tags, cut so that each tag has a run of its own. Raises `Refused` naming all that is wrong."""
    found: list[Place] = []
    wrong: list[str] = []
    for part, paragraph in _marked(package):
        place = _place(part, paragraph, vocabulary, wrong)
        if any(piece.kind != TEXT for piece in place.pieces):
            found.append(place)
            wrong += _faults(place, vocabulary)
        wrong += _leftovers(place)
    if wrong:
        raise Refused(f"Mẫu còn chỗ chưa hiểu được: {_listed(list(dict.fromkeys(wrong)))}.", "template")
    return found


def _marked(package: Package) -> list[tuple[str, Element]]:
    """The paragraphs with tags or brackets. Bounded, before any is cut: a hostile template shall not keep us busy."""
    found, marks = [], 0
    for part in package.text_parts():
        for paragraph in package.tree(part).iter(name("w:p")):
            text = paragraph_text(paragraph)
            if any(mark in text for mark in ("{{", "}}", "[[", "]]")):
                here = sum(1 for _ in tags.tokens(text))
                marks += here
                if here > MOST_IN_PARAGRAPH or marks > MOST_MARKS or len(own_runs(paragraph)) > MOST_RUNS:
                    raise Refused("Mẫu có quá nhiều thẻ, hoặc dồn vào một đoạn; hãy chia nhỏ ra.", "template")
                found.append((part, paragraph))
    return found


def _place(part: str, paragraph: Element, vocabulary: Vocabulary, wrong: list[str]) -> Place:
    cut = pieces(paragraph)
    read: dict[int, Tag] = {}
    for number, piece in enumerate(cut):
        if piece.kind == TAG:
            try:
                read[number] = tags.parse(piece.text, vocabulary)
            except Refused as refused:
                wrong.append(_named(piece.text, refused.sentence))
    return Place(part, paragraph, cut, read)


def _faults(place: Place, vocabulary: Vocabulary) -> Iterator[str]:
    try:
        yield from _empty_groups(sentences.groups(place.pieces), place)
    except Refused as refused:
        yield _named("".join(piece.text for piece in place.pieces), refused.sentence)
    for piece in place.pieces:
        code = piece.text.strip("[: ").upper()
        if piece.kind == OPEN and code and code not in vocabulary.figures:
            yield _named(piece.text, f"không có mục số liệu {code}")
    if place.alone and "".join(piece.text for piece in place.pieces).strip() != place.alone.source:
        yield _named(place.alone.source, "phải đứng riêng một đoạn")
    elif place.alone and place.part != DOCUMENT:
        yield _named(place.alone.source, "chỉ đặt được trong thân văn bản")


def _empty_groups(found: list[sentences.Group], place: Place) -> Iterator[str]:
    """An optional sentence without a figure would never know whether it has something to say."""
    for group in found:
        if not group.code and not any(place.pieces[i].kind == TAG for i in group.span):
            yield _named(
                "".join(place.pieces[i].text for i in group.span), "trong [[ ]] không có số liệu nào"
            )
        yield from _empty_groups(group.inside, place)


def _leftovers(place: Place) -> Iterator[str]:
    for piece in place.pieces:
        if piece.kind == TEXT and ("{{" in piece.text or "}}" in piece.text):
            yield _named(piece.text.strip(), "thẻ mở bằng {{ phải đóng bằng }} trong cùng đoạn")


def _listed(wrong: list[str]) -> str:
    more = len(wrong) - MOST_NAMED
    return "; ".join(wrong[:MOST_NAMED]) + (f"; và {more} chỗ khác" if more > 0 else "")


def _named(typed: str, why: str) -> str:
    shown = " ".join(typed.split())
    return f"“{shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}”: {why.rstrip('.')}"
