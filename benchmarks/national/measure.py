"""What is asked of the country, here and in other ways, and the table of it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.db import OperationalError, connection, transaction

from congdoan.base.period import Period
from congdoan.ledger import rollups
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY, Indicator, shown
from congdoan.ledger.models import Entry, Rollup
from congdoan.ledger.verify import verify
from congdoan.members.models import Membership
from congdoan.org.models import Ancestry, Unit
from congdoan.reform import actions

from .. import searches
from ..measure import _database, _machine, median, row, timed
from . import generate, rivals
from .sizes import Size
from .totals import Totals
from .tree import Country

Say = Callable[[str], None]
Rows = list[tuple[str, float, float | None]]
MARCH_TO_OCTOBER = Period.between(date(2025, 3, 5), date(2025, 10, 17))
HEAD = ["| asked | here | the other way | ratio |", "|---|--:|--:|--:|"]


def everything(size: Size, name: str, say: Say, kept: Path | None = None, *, whole: bool = True) -> str:
    """Build, prove, measure; the section of the results."""
    country, totals, minutes = generate.built(size, say, kept)
    proved = prove(country, totals, say, whole=whole)
    rows = measured(country, totals, say)
    what = (
        f"{Unit.objects.count():,} unions, {Membership.objects.count():,} memberships, {totals.records:,} records, "
        f"{Entry.objects.count():,} entries, {Rollup.objects.count():,} sums ({of_entries()} of what entries take); {megabytes():,.0f} MB, built in {minutes:.1f} minutes. {proved} {_machine()}"
    )
    lines = [row(*one) for one in rows]
    return "\n".join([f"## The country, {name}, {_database()}", "", what, "", *HEAD, *lines, ""])


def prove(country: Country, totals: Totals, say: Say, *, whole: bool = True) -> str:
    """Every figure that was counted by hand, and (the `whole` of it) the book against its own rules; stops where they
    differ."""
    unlike = list(generate.disagreements(country, totals, 6))
    say("figures compared with what was counted")
    if not whole:
        _stop(unlike)
        return "Figures are what was counted; `verify` was not run."
    sums = timed(rollups.differences)
    say(f"sums summed anew in {sums:.1f} s")
    seconds = timed(lambda: unlike.extend(str(one) for one in verify()))
    _stop(unlike)
    say(f"figures are what was counted; verify found nothing, in {seconds:.1f} s")
    return f"Figures are what was counted; `verify` found nothing in {seconds:.0f} s."


def _stop(unlike: list[str]) -> None:
    if unlike:
        raise SystemExit("\n".join(unlike[:20]))


def megabytes() -> float:
    """What the database takes on disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database()) / 1e6")
        else:
            cursor.execute("SELECT page_count * page_size / 1e6 FROM pragma_page_count, pragma_page_size")
        return float(cursor.fetchone()[0])


