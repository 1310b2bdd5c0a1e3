"""What a sent form leads to: saved once however often it is sent, or shown again with everything that was typed or chosen."""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.accounts import state
from congdoan.base.errors import Refused
from congdoan.org.models import Unit

from . import actions, queries
from . import kind as kinds
from .defaults import prefer_funds, remember_fund
from .entry import Entry, Start, start_of
from .files import attach, open_file, read
from .forms import people_of
from .kind import Kind
from .record import Record
from .rights import changeable, instead, may_confirm, seen_rows, unit_of
from .staging import Kept, drop, keep, kept, opened

LIKE, WHOLE, NEW = (
    "theo",
    "ca",
    "moi",
)  # in addresses: begin like a record; with its people; it was just saved
UNIONS = "unions"  # in addresses: codes of unions the list begins with
PEOPLE = "nguoi"  # in addresses: public names of the people the list begins with
DO, KEPT, LOOK = "_lam", "kept", "xem"  # in forms: rearrange; files kept aside; say what it would add
SENT, SENT_KEPT, GIVEN_BACK = "sent_forms", 10, "given_back_files"


def give_back(request: HttpRequest, record: Record) -> None:
    """Keep the files of a record taken back, for the form that comes back with it."""
    files = record.attachments.filter(removed=None).select_related("file")
    again = [ContentFile(open_file(file.file.digest), name=file.name) for file in files]
    request.session[GIVEN_BACK] = [found.token for found in keep(request.session, again)]


def entry_of(request: HttpRequest, kind: Kind, record: Record | None = None) -> Entry:
    """The form as sent or as it begins, for the union it was shown for."""
    unit = record.unit if record else unit_of(request, kind)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    start = None if data is not None or record else _start(request, kind, unit)
    entry = Entry(kind, unit, data=data, files=files, start=start, record=record)
    prefer_funds(entry.form, kind, unit, request.session, entry.full)
    return entry


def answered(request: HttpRequest, entry: Entry) -> HttpResponse:
    """The form, or where saving it leads."""
    if request.method != "POST":
        return _page(request, entry)
    if DO in request.POST:
        return _rearranged(request, entry)
    if again := _sent_again(request, entry):
        return again
    if not entry.is_valid():
        return _page(request, entry)
    try:
        record = _save(request, entry)
    except Refused as refused:
        entry.refuse(refused)
        return _page(request, entry)
    return _saved(request, entry, record)


