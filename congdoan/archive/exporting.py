"""The whole book of a union written into one archive."""

import hashlib
import json
import os
import secrets
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.utils import timezone

from congdoan import __version__
from congdoan.accounts.models import User
from congdoan.audit import lock
from congdoan.audit.models import Posting
from congdoan.base import store
from congdoan.org.models import Unit
from congdoan.records.record import Record, StoredFile
from congdoan.reports.models import Report, Template

from .format import MANIFEST, WORKBOOK, WRITERS, Manifest, Part, part_of
from .scope import Rows, chunks, rows_of
from .state import state
from .tables import Table, label
from .workbook import workbook

Progress = Callable[[str], None]
encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=lambda value: _text(value)).encode


def export(unit: Unit, target: Path, progress: Progress = lambda said: None) -> Manifest:
    """Write the archive of a union's book as of one moment: whole or not at all."""
    draft = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        number = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with (
            os.fdopen(number, "w+b") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
            lock.one_moment(),
        ):
            manifest = _packed(packed, unit, progress)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _packed(packed: zipfile.ZipFile, unit: Unit, progress: Progress) -> Manifest:
    progress("Chọn những gì thuộc sổ của công đoàn…")
    rows = rows_of(unit)
    parts: dict[str, Part] = {}
    for table, numbers in rows.items():
        if numbers:
            progress(f"{label(table)}: {len(numbers)} dòng")
            parts[part_of(table)] = _write(packed, part_of(table), _lines(table, numbers))
    parts[WRITERS] = _write(packed, WRITERS, _writers(rows))
    for digest in sorted(_digests(rows)):
        parts[f"files/{digest}"] = _write(packed, f"files/{digest}", [store.get(digest)])
    progress("Lập tệp Excel để đọc…")
    parts[WORKBOOK] = _write(packed, WORKBOOK, [workbook(unit, rows)])
    counts = {label(table): len(numbers) for table, numbers in rows.items() if numbers}
    made_at = timezone.localtime().isoformat(timespec="seconds")
    manifest = Manifest(unit.code, made_at, __version__, state(unit).digest, counts, parts)
    packed.writestr(MANIFEST, json.dumps(manifest.written(), ensure_ascii=False, indent=1))
    return manifest


def _write(packed: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Part:
    """One part, piece by piece."""
    digest, size = hashlib.sha256(), 0
    with packed.open(name, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece)
            digest.update(piece)
            size += len(piece)
    return Part(size, digest.hexdigest())


def _lines(table: Table, numbers: set[int]) -> Iterator[bytes]:
    """A table's rows in the order of their numbers, a line each; of what stands in a table above it, only the number."""
    names = [field.attname for field in table._meta.local_concrete_fields]
    for some in chunks(numbers):
        for row in table._default_manager.filter(pk__in=some).order_by("pk").values_list(*names):
            yield f"{encode(dict(zip(names, row, strict=True)))}\n".encode()


def _writers(rows: Rows) -> Iterator[bytes]:
    """Who wrote these rows, by name: they are known again where the archive is taken in, and cannot log in there."""
    numbers: set[Any] = set()
    for table, column in ((Posting, "by"), (Record, "entered_by")):
        for some in chunks(rows[table]):
            numbers |= set(table._default_manager.filter(pk__in=some).values_list(column, flat=True))
    for user in User.objects.filter(pk__in=numbers - {None}).order_by("pk"):
        said = {"id": user.pk, "uid": user.uid, "username": user.username, "full_name": user.full_name}
        yield f"{encode(said)}\n".encode()


def _digests(rows: Rows) -> set[str]:
    """The files these rows name."""
    named: list[tuple[Table, tuple[str, ...]]] = [
        (StoredFile, ("digest",)),
        (Template, ("digest",)),
        (Report, ("template_digest", "docx", "pdf", "xlsx")),
    ]
    found: set[str] = set()
    for table, columns in named:
        for column in columns:
            found |= set(table._default_manager.filter(pk__in=rows[table]).values_list(column, flat=True))
    return found - {""}


def _text(value: Any) -> str:
    """Days and instants as ISO, uids and exact numbers as text."""
    return str(value.isoformat() if hasattr(value, "isoformat") else value)
