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
MANY = 10_000  # rows after which the planner is told anew what a table holds
CACHE = 300_000  # KiB of memory while rows go into the indexes of SQLite, which else are read again and again


def load(model: type[models.Model], rows: Iterable[Mapping[str, Any]], many: int = 0) -> int:
    """Insert rows given by column; columns not given have their field's default. Returns how many.

    `many`: so many are to come. Where that is more than the table holds, SQLite builds its indexes anew behind them,
    twice as fast as row by row; its triggers do not see them, so whoever says how many must ask what those ask.
    """
    rows = iter(rows)
    total = 0
    with indexed_afterwards(model._meta.db_table, many):
        while batch := list(islice(rows, BATCH)):
            _insert(model, batch)
            total += len(batch)
    if total >= MANY and connection.vendor == "postgresql":
        # What is asked next in this transaction must not take the table for a small one.
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {model._meta.db_table}")
    return total


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


@contextmanager
def indexed_afterwards(table: str, many: int) -> Iterator[None]:
    """A table without indexes and triggers meanwhile, where so many rows make that pay; a key given twice is refused at
    the end."""
    if connection.vendor != "sqlite" or many < MANY:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(MAX(rowid), 0) FROM {table}")
        held = _hanging_on(table, cursor) if 2 * many > cursor.fetchone()[0] else []
        for kind, name, _ in held:
            cursor.execute(f'DROP {kind} "{name}"')
        yield
        for *_, sql in held:
            cursor.execute(sql)


def _hanging_on(table: str, cursor: Any) -> list[tuple[str, str, str]]:
    """Its indexes and triggers: kind, name and how they are made."""
    cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = %s AND type IN ('index', 'trigger') AND sql IS NOT NULL",
        [table],
    )
    return list(cursor.fetchall())


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """So many numbers of a table that nobody else will use."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + 1 + count)


def uids(count: int) -> Iterator[str]:
    """So many random public numbers, in hexadecimal, a few times as fast as `uuid4`."""
    said = os.urandom(16 * count).hex()
    for at in range(0, 32 * count, 32):
        yield f"{said[at : at + 12]}4{said[at + 13 : at + 16]}{'89ab'[int(said[at + 16], 16) % 4]}{said[at + 17 : at + 32]}"


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


def _insert(model: type[models.Model], batch: list[Mapping[str, Any]]) -> None:
    fields = [field for field in model._meta.local_concrete_fields if field.attname in batch[0]]
    others = {f: f.get_db_prep_save(f.get_default(), connection) for f in _defaulted(model, batch[0])}
    columns = ", ".join(connection.ops.quote_name(field.column) for field in [*fields, *others])
    names, rest = [field.attname for field in fields], tuple(others.values())
    told = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
    values = (told(row) + rest for row in batch)
    table = model._meta.db_table
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            dated = [n for n, field in enumerate(fields) if isinstance(field, models.DateField)]
            marks = ", ".join("?" * (len(names) + len(rest)))
            raw: sqlite3.Connection = connection.connection
            raw.execute(f"PRAGMA cache_size=-{CACHE}")
            raw.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", _texts(values, dated))


def _defaulted(model: type[models.Model], row: Mapping[str, Any]) -> list[Any]:
    return [f for f in model._meta.local_concrete_fields if f.attname not in row and not f.primary_key]


def _texts(rows: Iterable[tuple[Any, ...]], dated: Sequence[int]) -> Iterable[Sequence[Any]]:
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
