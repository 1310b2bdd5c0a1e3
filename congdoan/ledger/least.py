"""The least the asked union did for any union directly under it on the last day: "each unit at least once".

Nothing that adds up can say it: it is found anew among all who stand there, those nothing was done for too.
"""

from collections.abc import Sequence

from .sql import Asked, Text, among, anywhere, cut_filter, known, run, within

Least = dict[int, tuple[int, int]]  # indicator → the fewest times, lines in all


def least(asked: Asked, numbers: Sequence[int]) -> Least:
    """What each of these indicators comes to, by number; left out where no union stands under the asked one."""
    found = {number: _least(asked, number) for number in numbers}
    return {number: (fewest, lines) for number, (unions, fewest, lines) in found.items() if unions}


def _least(asked: Asked, number: int) -> tuple[int, int, int]:
    """How many unions there are, the fewest times, lines in all."""
    last = (asked.tree_on or asked.period.last).toordinal()
    text = Text("SELECT COALESCE(SUM(d.quantity), 0) q, COALESCE(SUM(d.sign), 0) s FROM org_ancestry a")
    text += Text("LEFT JOIN (") + _done(asked, number) + Text(") d ON d.subject = a.unit_id")
    text += Text("WHERE a.ancestor_id = %s AND a.depth = 1", (asked.unit,))
    text += Text("AND a.from_on <= %s AND a.to_on > %s", (last, last)) + known("a", asked)
    ((unions, fewest, lines),) = run(
        Text("SELECT COUNT(*), MIN(q), SUM(s) FROM (") + text + Text("GROUP BY a.unit_id) c")
    )
    return int(unions), int(fewest or 0), int(lines or 0)


def _done(asked: Asked, number: int) -> Text:
    """SELECT subject, quantity, sign of what the asked union itself did."""
    text = Text("SELECT e.subject, e.quantity, e.sign") + anywhere(asked)
    text += Text("WHERE e.unit_id = %s AND", (asked.unit,)) + among("e.indicator", [number])
    return text + Text("AND") + within(asked, False) + cut_filter(asked.where)
