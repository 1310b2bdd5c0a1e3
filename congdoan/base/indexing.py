"""Tables without their indexes while thousands of rows go into them: built behind the rows, these take a fraction of what
they take row by row. In the caller's transaction, so that nobody ever sees a table without them, and a failure brings
them back.

SQLite's readers go on in the snapshot they have. PostgreSQL shuts a table to everybody until the transaction ends: a
table is let go of only where nobody holds it just then, else its rows go in one by one, slower and as right.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
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
def indexed_afterwards(many: Mapping[str, int]) -> Iterator[None]:
    """These tables without indexes, triggers and the rules that hang on indexes meanwhile, where so many rows as are to
    come make that pay; what breaks a rule is refused at the end. SQLite's triggers do not see the rows: ask what they ask.
    """
    with connection.cursor() as cursor:
        tables = [table for table, rows in many.items() if _pays(table, rows, cursor)]
        made = _let_go[connection.vendor](tables, cursor) if tables else []
        yield
        _make_anew(made, cursor)


def rewritten(table: str, many: int) -> AbstractContextManager[None]:
    """The same while so many rows are changed: PostgreSQL puts a row that changed into every index anew."""
    return indexed_afterwards({table: many}) if connection.vendor == "postgresql" else nullcontext()


def _pays(table: str, rows: int, cursor: Any) -> bool:
    """Whether a third of the table, when they are in, is new; what else is there must be put into the indexes as well."""
    if rows < WORTH:
        return False
    cursor.execute(f"SELECT COUNT(*) FROM (SELECT 1 FROM {table} LIMIT {2 * rows}) held")
    return bool(cursor.fetchone()[0] < 2 * rows)


def _make_anew(made: Made, cursor: Any) -> None:
    if made and connection.vendor == "postgresql":  # it builds nothing on rows that are still to be looked up
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for done, (_, sql) in enumerate(made):
        progress.step("Đang lập mục lục", done, len(made))
        cursor.execute(sql)
    if made and connection.vendor == "postgresql":
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _of_sqlite(tables: Sequence[str], cursor: Any) -> Made:
    """Indexes and triggers."""
    made: Made = []
    for table in tables:
        cursor.execute(
            """SELECT 'DROP ' || type || ' "' || name || '"', sql FROM sqlite_master
            WHERE tbl_name = %s AND type IN ('index', 'trigger') AND sql IS NOT NULL""",
            [table],
        )
        made += cursor.fetchall()
    _drop(made, cursor)
    return made


def _of_postgresql(tables: Sequence[str], cursor: Any) -> Made:
    """Indexes, keys given once, what excludes another row; and references from one of these tables to another."""
    had = {table: made for table in tables if (made := _had(table, cursor))}
    references = _found(REFERENCES, cursor, [*had], [*had])
    _drop(references, cursor)
    return [*(one for made in had.values() for one in made), *references]


def _had(table: str, cursor: Any) -> Made:
    """What was dropped of a table; nothing where somebody holds it."""
    try:
        with transaction.atomic():
            cursor.execute(f"SET LOCAL lock_timeout = {PATIENCE}")
            cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            made = _found(INDEXES, cursor, table) + _found(RULES, cursor, [table])
            _drop(made, cursor)
            cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
            return made
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") not in HELD:
            raise
        return []


def _found(asked: str, cursor: Any, *of: Any) -> Made:
    cursor.execute(asked, of)
    return list(cursor.fetchall())


def _drop(made: Made, cursor: Any) -> None:
    for sql, _ in made:
        cursor.execute(sql)


_let_go = {"sqlite": _of_sqlite, "postgresql": _of_postgresql}
