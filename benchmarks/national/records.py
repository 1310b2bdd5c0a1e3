"""Records of many kinds, drawn by the kinds' own rules and written in bulk."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from django.db import models, transaction

from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.indexing import indexed_afterwards
from congdoan.base.text import fold
from congdoan.funds.models import Fund
from congdoan.ledger.actions import cut_numbers, lines
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD, Draw
from congdoan.org.models import Unit
from congdoan.records import kind as kinds
from congdoan.records.kind import Kind, Rows
from congdoan.records.record import Line, Record

from ..load import bare
from .recipes import RECIPES, WEIGHTS
from .sizes import REFORM
from .totals import Totals
from .tree import Country, kind_of

BATCH = 20_000
ENTRIES = 3  # of a record, more or less
LINES = 2


@dataclass(frozen=True)
class Made:
    """A record that is not yet written, its rows, what it draws."""

    kind: Kind
    record: Any
    rows: Rows
    drawn: Sequence[Draw]


def write(country: Country, first: date, last: date, chance: random.Random, totals: Totals) -> None:
    """The records of these days, in one transaction; indexes go behind them where that pays."""
    days = (last - first).days + 1
    size = country.size
    many = round(size.all_records * days / ((size.last - size.first).days + 1))
    made = _making(country, first, days, many, chance, totals)
    tables = list(_tables())
    rows = {table: round(many * share) for table, share in tables}
    with bare(rows), transaction.atomic(), indexed_afterwards(rows), bulk.unswept():
        while batch := list(islice(made, BATCH)):
            totals.records += len(batch)
            totals.entries += _write(batch)


def _tables() -> Iterator[tuple[str, float]]:
    """What is written into, and how many rows of it a record has, more or less."""
    yield from ((Posting._meta.db_table, 1), (Record._meta.db_table, 1), (Entry._meta.db_table, ENTRIES))
    for recipe, weight in zip(RECIPES, WEIGHTS, strict=True):
        kind = kinds.KINDS[recipe.kind]
        yield kind.model._meta.db_table, weight / sum(WEIGHTS)
        yield from ((spec.model._meta.db_table, LINES * weight / sum(WEIGHTS)) for spec in kind.lines)


def _making(
    country: Country, first: date, days: int, many: int, chance: random.Random, totals: Totals
) -> Iterator[Made]:
    fund = Fund.objects.select_related("unit__kind__level").filter(unit__code=country.top).earliest("pk")
    for n in range(many):
        on = first + timedelta(days=n * days // many)  # in the order of the days, as a book grows
        at = chance.choice(country.locals)
        at = at.later if on >= REFORM else at
        recipe = chance.choices(RECIPES, WEIGHTS)[0]
        kind = kinds.KINDS[recipe.kind]
        fields, rows = recipe.make(chance, at, on, fund, totals)
        record = kind.model(kind=kind.slug, unit=_unit(at.number), happened_on=on, **fields)
        listed = {spec.name: rows.get(spec.name, []) for spec in kind.lines}
        record.title = kind.title(record, listed)
        yield Made(kind, record, listed, list(kind.draws(record, listed)))


def _write(batch: Sequence[Made]) -> int:
    """One batch: postings, records, their own columns, their rows, their entries. Returns how many entries."""
    records, postings = bulk.reserve(Record, len(batch)), bulk.reserve(Posting, len(batch))
    bulk.load(
        Posting,
        (_posting(pk, uid, one) for pk, uid, one in zip(postings, bulk.uids(len(batch)), batch, strict=True)),
    )
    for number, posting, one in zip(records, postings, batch, strict=True):
        one.record.id = one.record.record_ptr_id = number
        one.record.made_id = one.record.changed_id = posting
    bulk.load(Record, (_row(one.record, Record) for one in batch))
    _own(batch)
    return _entries(batch)  # fmt: skip


def _own(batch: Sequence[Made]) -> None:
    """The columns of each kind, and its rows."""
    for kind in {one.kind.slug: one.kind for one in batch}.values():
        those = [one for one in batch if one.kind is kind]
        bulk.load(kind.model, (_row(one.record, kind.model) for one in those))
        for spec in kind.lines:
            listed = [_line(row, one, n) for one in those for n, row in enumerate(one.rows[spec.name], 1)]
            if listed:
                bulk.load(spec.model, listed)


def _entries(batch: Sequence[Made]) -> int:
    numbers = cut_numbers(draw for one in batch for draw in one.drawn)
    return bulk.load(Entry, (
        {"indicator": line.indicator, "unit_id": line.unit, "day": line.day.toordinal(), "quantity": line.quantity, "sign": 1,
         "subject": line.subject, "cut_id": line.cut, "origin": RECORD, "source": one.record.pk, "posting_id": one.record.made_id}
        for one in batch for line in lines(one.drawn, numbers).elements()
    ))  # fmt: skip


def _posting(number: int, uid: str, one: Made) -> dict[str, Any]:
    day = one.record.happened_on
    return {"id": number, "uid": uid, "action": "add", "at": datetime(day.year, day.month, day.day, 9, tzinfo=UTC)}  # fmt: skip


def _row(record: Any, model: type[models.Model]) -> dict[str, Any]:
    """The columns of one table, as it keeps them."""
    row = {field.attname: getattr(record, field.attname) for field in model._meta.local_concrete_fields}
    if model is Record:
        row |= {
            "uid": record.uid.hex,
            "happened_on": record.happened_on.toordinal(),
            "text_key": _folded(record.title),
        }
    return row


def _line(row: Line, one: Made, position: int) -> dict[str, Any]:
    fields = [field for field in row._meta.local_concrete_fields if not field.primary_key]
    told = {field.attname: getattr(row, field.attname) for field in fields}
    return told | {"record_id": one.record.pk, "position": position}


@cache
def _unit(number: int) -> Unit:
    """A grassroots union as the rules look at it."""
    return Unit(pk=number, kind=kind_of("grassroots"))


@lru_cache(100_000)
def _folded(text: str) -> str:
    return fold(text)
