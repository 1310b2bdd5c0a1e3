"""The one place where figures' conditions are written as SQL; both databases run the same text.

Every question about entries joins them (`e`) with the tree (`a`: the union of the entry stood under the asked one).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection

from congdoan.base.period import Period

from . import cuts
from .models import Cut

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Asked:
    """What a figure is asked for: of which union, over which days, on which tree, as known when, which part.

    `tree_on` empty: each entry counts where its union stood on its own day (*then*); given: history is laid over the
    tree of that day (*now*). `known_at` empty: as known now, tree included.
    """

    unit: int
    period: Period
    scope: str = "all"
    tree_on: date | None = None
    known_at: datetime | None = None
    where: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        """Whether the roll-ups can answer: the tree then, as known now, the whole of it, no filter."""
        return self.scope == "all" and not (self.tree_on or self.known_at or self.where)


@dataclass(frozen=True)
class Text:
    """A piece of SQL with its parameters."""

    sql: str
    params: tuple[Any, ...] = ()

    def __add__(self, other: "Text") -> "Text":
        return Text(f"{self.sql} {other.sql}", self.params + other.params)


def run(text: Text) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(text.sql, list(text.params))
        rows: list[Row] = cursor.fetchall()
        return rows


def among(column: str, values: Sequence[int]) -> Text:
    """`column IN (values)`; nothing matches an empty list."""
    if not values:
        return Text("1 = 0")
    return Text(f"{column} IN ({', '.join(str(int(value)) for value in values)})")


def scoped(asked: Asked, *, on: date | None = None) -> Text:
    """FROM entries joined with the tree, narrowed to the asked scope, knowledge and breakdown.

    `on`: the day on which the union must stand there (a stock); else the day of each entry (a flow).
    """
    text = Text(
        "FROM ledger_entry e JOIN org_ancestry a ON a.unit_id = e.unit_id AND a.ancestor_id = %s",
        (asked.unit,),
    )
    text += _standing(asked, on) + _depth(asked.scope) + tree_known(asked.known_at)
    if asked.known_at:
        text += Text(
            "JOIN audit_posting p ON p.id = e.posting_id AND p.at <= %s", (_instant(asked.known_at),)
        )
    return text


def anywhere(asked: Asked) -> Text:
    """FROM entries wherever they stand, as known at the asked moment."""
    text = Text("FROM ledger_entry e")
    if asked.known_at:
        text += Text(
            "JOIN audit_posting p ON p.id = e.posting_id AND p.at <= %s", (_instant(asked.known_at),)
        )
    return text


def within(asked: Asked, stock: bool) -> Text:
    """The days that count: all up to the last one for a stock, those of the period for a flow."""
    last = asked.period.last.toordinal()
    if stock:
        return Text("e.day <= %s", (last,))
    return Text("e.day BETWEEN %s AND %s", (asked.period.first.toordinal(), last))


def cut_filter(where: Mapping[str, str]) -> Text:
    """Only entries whose breakdowns hold every asked value."""
    if not where:
        return Text("")
    return Text("AND") + among("e.cut_id", matching_cuts(where))


def matching_cuts(where: Mapping[str, str]) -> list[int]:
    """Numbers of the cuts that hold every asked value."""
    return [
        pk for pk, key in Cut.objects.values_list("pk", "key") if where.items() <= cuts.unpack(key).items()
    ]


def _standing(asked: Asked, on: date | None) -> Text:
    if asked.tree_on:
        return Text(
            "JOIN org_unit u ON u.id = e.unit_id AND " + _between(_clipped()),
            (asked.tree_on.toordinal(),) * 3,
        )
    if on:
        return Text("AND %s >= a.from_on AND %s < a.to_on", (on.toordinal(),) * 2)
    return Text("AND e.day >= a.from_on AND e.day < a.to_on")


def _clipped() -> str:
    """The asked day, or the nearest one in the union's life: what ended is counted where it last stood."""
    return (
        "CASE WHEN %s < u.founded_on THEN u.founded_on WHEN %s >= u.ended_on THEN u.ended_on - 1 ELSE %s END"
    )


def _between(day: str) -> str:
    return f"({day}) BETWEEN a.from_on AND a.to_on - 1"


def _depth(scope: str) -> Text:
    return Text({"own": "AND a.depth = 0", "below": "AND a.depth > 0", "all": ""}[scope])


def tree_known(at: datetime | None, alias: str = "a") -> Text:
    """AND the row of the tree was known then, and not yet superseded."""
    if at is None:
        return Text(f"AND {alias}.unknown_at IS NULL")
    moment = _instant(at)
    return Text(f"AND {alias}.known_at <= %s AND ({alias}.unknown_at IS NULL OR {alias}.unknown_at > %s)", (moment, moment))


def _instant(at: datetime) -> Any:
    """The moment as this database compares it."""
    return connection.ops.adapt_datetimefield_value(at)
