"""Writers, a folder, a mover and readers at once: is every figure read the sum of what is committed at that moment?

    python -m benchmarks.snapshots --database throwaway --seconds 60

Each reader takes one moment of the book (a snapshot), asks the engine for figures and counts them again, entry by entry,
in that same moment. What differs is a mismatch; there must be none. Written to `benchmarks/RESULTS.md`.
"""

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from datetime import date, timedelta
from typing import Any

from . import province

FIRST, DAYS = date(2024, 1, 1), 360
KEYS = ("care.tet_gifts", "members.total", "org.grassroots_unions")
LARGE = 3  # so that the few unions here have sums kept of them
ROLES = (*("write",) * 4, "fold", "move", *("read",) * 3)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.snapshots", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--database", default="throwaway", help="throwaway, sqlite, or an empty database")
    parser.add_argument("--seconds", type=int, default=60)
    asked = parser.parse_args()
    with province.installation(asked.database):
        _plant()
        counted = _run(asked.seconds)
    province.write(_told(counted, asked.seconds))
    sys.exit(1 if counted["mismatches"] else 0)


def _plant() -> None:
    """A country of two provinces, four branches, twenty-four grassroots unions with a fund each."""
    from congdoan.funds.models import Fund
    from congdoan.org.models import UnitKind
    from congdoan.reform.actions import found

    kinds = {kind.code: kind for kind in UnitKind.objects.all()}
    began = date(2010, 1, 1)

    def union(code: str, kind: str, parent: Any) -> Any:
        return found(code=code, kind=kinds[kind], name=code, on=began, parent=parent, by=None)

    top = union("top", "confederation", None)
    for p in range(2):
        above = union(f"p{p}", "province", top)
        for b in range(2):
            branch = union(f"p{p}b{b}", "public_sector", above)
            for g in range(6):
                unit = union(f"p{p}b{b}g{g}", "grassroots", branch)
                Fund.objects.create(
                    code=f"f-{unit.code}", name="Quỹ", unit=unit, source="social", from_on=began
                )


def _run(seconds: int) -> Counter[str]:
    """Every role in a process of its own, until the time is up; what each counted, together."""
    context = multiprocessing.get_context("spawn")
    results, until = context.Queue(), time.time() + seconds
    processes = [context.Process(target=act, args=(role, n, until, results)) for n, role in enumerate(ROLES)]
    for process in processes:
        process.start()
    counted: Counter[str] = Counter()
    for _ in processes:
        counted.update(results.get(timeout=seconds + 120))
    for process in processes:
        process.join()
    return counted


def act(role: str, number: int, until: float, results: Any) -> None:
    """One process."""
    import django

    django.setup()
    from congdoan.base.errors import Refused
    from congdoan.ledger import rollups

    rollups.LARGE = LARGE
    luck, counted = random.Random(number), Counter[str]()
    doing = {"write": _write, "fold": _fold, "move": _move, "read": _read}[role]
    while time.time() < until:
        try:
            doing(luck, counted)
        except Refused:
            counted["refused"] += 1
    results.put(dict(counted))


def _write(luck: random.Random, counted: Counter[str]) -> None:
    from congdoan.funds.models import Fund
    from congdoan.members.joining import admit
    from congdoan.records import actions
    from congdoan.records.kinds.care import CARE
    from congdoan.records.record import Record

    fund = luck.choice(list(Fund.objects.filter(code__startswith="f-").select_related("unit__kind")))
    on = FIRST + timedelta(days=luck.randrange(DAYS))
    rows = [{"name": f"Lý Thị {luck.random()}", "cash": 500_000} for n in range(luck.randint(1, 4))]
    fields = {"programme": "tet", "occasion": "tet", "fund": fund, "partner_share": 0}
    what = luck.random()
    if what < 0.6:
        actions.add(
            kind=CARE, unit=fund.unit, happened_on=on, by=None, fields=fields, lines={"recipients": rows}
        )
        counted["records written"] += 1
    elif what < 0.8:
        admit(unit=fund.unit, on=on, by=None, name=f"Vàng A Thử {luck.random()}")
        counted["members admitted"] += 1
    elif record := Record.objects.filter(unit=fund.unit, withdrawn=False).order_by("?").first():
        _again(record, rows, what, counted)


