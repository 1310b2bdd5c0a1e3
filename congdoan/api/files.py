"""Files of records over HTTP: put there, listed, handed out, described, taken off; what they are is read from their bytes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.records import attachments, files, queries
from congdoan.records.forms import ReasonForm
from congdoan.records.record import Attachment, Record
from congdoan.records.rights import changeable

from . import answers, uploads
from .acting import Act, Key, expose
from .answers import Done
from .telling import a_file, told

router = Router(tags=["files"])
KEPT = (files.JPEG, files.PDF)


class AttachmentOut(Schema):
    """A file of a record. `size` is in bytes; photos are kept as JPEG, without where they were taken."""

    uid: str
    name: str
    media_type: str
    size: int
    caption: str
    credit: str
    taken_on: str | None
    consent: bool


@router.get(
    "/records/{uid}/attachments",
    response={200: list[AttachmentOut], **answers.ASKING},
    operation_id="attachments",
    summary="Ảnh, tệp của một việc",
)
def list_attachments(request: HttpRequest, uid: str) -> Any:
    """The files that stand with a record, in the order they were put there."""
    record = queries.record_or_404(request.user, uid)  # type: ignore[arg-type]
    rows = record.attachments.filter(removed=None).select_related("file").order_by("pk")
    return [told(one, AttachmentOut, media_type=one.file.media_type, size=one.file.size) for one in rows]


@router.post(
    "/records/{uid}/attachments",
    response={200: Done, **answers.ACTING},
    operation_id="attach",
    summary="Đính kèm ảnh, tệp",
    openapi_extra=uploads.body(attachments.AttachForm),
)
def attach(request: HttpRequest, uid: str, key: Key) -> Any:
    """Add photos (JPEG, PNG, WebP) or PDF files to a record, as a form of a browser sends them. Answers the uid of the
    first; sent one by one, each has its answer."""
    record = changeable(request, uid)  # type: ignore[arg-type]
    return uploads.taken(request, key, record, attachments.AttachForm, _attach)


@router.get(
    "/attachments/{uid}",
    response=answers.ASKING,
    operation_id="attachment",
    summary="Tệp: ảnh JPEG hoặc PDF",
    openapi_extra=a_file(*KEPT),
)
def attachment(request: HttpRequest, uid: str) -> HttpResponse:
    """The file itself."""
    return attachments.attachment(request, uid)  # type: ignore[arg-type]


@router.get(
    "/attachments/{uid}/small",
    response=answers.ASKING,
    operation_id="attachment_small",
    summary="Ảnh thu nhỏ",
    openapi_extra=a_file(files.JPEG),
)
def attachment_small(request: HttpRequest, uid: str) -> HttpResponse:
    """A photo made small."""
    return attachments.attachment_small(request, uid)  # type: ignore[arg-type]


def _attach(record: Record, said: dict[str, Any], by: int) -> Attachment:
    contents = [files.read(upload) for upload in said.pop("uploads")]
    made = [files.attach(record=record, upload=content, by=by, **said) for content in contents]
    return made[0]


def _describe(found: Attachment, form: Any, by: int) -> None:
    files.describe(attachment=found, by=by, **form.cleaned_data)


def _detach(found: Attachment, form: Any, by: int) -> None:
    files.detach(attachment=found, by=by, why=form.cleaned_data["why"])


def _as_described(request: HttpRequest, found: Attachment) -> dict[str, Any]:
    return {"initial": {name: getattr(found, name) for name in attachments.DescribeForm.base_fields}}


ACTS = (
    Act(
        "/attachments/{uid}/describe",
        "describe_attachment",
        "Sửa chú thích của tệp",
        attachments.changeable_file,
        attachments.DescribeForm,
        _describe,
        _as_described,
    ),
    Act(
        "/attachments/{uid}/detach",
        "detach_attachment",
        "Gỡ tệp khỏi việc",
        attachments.changeable_file,
        ReasonForm,
        _detach,
    ),
)
for _act in ACTS:
    expose(router, _act, "files")
