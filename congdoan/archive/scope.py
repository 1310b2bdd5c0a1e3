"""Which rows are the book of a union: its own and those of all that ever stood under it, with what they rest on.

Of other unions there is only what these rows name: the fund that paid, a movement launched above, a record that counts
here (whole, as it is read here), the unions above by their names and places. Nothing of what else they keep.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from congdoan.audit.models import Posting
from congdoan.funds.models import Disclosure, Dues, Estimate, Loan, Voucher
from congdoan.ledger import origins
from congdoan.ledger.models import Entry
from congdoan.members.models import Apart, Card, Membership, NameWord, Person, Register
from congdoan.officers.models import Committee, Group
from congdoan.org.ancestry import below_ever
from congdoan.org.models import Ancestry, Naming, Organising, Placement, Unit
from congdoan.oversight.models import Complaint, FollowUp, PlanLine
from congdoan.papers.models import Paper, ReportDue
from congdoan.records.kind import KINDS
from congdoan.records.record import Partner, Record, Version
from congdoan.targets.models import Confirmation

from .tables import Table, label, of_units, references, tables

Rows = dict[Table, set[int]]
# What is kept in no archive, and why.
LEFT_OUT = {
    "ledger.Rollup": "sums, folded anew",
    "ledger.Node": "where sums are kept, found anew",
    "ledger.Watermark": "how far sums are kept",
    "upward.Sent": "what that installation sends to its centre",
    "upward.Book": "the same",
    "upward.Cell": "the same, sums of sums",
    "audit.Event": "the trail of that installation, sealed there",
    "accounts.User": "who logs in there; those who wrote are named, without a way in",
    "accounts.Seat": "rights, given anew",
    "accounts.Token": "a way in for programs",
    "imports.Import": "a file on its way in: what it brought is in the book, and is taken back there",
    "imports.Content": "the same",
    "imports.Habit": "how a union's own files are read, learnt anew",
    "reform.Reorganisation": "plans carried out: what they did to the tree is in the tree, and is taken back there",
    "api.Sent": "answers to programs there",
    "sessions.Session": "who is logged in",
    "auth.Permission": "not used",
    "auth.Group": "not used",
    "contenttypes.ContentType": "not used",
    "axes.AccessAttempt": "failed logins",
    "axes.AccessAttemptExpiration": "failed logins",
    "axes.AccessFailureLog": "failed logins",
    "axes.AccessLog": "failed logins",
}
# Which table an entry's source is a row of.
SOURCES: dict[int, Table] = {
    origins.RECORD: Record,
    origins.UNIT: Unit,
    origins.ORGANISING: Organising,
    origins.MEMBERSHIP: Membership,
    origins.CARD: Card,
    origins.REGISTER: Register,
    origins.VOUCHER: Voucher,
    origins.LENDING: Loan,
    origins.ESTIMATE: Estimate,
    origins.DISCLOSURE: Disclosure,
    origins.DUES: Dues,
    origins.TARGETS: Unit,
    origins.SCORE_SHEET: Confirmation,
    origins.OFFICER: Person,
    origins.COMMITTEE: Committee,
    origins.GROUP: Group,
    origins.PLAN_LINE: PlanLine,
    origins.FOLLOW_UP: FollowUp,
    origins.COMPLAINT: Complaint,
    origins.PAPER: Paper,
    origins.REPORT_DUE: ReportDue,
}
CHUNK = 5000


def kept() -> list[Table]:
    """The tables of an archive."""
    return [Posting, *(table for table in tables() if label(table) not in LEFT_OUT)]


def rows_of(unit: Unit) -> Rows:
    """The numbers of the rows of a union's book, by table."""
    units = below_ever([unit.pk])
    own, found = _own(units), {table: set[int]() for table in kept()}
    _take(found, own)
    _take(found, _counting_in(units))
    _take(found, _above(unit))
    _take(found, {Entry: _entries(units, own)})
    people, named = found[Person], found[Unit]
    found[NameWord] = {pk for some in chunks(people) for pk in _numbers(NameWord, person__in=some)}
    found[Ancestry] = _numbers(Ancestry, unit__in=named, ancestor__in=named)
    apart = Apart.objects.values_list("pk", "one", "other")
    found[Apart] = {pk for pk, one, other in apart if one in people and other in people}
    found[Posting] = {pk for table, rows in found.items() for pk in _postings(table, rows)}
    return found


