"""What a page shows, taken out as a file: `?dang=xlsx` or `?dang=csv` after the page's own address, so that its filters hold.

Whoever may see the page may take it out; each taking-out is a line in the trail, for a file goes on living elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.table import Table
from congdoan.base.table_files import as_csv, as_xlsx, as_zip
from congdoan.org.models import Unit

FORM, FORMS = "dang", ("xlsx", "csv")


def asked(request: HttpRequest) -> bool:
    """Whether a file is asked for, not the page."""
    return FORM in request.GET


def handed(
    request: HttpRequest, name: str, unit: Unit, *tables: Table, about: Sequence[str] = (), of: object = ""
) -> HttpResponse:
    """The tables in the form asked for, under the name; as CSV several go into one archive. `about` is what the page was
    narrowed to, `of` the public name of what it is a page of."""
    form = request.GET[FORM]
    if form not in FORMS:
        raise NotHere("Danh sách này tải về được dạng Excel (xlsx) hoặc CSV (csv).")
    taken = f"Lấy từ Sổ Công đoàn lúc {timezone.localtime():%H:%M ngày %d/%m/%Y}"
    top = [line for line in (unit.name, *about) if line]
    content, ending = _made([replace(one, about=[*top, *one.about, taken]) for one in tables], form)
    rows = sum(len(table.rows) for table in tables)
    note(by=request.user.pk, action="export_list", what=str(of or name), unit=unit.code, rows=rows, form=form)
    return download(content, f"{name}-{unit.code}.{ending}")


def _made(tables: Sequence[Table], form: str) -> tuple[bytes, str]:
    if form == "xlsx":
        return as_xlsx(tables), form
    return (as_csv(tables[0]), form) if len(tables) == 1 else (as_zip(tables), "zip")
