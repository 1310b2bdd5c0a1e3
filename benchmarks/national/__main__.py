"""The country on the machine at hand: built, proved, measured beside other ways.

    python -m benchmarks.national --size 1/1000 --database sqlite
    python -m benchmarks.national --size 1/100 --database throwaway
    python -m benchmarks.national --size 1/100 --only-print
    python -m benchmarks.national --size 1 --keep /var/tmp/country --without-verify

Says first how large it will be and how long it takes; asks before it goes on where that is more than an hour.
"""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from .. import province


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.national", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--size", default="1/1000", help="1/1000, 1/100, 1/10 or 1")
    parser.add_argument("--years", type=int, default=1, help="of records; the last of them is 2025")
    parser.add_argument(
        "--database", default="sqlite", help="sqlite, throwaway, or the address of an empty database"
    )
    parser.add_argument("--only-say", action="store_true", help="say the size and the minutes, and stop")
    parser.add_argument(
        "--only-print", action="store_true", help="leave the tables in RESULTS.md as they are"
    )
    parser.add_argument(
        "--keep",
        type=Path,
        help="a folder to build in that stays; what is built there already is only measured",
    )
    parser.add_argument(
        "--without-verify",
        action="store_true",
        help="only compare figures with what was counted: at full size verify takes hours",
    )
    asked = parser.parse_args()
    if asked.only_say:
        province.settings("", "sqlite:///:memory:")
        _say(asked)
    else:
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
        with province.installation(asked.database, asked.keep):
            _run(asked)


def _say(asked: argparse.Namespace) -> Any:
    """Its size, with what it will take, said aloud."""
    from . import sizes

    size = sizes.part(asked.size, asked.years)
    vendor = "sqlite" if asked.database == "sqlite" else "postgresql"
    print(f"{asked.size}: {sizes.foretold(size, vendor)}", flush=True)
    return size


def _run(asked: argparse.Namespace) -> None:
    size = _say(asked)
    from . import measure

    began = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - began:7.1f} s  {text}", flush=True)

    results = measure.everything(size, asked.size, say, asked.keep, whole=not asked.without_verify)
    print(results) if asked.only_print else province.write(results)


if __name__ == "__main__":
    sys.exit(main())
