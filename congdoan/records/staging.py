"""Files chosen on a form that could not be saved yet: kept aside, for the person who chose them, for a day.

The form carries a token a file; a token is good only in the session that chose it.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.files.base import File

from congdoan.base.text import nfc

KEY = "kept_files"
A_DAY = 24 * 3600  # seconds
MOST = 40  # of one session


@dataclass(frozen=True)
class Kept:
    """A file kept aside."""

    token: str
    name: str


def keep(session: SessionBase, uploads: Iterable[File[Any]]) -> list[Kept]:
    """Put files aside; returns their tokens. Those older than a day are thrown away."""
    _clear()
    found = [_write(upload) for upload in uploads]
    if found:
        names = session.get(KEY, {}) | {kept.token: kept.name for kept in found}
        session[KEY] = dict(list(names.items())[-MOST:])
    return found


def kept(session: SessionBase, tokens: Sequence[str]) -> list[Kept]:
    """Which of these tokens this session may use, and whose files are still there."""
    names: dict[str, str] = session.get(KEY, {})
    mine = [token for token in dict.fromkeys(tokens) if token in names and _path(token).exists()]
    return [Kept(token, names[token]) for token in mine]


def opened(file: Kept) -> File[Any]:
    """A kept file, to be read like one just sent."""
    return File(_path(file.token).open("rb"), name=file.name)


def drop(session: SessionBase, files: Iterable[Kept]) -> None:
    """Throw kept files away."""
    tokens = {file.token for file in files}
    for token in tokens:
        _path(token).unlink(missing_ok=True)
    if tokens:
        session[KEY] = {token: name for token, name in session.get(KEY, {}).items() if token not in tokens}


def _write(upload: File[Any]) -> Kept:
    token = secrets.token_hex(16)
    _folder().mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(_path(token), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return Kept(token, nfc(upload.name or "")[:150])


def _clear() -> None:
    for path in _folder().glob("*"):
        if time.time() - path.stat().st_mtime > A_DAY:
            path.unlink(missing_ok=True)


def _path(token: str) -> Path:
    return _folder() / token


def _folder() -> Path:
    return Path(settings.HOME) / "uploads"
