"""The process is killed in the middle of its work: no difference afterwards."""

import json
import signal
import subprocess
import sys
from typing import Any

from tests.rules.source import ROOT


def run(step: str, installation: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.ledger.crash", step]
    return subprocess.run(command, env=installation, cwd=ROOT, capture_output=True, text=True, check=False)


def told(step: str, installation: dict[str, str]) -> dict[str, Any]:
    done = run(step, installation)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_killed_at_any_point_the_book_is_as_it_was(installation: dict[str, str]) -> None:
    before = told("begin", installation)
    assert (before["gifts"], before["money"], before["wrong"]) == (3, 1_500_000, 0)
    for step in ("die_between_record_and_entry", "die_while_folding"):
        assert run(step, installation).returncode == -signal.SIGKILL
    assert told("look", installation) == before
    assert told("fold", installation) == before
