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

# The asked day, or the nearest one in the union's life (`s`): what ended is counted where it last stood.
_CLIPPED = "CASE WHEN %s < s.from_on THEN s.from_on WHEN %s >= s.to_on THEN s.to_on - 1 ELSE %s END"


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
        """Whether the roll-ups can answer: the tree then, the whole of it, no filter."""
        return self.scope == "all" and not (self.tree_on or self.where)


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


def run_nothing(text: Text) -> None:
    """Run what answers nothing."""
    with connection.cursor() as cursor:
        cursor.execute(text.sql, list(text.params))


def among(column: str, values: Sequence[int]) -> Text:
    """`column IN (values)`; nothing matches an empty list."""
    if not values:
        return Text("1 = 0")
    return Text(f"{column} IN ({', '.join(str(int(value)) for value in values)})")


def scoped(asked: Asked, *, on: date | None = None) -> Text:
    """FROM entries joined with the tree, narrowed to the asked scope and knowledge.

    `on`: the day on which the union must stand there (a stock); else the day of each entry (a flow). On another day's
    tree, a union that has ended counts where the one that carries its history stands, or where it last stood itself;
    and its stock only as long as it was there.
    """
    text = Text("FROM ledger_entry e")
    unit = "e.unit_id"
    if asked.tree_on:
        text += (
            _carried(asked, unit)
            + _bequeathed(asked)
            + (_lived(unit, asked) + _on("l", on) if on else Text(""))
        )
        unit = "h.heir_id"
    text += Text(f"JOIN org_ancestry a ON a.unit_id = {unit} AND a.ancestor_id = %s", (asked.unit,))
    return text + stood("a", asked, on) + _depth(asked.scope) + known("a", asked) + _posted(asked)


def _carried(asked: Asked, unit: str) -> Text:
    """Join who carries this union's history on the asked tree (`h`), and the life of that one (`s`)."""
    text = Text(f"JOIN org_heir h ON h.unit_id = {unit}") + _heirs("h", asked)
    return (
        text
        + Text("JOIN org_ancestry s ON s.unit_id = h.heir_id AND s.ancestor_id = h.heir_id")
        + known("s", asked)
    )


def _lived(unit: str, asked: Asked) -> Text:
    """Join the life of this union itself (`l`)."""
    return Text(f"JOIN org_ancestry l ON l.unit_id = {unit} AND l.ancestor_id = {unit}") + known("l", asked)


def _bequeathed(asked: Asked) -> Text:
    """What one source drew goes its own way where a split's list says so; what no list names goes with the union."""
    if not run(Text("SELECT 1 FROM org_heir WHERE source IS NOT NULL LIMIT 1")):
        return Text("")
    own = "{0}.origin = e.origin AND {0}.source = e.source"
    text = Text(f"AND (({own.format('h')}) OR h.source IS NULL AND NOT EXISTS")
    text += Text(f"(SELECT 1 FROM org_heir o WHERE o.unit_id = e.unit_id AND {own.format('o')}")
    return text + _heirs("o", asked) + Text("))")


def _heirs(alias: str, asked: Asked) -> Text:
    assert asked.tree_on
    return _on(alias, asked.tree_on) + known(alias, asked)


def anywhere(asked: Asked) -> Text:
    """FROM entries wherever they stand, as known at the asked moment."""
    return Text("FROM ledger_entry e") + _posted(asked)


def anybody(asked: Asked) -> bool:
    """Whether any union of the asked scope was there in the period; on another day's tree, whenever it was."""
    text = Text("SELECT 1 FROM org_ancestry a")
    if asked.tree_on:
        text += (
            Text("JOIN org_heir h ON h.heir_id = a.unit_id") + _heirs("h", asked) + _lived("h.unit_id", asked)
        )
        text += Text("JOIN org_ancestry s ON s.unit_id = a.unit_id AND s.ancestor_id = s.unit_id") + known(
            "s", asked
        )
    text += Text("WHERE a.ancestor_id = %s", (asked.unit,)) + _depth(asked.scope) + known("a", asked)
    text += stood("a", asked, None) if asked.tree_on else Text("")
    alive = "l" if asked.tree_on else "a"
    days = (asked.period.last.toordinal(), asked.period.first.toordinal())
    text += Text(f"AND {alive}.from_on <= %s AND {alive}.to_on > %s LIMIT 1", days)
    return asked.period.days > 0 and bool(run(text))


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


def one_below(asked: Asked, on: date | None) -> Text:
    """Join the ancestor (`b`) one step below the asked union on the day that counts; itself, for its own."""
    text = Text("JOIN org_ancestry b ON b.unit_id = a.unit_id")
    text += Text("AND b.depth = CASE WHEN a.depth > 0 THEN a.depth - 1 ELSE 0 END")
    return text + stood("b", asked, on) + known("b", asked)


def stood(alias: str, asked: Asked, on: date | None) -> Text:
    """The day that counts lies in this row of the tree: the asked tree's, a stock's, or the entry's own."""
    if asked.tree_on:
        day = asked.tree_on.toordinal()
        return Text(f"AND ({_CLIPPED}) BETWEEN {alias}.from_on AND {alias}.to_on - 1", (day,) * 3)
    if on:
        return _on(alias, on)
    return Text(f"AND e.day >= {alias}.from_on AND e.day < {alias}.to_on")


def known(alias: str, asked: Asked) -> Text:
    """The row of the tree as known at the asked moment."""
    if asked.known_at is None:
        return Text(f"AND {alias}.unknown_at IS NULL")
    moment = instant(asked.known_at)
    then = f"AND {alias}.known_at <= %s AND ({alias}.unknown_at IS NULL OR {alias}.unknown_at > %s)"
    return Text(then, (moment, moment))


def same_tree(asked: Asked) -> bool:
    """Whether the tree under the asked union is still what it was at the asked moment."""
    if asked.known_at is None:
        return True
    moment = instant(asked.known_at)
    later = "SELECT 1 FROM org_ancestry WHERE ancestor_id = %s AND"
    text = Text(f"{later} known_at > %s UNION ALL {later} unknown_at > %s", (asked.unit, moment) * 2)
    return not run(text + Text("LIMIT 1"))


def over_all(unit: int) -> bool:
    """Whether every union of the book stood under this one all its life."""
    if run(Text("SELECT 1 FROM org_ancestry WHERE unit_id = %s AND depth > 0 LIMIT 1", (unit,))):
        return False
    under = "SELECT SUM(to_on - from_on) FROM org_ancestry WHERE ancestor_id = %s AND unknown_at IS NULL"
    lives = "SELECT SUM(ended_on - founded_on) FROM org_unit WHERE unmade_id IS NULL"
    return bool(run(Text(f"SELECT ({under}) = ({lives})", (unit,)))[0][0])


def _on(alias: str, day: date) -> Text:
    return Text(f"AND %s >= {alias}.from_on AND %s < {alias}.to_on", (day.toordinal(),) * 2)


def _depth(scope: str) -> Text:
    return Text({"own": "AND a.depth = 0", "below": "AND a.depth > 0", "all": ""}[scope])


def _posted(asked: Asked) -> Text:
    if asked.known_at is None:
        return Text("")
    return Text("JOIN audit_posting p ON p.id = e.posting_id AND p.at <= %s", (instant(asked.known_at),))


def instant(at: datetime) -> Any:
    """The moment as this database compares it."""
    return connection.ops.adapt_datetimefield_value(at)
