"""The numbers Word puts before headings and list items, reckoned as Word does: they are not in the text."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .ooxml import Element, name
from .package import Package

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list counts: `%1.` in `upperRoman`."""

    text: str
    how: str
    start: int = 1


@dataclass
class Numbering:
    """The lists of one document, counted on paragraph by paragraph in the order of reading."""

    package: Package
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        if NUMBERING in self.package.parts:
            self.lists = _lists(self.package.tree(NUMBERING))
        if STYLES in self.package.parts:
            self.styles = _styles(self.package.tree(STYLES))

    def label(self, paragraph: Element, style: str) -> str:
        """What stands before a paragraph: "I.", "2.", "•"; empty for most."""
        number, depth = _asked(paragraph.find(name("w:pPr"))) or self.styles.get(style, ("", 0))
        level = self.lists.get(number, {}).get(depth)
        if level is None or level.how == "none":
            return ""
        self._count(number, depth, level)
        if level.how == "bullet":
            return "•"
        return _PLACEHOLDER.sub(lambda found: self._said(number, int(found[1]) - 1), level.text)

    def _count(self, number: str, depth: int, level: Level) -> None:
        """One more at this depth; what is deeper begins anew."""
        counts = self.counted[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

    def _said(self, number: str, depth: int) -> str:
        level = self.lists[number].get(depth)
        return _written(self.counted[number].get(depth, 1), level.how) if level else ""


def _written(count: int, how: str) -> str:
    if how in ("upperRoman", "lowerRoman"):
        return roman(count) if how == "upperRoman" else roman(count).lower()
    if how in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if how == "upperLetter" else letter.lower()
    return str(count)


def roman(count: int) -> str:
    """4 as "IV"."""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (count // value)
        count %= value
    return said


def _lists(root: Element) -> dict[str, dict[int, Level]]:
    abstract = {one.get(name("w:abstractNumId")): _levels(one) for one in root.iter(name("w:abstractNum"))}
    return {
        one.get(name("w:numId")): abstract.get(_value(one, "w:abstractNumId"), {})
        for one in root.iter(name("w:num"))
    }


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        int(one.get(name("w:ilvl"), 0)): Level(
            _value(one, "w:lvlText"), _value(one, "w:numFmt") or "decimal", int(_value(one, "w:start") or 1)
        )
        for one in abstract.findall(name("w:lvl"))
    }


def _styles(root: Element) -> dict[str, tuple[str, int]]:
    found = {}
    for style in root.iter(name("w:style")):
        if asked := _asked(style.find(name("w:pPr"))):
            found[style.get(name("w:styleId"), "")] = asked
    return found


def _asked(properties: Element | None) -> tuple[str, int] | None:
    """The list and the depth a paragraph or a style asks for."""
    asked = properties.find(name("w:numPr")) if properties is not None else None
    if asked is None:
        return None
    return _value(asked, "w:numId"), int(_value(asked, "w:ilvl") or 0)


def _value(parent: Element, tag: str) -> str:
    found = parent.find(name(tag))
    return str(found.get(name("w:val"), "")) if found is not None else ""
