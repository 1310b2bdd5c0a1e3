"""Reading what is kept of a large union: its sums, and the entries after the watermark, in one statement and so in one
snapshot. As known at a past moment: the same, less what was posted since."""

from collections.abc import Callable, Sequence

from django.db import connection

from .once import NUMBER
from .sql import Asked, Row, Text, among, instant, run, stood, within
from .stretches import Span, covering, runs


def sums(asked: Asked, numbers: Sequence[int], stock: bool, mark: int) -> list[Row]:
    """(indicator, quantity, lines, 0) of what adds; an indicator may come several times."""
    first, last = 1 if stock else asked.period.first.toordinal(), asked.period.last.toordinal()

    def by_cells(chosen: Text) -> list[Text]:
        return [_cells(asked, chosen, span) for span in runs(first, last)]

    moved = Text("SELECT i, SUM(q), SUM(s), 0 FROM (") + _moves(asked, numbers, stock, mark)
    moved += Text(") m GROUP BY i")
    if stock:
        return run(_all_of([*by_cells(among("r.indicator", numbers)), moved]))
    return run(_quickest(asked, numbers, 0, by_cells) + Text("UNION ALL") + moved)


def days(asked: Asked, numbers: Sequence[int], mark: int) -> Text:
    """SELECT i(ndicator), d(ay), q(uantity), s(igns) of flows, day by day."""
    kept = Text("SELECT r.indicator i, r.day d, r.quantity q, r.entries s") + _of(asked, numbers)
    kept += _between(asked.period.first.toordinal(), asked.period.last.toordinal())
    moved = Text("SELECT i, d, q, s FROM (") + _moves(asked, numbers, False, mark)
    return kept + Text("UNION ALL") + moved + Text(") m")


def once(asked: Asked, numbers: Sequence[int], mark: int) -> list[Row]:
    """(indicator, subjects, lines, declared) of who is counted once in the period; an indicator may come several times."""
    told = [
        Text("SELECT i, 0, s, q FROM (") + _cells(asked, among("r.indicator", numbers), span) + Text(") t")
        for span in runs(asked.period.first.toordinal(), asked.period.last.toordinal())
    ]
    text = _quickest(asked, numbers, NUMBER, lambda chosen: [_one_by_one(asked, chosen)])
    return run(text + Text("UNION ALL") + _all_of([*told, _touched(asked, numbers, mark)]))


def _quickest(
    asked: Asked, numbers: Sequence[int], subject: int, otherwise: Callable[[Text], Sequence[Text]]
) -> Text:
    """One cell, where a stretch of the calendar is asked, or all of it that has come; otherwise what is given."""
    whole = covering(asked.period.first, asked.period.last)
    if whole is None:
        return _all_of(otherwise(among("r.indicator", numbers)))
    (cell, end), last = whole, asked.period.last.toordinal()
    text = Text(
        f"SELECT r.indicator, r.quantity, r.entries, 0 FROM ledger_rollup r WHERE r.subject = {subject}"
    )
    text += Text("AND r.node_id = %s AND r.day = %s AND", (asked.unit, cell)) + among("r.indicator", numbers)
    if end == last:
        return text
    text += Text("AND r.indicator NOT IN (SELECT i FROM beyond)")
    rest = otherwise(Text("r.indicator IN (SELECT i FROM beyond)"))
    return _beyond(numbers, last, end) + _all_of([text, *rest])


def _beyond(numbers: Sequence[int], last: int, end: int) -> Text:
    """WITH beyond: the indicators that have an entry after the asked days in the same stretch of the calendar."""
    listed = ", ".join(f"({number})" for number in numbers)
    text = Text(f"WITH asked(i) AS (VALUES {listed}), beyond(i) AS (SELECT i FROM asked WHERE EXISTS")
    days = (last + 1, end)
    return text + Text(
        "(SELECT 1 FROM ledger_entry e WHERE e.indicator = i AND e.day BETWEEN %s AND %s))", days
    )


def _one_by_one(asked: Asked, chosen: Text) -> Text:
    """The subjects of any stretch of days, told apart. SQLite is told which index holds all that is asked; it would
    take the wider one."""
    hint = "" if connection.vendor == "postgresql" else "INDEXED BY ledger_counted_once"
    text = Text("SELECT r.indicator, COUNT(DISTINCT r.subject), SUM(r.entries), 0")
    text += Text(
        f"FROM ledger_rollup r {hint} WHERE r.node_id = %s AND r.subject > 0 AND r.quantity > 0",
        (asked.unit,),
    )
    text += _between(asked.period.first.toordinal(), asked.period.last.toordinal())
    return text + Text("AND") + chosen + Text("GROUP BY r.indicator")


