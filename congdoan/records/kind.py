"""What a kind of record is: its columns, its rows, what it draws, how it is said. One file of `kinds/` each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.funds.movements import Movement
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit

from .record import Line, Record

Rows = Mapping[str, Sequence[Line]]


@dataclass(frozen=True)
class LineSpec:
    """A list a record holds. `paste` names the form's fields in the order of pasted spreadsheet columns.

    `person`: its rows name somebody (`person`, or `name` and `relation` of one not yet known). `default(record)` says
    the rows of a list left empty.
    """

    name: str
    model: type[Line]
    form: type[forms.Form]
    label: str
    add_label: str
    paste: tuple[str, ...] = ()
    required: bool = False
    person: bool = False
    default: Callable[[Any], Sequence[Mapping[str, Any]]] = lambda record: ()

    def given(self, record: Any, lines: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Mapping[str, Any]]:
        """The rows given for this list, as actions take them; those a list left empty stands for, if none were."""
        return list(lines.get(self.name, ()) or self.default(record))

    @property
    def follow(self) -> list[str]:
        """What its rows are read with."""
        return [
            field.name
            for field in self.model._meta.concrete_fields
            if field.is_relation and field.name != "record"
        ]


@dataclass(frozen=True)
class Receipt:
    """One line of a list to sign: who receives, their union, what, and how many đồng (0: nothing in money)."""

    name: str
    union: Unit
    what: str
    amount: int = 0


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    `draws(record, rows)` yields what it adds to which figures, from rows not yet saved as well (the preview).
    `title(record, rows)` says what was done without naming anybody. `check(record, rows)` refuses what cannot be.
    `check_withdrawal(record)` refuses it while others rest on it. `carry_out(record, rows, posting)` does in other rooms
    what follows from it, in the same transaction, whenever it is written, and undoes that once it is withdrawn.
    `money(record, rows)` says what it moves in which fund: its vouchers are written, reversed and written anew with it
    (the model then has a column `fund`). `doubts(record, rows)` says what looks odd and may be right all the same.
    `receipts(record, rows)` says who signs for what on the list to sign (`papers` then holds `receipt_list`).
    `results(record)` says what has come of it in others' records. `feeds` names every indicator it may draw.
    `attended`: of a kind of meeting, the column that says how many came; `met_as(record)` which sort of meeting it was.
    `inspectors`: it is the work of an inspection committee, so its inspector writes it too.
    `sensitive`: rows are shown by role and need, and each sight is logged.
    """

    slug: str
    label: str
    icon: str
    chapter: int
    model: type[Record]
    form: type[forms.Form]
    draws: Callable[[Any, Rows], Iterable[Draw]]
    title: Callable[[Any, Rows], str]
    feeds: frozenset[str]
    lines: tuple[LineSpec, ...] = ()
    check: Callable[[Any, Rows], None] = lambda record, rows: None
    check_withdrawal: Callable[[Any], None] = lambda record: None
    carry_out: Callable[[Any, Rows, Posting], None] = lambda record, rows, posting: None
    money: Callable[[Any, Rows], Iterable[Movement]] | None = None
    doubts: Callable[[Any, Rows], Iterable[str]] = lambda record, rows: ()
    receipts: Callable[[Any, Rows], Iterable[Receipt]] = lambda record, rows: ()
    results: Callable[[Any], Iterable[tuple[str, str]]] = lambda record: ()
    attended: str = ""
    met_as: Callable[[Any], str] = lambda record: ""
    papers: tuple[str, ...] = ()
    through: tuple[str, str] = ("", "")  # what it may be written from, in other rooms: its name, its address
    panels: tuple[str, ...] = ()  # addresses of other rooms that tell more of a record, shown on its page
    inspectors: bool = False
    sensitive: bool = False
    hint: str = ""
    words: tuple[str, ...] = field(default=())

    @property
    def columns(self) -> list[str]:
        """The kind's own columns, besides what every record has."""
        return [f.name for f in self.model._meta.local_concrete_fields if f.name != "record_ptr"]

    def movements(self, record: Any, rows: Rows) -> list[Movement]:
        """The money a record moves; none of a kind that moves none."""
        return list(self.money(record, rows)) if self.money else []


KINDS: dict[str, Kind] = {}
LISTED: dict[
    str, Sequence[LineSpec]
] = {}  # the lists of forms that are of no kind (a proposal's candidates), by a name of theirs


def register(kind: Kind) -> Kind:
    """Add a kind to the list; called from its file."""
    KINDS[kind.slug] = kind
    return kind


def find(slug: str) -> Kind:
    """The kind of that name. Refuses one that doesn't exist."""
    if slug not in KINDS:
        raise Refused(f"Không có loại việc “{slug}”; hãy chọn một loại ở trang Ghi việc.", "kind")
    return KINDS[slug]


def of(record: Record) -> Kind:
    """The kind of a record."""
    return KINDS[record.kind]


def full(record: Record) -> Any:
    """The record with its kind's own columns."""
    model = of(record).model
    return (
        record
        if isinstance(record, model)
        else model._default_manager.select_related("unit__kind").get(pk=record.pk)
    )


def rows(record: Record) -> dict[str, list[Line]]:
    """The saved rows of a record, list by list."""
    return rows_of(of(record), [record])[record.pk]


def rows_of(kind: Kind, records: Sequence[Record]) -> dict[int, dict[str, list[Line]]]:
    """The saved rows of records of one kind, by their numbers: one question a list, however many records there are."""
    found: dict[int, dict[str, list[Line]]] = {
        record.pk: {spec.name: [] for spec in kind.lines} for record in records
    }
    for spec in kind.lines:
        every = spec.model._default_manager.filter(record__in=list(found)).order_by("record", "position")
        for row in every.select_related(*spec.follow):
            found[row.record_id][spec.name].append(row)
    return found