def _rearranged(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Without JavaScript: the form again, its rows rearranged or what it would add shown."""
    wish, look = request.POST[DO], {}
    try:
        look = {"look": entry.look(), "asked_look": True} if wish == LOOK else {}
        entry.rearrange(wish)
    except Refused as refused:
        entry.quieten()
        entry.refuse(refused)
    return _page(request, entry, look)


def _save(request: HttpRequest, entry: Entry) -> Record:
    """Write the record and its files, all or nothing. Files are read first: the book waits for nobody's photo."""
    staged = kept(request.session, request.POST.getlist(KEPT))
    contents = [read(upload) for upload in (*entry.around.cleaned_data["uploads"], *map(opened, staged))]
    with transaction.atomic():
        record = _write(request, entry)
        for content in contents:
            attach(record=record, upload=content, by=request.user.pk)
    drop(request.session, staged)
    return record


def _write(request: HttpRequest, entry: Entry) -> Record:
    by, said = request.user.pk, entry.said()
    if entry.record:
        return amended(request, entry.record, entry.around.cleaned_data["why"], said)
    other = instead(request, entry.unit, entry.kind)
    return actions.add(kind=entry.kind, unit=entry.unit, by=by, uid=entry.uid, entered_for=other, **said)


def amended(request: HttpRequest, record: Record, why: str, said: dict[str, Any]) -> Record:
    """What a union mends of what was written for it, it has read and says to be right."""
    changed = actions.amend(record=record, by=request.user.pk, why=why, **said)
    if may_confirm(request, changed):
        actions.confirm(record=changed, by=request.user.pk)
    return changed


def _saved(request: HttpRequest, entry: Entry, record: Record) -> HttpResponse:
    remember_fund(entry.form, entry.unit, request.session)
    sent = request.session.get(SENT, {}) | {str(entry.uid): _digest(request)}
    request.session[SENT] = dict(list(sent.items())[-SENT_KEPT:])
    if entry.record:
        messages.success(request, "Đã sửa; số liệu đã theo nội dung mới.")
    return HttpResponseRedirect(f"{reverse('record', args=[record.uid])}?{NEW}=1")


def _sent_again(request: HttpRequest, entry: Entry) -> HttpResponse | None:
    """The very same form twice leads to what it wrote first; one changed since is a new thing to write."""
    known = Record.objects.filter(uid=entry.uid).first()
    if entry.record or known is None:
        return None
    before = request.session.get(SENT, {}).get(str(entry.uid), _digest(request))
    if before == _digest(request) and queries.visible(request.user).filter(pk=known.pk).exists():
        return redirect("record", known.uid)
    entry.uid = uuid.uuid4()
    entry.quieten()
    messages.warning(
        request, "Việc gửi lần trước đã ghi xong. Nếu đây là một việc khác, hãy bấm Lưu lần nữa."
    )
    return _page(request, entry)


def _digest(request: HttpRequest) -> str:
    names = sorted(name for name in request.POST if name != "csrfmiddlewaretoken")
    said = [(name, request.POST.getlist(name)) for name in names]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _page(request: HttpRequest, entry: Entry, more: dict[str, Any] | None = None) -> HttpResponse:
    staged = _staged(request, entry)
    wrong = entry.problems()
    context = {
        "entry": entry,
        "kind": entry.kind,
        "unit": entry.unit,
        "record": entry.record,
        "problems": wrong,
        "staged": staged,
        "begun": LIKE in request.GET or bool(_chosen(request, entry.kind)),
        "do": DO,
        "instead": instead(request, entry.unit, entry.kind),
        "may_switch": state.may_switch(request),
        **(more or {}),
    }
    return render(request, "records/form.html", context, status=422 if wrong else 200)


def _staged(request: HttpRequest, entry: Entry) -> list[Kept]:
    """The files chosen so far, kept aside until the form can be saved."""
    if request.method != "POST":
        return kept(request.session, request.session.get(GIVEN_BACK, []) if WHOLE in request.GET else [])
    sent = request.FILES.getlist(entry.around["uploads"].html_name)
    sound = [upload for upload in sent if _sound(entry, upload)]
    return [*kept(request.session, request.POST.getlist(KEPT)), *keep(request.session, sound)]


def _sound(entry: Entry, upload: Any) -> bool:
    """Whether a file may be kept; else the form says what is wrong with it."""
    try:
        read(upload)
    except Refused as refused:
        if refused.sentence not in entry.around["uploads"].errors:
            entry.refuse(refused)
        return False
    return True


def _chosen(request: HttpRequest, kind: Kind) -> dict[str, str]:
    """Choices the address makes (`?chapter=5&period=2024-H1`); nothing typed stands in an address."""
    fields: Mapping[str, forms.Field] = getattr(kind.form, "base_fields", {})
    named = {name: text for name, text in request.GET.items() if name in fields}
    return {name: str(text) for name, text in named.items() if isinstance(fields[name], forms.ChoiceField)}


def _unions(request: HttpRequest, kind: Kind) -> dict[str, list[dict[str, Any]]]:
    """The list of unions, where the kind has one, begun with those whose codes the address names."""
    codes = request.GET.getlist(UNIONS)
    if not codes or UNIONS not in [spec.name for spec in kind.lines]:
        return {}
    return {UNIONS: [{"union": unit} for unit in state.seen(request).filter(code__in=codes)]}


def _people(request: HttpRequest, kind: Kind, unit: Unit) -> dict[str, list[dict[str, Any]]]:
    """The list of people, where the kind has one, begun with those the address names."""
    uids = [uid for text in request.GET.getlist(PEOPLE) if (uid := _uid(text))]
    spec = next((spec for spec in kind.lines if spec.person), None)
    if not uids or spec is None:
        return {}
    found = people_of(unit).filter(uid__in=uids).order_by("given_key", "pk")
    return {spec.name: [{"person": p.uid, "name": p.name, "relation": p.relation} for p in found]}


def _uid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _start(request: HttpRequest, kind: Kind, unit: Unit) -> Start | None:
    """Begin like another record of the same kind: the whole of it, or all but its people; or with what the address names."""
    uid = _uid(request.GET.get(LIKE, ""))
    if uid is None:
        chosen, rows = _chosen(request, kind), _unions(request, kind) | _people(request, kind, unit)
        return Start(chosen, rows) if chosen or rows else None
    record = changeable(request, uid)
    people = WHOLE in request.GET and seen_rows(request, record)
    return start_of(record, people=people) if kinds.of(record) is kind else None
