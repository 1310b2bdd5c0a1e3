"""Thousands of rows into a table, the fastest way each database has, in the caller's transaction.

Values are given as the table keeps them (a day's number, a uid's hexadecimal), and nothing is checked but by the
database: for rows that were drawn up by the rules beforehand."""

import gc
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from operator import itemgetter
from typing import Any

from django.db import connection, models

BATCH = 50_000
MANY = 2_000  # rows after which the planner is told anew what a table holds
PART = 20  # the planner is told where more than one row in so many was written
VERSION = bytes(0x40 | byte & 0x0F for byte in range(256))  # of a random uuid
VARIANT = bytes(0x80 | byte & 0x3F for byte in range(256))
CACHE = 300_000  # KiB of memory while rows go into the indexes of SQLite, which else are read again and again


def load(
    model: type[models.Model],
    rows: Iterable[Mapping[str, Any]] | Iterable[Sequence[Any]],
    columns: Sequence[str] = (),
    alike: Mapping[str, Any] | None = None,
) -> int:
    """Insert rows given by column, or as the values of these columns, beside what is `alike` in all; columns not given
    have their field's default. Returns how many."""
    left: Iterator[Any] = iter(rows)
    total = 0
    while batch := list(islice(left, BATCH)):
        names = columns or [f.attname for f in model._meta.local_concrete_fields if f.attname in batch[0]]
        _insert(model, names, batch if columns else _values(batch, names), alike or {})
        total += len(batch)
    weigh(model, total)
    return total


def weigh(model: type[models.Model], written: int) -> None:
    """Tell PostgreSQL's planner what a table has become within this transaction, where a good part of it was written:
    what is asked of it next must not be planned as if nothing of that were there."""
    if connection.vendor != "postgresql" or written < MANY:
        return
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        if cursor.fetchone()[0] < PART * written:
            cursor.execute(f"ANALYZE {table}")


@contextmanager
def unswept() -> Iterator[None]:
    """Millions of values made and kept: nothing of them is rubbish, and looking for it takes a tenth of the time."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """So many numbers of a table that nobody else will use."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(s) FROM (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS s OFFSET 0) t,"
                " generate_series(1, %s)",
                [table, count],
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + 1 + count)


def uids(count: int) -> Iterator[str]:
    """So many random public numbers, in hexadecimal, many times as fast as `uuid4`: version and variant are set in all
    of them at once. In ascending order, so that their index is written from one end to the other."""
    said = bytearray(os.urandom(16 * count))
    said[6::16] = said[6::16].translate(VERSION)
    said[8::16] = said[8::16].translate(VARIANT)
    text = said.hex()
    return iter(sorted(text[at : at + 32] for at in range(0, 32 * count, 32)))


def go_on_numbering(tables: Iterable[type[models.Model]]) -> None:
    """What is written next gets a number after the last one loaded with its own; never one given before, for a number
    given stays given even where its writing was undone. (SQLite sees to that by itself.)"""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in (one._meta for one in tables if isinstance(one._meta.pk, models.AutoField)):
            name = connection.ops.quote_name(table.db_table)
            cursor.execute(
                "SELECT setval(s, GREATEST(nextval(s), (SELECT COALESCE(MAX(id), 1) FROM " + name + ")))"
                " FROM (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS s) t",
                [table.db_table],
            )


def _values(batch: Sequence[Any], names: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    return map(itemgetter(*names), batch) if len(names) > 1 else ((row[names[0]],) for row in batch)


def _insert(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]], alike: Mapping[str, Any]
) -> None:
    fields = {field.attname: field for field in model._meta.local_concrete_fields}
    told = [fields.pop(name) for name in names]
    rest = [field for name, field in fields.items() if name in alike or not field.primary_key]
    same = [
        field.get_db_prep_save(alike.get(field.attname, field.get_default()), connection) for field in rest
    ]
    columns = ", ".join(connection.ops.quote_name(field.column or "") for field in [*told, *rest])
    into = f"{model._meta.db_table} ({columns})"
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row((*row, *same))
        else:
            dated = [n for n, field in enumerate(told) if isinstance(field, models.DateField)]
            _execute_many(connection.connection, into, len(told), same, _texts(rows, dated))


def _execute_many(
    raw: sqlite3.Connection, into: str, wide: int, same: Sequence[Any], rows: Iterable[Sequence[Any]]
) -> None:
    quoted = [raw.execute("SELECT quote(?)", [value]).fetchone()[0] for value in same]
    raw.execute(f"PRAGMA cache_size=-{CACHE}")
    raw.executemany(f"INSERT INTO {into} VALUES ({', '.join([*'?' * wide, *quoted])})", rows)


def _texts(rows: Iterable[Sequence[Any]], dated: Sequence[int]) -> Iterable[Sequence[Any]]:
    """The rows as SQLite keeps them: days and instants as text."""
    return (_text([*row], dated) for row in rows) if dated else rows


def _text(row: list[Any], dated: Sequence[int]) -> list[Any]:
    for n in dated:
        day = row[n]
        if isinstance(day, datetime):
            row[n] = connection.ops.adapt_datetimefield_value(day)
        elif isinstance(day, date):
            row[n] = str(day)
    return row
