"""Records over HTTP: what can be written and how, what was, and writing it: the form of each kind, filled by JSON."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.accounts import access
from congdoan.base.period import Period
from congdoan.records import kind as kinds
from congdoan.records import queries, rights, told
from congdoan.records.entry import Entry
from congdoan.records.kind import KINDS, Kind
from congdoan.records.page import Act, acts
from congdoan.records.record import Record
from congdoan.records.rowset import RowSet

from . import answers, paging, places, typed
from .answers import Added, Page
from .typed import Field

router = Router(tags=["records"])


class KindTold(Schema):
    """A kind of record."""

    slug: str
    label: str
    hint: str
    sensitive: bool


class ListTold(Schema):
    """A list a record holds."""

    name: str
    label: str
    required: bool
    fields: list[Field]


class KindAsked(KindTold):
    """What its form asks."""

    fields: list[Field]
    lists: list[ListTold]


class Brief(Schema):
    """A record in a list."""

    uid: str
    kind: str
    unit: str
    payer: str | None
    happened_on: str
    title: str
    version: int
    withdrawn: bool


class Acted(Schema):
    """One thing done to a record: what it said before and after, field by field."""

    action: str
    at: str | None
    by: str
    why: str
    changes: list[dict[str, str]]


class Whole(Brief):
    """A record: its fields and lists as its form takes them, what it adds, what was done to it. `lists` is null where
    the people on them are not for this seat to see; then `counts` says how many there are."""

    fields: dict[str, Any]
    lists: dict[str, list[dict[str, Any]]] | None
    counts: dict[str, int]
    partners: list[str]
    adds: list[Added]
    acts: list[Acted]


@router.get(
    "/kinds", response={200: list[KindTold], **answers.ASKING}, operation_id="kinds", summary="Các loại việc"
)
def list_kinds(request: HttpRequest) -> Any:
    """What can be written down."""
    return [_kind(kind) for kind in KINDS.values()]


@router.get(
    "/kinds/{slug}",
    response={200: KindAsked, **answers.ASKING},
    operation_id="kind",
    summary="Một loại việc hỏi gì",
)
def one_kind(request: HttpRequest, slug: str, unit: str) -> Any:
    """Its form before a union: fields, lists, the choices there are for it."""
    kind, found = rights.found_kind(slug), places.unit(request, unit)
    entry = Entry(kind, found)
    lists = [
        ListTold(name=rows.spec.name, label=rows.spec.label, required=rows.spec.required, fields=typed.described(rows.blank.form))
        for rows in entry.lists
    ]  # fmt: skip
    return {**_kind(kind), "fields": typed.described(entry.form), "lists": lists}


@router.get(
    "/records",
    response={200: Page[Brief], **answers.ASKING},
    operation_id="records",
    summary="Các việc đã ghi",
)
def list_records(
    request: HttpRequest,
    unit: str,
    period: str | None = None,
    kind: str | None = None,
    fund: str | None = None,
    own: bool = False,
    withdrawn: bool = False,
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: str | None = None,
) -> Any:
    """What a union and those under it did or paid for, the newest first."""
    rows = queries.under(queries.visible(request.user), places.unit(request, unit)).filter(
        withdrawn=withdrawn
    )
    if period:
        days = Period.parse(period)
        rows = rows.filter(happened_on__gte=days.first, happened_on__lte=days.last)
    rows = rows.filter(kind=rights.found_kind(kind).slug) if kind else rows
    rows = rows.filter(unit__code=unit) if own else rows
    rows = queries.with_fund(rows, fund) if fund else rows
    rows = queries.with_text(rows, q, request.user) if q else rows
    found, after = paging.paged(rows.select_related("unit", "payer"), ("-happened_on", "-pk"), cursor)
    return {"items": [_brief(record) for record in found], "next": after}


@router.get(
    "/records/{uid}", response={200: Whole, **answers.ASKING}, operation_id="record", summary="Một việc"
)
def one_record(request: HttpRequest, uid: str) -> Any:
    """A record with its lists and versions. Seeing a sensitive list is noted in the trail."""
    found = queries.record_or_404(request.user, uid)  # type: ignore[arg-type]
    sees = rights.seen_rows(request, found)
    entry = Entry(kinds.of(found), found.unit, record=found)
    return {
        **_brief(found),
        "fields": typed.shown(entry.form),
        "lists": {rows.spec.name: _rows(request, entry, rows) for rows in entry.lists} if sees else None,
        "counts": {rows.spec.name: len(rows.rows) for rows in entry.lists},
        "partners": [partner.name for partner in found.partners.all()],
        "adds": adds(found),
        "acts": [_acted(act) for act in acts(found, rows=sees)],
    }


def _kind(kind: Kind) -> dict[str, Any]:
    return {"slug": kind.slug, "label": kind.label, "hint": kind.hint, "sensitive": kind.sensitive}


def _brief(record: Record) -> dict[str, Any]:
    return {
        "uid": str(record.uid),
        "kind": record.kind,
        "unit": record.unit.code,
        "payer": record.payer.code if record.payer else None,
        "happened_on": record.happened_on.isoformat(),
        "title": record.title,
        "version": record.version,
        "withdrawn": record.withdrawn,
    }


def _rows(request: HttpRequest, entry: Entry, rows: RowSet) -> list[dict[str, Any]]:
    """The rows of a list, without the columns this seat may not see."""
    keeps = access.may_see_sensitive(request.user, entry.unit)
    hidden = (
        [] if keeps else [n for n in rows.blank.form.fields if told.is_sensitive(entry.kind, rows.spec, n)]
    )
    return [typed.shown(row.form, hidden) for row in rows.rows]


def adds(record: Record) -> list[Added]:
    """What counts today of what it has drawn."""
    return [
        Added(
            code=one.indicator.code,
            label=one.indicator.name,
            unit=one.unit.code,
            day=one.day.isoformat(),
            quantity=one.quantity,
        )
        for one in queries.adds(record)
    ]


def _acted(act: Act) -> Acted:
    posting = act.posting
    changes = [{"label": one.label, "before": one.before, "after": one.after} for one in act.changes]
    at = posting.at.isoformat() if posting.at else None
    return Acted(action=posting.action, at=at, by=act.who, why=posting.why, changes=changes)
