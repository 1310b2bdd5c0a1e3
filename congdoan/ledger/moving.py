"""The sums kept for large unions follow when the tree changes: only what no longer counts somewhere is taken out there, and
only what counts somewhere anew is put in."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from congdoan.org import ancestry
from congdoan.org.models import Ancestry

from . import rollups
from .models import Node
from .sql import Text, among


def rework(units: Collection[int], at: datetime) -> None:
    """Write anew who stood above these unions, with the sums of all above them. Nothing is folded meanwhile, and no union
    begins to have its sums kept."""
    folded = rollups.watermark().entry
    change = ancestry.changes(units)
    which = _from(_first_day(change)) + Text("AND e.id <= %s", (folded,))
    _carry(change.gone, which, -1)
    _carry(ancestry.write(change, at), which, 1)


def _first_day(change: ancestry.Change) -> date:
    """The first day on which a union stands under another than before."""
    gone, news = (
        {(r.unit_id, r.ancestor_id, r.from_on): r.to_on for r in rows} for rows in (change.gone, change.news)
    )
    days = [min(gone[key], news[key]) for key in gone.keys() & news.keys()]
    return min([*days, *(from_on for *_, from_on in gone.keys() ^ news.keys())], default=date.max)


def _from(day: date) -> Text:
    """Entries of flows from a day on; of stocks all, for a stock moves with its union, with all that made it."""
    return Text("(e.day >= %s OR", (day.toordinal(),)) + among("e.indicator", rollups.stocks()) + Text(")")


def _carry(rows: Sequence[Ancestry], which: Text, sign: int) -> None:
    """What these entries come to by these rows of the tree."""
    kept = set(Node.objects.values_list("unit", flat=True))
    if rows := [row for row in rows if row.ancestor_id in kept]:
        unions = among("e.unit_id", sorted({row.unit_id for row in rows}))
        by = among("a.id", [row.pk for row in rows])
        rollups.add(which + Text("AND") + unions + Text("AND") + by, sign)
