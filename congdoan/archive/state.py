"""The state of the book: one digest over everything that can be asked of it today, and over nothing of how it came to be so.

Two books of one state answer every question alike. In it are the rows that stand, each by public names alone (codes,
uids, days, what it says): unions and where they stand, employers, people, memberships, posts, records with their lists,
papers, plans, targets and the rest; what each fund holds and the vouchers that make it so; and the **figures**. Those
are not asked one by one: every figure, then or now, of any union, period, scope and breakdown is worked out from two
things alone (`ledger.sql`), the live entries and the tree. So the entries, added up by (indicator, union, day, breakdown,
subject), and the placements stand for all of them; two books that agree in both agree in every figure.

Nothing of history: no postings, versions, trail, row numbers, instants, and no order. Each row's SHA-256 is added to the
sum of its part, so rows are read as the database gives them, in one pass, with nothing to sort and so no collation that
two databases could disagree on. The digest is the SHA-256 of the parts, in the order of their names.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import DateTimeField, ForeignKey, Sum

from congdoan.audit import lock
from congdoan.audit.models import Posting
from congdoan.funds.models import Leg
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.ledger.models import Entry
from congdoan.members.models import Household, Membership, Person
from congdoan.org.ancestry import below_ever
from congdoan.org.models import Employer, Unit

from .tables import NUMBERS, TAKEN_BACK, Table, label, lookups, of_units, standing, tables

Row = tuple[Any, ...]

# What is history, or follows from the rest, or is told below in its own way.
NOT_ASKED = {
    "org.Ancestry": "follows from the placements",
    "org.Heir": "follows from the successions",
    "org.Bequest": "told by the figures on today's tree",
    "ledger.Entry": "told as figures",
    "ledger.Cut": "told with the figures",
    "ledger.Rollup": "sums of entries",
    "ledger.Node": "where sums are kept",
    "ledger.Watermark": "how far sums are kept",
    "members.NameWord": "words of the names",
    "members.Earlier": "history",
    "members.Household": "told with its people",
    "funds.Voucher": "told with what it moves",
    "funds.Leg": "told as what stands",
    "records.Record": "told by its kind",
    "records.Version": "history",
    "records.StoredFile": "told by what it is attached to",
    "papers.PaperVersion": "history",
    "papers.LineVersion": "history",
}
# Columns that say how a row came about, or repeat what others say.
HISTORY = {"version", "text_key", "name_key", "given_key", "twin_key", "entered_by"}
SUBJECTS: dict[str, Table] = {
    "person": Person,
    "child": Person,
    "household": Household,
    "employer": Employer,
    "unit": Unit,
    "transfer": Membership,
}
WHOLE = 1 << 256
encode = json.JSONEncoder(ensure_ascii=False, default=str, sort_keys=True).encode


@dataclass(frozen=True)
class State:
    """The digest, and of each part how many rows it has and its own: where two states differ."""

    digest: str
    parts: Mapping[str, tuple[int, str]]


def state(unit: Unit | None = None) -> State:
    """The state of the whole book, or of a union's: its own and that of all that ever stood under it."""
    with lock.one_moment():
        parts = {name: _digest(rows) for name, rows in sections(unit)}
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(f"{name} {parts[name][0]} {parts[name][1]}\n".encode())
    return State(whole.hexdigest(), parts)


def sections(unit: Unit | None = None) -> Iterator[tuple[str, Iterable[Row]]]:
    """What the state is made of: the name of each part, and its rows."""
    units = None if unit is None else below_ever([unit.pk])
    names = cache(_names)
    for table in tables():
        if label(table) not in NOT_ASKED:
            yield label(table), rows(table, units, names)
    yield "funds.held", _held(units)
    yield "funds.moved", _moved(units)
    yield "figures", _figures(units, names)


def rows(
    table: Table, units: Collection[int] | None, names: Callable[[Table], dict[int, str]]
) -> Iterator[Row]:
    """What stands in a table, by public names."""
    found = table._default_manager.filter(standing(table), of_units(table, units)).order_by()
    asked, numbers = list(_columns(table)), NUMBERS.get(label(table), {})
    turned = [(n, names(numbers[path])) for n, (path, _) in enumerate(asked) if path in numbers]
    said = [n for n, (_, whether) in enumerate(asked) if whether]
    for row in found.values_list(*(path for path, _ in asked)).iterator(2000):
        if not turned and not said:
            yield row
            continue
        changed = list(row)
        for n, named in turned:
            changed[n] = named.get(changed[n])
        for n in said:
            changed[n] = changed[n] is not None
        yield tuple(changed)


def _columns(table: Table) -> Iterator[tuple[str, bool]]:
    """How each column is read, and whether all that is asked is whether there is anything."""
    for field in table._meta.concrete_fields:
        if field.primary_key or isinstance(field, DateTimeField) or field.name in HISTORY | TAKEN_BACK:
            continue
        if isinstance(field, ForeignKey) and field.related_model is Posting:
            yield from [(field.attname, True)] if field.null else []
        else:
            yield from ((path, False) for path in lookups(field))


def _held(units: Collection[int] | None) -> Iterator[Row]:
    """What each fund holds."""
    legs = Leg.objects.filter(of_units(Leg, units), fund__isnull=False)
    return legs.values_list("fund__code").annotate(sum=Sum("amount")).order_by().iterator()


def _moved(units: Collection[int] | None) -> Iterator[Row]:
    """What the vouchers that stand have moved: those taken back and those that take back are no more than history."""
    legs = Leg.objects.filter(of_units(Leg, units), voucher__reverses=None, voucher__reversal=None)
    said = ("unit__code", "form", "dated_on", "party", "words", "origin")
    what = (f"voucher__{name}" for name in said)
    item = ("item__scheme", "item__number", "item__purpose", "item__side")
    return legs.values_list(*what, "fund__code", *item, "amount").order_by().iterator(2000)


def _figures(units: Collection[int] | None, names: Callable[[Table], dict[int, str]]) -> Iterator[Row]:
    """The live entries, added up: for whom, where a figure counts somebody; else that is for the rows to tell."""
    entries = Entry.objects.filter(of_units(Entry, units))
    added = entries.values_list("indicator", "unit__code", "day", "cut__key", "subject").order_by()
    sums: dict[Row, list[int]] = {}
    for number, unit, day, cut, subject, quantity, lines in added.annotate(
        quantity=Sum("quantity"), lines=Sum("sign")
    ).iterator(2000):
        indicator = BY_NUMBER[number]
        whom = names(SUBJECTS[indicator.subject]).get(subject) if subject and indicator.subject else None
        held = sums.setdefault((indicator.key, unit, day, cut, whom), [0, 0])
        held[0], held[1] = held[0] + quantity, held[1] + lines
    return ((*key, *held) for key, held in sums.items() if any(held))


def _names(table: Table) -> dict[int, str]:
    """The public names of the rows of a table, by number."""
    name = "code" if table in (Unit, Employer) else "uid"
    return dict(table._default_manager.values_list("pk", name).iterator(5000))


def _digest(rows: Iterable[Row]) -> tuple[int, str]:
    """How many rows, and the sum of their digests."""
    count = total = 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(encode(row).encode()).digest(), "big")
    return count, f"{total % WHOLE:064x}"
