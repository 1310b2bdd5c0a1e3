"""A new template as a Word file, from the paragraphs and tables of its body."""

from collections.abc import Iterable
from datetime import UTC, datetime

from congdoan.reports import layout, safety
from congdoan.reports.ooxml import Element, node, written
from congdoan.reports.package import DOCUMENT, Package, zipped

_MAIN = safety.MAIN.removesuffix("document.main+xml")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MADE = datetime(
    2024, 1, 1, tzinfo=UTC
)  # a template has no moment of its own; the same one, so the same bytes
_PARTS = ("styles", "numbering", "settings", "header")


def build(body: Iterable[Element], title: str) -> bytes:
    """The file: A4, styles and page number by the decree."""
    parts = {
        safety.TYPES_PART: _types(),
        "_rels/.rels": _relations([("rIdDocument", "officeDocument", DOCUMENT)]),
        "word/_rels/document.xml.rels": _relations(
            [(f"rId{part.title()}", part, f"{part}.xml") for part in _PARTS]
        ),
        DOCUMENT: written(node("w:document", node("w:body", *body, layout.section()))),
        "word/styles.xml": written(layout.styles()),
        "word/numbering.xml": written(layout.numbering()),
        "word/settings.xml": written(_settings()),
        "word/header.xml": written(layout.page_number()),
    }
    package = Package(zipped(parts))
    package.describe(title, "", _MADE)
    return package.written()


def _types() -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    kinds = {part: f"{_MAIN}{part}+xml" for part in _PARTS} | {"document": safety.MAIN}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>' for part, kind in kinds.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{namespace}">{defaults}{overrides}</Types>'.encode()


def _relations(targets: Iterable[tuple[str, str, str]]) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    items = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    return f'<Relationships xmlns="{namespace}">{items}</Relationships>'.encode()


def _settings() -> Element:
    compatible = node(
        "w:compat",
        node(
            "w:compatSetting",
            w_name="compatibilityMode",
            w_uri="http://schemas.microsoft.com/office/word",
            w_val=15,
        ),
    )
    language = node("w:themeFontLang", w_val="vi-VN")
    return node(
        "w:settings", node("w:zoom", w_percent=100), node("w:defaultTabStop", w_val=720), compatible, language
    )
