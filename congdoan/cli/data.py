"""Keeping the book safe: backup and restore, database and files together."""

import argparse
from pathlib import Path
from typing import Any

from congdoan.audit.actions import note

from . import backup
from .book import ready


def declare(commands: Any) -> None:
    for name, words, run in (
        ("backup", "sao lưu sổ vào một thư mục", run_backup),
        ("restore", "dựng lại sổ từ bản sao lưu", run_restore),
    ):
        parser = commands.add_parser(name, help=words, description=words)
        parser.add_argument("dir", type=Path)
        parser.set_defaults(run=run)


def run_backup(arguments: argparse.Namespace) -> int:
    ready()
    note(by=None, action="cli.backup")
    manifest = backup.save(arguments.dir)
    print(
        f"Đã sao lưu {manifest['records']} việc, {manifest['entries']} phần cộng, {len(manifest['files'])} tệp vào {arguments.dir}."
    )
    return 0


def run_restore(arguments: argparse.Namespace) -> int:
    manifest = backup.bring_back(arguments.dir)
    note(by=None, action="cli.restore", saved_at=manifest["saved_at"])
    print(
        f"Đã dựng lại sổ sao lưu lúc {manifest['saved_at']}: {manifest['records']} việc, {manifest['entries']} phần cộng, khớp."
    )
    return 0
