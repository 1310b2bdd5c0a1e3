"""Reads an Excel file back: its cells with their values and formats."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lxml import etree

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
BUILT_IN = {"1": "0", "3": "#,##0", "49": "@"}


@dataclass(frozen=True)
class Sheet:
    """A sheet: the values row by row, the format of each cell, and whether the head stays in sight. Lists that are taken
    out have what they are about on top; their head begins with STT."""

    name: str
    rows: list[list[Any]]
    formats: list[list[str]]
    frozen: bool

    @property
    def at(self) -> int:
        """Which row the head is."""
        return next((n for n, row in enumerate(self.rows) if row[0] == "STT"), 0)

    @property
    def heads(self) -> list[str]:
        """What its columns are called."""
        return list(self.rows[self.at])

    @property
    def body(self) -> list[list[Any]]:
        """What stands under the head, without the counter."""
        return [row[1:] for row in self.rows[self.at + 1 :]]

    def column(self, head: str) -> list[Any]:
        """What stands under a head."""
        index = self.heads.index(head)
        return [row[index] for row in self.rows[self.at + 1 :]]

    def format(self, head: str) -> str:
        """How the first value under a head is shown."""
        return self.formats[self.at + 1][self.heads.index(head)]


def sheets(data: bytes) -> list[Sheet]:
    """Every sheet of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
    shared = parts.get("xl/sharedStrings.xml")
    texts = [_text(item) for item in ([] if shared is None else shared.iterfind("m:si", NS))]
    names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iterfind(".//m:sheet", NS)]
    formats = _formats(parts["xl/styles.xml"])
    return [
        _sheet(name, parts[f"xl/worksheets/sheet{n}.xml"], texts, formats)
        for n, name in enumerate(names, start=1)
    ]


def _text(item: Any) -> str:
    """A text as it was written: signs that XML cannot hold stand there by their number."""
    said = "".join(t.text or "" for t in item.iterfind(".//m:t", NS))
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), said)


def _formats(styles: Any) -> list[str]:
    own = {item.get("numFmtId"): item.get("formatCode") for item in styles.iterfind(".//m:numFmt", NS)}
    return [(BUILT_IN | own).get(xf.get("numFmtId"), "") for xf in styles.iterfind("m:cellXfs/m:xf", NS)]


def _sheet(name: str, root: Any, texts: list[str], formats: list[str]) -> Sheet:
    found = [
        {
            _column(cell): (_value(cell, texts, shown), shown)
            for cell in row
            for shown in [formats[int(cell.get("s", 0))]]
        }
        for row in root.iterfind(".//m:row", NS)
    ]
    width = max((column for row in found for column in row), default=-1) + 1
    rows = [[row.get(n, ("", ""))[0] for n in range(width)] for row in found]
    shown = [[row.get(n, ("", ""))[1] for n in range(width)] for row in found]
    return Sheet(name, rows, shown, root.find(".//m:pane[@state='frozen']", NS) is not None)


def _column(cell: Any) -> int:
    letters = re.match("[A-Z]+", cell.get("r"))
    assert letters
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Any, texts: list[str], shown: str) -> Any:
    value = cell.findtext("m:v", "", NS)
    if cell.get("t") == "inlineStr":
        return _text(cell)
    if cell.get("t") == "s":
        return texts[int(value)]
    if not value:
        return ""
    if "yy" in shown:
        return date(1899, 12, 30) + timedelta(days=int(float(value)))
    return float(value) if "." in value else int(value)
