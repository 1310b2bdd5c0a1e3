"""The Word files papers are made from, written anew: `python -m congdoan.records.paper_templates`.

Laid out by Decree 30/2020: A4, margins 20/20/30/15 mm, Times New Roman, superior and issuing union on the left, the
State on the right. Once written they may be opened and changed in Word: they are what is used.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from congdoan.base.docx import say, sized, timeless

FOLDER = Path(__file__).parent / "templates" / "word"
FONT = "Times New Roman"
WIDTH = 165.0  # mm between the margins
HEAD = (72.0, 93.0)
ROOM = 9.0  # mm high at least, to sign in
LEFT, CENTER, RIGHT = ALIGN.LEFT, ALIGN.CENTER, ALIGN.RIGHT
Column = tuple[str, float, str, ALIGN]  # head, mm wide, tag, how it is set
RECEIPT_COLUMNS = (
    ("STT", 14.0, "người.stt", CENTER),
    ("Họ và tên", 38.0, "người.họ tên", LEFT),
    ("Công đoàn", 34.0, "người.công đoàn", LEFT),
    ("Nội dung", 33.0, "người.nội dung", LEFT),
    ("Số tiền (đồng)", 24.0, "người.số tiền", RIGHT),
    ("Ký nhận", 22.0, "", LEFT),
)


def receipt_list() -> Any:
    """The list to sign."""
    document = page()
    letterhead(document)
    line(document, "DANH SÁCH KÝ NHẬN", bold=True, size=14, before=14)
    line(document, "{{việc}}", bold=True, size=14)
    line(document, "{{chi tiết}}", italic=True, size=13, after=8)
    to_sign(document, RECEIPT_COLUMNS, ["", "Tổng cộng: {{số dòng}}", "", "", "{{tổng}}", ""])
    line(document, "{{bằng chữ}}", italic=True, size=13, before=6, align=LEFT)
    signatures(document, "NGƯỜI LẬP DANH SÁCH")
    return document


def record_sheet() -> Any:
    """What a record says, for any kind."""
    document = page()
    letterhead(document)
    line(document, "PHIẾU GHI VIỆC", bold=True, size=14, before=14)
    line(document, "{{việc}}", bold=True, size=14, after=8)
    line(document, "{{đã hủy}}", bold=True, size=13, after=6)
    ruled(document, (("", 50.0, "mục.tên", LEFT), ("", 115.0, "mục.nội dung", LEFT)), head=False)
    document.add_paragraph("{{các danh sách}}")
    document.add_paragraph("{{số liệu}}")
    document.add_paragraph("{{các lần}}")
    line(document, "{{kiểm tra}}", italic=True, size=12, before=6, align=LEFT)
    signatures(document, "NGƯỜI GHI")
    return document


def write() -> None:
    """Write both files."""
    keep(FOLDER, receipt_list, record_sheet)


def keep(folder: Path, *papers: Callable[[], Any]) -> None:
    """Write each paper under its name, the same bytes whenever it is written."""
    for made in papers:
        path = folder / f"{made.__name__}.docx"
        made().save(str(path))
        path.write_bytes(timeless(path.read_bytes()))


def page() -> Any:
    """An empty document, laid out by the decree."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    _number(section.header.paragraphs[0])
    _letters(document.styles["Normal"], 13)
    spacing = document.styles["Normal"].paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(0), Pt(0), 1.0
    heading = document.styles["Heading 2"]
    _letters(heading, 13)
    heading.font.bold, heading.font.color.rgb = True, RGBColor(0, 0, 0)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(4)
    return document


