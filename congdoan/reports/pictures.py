"""A chart as a picture in the document."""

import struct
from functools import lru_cache

from congdoan.base import charts
from congdoan.reports import formats
from congdoan.reports.answers import Answer, Number, Row
from congdoan.reports.ooxml import NAMESPACES, Element, node
from congdoan.reports.tags import Tag
from congdoan.reports.vocabulary import MONTH

WIDTH = 160  # mm
EMU = 36_000  # to a millimetre
PIXELS, HIGH = 640, 140  # so that its letters come out a little smaller than the report's
MOST_BARS = 10  # where the tag doesn't say
FONT = "Liberation Serif, Times New Roman, serif"


def rows_shown(tag: Tag, answer: Answer) -> list[Row]:
    """The bars of a chart: months in their order; unions and the like by size, the largest if there are many."""
    if tag.by == MONTH:
        return list(answer.rows)
    rows = [row for row in answer.rows if row.value]
    return sorted(rows, key=lambda row: float(row.value or 0), reverse=True)[: tag.most or MOST_BARS]


def chart(tag: Tag, answer: Answer, rows: list[Row]) -> bytes:
    """The picture: columns over months, bars for all else."""
    bars = [charts.Bar(row.label, _whole(row.value), _whole(row.previous)) for row in rows]
    if tag.by == MONTH:
        svg = charts.columns(
            answer.label, bars, answer.counts_in, width=PIXELS, height=HIGH, theme="paper", font=FONT
        )
    else:
        svg = charts.bars(answer.label, bars, answer.counts_in, width=PIXELS, theme="paper", font=FONT)
    return _drawn(svg)


@lru_cache(maxsize=32)
def _drawn(svg: str) -> bytes:
    """The same drawing is made once: the page of a draft shows it again and again."""
    return charts.png(svg)


def described(answer: Answer, rows: list[Row]) -> str:
    """The chart in words, for who cannot see it."""
    parts = [f"{row.label}: {formats.exact(answer, row.value)}" for row in rows]
    return f"{answer.label} ({answer.counts_in}). " + "; ".join(parts)


def drawing(relation: str, number: int, png: bytes, words: str) -> Element:
    """A run that holds the picture, as wide as the text."""
    width, height = struct.unpack(">II", png[16:24])
    wide = WIDTH * EMU
    high = wide * height // width
    about = node("wp:docPr", id=number, name=f"Biểu đồ {number}", descr=words)
    margins = {f"dist{side}": 0 for side in "TBLR"}
    inline = node(
        "wp:inline",
        node("wp:extent", cx=wide, cy=high),
        about,
        _graphic(relation, number, wide, high),
        **margins,
    )
    return node("w:r", node("w:drawing", inline))


def _graphic(relation: str, number: int, wide: int, high: int) -> Element:
    frame = node("a:xfrm", node("a:off", x=0, y=0), node("a:ext", cx=wide, cy=high))
    shape = node("pic:spPr", frame, node("a:prstGeom", node("a:avLst"), prst="rect"))
    fill = node("pic:blipFill", node("a:blip", r_embed=relation), node("a:stretch", node("a:fillRect")))
    about = node("pic:nvPicPr", node("pic:cNvPr", id=number, name=f"Biểu đồ {number}"), node("pic:cNvPicPr"))
    return node(
        "a:graphic", node("a:graphicData", node("pic:pic", about, fill, shape), uri=NAMESPACES["pic"])
    )


def _whole(value: Number | None) -> int | None:
    return None if value is None else int(value)
