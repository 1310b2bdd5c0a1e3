"""Which grassroots unions have said something of which chapter: work recorded, or "không phát sinh"."""

from collections import defaultdict
from dataclasses import dataclass

from congdoan.base.period import Period
from congdoan.org.models import Unit

from .indicator import BY_KEY, NIL, numbers
from .origins import ORIGINS, RECORD
from .sql import Text, among, run


@dataclass(frozen=True)
class Heard:
    """The unions that ought to say something (by number, in the order of their names), and those that have, by chapter."""

    liable: tuple[int, ...]
    recorded: dict[int, set[int]]
    nil: dict[int, set[int]]

    def said(self, chapter: int) -> set[int]:
        """Who has recorded something in a chapter, or answered that there was nothing."""
        return self.recorded.get(chapter, set()) | self.nil.get(chapter, set())

    def silent(self, chapter: int) -> list[int]:
        """Who has said nothing of a chapter."""
        said = self.said(chapter)
        return [unit for unit in self.liable if unit not in said]

    @property
    def mute(self) -> list[int]:
        """Who has said nothing of any chapter."""
        every = set().union(*self.recorded.values(), *self.nil.values())
        return [unit for unit in self.liable if unit not in every]


def heard(node: Unit, period: Period) -> Heard:
    """What has come from the grassroots unions under a union on the period's last day, in one pass over its entries."""
    liable = tuple(_liable(node, period))
    recorded, nil = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for unit, indicator in _said(node, period) if liable else ():
        chapter, number = divmod(indicator, 100)
        (nil if number == NIL else recorded)[chapter].add(unit)
    answered = {chapter: units - recorded[chapter] for chapter, units in nil.items()}
    ought = set(liable)
    return Heard(
        liable, {c: u & ought for c, u in recorded.items()}, {c: u & ought for c, u in answered.items()}
    )


def _liable(node: Unit, period: Period) -> list[int]:
    text = Text("SELECT u.id FROM org_unit u JOIN org_unitkind k ON k.id = u.kind_id AND k.grassroots")
    text += Text("JOIN org_ancestry a ON a.unit_id = u.id") + _under(node, period)
    return [pk for (pk,) in run(text + Text("ORDER BY u.name_key, u.id"))]


def _said(node: Unit, period: Period) -> list[tuple[int, ...]]:
    first, last = period.first.toordinal(), period.last.toordinal()
    feeds = [BY_KEY[key] for key in ORIGINS[RECORD].feeds]
    text = Text(
        "SELECT e.unit_id, e.indicator FROM ledger_entry e JOIN org_ancestry a ON a.unit_id = e.unit_id"
    )
    text += _under(node, period) + Text("WHERE") + among("e.indicator", sorted(numbers(feeds)))
    text += Text("AND e.day BETWEEN %s AND %s", (first, last))
    return run(text + Text("GROUP BY e.unit_id, e.indicator HAVING SUM(e.sign) > 0"))


def _under(node: Unit, period: Period) -> Text:
    last = period.last.toordinal()
    stands = "AND a.ancestor_id = %s AND a.unknown_at IS NULL AND %s >= a.from_on AND %s < a.to_on"
    return Text(stands, (node.pk, last, last))
