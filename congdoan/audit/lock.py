"""The lock of the book: many may write at once; who must see a settled book takes it alone for an instant.

PostgreSQL: an advisory lock that ends with its transaction, so that neither an error nor a pooled connection can keep
it. SQLite has one writer at a time, whose transaction is the lock.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from django.db import OperationalError, connection, transaction
from django.utils import timezone

BOOK = 20_241_105  # any number; the same in every process
SEALING = 20_241_106
TIMED_OUT = "55P03"  # what PostgreSQL calls a lock not had in time

Answer = TypeVar("Answer")


def share() -> None:
    """Taken by every writer before its first entry and held until its commit."""
    _take("pg_advisory_xact_lock_shared", BOOK)


def alone() -> None:
    """Wait until every writer has committed, and keep others out until this transaction ends."""
    _take("pg_advisory_xact_lock", BOOK)


def one_sealer() -> None:
    """One at a time adds to the chain of seals, until this transaction ends."""
    _take("pg_advisory_xact_lock", SEALING)


def once_settled(question: Callable[[], Answer], patience_ms: int = 200) -> Answer | None:
    """The answer to a question asked while no writer is under way: every number given out by then is committed or
    never will be. None when a write takes longer than `patience_ms`; ask again later.

    Writers are held up no longer than that and the question take. Ask it outside any other transaction.
    """
    if connection.vendor != "postgresql":
        return question()
    try:
        with transaction.atomic():
            with _patience(patience_ms):
                alone()
            return question()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != TIMED_OUT:
            raise
        return None


def moment() -> datetime:
    """A moment such that everything stamped before it is committed, and nothing can be stamped before it any more."""
    with transaction.atomic():
        alone()
        return now()


def now() -> datetime:
    """The time by the one clock of the book: the database server's, where several machines may write."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]


@contextmanager
def one_moment() -> Iterator[None]:
    """All questions asked inside see the book of one moment, whatever is written meanwhile; nobody waits.

    Inside another transaction it changes nothing.
    """
    if connection.in_atomic_block:
        yield
        return
    mode = getattr(connection, "transaction_mode", None)
    try:
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]  # SQLite: read without the writer's turn
        with transaction.atomic():
            _repeatable()
            yield
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]


def _repeatable() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


@contextmanager
def _patience(milliseconds: int) -> Iterator[None]:
    """Wait for locks no longer than this."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = {int(milliseconds)}")
        yield
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")


def _take(function: str, lock: int) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [lock])
