"""Sums kept for large unions, and how new entries are folded into them.

`Entry` is its own queue: a figure is the roll-up up to the watermark plus the entries after it, read in one statement.
"""

from django.db import transaction
from django.db.models import Count, Max

from congdoan.audit import lock
from congdoan.base.fields import FOREVER
from congdoan.org.models import Ancestry

from . import once
from .indicator import BY_NUMBER
from .models import Entry, Node, Rollup, Watermark
from .sql import Row, Text, among, run, run_nothing
from .stretches import CELL, month, sizes

LARGE = 40  # unions ever under a node from which its sums are kept: below that, one grouped pass is as fast

# The entries first, then what stood above them: few are folded at a time, of very many (CROSS JOIN pins the order, and
# no index knows what stands behind a plus).
JOIN = """FROM ledger_entry e CROSS JOIN org_ancestry a CROSS JOIN ledger_node n
  WHERE a.unit_id = e.unit_id AND a.unknown_at IS NULL AND n.unit_id = a.ancestor_id AND"""


def flows() -> list[int]:
    """Numbers of the indicators that add over unions and days."""
    return [i.number for i in BY_NUMBER.values() if i.adds == "sum" and not i.stock]


def stocks() -> list[int]:
    """Numbers of the indicators that are balances of entries up to a day."""
    return [i.number for i in BY_NUMBER.values() if i.adds in ("balance", "sum") and i.stock]


def counted_once() -> list[int]:
    """Numbers of the indicators that count somebody once in a period."""
    return [i.number for i in BY_NUMBER.values() if i.adds == "distinct" and not i.stock]


def deltas(which: Text) -> Text:
    """What these entries (`e`) add to the nodes above them, by node, indicator, subject and day.

    A flow counts where the union stood on the entry's day. A stock is a flow to the ancestors of its day, and moves
    with its union: into each ancestor on the day it comes under it, out on the day it leaves.
    """
    node, there = (
        "SELECT a.ancestor_id node, e.indicator i",
        f"{JOIN} e.day >= a.from_on AND e.day < a.to_on AND",
    )
    flow = Text(f"{node}, 0 x, e.day d, e.quantity q, e.sign s {there}")
    arrive = Text(
        f"UNION ALL {node}, 0, CASE WHEN e.day > a.from_on THEN e.day ELSE a.from_on END, e.quantity, e.sign"
        f" {JOIN} e.day < a.to_on AND"
    )
    leave = Text(
        f"UNION ALL {node}, 0, a.to_on, -e.quantity, -e.sign {JOIN} e.day < a.to_on AND a.to_on < %s AND",
        (FOREVER.toordinal(),),
    )
    moving = which + Text("AND") + among("+e.indicator", stocks())
    text = flow + which + Text("AND") + among("+e.indicator", flows())
    return text + Text("UNION ALL") + subjects(which) + arrive + moving + leave + moving


def subjects(which: Text) -> Text:
    """The deltas of those entries that count somebody once; 0 stands for nobody in particular."""
    text = Text(
        "SELECT a.ancestor_id node, e.indicator i, COALESCE(e.subject, 0) x, e.day d, e.quantity q, e.sign s"
    )
    text += Text(f"{JOIN} e.day >= a.from_on AND e.day < a.to_on AND") + which
    return text + Text("AND") + among("+e.indicator", counted_once())


def cells(which: Text) -> Text:
    """The same as the cells of the table: by day, and where nobody is counted once by stretches of the calendar too."""
    text = Text("WITH days AS (SELECT node, i, x, d, SUM(q) q, SUM(s) s FROM (") + deltas(which)
    text += Text(") t GROUP BY node, i, x, d HAVING SUM(q) <> 0 OR SUM(s) <> 0)")
    text += Text(f"SELECT node, i, x, d, q, s FROM days UNION ALL SELECT node, i, 0, {CELL}, SUM(q), SUM(s)")
    text += Text(f"FROM (SELECT node, i, {month('d')} AS month, q, s FROM days WHERE x = 0) m")
    return text + Text(f"CROSS JOIN {sizes()} GROUP BY node, i, {CELL}")


