"""What becomes of each row of a file, and how that is kept between looking and taking in."""

import gzip
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import TypeAdapter

NEW, CHANGED, SAME, DOUBTFUL, REFUSED, LEFT_OUT = "new", "changed", "same", "doubtful", "refused", "left_out"
LABELS = {
    REFUSED: "không nhập được", DOUBTFUL: "còn ngờ", NEW: "mới", CHANGED: "thay đổi", SAME: "đã có, như cũ",
    LEFT_OUT: "bỏ qua",
}  # fmt: skip
GOOD = (NEW, CHANGED)
KEPT = TypeAdapter(list[Any])  # reads and writes it several times as fast as json does
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


def pack(fates: Sequence[Fate]) -> bytes:
    """As they are kept; with the names of the values that are days."""
    days = {name for fate in fates for name, value in fate.values.items() if type(value) is date}
    rows = [(f.row, f.fate, f.why, f.column, f.values, f.whom, f.options) for f in fates]
    return gzip.compress(KEPT.dump_json([sorted(days), rows]), compresslevel=1)


def unpack(kept: bytes) -> list[Fate]:
    """As they were."""
    days, rows = KEPT.validate_json(gzip.decompress(kept))
    return [
        Fate(row, fate, why, column, _read(values, days), whom, [(value, label) for value, label in options])
        for row, fate, why, column, values, whom, options in rows
    ]


def _read(values: dict[str, Any], days: Sequence[str]) -> dict[str, Any]:
    """With its days as days; what is no day there could not be read, and stays as it was written."""
    for name in days:
        if said := values.get(name):
            with suppress(ValueError, TypeError):
                values[name] = date.fromisoformat(said)
    return values
