"""Levels said as of a day: of a stock the level is said, and its entries are what it differs from the level before.

When something earlier changes, the levels said later follow in the same posting, so that each stays what was said. A
kind whose records say levels registers how to find those that rest on entries just written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Sum

from congdoan.audit.models import Posting
from congdoan.ledger import cuts
from congdoan.ledger.actions import post
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD, Draw
from congdoan.org.models import Unit

from . import bars
from . import kind as kinds

Levels = Mapping[str, int]  # a combination of breakdowns (`cuts.pack`), and how much
SAYERS: list[Callable[[Sequence[Entry]], Iterable[Any]]] = []


def before(unit: Unit, indicator: str, on: date, besides: int | None) -> dict[str, int]:
    """What a stock of a union comes to on a day without the record `besides`, by breakdown."""
    rows = Entry.objects.filter(unit=unit, indicator=BY_KEY[indicator].number, day__lte=on)
    if besides is not None:
        rows = rows.exclude(origin=RECORD, source=besides)
    sums = rows.values_list("cut__key").annotate(sum=Sum("quantity")).order_by()
    return {cut or "": total for cut, total in sums}


def said(record: Any, indicator: str, levels: Levels) -> Iterator[Draw]:
    """What brings a stock to these levels on the day of the record."""
    there = before(record.unit, indicator, record.happened_on, record.pk)
    for cut in sorted({*levels, *(cut for cut, level in there.items() if level)}):
        quantity = levels.get(cut, 0) - there.get(cut, 0)
        yield Draw(
            indicator, record.unit_id, record.happened_on, quantity, cut=cuts.unpack(cut), said=cut in levels
        )


def _follow(written: Sequence[Entry], posting: Posting) -> None:
    """Say again the levels said on or after the day a stock changed, in their order."""
    moved = [entry for entry in written if BY_NUMBER[entry.indicator].stock]
    found = {record.pk: record for sayer in SAYERS for record in (sayer(moved) if moved else ())}
    for record in sorted(found.values(), key=lambda record: record.happened_on):
        full = kinds.full(record)
        post(posting, RECORD, record.pk, kinds.of(record).draws(full, kinds.rows(record)))


bars.FOLLOWERS.append(_follow)
