"""Small Word files for tests, and what a reader finds in one."""

from collections.abc import Mapping
from dataclasses import dataclass

from congdoan.reports.annex import TITLE
from congdoan.reports.building import build
from congdoan.reports.layout import paragraph
from congdoan.reports.ooxml import Element, name, node, own_runs, parse, text_of, text_run
from congdoan.reports.package import DOCUMENT, zipped
from congdoan.reports.safety import read_parts

STYLE = "BodyText"


@dataclass(frozen=True)
class Control:
    """A content control: its tag, its title, the text in it and where its link leads."""

    tag: str
    alias: str
    text: str
    link: str


def line(*runs: str, style: str = STYLE) -> Element:
    """A paragraph cut into these runs."""
    made = paragraph(style)
    made.extend([text_run(run) for run in runs])
    return made


def paper(*paragraphs: str | Element) -> bytes:
    """A template with these paragraphs."""
    return build([line(p) if isinstance(p, str) else p for p in paragraphs], "Mẫu thử")


def with_part(docx: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same file with other parts put in or over its own."""
    return zipped(read_parts(docx) | dict(changed))


def in_document(docx: bytes, xml: str, before: str = "<w:sectPr") -> bytes:
    """The same file with raw XML put into its body."""
    parts = read_parts(docx)
    document = parts[DOCUMENT].decode()
    parts[DOCUMENT] = document.replace(before, xml + before, 1).encode()
    return zipped(parts)


def body(docx: bytes) -> Element:
    return parse(read_parts(docx)[DOCUMENT]).find(name("w:body"))


def lines(docx: bytes) -> list[str]:
    """The text of the body, paragraph by paragraph, without the annex."""
    texts = [text_of(found) for found in body(docx).iter(name("w:p"))]
    return texts[: texts.index(TITLE) - 1] if TITLE in texts else texts


def said(docx: bytes) -> str:
    """The text of the body in one line, without the annex."""
    return " ".join(text for text in lines(docx) if text)


def annex(docx: bytes) -> list[list[str]]:
    """The rows of the annex."""
    table = body(docx).findall(name("w:tbl"))[-1]
    rows = [[text_of(cell) for cell in row.iter(name("w:tc"))] for row in table.iter(name("w:tr"))]
    return rows[1:]


def controls(docx: bytes) -> list[Control]:
    """Every number in the body, the annex's too, in the order of reading."""
    links = relations(docx)
    return [_control(found, links) for found in body(docx).iter(name("w:sdt"))]


def relations(docx: bytes, part: str = "document") -> dict[str, str]:
    """Where the relations of a part lead."""
    root = parse(read_parts(docx)[f"word/_rels/{part}.xml.rels"])
    return {item.get("Id"): item.get("Target") for item in root}


def run_of(docx: bytes, text: str) -> Element:
    """The run that says exactly this."""
    return next(run for p in body(docx).iter(name("w:p")) for run in own_runs(p) if text_of(run) == text)


def bold(text: str) -> Element:
    return text_run(text, node("w:r", node("w:rPr", node("w:b"))))


def _control(found: Element, links: Mapping[str, str]) -> Control:
    properties = found.find(name("w:sdtPr"))
    link = found.find(f"{name('w:sdtContent')}/{name('w:hyperlink')}")
    return Control(
        properties.find(name("w:tag")).get(name("w:val")),
        properties.find(name("w:alias")).get(name("w:val")),
        text_of(found),
        links[link.get(name("r:id"))] if link is not None else "",
    )
