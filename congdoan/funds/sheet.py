"""A form of the accountants as a table: the same rows as an Excel file and as a Word file."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

from congdoan.base.docx import timeless
from congdoan.base.words import grouped
from congdoan.org.models import Unit
from congdoan.org.queries import naming

MADE = datetime(2024, 1, 1)  # noqa: DTZ001  (the file's own date, always the same; Excel knows no time zones)
FONT, TEXT_WIDTH, NUMBER_WIDTH = "Times New Roman", 38, 16
Cell = str | int | date | None


@dataclass(frozen=True)
class Head:
    """A column: its name, what stands under it (a code, a letter), whether it holds numbers."""

    name: str
    mark: str = ""
    number: bool = True
    width: int = NUMBER_WIDTH


@dataclass(frozen=True)
class Sheet:
    """A form: its sign, its title, whose it is, its table. `strong`: the rows that are sums."""

    sign: str
    title: str
    unit: Unit
    on: date
    about: Sequence[str]
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]
    strong: frozenset[int] = field(default_factory=frozenset)
    signers: Sequence[str] = ("NGƯỜI LẬP", "TM. BAN CHẤP HÀNH")


def excel(sheet: Sheet) -> bytes:
    """The form as a workbook: real days, real numbers, on A4 lying."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": sheet.title, "author": "Sổ Công đoàn", "created": MADE})
    book.formats[0].set_font_name(FONT)
    page = book.add_worksheet(sheet.sign[:31])
    last = len(sheet.heads) - 1
    top = _top(book, page, sheet, last)
    _table(book, page, sheet, top)
    bold = book.add_format({"bold": True, "align": "center", "font_name": FONT})
    end = top + len(sheet.rows) + 4
    for n, signer in enumerate(sheet.signers):
        page.write_string(end, n * max(last, 1) // max(len(sheet.signers) - 1, 1), signer, bold)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top, top + 1)
    page.freeze_panes(top + 2, 0)
    book.close()
    return file.getvalue()


def _top(book: Any, page: Any, sheet: Sheet, last: int) -> int:
    """Who, which form, what it is called; returns the row the table begins in."""
    bold = book.add_format({"bold": True, "font_name": FONT})
    title = book.add_format({"bold": True, "font_size": 14, "font_name": FONT})
    signs: Any = naming(sheet.unit, sheet.on)
    page.write_string(0, 0, signs.superior_line if signs else "")
    page.write_string(1, 0, signs.issuer_line if signs else sheet.unit.name, bold)
    page.write_string(0, last, f"Mẫu số {sheet.sign}", bold)
    page.write_string(3, 0, sheet.title, title)
    for n, line in enumerate(sheet.about):
        page.write_string(4 + n, 0, line)
    return 5 + len(sheet.about)


def _table(book: Any, page: Any, sheet: Sheet, top: int) -> None:
    head = book.add_format(
        {
            "bold": True,
            "border": 1,
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
            "font_name": FONT,
        }
    )
    for at, column in enumerate(sheet.heads):
        page.set_column(at, at, column.width)
        page.write_string(top, at, column.name, head)
        page.write_string(top + 1, at, column.mark, head)
    for n, row in enumerate(sheet.rows):
        said = {"border": 1, "text_wrap": True, "font_name": FONT, "bold": n in sheet.strong}
        shown = [book.add_format(said | {"num_format": f}) for f in ("@", "#,##0", "dd/mm/yyyy")]
        for at, value in enumerate(row):
            _cell(page, top + 2 + n, at, value, shown)


def _cell(page: Any, row: int, at: int, value: Cell, shown: Sequence[Any]) -> None:
    text, number, day = shown
    if isinstance(value, date):
        page.write_datetime(row, at, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
    elif isinstance(value, int):
        page.write_number(row, at, value, number)
    else:
        page.write_string(row, at, value or "", text)


def word(sheet: Sheet) -> bytes:
    """The form as a Word file, lying when it has many columns."""
    document = page(lying=len(sheet.heads) > 5)
    letterhead(document, sheet.unit, sheet.on, f"Mẫu số {sheet.sign}")
    line(document, sheet.title, bold=True, size=14, before=10)
    for text in sheet.about:
        line(document, text, italic=True)
    size = 12 if len(sheet.heads) <= 6 else 8
    table = document.add_table(rows=2, cols=len(sheet.heads), style="Table Grid")
    for at, column in enumerate(sheet.heads):
        say(table.rows[0].cells[at].paragraphs[0], column.name, ALIGN.CENTER, bold=True, size=size)
        say(table.rows[1].cells[at].paragraphs[0], column.mark, ALIGN.CENTER, size=size)
    for n, row in enumerate(sheet.rows):
        cells = table.add_row().cells
        for cell, value, column in zip(cells, row, sheet.heads, strict=True):
            align = ALIGN.RIGHT if column.number else ALIGN.LEFT
            say(cell.paragraphs[0], _text(value), align, bold=n in sheet.strong, size=size)
    widths(table, [column.width for column in sheet.heads], 257 if len(sheet.heads) > 5 else 165)
    signatures(document, sheet.signers)
    return written(document, sheet.title)


def _text(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return grouped(value) if isinstance(value, int) else value or ""


def page(*, lying: bool = False) -> Any:
    """An empty A4 page in the letters papers are written in."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if lying else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = (Mm(20), Mm(20)) if lying else (Mm(30), Mm(15))
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = FONT, Pt(13)
    return document


def letterhead(document: Any, unit: Unit, on: date, sign: str) -> None:
    """Superior and union at the left, the sign of the form at the right."""
    signs: Any = naming(unit, on)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    say(left.paragraphs[0], signs.superior_line if signs else "", ALIGN.CENTER, size=12)
    say(left.add_paragraph(), signs.issuer_line if signs else unit.name, ALIGN.CENTER, bold=True, size=12)
    say(right.paragraphs[0], sign, ALIGN.RIGHT, bold=True, size=12)


def signatures(document: Any, signers: Sequence[str]) -> None:
    """Room to sign, side by side."""
    table = document.add_table(rows=1, cols=len(signers))
    for cell, signer in zip(table.rows[0].cells, signers, strict=True):
        say(cell.paragraphs[0], signer, ALIGN.CENTER, bold=True, size=12, before=12)
        say(cell.add_paragraph(), "(Ký, họ tên)", ALIGN.CENTER, italic=True, size=12, after=56)


def line(document: Any, text: str, align: ALIGN = ALIGN.CENTER, **how: Any) -> None:
    say(document.add_paragraph(), text, align, **how)


def say(
    paragraph: Any, text: str, align: ALIGN, *, bold: bool = False, italic: bool = False, size: int = 13,
    before: int = 0, after: int = 0,
) -> None:  # fmt: skip
    paragraph.alignment = align
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def widths(table: Any, shares: Sequence[int], room: int) -> None:
    """On the grid and on the cells: Word reads the one, LibreOffice the other."""
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(room * share / sum(shares))
        for cell in column.cells:
            cell.width = Mm(room * share / sum(shares))


def written(document: Any, title: str) -> bytes:
    """The file; the same answers give the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Sổ Công đoàn", "vi-VN"
    properties.created = properties.modified = MADE
    file = io.BytesIO()
    document.save(file)
    return timeless(file.getvalue())
