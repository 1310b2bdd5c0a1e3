"""What a book comes to, and a union's book taken elsewhere: state, export, load."""

import argparse
import json
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
