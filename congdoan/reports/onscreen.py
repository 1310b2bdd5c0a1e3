"""The Word file as a page: the very document that is handed out, its figures as chips, its open places to write in."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .looks import Looks, marked, style_of
from .numbering import Numbering
from .ooxml import Element, name, text_of
from .package import DOCUMENT, Package

OPEN, CLOSE = "\ue000", "\ue001"  # around the name of an open place, in what is rendered for the screen only
CHIP = '<a class="figure-chip {0}" href="{1}" data-ref="{2}" title="{3} ({2})">{4}{5}</a>'
CHANGED = mark_safe('<span class="visually-hidden"> (đã khác lúc chốt)</span>')
RELATIONS = "word/_rels/document.xml.rels"
_SPAN = f"{name('w:tcPr')}/{name('w:gridSpan')}"
_BREAKS = {name("w:br"): "\n", name("w:cr"): "\n", name("w:tab"): "\t"}


@dataclass(frozen=True)
class Part:
    """Some words of a paragraph; with `ref`, a figure and the path of its page."""

    text: str
    bold: bool = False
    italic: bool = False
    ref: str = ""
    label: str = ""
    href: str = ""
    state: str = ""

    @property
    def markup(self) -> SafeString:
        """These words on the page; a figure as a chip. Made here: a report has many hundreds of them."""
        if self.ref:
            told = CHANGED if self.state == "changed" else ""
            return format_html(CHIP, self.state, self.href, self.ref, self.label, self.text, told)
        tag = "b" if self.bold else "i" if self.italic else ""
        return format_html("<{0}>{1}</{0}>", tag, self.text) if tag else escape(self.text)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: what stands in it, over how many columns, under which head, whether it is a number's."""

    blocks: tuple["Block", ...]
    span: int = 1
    head: str = ""
    number: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its head, its rows, the widths of its columns in percent. A `layout` one only sets things side by side."""

    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    layout: bool = False

    @property
    def of_numbers(self) -> bool:
        """Whether most columns hold numbers: it stays a table on a phone; others become cards."""
        row = self.rows[0] if self.rows else ()
        return 2 * sum(cell.number for cell in row) > len(row)


@dataclass(frozen=True)
class Block:
    """A paragraph ("p"), a heading ("h"), a table, a picture, a line ("rule"), or an open place ("text") with its name
    and what is written there."""

    kind: str
    looks: str = ""
    level: int = 0
    label: str = ""
    parts: tuple[Part, ...] = ()
    table: Table | None = None
    picture: str = ""
    alt: str = ""
    name: str = ""
    prompt: str = ""
    lines: tuple[str, ...] = ()
    anchor: str = ""
    new_page: bool = False

    @property
    def text(self) -> str:
        """What is written in an open place, as it is edited; of anything else its words."""
        return "\n".join(self.lines) or "".join(part.text for part in self.parts)


@dataclass
class Reader:
    """Reads one document. `states` says of a short code whether its figure is live, frozen or changed since."""

    package: Package
    states: Mapping[str, str]
    links: dict[str, str] = field(default_factory=dict)
    headings: int = 0

    def __post_init__(self) -> None:
        self.looks, self.numbering = Looks(self.package), Numbering(self.package)
        for relation in self.package.tree(RELATIONS):
            self.links[relation.get("Id")] = relation.get("Target")

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == name("w:p"):
                yield self.paragraph(child)
            elif child.tag == name("w:tbl"):
                yield Block("table", table=self.table(child))
            elif child.tag == name("w:sdt"):
                yield from self.blocks(child.find(name("w:sdtContent")))

    def paragraph(self, paragraph: Element) -> Block:
        look = self.looks.of(paragraph)
        if (blip := next(paragraph.iter(name("a:blip")), None)) is not None:
            return self._picture(paragraph, blip)
        text = text_of(paragraph)
        if text.startswith(OPEN):
            return _open_place(text)
        label = self.numbering.label(paragraph, style_of(paragraph))
        parts = tuple(self._parts(paragraph))
        if look.level is not None and parts:
            self.headings += 1
            level, anchor = min(look.level, 3) + 2, f"muc-{self.headings}"
            return Block("h", look.classes, level, label, parts, anchor=anchor, new_page=look.new_page)
        kind = "rule" if look.ruled and not text else "p"
        return Block(kind, look.classes, label=label, parts=parts, new_page=look.new_page)

    def table(self, table: Element) -> Table:
        ruled = next(table.iter(name("w:tblBorders"), name("w:tcBorders"), name("w:tblStyle")), None)
        rows = [(_is_head(row), list(self._cells(row))) for row in table.findall(name("w:tr"))]
        heads = [_texts(cells) for is_head, cells in rows if is_head]
        widths = [int(column.get(name("w:w"), 0)) for column in table.iter(name("w:gridCol"))]
        return Table(
            tuple(tuple(cells) for is_head, cells in rows if is_head),
            tuple(
                tuple(_under(heads[-1], cells) if heads else cells) for is_head, cells in rows if not is_head
            ),
            tuple(round(100 * width / sum(widths)) for width in widths) if sum(widths) else (),
            ruled is None,
        )

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in row.findall(name("w:tc")):
            span = cell.find(_SPAN)
            blocks = tuple(self.blocks(cell))
            number = bool(blocks) and all(block.looks.startswith("to-right") for block in blocks)
            yield Cell(blocks, int(span.get(name("w:val"), 1)) if span is not None else 1, number=number)

    def _parts(self, paragraph: Element) -> Iterator[Part]:
        for child in paragraph:
            if child.tag == name("w:r") and (part := _words(child)):
                yield part
            elif child.tag == name("w:sdt"):
                yield self._figure(child)
            elif child.tag == name("w:hyperlink"):
                yield Part(text_of(child))

    def _figure(self, control: Element) -> Part:
        ref = _value(control, "w:tag")
        link = next(control.iter(name("w:hyperlink")), None)
        parts = urlsplit(self.links.get(link.get(name("r:id")), "") if link is not None else "")
        href = f"{parts.path}?{parts.query}" if parts.query else parts.path
        letters = next(control.iter(name("w:rPr")), None)
        bold, label = marked(letters, "w:b") or False, _value(control, "w:alias")
        return Part(text_of(control), bold, ref=ref, label=label, href=href, state=self.states.get(ref, ""))

    def _picture(self, paragraph: Element, blip: Element) -> Block:
        target = self.links.get(blip.get(name("r:embed")), "")
        content = self.package.parts.get(f"word/{target}", b"")
        about = next(paragraph.iter(name("wp:docPr")), None)
        picture = f"data:image/{_media(content)};base64,{base64.b64encode(content).decode()}"
        return Block("picture", picture=picture, alt=about.get("descr", "") if about is not None else "")


def blocks(docx: bytes, states: Mapping[str, str]) -> list[Block]:
    """The whole document, block by block, in the order of reading."""
    package = Package(docx)
    return list(Reader(package, states).blocks(package.tree(DOCUMENT).find(name("w:body"))))


def open_places(texts: Mapping[str, str], prompts: Mapping[str, str]) -> dict[str, str]:
    """Free texts for the screen: every open place is shown, with its name around which `blocks` finds it."""
    shown = {place: texts.get(place, "").replace("\n", CLOSE) for place in prompts}
    return {place: CLOSE.join((OPEN + place, prompts[place], text)) for place, text in shown.items()}


def place(name: str, prompt: str, text: str) -> Block:
    """One open place, as `blocks` would find it."""
    return Block("text", name=name, prompt=prompt, lines=tuple(line for line in text.split("\n") if line))


def _open_place(text: str) -> Block:
    named, prompt, *lines = text.removeprefix(OPEN).split(CLOSE)
    return place(named, prompt, "\n".join(lines))


def _words(run: Element) -> Part | None:
    letters = run.find(name("w:rPr"))
    said = "".join(
        (child.text or "") if child.tag == name("w:t") else _BREAKS.get(child.tag, "") for child in run
    )
    return Part(said, marked(letters, "w:b") or False, marked(letters, "w:i") or False) if said else None


def _is_head(row: Element) -> bool:
    return row.find(f"{name('w:trPr')}/{name('w:tblHeader')}") is not None


def _texts(cells: list[Cell]) -> list[str]:
    return [" ".join(block.text for block in cell.blocks) for cell in cells]


def _under(heads: list[str], cells: list[Cell]) -> list[Cell]:
    """Each cell with the head of its column, for a phone, where rows become cards."""
    named = [*heads, *[""] * len(cells)]
    return [Cell(cell.blocks, cell.span, named[at], cell.number) for at, cell in enumerate(cells)]


def _media(content: bytes) -> str:
    return "jpeg" if content.startswith(b"\xff\xd8") else "gif" if content.startswith(b"GIF8") else "png"


def _value(control: Element, tag: str) -> str:
    found = next(control.iter(name(tag)), None)
    return found.get(name("w:val")) if found is not None else ""
