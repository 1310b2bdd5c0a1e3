"""Records as Excel files: real days and numbers, codes as text, the head in sight."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.fields import FOREVER
from congdoan.base.forms import MoneyField

from . import kind as kinds
from . import told
from .kind import Kind, LineSpec
from .record import Line, Record

MADE = datetime(2024, 1, 1)  # noqa: DTZ001  (the file's own date, always the same; Excel knows no time zones)
DAY, MOMENT, NUMBER, YEAR, TEXT = "dd/mm/yyyy", "hh:mm dd/mm/yyyy", "#,##0", "0", "@"
WIDEST, NARROWEST = 60, 8  # characters
SHEET_NAME = 31  # characters Excel allows


@dataclass(frozen=True)
class Column:
    """A column: its head, what it says of a row, and how Excel shows it."""

    head: str
    value: Callable[[Any], Any]
    format: str = TEXT


def records_workbook(
    records: Iterable[Record], user: Somebody | None = None, *, sensitive: bool = False
) -> bytes:
    """A list of records, one a row; with the kind's own columns when all are of one kind. No names of people.

    Notes may tell who was ill: of a sensitive kind they are shown only where the person asking may see such things,
    or when `sensitive` asks for them.
    """
    rows = list(records.select_related("unit", "payer", "made") if isinstance(records, QuerySet) else records)
    readable = _readable(user, sensitive)
    found = {row.kind for row in rows}
    own = _own_columns(kinds.find(found.pop()), rows) if len(found) == 1 else []
    return workbook([("Việc", [*_shared(readable), *own, *_ends()], rows)], "Danh sách việc")


def rows_workbook(record: Record, *, sensitive: bool = False) -> bytes:
    """The lists of one record, a sheet each; columns of health, hardship, the Party only if asked for (`sensitive`)."""
    kind, rows = kinds.of(record), kinds.rows(record)
    sheets = [(spec.label, _list_columns(kind, spec, sensitive), rows[spec.name]) for spec in kind.lines]
    return workbook(sheets or [("Việc", _shared(lambda row: sensitive), [record])], record.title)


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
        Column(
            "Ghi lúc",
            lambda row: row.made.at and timezone.localtime(row.made.at).replace(tzinfo=None),
            MOMENT,
        ),
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

    return Column(told.label_of(field), value, _format(field, column))


def _list_columns(kind: Kind, spec: LineSpec, sensitive: bool) -> list[Column]:
    fields = {
        name: field
        for name, field in told.form_fields(spec.form).items()
        if name != "person" and (sensitive or not told.is_sensitive(kind, spec, name))
    }
    return [
        Column("STT", lambda row: row.position, NUMBER),
        *(_listed(spec, name, field) for name, field in fields.items()),
    ]


def _listed(spec: LineSpec, name: str, field: forms.Field) -> Column:
    column = told.column_of(spec.model, name)

    def value(row: Line) -> Any:
        raw = getattr(row, name, None)
        return raw if _typed(raw, column) else told.cell_of(spec, field, name, row)

    return Column(told.label_of(field), value, _format(field, column))


def _typed(raw: Any, column: Any) -> bool:
    """Whether Excel keeps it as it is: a number or a day that has an end."""
    if isinstance(raw, date):
        return raw != FOREVER
    return isinstance(raw, int) and not isinstance(raw, bool) and not getattr(column, "choices", None)


def _format(field: forms.Field, column: Any) -> str:
    if isinstance(field, forms.DateField):
        return DAY
    if getattr(column, "name", "").endswith("year"):
        return YEAR
    return NUMBER if isinstance(getattr(column, "default", None), int) or _counts(field) else TEXT


def _counts(field: forms.Field) -> bool:
    return isinstance(field, forms.IntegerField | MoneyField)


def workbook(sheets: Sequence[tuple[str, Sequence[Column], Sequence[Any]]], title: str) -> bytes:
    """Sheets of columns over rows, as one file."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": title, "author": "Sổ Công đoàn", "created": MADE})
    book.formats[0].set_font_name("Times New Roman")
    head = book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "bottom": 1,
            "bg_color": "#E3ECF7",
            "font_name": "Times New Roman",
        }
    )
    for name, columns, rows in sheets:
        _sheet(book, book.add_worksheet(name[:SHEET_NAME]), columns, rows, head)
    book.close()
    return file.getvalue()


def _sheet(book: Any, sheet: Any, columns: Sequence[Column], rows: Sequence[Any], head: Any) -> None:
    for index, column in enumerate(columns):
        shown = book.add_format(
            {"num_format": column.format, "valign": "top", "font_name": "Times New Roman"}
        )
        values = [column.value(row) for row in rows]
        sheet.write_string(0, index, column.head, head)
        for number, value in enumerate(values, start=1):
            _cell(sheet, number, index, value, shown)
        sheet.set_column(index, index, _width(column, values), shown)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell(sheet: Any, row: int, column: int, value: Any, shown: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime | date):
        sheet.write_datetime(row, column, value, shown)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, shown)
    else:
        sheet.write_string(row, column, str(value), shown)


def _width(column: Column, values: Sequence[Any]) -> int:
    longest = max((len(_text(value, column.format)) for value in values), default=0)
    return min(max(longest, len(column.head), NARROWEST) + 2, WIDEST)


def _text(value: Any, shown: str) -> str:
    if isinstance(value, datetime | date):
        return shown
    return f"{value:,}" if isinstance(value, int) else str(value or "")
