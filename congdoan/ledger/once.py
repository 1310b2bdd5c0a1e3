"""Who is counted once, under large unions: how many in each month, quarter, half-year and year.

Kept beside the subjects themselves, so that a province's year is one number and not every name in it.
"""

from collections.abc import Iterator
from datetime import date

from .sql import Row, Text, run, run_nothing

SIZES = (1, 3, 6, 12)  # months in a stretch of the calendar
NUMBER = -1  # instead of a subject: this cell is how many there are


def cell(month: int, size: int) -> int:
    """The cell of the stretch of `size` months that holds a month, counted from the year 0. Below zero; never a day."""
    return -(month // size * 16 + size)


def covering(first: date, last: date) -> tuple[int, int] | None:
    """The shortest stretch of the calendar that begins on the first day and holds the last: its cell, its last day."""
    start = _month(first)
    for size in SIZES if first.day == 1 else ():
        if start % size == 0 and (end := _begins(start + size) - 1) >= last.toordinal():
            return cell(start, size), end
    return None


def count(deltas: Text, sign: int) -> None:
    """Add (or take out) how many more these deltas (node, i, x, d, q, s) make; before their own cells are written."""
    days = run(Text("SELECT MIN(d), MAX(d) FROM (") + deltas + Text(") t WHERE x > 0"))[0]
    if days[0] is None:
        return
    text = Text("INSERT INTO ledger_rollup (node_id, indicator, subject, day, quantity, entries)")
    text += Text(f"SELECT node, i, {NUMBER}, cell, SUM(CASE WHEN was + {sign} * q > 0 THEN 1 ELSE 0 END")
    text += Text(f"- CASE WHEN was > 0 THEN 1 ELSE 0 END), SUM({sign} * s) FROM (") + _calendar(*days)
    text += Text("SELECT m.*, COALESCE((SELECT SUM(r.quantity) FROM ledger_rollup r WHERE r.node_id = m.node")
    text += Text(
        "AND r.indicator = m.i AND r.subject = m.x AND r.day BETWEEN m.first AND m.last), 0) was FROM ("
    )
    text += Text("SELECT node, i, x, cell, first, last, SUM(q) q, SUM(s) s FROM (") + deltas
    text += Text(") t CROSS JOIN calendar WHERE t.d BETWEEN first AND last AND x > 0")
    text += Text("GROUP BY node, i, x, cell, first, last) m) c WHERE true GROUP BY node, i, cell")
    text += Text("ON CONFLICT (node_id, indicator, subject, day) DO UPDATE SET")
    text += Text("quantity = ledger_rollup.quantity + excluded.quantity,")
    run_nothing(text + Text("entries = ledger_rollup.entries + excluded.entries"))


def differences() -> list[Row]:
    """Numbers that are not those of the subjects kept: (node, indicator, cell, too many, lines too many)."""
    days = run(Text("SELECT MIN(day), MAX(day) FROM ledger_rollup WHERE subject > 0"))[0]
    text = Text("SELECT node, i, cell, SUM(q), SUM(s) FROM (")
    text += Text("SELECT node_id node, indicator i, day cell, quantity q, entries s FROM ledger_rollup")
    text += Text(f"WHERE subject = {NUMBER}")
    text += Text("UNION ALL") + _counted(*days) if days[0] else Text("")
    return run(text + Text(") w GROUP BY node, i, cell HAVING SUM(q) <> 0 OR SUM(s) <> 0"))


def _counted(first: int, last: int) -> Text:
    """SELECT what is to be taken off the numbers so that nothing is left."""
    text = Text("SELECT node, i, cell, -SUM(CASE WHEN q > 0 THEN 1 ELSE 0 END), -SUM(s) FROM (")
    text += _calendar(first, last)
    text += Text(
        "SELECT r.node_id node, r.indicator i, r.subject x, cell, SUM(r.quantity) q, SUM(r.entries) s"
    )
    text += Text(
        "FROM ledger_rollup r CROSS JOIN calendar WHERE r.day BETWEEN first AND last AND r.subject > 0"
    )
    return text + Text("GROUP BY r.node_id, r.indicator, r.subject, cell) o GROUP BY node, i, cell")


def _calendar(first: int, last: int) -> Text:
    """WITH calendar: each stretch that shares a day with these."""
    rows = ", ".join(f"({at}, {begin}, {end})" for at, begin, end in _stretches(first, last))
    return Text(f"WITH calendar(cell, first, last) AS (VALUES {rows})")


def _stretches(first: int, last: int) -> Iterator[tuple[int, int, int]]:
    months = _month(date.fromordinal(first)), _month(date.fromordinal(last))
    for size in SIZES:
        for number in range(months[0] // size, months[1] // size + 1):
            yield cell(number * size, size), _begins(number * size), _begins(number * size + size) - 1


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _begins(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()
