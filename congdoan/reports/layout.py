"""The form of an administrative document by Decree 30/2020: the parts of a Word file that every report template shares.

A4, margins 20/20/30/15 mm, Times New Roman; the page number centred in the top margin from page 2 on. Sizes are in half
points and widths in twips, as Word counts them (20 twips to a point, 567 to a centimetre).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congdoan.reports.ooxml import Element, node, text_run

FONT = "Times New Roman"
PAGE = {"w": 11906, "h": 16838}  # 210 × 297 mm
MARGINS = {"top": 1134, "bottom": 1134, "left": 1701, "right": 850, "header": 567, "footer": 567, "gutter": 0}
WIDTH = PAGE["w"] - MARGINS["left"] - MARGINS["right"]
# The head reaches 3 mm into both margins: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" and "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM" stand
# beside each other on one line each, in 12 points.
OUT = 170
LEFT, RIGHT = 4536, WIDTH + 2 * OUT - 4536
INDENT = 720  # 1,27 cm


@dataclass(frozen=True)
class Style:
    """A paragraph style as clerks see it in Word. `before` and `after` in points; `line` in lines.

    `level` makes it a heading, numbered unless said otherwise. `rule` and `box` are the indents of a line above and of a frame.
    """

    key: str
    label: str
    size: int = 28
    align: str = "center"
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 0
    line: float = 1.0
    indent: int = 0
    keep: bool = False
    level: int | None = None
    numbered: bool = True
    rule: tuple[int, int] | None = None
    box: tuple[int, int] | None = None


STYLES = (
    Style("Normal", "Normal", align="left"),
    Style("BodyText", "Body Text", align="both", before=3, after=6, line=1.1, indent=INDENT),
    Style(
        "Heading1", "heading 1", align="both", bold=True, before=9, after=6, indent=INDENT, keep=True, level=0
    ),
    Style(
        "Heading2", "heading 2", align="both", bold=True, before=6, after=6, indent=INDENT, keep=True, level=1
    ),
    Style("Superior", "Cơ quan cấp trên", size=24),
    Style("Issuer", "Cơ quan ban hành", size=24, bold=True),
    Style("State", "Quốc hiệu", size=24, bold=True),
    Style("Motto", "Tiêu ngữ", size=26, bold=True),
    Style("Number", "Số, ký hiệu", size=26, before=6),
    Style("PlaceDay", "Địa danh, ngày tháng", italic=True, size=26, before=6),
    Style("Draft", "Dự thảo", size=24, bold=True, before=6, box=(1500, 1500)),
    Style("DocumentKind", "Tên loại văn bản", bold=True, before=14, keep=True),
    Style("Subject", "Trích yếu", bold=True, keep=True),
    Style("Closing", "Closing", align="both", before=3, after=12, line=1.1, indent=INDENT, keep=True),
    Style("Caption", "caption", size=26, italic=True, before=6, after=3, keep=True),
    Style("Picture", "Hình", before=3, after=6),
    Style("AnnexTitle", "Tiêu đề biểu", bold=True, after=8, keep=True, level=0, numbered=False),
    Style("ToWhom", "Nơi nhận", size=24, align="left", bold=True, italic=True),
    Style("Recipients", "Danh sách nơi nhận", size=22, align="left"),
    Style("Signature", "Người ký", bold=True),
    Style("LeftRule", "Kẻ dưới cơ quan", size=4, before=2, rule=(1560, 1560)),
    Style("RightRule", "Kẻ dưới tiêu ngữ", size=4, before=2, rule=(980, 980)),
    Style("SubjectRule", "Kẻ dưới trích yếu", size=4, before=2, after=10, rule=(3300, 3300)),
    Style("PageNumber", "Số trang", size=26),
)
WORDS_OWN = {"Normal", "Body Text", "heading 1", "heading 2", "Closing", "caption"}  # names Word knows


def paragraph(style: str, text: str = "", new_page: bool = False) -> Element:
    """A paragraph of the template, tags and all."""
    properties = node("w:pPr", node("w:pStyle", w_val=style))
    if new_page:
        properties.append(node("w:pageBreakBefore"))
    return node("w:p", properties, *([text_run(text)] if text else []))


def columns(left: Sequence[Element], right: Sequence[Element]) -> Element:
    """Two columns without lines. Widths stand on the grid too, as Word wants."""
    cells = [_cell(LEFT, left), _cell(WIDTH - LEFT, right)]
    return _borderless([node("w:tr", node("w:trPr", node("w:cantSplit")), *cells)])


def head() -> Element:
    """Superior and issuing union on the left, the State on the right; number and symbol, place and day below."""
    left = [
        paragraph("Superior", "{{đầu trang cấp trên}}"),
        paragraph("Issuer", "{{đầu trang công đoàn}}"),
        paragraph("LeftRule"),
    ]
    right = [
        paragraph("State", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph("Motto", "Độc lập - Tự do - Hạnh phúc"),
        paragraph("RightRule"),
    ]
    number = [paragraph("Number", "{{số ký hiệu}}"), paragraph("Draft", "{{dự thảo}}")]
    day = [paragraph("PlaceDay", "{{địa danh ngày}}")]
    rows = [[_cell(LEFT, left), _cell(RIGHT, right)], [_cell(LEFT, number), _cell(RIGHT, day)]]
    return _borderless([node("w:tr", *cells) for cells in rows], out=OUT)


def foot() -> Element:
    """Recipients on the left; on the right who signs, and room for the signature."""
    left = [paragraph("ToWhom", "Nơi nhận:"), paragraph("Recipients", "{{nơi nhận}}")]
    lines = ["{{thể thức ký}}", "{{chức vụ ký}}", "", "", "", "", "{{người ký}}"]
    return columns(left, [paragraph("Signature", line) for line in lines])


def section() -> Element:
    """The page, with its number on every page but the first."""
    return node(
        "w:sectPr",
        node("w:headerReference", w_type="default", r_id="rIdHeader"),
        node("w:pgSz", w_w=PAGE["w"], w_h=PAGE["h"]),
        node("w:pgMar", **{f"w_{side}": size for side, size in MARGINS.items()}),
        node("w:titlePg"),
    )


def page_number() -> Element:
    """The header part: the number of the page, centred."""
    field = [
        node("w:r", node("w:fldChar", w_fldCharType="begin")),
        node("w:r", _instruction("PAGE")),
        node("w:r", node("w:fldChar", w_fldCharType="separate")),
        text_run("2"),
        node("w:r", node("w:fldChar", w_fldCharType="end")),
    ]
    made = paragraph("PageNumber")
    made.extend(field)
    return node("w:hdr", made)


def styles() -> Element:
    """The styles part."""
    letters = node("w:rPr", *_font(), node("w:sz", w_val=28), node("w:szCs", w_val=28), _language())
    defaults = node("w:docDefaults", node("w:rPrDefault", letters), node("w:pPrDefault"))
    return node("w:styles", defaults, *[_style(style) for style in STYLES])


def numbering() -> Element:
    """Headings number themselves, I. and 1., so that one left out leaves no gap."""
    levels = [
        node(
            "w:lvl",
            node("w:start", w_val=1),
            node("w:numFmt", w_val=how),
            node("w:pStyle", w_val=f"Heading{level + 1}"),
            node("w:suff", w_val="space"),
            node("w:lvlText", w_val=f"%{level + 1}."),
            node("w:lvlJc", w_val="left"),
            node("w:pPr", node("w:ind", w_left=0, w_firstLine=INDENT)),
            w_ilvl=level,
        )
        for level, how in enumerate(("upperRoman", "decimal"))
    ]
    abstract = node("w:abstractNum", node("w:multiLevelType", w_val="multilevel"), *levels, w_abstractNumId=0)
    return node("w:numbering", abstract, node("w:num", node("w:abstractNumId", w_val=0), w_numId=1))


def _style(style: Style) -> Element:
    extra = {"w_default": "1"} if style.key == "Normal" else {}
    if style.label not in WORDS_OWN:
        extra["w_customStyle"] = "1"
    made = node("w:style", w_type="paragraph", w_styleId=style.key, **extra)
    made.append(node("w:name", w_val=style.label))
    if style.key != "Normal":
        made.append(node("w:basedOn", w_val="Normal"))
    made.extend([node("w:qFormat"), node("w:pPr", *_shape(style)), node("w:rPr", *_letters(style))])
    return made


def _shape(style: Style) -> Iterable[Element]:
    """The paragraph's properties, in the order the schema wants them."""
    if style.keep:
        yield node("w:keepNext")
    if style.level is not None and style.numbered:
        yield node("w:numPr", node("w:ilvl", w_val=style.level), node("w:numId", w_val=1))
    if style.rule or style.box:
        edges = ("top",) if style.rule else ("top", "left", "bottom", "right")
        yield node(
            "w:pBdr",
            *[node(f"w:{edge}", w_val="single", w_sz=6, w_space=1, w_color="000000") for edge in edges],
        )
    spacing = {"w_before": style.before * 20, "w_after": style.after * 20, "w_line": round(style.line * 240)}
    yield node("w:spacing", **spacing, w_lineRule="auto")
    left, right = style.rule or style.box or (0, 0)
    yield node("w:ind", w_left=left, w_right=right, w_firstLine=style.indent)
    yield node("w:jc", w_val=style.align)
    if style.level is not None:
        yield node("w:outlineLvl", w_val=style.level)


