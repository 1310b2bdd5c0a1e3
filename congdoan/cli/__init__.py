"""The command line: a contract that scripts depend on (docs/command-line.md).

It acts as the operator, outside scopes, and is logged as such. Exit code 0, or 1 with one sentence on stderr that says
what was refused and how to mend it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import django

from congdoan.base.errors import Refused


class Parser(argparse.ArgumentParser):
    """Refuses in one Vietnamese sentence."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"Lệnh chưa đúng ({message}); xem “{self.prog} --help”.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the way in for `congdoan` and `python -m congdoan`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.settings")
    try:
        django.setup()
        return _run(argv)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


def _run(argv: Sequence[str] | None) -> int:
    from . import book, data, forgetting, moving, reading, reform, sheets, upward

    parser = Parser(prog="congdoan", description="Sổ Công đoàn: ghi một lần, báo cáo mọi cấp.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=Parser)
    for module in (book, reading, data, moving, sheets, reform, forgetting, upward):
        module.declare(commands)
    arguments = parser.parse_args(argv)
    result = arguments.run(arguments)
    return int(result or 0)
