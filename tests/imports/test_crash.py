"""The process is killed while a file is taken in, or taken back: all of it happened, or nothing."""

import json
import signal
import subprocess
import sys
from typing import Any

from tests.rules.source import ROOT

IN = ("congdoan.base.bulk._insert", "congdoan.members.keeping.revise", "congdoan.imports.actions._stand")
BACK = ("congdoan.ledger.actions.take_back", "congdoan.imports.actions._stand")


def run(installation: dict[str, str], *step: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.imports.crash", *step]
    return subprocess.run(command, env=installation, cwd=ROOT, capture_output=True, text=True, check=False)


def told(installation: dict[str, str], step: str) -> dict[str, Any]:
    done = run(installation, step)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_killed_at_any_point_all_of_a_file_is_in_the_book_or_nothing(installation: dict[str, str]) -> None:
    before = told(installation, "begin")
    assert (before["import"], before["wrong"]) == ("open", 0)
    for at in IN:
        assert run(installation, "take_in", at).returncode == -signal.SIGKILL, at
    assert told(installation, "look") == before
    after = told(installation, "take_in")
    assert after["state"] != before["state"]
    for at in BACK:
        assert run(installation, "undo", at).returncode == -signal.SIGKILL, at
    assert told(installation, "look") == after
    assert told(installation, "undo") == before | {"import": "back"}
