"""Entries in one table, and parted by year: the same rows, the same questions, on a PostgreSQL of its own.

    nice python -m benchmarks.partitions --rows 500000 --years 10

Made-up rows in the shape of `ledger_entry`, in the order of their days, with all its indexes. Writes its part of
`benchmarks/RESULTS.md`. Five minutes, 3 GB of disk.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import psycopg

from tests import postgres

from .province import write

LAST = 2025
UNIONS, INDICATORS, BATCH, ASKED = 5_000, 150, 500, 60
NAMES = {"one": "one table", "parted": "parted by year"}
COLUMNS = """id bigint NOT NULL DEFAULT nextval('{0}_id'), indicator smallint NOT NULL, unit_id bigint NOT NULL,
  day integer NOT NULL, quantity bigint NOT NULL, sign smallint NOT NULL, subject bigint, cut_id bigint,
  origin smallint NOT NULL, source bigint NOT NULL, posting_id bigint NOT NULL"""
INDEXES = (
    "(unit_id, indicator, day, subject, quantity, sign)",
    "(indicator, subject, day, quantity, sign) WHERE subject IS NOT NULL",
    "(indicator, day)",
    "(origin, source)",
    "(posting_id)",
)
# `n` counts through all years, so that numbers of records and postings grow as in a book.
ROWS = f"""SELECT (hashint8(n) & 2147483647) %% {INDICATORS}, (hashint8(n * 7) & 2147483647) %% {UNIONS},
  %(first)s + ((n - %(from)s) * %(days)s / %(rows)s)::int, 1 + (hashint8(n * 3) & 2147483647) %% 50, 1,
  CASE WHEN n %% 4 = 0 THEN hashint8(n * 5) & 1048575 END, NULL, 1, n / 4, n / 4
  FROM generate_series(%(low)s::bigint, %(high)s::bigint) n"""
INTO = (
    "INSERT INTO {0} (indicator, unit_id, day, quantity, sign, subject, cut_id, origin, source, posting_id) "
)
QUESTIONS = {
    "a union's year, every indicator": (
        "SELECT indicator, SUM(quantity), SUM(sign) FROM {0} WHERE unit_id = %(unit)s AND day BETWEEN %(first)s AND %(last)s GROUP BY 1",
        ASKED,
    ),
    "a union's stock on the last day, ten indicators": (
        "SELECT indicator, SUM(quantity) FROM {0} WHERE unit_id = %(unit)s AND indicator < 10 AND day <= %(last)s GROUP BY 1",
        ASKED,
    ),
    "what one record drew (asked at each amending)": (
        "SELECT * FROM {0} WHERE origin = 1 AND source = %(source)s",
        ASKED,
    ),
    "the last number": ("SELECT MAX(id) FROM {0}", ASKED),
    "what waits to be folded": (
        "SELECT indicator, SUM(quantity) FROM {0} WHERE id > %(folded)s GROUP BY 1",
        ASKED,
    ),
    "an indicator's year, all unions": (
        "SELECT SUM(quantity) FROM {0} WHERE indicator = 7 AND day BETWEEN %(first)s AND %(last)s",
        5,
    ),
    "a whole year, one grouped pass": (
        "SELECT indicator, SUM(quantity) FROM {0} WHERE day BETWEEN %(first)s AND %(last)s GROUP BY 1",
        3,
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.partitions", description=__doc__)
    parser.add_argument("--rows", type=int, default=500_000, help="entries of a year")
    parser.add_argument("--years", type=int, default=10)
    asked = parser.parse_args()
    with psycopg.connect(postgres.create("partitions"), autocommit=True) as connection:
        connection.execute("SET synchronous_commit = on")
        years = list(range(LAST - asked.years + 1, LAST + 1))
        measured = _measured(connection, asked.rows, years)
        write(_table(measured, asked.rows, years, connection.info.server_version // 10_000))


def _measured(connection: Any, rows: int, years: list[int]) -> dict[str, dict[str, float]]:
    """What is measured of either way to keep them, by what it is."""
    found: dict[str, dict[str, float]] = {name: {} for name in NAMES}
    for name in NAMES:
        _make(connection, name, years)
        seconds = _timed(
            lambda name=name: [_load(connection, name, rows, year, years[0]) for year in years[:-1]]
        )  # type: ignore[misc]
        found[name]["the years before loaded, rows a second"] = rows * (len(years) - 1) / seconds
        print(f"{NAMES[name]}: loaded", flush=True)
    for name, seconds in _written(connection, rows, years[0]).items():
        found[name][f"the last year written, {BATCH} at a time, rows a second"] = rows / seconds
    for name in NAMES:
        found[name] |= dict(_looked_at(connection, name, rows * len(years)))
    for name in NAMES:
        took_out = _timed(lambda name=name: _take_out(connection, name, years[0]))  # type: ignore[misc]
        found[name]["the oldest year taken out, ms"] = took_out * 1000
    return found


def _written(connection: Any, rows: int, began: int) -> dict[str, float]:
    """The last year, written into both by turns, so that a busy machine is so to both; the seconds of each."""
    seconds = dict.fromkeys(NAMES, 0.0)
    for at in range(0, rows, BATCH):
        for name in NAMES:
            seconds[name] += _timed(
                lambda name=name, at=at: _load(connection, name, rows, LAST, began, at, BATCH)
            )  # type: ignore[misc]
    return seconds


def _looked_at(connection: Any, name: str, rows: int) -> Iterator[tuple[str, float]]:
    yield "vacuumed and analysed, ms", _timed(lambda: connection.execute(f"VACUUM ANALYZE {name}")) * 1000
    yield from _sizes(connection, name)
    for words, (question, times) in QUESTIONS.items():
        yield f"{words}, ms", _asked(connection, question.format(name), rows, times)


def _make(connection: Any, name: str, years: list[int]) -> None:
    connection.execute(f"CREATE SEQUENCE {name}_id CACHE 1")
    how = "PARTITION BY RANGE (day)" if name == "parted" else ""
    connection.execute(f"CREATE TABLE {name} ({COLUMNS.format(name)}) {how}")
    for year in years if how else ():
        low, high = _days(year)
        connection.execute(
            f"CREATE TABLE {name}_{year} PARTITION OF {name} FOR VALUES FROM ({low}) TO ({high + 1})"
        )
    connection.execute(f"ALTER TABLE {name} ADD PRIMARY KEY (id{', day' if how else ''})")
    for index in INDEXES:
        connection.execute(f"CREATE INDEX ON {name} {index}")


def _load(connection: Any, name: str, rows: int, year: int, began: int, at: int = 0, count: int = 0) -> None:
    """Some of a year's rows in one statement; all of them, if no `count` is named."""
    low, high = _days(year)
    start = (year - began) * rows
    given = {"first": low, "days": high - low + 1, "rows": rows, "from": start}
    first, last = start + at, start + min(at + (count or rows), rows) - 1
    connection.execute(INTO.format(name) + ROWS, given | {"low": first, "high": last})


