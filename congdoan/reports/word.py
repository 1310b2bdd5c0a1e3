"""A template and its answers become a Word file whose every number says where it comes from."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from congdoan.reports import annex, formats, pictures, safety, sections, sentences
from congdoan.reports.answers import Answer, Answers, Rendered, Tally
from congdoan.reports.checking import Place, places
from congdoan.reports.controls import STYLES, Controls
from congdoan.reports.ooxml import Element, name, own_runs, remove, text_run
from congdoan.reports.package import DOCUMENT, Package
from congdoan.reports.runs import TAG, Piece, paragraph_text
from congdoan.reports.tables import TableMaker
from congdoan.reports.tags import CHANGE, CHART, FACT, FIGURE, LIST, SHEET, TABLE, TEXT, Tag
from congdoan.reports.vocabulary import Vocabulary


def render(
    template: bytes,
    answers: Answers,
    facts: Mapping[str, str],
    *,
    vocabulary: Vocabulary,
    made_at: datetime,
    base_url: str,
    texts: Mapping[str, str] | None = None,
    title: str = "Báo cáo",
    draft: bool = True,
) -> Rendered:
    """Fill a template. The same arguments give the same bytes.

    `answers` is asked once for each question; `facts` by the names of `vocabulary.FACTS`; `texts` are the free texts by
    their names. A draft shows an unwritten text's prompt in brackets, an issued report leaves it out. Links lead to
    `base_url` and nowhere else. Raises `Refused` for a template that may not be used.
    """
    safety.check(template)
    package = Package(template)
    work = _Work(package, answers, facts, texts or {}, vocabulary, Controls(package, base_url), draft)
    return work.finished(title, made_at)


@dataclass
class _Work:
    """One document being made."""

    package: Package
    ask: Answers
    facts: Mapping[str, str]
    texts: Mapping[str, str]
    vocabulary: Vocabulary
    controls: Controls
    draft: bool
    tally: Tally = field(default_factory=Tally)
    answered: dict[object, Answer] = field(default_factory=dict)

    def finished(self, title: str, made_at: datetime) -> Rendered:
        body = self.package.tree(DOCUMENT).find(name("w:body"))
        levels = sections.levels(self._styles())
        full = sections.full(body, levels)
        for place in places(self.package, self.vocabulary):
            self._paragraph(place)
        self.tally.left_out += sections.drop_empty(body, levels, full)
        self._append_annex(body)
        self.package.describe(title, self.facts.get("cong-doan", ""), made_at)
        return Rendered(
            self.package.written(), tuple(self.tally.printed.values()), tuple(self.tally.left_out)
        )

    def _styles(self) -> Element | None:
        return self.package.tree(STYLES) if STYLES in self.package.parts else None

    def _answer(self, tag: Tag) -> Answer:
        """What a tag's figure came to; asked once, however often it is printed."""
        key = (tag.kind in {CHANGE, LIST, TABLE, CHART, SHEET} and tag.kind, tag.question, tag.by)
        if key not in self.answered:
            self.answered[key] = self.ask(tag)
        return self.answered[key]

    def _paragraph(self, place: Place) -> None:
        if place.alone:
            self._alone(place, place.alone)
            return
        read = {tag.source: tag for tag in place.tags.values()}
        self.tally.left_out += sentences.settle(place.pieces, lambda typed: self._empty(typed, read))
        kept = [(place.pieces[number], tag) for number, tag in place.tags.items()]
        for piece, tag in kept:
            if piece.run.getparent() is not None:
                self._fill(place, piece, tag)
        if not paragraph_text(place.paragraph).strip() and not _pictured(place.paragraph):
            sections.take_out(place.paragraph)

    def _empty(self, typed: str, read: Mapping[str, Tag]) -> bool:
        tag = read.get(typed) or Tag(FIGURE, codes=(typed,))
        if tag.kind == FACT:
            return True  # a fact alone gives a sentence nothing to say
        return formats.empty(tag, self._answer(tag))

    def _fill(self, place: Place, piece: Piece, tag: Tag) -> None:
        if tag.kind == FACT:
            self._fact(place, piece, tag)
        elif tag.kind == LIST:
            self._list(place, piece, tag)
        else:
            self._figure(place, piece, tag)

    def _fact(self, place: Place, piece: Piece, tag: Tag) -> None:
        said = self.facts.get(tag.name, "")
        said = said.upper() if tag.form == "capitals" else said
        said = formats.glued(said) if tag.name.startswith("dau-trang") else said
        if "\n" in said and paragraph_text(place.paragraph).strip() == tag.source:
            _repeat(place.paragraph, piece, said.split("\n"))
        else:
            _replace(piece, [text_run(said, piece.run)])

    def _figure(self, place: Place, piece: Piece, tag: Tag) -> None:
        answer = self._answer(tag)
        text = formats.printed(tag, answer)
        if not text:
            _replace(piece, [])
            return
        ref = self.tally.figure(tag, answer, text)
        _replace(piece, [self.controls.number(place.part, text, ref, answer.label, answer.href, piece.run)])

    def _list(self, place: Place, piece: Piece, tag: Tag) -> None:
        said = TableMaker(place.part, self.controls, self.tally).parts(tag, self._answer(tag), piece.run)
        shown: list[Element] = []
        for number, (label, value) in enumerate(said):
            joint = "" if not number else (" và " if number == len(said) - 1 else ", ")
            shown.append(text_run(joint + label + (" (" if value is not None else ""), piece.run))
            if value is not None:
                shown += [value, text_run(")", piece.run)]
        _replace(piece, shown)

    def _alone(self, place: Place, tag: Tag) -> None:
        piece = next(piece for piece in place.pieces if piece.kind == TAG)
        if tag.kind == TEXT:
            self._text(place, piece, tag)
        elif tag.kind in (TABLE, SHEET):
            self._table(place, tag)
        else:
            self._chart(place, piece, tag)

    def _text(self, place: Place, piece: Piece, tag: Tag) -> None:
        written = [line.strip() for line in self.texts.get(tag.name, "").splitlines() if line.strip()]
        if not written and self.draft and tag.prompt:
            written = [f"[{tag.prompt}]"]
        if written:
            _repeat(place.paragraph, piece, written)
        else:
            self._leave_out(place, tag)

    def _table(self, place: Place, tag: Tag) -> None:
        maker = TableMaker(place.part, self.controls, self.tally)
        answers = [self._answer(tag.of(code)) for code in tag.codes]
        made = maker.sheet(tag, answers[0]) if tag.kind == SHEET else maker.table(tag, answers)
        if made is None:
            self._leave_out(place, tag)
        else:
            place.paragraph.addprevious(made)
            sections.take_out(place.paragraph)

    def _chart(self, place: Place, piece: Piece, tag: Tag) -> None:
        answer = self._answer(tag)
        rows = pictures.rows_shown(tag, answer)
        if not any(row.value for row in rows):
            self._leave_out(place, tag)
            return
        self.tally.figure(tag, answer, formats.printed(tag, answer))
        png = pictures.chart(tag, answer, rows)
        relation = self.package.picture(place.part, png)
        number = int(relation.removeprefix("soPicture"))
        _replace(piece, [pictures.drawing(relation, number, png, pictures.described(answer, rows))])

    def _leave_out(self, place: Place, tag: Tag) -> None:
        self.tally.left_out.append(tag.source)
        sections.take_out_captioned(place.paragraph, sections.called(self._styles(), "caption"))

    def _append_annex(self, body: Element) -> None:
        whole = [figure for figure in self.tally.printed.values() if figure.row is None]
        figures = [figure for figure in whole if figure.tag.kind != SHEET]  # its lines lead on by themselves
        end = body.find(name("w:sectPr"))
        head = annex.heading(body)
        attached, taken = self.facts.get("kem-theo", ""), self.facts.get("ngay-chot", "")
        missed = self.facts.get("so-uoc-truoc", "").splitlines()
        heritage = self.facts.get("tien-than", "")
        for made in annex.annex(figures, self.controls, head, attached, taken, missed, heritage):
            body.append(made) if end is None else end.addprevious(made)


def _replace(piece: Piece, others: list[Element]) -> None:
    for other in reversed(others):
        piece.run.addnext(other)
    remove(piece.run)


def _repeat(paragraph: Element, piece: Piece, lines: list[str]) -> None:
    """The paragraph once for each line, with the letters the tag had."""
    shape = paragraph.find(name("w:pPr"))
    last = paragraph
    for line in lines[1:]:
        copy = paragraph.makeelement(paragraph.tag)
        if shape is not None:
            copy.append(deepcopy(shape))
        copy.append(text_run(line, piece.run))
        last.addnext(copy)
        last = copy
    for run in own_runs(paragraph):
        if run is not piece.run:
            remove(run)
    _replace(piece, [text_run(lines[0], piece.run)])


def _pictured(paragraph: Element) -> bool:
    return any(True for _ in paragraph.iter(name("w:drawing"), name("w:pict"), name("w:br")))
