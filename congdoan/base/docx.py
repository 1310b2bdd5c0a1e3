"""Papers made from a Word file with tags in it: `{{công đoàn}}` anywhere, `{{người.họ tên}}` in the row of a table.

The file is filled, never run: a tag is replaced by a text, a row by as many rows as there are. Laid out in Word by
whoever likes; the same answers give the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from congdoan.base.text import nfc

TAG = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
LETTER, PADDING = 2.2, 5.0  # mm: a letter of 12 points, the space beside the text of a cell
LONG = 40  # letters: longer texts are broken into lines
UNBROKEN = "\u00a0"  # the space at which no line ends
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can tell
Texts = Mapping[str, str]
Element = Any  # python-docx hands out lxml elements, which have no types


class Paper:
    """A paper being filled."""

    def __init__(self, template: Path) -> None:
        self.document = Document(str(template))
        self.body: Element = self.document.element.body

    def tags(self) -> set[str]:
        """Every tag still waiting for its text."""
        return {tag for paragraph in self._paragraphs() for tag in TAG.findall(_text(paragraph))}

    def repeat(self, name: str, rows: Sequence[Texts]) -> None:
        """Write the row that holds tags `name.…` once for each of `rows`. A column that says nothing in any is left out;
        without rows the table goes."""
        for model in [row for row in self.body.iter(qn("w:tr")) if _starts(row, f"{name}.")]:
            table = next(model.iterancestors(qn("w:tbl")))
            if not rows:
                table.getparent().remove(table)
                continue
            _leave_out(table, model, name, rows)
            for row in rows:
                made = deepcopy(model)
                _fill(made, {f"{name}.{key}": text for key, text in row.items()}.get)
                model.addprevious(made)
            model.getparent().remove(model)

    def pages(self, pages: Sequence[Texts]) -> None:
        """Write everything once for each of `pages`, each on a page of its own."""
        model = [part for part in self.body if part.tag != qn("w:sectPr")]
        for number, texts in enumerate(pages):
            for part in model:
                made = deepcopy(part)
                _fill(made, texts.get)
                model[0].addprevious(made)
                if number and part is model[0]:
                    made.get_or_add_pPr().append(made.makeelement(qn("w:pageBreakBefore"), {}))
        for part in model:
            self.body.remove(part)

    def say(self, texts: Texts) -> None:
        """Write the texts in place of their tags. A paragraph that held only tags and now says nothing goes away."""
        for paragraph in self._paragraphs():
            before = _text(paragraph)
            _fill(paragraph, texts.get)
            if TAG.search(before) and not _text(paragraph).strip():
                _remove(paragraph)

    def table(
        self,
        tag: str,
        heads: Sequence[tuple[str, bool]],
        rows: Sequence[Sequence[str]],
        width: float,
        like: Sequence[Sequence[str]] = (),
    ) -> None:
        """A ruled table before the paragraph of a tag: heads (and whether numbers stand under them), rows, width in mm.
        `like`: the rows of all tables whose columns stand under each other."""
        (paragraph,) = [p for p in self.body.iter(qn("w:p")) if _text(p) == f"{{{{{tag}}}}}"]
        rows = [_unbroken(row, heads) for row in rows]
        made = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        sized(made, _shares(heads, like or rows, width))
        for cell, (head, _) in zip(made.rows[0].cells, heads, strict=True):
            _write(cell, head, WD_ALIGN_PARAGRAPH.CENTER, bold=True)
        for row in rows:
            for cell, text, (head, number) in zip(made.add_row().cells, row, heads, strict=True):
                _write(cell, text, _aligned(head, number))
        _keep_rows(made)
        paragraph.addprevious(made._tbl)

    def lines(self, tag: str, texts: Sequence[str]) -> None:
        """A paragraph for each of the texts, in place of the one of a tag."""
        (model,) = [p for p in self.body.iter(qn("w:p")) if _text(p) == f"{{{{{tag}}}}}"]
        for text in texts:
            made = deepcopy(model)
            _fill(made, {tag: text}.get)
            model.addprevious(made)
        model.getparent().remove(model)

    def heading(self, tag: str, text: str) -> None:
        """A line over the table that comes next at a tag."""
        (paragraph,) = [p for p in self.body.iter(qn("w:p")) if _text(p) == f"{{{{{tag}}}}}"]
        made = self.document.add_paragraph(text, style="Heading 2")
        paragraph.addprevious(made._p)

    def written(self, title: str, at: datetime) -> bytes:
        """The file, said to be made at that moment."""
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = title, "Sổ Công đoàn", "vi-VN"
        properties.created = properties.modified = at.replace(tzinfo=None, microsecond=0)
        file = io.BytesIO()
        self.document.save(file)
        return timeless(file.getvalue())

    def _paragraphs(self) -> list[Element]:
        return list(self.body.iter(qn("w:p")))


def timeless(data: bytes) -> bytes:
    """A zip without the moments its parts were packed at: the same parts give the same bytes."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, EPOCH), before.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t")))


