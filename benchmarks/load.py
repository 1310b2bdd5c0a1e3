"""Loading a book whole, and what one that grew slowly would have besides."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

from congdoan.base import bulk


def load(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows given by column, in a transaction of their own. Returns how many."""
    with transaction.atomic():
        return bulk.load(model, rows)


@contextmanager
def bare(tables: Iterable[str]) -> Iterator[None]:
    """PostgreSQL's tables without the indexes that hold no rule meanwhile; they are built behind the rows, several times
    as fast as row by row. Nobody else may be at work. (SQLite: `base.indexing`.)"""
    if connection.vendor != "postgresql":
        yield
        return
    held = [one for table in dict.fromkeys(tables) for one in _indexes(table)]
    with connection.cursor() as cursor:
        for name, _ in held:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '1GB'")
        for _, made in held:
            cursor.execute(made)
        cursor.execute("RESET maintenance_work_mem")


def _indexes(table: str) -> list[tuple[str, str]]:
    """Name and making of those that belong to no constraint."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.relname, pg_get_indexdef(x.indexrelid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid"
            " WHERE x.indrelid = %s::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid)",
            [table],
        )
        return list(cursor.fetchall())


def settle() -> None:
    """After loading with numbers of our own: the next number (never one given before), and what the planner knows, as in a book that grew slowly."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT format('SELECT setval(s, GREATEST(nextval(s), (SELECT COALESCE(MAX(id), 1) FROM %I)))"
                " FROM (SELECT pg_get_serial_sequence(%L, %L)::regclass AS s) t', table_name, table_name, 'id')"
                " FROM information_schema.columns"
                " WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'"
            )
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
            if not connection.in_atomic_block:  # what it finds out stays where the rows are taken back
                cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
