"""The Word file as a page: the very document that is handed out, its figures as chips, its open places to write in."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .ooxml import Element, name, text_of
from .package import DOCUMENT, Package

OPEN, CLOSE = "\ue000", "\ue001"  # around the name of an open place, in what is rendered for the screen only
RELATIONS = "word/_rels/document.xml.rels"
TABLE_OF_LAYOUT = "Superior"  # the heading table, and the one with the signature, have no lines


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


@dataclass(frozen=True)
class Block:
    """A paragraph, a table, a picture, or an open place (`kind` "text") with its name and what is written there."""

    kind: str
    style: str = ""
    parts: tuple[Part, ...] = ()
    rows: tuple[tuple[tuple["Block", ...], ...], ...] = ()
    picture: str = ""
    name: str = ""
    prompt: str = ""
    lines: tuple[str, ...] = ()
    anchor: str = ""

    @property
    def text(self) -> str:
        """What is written in an open place, as it is edited."""
        return "\n".join(self.lines)


@dataclass
class Reader:
    """Reads one document. `states` says of each short code whether its figure is live, frozen or changed since."""

    package: Package
    states: Mapping[str, str]
    links: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for relation in self.package.tree(RELATIONS):
            self.links[relation.get("Id")] = relation.get("Target")

    def blocks(self, parent: Element) -> Iterator[Block]:
        for number, child in enumerate(parent):
            if child.tag == name("w:p"):
                yield self.paragraph(child, f"d{number}")
            elif child.tag == name("w:tbl"):
                yield self.table(child)

    def paragraph(self, paragraph: Element, anchor: str = "") -> Block:
        shape = paragraph.find(f"{name('w:pPr')}/{name('w:pStyle')}")
        style = shape.get(name("w:val")) if shape is not None else ""
        if (picture := next(paragraph.iter(name("a:blip")), None)) is not None:
            return Block("picture", style, picture=self._picture(picture))
        if text_of(paragraph).startswith(OPEN):
            return _open_place(text_of(paragraph))
        return Block("p", style, tuple(self._parts(paragraph)), anchor=anchor)

    def table(self, table: Element) -> Block:
        rows = tuple(
            tuple(tuple(self.blocks(cell)) for cell in row.iter(name("w:tc")))
            for row in table.iter(name("w:tr"))
        )
        styles = {block.style for row in rows for cell in row for block in cell}
        bare = not any(table.iter(name("w:tblBorders"), name("w:tcBorders"))) and not table.findall(
            f".//{name('w:tblStyle')}"
        )
        return Block("layout" if bare or TABLE_OF_LAYOUT in styles else "table", rows=rows)

    def _parts(self, paragraph: Element) -> Iterator[Part]:
        for child in paragraph:
            if child.tag == name("w:r"):
                yield _words(child)
            elif child.tag == name("w:sdt"):
                yield self._figure(child)
            elif child.tag == name("w:hyperlink"):
                yield Part(text_of(child))

    def _figure(self, control: Element) -> Part:
        ref = _value(control, "w:tag")
        link = next(control.iter(name("w:hyperlink")), None)
        target = self.links.get(link.get(name("r:id")), "") if link is not None else ""
        parts = urlsplit(target)
        href = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return Part(
            text_of(control),
            ref=ref,
            label=_value(control, "w:alias"),
            href=href,
            state=self.states.get(ref, ""),
        )

    def _picture(self, blip: Element) -> str:
        target = self.links.get(blip.get(name("r:embed")), "")
        content = self.package.parts.get(f"word/{target}", b"")
        return f"data:image/png;base64,{base64.b64encode(content).decode()}"


def blocks(docx: bytes, states: Mapping[str, str]) -> list[Block]:
    """The whole document, block by block, in the order of reading."""
    package = Package(docx)
    return list(Reader(package, states).blocks(package.tree(DOCUMENT).find(name("w:body"))))


def marked(texts: Mapping[str, str], prompts: Mapping[str, str]) -> dict[str, str]:
    """Free texts for the screen: every open place is shown, with its name around which `blocks` finds it."""
    shown = {place: texts.get(place, "").replace("\n", CLOSE) for place in prompts}
    return {place: CLOSE.join((OPEN + place, prompts[place], text)) for place, text in shown.items()}


def outline(found: list[Block]) -> list[tuple[str, str]]:
    """The headings: (anchor, words)."""
    return [(b.anchor, "".join(p.text for p in b.parts)) for b in found if b.style.startswith("Heading")]


def _open_place(text: str) -> Block:
    place, prompt, *lines = text.removeprefix(OPEN).split(CLOSE)
    return Block("text", name=place, prompt=prompt, lines=tuple(line for line in lines if line))


def _words(run: Element) -> Part:
    letters = run.find(name("w:rPr"))
    if letters is None:
        return Part(text_of(run))
    bold, italic = (letters.find(name(tag)) is not None for tag in ("w:b", "w:i"))
    return Part(text_of(run), bold=bold, italic=italic)


def _value(control: Element, tag: str) -> str:
    found = next(control.iter(name(tag)), None)
    return found.get(name("w:val")) if found is not None else ""
