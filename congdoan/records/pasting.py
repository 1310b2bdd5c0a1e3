"""Rows out of columns pasted from a spreadsheet."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from congdoan.base.days import parse_day
from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc

from .kind import LineSpec

HEADINGS = {"stt", "tt", "so tt", "ho ten", "ho va ten", "ho, ten", "ten", "so tien", "so dien thoai"}
TOTALS = re.compile(r"(tong|tong cong|cong)( so)?:?")
NUMBERED = re.compile(r"[0-9]{1,4}[.)]?")
APART = re.compile(r"\t|;| {3,}")


def read(text: str, spec: LineSpec, form: forms.Form) -> list[dict[str, str]]:
    """The rows of a pasted text, field by field as `spec.paste` orders the columns.

    Empty lines, a heading, a total and a leading column of running numbers are left out. What a cell says of a choice
    may be its label.
    """
    table = [cells for line in text.splitlines() if any(cells := _cells(line))]
    table = [cells for cells in _without_numbers(table) if not _heading(cells, form) and not _total(cells)]
    ordered = [name for name in spec.paste if name in form.fields]
    names = ordered or [field.name for field in form.visible_fields()]
    return [_row(names, cells, form) for cells in table]


def _cells(line: str) -> list[str]:
    return [nfc(cell.strip().strip('"')) for cell in APART.split(line.rstrip("\r\n"))]


def _without_numbers(table: Sequence[list[str]]) -> list[list[str]]:
    """Take away the first column where it only counts the lines."""
    heads = [cells[0] for cells in table if len(cells) > 1]
    counting = [head for head in heads if NUMBERED.fullmatch(head) or not head or fold(head) in HEADINGS]
    if heads and len(counting) == len(heads) and any(NUMBERED.fullmatch(head) for head in heads):
        return [cells[1:] if len(cells) > 1 else cells for cells in table]
    return list(table)


def _heading(cells: Sequence[str], form: forms.Form) -> bool:
    labels = HEADINGS | {fold(str(field.label)) for field in form}
    return any(fold(cell) in labels for cell in cells)


def _total(cells: Sequence[str]) -> bool:
    return bool(TOTALS.fullmatch(fold(next((cell for cell in cells if cell), ""))))


def _row(names: Sequence[str], cells: Sequence[str], form: forms.Form) -> dict[str, str]:
    return {
        name: _value(form.fields[name], cell)
        for name, cell in zip(names, cells, strict=False)
        if cell and name in form.fields
    }


def _value(field: forms.Field, cell: str) -> str:
    """A choice by its label, a day as imports read it; anything else as it stands, for the form to read."""
    if isinstance(field, forms.DateField):
        return _day(cell)
    if not isinstance(field, forms.ChoiceField):
        return cell
    choices: Any = field.choices
    return next((str(value) for value, label in choices if fold(str(label)) == fold(cell)), cell)


def _day(cell: str) -> str:
    """What is no day stays, for the form to say so."""
    try:
        day = parse_day(cell)
    except Refused:
        return cell
    return day.isoformat() if day else ""
