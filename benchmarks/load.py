"""Loading many rows into the real tables, the fastest way each database has."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, models, transaction

BATCH = 50_000


def load(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows given by column; columns not given have their field's default. Returns how many."""
    rows = iter(rows)
    total = 0
    while batch := list(islice(rows, BATCH)):
        with transaction.atomic():
            _insert(model, batch)
        total += len(batch)
    return total


def settle() -> None:
    """After loading with numbers of our own: the next number, and what the planner knows, as in a book that grew slowly."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT COALESCE(MAX(id), 1) FROM %I))',"
                " table_name, 'id', table_name) FROM information_schema.columns"
                " WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'"
            )
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")


def _insert(model: type[models.Model], batch: list[Mapping[str, Any]]) -> None:
    fields = [field for field in model._meta.local_concrete_fields if field.attname in batch[0]]
    others = {f: f.get_db_prep_save(f.get_default(), connection) for f in _defaulted(model, batch[0])}
    columns = ", ".join(connection.ops.quote_name(field.column) for field in [*fields, *others])
    names, rest = [field.attname for field in fields], tuple(others.values())
    values = (tuple(_plain(row[name]) for name in names) + rest for row in batch)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * (len(names) + len(rest)))
            raw: sqlite3.Connection = connection.connection
            raw.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def _defaulted(model: type[models.Model], row: Mapping[str, Any]) -> list[Any]:
    return [f for f in model._meta.local_concrete_fields if f.attname not in row and not f.primary_key]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime) and connection.vendor != "postgresql":
        return connection.ops.adapt_datetimefield_value(value)
    return value