def of_entries() -> str:
    """What the sums take beside the entries, each with its indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('ledger_rollup')::float / pg_total_relation_size('ledger_entry')")  # fmt: skip
            return f"{cursor.fetchone()[0]:.0%}"
        try:
            cursor.execute("SELECT 1 FROM dbstat LIMIT 1")
        except OperationalError:  # SQLite can be built without it
            return "?"
        cursor.execute(
            "SELECT m.tbl_name, SUM(s.pgsize) FROM dbstat s JOIN sqlite_master m ON m.name = s.name"
            " WHERE m.tbl_name IN ('ledger_entry', 'ledger_rollup') GROUP BY 1"
        )
        size = dict(cursor.fetchall())
        return f"{size['ledger_rollup'] / size['ledger_entry']:.0%}"


def agree(unit: Unit, period: Period, asked: list[Indicator]) -> None:
    """The plain queries say the same; stops where they do not."""
    flows = [one for one in asked if not (one.stock or one.opens or one.yearly)]
    ours = [figure.value or 0 for figure in figures(unit, period, flows)]
    theirs = rivals.one_query_each(unit, period, flows)
    unlike = [(one.key, *said) for one, *said in zip(flows, ours, theirs, strict=True) if said[0] != said[1]]
    if unlike:
        raise SystemExit(f"The two ways disagree about {unit.code}: {unlike[:5]}")


def hundred(totals: Totals) -> list[Indicator]:
    """A hundred indicators: those that were drawn, and others that add up."""
    drawn = [BY_KEY[key] for key in totals.indicators]
    return [*drawn, *(i for i in shown() if i.adds in ("sum", "distinct") and not i.stock and i not in drawn)][:100]  # fmt: skip


def measured(country: Country, totals: Totals, say: Say) -> Rows:
    """Name, seconds here, seconds of the other way if there is one."""
    asked, last = hundred(totals), country.size.last
    year = Period.between(date(2025, 1, 1), last)
    union = next(one for one in country.locals if one.heir is None)
    units = {name: Unit.objects.get(code=code) for name, code in
             (("the country", country.top), ("a province", country.provinces[0]), ("a grassroots union", union.code))}  # fmt: skip
    rows: Rows = []

    def add(
        name: str, ours: Callable[[], Any], theirs: Callable[[], Any] | None = None, runs: int = 9
    ) -> None:
        rows.append((name, median(ours, runs), timed(theirs) if theirs else None))
        say(f"{name}: {rows[-1][1] * 1000:.1f} ms" + (f", {rows[-1][2]:.2f} s" if rows[-1][2] else ""))  # fmt: skip

    _reports(add, units, year, asked, last)
    _others(add, units["the country"], year, asked)
    _lists(add, units["the country"])
    _moves(add, country)
    return rows


def _reports(add: Any, units: dict[str, Unit], year: Period, asked: list[Indicator], last: date) -> None:
    for name, unit in units.items():
        add(
            f"{len(asked)} indicators, {name}, the year, then; beside one query each",
            partial(figures, unit, year, asked),
            partial(rivals.one_query_each, unit, year, asked),
        )
        add(f"the same, {name}, on the tree of its last day (now)", partial(figures, unit, year, asked, tree=last), runs=3)  # fmt: skip
    agree(units["the country"], year, asked)
    agree(units["a grassroots union"], year, asked)
    once = [one for one in asked if one.adds == "distinct"]
    for name in ("the country", "a province"):
        add(
            f"{len(once)} that count somebody once, {name}, 5 March to 17 October; beside COUNT(DISTINCT)",
            partial(figures, units[name], MARCH_TO_OCTOBER, once),
            partial(rivals.one_query_each, units[name], MARCH_TO_OCTOBER, once),
        )


def _others(add: Any, top: Unit, year: Period, asked: list[Indicator]) -> None:
    """The country's year against one grouped pass, a table made for it beforehand, and what the machine can read."""
    ours = partial(figures, top, year, asked)
    add("the country's year; beside one grouped pass over the entries", ours, partial(rivals.one_pass, top, year, asked))  # fmt: skip
    made = timed(rivals.make_table)
    rivals.in_table(top, year, asked)
    add(f"the country's year; beside a flat table of all entries, made in {made:.1f} s and old at once", ours, partial(rivals.in_table, top, year, asked))  # fmt: skip
    add("the country's year; beside reading 19 bytes an entry once, in memory", ours, rivals.scan(Entry.objects.count()))  # fmt: skip


def _lists(add: Any, top: Unit) -> None:
    add("the list of all members, first page", partial(searches._names, top), partial(searches._first, top))
    for what, text in searches.NAMES.items():
        add(f"{what} ({text})", partial(searches._names, top, text), partial(searches._first, top, text))


def _moves(add: Any, country: Country) -> None:
    """A commune union with all under it goes to another province, and nothing of it stays."""
    over = Ancestry.objects.filter(unknown_at=None, depth=1, ancestor__kind__code="commune").values_list("ancestor", flat=True)  # fmt: skip
    unit = Unit.objects.get(pk=over.order_by("ancestor").first() or 0)
    place = Unit.objects.get(code=country.provinces[1])

    def move() -> None:
        with transaction.atomic():
            actions.move(unit=unit, to=place, on=date(2025, 11, 2), by=None)
            transaction.set_rollback(True)

    below = Ancestry.objects.filter(ancestor=unit, unknown_at=None).count()
    entries = Entry.objects.filter(unit__in=Ancestry.objects.filter(ancestor=unit).values("unit")).count()
    add(f"a commune union of {below} unions and {entries:,} entries moves", move, runs=3)
