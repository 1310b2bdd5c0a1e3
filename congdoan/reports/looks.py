"""How a paragraph of a Word file looks: by its style, the styles that one builds on, and its own settings."""

from dataclasses import dataclass, field, replace

from .ooxml import Element, name
from .package import Package

STYLES = "word/styles.xml"
_OFF = {"0", "false", "none"}
_VALUE, _FIRST = name("w:val"), name("w:firstLine")
_ALIGN, _INDENT, _LEVEL, _BORDERS, _NEW_PAGE = (
    name(tag) for tag in ("w:jc", "w:ind", "w:outlineLvl", "w:pBdr", "w:pageBreakBefore")
)
_DEEPEST = 10


@dataclass(frozen=True)
class Look:
    """What of a paragraph's looks a page shows. `size` in half points; `level` of a heading, 0 for the highest."""

    align: str = "left"
    bold: bool = False
    italic: bool = False
    size: int = 28
    indented: bool = False
    framed: bool = False
    ruled: bool = False
    new_page: bool = False
    level: int | None = None

    @property
    def classes(self) -> str:
        """Its classes on the page."""
        names = [f"to-{self.align}"]
        names += [key for key in ("bold", "italic", "indented", "framed") if getattr(self, key)]
        return " ".join([*names, *(["small-print"] if self.size < 26 else [])])


@dataclass
class Looks:
    """The looks of one document."""

    package: Package
    known: dict[str, Look] = field(default_factory=dict)
    styles: dict[str, Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if STYLES in self.package.parts:
            for style in self.package.tree(STYLES).iter(name("w:style")):
                self.styles[style.get(name("w:styleId"), "")] = style

    def of(self, paragraph: Element) -> Look:
        """A paragraph's looks, its own settings over its style's."""
        properties = paragraph.find(name("w:pPr"))
        look = self.style(style_of(paragraph))
        return _over(look, properties, None) if properties is not None else look

    def style(self, key: str, depth: int = 0) -> Look:
        """The looks a style gives."""
        if key not in self.known:
            style = self.styles.get(key)
            self.known[key] = self._read(style, depth) if style is not None and depth < _DEEPEST else Look()
        return self.known[key]

    def _read(self, style: Element, depth: int) -> Look:
        based = style.find(name("w:basedOn"))
        below = self.style(based.get(name("w:val"), ""), depth + 1) if based is not None else Look()
        return _over(below, style.find(name("w:pPr")), style.find(name("w:rPr")))


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; empty for the usual one."""
    found = paragraph.find(f"{name('w:pPr')}/{name('w:pStyle')}")
    return str(found.get(name("w:val"), "")) if found is not None else ""


def marked(letters: Element | None, tag: str) -> bool | None:
    """Whether letters are bold, italic …; None where nothing is said."""
    found = letters.find(name(tag)) if letters is not None else None
    return None if found is None else found.get(name("w:val"), "1") not in _OFF


def _over(look: Look, properties: Element | None, letters: Element | None) -> Look:
    if properties is not None:
        look = _shaped(look, properties)
    if letters is None:
        return look
    bold, italic, size = marked(letters, "w:b"), marked(letters, "w:i"), letters.find(name("w:sz"))
    return replace(
        look,
        bold=look.bold if bold is None else bold,
        italic=look.italic if italic is None else italic,
        size=int(size.get(name("w:val"), look.size)) if size is not None else look.size,
    )


def _shaped(look: Look, properties: Element) -> Look:
    said = {child.tag: child for child in properties}
    align, indent, level = (said.get(tag) for tag in (_ALIGN, _INDENT, _LEVEL))
    sides = len(said[_BORDERS]) if _BORDERS in said else None
    return replace(
        look,
        align=align.get(_VALUE, "left") if align is not None else look.align,
        indented=int(indent.get(_FIRST, 0)) > 0 if indent is not None else look.indented,
        framed=sides == 4 if sides is not None else look.framed,
        ruled=sides == 1 if sides is not None else look.ruled,
        new_page=_NEW_PAGE in said and said[_NEW_PAGE].get(_VALUE, "1") not in _OFF,
        level=int(level.get(_VALUE, 9)) if level is not None else look.level,
    )