def _starts(row: Element, prefix: str) -> bool:
    return any(tag.startswith(prefix) for tag in TAG.findall(_text(row)))


def _fill(element: Element, text_of: Callable[[str], str | None]) -> None:
    """Replace the tags under an element that have a text, however Word has cut them into runs."""
    paragraphs = [element] if element.tag == qn("w:p") else element.iter(qn("w:p"))
    for paragraph in paragraphs:
        parts = list(paragraph.iter(qn("w:t")))
        whole = "".join(part.text or "" for part in parts)
        for found in reversed(list(TAG.finditer(whole))):
            if (text := text_of(found[1])) is not None:
                kept = UNBROKEN.join(map(nfc, text.split(UNBROKEN)))
                _replace(parts, found.start(), found.end(), kept)


def _replace(parts: Sequence[Element], start: int, end: int, text: str) -> None:
    """Put a text into the part where the stretch begins; what the stretch covers goes."""
    at = 0
    for part in parts:
        own = part.text or ""
        first, last = max(start - at, 0), min(end - at, len(own))
        if first < last:
            part.text = own[:first] + (text if start >= at else "") + own[last:]
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(own)


def _remove(paragraph: Element) -> None:
    """Take a paragraph out; a cell keeps one, as Word demands."""
    parent = paragraph.getparent()
    if parent.tag != qn("w:tc") or len(parent.findall(qn("w:p"))) > 1:
        parent.remove(paragraph)


def _leave_out(table: Element, model: Element, name: str, rows: Sequence[Texts]) -> None:
    """Drop the columns whose tags say nothing in any row; the last column takes their width."""
    grid = table.find(qn("w:tblGrid"))
    for index in reversed(range(len(model.findall(qn("w:tc"))))):
        tags = TAG.findall(_text(model.findall(qn("w:tc"))[index]))
        keys = [tag.removeprefix(f"{name}.") for tag in tags]
        if keys and not any(row.get(key) for row in rows for key in keys):
            _drop(table, grid, index)


def _drop(table: Element, grid: Element, index: int) -> None:
    columns = grid.findall(qn("w:gridCol"))
    freed = int(columns[index].get(qn("w:w")))
    grid.remove(columns[index])
    columns[-1].set(qn("w:w"), str(int(columns[-1].get(qn("w:w"))) + freed))
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        row.remove(cells[index])
        width = cells[-1].tcPr.find(qn("w:tcW"))
        width.set(qn("w:w"), columns[-1].get(qn("w:w")))


def _unbroken(row: Sequence[str], heads: Sequence[tuple[str, bool]]) -> list[str]:
    """The row with each amount kept on one line, its unit beside it."""
    texts = [nfc(text) for text in row]
    return [
        text.replace(" ", UNBROKEN) if number else text
        for text, (_, number) in zip(texts, heads, strict=True)
    ]


def _shares(heads: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """Widths in mm: room for the longest word of each column, the rest by how long its texts are."""
    columns = list(zip(*[[head for head, _ in heads], *rows], strict=True))
    least = [max(_long(word) for text in column for word in text.split(" ")) for column in columns]
    wanted = [max(_long(text[:LONG]) for text in column) for column in columns]
    more = [max(want - have, 0.1) for want, have in zip(wanted, least, strict=True)]
    left = width - sum(least)
    return [have + left * extra / sum(more) for have, extra in zip(least, more, strict=True)]


def _long(text: str) -> float:
    """About how many mm a text takes in a cell; capitals are wider."""
    return (len(text) + sum(map(str.isupper, text)) * 0.5) * LETTER + PADDING


def say(
    paragraph: Any, text: str, align: WD_ALIGN_PARAGRAPH, *, bold: bool = False, italic: bool = False, size: int = 13,
    before: int = 0, after: int = 0,
) -> None:  # fmt: skip
    """Write into a paragraph."""
    paragraph.alignment = align
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def sized(table: Table, widths: Sequence[float]) -> None:
    """On the grid and on the cells: Word reads the one, LibreOffice the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _keep_rows(table: Table) -> None:
    """No row is cut by the end of a page, and the head stands on every page."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        for mark in ["w:cantSplit"] + ["w:tblHeader"] * (number == 0):
            properties.append(properties.makeelement(qn(mark), {}))


def _aligned(head: str, number: bool) -> WD_ALIGN_PARAGRAPH:
    """Numbers right, the number of a row in the middle, words left."""
    if head == "STT":
        return WD_ALIGN_PARAGRAPH.CENTER
    return WD_ALIGN_PARAGRAPH.RIGHT if number else WD_ALIGN_PARAGRAPH.LEFT


def _write(cell: Any, text: str, align: WD_ALIGN_PARAGRAPH, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(12)
