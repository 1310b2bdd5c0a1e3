"""Nhập từ bảng tính: the file is sent, looked at, mended, taken in, and may be taken back."""

import uuid
from collections.abc import Callable, Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, state
from congdoan.audit.actions import note
from congdoan.base import progress
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere, Refused
from congdoan.base.words import grouped
from congdoan.org.models import Unit

from . import actions, looking, shown
from .answering import Mended, settle
from .blanks import template
from .excel import of_rows
from .fates import DOUBTFUL, GOOD, LABELS, REFUSED
from .forms import ChoicesForm, SendForm
from .models import Import
from .sorts import SORTS, Sort, allowed

PER_PAGE, LIST = 50, 30
WHICH, MEND, ANSWER = "xem", "o:", "tl:"  # in the address: a fate; in the form: a cell typed anew, an answer


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Files of this union, and a new one."""
    unit, sorts = _allowed(request)
    form = SendForm(request.POST or None, request.FILES or None, sorts=sorts)
    if form.is_valid():
        with form.refusing(), progress.told(form.cleaned_data["uid"], request.user.pk):
            file = form.cleaned_data["file"]
            one = actions.send(
                unit=unit, sort=form.cleaned_data["sort"], name=file.name, content=file.read(), by=request.user.pk,
                uid=form.cleaned_data["uid"],
            )  # fmt: skip
            return redirect("import_one", one.uid)
    sent = Import.objects.filter(unit=unit, sort__in=[sort.slug for sort in sorts]).order_by("-pk")[:LIST]
    context = {"unit": unit, "form": form, "sorts": sorts, "sent": [shown.Sent(one) for one in sent]}
    return render(request, "imports/list.html", context, status=422 if form.errors else 200)


@require_safe
def import_blank(request: HttpRequest, sort: str) -> HttpResponse:
    """An empty workbook for rows of a sort, to be filled in and sent."""
    return blank(*_allowed(request), sort)


def blank(unit: Unit, sorts: Sequence[Sort], slug: str) -> HttpResponse:
    """The workbook of one of these sorts."""
    if slug not in [one.slug for one in sorts]:
        raise NotHere("Không có mẫu Excel nào ở địa chỉ này.")
    content = template(SORTS[slug].columns(unit), SORTS[slug].label, unit)
    return download(content, f"mau-{slug}-{unit.code}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def import_one(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One file: its columns, the fate of every row, and the buttons."""
    one = mine(request, uid)
    note(by=request.user.pk, action="see_import", what=str(uid), unit=one.unit.code)
    if request.method == "POST" and request.POST.get("lam") != "cot":
        return _done(request, one, ACTS.get(request.POST.get("lam", ""), _mend))
    found = looking.read(one)
    form = ChoicesForm(request.POST or None, one, looking.sort_of(one), found)
    if form.is_valid():
        with progress.told(one.uid, request.user.pk):
            actions.choose(one=one, chosen=form.chosen())
        messages.success(request, "Đã kiểm tra lại theo cách chọn cột này.")
        return redirect("import_one", uid)
    return _page(request, one, found, form)


@require_safe
def import_progress(request: HttpRequest, uid: uuid.UUID) -> JsonResponse:
    """How far the work on a file of this person's is."""
    return JsonResponse(progress.heard(uid, request.user.pk), headers={"Cache-Control": "no-store"})


