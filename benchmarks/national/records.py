"""Records of many kinds, drawn in two processes by the kinds' own rules and written in bulk by this one."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date
from multiprocessing import get_context
from multiprocessing.pool import Pool
from typing import Any

from django.db import transaction

from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.indexing import indexed_afterwards
from congdoan.funds.models import Fund
from congdoan.ledger import cuts
from congdoan.ledger.actions import cut_numbers
from congdoan.ledger.indicator import shown
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD, Draw
from congdoan.records import kind as kinds
from congdoan.records.record import Record

from ..load import bare
from . import drawing
from .drawing import Batch, Span, Stretch
from .recipes import RECIPES, WEIGHTS
from .totals import Totals
from .tree import Country, kind_of

BATCH = 20_000
ENTRIES = 3  # of a record, more or less
LINES = 2
PROCESSES = 2
AHEAD = 4  # batches drawn or being drawn while one is written


def write(country: Country, first: date, last: date, seed: str, totals: Totals) -> None:
    """The records of these days, a transaction a batch; indexes go behind them where that pays."""
    days = (last - first).days + 1
    size = country.size
    many = round(size.all_records * days / ((size.last - size.first).days + 1))
    stretch = Stretch(country, _fund(country), first, days, many, seed)
    rows: Counter[str] = Counter()
    for table, share in _tables():
        rows[table] += round(many * share)
    pool = get_context("fork").Pool(PROCESSES, drawing.begin(stretch))
    with pool, bare(rows), indexed_afterwards(rows):
        for batch in _drawn(pool, drawing.spans(many, BATCH, *_free())):
            with transaction.atomic():
                totals.take(batch.totals, _write(batch))


def _fund(country: Country) -> Fund:
    """Who pays; with the kinds of unions, all that the rules ask of the book."""
    kind_of("grassroots")
    return Fund.objects.select_related("unit__kind__level").filter(unit__code=country.top).earliest("pk")


def _drawn(pool: Pool, spans: Iterable[Span]) -> Iterator[Batch]:
    """The batches in their order, a few of them ahead."""
    ahead: deque[Any] = deque()
    for span in spans:
        ahead.append(pool.apply_async(drawing.batch, (span,)))
        if len(ahead) > AHEAD:
            yield ahead.popleft().get()
    while ahead:
        yield ahead.popleft().get()


def _tables() -> Iterator[tuple[str, float]]:
    """What is written into, and how many rows of it a record has, more or less."""
    yield from ((Posting._meta.db_table, 1), (Record._meta.db_table, 1), (Entry._meta.db_table, ENTRIES))
    for recipe, weight in zip(RECIPES, WEIGHTS, strict=True):
        kind = kinds.KINDS[recipe.kind]
        yield kind.model._meta.db_table, weight / sum(WEIGHTS)
        yield from ((spec.model._meta.db_table, LINES * weight / sum(WEIGHTS)) for spec in kind.lines)


def _free() -> tuple[int, int]:
    """The first record's and the first posting's number: nobody else writes, and `load.settle` comes after."""
    return bulk.reserve(Record, 1)[0], bulk.reserve(Posting, 1)[0]


def _write(batch: Batch) -> int:
    """One batch: postings, records, their own columns, their rows, their entries. Returns how many entries."""
    for model, columns, rows in batch.tables:
        bulk.load(model, rows, columns=columns, alike={"action": "add"} if model is Posting else None)
    real = [None, *_numbers(batch.cuts)]
    rows = ((*row[:-1], real[row[-1] or 0]) for row in batch.entries)
    return bulk.load(Entry, rows, columns=drawing.ENTRY, alike={"sign": 1, "origin": RECORD})


def _numbers(texts: Iterable[str]) -> list[int]:
    """Of cuts, in the book."""
    any_one = shown()[0].key
    known = cut_numbers(Draw(any_one, 0, date.min, cut=cuts.unpack(text)) for text in texts)
    return [known[text] for text in texts]