def _letters(style: Any, size: int) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    faces = style.element.rPr.rFonts
    faces.attrib.clear()  # a theme's face would win over ours
    for use in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        faces.set(qn(use), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.rPr.append(language)


def _number(paragraph: Any) -> None:
    """The page's number, centred."""
    paragraph.alignment = CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def letterhead(document: Any, number: str = "") -> None:
    """Superior and union left, the State right; number, place and day below."""
    table = document.add_table(rows=2, cols=2)
    (left, right), (numbered, below) = (row.cells for row in table.rows)
    say(numbered.paragraphs[0], number, CENTER, size=13, before=4)
    say(left.paragraphs[0], "{{cấp trên}}", CENTER, size=12)
    say(left.add_paragraph(), "{{công đoàn}}", CENTER, bold=True, size=12)
    for paragraph in left.paragraphs:
        paragraph.paragraph_format.right_indent = Mm(4)
    _rule(left.add_paragraph(), HEAD[0] / 3)
    say(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTER, bold=True, size=12)
    say(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", CENTER, bold=True, size=13)
    _rule(right.add_paragraph(), HEAD[1] / 6.5)
    say(below.paragraphs[0], "{{địa danh, ngày}}", CENTER, italic=True, size=13, before=4)
    sized(table, HEAD)
    _without_padding(table)


def _rule(paragraph: Any, inset: float) -> None:
    """A line under the name, as short as the decree asks for."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(inset)
    paragraph.paragraph_format.space_before = Pt(2)
    paragraph.add_run().font.size = Pt(2)
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        edge.set(qn(f"w:{key}"), value)
    borders.append(edge)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")
    mark, size = OxmlElement("w:rPr"), OxmlElement("w:sz")
    size.set(qn("w:val"), "4")
    mark.append(size)
    properties.append(mark)


def ruled(document: Any, columns: Sequence[Column], head: bool = True) -> Any:
    """A ruled table whose last row holds the tags."""
    table = document.add_table(rows=1 + head, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for index, (label, _, tag, align) in enumerate(columns):
        if head:
            say(
                table.rows[0].cells[index].paragraphs[0], label, CENTER, bold=True, size=12, before=2, after=2
            )
        cell = table.rows[-1].cells[index].paragraphs[0]
        say(
            cell,
            f"{{{{{tag}}}}}" if tag else "",
            align,
            size=12,
            before=3 if head else 1,
            after=3 if head else 1,
        )
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if head and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    sized(table, [width for _, width, _, _ in columns])
    return table


def to_sign(document: Any, columns: Sequence[Column], total: Sequence[str] = ()) -> None:
    """A ruled table with room in each row to sign in; its totals, if it has any, in a row below."""
    table = ruled(document, columns)
    table.rows[-1].height = Mm(ROOM)
    if total:
        for cell, text, (_, width, _, align) in zip(table.add_row().cells, total, columns, strict=True):
            say(cell.paragraphs[0], text, align, bold=True, size=12)
            cell.width = Mm(width)
    for cell in table._cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def signatures(document: Any, maker: str) -> None:
    """Who made it on the left, who signs for the union on the right."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    for cell, lines in ((left, ["", maker]), (right, ["{{thể thức ký}}", "{{chức vụ ký}}"])):
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            say(paragraph, line, CENTER, bold=True, size=13, before=0 if number else 12)
            paragraph.paragraph_format.keep_with_next = True
        say(cell.add_paragraph(), "(Ký, ghi rõ họ tên)", CENTER, italic=True, size=12, after=64)
    say(right.add_paragraph(), "{{người ký}}", CENTER, bold=True, size=13)
    sized(table, (WIDTH / 2, WIDTH / 2))


def foot(
    document: Any, lines: Sequence[str], name: str, left_lines: Sequence[str], left_name: str = ""
) -> None:
    """Who signs at the right; to whom it goes, or who kept the minutes, at the left."""
    table = document.add_table(rows=1, cols=2)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = table.rows[0].cells
    for number, text in enumerate(left_lines):
        paragraph = left.paragraphs[0] if number == 0 else left.add_paragraph()
        aligned = CENTER if left_name else LEFT
        say(
            paragraph,
            text,
            aligned,
            bold=number == 0,
            italic=number == 0 and not left_name,
            size=12,
            before=0 if number else 12,
        )
    for number, text in enumerate(lines):
        paragraph = right.paragraphs[0] if number == 0 else right.add_paragraph()
        say(paragraph, text, CENTER, bold=True, size=13, before=0 if number else 12)
    for cell, text in ((right, name), *([(left, left_name)] if left_name else [])):
        say(cell.add_paragraph(), text, CENTER, bold=True, size=13, before=72)
    sized(table, (WIDTH / 2, WIDTH / 2))


def prose(document: Any, *texts: str) -> None:
    """Paragraphs of running text."""
    for text in texts:
        line(document, text, align=LEFT, size=14, before=3, after=5)
        document.paragraphs[-1].paragraph_format.first_line_indent = Mm(10)


def line(document: Any, text: str, *, align: ALIGN = CENTER, **how: Any) -> None:
    """One more paragraph."""
    say(document.add_paragraph(), text, align, **how)


def _without_padding(table: Any) -> None:
    """The State's line is as wide as its column."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


if __name__ == "__main__":
    write()
