"""Pages of fifty. A cursor names the last thing of the page before, so a page far down costs no more than the first."""

import base64
import binascii
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from congdoan.base.errors import Refused

SIZE = 50
Row = TypeVar("Row", bound=Model)


def paged(
    rows: QuerySet[Row], order: tuple[str, ...], cursor: str | None, name: str = "uid"
) -> tuple[list[Row], str | None]:
    """A page of these rows in an order whose last column differs from row to row, and the cursor of the next.

    `name`: the column of their public name.
    """
    if cursor:
        rows = rows.filter(_beyond(order, _named(rows, name, read(cursor))))
    found = list(rows.order_by(*order)[: SIZE + 1])
    more = len(found) > SIZE
    return found[:SIZE], written(str(getattr(found[SIZE - 1], name))) if more else None


def written(text: str) -> str:
    """A cursor."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read(cursor: str) -> str:
    """What a cursor says. Refuses one that was not given out."""
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError):
        raise _unknown() from None


def offset(cursor: str | None) -> int:
    """How many rows come before a page, of lists that are worked out and not kept."""
    if not cursor:
        return 0
    text = read(cursor)
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise _unknown()
    return int(text)


def _named(rows: QuerySet[Any], name: str, text: str) -> Any:
    try:
        here = rows.model._default_manager.filter(**{name: text}).first()
    except Exception:
        here = None
    if here is None:
        raise _unknown()
    return here


def _beyond(order: tuple[str, ...], here: Any) -> Q:
    """Those after somebody, or something, in an order."""
    column, rest = order[0].lstrip("-"), order[1:]
    value: Any = here
    for part in column.split("__"):
        value = getattr(value, part)
    further = Q(**{f"{column}__{'lt' if order[0].startswith('-') else 'gt'}": value})
    return further | (Q(**{column: value}) & _beyond(rest, here)) if rest else further


def _unknown() -> Refused:
    return Refused("Con trỏ trang này không phải do sổ đưa ra; hãy bắt đầu lại từ trang đầu.", "cursor")
