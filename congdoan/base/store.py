"""Files kept by what is in them: named by their SHA-256 digest, beside the database, never changed."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings

from congdoan.base.errors import Refused


def put(content: bytes) -> str:
    """Keep some bytes; returns their digest. The same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    if not (target := path(digest)).exists():
        write(target, content)
    return digest


def write(target: Path, content: bytes) -> None:
    """Write a file that its owner alone may read: whole or not at all, whatever happens."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name[:8]}-{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)


def get(digest: str) -> bytes:
    """The bytes of that digest. Refuses when they are gone or no longer what they were."""
    try:
        content = path(digest).read_bytes()
    except OSError:
        raise Refused("Tệp này không còn trong kho; hãy dựng lại từ bản sao lưu.") from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise Refused("Tệp này đã bị thay đổi bên ngoài sổ; hãy dựng lại từ bản sao lưu.")
    return content


def path(digest: str) -> Path:
    """Where the bytes of that digest are kept."""
    return Path(settings.STORED_FILES) / digest[:2] / digest[2:4] / digest
