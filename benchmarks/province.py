"""A province's year on the machine at hand, beside plain queries, in one run.

    python -m benchmarks.province --database sqlite
    python -m benchmarks.province --database postgres://user@host/an_empty_database
    python -m benchmarks.province members

builds the province (a few minutes; its records, or its register of members), folds it, asks the same of both, and
writes `benchmarks/RESULTS.md`. `--size 40000` builds a smaller one.
`--database throwaway` starts a PostgreSQL server of its own and throws it away (as the tests do).
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.province", description=__doc__.splitlines()[0]
    )
    parser.add_argument("what", nargs="?", choices=("records", "members", "import"), default="records")
    parser.add_argument(
        "--database", default="sqlite", help="sqlite, throwaway, or the address of an empty database"
    )
    parser.add_argument("--size", type=int, default=400_000, help="how many records, or members")
    asked = parser.parse_args()
    with installation(asked.database):
        from . import imports, measure, searches

        measured = {
            "records": measure.everything,
            "members": searches.everything,
            "import": imports.everything,
        }[asked.what]
        began = time.perf_counter()
        results = measured(
            asked.size, lambda text: print(f"{time.perf_counter() - began:6.1f} s  {text}", flush=True)
        )
        write(results)


@contextmanager
def installation(database: str, kept: Path | None = None) -> Iterator[None]:
    """A book of its own in a folder of its own, thrown away at the end; `database` as the commands say it. `kept`: a
    folder that stays, and may hold what was built before."""
    with tempfile.TemporaryDirectory(prefix="congdoan-bench-") as thrown_away:
        home = str(kept or thrown_away)
        settings(home, _address(database, home))
        _prepare(empty=kept is None)
        yield


def settings(home: str, address: str) -> None:
    """What the book's settings read, before they are read."""
    os.environ |= {
        "CONGDOAN_HOME": home,
        "CONGDOAN_SECRET": "bench",
        "DJANGO_SETTINGS_MODULE": "congdoan.settings",
        "CONGDOAN_DATABASE_URL": address,
    }


def _address(database: str, home: str) -> str:
    if database == "throwaway":
        from tests import postgres

        return postgres.create("province")
    return f"sqlite:///{home}/so.sqlite3" if database == "sqlite" else database


def _prepare(*, empty: bool) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from congdoan.org.models import Unit

    call_command("migrate", verbosity=0)
    if empty and Unit.objects.exists():
        sys.exit("The database is not empty: name an empty one.")


def write(results: str) -> None:
    """The results of this database take the place of its earlier ones."""
    path = Path(__file__).with_name("RESULTS.md")
    opening = "# A province's year, and the country's\n\nWritten by `python -m benchmarks.province` and `python -m benchmarks.national`; see there what is built. Medians, one run, nothing else tuned; the machine was not idle.\n\n"
    text = path.read_text(encoding="utf-8") if path.exists() else opening
    heading = results.splitlines()[0]
    sections = [f"## {part}" for part in text.split("\n## ")[1:]]
    kept = [section.strip() for section in sections if section.splitlines()[0] != heading]
    path.write_text(opening + "\n\n".join(sorted([*kept, results.strip()])) + "\n", encoding="utf-8")
    print(results)


if __name__ == "__main__":
    main()
