"""Who is counted once, under large unions: how many in each month, quarter, half-year and year.

Kept beside the subjects themselves, so that a province's year is one number and not every name in it.
"""

from .sql import Row, Text, run, run_nothing
from .stretches import CELL, calendar, month, sizes

NUMBER = -1  # instead of a subject: this cell is how many there are

# What a subject's days in a stretch came to before.
_WAS = """COALESCE((SELECT SUM(r.quantity) FROM ledger_rollup r WHERE r.node_id = m.node AND r.indicator = m.i
  AND r.subject = m.x AND r.day BETWEEN calendar.first AND calendar.last), 0) was"""
ADDED = """ON CONFLICT (node_id, indicator, subject, day) DO UPDATE SET
  quantity = ledger_rollup.quantity + excluded.quantity, entries = ledger_rollup.entries + excluded.entries"""


def count(deltas: Text, sign: int) -> None:
    """Add (or take out) how many more these deltas (node, i, x, d, q, s) make; before their own cells are written."""
    first, last = run(Text("SELECT MIN(d), MAX(d) FROM (") + deltas + Text(") t WHERE x > 0"))[0]
    if first is None:
        return
    text = Text("INSERT INTO ledger_rollup (node_id, indicator, subject, day, quantity, entries)")
    text += Text(f"SELECT node, i, {NUMBER}, cell, SUM(CASE WHEN was + {sign} * q > 0 THEN 1 ELSE 0 END")
    text += Text(f"- CASE WHEN was > 0 THEN 1 ELSE 0 END), SUM({sign} * s) FROM (") + calendar(first, last)
    text += Text(f"SELECT m.*, {_WAS} FROM (") + _by_stretch(deltas)
    text += Text(") m JOIN calendar ON calendar.cell = m.cell) c WHERE true GROUP BY node, i, cell")
    run_nothing(text + Text(ADDED))


def differences() -> list[Row]:
    """Numbers that are not those of the subjects kept: (node, indicator, cell, too many, lines too many)."""
    kept = Text(
        "SELECT node_id node, indicator i, subject x, day d, quantity q, entries s FROM ledger_rollup"
    )
    text = Text("SELECT node, i, cell, SUM(q), SUM(s) FROM (SELECT node, i, d cell, q, s FROM (") + kept
    text += Text(f") k WHERE x = {NUMBER} UNION ALL")
    text += Text("SELECT node, i, cell, -SUM(CASE WHEN q > 0 THEN 1 ELSE 0 END), -SUM(s) FROM (")
    text += _by_stretch(kept) + Text(") o GROUP BY node, i, cell")
    return run(text + Text(") w GROUP BY node, i, cell HAVING SUM(q) <> 0 OR SUM(s) <> 0"))


def _by_stretch(deltas: Text) -> Text:
    """SELECT node, i, x, cell, q, s: what these come to for each subject in each stretch of the calendar."""
    text = Text(f"SELECT node, i, x, {CELL} cell, SUM(q) q, SUM(s) s FROM (")
    text += Text(f"SELECT node, i, x, {month('d')} AS month, q, s FROM (") + deltas
    return text + Text(f") t WHERE x > 0) t CROSS JOIN {sizes()} GROUP BY node, i, x, {CELL}")
