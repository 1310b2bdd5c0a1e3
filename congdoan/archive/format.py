"""What an archive is: a zip with a list of its parts, the tables row by row, the files by digest, a workbook to read.

`manifest.json` says of every other part how large it is and its SHA-256. `tables/<room>.<Table>.jsonl` has a line a row:
its columns by name, days and instants as ISO, other rows by their numbers. An archive is taken into an empty book only, so
rows keep the numbers they had: what versions, entries and frozen answers say of other rows by number stays right.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from congdoan.base.errors import Refused

from .tables import ROOMS, Table, label

FORMAT = 1
MANIFEST, WORKBOOK, WRITERS = "manifest.json", "so.xlsx", "writers.jsonl"
FILE = re.compile(r"files/([0-9a-f]{64})")


@dataclass(frozen=True)
class Part:
    """One part of the archive: how large it is unpacked, and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What is in an archive, of whom, as of when, and what the book comes to that it holds."""

    unit: str
    made_at: str
    product: str
    state: str
    counts: Mapping[str, int]
    parts: Mapping[str, Part]
    schema: Mapping[str, str] = field(default_factory=lambda: schema())
    format: int = FORMAT

    def written(self) -> dict[str, Any]:
        return asdict(self)


def read(said: Any) -> Manifest:
    """The list as it stands in an archive. Refuses what is none, and what another version wrote."""
    try:
        parts = {
            str(name): Part(int(part["size"]), str(part["sha256"])) for name, part in said["parts"].items()
        }
        found = Manifest(**{**said, "parts": parts})
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Refused("Danh mục trong tệp lưu trữ không đọc được; hãy xuất lại từ sổ cũ.") from None
    if found.format != FORMAT or found.schema != schema():
        raise Refused(
            f"Tệp này do phiên bản {str(found.product)[:20]} xuất ra, cấu trúc khác phiên bản đang cài; "
            "hãy đưa cả hai nơi về cùng phiên bản rồi xuất lại."
        )
    return found


def schema() -> dict[str, str]:
    """How the tables are cut: the last migration of each room."""
    leaves = MigrationLoader(connection).graph.leaf_nodes()
    return {room: name for room, name in sorted(leaves) if room in {"audit", *ROOMS}}


def part_of(table: Table) -> str:
    """The name of a table's part."""
    return f"tables/{label(table)}.jsonl"
