"""Cells that show a spreadsheet's own error (#N/A, #REF!): the reader of workbooks takes them for empty or nought, so they
are looked for besides, and put back as the text they show."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, TypeGuard

from lxml import etree

from .legacy_excel import errors_of

ERROR = re.compile(
    r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:\d{3}", re.IGNORECASE
)
SHOWN = re.compile(rb">\s*(#[A-Z/0_]+[!?A]|Err:\d{3})\s*<")
CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
FAR = re.compile(
    rb" r=[\"']([A-Z]{3,}\d+|(?:G[S-Z]|[H-Z][A-Z])\d+|[A-Z]{1,2}(?:[3-9]\d{5}|[1-9]\d{6,}))[\"'][^>]*(?<!/)>\s*<(?:\w+:)?(?:v|f|is)\b"
)
MANY = re.compile(rb"-repeated\s*=\s*[\"'][^\"']{3,}")
AT = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
VALUE = re.compile(rb"<(?:\w+:)?v>(.*?)</")
PLACE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Cells = dict[tuple[int, int], str]  # by row and column, both from nought
WIDE, LONG = (
    200,
    300_000,
)  # no list is larger: a cell that says something there is there by mistake, or means harm


def is_error(cell: Any) -> TypeGuard[str]:
    """Whether a cell says no more than that a formula failed."""
    return isinstance(cell, str) and cell[:1] in "#eE" and bool(ERROR.fullmatch(cell))


def why(error: str) -> str:
    """How to mend it."""
    return f"ô này báo lỗi của Excel ({error}); hãy sửa công thức hoặc xóa ô."


def far_cell(said: bytes) -> str:
    """A cell that says something beyond all that a list may be, by its place: the reader would make room for all before it."""
    found = FAR.search(said)
    return found[1].decode() if found else ""


def far_repeated(said: bytes) -> str:
    """The same of an .ods, whose rows and cells stand once for as many as they say."""
    if not MANY.search(said):
        return ""
    at = 0
    for _, row in etree.iterparse(BytesIO(said), tag=(f"{PLACE}table-row", f"{PLACE}table"), huge_tree=True):
        if row.tag.endswith("}table"):
            at = 0
            continue
        times, wide = int(row.get(f"{PLACE}number-rows-repeated", 1)), _reach(row)
        row.clear()
        if wide > WIDE or (wide and at + times > LONG):
            return f"{_letters(wide)}{at + times}"
        at += times
    return ""


def _reach(row: Any) -> int:
    """How many columns there are up to the last cell that says something."""
    reach = at = 0
    for cell in row:
        at += int(cell.get(f"{PLACE}number-columns-repeated", 1))
        if len(cell) or any(name.endswith("}value-type") for name in cell.attrib):
            reach = at
    return reach


def errors(content: bytes) -> list[Cells]:
    """The cells in error of each sheet, in the order of sheets."""
    if content[:2] != b"PK":
        return errors_of(content)
    with zipfile.ZipFile(BytesIO(content)) as packed:
        names = packed.namelist()
        if "content.xml" in names:
            return list(_opendocument(packed.read("content.xml")))
        if {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= {*names}:
            return [_sheet(packed.read(part)) if part in names else {} for part in _parts(packed)]
    return []


def _parts(packed: zipfile.ZipFile) -> list[str]:
    """Where each sheet of a workbook is kept."""
    links = _tree(packed.read("xl/_rels/workbook.xml.rels"))
    target = {link.get("Id"): str(link.get("Target")) for link in links}
    sheets = _tree(packed.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet")
    found = (target.get(sheet.get(LINK), "") for sheet in sheets)
    return [part.lstrip("/") if part.startswith("/") else f"xl/{part}" for part in found]


def _tree(said: bytes) -> Any:
    return etree.fromstring(said, etree.XMLParser(huge_tree=True, resolve_entities=False))


def _sheet(said: bytes) -> Cells:
    if b't="e"' not in said and b"t='e'" not in said:  # most have none, and are long
        return {}
    return {
        (int(at[2]) - 1, _column(at[1])): value[1].decode()
        for cell in CELL.finditer(said)
        if (at := AT.search(cell[1])) and (value := VALUE.search(cell[2])) and is_error(value[1].decode())
    }


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _letters(column: int) -> str:
    """The name of a column, the first being 1."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(65 + last)


def _opendocument(said: bytes) -> Iterator[Cells]:
    if not SHOWN.search(said):
        return
    for table in _tree(said).iter(f"{PLACE}table"):
        cells: Cells = {}
        at = 0
        for row in table.iter(f"{PLACE}table-row"):
            cells |= {(at, column): error for column, error in _failed(row)}
            at += int(row.get(f"{PLACE}number-rows-repeated", 1))
        yield cells


def _failed(row: Any) -> Iterator[tuple[int, str]]:
    at = 0
    for cell in row:
        shown = "".join(cell.findtext(TEXT, "").split())
        if is_error(shown):
            yield at, shown
        at += int(cell.get(f"{PLACE}number-columns-repeated", 1))
