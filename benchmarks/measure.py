"""What is measured, and the table of it."""

import platform
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import django
from django.db import connection
from django.utils import timezone

from congdoan.audit import lock
from congdoan.base.period import Period
from congdoan.funds.models import Fund
from congdoan.ledger import breakdowns, figures, rollups
from congdoan.ledger.indicator import shown
from congdoan.ledger.models import Rollup
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import actions
from congdoan.records.kinds.care import CARE, Care, Recipient

from . import build, plain, sheet
from .load import settle

YEAR = Period.parse("2024")
DECEMBER = datetime(2024, 12, 1, tzinfo=UTC)
Say = Callable[[str], None]


def everything(records: int, say: Say) -> str:
    """Build, fold, measure; the section of the results."""
    province = build.build(records)
    say(f"{records:,} records and {province.entries:,} entries in {build.UNITS:,} unions")
    seconds = timed(rollups.fold_all)
    settle()
    folded = f"{province.entries / seconds:,.0f} entries a second into {Rollup.objects.count():,} sums"
    say(f"folded: {folded}")
    asked, slow = compare(province, say)
    rows = [row(name, ours, theirs) for name, ours, theirs in measured(province, asked, slow, say)]
    head = ["| asked | here | plain queries | ratio |", "|---|--:|--:|--:|"]
    what = f"{records:,} records, {province.entries:,} entries, {build.UNITS:,} unions under {build.BRANCHES} branches"
    return "\n".join(
        [f"## {_database()}", "", f"{what}. Folding: {folded}. {_machine()}", "", *head, *rows, ""]
    )


def compare(province: build.Province, say: Say) -> tuple[list[int], float]:
    """The whole report both ways: they must agree. What it says, and how long the plain way took."""
    theirs: list[int] = []
    slow = timed(lambda: theirs.extend(plain.report(province.top, YEAR, build.INDICATORS)))
    ours = [figure.value for figure in figures.figures(province.top, YEAR, build.INDICATORS)]
    if ours != theirs:
        raise SystemExit(
            f"The two ways disagree: {[p for p in zip(build.INDICATORS, ours, theirs, strict=True) if p[1] != p[2]][:3]}"
        )
    say(f"the plain report took {slow:.1f} s and says the same")
    return theirs, slow


def measured(
    province: build.Province, answers: list[int], slow: float, say: Say
) -> list[tuple[str, float, float | None]]:
    """Name, seconds here, seconds of the plain way if there is one."""
    top, branch, union = province.top, province.branches[0], province.unions[0]
    most, number = build.SUMS[0], len(build.INDICATORS)
    rows: list[tuple[str, float, float | None]] = []

    def add(
        name: str, ours: Callable[[], Any], theirs: Callable[[], Any] | float | None = None, runs: int = 15
    ) -> None:
        rival = timed(theirs) if callable(theirs) else theirs  # once: it can take minutes
        rows.append((name, median(ours, runs), rival))
        say(f"{name}: {rows[-1][1] * 1000:.1f} ms")

    add(f"{number} indicators, the province, the year", lambda: report(top), slow, 40)
    add(
        f"{number} indicators, a branch",
        lambda: report(branch),
        lambda: plain.report(branch, YEAR, build.INDICATORS),
    )
    add(
        f"{number} indicators, a grassroots union",
        lambda: report(union),
        lambda: plain.report(union, YEAR, build.INDICATORS),
    )
    add("the whole catalogue, the province", lambda: figures.figures(top, YEAR, shown()))
    add(
        "one figure, the province",
        lambda: figures.figure(most, top, YEAR),
        lambda: plain.answer(top, YEAR, most),
    )
    add(
        "its page: by unit, by month, by breakdown, lines",
        lambda: page(top),
        lambda: plain.page(top, YEAR, most),
        5,
    )
    add(
        f"{number} indicators as known on 1 December",
        lambda: report(top, known_at=DECEMBER),
        runs=3,
    )
    add(f"{number} indicators over another day's tree", lambda: report(top, tree=date(2024, 12, 31)), slow, 3)
    resolution = sheet.resolve(province)
    if sheet.results(resolution) != sheet.plainly(province, YEAR):
        raise SystemExit("The score sheet and plain questions disagree.")
    add(
        "the score sheet of the province, 24 targets",
        lambda: sheet.results(resolution),
        lambda: sheet.plainly(province, YEAR),
        5,
    )
    rows += writing(province)
    add(f"{number} indicators right after those, nothing folded", lambda: report(top), slow, 40)
    return rows


def report(unit: Unit, **how: Any) -> list[figures.Figure]:
    return figures.figures(unit, YEAR, build.INDICATORS, **how)


def page(unit: Unit) -> tuple[Any, ...]:
    most = build.SUMS[0]
    figure = figures.figure(most, unit, YEAR)
    taken_apart = breakdowns.by_unit(most, figure.asked), breakdowns.by_month(most, figure.asked)
    return (
        figure,
        *taken_apart,
        breakdowns.by_cut(most, figure.asked, "recipient"),
        breakdowns.lines(most, figure.asked, many=True),
    )


def writing(province: build.Province) -> list[tuple[str, float, float | None]]:
    """One record of one recipient: with its entries, version and line in the trail; beside the bare rows."""
    fund, unit = Fund.objects.get(), province.unions[0]
    person = Person.objects.filter(unit=unit, relation="member").first()
    fields = {"programme": "tet", "occasion": "tet", "fund": fund}

    def ours() -> None:
        lines = {"recipients": [{"person": person, "cash": 500_000}]}
        actions.add(kind=CARE, unit=unit, happened_on=date(2023, 2, 1), by=None, fields=fields, lines=lines)

    def theirs() -> None:
        posting = Care.objects.order_by("pk")[0].made
        care = Care.objects.create(
            kind="care", unit=unit, happened_on=date(2023, 2, 1), made=posting, changed=posting, **fields
        )
        Recipient.objects.create(record=care, position=1, person=person, cash=500_000)

    rows = [("one record written, with its entries", median(ours, 40), median(theirs, 40))]
    return [*rows, ("the lock a freeze takes alone", median(lock.moment, 20), None)]


def timed(act: Callable[[], Any]) -> float:
    """Seconds: of the processor where the database works in this process, so that others on the machine matter less."""
    clock = time.perf_counter if connection.vendor == "postgresql" else time.process_time
    began = clock()
    act()
    return clock() - began


def median(act: Callable[[], Any], runs: int) -> float:
    """After one run that warms up."""
    act()
    return statistics.median(timed(act) for _ in range(runs))


def row(name: str, ours: float, theirs: float | None) -> str:
    rival = f"{theirs * 1000:,.1f} ms | {theirs / ours:,.1f}×" if theirs else "|"
    return f"| {name} | {ours * 1000:,.1f} ms | {rival} |"


def _database() -> str:
    if connection.vendor != "postgresql":
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"


def _machine() -> str:
    day = timezone.localdate()
    return f"Python {platform.python_version()}, Django {django.__version__}, {platform.machine()}, {day:%d/%m/%Y}."
