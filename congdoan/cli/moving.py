"""What a book comes to, and a union's book taken elsewhere: state, export, load."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from congdoan.audit.actions import note
from congdoan.org import queries

from .book import ready


def declare(commands: Any) -> None:
    words = "một mã băm của mọi điều sổ trả lời được hôm nay: hai sổ cùng mã thì cùng nội dung"
    state = commands.add_parser("state", help=words, description=words)
    state.add_argument("--unit", metavar="MÃ", help="chỉ sổ của công đoàn này và các cấp dưới")
    state.add_argument("--json", action="store_true")
    state.set_defaults(run=run_state)
    words = "cả sổ của một công đoàn và các cấp dưới trong một tệp: để đọc, để giữ, để chuyển sang nơi khác"
    export = commands.add_parser("export", help=words, description=words)
    export.add_argument("--unit", required=True, metavar="MÃ")
    export.add_argument("--out", required=True, type=Path, metavar="TỆP.zip")
    export.set_defaults(run=run_export)
    words = "nạp tệp do “export” xuất ra vào một sổ mới lập, chưa ghi gì"
    load = commands.add_parser("load", help=words, description=words)
    load.add_argument("file", type=Path)
    load.set_defaults(run=run_load)


def run_state(arguments: argparse.Namespace) -> int:
    from congdoan.archive.state import state

    ready()
    found = state(queries.unit(arguments.unit) if arguments.unit else None)
    note(by=None, action="cli.state", unit=arguments.unit or "")
    if arguments.json:
        print(json.dumps({"digest": found.digest, "parts": found.parts}, indent=1))
    else:
        print("\n".join([found.digest, *(f"{d[:16]} {n:>9} {name}" for name, (n, d) in found.parts.items())]))
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    from congdoan.archive.exporting import export

    ready()
    unit = queries.unit(arguments.unit)
    manifest = export(unit, arguments.out, progress=_said)
    note(by=None, action="cli.export", unit=unit.code, state=manifest.state)
    print(f"Đã xuất {_counted(manifest)} vào {arguments.out}.")
    return 0


def run_load(arguments: argparse.Namespace) -> int:
    from congdoan.archive.loading import load

    ready()
    manifest = load(arguments.file, progress=_said)
    note(by=None, action="cli.load", unit=manifest.unit, state=manifest.state, made_at=manifest.made_at)
    print(f"Đã nạp sổ của {manifest.unit}: {_counted(manifest)}; mã trạng thái khớp với sổ cũ.")
    return 0


def _said(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _counted(manifest: Any) -> str:
    counts = manifest.counts
    said = (("records.Record", "việc"), ("ledger.Entry", "phần cộng"), ("members.Person", "người"))
    return ", ".join(f"{counts.get(name, 0)} {word}" for name, word in said)
