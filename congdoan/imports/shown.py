"""An import as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan.base.words import grouped

from .columns import Column
from .fates import CHANGED, DOUBTFUL, LABELS, NEW, REFUSED, SAME, Fate
from .forms import letters
from .looking import Read
from .models import Import
from .sorts import SORTS

BADGES = {REFUSED: "bad", DOUBTFUL: "warm", NEW: "good", CHANGED: "good", SAME: ""}


@dataclass(frozen=True)
class Cell:
    """A cell of a row: its column, what it says, whether it may be typed anew."""

    name: str
    label: str
    text: str
    mend: bool


@dataclass(frozen=True)
class Row:
    """A row with its fate."""

    one: Import
    read: Read
    fate: Fate

    @property
    def number(self) -> int:
        return self.fate.row

    @property
    def cells(self) -> list[Cell]:
        open_ = self.one.state == Import.State.OPEN and self.fate.fate == REFUSED
        return [
            Cell(
                column.name,
                column.label,
                text(self.fate.values.get(column.name), column),
                open_ and column.name == self.fate.column,
            )
            for column in self.read.columns.values()
        ]

    @property
    def label(self) -> str:
        return LABELS[self.fate.fate]

    @property
    def badge(self) -> str:
        return BADGES.get(self.fate.fate, "")

    @property
    def where(self) -> str:
        """The cell the fate hangs on, as the spreadsheet calls it: "C7"."""
        at = next((i for i, column in self.read.columns.items() if column.name == self.fate.column), None)
        return "" if at is None else f"{letters(at)}{self.fate.row}"

    @property
    def options(self) -> Sequence[tuple[str, str]]:
        return self.fate.options if self.one.state == Import.State.OPEN else ()


@dataclass(frozen=True)
class Sent:
    """A file in the list of files."""

    one: Import

    @property
    def sort(self) -> str:
        return SORTS[self.one.sort].label if self.one.sort in SORTS else self.one.sort

    @property
    def told(self) -> str:
        """How many rows have which fate."""
        parts = [
            f"{grouped(self.one.counts[fate])} {label}"
            for fate, label in LABELS.items()
            if self.one.counts.get(fate)
        ]
        return ", ".join(parts)


def text(value: Any, column: Column | None = None) -> str:
    """A value of a column as people write it."""
    if isinstance(value, bool):
        yes, no = ("Nữ", "Nam") if column and column.name == "woman" else ("Có", "Không")
        return yes if value else no
    if column and (label := dict(column.choices).get(str(value))):
        return label
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def again(one: Import) -> Import | None:
    """The same file, taken in before."""
    rows = Import.objects.filter(unit=one.unit, sort=one.sort, digest=one.digest, state=Import.State.IN)
    return rows.exclude(pk=one.pk).order_by("pk").last()
