"""What the form asks while one types: people, names, rows pasted, what saving would add. All POST: no name stands in an address."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from congdoan.base.errors import NotHere, Refused
from congdoan.base.text import nfc
from congdoan.members.queries import search

from .entry import paste
from .filling import entry_of
from .forms import people_of
from .kind import KINDS, LISTED, LineSpec
from .preview import brief
from .queries import NOT_HERE
from .record import Record
from .rights import changeable, found_kind, unit_of
from .rowset import RowSet, named_field

FOUND = 8  # answers to one search
LEAST = 2  # letters before people are looked for


@require_POST
def person_search(request: HttpRequest) -> HttpResponse:
    """People known to the union whose name holds what was typed."""
    unit, text = unit_of(request), _typed(request)
    people = search(people_of(unit), text, FOUND) if len(text) >= LEAST else []
    context = {"people": people, "unit": unit, "text": text if len(text) >= LEAST else ""}
    return render(request, "records/parts/people.html", context)


@require_POST
def name_search(request: HttpRequest, kind: str, listed: str, field: str) -> HttpResponse:
    """Unions or employers a row may name."""
    spec = _list_of(kind, listed)
    named = named_field(spec, unit_of(request, KINDS.get(kind)), field)
    if named is None or named.among is None:
        raise NotHere("Không có mục này trên biểu mẫu.")
    found = named.holding(_typed(request))[:FOUND]
    return render(request, "records/parts/names.html", {"found": found})


@require_POST
def lines_paste(request: HttpRequest, kind: str, listed: str) -> HttpResponse:
    """Rows out of a pasted text, to be put after those that are there; their numbers go on from `dau`."""
    spec = _list_of(kind, listed)
    rows = RowSet(spec, unit_of(request, KINDS.get(kind)), request.POST)
    before = {row.number for row in rows.rows}
    try:
        paste(rows, nfc_lines(request.POST.get(f"{listed}-dan", "")))
    except Refused as refused:
        return render(request, "records/parts/refused.html", {"sentence": refused.sentence})
    new = [row for row in rows.rows if row.number not in before]
    for row in new:
        row.form.is_valid()
    return render(request, "records/parts/lines.html", {"rows": new, "spec": spec, "kind": {"slug": kind}})


@require_POST
def record_preview(request: HttpRequest, kind: str) -> HttpResponse:
    """What saving the form as it stands would add to which figures."""
    entry = entry_of(request, found_kind(kind), _amended(request))
    context: dict[str, Any] = {"entry": entry}
    try:
        context["look"] = look = entry.look()
        context["brief"] = brief(look.additions) if look else ""
    except Refused as refused:
        context["sentence"] = refused.sentence
    return render(request, "records/parts/previewed.html", context)


def nfc_lines(text: str) -> str:
    """A pasted text line by line in one spelling; tabs stay."""
    return "\n".join("\t".join(nfc(cell) for cell in line.split("\t")) for line in text.splitlines())


def _amended(request: HttpRequest) -> Record | None:
    """The record the form amends, if it amends one."""
    sent = request.POST.get("sua", "")
    if not sent:
        return None
    try:
        return changeable(request, uuid.UUID(sent))
    except ValueError:
        raise NotHere(NOT_HERE) from None


def _list_of(form: str, name: str) -> LineSpec:
    """A list of the form of a kind, or of another form that has lists."""
    lists = LISTED.get(form) or found_kind(form).lines
    spec = next((spec for spec in lists if spec.name == name), None)
    if spec is None:
        raise NotHere("Không có danh sách này trên biểu mẫu.")
    return spec


def _typed(request: HttpRequest) -> str:
    """The one field sent besides those every form sends."""
    besides = ("csrfmiddlewaretoken", "cd")
    return next((nfc(str(value)) for name, value in request.POST.items() if name not in besides), "")
