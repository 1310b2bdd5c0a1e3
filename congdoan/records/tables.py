"""Records, and the lists of one record, as they are taken out."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.fields import FOREVER
from congdoan.base.forms import MoneyField
from congdoan.base.table import DAY, MOMENT, NUMBER, TEXT, YEAR, Column, Table

from . import kind as kinds
from . import told
from .kind import Kind, LineSpec
from .record import Line, Record

PETITIONS = (
    Column("Điều nêu ra", lambda row: row.content),
    Column("Công đoàn", lambda row: row.record.unit.name),
    Column("Ai trả lời", lambda row: row.addressee),
    Column("Hạn", lambda row: row.due_on, DAY),
    Column("Ngày nêu", lambda row: row.record.happened_on, DAY),
)


def of_records(records: Iterable[Record], user: Somebody | None = None, *, sensitive: bool = False) -> Table:
    """A list of records, one a row; with the kind's own columns when all are of one kind. No names of people.

    Notes may tell who was ill: of a sensitive kind they are shown only where the person asking may see such things,
    or when `sensitive` asks for them.
    """
    rows = list(records.select_related("unit", "payer", "made") if isinstance(records, QuerySet) else records)
    found = {row.kind for row in rows}
    own = _own_columns(kinds.find(found.pop()), rows) if len(found) == 1 else []
    return Table("Danh sách việc", [*_shared(_readable(user, sensitive)), *own, *_ends()], rows)


def of_lists(record: Record, *, sensitive: bool = False) -> list[Table]:
    """The lists of one record; columns of health, hardship, the Party only if asked for (`sensitive`)."""
    kind, rows = kinds.of(record), kinds.rows(record)
    return [
        Table(spec.label, list_columns(kind, spec, sensitive), rows[spec.name])
        for spec in kind.lines
        if rows[spec.name]
    ]


def _shared(readable: Callable[[Record], bool]) -> list[Column]:
    """What every record says."""
    return [
        Column("Ngày", lambda row: row.happened_on, DAY),
        Column("Việc", lambda row: row.title),
        Column("Loại việc", lambda row: kinds.of(row).label),
        Column("Công đoàn", lambda row: row.unit.name),
        Column("Mã công đoàn", lambda row: row.unit.code),
        Column("Công đoàn chi tiền", lambda row: row.payer.name if row.payer else ""),
        Column("Tình trạng", _state),
        Column("Ghi chú", lambda row: row.note if readable(row) else ""),
    ]


def _ends() -> list[Column]:
    return [
        Column("Lần ghi", lambda row: row.version, NUMBER),
        Column("Ghi lúc", lambda row: row.made.at, MOMENT),
        Column("Mã việc", lambda row: str(row.uid)),
    ]


def _state(record: Record) -> str:
    if record.withdrawn:
        return "Đã hủy"
    if record.entered_for:
        return "Ghi thay, đã xác nhận" if record.confirmed_id else "Ghi thay, chờ xác nhận"
    return "Đang tính"


def _readable(user: Somebody | None, sensitive: bool) -> Callable[[Record], bool]:
    """Whose notes of sensitive kinds are shown: one question for the whole list."""
    keepers = set(access.units_seen(user, access.KEEPERS).values_list("pk", flat=True)) if user else set()
    return lambda row: sensitive or not kinds.of(row).sensitive or row.unit_id in keepers


def _own_columns(kind: Kind, rows: Sequence[Record]) -> list[Column]:
    """The kind's own columns, read for the whole list at once."""
    full = kind.model._default_manager.in_bulk([row.pk for row in rows])
    fields = told.form_fields(kind.form)
    return [_own(kind, full, name, fields[name]) for name in fields if name in kind.columns]


def _own(kind: Kind, full: dict[Any, Any], name: str, field: forms.Field) -> Column:
    column = told.column_of(kind.model, name)

    def value(row: Record) -> Any:
        raw = getattr(full[row.pk], name)
        return raw if _typed(raw, column) else told.text_of(field, column, raw)

    return Column(told.label_of(field), value, _kind(field, column))


def list_columns(kind: Kind, spec: LineSpec, sensitive: bool) -> list[Column]:
    fields = {
        name: field
        for name, field in told.form_fields(spec.form).items()
        if name != "person" and (sensitive or not told.is_sensitive(kind, spec, name))
    }
    return [_listed(spec, name, field) for name, field in fields.items()]


def _listed(spec: LineSpec, name: str, field: forms.Field) -> Column:
    column = told.column_of(spec.model, name)

    def value(row: Line) -> Any:
        raw = getattr(row, name, None)
        return raw if _typed(raw, column) else told.cell_of(spec, field, name, row)

    return Column(told.label_of(field), value, _kind(field, column))


def _typed(raw: Any, column: Any) -> bool:
    """Whether a file keeps it as it is: a number or a day that has an end."""
    if isinstance(raw, date):
        return raw != FOREVER
    return isinstance(raw, int) and not isinstance(raw, bool) and not getattr(column, "choices", None)


def _kind(field: forms.Field, column: Any) -> str:
    if isinstance(field, forms.DateField):
        return DAY
    if getattr(column, "name", "").endswith("year"):
        return YEAR
    return NUMBER if isinstance(getattr(column, "default", None), int) or _counts(field) else TEXT


def _counts(field: forms.Field) -> bool:
    return isinstance(field, forms.IntegerField | MoneyField)
