"""Headings with nothing under them."""

from congdoan.reports.ooxml import Element, name, own_runs, remove, text_of

_DEEPEST = 10
_ENDS_ALL = -1  # above every heading: the closing sentence belongs to no section


def levels(styles: Element | None) -> dict[str, int]:
    """The outline level of each heading style, by its id: 0 for the highest. Word's style "Closing" ends all sections."""
    found = {}
    for style in styles.iter(name("w:style")) if styles is not None else ():
        level = style.find(f"{name('w:pPr')}/{name('w:outlineLvl')}")
        if level is not None and (depth := int(level.get(name("w:val"), _DEEPEST))) < _DEEPEST - 1:
            found[style.get(name("w:styleId"), "")] = depth
    return found | dict.fromkeys(called(styles, "Closing"), _ENDS_ALL)


def called(styles: Element | None, label: str) -> set[str]:
    """The ids of the styles that Word knows by this name, whatever language the file was made in."""
    named = styles.iter(name("w:name")) if styles is not None else ()
    same = [found for found in named if found.get(name("w:val"), "").lower() == label.lower()]
    return {found.getparent().get(name("w:styleId"), "") for found in same}


def outline(body: Element, heading_levels: dict[str, int]) -> dict[Element, list[Element]]:
    """Each heading with what stands under it, up to the next of its level or a higher one."""
    sections: dict[Element, list[Element]] = {}
    open_ones: list[tuple[int, Element]] = []
    for child in body.iterchildren(name("w:p"), name("w:tbl"), name("w:sdt")):
        level = _level(child, heading_levels)
        if level is not None:
            open_ones = [pair for pair in open_ones if pair[0] < level]
        for _, heading in open_ones:
            sections[heading].append(child)
        if level is not None:
            sections[child] = []
            open_ones.append((level, child))
    return sections


def full(body: Element, heading_levels: dict[str, int]) -> list[Element]:
    """The headings with something under them."""
    return [heading for heading, under in outline(body, heading_levels).items() if under]


def drop_empty(body: Element, heading_levels: dict[str, int], once_full: list[Element]) -> list[str]:
    """Take out the headings that had something under them and have nothing left; their texts."""
    gone = []
    for heading, under in reversed(outline(body, heading_levels).items()):
        if heading in once_full and all(child.getparent() is None for child in under):
            gone.append(text_of(heading))
            remove(heading)
    return gone[::-1]


def take_out_captioned(paragraph: Element, captions: set[str]) -> None:
    """Take out the place of a table or picture, and the caption above it."""
    above = paragraph.getprevious()
    if above is not None and style_of(above) in captions:
        take_out(above)
    take_out(paragraph)


def style_of(element: Element) -> str:
    """The id of a paragraph's style; "" for the usual one, and for what is no paragraph."""
    style = element.find(f"{name('w:pPr')}/{name('w:pStyle')}")
    return "" if style is None else str(style.get(name("w:val")))


def take_out(paragraph: Element) -> None:
    """Take a paragraph out; where the file needs one (alone in a cell, end of a section), only its runs."""
    parent = paragraph.getparent()
    if parent is None:
        return
    if paragraph.find(f"{name('w:pPr')}/{name('w:sectPr')}") is not None:
        for run in own_runs(paragraph):
            remove(run)
    elif parent.tag == name("w:tc") and parent.findall(name("w:p"))[-1] is paragraph:
        for child in list(paragraph):  # without its shape too: a border or a number would show
            remove(child)
    else:
        remove(paragraph)


def _level(element: Element, heading_levels: dict[str, int]) -> int | None:
    return heading_levels.get(style_of(element))