def add(which: Text, sign: int = 1) -> None:
    """Add (or, with −1, take out) what these entries contribute to every node."""
    once.count(subjects(which), sign)
    run_nothing(
        Text(
            "INSERT INTO ledger_rollup (node_id, indicator, subject, day, quantity, entries)"
            f" SELECT node, i, x, d, {sign} * q, {sign} * s FROM ("
        )
        + cells(which)
        + Text(f") c WHERE true {once.ADDED}")
    )


def fold(batch: int = 200_000) -> int:
    """Fold the entries after the watermark; returns how many numbers it went on by, 0 when nothing waits or a long
    write is under way. Run by the worker, safe beside any number of writers."""
    boundary = lock.once_settled(_last_entry) or 0
    if boundary <= folded_up_to():
        return 0
    grow()
    with transaction.atomic():
        mark = watermark()
        first, last = mark.entry, min(boundary, mark.entry + batch)
        if last > first:
            add(Text("e.id > %s AND e.id <= %s", (first, last)))
            mark.entry = last
            mark.save(update_fields=["entry"])
        return max(0, last - first)


def fold_all() -> int:
    """Fold until nothing is left."""
    total = 0
    while folded := fold():
        total += folded
    return total


def grow() -> None:
    """Begin keeping sums for unions that have grown large."""
    known = Node.objects.values("unit")
    crowded = Ancestry.objects.filter(unknown_at=None).exclude(ancestor__in=known).values("ancestor")
    for row in crowded.annotate(units=Count("unit", distinct=True)).filter(units__gte=LARGE):
        keep(row["ancestor"])


def keep(unit: int) -> None:
    """Begin keeping sums for a union, however small."""
    with transaction.atomic():
        mark = watermark()
        node, new = Node.objects.get_or_create(unit_id=unit)
        if new:
            under = "e.unit_id IN (SELECT unit_id FROM org_ancestry WHERE ancestor_id = %s)"
            add(Text(f"n.id = %s AND e.id <= %s AND {under}", (node.pk, mark.entry, unit)))


def rebuild() -> None:
    """Throw the sums away and fold every entry again, in one transaction."""
    with transaction.atomic():
        mark = watermark()
        Rollup.objects.all().delete()
        add(Text("e.id <= %s", (mark.entry,)))


def differences() -> list[Row]:
    """Cells whose kept sum is not what the entries say: (node, indicator, day, too much, entries too many)."""
    text = Text(
        "SELECT node, i, d, SUM(q), SUM(s) FROM ("
        " SELECT node_id node, indicator i, subject x, day d, quantity q, entries s FROM ledger_rollup"
        " WHERE subject >= 0 UNION ALL SELECT node, i, x, d, -q, -s FROM ("
    )
    text += cells(Text("e.id <= %s", (folded_up_to(),))) + Text(") w")
    wrong = run(text + Text(") c GROUP BY node, i, x, d HAVING SUM(q) <> 0 OR SUM(s) <> 0"))
    return wrong + once.differences()


def folded_up_to() -> int:
    """The last entry that is in the roll-ups."""
    return sum(entry for (entry,) in run(Text("SELECT entry FROM ledger_watermark")))


def kept(node: int) -> int | None:
    """If this union's sums are kept: the last entry in them."""
    text = Text(
        "SELECT entry FROM ledger_watermark WHERE EXISTS (SELECT 1 FROM ledger_node WHERE unit_id = %s)",
        (node,),
    )
    return next((entry for (entry,) in run(text)), None)


def watermark() -> Watermark:
    """The watermark, locked until the transaction ends: one folder, one tree change at a time."""
    watermark_row()
    return Watermark.objects.select_for_update().get(pk=1)


def watermark_row() -> None:
    """There is always one."""
    Watermark.objects.get_or_create(pk=1)


def _last_entry() -> int:
    return Entry.objects.aggregate(last=Max("id"))["last"] or 0
