"""The few words of WordprocessingML the reports are written in."""

import re
from copy import deepcopy
from functools import cache
from typing import Any

from lxml import etree

# lxml ships no types; an element is whatever it makes of one.
Element = Any

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_UNPRINTABLE = re.compile("[^\n\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def name(prefixed: str) -> str:
    """The full name of `w:p`; a name without a prefix stays as it is."""
    prefix, colon, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else prefixed


def node(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """A new element. An attribute's prefix is set off by an underscore: `w_val="1"`."""
    full, keys, prefixes = _names(tag, tuple(attributes))
    made = etree.Element(full, nsmap=prefixes)
    for key, value in zip(keys, attributes.values(), strict=True):
        made.set(key, str(value))
    made.extend(children)
    return made


@cache
def _names(tag: str, keys: tuple[str, ...]) -> tuple[str, list[str], dict[str, str]]:
    """The full names of an element and its attributes, and the prefixes they are written with."""
    prefixes = {key.partition("_")[0] for key in keys if "_" in key} - {"xml"} | {tag.partition(":")[0]}
    full = [name(key.replace("_", ":", 1)) for key in keys]
    return name(tag), full, {prefix: NAMESPACES[prefix] for prefix in sorted(prefixes)}


def parse(data: bytes) -> Element:
    """The root of a part. Entities stay unread and nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def written(root: Element) -> bytes:
    """A part as bytes; the same tree always gives the same ones."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def text_run(text: str, like: Element | None = None) -> Element:
    """A run of plain text, with the letters of the run `like`. Line breaks become breaks, tabs tabs."""
    run = node("w:r")
    if like is not None and (letters := like.find(name("w:rPr"))) is not None:
        run.append(deepcopy(letters))
    for part in re.split(r"([\n\t])", printable(text)):
        if part in _BREAKS:
            run.append(node(_BREAKS[part]))
        elif part:
            run.append(text_node(part))
    return run


def text_node(text: str) -> Element:
    """The characters inside a run, their outer spaces kept."""
    made = node("w:t", xml_space="preserve")
    made.text = printable(text)
    return made


def printable(text: str) -> str:
    """The text without the signs that no XML file may hold."""
    return _UNPRINTABLE.sub("", text)


def own_runs(paragraph: Element) -> list[Element]:
    """The runs of a paragraph, in order, those inside links too; not those of a text box standing in it."""
    mine = []
    for run in paragraph.iter(name("w:r")):
        if next(run.iterancestors(name("w:p"))) is paragraph:
            mine.append(run)
    return mine


def text_of(element: Element) -> str:
    """What a reader sees of a run or a paragraph."""
    return "".join(t.text or "" for t in element.iter(name("w:t")))


def remove(element: Element) -> None:
    """Take an element out, if it is still in. Whitespace between elements means nothing in these files."""
    if (parent := element.getparent()) is not None:
        parent.remove(element)
