"""A .docx as its parts: read, changed, and written so that the same content always makes the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

from congdoan.reports import safety
from congdoan.reports.ooxml import Element, node, parse, written

DOCUMENT = safety.DOCUMENT
CORE = "docProps/core.xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_WRITTEN_WITH_TEXT = ("word/header", "word/footer", "word/footnotes", "word/endnotes")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip can tell; every file carries it


class Package:
    """The parts of one document. XML parts are parsed when first asked for and written back at the end."""

    def __init__(self, template: bytes) -> None:
        self.parts = safety.read_parts(template)
        self._trees: dict[str, Element] = {}
        self._links: dict[tuple[str, str], str] = {}
        self._pictures = 0

    def tree(self, part: str) -> Element:
        """The root element of a part."""
        if part not in self._trees:
            self._trees[part] = parse(self.parts[part])
        return self._trees[part]

    def text_parts(self) -> list[str]:
        """The parts a reader reads, the body first."""
        others = [
            part
            for part in sorted(self.parts)
            if part.startswith(_WRITTEN_WITH_TEXT) and part.endswith(".xml")
        ]
        return [DOCUMENT, *others]

    def link(self, part: str, address: str) -> str:
        """The relation of a part to an address outside, made once."""
        if (part, address) not in self._links:
            key = f"soLink{len(self._links) + 1}"
            self._relate(part, key, _KIND + "hyperlink", address, TargetMode="External")
            self._links[part, address] = key
        return self._links[part, address]

    def picture(self, part: str, png: bytes) -> str:
        """Put a PNG into the file; the relation of the part to it."""
        self._pictures += 1
        key, name = f"soPicture{self._pictures}", f"so-bieu-do-{self._pictures}.png"
        self.parts[f"word/media/{name}"] = png
        self._relate(part, key, _KIND + "image", f"media/{name}")
        self._declare("Default", Extension="png", ContentType="image/png")
        return key

    def describe(self, title: str, by: str, made_at: datetime) -> None:
        """Title, author and moment in the file's properties; whoever made the template is forgotten."""
        if CORE not in self.parts:
            self._relate("", "soCore", _CORE_RELATION, CORE)
            self._declare("Override", PartName=f"/{CORE}", ContentType=_CORE_TYPE)
        self.parts[CORE] = _core(title, by, made_at)
        self._trees.pop(CORE, None)

    def written(self) -> bytes:
        """The file."""
        self.parts |= {part: written(root) for part, root in self._trees.items()}
        return zipped(self.parts)

    def _relate(self, part: str, key: str, kind: str, target: str, **more: str) -> None:
        folder, _, name = part.rpartition("/")
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self.parts:
            self.parts[relations] = b'<Relationships xmlns="%s"/>' % _RELATIONS.encode()
        _child(self.tree(relations), _RELATIONS, "Relationship", Id=key, Type=kind, Target=target, **more)

    def _declare(self, how: str, **attributes: str) -> None:
        types, name = self.tree(safety.TYPES_PART), next(iter(attributes.values()))
        if not any(name in item.attrib.values() for item in types):
            _child(types, _TYPES, how, **attributes)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a file; the same ones always make the same bytes."""
    first = [safety.TYPES_PART, "_rels/.rels", DOCUMENT]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in [*first, *sorted(set(parts) - set(first))]:
            archive.writestr(_entry(part), parts[part], compresslevel=6)
    return made.getvalue()


def _child(parent: Element, namespace: str, tag: str, **attributes: str) -> None:
    made = parent.makeelement(f"{{{namespace}}}{tag}", attributes)
    parent.append(made)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # whatever machine makes it
    return entry


def _core(title: str, by: str, made_at: datetime) -> bytes:
    moment = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    root = node("cp:coreProperties")
    for tag, text in (("dc:title", title), ("dc:creator", by), ("cp:lastModifiedBy", by)):
        root.append(_said(tag, text))
    for tag in ("dcterms:created", "dcterms:modified"):
        root.append(_said(tag, moment, xsi_type="dcterms:W3CDTF"))
    root.append(_said("dc:language", "vi-VN"))
    return written(root)


def _said(tag: str, text: str, **attributes: str) -> Element:
    made = node(tag, **attributes)
    made.text = text
    return made
