"""Many at once: sixteen writers beside the folder that keeps the sums, and without it; pages asked for by sixteen people.

    python -m benchmarks.crowd --database sqlite
    python -m benchmarks.crowd --database throwaway --seconds 10

A small province is built first. Writers go in turns, with sums kept and without, so that both have the same machine.
Written to `benchmarks/RESULTS.md`.
"""

import argparse
import multiprocessing
import random
import time
from datetime import date, timedelta
from statistics import median, quantiles
from typing import Any

from . import province

WRITERS, READERS, ROUNDS = 16, 16, 3
LAST_YEAR = date(2024, 1, 1)
ASKED = {
    "the report's figures, a province's year": "/so-lieu?cd={top}&ky=2024",
    "a figure with its parts": "/so-lieu/{figure}?cd={top}&ky=2024",
    "the list of members": "/doan-vien/?cd={top}",
    "the first page of a grassroots union": "/?cd={unit}",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crowd", description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="sqlite", help="sqlite, throwaway, or an empty database")
    parser.add_argument("--seconds", type=int, default=10, help="of each round")
    parser.add_argument("--size", type=int, default=40_000, help="records in the book before")
    asked = parser.parse_args()
    with province.installation(asked.database):
        from congdoan.ledger import rollups

        from . import build
        from .load import settle

        built = build.build(asked.size)
        rollups.fold_all()
        settle()
        lines = [*_writing([unit.pk for unit in built.unions], asked.seconds)]
        lines += _reading(built, asked.seconds)
        province.write(_told(asked.size, lines))


def _writing(unions: list[int], seconds: int) -> list[str]:
    """Records a second with the sums kept meanwhile, and without, in turns; the middle of each."""
    counted: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(2 * ROUNDS):
        kept = turn % 2 == 0
        counted[kept].append(_round(unions, seconds, kept=kept))
        print(
            f"{'with' if kept else 'without'} sums kept: {counted[kept][-1]:.0f} records a second", flush=True
        )
    with_sums, without = median(counted[True]), median(counted[False])
    return [
        f"| {WRITERS} writers, the sums kept meanwhile; beside none kept | {with_sums:,.0f}/s | {without:,.0f}/s | {with_sums / without:.2f}× |"
    ]


def _round(unions: list[int], seconds: int, *, kept: bool) -> float:
    """So many processes write for so long, one more folds if the sums are to be kept."""
    context = multiprocessing.get_context("spawn")
    results, ready = context.Queue(), context.Barrier(WRITERS + kept + 1)
    work = [(_write, n) for n in range(WRITERS)] + [(_fold, WRITERS)] * kept
    processes = [
        context.Process(target=_act, args=(act, n, unions, seconds, ready, results)) for act, n in work
    ]
    for process in processes:
        process.start()
    ready.wait(300)
    written = sum(results.get(timeout=seconds + 300) for _ in processes)
    for process in processes:
        process.join()
    return written / seconds


def _act(act: Any, number: int, unions: list[int], seconds: int, ready: Any, results: Any) -> None:
    """One process: once all are there, until the time is up."""
    import django

    django.setup()
    luck, done = random.Random(f"{number} {time.time()}"), 0
    ready.wait(300)
    until = time.time() + seconds
    while time.time() < until:
        done += act(luck, unions)
    results.put(done)


def _write(luck: random.Random, unions: list[int]) -> int:
    """One record of one recipient, through the action."""
    from congdoan.funds.models import Fund
    from congdoan.members.models import Person
    from congdoan.org.models import Unit
    from congdoan.records import actions
    from congdoan.records.kinds.care import CARE

    unit = Unit.objects.select_related("kind").get(pk=luck.choice(unions))
    person = Person.objects.filter(unit=unit).first()
    on = LAST_YEAR + timedelta(days=luck.randrange(365))
    actions.add(
        kind=CARE, unit=unit, happened_on=on, by=None, lines={"recipients": [{"person": person, "cash": 500_000}]},
        fields={"programme": "tet", "occasion": "tet", "fund": Fund.objects.get()},
    )  # fmt: skip
    return 1


def _fold(luck: random.Random, unions: list[int]) -> int:
    """As the worker of the server does, once a second."""
    from congdoan.ledger import rollups

    rollups.fold()
    time.sleep(1)
    return 0


def _reading(built: Any, seconds: int) -> list[str]:
    """Pages of a running server, asked for by one person and by sixteen at once."""
    from congdoan.ledger.indicator import BY_KEY

    from . import pages

    codes = {"top": built.top.code, "unit": built.unions[0].code, "figure": BY_KEY["care.total_money"].code}
    asked = {name: path.format(**codes) for name, path in ASKED.items()}
    lines = []
    with pages.served(built.top) as server:
        for name, path in asked.items():
            alone, crowd = server.ask(path, 1, seconds), server.ask(path, READERS, seconds)
            told = f"{len(crowd) / seconds:,.0f} a second, half within {median(crowd) * 1000:,.0f} ms, 99 of 100 within {quantiles(crowd, n=100)[-1] * 1000:,.0f} ms"
            lines.append(
                f"| {name}, by {READERS} at once; beside one alone | {told} | {len(alone) / seconds:,.0f}/s, {median(alone) * 1000:,.0f} ms | {len(crowd) / len(alone):.2f}× |"
            )
            print(lines[-1], flush=True)
    return lines


def _told(size: int, lines: list[str]) -> str:
    """A section of the results."""
    from .measure import _database, _machine

    return "\n".join([
        f"## Many at once, {_database()}", "", f"A province of {size:,} records. {_machine()}", "",
        "| what | at once | beside | ratio |", "|---|--:|--:|--:|", *lines, "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
