"""A ruled table in the document: widths that Word and LibreOffice both keep, a head repeated on every page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congdoan.reports.ooxml import Element, node, text_run

TWIPS = 56.7  # to a millimetre
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in mm, and where its text stands (`left`, `center`, `right`)."""

    head: str
    width: float
    align: str = "left"


def table(columns: Sequence[Column], rows: Iterable[Sequence[list[Element]]], half_points: int) -> Element:
    """A table whose cells hold the given runs or controls, in letters of this size (in half points)."""
    made = node(
        "w:tbl",
        _properties(columns),
        node("w:tblGrid", *[node("w:gridCol", w_w=_twips(c.width)) for c in columns]),
    )
    heads = [text_run(column.head, _letters(half_points, bold=True)) for column in columns]
    made.append(
        _row(
            [_cell(column, [head], "center") for column, head in zip(columns, heads, strict=True)], head=True
        )
    )
    for row in rows:
        made.append(
            _row([_cell(column, content, column.align) for column, content in zip(columns, row, strict=True)])
        )
    return made


def run(text: str, half_points: int, bold: bool = False, italic: bool = False) -> Element:
    """Text for a cell."""
    return text_run(text, _letters(half_points, bold, italic))


def paragraph(*runs: Element, align: str = "left", after: int = 20, new_page: bool = False) -> Element:
    """A paragraph of its own making: no indent, whatever the template's usual one has."""
    properties = node("w:pPr", *([node("w:pageBreakBefore")] if new_page else []))
    properties.extend(
        [
            node("w:spacing", w_before=20, w_after=after, w_line=240, w_lineRule="auto"),
            node("w:ind", w_left=0, w_right=0, w_firstLine=0),
            node("w:jc", w_val=align),
        ]
    )
    return node("w:p", properties, *runs)


def last() -> Element:
    """The paragraph Word wants behind a table, so low that no page begins for it."""
    mark = node("w:rPr", node("w:sz", w_val=2), node("w:szCs", w_val=2))
    spacing = node("w:spacing", w_before=0, w_after=0, w_line=20, w_lineRule="exact")
    return node("w:p", node("w:pPr", spacing, node("w:ind", w_left=0, w_right=0, w_firstLine=0), mark))


def _letters(half_points: int, bold: bool = False, italic: bool = False) -> Element:
    marks = [node(f"w:{mark}") for mark, wanted in (("b", bold), ("i", italic)) if wanted]
    return node(
        "w:r", node("w:rPr", *marks, node("w:sz", w_val=half_points), node("w:szCs", w_val=half_points))
    )


def _properties(columns: Sequence[Column]) -> Element:
    borders = node(
        "w:tblBorders",
        *[node(f"w:{edge}", w_val="single", w_sz=4, w_space=0, w_color="000000") for edge in _EDGES],
    )
    return node(
        "w:tblPr",
        node("w:tblW", w_w=sum(_twips(column.width) for column in columns), w_type="dxa"),
        node("w:jc", w_val="center"),
        borders,
        node("w:tblLayout", w_type="fixed"),
        node("w:tblCellMar", *[node(f"w:{side}", w_w=70, w_type="dxa") for side in ("left", "right")]),
    )


def _row(cells: list[Element], head: bool = False) -> Element:
    properties = node("w:trPr", node("w:cantSplit"), *([node("w:tblHeader")] if head else []))
    return node("w:tr", properties, *cells)


def _cell(column: Column, contents: list[Element], align: str) -> Element:
    properties = node(
        "w:tcPr", node("w:tcW", w_w=_twips(column.width), w_type="dxa"), node("w:vAlign", w_val="center")
    )
    return node("w:tc", properties, paragraph(*contents, align=align))


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)
