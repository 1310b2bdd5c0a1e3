"""A copy of the whole book in a folder: database, files, signing key, and a list that proves them whole."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from congdoan import __version__
from congdoan.base.errors import Refused
from congdoan.ledger import rollups
from congdoan.ledger.models import Entry
from congdoan.ledger.verify import verify
from congdoan.records.record import Record

from . import book

MANIFEST = "sao-luu.json"
KEY = "secret.key"


def save(folder: Path) -> dict[str, Any]:
    """Copy everything into an empty folder; returns the list of what is there. Writers may go on meanwhile."""
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"Thư mục {folder} không trống; hãy chọn thư mục mới cho bản sao lưu.")
    folder.mkdir(parents=True, exist_ok=True)
    database = _dump(folder)
    # Files after the database: a file a row names is never missing; one more than named does no harm.
    if settings.STORED_FILES.exists():
        shutil.copytree(settings.STORED_FILES, folder / "files")
    if (settings.HOME / KEY).exists():
        shutil.copy2(settings.HOME / KEY, folder / KEY)
    manifest = {
        "version": __version__,
        "database": database,
        "saved_at": timezone.localtime().isoformat(timespec="seconds"),
        "records": Record.objects.count(),
        "entries": Entry.objects.count(),
        "files": {
            str(path.relative_to(folder)): _digest(path)
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        },
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


def bring_back(folder: Path) -> dict[str, Any]:
    """Make the book anew from a copy. Refuses a damaged copy, and a book that already holds records."""
    manifest = _checked(folder)
    _refuse_overwriting()
    connection.close()
    _load(folder)
    if (folder / "files").exists():
        shutil.copytree(folder / "files", settings.STORED_FILES, dirs_exist_ok=True)
    if (folder / KEY).exists():
        shutil.copy2(folder / KEY, settings.HOME / KEY)
    book.run_migrate(None)  # type: ignore[arg-type]
    rollups.rebuild()
    rollups.fold_all()
    if verify():
        raise Refused("Sổ dựng lại có chênh lệch; hãy chạy “congdoan verify” và dùng bản sao lưu khác.")
    return manifest


def _dump(folder: Path) -> str:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(folder / "so.sqlite3") as copy:
            connection.connection.backup(copy)
        copy.close()
        return "sqlite"
    _postgres(
        "pg_dump", "--format=custom", "--no-owner", "--no-subscriptions", f"--file={folder / 'so.pgdump'}"
    )
    return "postgresql"


def _load(folder: Path) -> None:
    if connection.vendor == "sqlite":
        settings.HOME.mkdir(parents=True, exist_ok=True)
        target = Path(connection.settings_dict["NAME"])
        for beside in (target, Path(f"{target}-wal"), Path(f"{target}-shm")):
            beside.unlink(missing_ok=True)
        shutil.copy2(folder / "so.sqlite3", target)
        return
    _postgres(
        "pg_restore", "--clean", "--if-exists", "--no-owner", "--exit-on-error", str(folder / "so.pgdump")
    )


def _postgres(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs against our database; the password goes by the environment, never the line."""
    parameters = connection.get_connection_params()
    given = {
        "PGHOST": "host",
        "PGPORT": "port",
        "PGUSER": "user",
        "PGPASSWORD": "password",
        "PGDATABASE": "dbname",
    }
    environment = {name: str(parameters[key]) for name, key in given.items() if parameters.get(key)}
    database = [f"--dbname={parameters['dbname']}"] if program == "pg_restore" else []
    try:
        subprocess.run(
            [program, *database, *arguments],
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise Refused(f"Máy chưa có {program}; hãy cài gói postgresql-client rồi chạy lại.") from None
    except subprocess.CalledProcessError as failed:
        raise Refused(
            f"{program} không xong: {failed.stderr.strip().splitlines()[-1] if failed.stderr else failed.returncode}."
        ) from None


def _checked(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError):
        raise Refused(f"{folder} không phải bản sao lưu của Sổ Công đoàn (thiếu {MANIFEST}).") from None
    for name, digest in manifest["files"].items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise Refused(f"Bản sao lưu bị hỏng ở tệp {name}; hãy dùng bản khác.")
    if manifest["database"] != connection.vendor:
        raise Refused(
            f"Bản sao lưu này của {manifest['database']}, sổ đang dùng {connection.vendor}; hãy đổi CONGDOAN_DATABASE_URL."
        )
    return manifest


def _refuse_overwriting() -> None:
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return
    if Record._meta.db_table in connection.introspection.table_names() and Record.objects.exists():
        raise Refused(
            "Sổ hiện nay đã có việc ghi; hãy dựng lại vào một CONGDOAN_HOME hoặc cơ sở dữ liệu trống."
        )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
