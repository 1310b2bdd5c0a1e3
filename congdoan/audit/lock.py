"""The lock of the book: many may write at once; who must see a settled book takes it alone for an instant.

PostgreSQL: an advisory lock of the transaction. SQLite has one writer at a time, whose transaction is the lock.
"""

from datetime import datetime

from django.db import OperationalError, connection, transaction
from django.utils import timezone

BOOK = 20_241_105  # any number; the same in every process


def share() -> None:
    """Taken by every writer before its first entry and held until its commit."""
    _take("pg_advisory_xact_lock_shared")


def alone() -> None:
    """Wait until every writer has committed, and keep others out until this transaction ends."""
    _take("pg_advisory_xact_lock")


def settled(timeout_ms: int = 200) -> bool:
    """True when no writer is under way: all entry numbers given out so far are committed or will never be.

    Takes the lock alone and lets go at once. Writers are never held up longer than `timeout_ms`; when a long
    write is under way the answer is False, and the caller tries again later.
    """
    if connection.vendor != "postgresql":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {int(timeout_ms)}")
            cursor.execute("SELECT pg_advisory_lock(%s)", [BOOK])
    except OperationalError:
        return False
    return True


def let_go() -> None:
    """Give back what `settled` took."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [BOOK])


def _take(function: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [BOOK])


def moment() -> datetime:
    """A moment such that everything stamped before it is committed, and nothing can be stamped before it any more."""
    with transaction.atomic():
        alone()
        return timezone.now()
