"""An archive taken into an empty book: looked through first, then all of it or nothing."""

import json
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import Error, connection, transaction

from congdoan.accounts.models import User
from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base import bulk, store
from congdoan.base.errors import Refused
from congdoan.ledger import rollups
from congdoan.ledger.actions import post, unlike
from congdoan.ledger.origins import ORIGINS
from congdoan.org.ancestry import below_ever
from congdoan.org.models import Unit

from . import opening
from .format import FILE, WRITERS, Manifest, part_of
from .scope import kept
from .state import state
from .tables import NUMBERS, Table, label

Progress = Callable[[str], None]


def load(source: Path, progress: Progress = lambda said: None) -> Manifest:
    """Take an archive into this book. Refuses a book that holds anything, and an archive that is not whole."""
    if Unit.objects.exists() or Posting.objects.exists():
        raise Refused("Sổ này đã có dữ liệu; hãy lập một sổ mới (congdoan init) rồi nạp vào đó.")
    with opening.opened(source) as packed:
        progress("Soát từng phần của tệp…")
        manifest = opening.checked(packed)
        new = [name for name in _files(manifest) if not store.path(name).exists()]
        try:
            with transaction.atomic():
                _take_in(packed, manifest, progress)
        except (Error, ValidationError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError):
            _forget(new)
            raise Refused("Nội dung tệp không khớp với cấu trúc của sổ; hãy xuất lại từ sổ cũ.") from None
        except BaseException:
            _forget(new)
            raise
    rollups.rebuild()
    rollups.fold_all()
    return manifest


def _take_in(packed: zipfile.ZipFile, manifest: Manifest, progress: Progress) -> None:
    _empty()
    writers = {said["id"]: _writer(said) for said in _rows(packed, WRITERS)}
    for table in kept():
        if part_of(table) in manifest.parts:
            progress(f"{label(table)}: {manifest.counts.get(label(table), 0)} dòng")
            bulk.load(table, _prepared(table, _rows(packed, part_of(table)), writers))
    bulk.go_on_numbering(kept())
    connection.check_constraints()
    for digest in _files(manifest):
        if store.put(packed.read(f"files/{digest}")) != digest:
            raise ValueError(digest)
    progress("Đối chiếu với sổ cũ…")
    unit = Unit.objects.get(code=manifest.unit)
    _settle(unit)
    if state(unit).digest != manifest.state:
        raise Refused("Sổ nạp được khác với sổ đã xuất, nên chưa ghi gì; hãy xuất lại từ sổ cũ.")


def _empty() -> None:
    """Take away what a new book begins with (levels, items, rates …): the archive brings its own."""
    with connection.cursor() as cursor:
        for table in reversed(kept()):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table._meta.db_table)}")


def _rows(packed: zipfile.ZipFile, name: str) -> Iterator[Any]:
    with packed.open(name) as part:
        for line in part:
            yield json.loads(line)


def _prepared(table: Table, rows: Iterator[Any], writers: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Rows as the table keeps them. Raises where one has other columns than the table."""
    fields = {field.attname: field for field in table._meta.local_concrete_fields}
    users = [name for name, whose in NUMBERS.get(label(table), {}).items() if whose is User]
    for row in rows:
        if row.keys() != fields.keys():
            raise LookupError(label(table))
        row |= {name: writers[row[name]] for name in users if row[name] is not None}
        yield {
            name: field.get_db_prep_save(field.to_python(row[name]), connection)
            for name, field in fields.items()
        }


def _writer(said: Mapping[str, Any]) -> int:
    """Somebody who wrote in the old book, by name; without a way in until the administrator gives them one."""
    uid = uuid.UUID(said["uid"])
    known = User.objects.filter(uid=uid).first()
    if known is None:
        name = str(said["username"])
        name = f"{name[:140]}-{uid.hex[:8]}" if User.objects.filter(username=name).exists() else name
        known = User(uid=uid, username=name, full_name=str(said["full_name"]), is_active=False)
        known.set_unusable_password()
        known.full_clean(exclude=["password"])
        known.save()
    return int(known.pk)


def _settle(unit: Unit) -> None:
    """Of other unions' things only what counts here was brought: what they draw elsewhere is drawn anew. Nothing of it
    may stand in the book itself, whose entries are those of the old one."""
    differing = [(origin, *found) for origin in ORIGINS.values() for found in unlike(origin)]
    if not differing:
        return
    units = below_ever([unit.pk])
    with writing(by=None, action="load", why="nạp sổ: phần của công đoàn khác", unit=unit.code) as posting:
        for origin, source, draws in differing:
            entries = post(posting, origin.number, source, draws)
            if any(entry.unit_id in units for entry in entries):
                raise Refused(
                    "Số liệu trong tệp không khớp với việc đã ghi; hãy chạy congdoan verify ở sổ cũ."
                )


def _files(manifest: Manifest) -> list[str]:
    return [found[1] for name in manifest.parts if (found := FILE.fullmatch(name))]


def _forget(digests: list[str]) -> None:
    """Nothing was taken in: its files go as well."""
    for digest in digests:
        store.path(digest).unlink(missing_ok=True)
