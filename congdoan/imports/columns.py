"""What may be told of each row: the same declaration reads a file, guesses its columns and makes its template."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .parsing import text


@dataclass(frozen=True)
class Column:
    """One thing told of each row. `also`: other headings it goes under. `read` turns a cell into a value, or raises
    `Unreadable`. `choices`: value and label, where there are only so many.
    `common`: it may be said once for all rows."""

    name: str
    label: str
    also: tuple[str, ...] = ()
    read: Callable[[Any], Any] = text
    required: bool = False
    sensitive: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    example: str = ""
    note: str = ""
    common: bool = False
