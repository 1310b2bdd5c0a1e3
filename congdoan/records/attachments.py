"""Files of a record: put there, described, taken off, handed out to those who may see the record."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.base.errors import NotHere
from congdoan.base.forms import DayField, FilesField, Form

from . import queries
from .files import attach, describe, detach, open_file, read, thumbnail
from .forms import ReasonForm
from .record import Attachment
from .rights import changeable

A_DAY = 24 * 3600  # seconds a browser may keep a small photo


class DescribeForm(Form):
    """What is said of a photo or paper."""

    caption = forms.CharField(label="Chú thích", required=False, max_length=300)
    credit = forms.CharField(label="Người chụp", required=False, max_length=100)
    taken_on = DayField(label="Ngày chụp", required=False)
    consent = forms.BooleanField(label="Người trong ảnh đồng ý cho đăng", required=False)


class AttachForm(DescribeForm):
    """Photos and papers, and what is said of them."""

    uploads = FilesField(label="Ảnh, danh sách ký nhận")
    field_order = ("uploads",)


@require_http_methods(["GET", "HEAD", "POST"])
def record_attach(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Add files to a record."""
    record = changeable(request, uid)
    form = AttachForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        with form.refusing():
            for content in [read(upload) for upload in said.pop("uploads")]:
                attach(record=record, upload=content, by=request.user.pk, **said)
            messages.success(request, "Đã đính kèm.")
            return redirect("record", uid)
    return render(request, "records/attach.html", {"record": record, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_describe(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say anew what a file shows."""
    found = changeable_file(request, uid)
    initial = {name: getattr(found, name) for name in DescribeForm.base_fields}
    form = DescribeForm(request.POST or None, initial=initial)
    if form.is_valid():
        describe(attachment=found, by=request.user.pk, **form.cleaned_data)
        messages.success(request, "Đã lưu chú thích.")
        return redirect("record", found.record.uid)
    return render(
        request, "records/describe.html", {"attachment": found, "record": found.record, "form": form}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_detach(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a file off a record, with the reason."""
    found = changeable_file(request, uid)
    form = ReasonForm(request.POST or None)
    form.fields["why"].label = "Lý do gỡ"
    if form.is_valid():
        detach(attachment=found, by=request.user.pk, why=form.cleaned_data["why"])
        messages.success(request, "Đã gỡ tệp khỏi việc này.")
        return redirect("record", found.record.uid)
    return render(request, "records/detach.html", {"attachment": found, "record": found.record, "form": form})


@require_safe
def attachment(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The file itself."""
    found = queries.attachment_or_404(request.user, uid)
    return _file(open_file(found.file.digest), found.file.media_type, found)


@require_safe
def attachment_small(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A photo made small."""
    found = queries.attachment_or_404(request.user, uid)
    small = thumbnail(found.file.digest)
    if small is None:
        raise NotHere("Tệp này không phải ảnh nên không có ảnh nhỏ.")
    response = _file(small, "image/jpeg", found)
    response["Cache-Control"] = f"private, max-age={A_DAY}"
    return response


def changeable_file(request: HttpRequest, uid: uuid.UUID) -> Attachment:
    """The file of a record, if this person may change that record."""
    found = queries.attachment_or_404(request.user, uid)
    changeable(request, found.record.uid)
    return found


def _file(content: bytes, media_type: str, found: Attachment) -> HttpResponse:
    """Bytes the browser shows as what they were found to be, and kept by nobody on the way."""
    more: dict[str, Any] = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    more["Content-Disposition"] = content_disposition_header(False, found.name)
    return HttpResponse(content, content_type=media_type, headers=more)
