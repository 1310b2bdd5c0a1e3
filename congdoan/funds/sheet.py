"""A form of the accountants as a table, and as a Word file; `sheet_excel` makes the Excel file of the same rows."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from congdoan.base.docx import say, sized, timeless
from congdoan.base.words import decimal_text, grouped
from congdoan.org.models import Unit
from congdoan.org.queries import naming, parent

MADE = datetime(2024, 1, 1)  # noqa: DTZ001  (the file's own date, always the same; Excel knows no time zones)
FONT, TEXT_WIDTH, NUMBER_WIDTH = "Times New Roman", 38, 16
WIDE, CROWDED = (
    6,
    10,
)  # columns: from the first a page lies, above the second its letters are small and its margins narrow
SIGN, DATE_LINE = "(Ký, họ tên)", "Ngày …… tháng …… năm ………"
Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Head:
    """A column: its name, what stands under it (a code, a letter), whether it holds numbers."""

    name: str
    mark: str = ""
    number: bool = True
    width: int = NUMBER_WIDTH


@dataclass(frozen=True)
class Sheet:
    """A form: its sign, if it has one, its title, whose it is, its table. `strong`: the rows that are sums."""

    sign: str
    title: str
    unit: Unit
    on: date
    about: Sequence[str]
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]
    strong: frozenset[int] = field(default_factory=frozenset)
    signers: Sequence[str] = ("NGƯỜI LẬP", "TM. BAN CHẤP HÀNH")

    @property
    def lies(self) -> bool:
        """Whether its page lies."""
        return len(self.heads) >= WIDE

    @property
    def corner(self) -> str:
        """What stands at the top on the right."""
        return f"Mẫu số {self.sign}" if self.sign else ""


def word(sheet: Sheet, *more: Sheet) -> bytes:
    """The form as a Word file; `more`: tables that follow under the same title, each after its last lines of `about`."""
    crowded = len(sheet.heads) > CROWDED
    document = page(lying=sheet.lies, margin=10 if crowded else 20)
    letterhead(document, sheet.unit, sheet.on, sheet.corner)
    line(document, sheet.title, bold=True, size=14, before=10)
    for text in sheet.about:
        line(document, text, italic=True)
    _rows(document, sheet, 7 if crowded else 12)
    for one in more:
        for text in one.about[1:]:
            line(document, text, italic=True, before=10)
        _rows(document, one, 7 if crowded else 12)
    signatures(document, sheet.signers, dated=True)
    return written(document, sheet.title)


def _rows(document: Any, sheet: Sheet, size: int) -> None:
    """The table, its head again on each page."""
    table = document.add_table(rows=2, cols=len(sheet.heads), style="Table Grid")
    for at, column in enumerate(sheet.heads):
        say(table.rows[0].cells[at].paragraphs[0], column.name, ALIGN.CENTER, bold=True, size=size)
        say(table.rows[1].cells[at].paragraphs[0], column.mark, ALIGN.CENTER, size=size)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for n, row in enumerate(sheet.rows):
        cells = table.add_row().cells
        for cell, value, column in zip(cells, row, sheet.heads, strict=True):
            align = ALIGN.RIGHT if column.number else ALIGN.LEFT
            say(cell.paragraphs[0], _text(value), align, bold=n in sheet.strong, size=size)
    widths(table, [column.width for column in sheet.heads], _room(document))
    padding(table, 0.6 if len(sheet.heads) > CROWDED else 1.5)


def _room(document: Any) -> float:
    """How wide the text of a page is, in millimetres."""
    section = document.sections[0]
    return float((section.page_width - section.left_margin - section.right_margin) / Mm(1))


def _text(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return grouped(value) if isinstance(value, int) else value or ""


def page(*, lying: bool = False, margin: int = 20) -> Any:
    """An empty A4 page in the letters papers are written in."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if lying else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = Mm(margin)
    section.left_margin, section.right_margin = (Mm(margin), Mm(margin)) if lying else (Mm(30), Mm(15))
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = FONT, Pt(13)
    return document


def heading(unit: Unit, on: date) -> tuple[str, str]:
    """The superior and the union, as its papers begin on that day."""
    signs: Any = naming(unit, on)
    above = signs.superior_line if signs else ""
    if not above and (superior := parent(unit, on)):
        above = superior.name.upper()
    return above, signs.issuer_line if signs else unit.name


def letterhead(document: Any, unit: Unit, on: date, sign: str) -> None:
    """Superior and union at the left, the sign of the form at the right."""
    above, issuer = heading(unit, on)
    table = document.add_table(rows=1, cols=2)
    widths(table, (62, 38), _room(document))
    left, right = table.rows[0].cells
    say(left.paragraphs[0], above, ALIGN.CENTER, size=12)
    say(left.add_paragraph(), issuer, ALIGN.CENTER, bold=True, size=12)
    say(right.paragraphs[0], sign, ALIGN.RIGHT, bold=True, size=12)


def signatures(document: Any, signers: Sequence[str], *, dated: bool = False) -> None:
    """Room to sign, side by side; the day over the last of them."""
    table, size = document.add_table(rows=1, cols=len(signers)), 12 if len(signers) < 3 else 11
    for n, (cell, signer) in enumerate(zip(table.rows[0].cells, signers, strict=True), start=1):
        if dated:
            day = DATE_LINE if n == len(signers) else ""
            say(cell.paragraphs[0], day, ALIGN.CENTER, italic=True, size=12, before=12)
        signs = cell.add_paragraph() if dated else cell.paragraphs[0]
        say(signs, signer, ALIGN.CENTER, bold=True, size=size, before=0 if dated else 12)
        say(cell.add_paragraph(), SIGN, ALIGN.CENTER, italic=True, size=12, after=56)


def line(document: Any, text: str, align: ALIGN = ALIGN.CENTER, **how: Any) -> None:
    say(document.add_paragraph(), text, align, **how)


def widths(table: Any, shares: Sequence[int], room: float) -> None:
    """The columns share the room there is."""
    sized(table, [room * share / sum(shares) for share in shares])


def padding(table: Any, room: float) -> None:
    """So many millimetres left and right of the text of a cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(Mm(room).twips)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def written(document: Any, title: str) -> bytes:
    """The file; the same answers give the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Sổ Công đoàn", "vi-VN"
    properties.created = properties.modified = MADE
    file = io.BytesIO()
    document.save(file)
    return timeless(file.getvalue())
