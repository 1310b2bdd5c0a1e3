"""An act is done once, however often it is sent: its key names it, its first answer is given again."""

import hashlib
import json
import uuid
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from ninja.errors import HttpError

from congdoan.accounts.models import Seat

from .models import Sent

KEYS = uuid.UUID("6f1c1c0e-5d0b-4f2e-9c61-8a7d5f3b2e10")
OTHER = "Khóa này đã dùng cho một lần gửi khác; hãy dùng khóa mới cho việc mới."


def once(
    request: HttpRequest, seat: Seat, key: str, said: Any, act: Callable[[uuid.UUID], dict[str, Any]]
) -> dict[str, Any]:
    """The answer of an act, or the one it was given before. What it writes bears a uid made of the key."""
    uid = uuid.uuid5(KEYS, f"{seat.pk}:{key}")
    digest = hashlib.sha256(
        json.dumps([request.method, request.path, said], sort_keys=True).encode()
    ).hexdigest()
    if first := Sent.objects.filter(uid=uid).first():
        return _again(first, digest)
    try:
        with transaction.atomic():
            sent = Sent.objects.create(uid=uid, seat=seat, digest=digest)
            sent.answer = answer = act(uid)
            sent.save(update_fields=["answer"])
            return answer
    except IntegrityError:
        if first := Sent.objects.filter(uid=uid).first():
            return _again(first, digest)  # the same came twice at once: the other was first
        raise


def _again(first: Sent, digest: str) -> dict[str, Any]:
    if first.digest != digest:
        raise HttpError(409, OTHER)
    return dict(first.answer or {})
