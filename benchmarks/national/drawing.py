"""Records drawn by the kinds' own rules, in processes of their own: a batch at a time, ready to be written.

What the rules ask of the book was asked before (kinds of unions, the fund); the processes never touch the database.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from django.db import connection, models

from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.text import fold
from congdoan.funds.models import Fund
from congdoan.ledger import cuts
from congdoan.ledger.actions import lines
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit
from congdoan.records import kind as kinds
from congdoan.records.kind import Kind, Rows
from congdoan.records.record import Record

from .recipes import RECIPES, WEIGHTS, like
from .sizes import REFORM
from .totals import Totals
from .tree import Country, kind_of

ENTRY = ("indicator", "unit_id", "day", "quantity", "subject", "source", "posting_id", "cut_id")
POSTING = ("id", "uid", "at")
_kept: list[Any] = []  # the connection of the process that writes: neither used nor closed here


@dataclass(frozen=True)
class Stretch:
    """The records of these days: `many` in all."""

    country: Country
    fund: Fund
    first: date
    days: int
    many: int
    seed: str


@dataclass(frozen=True)
class Span:
    """So many of them, from one on; the numbers their rows get."""

    at: int
    count: int
    record: int
    posting: int


@dataclass(frozen=True)
class Batch:
    """What is to be written: rows by table, each with its columns; entries with the place of their cut in `cuts`."""

    tables: Sequence[tuple[type[models.Model], Sequence[str], Sequence[Sequence[Any]]]]
    entries: Sequence[Sequence[Any]]
    cuts: Sequence[str]
    totals: Totals


@dataclass(frozen=True)
class Made:
    """A record that is not yet written, its rows, what it draws."""

    kind: Kind
    record: Any
    rows: Rows
    drawn: Sequence[Draw]


def begin(stretch: Stretch) -> Callable[[], None]:
    """What a process is started with: the connection it was born with is another's."""

    def apart() -> None:
        global _stretch
        _kept.append(connection.connection)
        connection.connection, connection.connect = None, _refuse  # type: ignore[method-assign]
        _stretch = stretch

    return apart


_stretch: Stretch


def _refuse() -> None:
    raise RuntimeError("A process that draws asks nothing of the database.")


def batch(span: Span) -> Batch:
    """Draw one span; the same seed draws the same, whichever process does."""
    stretch, totals = _stretch, Totals()
    chance = random.Random(f"{stretch.seed} {stretch.first} {span.at}")
    with bulk.unswept():
        made = [_made(stretch, span, n, chance, totals) for n in range(span.count)]
        texts = sorted({cuts.pack(draw.cut) for one in made for draw in one.drawn} - {""})
        places = {text: place for place, text in enumerate(texts, 1)}
        totals.records = span.count
        return Batch([*_postings(made), *_records(made)], list(_entries(made, places)), texts, totals)


def _made(stretch: Stretch, span: Span, n: int, chance: random.Random, totals: Totals) -> Made:
    on = stretch.first + timedelta(days=(span.at + n) * stretch.days // stretch.many)  # as a book grows
    at = chance.choice(stretch.country.locals)
    at = at.later if on >= REFORM else at
    recipe = chance.choices(RECIPES, WEIGHTS)[0]
    kind = kinds.KINDS[recipe.kind]
    fields, rows = recipe.make(chance, at, on, stretch.fund, totals)
    numbers = {"id": span.record + n, "record_ptr_id": span.record + n}
    posting = {"made_id": span.posting + n, "changed_id": span.posting + n}
    record = like(
        kind.model, kind=kind.slug, unit=_unit(at.number), happened_on=on, **fields, **numbers, **posting
    )
    listed = {spec.name: rows.get(spec.name, []) for spec in kind.lines}
    record.title = kind.title(record, listed)
    return Made(kind, record, listed, list(kind.draws(record, listed)))


def _postings(made: Sequence[Made]) -> Iterator[tuple[type[models.Model], Sequence[str], list[Any]]]:
    uids = bulk.uids(len(made))
    yield (
        Posting,
        POSTING,
        [
            (one.record.made_id, uid, _nine(one.record.happened_on))
            for one, uid in zip(made, uids, strict=True)
        ],
    )


def _records(made: Sequence[Made]) -> Iterator[tuple[type[models.Model], Sequence[str], list[Any]]]:
    """The columns all have, those of each kind, its rows."""
    names = _columns(Record)
    told = itemgetter(*names)
    uids = bulk.uids(len(made))
    changed = [one.record.__dict__ | _kept_as(one.record, uid) for one, uid in zip(made, uids, strict=True)]
    yield Record, names, [told(row) for row in changed]
    by_kind: dict[str, list[Made]] = defaultdict(list)
    for one in made:
        by_kind[one.kind.slug].append(one)
    for those in by_kind.values():
        yield from _own(those[0].kind, those)


def _own(kind: Kind, those: Sequence[Made]) -> Iterator[tuple[type[models.Model], Sequence[str], list[Any]]]:
    names = _columns(kind.model)
    told = itemgetter(*names)
    yield kind.model, names, [_wide(told(one.record.__dict__), names) for one in those]
    for spec in kind.lines:
        names = [name for name in _columns(spec.model) if name not in ("id", "record_id", "position")]
        told = itemgetter(*names)
        rows = [
            (*_wide(told(row.__dict__), names), one.record.id, n)
            for one in those
            for n, row in enumerate(one.rows[spec.name], 1)
        ]
        if rows:
            yield spec.model, [*names, "record_id", "position"], rows


def _entries(made: Sequence[Made], places: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    for one in made:
        number, posting = one.record.id, one.record.made_id
        for line, times in lines(one.drawn, places).items():
            row = (
                line.indicator,
                line.unit,
                line.day.toordinal(),
                line.quantity,
                line.subject,
                number,
                posting,
                line.cut,
            )
            yield from (row for _ in range(times))


def _wide(row: Any, names: Sequence[str]) -> tuple[Any, ...]:
    """`itemgetter` gives one value alone."""
    return row if len(names) > 1 else (row,)


def _kept_as(record: Any, uid: str) -> dict[str, Any]:
    """Where the book keeps something else than the rules look at."""
    return {"uid": uid, "happened_on": record.happened_on.toordinal(), "text_key": _folded(record.title)}


@cache
def _columns(model: type[models.Model]) -> Sequence[str]:
    return [field.attname for field in model._meta.local_concrete_fields]


@cache
def _nine(day: date) -> datetime:
    """Nine in the morning of a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


@cache
def _unit(number: int) -> Unit:
    """A grassroots union as the rules look at it."""
    return Unit(pk=number, kind=kind_of("grassroots"))


@lru_cache(100_000)
def _folded(text: str) -> str:
    return fold(text)


def spans(many: int, size: int, record: int, posting: int) -> Iterator[Span]:
    """The whole stretch in parts, numbered on from the first free record and posting."""
    for at in range(0, many, size):
        yield Span(at, min(size, many - at), record + at, posting + at)
