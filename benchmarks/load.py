"""Loading a book whole, and what one that grew slowly would have besides."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, models, transaction

from congdoan.base import bulk


def load(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows given by column, in a transaction of their own. Returns how many."""
    with transaction.atomic():
        return bulk.load(model, rows)


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
