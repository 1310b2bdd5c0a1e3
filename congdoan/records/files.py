"""Files of records: photos, signed lists, scans. What they are is read from their bytes; they are kept by digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import puremagic
from django.conf import settings
from django.core.files.base import File

from congdoan.audit.actions import writing
from congdoan.base import store
from congdoan.base.errors import Refused, need_reason
from congdoan.base.text import nfc

from . import photos
from .record import Attachment, Record, StoredFile

JPEG, PDF = "image/jpeg", "application/pdf"
NAMES = {JPEG: "ảnh JPEG", "image/png": "ảnh PNG", "image/webp": "ảnh WebP", PDF: "tệp PDF"}
ENDINGS = {
    **dict.fromkeys((".jpg", ".jpeg", ".jfif"), JPEG),
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": PDF,
}
APPLE = {"image/heif", "image/heic"}
LONGEST = 150  # characters of a name
END_OF_PDF = 2048  # bytes in which a whole PDF says that it ends


@dataclass(frozen=True)
class Content:
    """A file read, found to be what it says and made fit to keep."""

    name: str
    data: bytes
    media_type: str


def read(upload: File[Any]) -> Content:
    """What was sent, checked. Refuses what is empty, too large, no photo or PDF, broken, or not what its name says."""
    name = _name(upload)
    data = _bytes(upload, name)
    media_type = _media_type(data, name)
    _check_ending(name, media_type)
    if media_type == PDF:
        return Content(name, _whole_pdf(data, name), PDF)
    return Content(PurePath(name).with_suffix(".jpg").name, photos.clean(data, name), JPEG)


def attach(
    *,
    record: Record,
    upload: File[Any] | Content,
    by: int | None,
    caption: str = "",
    credit: str = "",
    taken_on: date | None = None,
    consent: bool = False,
) -> Attachment:
    """Keep a file with a record. The same file of the same record again gives the first answer.

    The file is written first: one that no row names does no harm.
    """
    content = upload if isinstance(upload, Content) else read(upload)
    if record.withdrawn:
        raise Refused("Việc này đã hủy nên không thêm tệp được nữa; hãy ghi việc mới.", "uploads")
    digest = store.put(content.data)
    with writing(by=by, action="attach", what=str(record.uid), unit=record.unit.code, file=digest):
        held = Record.objects.select_for_update().get(pk=record.pk)
        stored, _ = StoredFile.objects.get_or_create(
            digest=digest, defaults={"media_type": content.media_type, "size": len(content.data)}
        )
        said = {"caption": nfc(caption)[:300], "credit": nfc(credit)[:100]}
        more = {"name": content.name, "taken_on": taken_on, "consent": consent, **said}
        attachment, _ = Attachment.objects.get_or_create(
            record=held, file=stored, removed=None, defaults=more
        )
    return attachment


def describe(
    *,
    attachment: Attachment,
    by: int | None,
    caption: str,
    credit: str = "",
    taken_on: date | None = None,
    consent: bool = False,
) -> None:
    """Say anew what a file shows, whose it is, of which day, and whether it may be published."""
    with writing(by=by, action="describe_file", what=str(attachment.uid), unit=attachment.record.unit.code):
        attachment.caption, attachment.credit = nfc(caption)[:300], nfc(credit)[:100]
        attachment.taken_on, attachment.consent = taken_on, consent
        attachment.save(update_fields=["caption", "credit", "taken_on", "consent"])


def detach(*, attachment: Attachment, by: int | None, why: str) -> None:
    """Take a file off a record, with the reason. The file itself stays where it is."""
    need_reason(why, "Hãy ghi lý do gỡ tệp.")
    record = attachment.record
    with writing(
        by=by, action="detach", why=why.strip(), what=str(record.uid), unit=record.unit.code
    ) as posting:
        attachment.removed = posting
        attachment.save(update_fields=["removed"])


def open_file(digest: str) -> bytes:
    """The bytes of a file. Refuses a digest no record names, and a file that is gone or was changed outside."""
    if not StoredFile.objects.filter(digest=digest).exists():
        raise Refused("Không có tệp này trong sổ.")
    return store.get(digest)


def thumbnail(digest: str) -> bytes | None:
    """A small picture of a photo, a JPEG; None for what is no photo. Made when first asked for."""
    if not StoredFile.objects.filter(digest=digest, media_type=JPEG).exists():
        return None
    path = Path(settings.STORED_FILES).with_name("thumbnails") / digest[:2] / f"{digest}.jpg"
    if not path.exists():
        store.write(path, photos.small(store.get(digest)))
    return path.read_bytes()


def _name(upload: File[Any]) -> str:
    """The last part of the name sent, short, its ending kept."""
    name = nfc(PurePath((upload.name or "").replace("\\", "/")).name) or "tệp"
    path = PurePath(name)
    return path.stem[: LONGEST - len(path.suffix)] + path.suffix if len(path.suffix) < 10 else name[:LONGEST]


def _bytes(upload: File[Any], name: str) -> bytes:
    """No more is read than may be kept, whatever size was claimed."""
    upload.seek(0)
    data: bytes = upload.read(settings.FILE_SIZE_LIMIT + 1)
    if not data:
        raise Refused(f"Tệp “{name}” trống; hãy chọn lại tệp.", "uploads")
    if len(data) > settings.FILE_SIZE_LIMIT:
        most = settings.FILE_SIZE_LIMIT // 2**20
        raise Refused(f"Tệp “{name}” nặng hơn {most} MB; hãy chọn tệp nhỏ hơn.", "uploads")
    return data


def _media_type(data: bytes, name: str) -> str:
    """What the bytes are, whatever the name says."""
    try:
        found = [match.mime_type for match in puremagic.magic_string(data)]
    except puremagic.PureError:
        found = []
    if known := next((media_type for media_type in found if media_type in NAMES), ""):
        return known
    if APPLE & set(found):
        raise Refused(
            f"“{name}” là ảnh HEIC, sổ chưa đọc được; hãy gửi ảnh JPEG (điện thoại: Cài đặt, Camera, Tương thích nhất).",
            "uploads",
        )
    raise Refused(
        f"Tệp “{name}” không phải ảnh JPEG, PNG, WebP hay tệp PDF; hãy chọn tệp khác hoặc lưu thành dạng ấy.",
        "uploads",
    )


def _check_ending(name: str, media_type: str) -> None:
    ending = PurePath(name).suffix.lower()
    if ending and ENDINGS.get(ending) != media_type:
        raise Refused(
            f"Tệp “{name}” có đuôi {ending} nhưng bên trong là {NAMES[media_type]}; hãy chọn đúng tệp hoặc sửa đuôi.",
            "uploads",
        )


def _whole_pdf(data: bytes, name: str) -> bytes:
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-END_OF_PDF:]:
        raise Refused(f"Tệp “{name}” là PDF bị hỏng hoặc chưa tải xong; hãy tải lại tệp.", "uploads")
    return data