def _again(record: Any, rows: Any, what: float, counted: Counter[str]) -> None:
    """A record is amended, or withdrawn; another writer may have been first."""
    from congdoan.records import actions

    if what < 0.9:
        actions.amend(record=record, by=None, why="nhầm", lines={"recipients": rows})
    else:
        actions.withdraw(record=record, by=None, why="nhầm")
    counted["records amended or withdrawn"] += 1


def _fold(luck: random.Random, counted: Counter[str]) -> None:
    from congdoan.ledger import rollups

    counted["entries folded"] += rollups.fold(batch=200)


def _move(luck: random.Random, counted: Counter[str]) -> None:
    from congdoan.org.models import Unit
    from congdoan.reform.actions import move

    unit = Unit.objects.get(code=f"p{luck.randrange(2)}b{luck.randrange(2)}g{luck.randrange(6)}")
    to = Unit.objects.get(code=f"p{luck.randrange(2)}b{luck.randrange(2)}")
    move(unit=unit, to=to, on=FIRST + timedelta(days=luck.randrange(1, DAYS)), by=None)
    counted["unions moved"] += 1


def _read(luck: random.Random, counted: Counter[str]) -> None:
    from congdoan.audit import lock
    from congdoan.base.period import Period
    from congdoan.ledger.figures import figures
    from congdoan.ledger.indicator import BY_KEY
    from congdoan.org.models import Unit

    unit = luck.choice(list(Unit.objects.exclude(kind__grassroots=True)))
    first = FIRST + timedelta(days=luck.randrange(DAYS))
    period = Period.between(first, first + timedelta(days=luck.randrange(200)))
    with lock.one_moment():
        for found in figures(unit, period, [BY_KEY[key] for key in KEYS]):
            counted["figures checked"] += 1
            counted["mismatches"] += int(found.value or 0) != recounted(found.indicator, unit, period)


def recounted(indicator: Any, unit: Any, period: Any) -> int:
    """The same, entry by entry: where the union of each stood on the day that counts."""
    from django.db.models import Exists, F, OuterRef, Sum

    from congdoan.ledger.models import Entry
    from congdoan.org.models import Ancestry

    day = period.last if indicator.stock else OuterRef("day")
    above = Ancestry.objects.filter(unit=OuterRef("unit"), ancestor=unit, unknown_at=None)
    rows = Entry.objects.filter(
        Exists(above.filter(from_on__lte=day, to_on__gt=day)), indicator=indicator.number
    )
    rows = (
        rows.filter(day__lte=period.last)
        if indicator.stock
        else rows.filter(day__range=(period.first, period.last))
    )
    if indicator.adds == "distinct":
        net = rows.values("subject").annotate(net=Sum(F("quantity"))).filter(net__gt=0)
        return int(net.count())
    return int(rows.aggregate(sum=Sum("quantity"))["sum"] or 0)


def _told(counted: Counter[str], seconds: int) -> str:
    """A section of the results."""
    import platform

    from django.db import connection

    from congdoan.base.period import today

    lines = [
        f"## Read while written, {connection.vendor}",
        "",
        f"{len(ROLES)} processes for {seconds} s ({', '.join(f'{n} {role}' for role, n in Counter(ROLES).items())}); each figure read in one moment of the book "
        f"and counted again in that same moment. Python {platform.python_version()}, {today():%d/%m/%Y}.",
        "",
        "| what | how many |",
        "|---|--:|",
    ]
    counted.setdefault("mismatches", 0)
    return "\n".join([*lines, *(f"| {what} | {many:,} |" for what, many in sorted(counted.items()))])


if __name__ == "__main__":
    main()
