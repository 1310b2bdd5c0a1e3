"""Writing records over HTTP: the form of each kind, filled by JSON; amended, withdrawn, confirmed."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any

from django.http import HttpRequest
from pydantic import WithJsonSchema, create_model

from congdoan.accounts import access
from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import Form
from congdoan.org.models import Unit
from congdoan.records import actions, queries, rights
from congdoan.records import kind as kinds
from congdoan.records.defaults import prefer_funds
from congdoan.records.entry import Entry
from congdoan.records.filling import amended
from congdoan.records.forms import ReasonForm
from congdoan.records.kind import KINDS, Kind, LineSpec
from congdoan.records.record import Record
from congdoan.records.rowset import RowSet

from . import answers, places, typed
from .acting import Act, Key, expose
from .answers import Done
from .door import Unfit
from .once import once
from .records import adds, router
from .typed import Said

UNIT = Annotated[Any, WithJsonSchema({"type": "string", "description": "Mã công đoàn ghi việc."})]
WHY = Annotated[Any, WithJsonSchema({"type": "string", "description": "Lý do sửa.", "maxLength": 500})]
PARTNERS = Annotated[
    Any, WithJsonSchema({"type": ["string", "null"], "description": "Phối hợp với, cách nhau bằng “;”."})
]


def offer(kind: Kind) -> None:
    """The address to write a record of this kind."""
    name = "".join(part.title() for part in kind.slug.split("_"))
    make: Any = create_model
    rows = {spec.name: (rows_of(name, spec), None) for spec in kind.lines}
    lists = make(f"{name}Lists", __base__=Said, **rows)
    told = {"unit": (UNIT, ...), "fields": (typed.body(f"{name}Fields", kind.form), ...)}
    new: Any = make(f"{name}New", __base__=Said, **told, lists=(lists, lists()), partners=(PARTNERS, ""))

    @router.post(
        f"/kinds/{kind.slug}/records",
        response={200: Done, **answers.ACTING},
        operation_id=f"add_{kind.slug}",
        summary=f"Ghi: {kind.label}",
    )
    def add(request: HttpRequest, said: new, key: Key) -> Any:
        content = said.model_dump(exclude_unset=True)
        return once(request, request.auth, key, content, lambda uid: _added(request, kind, content, uid))  # type: ignore[attr-defined]


def rows_of(name: str, spec: LineSpec) -> Any:
    """The schema of a list."""
    row: Any = typed.body(f"{name}{spec.name.title()}", spec.form)
    return list[row] | None


class Amended(Said):
    """What changes; what is not said stays. A list that is said takes the place of the one there was."""

    why: WHY
    fields: dict[str, Any] = {}
    lists: dict[str, list[dict[str, Any]] | None] = {}
    partners: PARTNERS = None


@router.patch(
    "/records/{uid}",
    response={200: Done, **answers.ACTING},
    operation_id="amend_record",
    summary="Sửa một việc",
)
def amend(request: HttpRequest, uid: str, said: Amended, key: Key) -> Any:
    """Amend a record: what it said stays readable, figures follow."""
    record = rights.changeable(request, uid)  # type: ignore[arg-type]
    if not queries.may_see_rows(request.user, record):
        raise NotHere
    content = said.model_dump(exclude_unset=True)
    return once(request, request.auth, key, content, lambda made: _amended(request, record, content))  # type: ignore[attr-defined]


def _changeable(request: HttpRequest, uid: str) -> Record:
    return rights.changeable(request, uid)  # type: ignore[arg-type]


def _confirmable(request: HttpRequest, uid: str) -> Record:
    record = _changeable(request, uid)
    access.require(rights.may_confirm(request, record))
    return record


def _withdraw(record: Record, form: Any, by: int) -> None:
    actions.withdraw(record=record, by=by, why=form.cleaned_data["why"])


def _confirm(record: Record, form: Any, by: int) -> None:
    actions.confirm(record=record, by=by)


def _added(request: HttpRequest, kind: Kind, said: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
    unit = rights.writable(request, places.unit(request, str(said["unit"])), kind)
    entry = _filled(kind, unit, said)
    by, other = request.user.pk, rights.instead(request, unit, kind)
    return _written(
        entry, lambda: actions.add(kind=kind, unit=unit, by=by, uid=uid, entered_for=other, **entry.said())
    )


def _amended(request: HttpRequest, record: Record, said: dict[str, Any]) -> dict[str, Any]:
    entry = _filled(kinds.of(record), record.unit, said, record)
    why = entry.around.cleaned_data.get("why", "") if entry.around.is_valid() else ""
    return _written(entry, lambda: amended(request, record, why, entry.said()))


def _filled(kind: Kind, unit: Unit, said: dict[str, Any], record: Record | None = None) -> Entry:
    """The form as a browser would send it: as it begins, and what was said."""
    blank, data = Entry(kind, unit, record=record), typed.Data()
    fields, lists = said.get("fields") or {}, said.get("lists") or {}
    wrong = [*typed.unknown(blank.form, fields), *unknown_lists(kind.lines, lists)]
    typed.fill(data, blank.form, fields)
    typed.fill(data, blank.around, {name: said[name] for name in ("why", "partners") if name in said})
    for rows in blank.lists:
        wrong += fill_rows(data, rows, lists.get(rows.spec.name))
    if wrong:
        raise Unfit(wrong)
    entry = Entry(kind, unit, data=data, record=record)
    if record:
        prefer_funds(entry.form, kind, unit, {}, entry.full)  # type: ignore[arg-type]
    return entry


def fill_rows(data: typed.Data, rows: RowSet, said: list[dict[str, Any]] | None) -> list[dict[str, str]]:
    """The rows said, or those there are; what was said in them that the form does not ask."""
    name, wrong = rows.spec.name, list[dict[str, str]]()
    forms = [row.form for row in rows.rows] if said is None else [rows.form_at(n) for n in range(len(said))]
    for number, form in enumerate(forms):
        given = {} if said is None else said[number]
        wrong += [{**one, "field": f"{name}[{number}].{one['field']}"} for one in typed.unknown(form, given)]
        data.appendlist(f"{name}-row", str(number))
        typed.fill(data, form, given)
    return wrong


def unknown_lists(specs: Iterable[LineSpec], lists: dict[str, Any]) -> list[dict[str, str]]:
    """The lists that were said and are not asked."""
    known = {spec.name for spec in specs}
    return [
        {"field": name, "message": typed.UNASKED.format(name=name)} for name in lists if name not in known
    ]


def _written(entry: Entry, write: Callable[[], Record]) -> dict[str, Any]:
    """What writing it came to; or what is wrong, each in its place."""
    if entry.is_valid():
        try:
            record = write()
        except Refused as refused:
            entry.refuse(refused)
        else:
            return Done(
                uid=str(record.uid), title=record.title, version=record.version, adds=adds(record)
            ).dict()
    raise Unfit(list(_errors(entry)))


def _errors(entry: Entry) -> Iterator[dict[str, str]]:
    yield from typed.errors(entry.form)
    yield from typed.errors(entry.around)
    yield from row_errors(entry.lists)


def row_errors(lists: Iterable[RowSet]) -> Iterator[dict[str, str]]:
    """Every error of these lists: of the list as a whole, and of its rows."""
    for rows in lists:
        yield from ({"field": rows.spec.name, "message": message} for message in rows.errors)
        for number, row in enumerate(rows.rows):
            yield from typed.errors(row.form, f"{rows.spec.name}[{number}].")


for _kind_of_record in KINDS.values():
    offer(_kind_of_record)
ACTS = (
    Act(
        "/records/{uid}/withdraw", "withdraw_record", "Hủy việc ghi nhầm", _changeable, ReasonForm, _withdraw
    ),
    Act(
        "/records/{uid}/confirm",
        "confirm_record",
        "Xác nhận việc ghi thay là đúng",
        _confirmable,
        Form,
        _confirm,
    ),
)
for _act in ACTS:
    expose(router, _act, "records")