def chunks(numbers: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Few enough at a time to be asked for."""
    every = sorted(numbers)
    return (tuple(every[at : at + CHUNK]) for at in range(0, len(every), CHUNK))


def _own(units: Collection[int]) -> Rows:
    """What belongs to these unions, and what is everybody's (levels, items, rates …)."""
    later = {Posting, Entry, NameWord, Ancestry, Apart}
    only_named = {"ledger.Cut", "records.StoredFile"}
    found: Rows = {table: set() for table in kept()}
    for table in kept():
        if table not in later and label(table) not in only_named:
            mine = table._default_manager.filter(of_units(table, units))
            found[table] = set(mine.values_list("pk", flat=True))
    return found


def _counting_in(units: Collection[int]) -> Rows:
    """What draws entries at these unions, whosever it is."""
    found: Rows = defaultdict(set)
    drawn = Entry.objects.filter(unit__in=units).values_list("origin", "source").distinct()
    for origin, source in drawn.iterator():
        found[SOURCES[origin]].add(source)
    return found


def _above(unit: Unit) -> Rows:
    """The unions it stood under, where they stood and what they were called."""
    above = set(Ancestry.objects.filter(unit=unit).values_list("ancestor", flat=True))
    return {
        Unit: above,
        Placement: _numbers(Placement, unit__in=above),
        Naming: _numbers(Naming, unit__in=above),
    }


def _entries(units: Collection[int], own: Rows) -> set[int]:
    """What counts at these unions, and what their own things count elsewhere."""
    found = _numbers(Entry, unit__in=units)
    for origin, table in SOURCES.items():
        for some in chunks(own[table]):
            found |= _numbers(Entry, origin=origin, source__in=some)
    return found


def _take(found: Rows, fresh: Mapping[Table, set[int]]) -> None:
    """Take rows in, with all that they point at, and what that points at."""
    while fresh := {table: rows - found[table] for table, rows in fresh.items() if table in found}:
        wanted: Rows = defaultdict(set)
        for table, rows in fresh.items():
            found[table] |= rows
            for other, numbers in _named_by(table, rows):
                wanted[other] |= numbers
        fresh = {table: rows for table, rows in wanted.items() if rows - found.get(table, rows)}


def _named_by(table: Table, rows: Collection[int]) -> Iterator[tuple[Table, set[int]]]:
    """What these rows point at; of a record its lists too, without which it says nothing."""
    pointing = [field for field in references(table) if field.related_model is not Posting]
    for some in chunks(rows):
        asked = table._default_manager.filter(pk__in=some).values_list(*(f.attname for f in pointing))
        columns = list(zip(*asked, strict=True)) if pointing else []
        for field, column in zip(pointing, columns, strict=False):
            yield field.related_model, set(column) - {None}
        if table is Record:
            yield from _parts(some)


def _parts(records: Collection[int]) -> Iterator[tuple[Table, set[int]]]:
    """What a record is made of."""
    for part in (Partner, Version):
        yield part, _numbers(part, record__in=records)
    for kind in KINDS.values():
        yield kind.model, _numbers(kind.model, pk__in=records)
        for spec in kind.lines:
            yield spec.model, _numbers(spec.model, record__in=records)


def _postings(table: Table, rows: Collection[int]) -> Iterator[int]:
    pointing = [field.attname for field in references(table) if field.related_model is Posting]
    for some in chunks(rows) if pointing else ():
        for row in table._default_manager.filter(pk__in=some).values_list(*pointing):
            yield from (number for number in row if number is not None)


def _numbers(table: Table, **which: object) -> set[int]:
    return set(table._default_manager.filter(**which).values_list("pk", flat=True))
