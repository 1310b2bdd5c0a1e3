"""Levels said as of a day: of a stock the level is said, and its entries are what it differs from the level before.

When something earlier changes, the levels said later follow in the same posting, so that each stays what was said. A
kind whose records say levels registers how to find those that rest on entries just written.
"""

from collections import defaultdict
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
    return _before(unit, [indicator], on, besides).get(indicator, {})


def _before(
    unit: Unit, indicators: Iterable[str], on: date, besides: int | None
) -> dict[str, dict[str, int]]:
    numbers = [BY_KEY[key].number for key in indicators]
    rows = Entry.objects.filter(unit=unit, indicator__in=numbers, day__lte=on)
    if besides is not None:
        rows = rows.exclude(origin=RECORD, source=besides)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for number, cut, total in (
        rows.values_list("indicator", "cut__key").annotate(sum=Sum("quantity")).order_by()
    ):
        found[BY_NUMBER[number].key][cut or ""] = total
    return found


def said(record: Any, levels: Mapping[str, Levels]) -> Iterator[Draw]:
    """What brings each of these stocks to its levels on the day of the record."""
    standing = _before(record.unit, levels, record.happened_on, record.pk)
    for indicator, wanted in levels.items():
        there = standing.get(indicator, {})
        for cut in sorted({*wanted, *(cut for cut, level in there.items() if level)}):
            quantity, values = wanted.get(cut, 0) - there.get(cut, 0), cuts.unpack(cut)
            yield Draw(
                indicator, record.unit_id, record.happened_on, quantity, cut=values, said=cut in wanted
            )


def _follow(written: Sequence[Entry], posting: Posting) -> None:
    """Say again the levels said on or after the day a stock changed, in their order."""
    moved = [entry for entry in written if BY_NUMBER[entry.indicator].stock]
    found = {record.pk: record for sayer in SAYERS for record in (sayer(moved) if moved else ())}
    for record in sorted(found.values(), key=lambda record: record.happened_on):
        full = kinds.full(record)
        post(posting, RECORD, record.pk, kinds.of(record).draws(full, kinds.rows(record)))


bars.FOLLOWERS.append(_follow)