def _touched(asked: Asked, numbers: Sequence[int], mark: int) -> Text:
    """The subjects of entries that are not kept, one by one: one more, if the kept cells didn't have them; one less,
    if they are taken back."""
    first, last = asked.period.first.toordinal(), asked.period.last.toordinal()
    moved = Text("SELECT i, x, SUM(q) q, SUM(s) s FROM (") + _moves(asked, numbers, False, mark)
    moved += Text(") m GROUP BY i, x")
    kept = "CASE WHEN COALESCE(SUM(r.quantity), 0) > 0 THEN 1 ELSE 0 END"
    now = "CASE WHEN n.q + COALESCE(SUM(r.quantity), 0) > 0 THEN 1 ELSE 0 END"
    text = Text(f"SELECT n.i, CASE WHEN n.x IS NULL THEN 0 ELSE {now} - {kept} END, n.s,")
    text += Text("CASE WHEN n.x IS NULL THEN n.q ELSE 0 END FROM (") + moved
    text += Text(") n LEFT JOIN ledger_rollup r ON r.node_id = %s AND r.indicator = n.i", (asked.unit,))
    text += Text("AND r.subject = n.x AND r.subject > 0") + _between(first, last)
    return text + Text("GROUP BY n.i, n.x, n.q, n.s")


def _cells(asked: Asked, chosen: Text, span: Span) -> Text:
    text = Text("SELECT r.indicator i, SUM(r.quantity) q, SUM(r.entries) s, 0 FROM ledger_rollup r")
    text += Text("WHERE r.node_id = %s AND r.subject = 0 AND", (asked.unit,)) + chosen
    return text + _between(*span) + Text("GROUP BY r.indicator")


def _of(asked: Asked, numbers: Sequence[int]) -> Text:
    text = Text("FROM ledger_rollup r WHERE r.node_id = %s AND r.subject = 0 AND", (asked.unit,))
    return text + among("r.indicator", numbers)


def _between(low: int, high: int) -> Text:
    return Text("AND r.day BETWEEN %s AND %s", (low, high))


def _moves(asked: Asked, numbers: Sequence[int], stock: bool, mark: int) -> Text:
    """SELECT i(ndicator), x (subject), d(ay), q(uantity), s(igns) of what is to be added to the kept sums: the entries
    after the watermark of this very statement; and those posted after the asked moment, with the other sign.

    The mark read beforehand can only be older; it tells the database how few are left. Entries come first (CROSS JOIN
    pins it) and by their number (no other index knows what stands behind a plus).
    """
    text = Text("SELECT +e.indicator i, e.subject x, e.day d, e.quantity q, e.sign s")
    text += Text("FROM ledger_entry e CROSS JOIN org_ancestry a WHERE e.id > %s", (mark,))
    text += Text("AND e.id > (SELECT entry FROM ledger_watermark)") + _below(asked, numbers, stock)
    if asked.known_at is None:
        return text
    text += Text("UNION ALL SELECT +e.indicator, e.subject, e.day, -e.quantity, -e.sign")
    text += Text("FROM audit_posting p CROSS JOIN ledger_entry e CROSS JOIN org_ancestry a")
    text += Text("WHERE (p.at > %s OR p.at IS NULL) AND e.posting_id = p.id", (instant(asked.known_at),))
    return text + _below(asked, numbers, stock)


def _below(asked: Asked, numbers: Sequence[int], stock: bool) -> Text:
    """The entry is of these indicators, of a day that counts, and its union stood under the asked one."""
    text = Text("AND a.unit_id = e.unit_id AND a.ancestor_id = %s AND a.unknown_at IS NULL", (asked.unit,))
    text += stood("a", asked, asked.period.last if stock else None)
    days = within(asked, stock)
    return text + Text("AND") + among("+e.indicator", numbers) + Text(f"AND +{days.sql}", days.params)


def _all_of(arms: Sequence[Text]) -> Text:
    """All their rows; of none, none."""
    text = arms[0] if arms else Text("SELECT 0, 0, 0, 0 WHERE 1 = 0")
    for arm in arms[1:]:
        text += Text("UNION ALL") + arm
    return text
