"""Files as sheets of cells: .xlsx, .xls, .ods, .csv, and web pages that call themselves .xls. What a file is, its bytes
say, not its name. Row i of a sheet is row i + 1 of the file."""

import csv
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

import lxml.html
from lxml.etree import LxmlError
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from congdoan.base.errors import Refused
from congdoan.base.text import nfc

from . import broken, legacy
from .parsing import Cell

LARGEST = 30_000_000  # bytes of a file
UNPACKED = 600_000_000  # bytes of what is in it: more is a bomb
ROWS, COLUMNS = broken.LONG, broken.WIDE
BROKEN = (
    CalamineError, LxmlError, zipfile.BadZipFile, zlib.error, OSError, ValueError, OverflowError, EOFError, RuntimeError
)  # fmt: skip
PANIC = "pyo3_runtime"  # where what the reader itself did not foresee comes from; it is no `Exception`
HOW = "hãy lưu lại dưới dạng Excel (.xlsx) rồi đưa lại"


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name."""

    name: str
    rows: list[list[Cell]]


def open_book(content: bytes, name: str) -> list[Sheet]:
    """The sheets of a file that hold anything. Refuses what is no spreadsheet, locked, broken, empty or too large."""
    if len(content) > LARGEST:
        raise Refused("Tệp lớn quá 30 MB; hãy tách thành nhiều tệp.", "file")
    sheets = [_trimmed(sheet) for sheet in _sheets(content)]
    sheets = [sheet for sheet in sheets if sheet.rows]
    if not sheets:
        raise Refused("Tệp này trống; hãy chọn tệp có dữ liệu.", "file")
    return sheets


def _sheets(content: bytes) -> list[Sheet]:
    if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return _workbook(content)
    start = content[:2000].lower().replace(b"\x00", b"")
    if b"<table" in content.lower() and (b"<html" in start or b"<table" in start or b"<!doctype" in start):
        return _page(content)
    return [Sheet("Danh sách", _separated(_decoded(content)))]


def _workbook(content: bytes) -> list[Sheet]:
    _refuse_bomb(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        failed = dict(enumerate(broken.errors(content)))
        return [Sheet(name, _cells(book, name, failed.get(n, {}))) for n, name in enumerate(book.sheet_names)]
    except PasswordError:
        raise Refused("Tệp này có mật khẩu; hãy bỏ mật khẩu rồi đưa lại.", "file") from None
    except BaseException as fault:
        if isinstance(fault, BROKEN) or type(fault).__module__ == PANIC:
            raise Refused(f"Tệp này không phải bảng tính hoặc đã hỏng; {HOW}.", "file") from None
        raise


def _cells(book: CalamineWorkbook, name: str, failed: broken.Cells) -> list[list[Cell]]:
    rows: list[list[Any]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    cells: list[list[Cell]] = [[None if cell == "" else cell for cell in row] for row in rows]
    for (at, column), error in failed.items():
        if at >= max(len(cells), ROWS) or column > COLUMNS:  # as no list is, only a file that means harm
            continue
        cells += [[] for _ in range(at + 1 - len(cells))]
        cells[at] += [None] * (column + 1 - len(cells[at]))
        cells[at][column] = error
    return legacy.unfonted(cells)


def _refuse_bomb(content: bytes) -> None:
    if content[:2] != b"PK":
        return
    try:
        packed = zipfile.ZipFile(BytesIO(content))
        if sum(part.file_size for part in packed.infolist()) > UNPACKED:
            raise Refused("Tệp này mở ra lớn bất thường; hãy tách thành nhiều tệp.", "file")
        far = next(filter(None, map(broken.far_cell, _pages_of(packed))), "")
        names = packed.namelist()
        far = far or (broken.far_repeated(packed.read("content.xml")) if "content.xml" in names else "")
    except BROKEN:
        raise Refused(f"Tệp này đã hỏng; {HOW}.", "file") from None
    if "xl/workbook.bin" in names:  # its cells in error would read as empty
        raise Refused(f"Tệp Excel nhị phân (.xlsb) chưa đọc được; {HOW}.", "file")
    if far:
        raise Refused(f"Ô {far} ở quá xa danh sách mà có chữ; hãy xóa ô ấy rồi đưa lại.", "file")


def _pages_of(packed: zipfile.ZipFile) -> Iterator[bytes]:
    return (packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet"))


def _page(content: bytes) -> list[Sheet]:
    """A web page saved as .xls, as some systems export: its tables."""
    try:
        page = lxml.html.fromstring(_decoded(content).encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        raise Refused(f"Tệp này đã hỏng; {HOW}.", "file") from None
    tables = page.xpath("//table[not(.//table)]")
    return [
        Sheet(f"Bảng {n}", [_of_row(row) for row in table.xpath(".//tr")])
        for n, table in enumerate(tables, start=1)
    ]


def _of_row(row: Any) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.xpath("./td|./th"):
        said = nfc(cell.text_content())
        wide = int(cell.get("colspan")) if (cell.get("colspan") or "").isdigit() else 1
        cells += [said or None, *([None] * (min(wide, COLUMNS) - 1))]
    return cells


def _decoded(content: bytes) -> str:
    """A text, by its mark of order, as UTF-8, else as Windows wrote Vietnamese. Refuses what is no text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\x00" in content[:4000]:
        raise Refused(f"Tệp này không phải bảng tính; {HOW}.", "file")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        western = content.decode("latin-1")
        font = legacy.font_of(western)
        return font.meant(western) if font else content.decode("cp1258", "replace")


def _separated(said: str) -> list[list[Cell]]:
    """Lines of cells between semicolons, commas, tabs or bars, whichever there are most of."""
    lines = said.splitlines()
    counts = Counter({sign: sum(line.count(sign) for line in lines[:50]) for sign in "\t;,|"})
    sign = counts.most_common(1)[0][0] if any(counts.values()) else "\t"
    try:
        rows = list(csv.reader(StringIO(said, newline=""), delimiter=sign))
    except csv.Error:
        raise Refused(f"Tệp này không đọc được; {HOW}.", "file") from None
    cells: list[list[Cell]] = [[*row] for row in rows]
    return [[nfc(str(cell)) or None for cell in row] for row in legacy.unfonted(cells)]


def _trimmed(sheet: Sheet) -> Sheet:
    """Without the empty end spreadsheets carry along. Refuses more than a list can be."""
    rows = list(sheet.rows)
    while rows and not _filled(rows[-1]):
        rows.pop()
    if len(rows) > ROWS:
        raise Refused(f"Trang “{sheet.name}” có hơn 300.000 dòng; hãy tách thành nhiều tệp.", "file")
    wide = max((len(row) for row in rows), default=0)
    if wide > COLUMNS:
        used = max((n for row in rows for n, cell in enumerate(row, start=1) if cell is not None), default=0)
        if used > COLUMNS:
            raise Refused(f"Trang “{sheet.name}” có hơn 200 cột; hãy bỏ các cột không cần.", "file")
        rows = [row[:used] for row in rows]
    return Sheet(sheet.name, rows)


def _filled(row: Iterable[Cell]) -> bool:
    return any(cell is not None for cell in row)
