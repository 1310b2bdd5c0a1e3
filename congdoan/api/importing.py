"""Lists taken in over HTTP: a file sent and looked at, its columns and rows told, mended, taken in, taken back."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.audit.actions import note
from congdoan.base.errors import NotAllowed, NotHere
from congdoan.base.forms import Form
from congdoan.imports import actions, looking, shown, views
from congdoan.imports.fates import LABELS, Fate
from congdoan.imports.models import Import
from congdoan.imports.sorts import Sort, allowed
from congdoan.org.models import Unit

from . import answers, paging, places, uploads
from .acting import Key
from .answers import Done, Page
from .telling import a_file, told
from .typed import Choice

router = Router(tags=["imports"])
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SortOut(Schema):
    """What the rows of a file may be, and what columns may tell of each."""

    sort: str
    label: str
    columns: list[Choice]


class ImportOut(Schema):
    """A file on its way in. `counts`: how many rows have which fate; `state`: open, in, back."""

    uid: str
    unit: str
    sort: str
    name: str
    state: str
    counts: dict[str, int]
    sent_at: str


class ColumnOut(Schema):
    """A column of the file: its heading, and what it is taken for (empty: it is left out)."""

    index: int
    heading: str
    column: str


class ImportRead(ImportOut):
    """A file as it is read now. `changed`: the book was written in since, so look again before taking it in."""

    sheets: list[str]
    sheet: str
    columns: list[ColumnOut]
    changed: bool


class FateOut(Schema):
    """What becomes of a row: new, changed, same, doubtful, refused, left_out; which cell it hangs on and why; who or what
    of the book it is; of a doubtful row, what it may be."""

    row: int
    fate: str
    label: str
    why: str
    column: str
    values: dict[str, str]
    whom: str
    options: list[Choice]


class FileForm(Form):
    """A spreadsheet and what its rows are."""

    sort = forms.SlugField(label="Danh sách gì: members, units, hoặc loại việc")
    file = forms.FileField(label="Tệp .xlsx, .xls, .ods hoặc .csv")


@router.get(
    "/units/{code}/import-sorts",
    response={200: list[SortOut], **answers.ASKING},
    operation_id="import_sorts",
    summary="Các loại danh sách nhập được",
)
def import_sorts(request: HttpRequest, code: str) -> Any:
    """What may be taken in for a union, and the columns of each."""
    unit, sorts = _allowed(request, code)
    return [{"sort": one.slug, "label": one.label, "columns": _columns(one, unit)} for one in sorts]


@router.get(
    "/units/{code}/import-sorts/{slug}/blank",
    response=answers.ASKING,
    operation_id="import_blank",
    summary="Mẫu Excel trống để điền",
    openapi_extra=a_file(SHEET),
)
def import_blank(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """An empty workbook with choices, examples and notes."""
    unit, sorts = _allowed(request, code)
    return views.blank(unit, sorts, slug)


@router.get(
    "/units/{code}/imports",
    response={200: Page[ImportOut], **answers.ASKING},
    operation_id="imports",
    summary="Các tệp đã gửi",
)
def list_imports(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """Files sent for a union, the newest first."""
    unit, sorts = _allowed(request, code)
    rows = Import.objects.filter(unit=unit, sort__in=[one.slug for one in sorts]).select_related("unit")
    found, following = paging.paged(rows, ("-pk",), cursor)
    return {"items": [_told(one) for one in found], "next": following}


@router.post(
    "/units/{code}/imports",
    response={200: Done, **answers.ACTING},
    operation_id="send_import",
    summary="Gửi một tệp để xem trước",
    openapi_extra=uploads.body(FileForm),
)
def send_import(request: HttpRequest, code: str, key: Key) -> Any:
    """A file is sent and looked at; nothing is written in the book yet."""

    def send(unit: Unit, said: dict[str, Any], by: int) -> Import:
        if said["sort"] not in {one.slug for one in allowed(request.user, unit)}:
            raise NotHere(f"Không có loại “{said['sort'][:40]}” để nhập ở công đoàn này.")
        file = said["file"]
        return actions.send(unit=unit, sort=said["sort"], name=file.name, content=file.read(), by=by)

    return uploads.taken(request, key, _allowed(request, code)[0], FileForm, send)


@router.get(
    "/imports/{uid}",
    response={200: ImportRead, **answers.ASKING},
    operation_id="import",
    summary="Một tệp: các cột, số dòng theo từng kết quả",
)
def one_import(request: HttpRequest, uid: str) -> Any:
    """A file, its sheets, what each column was taken for."""
    one = mine(request, uid)
    found = looking.read(one)
    columns = [
        {
            "index": index,
            "heading": heading,
            "column": found.columns[index].name if index in found.columns else "",
        }
        for index, heading in enumerate(found.table.headings)
    ]
    is_open = one.state == Import.State.OPEN
    return {
        **_told(one), "sheets": [sheet.name for sheet in found.sheets], "sheet": found.table.sheet, "columns": columns,
        "changed": is_open and actions.changed_since(one),
    }  # fmt: skip


@router.get(
    "/imports/{uid}/rows",
    response={200: Page[FateOut], **answers.ASKING},
    operation_id="import_rows",
    summary="Kết quả từng dòng",
)
def import_rows(request: HttpRequest, uid: str, fate: str = "", cursor: str | None = None) -> Any:
    """The rows of one fate, or all, each with the reason."""
    one, skipped = mine(request, uid), paging.offset(cursor)
    note(by=request.user.pk, action="see_import", what=str(one.uid), unit=one.unit.code)
    rows = [row for row in actions.fates_of(one) if fate in ("", row.fate)]
    columns = {column.name: column for column in looking.sort_of(one).columns(one.unit)}
    more = len(rows) > skipped + paging.SIZE
    return {
        "items": [_fate(row, columns) for row in rows[skipped : skipped + paging.SIZE]],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


@router.get(
    "/imports/{uid}/file",
    response=answers.ASKING,
    operation_id="import_file",
    summary="Các dòng kèm lý do, tệp Excel",
    openapi_extra=a_file(SHEET),
)
def import_file(request: HttpRequest, uid: str, fate: str = "") -> HttpResponse:
    """The rows of one fate, or all, as a workbook with the reasons beside them."""
    return views.rows_file(request, mine(request, uid), fate)


def _allowed(request: HttpRequest, code: str) -> tuple[Unit, list[Sort]]:
    unit = places.unit(request, code)
    if not (sorts := allowed(request.user, unit)):
        raise NotAllowed("Vai trò của mã này không nhập danh sách ở công đoàn này.")
    return unit, sorts


def mine(request: HttpRequest, uid: str) -> Import:
    """A file this seat may take in."""
    return views.mine(request, uid)  # type: ignore[arg-type]


def _columns(sort: Sort, unit: Unit) -> list[Choice]:
    return [Choice(value=column.name, label=column.label) for column in sort.columns(unit)]


def _told(one: Import) -> dict[str, Any]:
    return told(one, ImportOut, unit=one.unit.code, sent_at=one.sent_at.isoformat(), counts=one.counts)


def _fate(row: Fate, columns: Any) -> dict[str, Any]:
    values = {name: shown.text(value, columns.get(name)) for name, value in row.values.items()}
    options = [Choice(value=value, label=label) for value, label in row.options]
    return {
        "row": row.row, "fate": row.fate, "label": LABELS[row.fate], "why": row.why, "column": row.column,
        "values": values, "whom": str(row.whom), "options": options,
    }  # fmt: skip