def _sizes(connection: Any, name: str) -> Iterator[tuple[str, float]]:
    for words, function in (("rows", "pg_table_size"), ("indexes", "pg_indexes_size")):
        parts = f"SELECT inhrelid FROM pg_inherits WHERE inhparent = '{name}'::regclass"
        asked = (
            f"SELECT SUM({function}(oid)) FROM pg_class WHERE oid = '{name}'::regclass OR oid IN ({parts})"
        )
        found = connection.execute(asked).fetchone()[0]
        yield f"{words}, MB", float(found) / 2**20
    yield "indexes of the last year, MB", _last_indexes(connection, name)


def _last_indexes(connection: Any, name: str) -> float:
    """Those that writing today touches."""
    table = f"{name}_{LAST}" if name == "parted" else name
    return float(connection.execute(f"SELECT pg_indexes_size('{table}')").fetchone()[0]) / 2**20


def _asked(connection: Any, question: str, rows: int, times: int) -> float:
    """The median of asking for another union, another record each time."""
    first, last = _days(LAST)
    found = []
    for n in range(times):
        given = {"unit": n * 83 % UNIONS, "first": first, "last": last, "source": n * 7919 % (rows // 4)}
        given["folded"] = rows - 100
        found.append(_timed(lambda given=given: connection.execute(question, given).fetchall()))  # type: ignore[misc]
    return statistics.median(found) * 1000


def _take_out(connection: Any, name: str, year: int) -> None:
    low, high = _days(year)
    if name == "parted":
        connection.execute(f"ALTER TABLE {name} DETACH PARTITION {name}_{year}")
        return
    connection.execute(f"DELETE FROM {name} WHERE day BETWEEN {low} AND {high}")
    connection.execute(f"VACUUM {name}")


def _days(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def _table(measured: dict[str, dict[str, float]], rows: int, years: list[int], version: int) -> str:
    one, parted = measured["one"], measured["parted"]
    lines = [
        f"## Entries parted by year, PostgreSQL {version}",
        "",
        f"{rows * len(years):,} rows in the shape of entries, {len(years)} years, {UNIONS:,} unions; `python -m benchmarks.partitions`, {date.today():%d/%m/%Y}.",  # noqa: DTZ011
        "",
        "| | one table | parted by year |",
        "|---|--:|--:|",
        *(f"| {words} | {_number(one[words])} | {_number(parted[words])} |" for words in one),
    ]
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"


if __name__ == "__main__":
    main()