@require_safe
def import_rows(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The rows of one fate, or all of them, as an Excel file with the fate and the reason beside each."""
    return rows_file(request, mine(request, uid), request.GET.get(WHICH, ""))


def rows_file(request: HttpRequest, one: Import, which: str) -> HttpResponse:
    """These rows as a file; that they were taken out is noted."""
    rows = [fate for fate in actions.fates_of(one) if which in ("", fate.fate)]
    note(by=request.user.pk, action="export_import", what=str(one.uid), unit=one.unit.code, rows=len(rows))
    found = looking.read(one)
    return download(of_rows(one, found, rows), f"nhap-{one.unit.code}-{which or 'tat-ca'}.xlsx")


def _page(request: HttpRequest, one: Import, found: looking.Read, form: ChoicesForm) -> HttpResponse:
    bad = [fate for fate in (REFUSED, DOUBTFUL) if one.counts.get(fate)]
    which = request.GET.get(WHICH, bad[0] if bad and one.state == Import.State.OPEN else "")
    rows = [fate for fate in actions.fates_of(one) if which in ("", fate.fate)]
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "one": one, "form": form, "page": page, "which": which, "rows": [shown.Row(one, found, fate) for fate in page],
        "chips": [(fate, label, one.counts[fate]) for fate, label in LABELS.items() if one.counts.get(fate)],
        "good": sum(one.counts.get(fate, 0) for fate in GOOD), "bad": sum(one.counts.get(fate, 0) for fate in (REFUSED, DOUBTFUL)),
        "total": sum(one.counts.values()), "skipped": found.table.skipped, "table": found.table,
        "labels": [column.label for column in found.columns.values()], "open": one.state == Import.State.OPEN,
        "again": shown.again(one), "changed": one.state == Import.State.OPEN and actions.changed_since(one),
    }  # fmt: skip
    return render(request, "imports/one.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, one: Import, act: Callable[[HttpRequest, Import], str]) -> HttpResponse:
    try:
        with progress.told(one.uid, request.user.pk):
            messages.success(request, act(request, one))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect(request.get_full_path())


def _mend(request: HttpRequest, one: Import) -> str:
    """Cells typed anew and doubts answered."""
    before = {fate.row: fate for fate in actions.fates_of(one)}
    columns = {column.name: column for column in looking.sort_of(one).columns(one.unit)}
    mended: Mended = {}
    answers: dict[int, str] = {}
    for name, value in request.POST.dict().items():
        if name.startswith(MEND):
            row, column = name.removeprefix(MEND).split(":", 1)
            if value != shown.text(before[int(row)].values.get(column), columns.get(column)):
                mended.setdefault(int(row), {})[column] = value
        elif name.startswith(ANSWER) and value:
            answers[int(name.removeprefix(ANSWER))] = value
    settle(one, mended, answers)
    return "Đã kiểm tra lại."


def _take_in(request: HttpRequest, one: Import) -> str:
    done = actions.take_in(one=one, by=request.user.pk, only_good="only_good" in request.POST)
    return f"Đã nhập {grouped(sum(done.counts.get(fate, 0) for fate in GOOD))} dòng. Nếu nhầm, bấm Hoàn tác: sổ trở lại như trước."


def _undo(request: HttpRequest, one: Import) -> str:
    actions.undo(one=one, by=request.user.pk)
    return "Đã hoàn tác: sổ như trước khi nhập tệp này."


def _redo(request: HttpRequest, one: Import) -> str:
    actions.redo(one=one, by=request.user.pk)
    return "Đã nhập lại như trước khi hoàn tác."


def _again(request: HttpRequest, one: Import) -> str:
    actions.choose(one=one)
    return "Đã kiểm tra lại."


ACTS = {"sua": _mend, "nhap": _take_in, "hoan-tac": _undo, "nhap-lai": _redo, "kiem-tra": _again}


def _allowed(request: HttpRequest) -> tuple[Unit, list[Sort]]:
    """The union looked at, and what this person may take in there."""
    unit = state.here(request)
    if not (sorts := allowed(request.user, unit)):
        raise PermissionDenied
    return unit, sorts


def mine(request: HttpRequest, uid: uuid.UUID) -> Import:
    """A file of a union this person may take such rows in for."""
    rows = Import.objects.filter(unit__in=access.units_seen(request.user).values("pk"))
    one = rows.select_related("unit__kind", "content").filter(uid=uid).first()
    if one is None or not looking.sort_of(one).right(request.user, one.unit):
        raise NotHere("Không có tệp nhập nào ở địa chỉ này.")
    return one
