"""Writing pages: choose what to write down, the form of any kind, amend, withdraw, undo, confirm."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.accounts import access, state

from . import actions, queries
from . import kind as kinds
from .filling import LIKE, WHOLE, answered, entry_of, give_back
from .forms import ReasonForm
from .rights import changeable, found_kind, kinds_for, may_confirm, may_undo, seen_rows, writable

UNDONE = "Hoàn tác ngay sau khi ghi"


@require_safe
def record_new(request: HttpRequest) -> HttpResponse:
    """Choose what to write down: what this union records most, the rest, found by words."""
    unit = writable(request, state.current_unit(request))
    words = request.GET.get("tim", "").strip()
    allowed = kinds_for(request, unit)
    most = [] if words else [kind for kind in queries.most_used_kinds(unit) if kind in allowed]
    context = {
        "most": most,
        "rest": [kind for kind in queries.kinds_with_text(words) if kind in allowed and kind not in most],
        "words": words,
        "unit": unit,
        "instead": access.writes_for(request.user, unit, access.INSPECTS),
        "may_switch": state.may_switch(request),
    }
    return render(request, "records/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def record_form(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of a kind: shown, rearranged, saved. `?theo=<uid>` begins like another record, without its people."""
    return answered(request, entry_of(request, found_kind(kind)))


@require_http_methods(["GET", "HEAD", "POST"])
def record_amend(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The same form filled with what the record says, and the reason."""
    record = changeable(request, uid)
    seen_rows(request, record)
    return answered(request, entry_of(request, kinds.of(record), record))


@require_http_methods(["GET", "HEAD", "POST"])
def record_withdraw(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a record written by mistake out of every figure, with the reason."""
    record = changeable(request, uid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with form.refusing():
            actions.withdraw(record=record, by=request.user.pk, why=form.cleaned_data["why"])
            messages.success(request, "Đã hủy việc này; số liệu đã trừ lại.")
            return redirect("record", uid)
    context = {"record": record, "form": form, "adds": queries.adds(record)}
    return render(request, "records/withdraw.html", context)


@require_POST
def record_undo(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take back what one has just written, and give the form back as it was."""
    record = changeable(request, uid)
    if not may_undo(request, record):
        messages.warning(request, "Đã quá lúc hoàn tác; nếu ghi nhầm, hãy bấm Hủy việc ghi nhầm.")
        return redirect("record", uid)
    actions.withdraw(record=record, by=request.user.pk, why=UNDONE)
    give_back(request, record)
    messages.success(
        request, "Đã hoàn tác: việc vừa ghi không còn trong số liệu. Sửa rồi lưu lại, hoặc rời trang này."
    )
    query = f"{state.UNIT}={record.unit.code}&{LIKE}={record.uid}&{WHOLE}=1"
    return redirect(f"{reverse('record_form', args=[record.kind])}?{query}")


@require_POST
def record_confirm(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The union says that what was written for it is right."""
    record = changeable(request, uid)
    if not may_confirm(request, record):
        raise PermissionDenied
    actions.confirm(record=record, by=request.user.pk)
    messages.success(request, "Đã xác nhận việc này đúng.")
    return redirect("record", uid)
