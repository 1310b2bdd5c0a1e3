"""Tables without their indexes while thousands of rows go into them: built behind the rows, these take a fraction of what
they take row by row. In the caller's transaction, so that nobody ever sees a table without them, and a failure brings
them back.

SQLite's readers go on in the snapshot they have. PostgreSQL shuts a table to everybody until the transaction ends: all
that will be written from then on are had at once, or nothing is let go of and rows go in one by one, slower and as right.
So nobody waits for us while they hold what we wait for. What others may hold besides (a word that is kept once for all)
is to be written before.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection, transaction

from . import progress

WORTH = 10_000  # rows from which it pays
PATIENCE = 100  # milliseconds to wait for a table; whoever comes after us waits behind us
HELD = {
    "55P03",
    "55006",
    "42501",
}  # a lock not had in time, a table still at work in this transaction, one not ours
Made = list[tuple[str, str]]  # how each is dropped, how it is made

HANGING = """
    SELECT 'DROP ' || type || ' "' || name || '"', sql FROM sqlite_master
    WHERE tbl_name = %s AND type IN ('index', 'trigger') AND sql IS NOT NULL
"""
INDEXES = """
    SELECT format('DROP INDEX %%I.%%I', n.nspname, i.relname), pg_get_indexdef(i.oid) FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = i.relnamespace
    WHERE x.indrelid = %s::regclass AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid) ORDER BY i.oid
"""
CONSTRAINTS = """
    SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', c.conrelid::regclass, c.conname),
           format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
    FROM pg_constraint c WHERE c.conrelid = ANY(%s::regclass[]) AND
"""
RULES = f"""{CONSTRAINTS} c.contype IN ('u', 'x')
    AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid) ORDER BY c.oid"""
REFERENCES = f"{CONSTRAINTS} c.contype = 'f' AND c.confrelid = ANY(%s::regclass[]) ORDER BY c.oid"


@contextmanager
def indexed_afterwards(many: Mapping[str, int], changed: Mapping[str, int] | None = None) -> Iterator[None]:
    """These tables without indexes, triggers and the rules that hang on indexes meanwhile, where so many rows as are to
    come make that pay; what breaks a rule is refused at the end. SQLite's triggers do not see the rows: ask what they ask.

    `changed`: how many rows of other tables are written over; PostgreSQL puts each into every index anew.
    """
    rows = {**many, **(changed or {})} if connection.vendor == "postgresql" else many
    with connection.cursor() as cursor:
        tables = [table for table, number in rows.items() if _pays(table, number, cursor)]
        made = _let_go[connection.vendor](tables, [*rows], cursor) if tables else []
        yield
        _make_anew(made, cursor)


def _pays(table: str, rows: int, cursor: Any) -> bool:
    """Whether a third of the table, when they are in, is new; what else is there must be put into the indexes as well."""
    if rows < WORTH:
        return False
    cursor.execute(f"SELECT COUNT(*) FROM (SELECT 1 FROM {table} LIMIT {2 * rows}) held")
    return bool(cursor.fetchone()[0] < 2 * rows)


def _make_anew(made: Made, cursor: Any) -> None:
    if made and connection.vendor == "postgresql":
        _look_up(cursor)
    for done, (_, sql) in enumerate(made):
        progress.step("Đang lập mục lục", done, len(made))
        cursor.execute(sql)


def _of_sqlite(tables: Sequence[str], written: Sequence[str], cursor: Any) -> Made:
    """Indexes and triggers."""
    made = [one for table in tables for one in _found(HANGING, cursor, table)]
    _drop(made, cursor)
    return made


def _of_postgresql(tables: Sequence[str], written: Sequence[str], cursor: Any) -> Made:
    """Indexes, keys given once, what excludes another row; and references from one of these tables to another. Nothing
    where somebody is at work in any table that is written."""
    try:
        with transaction.atomic():
            cursor.execute(f"SET LOCAL lock_timeout = {PATIENCE}")
            cursor.execute(f"LOCK TABLE {', '.join(written)} IN ACCESS EXCLUSIVE MODE")
            cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
            _look_up(cursor)
            made = [one for table in tables for one in _found(INDEXES, cursor, table)]
            made += _found(RULES, cursor, tables) + _found(REFERENCES, cursor, tables, tables)
            _drop([*reversed(made)], cursor)
            return made
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") not in HELD:
            raise
        return []


def _look_up(cursor: Any) -> None:
    """References put off to the end are looked up now: nothing is built or dropped on rows that still wait for that."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _found(asked: str, cursor: Any, *of: Any) -> Made:
    cursor.execute(asked, of)
    return list(cursor.fetchall())


def _drop(made: Made, cursor: Any) -> None:
    for sql, _ in made:
        cursor.execute(sql)


_let_go = {"sqlite": _of_sqlite, "postgresql": _of_postgresql}
