"""The same list as each kind of file that comes: .xlsx, .xls, .ods, .csv. A cell that reads like an error is one."""

import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from congdoan.imports.broken import is_error
from congdoan.imports.legacy_excel import CODES

Rows = Sequence[Sequence[str | None]]
SECTOR, NONE, LAST, TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xlsx(rows: Rows) -> bytes:
    """As Excel writes it."""
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("Tờ & trang")
        for at, column, cell in _cells(rows):
            if is_error(cell):
                page.write_formula(at, column, "=NA()", None, cell)
            else:
                page.write_string(at, column, cell)
    return file.getvalue()


def xls(rows: Rows) -> bytes:
    """As Excel wrote it up to 2003: records in a stream, in sectors."""
    codes = {error: code for code, error in CODES.items()}
    body = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for at, column, cell in _cells(rows):
        place = struct.pack("<HHH", at, column, 0)
        if is_error(cell) and column % 2:
            body += _record(0x205, place + bytes([codes[cell], 1]))
        elif is_error(cell):
            result = bytes([2, 0, codes[cell], 0, 0, 0, 0xFF, 0xFF])
            body += _record(0x06, place + result + struct.pack("<HIH", 0, 0, 0))
        else:
            body += _record(0x204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
    body += _record(0x0A)
    head = _record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    start = (
        len(head) + 4 + 10 + 4
    )  # of the sheet, behind the record that names it and the end of the first part
    named = _record(0x85, struct.pack("<IBBBB", start, 0, 0, 2, 0) + b"DS")
    return _filed(head + named + _record(0x0A) + body)


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _filed(stream: bytes) -> bytes:
    """A file with this one stream: its head, the stream, the folder, the table of sectors."""
    stream += bytes(max(4096 - len(stream), 0))
    many = -(-len(stream) // SECTOR)
    table = [*range(1, many), LAST, LAST, TABLE]
    table += [NONE] * (SECTOR // 4 - len(table))
    folder = _entry("Root Entry", 5, LAST, 0, 1) + _entry("Workbook", 2, 0, len(stream), NONE) + bytes(256)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(10) + struct.pack("<IIIIIIIII", 1, many, 0, 4096, LAST, 0, LAST, 0, many + 1)
    head += struct.pack("<108I", *[NONE] * 108)
    return head + stream.ljust(many * SECTOR, b"\0") + folder + struct.pack(f"<{SECTOR // 4}I", *table)


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    said = f"{name}\0".encode("utf-16-le")
    links = struct.pack("<HBBIII", len(said), kind, 1, NONE, NONE, child)
    return said.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def ods(rows: Rows) -> bytes:
    """As LibreOffice writes it: a cell in error is an empty text that shows something."""
    lines = "".join(f"<table:table-row>{''.join(map(_opened, row))}</table:table-row>" for row in rows)
    names = "".join(
        f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="DS">{lines}</table:table></office:spreadsheet></office:body>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}>{body}</office:document-content>')  # fmt: skip
        packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>')  # fmt: skip
    return file.getvalue()


def _opened(cell: str | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    failed = ' table:formula="of:=NA()" office:string-value=""' if is_error(cell) else ""
    return f'<table:table-cell office:value-type="string"{failed}><text:p>{escape(cell)}</text:p></table:table-cell>'


def csv(rows: Rows) -> bytes:
    """As Excel saves it for Europe."""
    file = StringIO()
    for row in rows:
        file.write(";".join(cell or "" for cell in row) + "\r\n")
    return file.getvalue().encode("utf-8-sig")


def _cells(rows: Rows) -> Iterable[tuple[int, int, str]]:
    return ((at, column, cell) for at, row in enumerate(rows) for column, cell in enumerate(row) if cell)


DRESSES: dict[str, Callable[[Rows], Any]] = {"xlsx": xlsx, "xls": xls, "ods": ods, "csv": csv}