def _letters(style: Style) -> Iterable[Element]:
    for mark, wanted in (("b", style.bold), ("bCs", style.bold), ("i", style.italic), ("iCs", style.italic)):
        if wanted:
            yield node(f"w:{mark}")
    yield node("w:sz", w_val=style.size)
    yield node("w:szCs", w_val=style.size)


def _font() -> list[Element]:
    faces: Mapping[str, str] = {f"w_{use}": FONT for use in ("ascii", "hAnsi", "cs", "eastAsia")}
    return [node("w:rFonts", **faces)]


def _language() -> Element:
    return node("w:lang", w_val="vi-VN", w_eastAsia="vi-VN", w_bidi="vi-VN")


def _cell(width: int, contents: Sequence[Element]) -> Element:
    return node("w:tc", node("w:tcPr", node("w:tcW", w_w=width, w_type="dxa")), *contents)


def _borderless(rows: Iterable[Element], out: int = 0) -> Element:
    sides = [node(f"w:{side}", w_w=0, w_type="dxa") for side in ("left", "right")]
    properties = node(
        "w:tblPr",
        node("w:tblW", w_w=WIDTH + 2 * out, w_type="dxa"),
        node("w:tblInd", w_w=-out, w_type="dxa"),
        node("w:tblLayout", w_type="fixed"),
        node("w:tblCellMar", *sides),
    )
    grid = node("w:tblGrid", node("w:gridCol", w_w=LEFT), node("w:gridCol", w_w=WIDTH + 2 * out - LEFT))
    return node("w:tbl", properties, grid, *rows)


def _instruction(text: str) -> Element:
    made = node("w:instrText", xml_space="preserve")
    made.text = text
    return made
