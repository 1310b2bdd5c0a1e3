"""What becomes of each row of a file, and how that is kept between looking and taking in."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

NEW, CHANGED, SAME, DOUBTFUL, REFUSED, LEFT_OUT = "new", "changed", "same", "doubtful", "refused", "left_out"
LABELS = {
    REFUSED: "không nhập được", DOUBTFUL: "còn ngờ", NEW: "mới", CHANGED: "thay đổi", SAME: "đã có, như cũ",
    LEFT_OUT: "bỏ qua",
}  # fmt: skip
GOOD = (NEW, CHANGED)
SKIP, ANEW = "skip", "new"  # answers to a doubtful row, besides the public name of what it is


@dataclass(slots=True)
class Line:
    """A row of the file: what its cells say by column, as read; what could not be read, with the sentence why."""

    number: int
    values: dict[str, Any]
    wrong: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Fate:
    """What becomes of a row. `column`: the cell it hangs on. `whom`: what of the book it is, by public name.
    `options`: what a doubtful row may be, public name and label."""

    row: int
    fate: str
    why: str = ""
    column: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    whom: str = ""
    options: Sequence[tuple[str, str]] = ()


def counts(fates: Iterable[Fate]) -> dict[str, int]:
    """How many rows have which fate."""
    return dict(Counter(fate.fate for fate in fates))


def pack(fates: Iterable[Fate]) -> bytes:
    """As they are kept."""
    rows = [(f.row, f.fate, f.why, f.column, f.values, f.whom, list(f.options)) for f in fates]
    said = json.dumps(rows, default=_day, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(said.encode(), compresslevel=1)


def unpack(kept: bytes) -> list[Fate]:
    """As they were."""
    return [
        Fate(row, fate, why, column, _read(values), whom, [(value, label) for value, label in options])
        for row, fate, why, column, values, whom, options in json.loads(gzip.decompress(kept))
    ]


def _day(value: date) -> list[str]:
    return [value.isoformat()]


def _read(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value[0]) if type(value) is list else value for name, value in values.items()
    }
