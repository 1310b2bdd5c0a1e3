"""What the pages of the cases printed, and what the book answers when asked the same."""

import csv
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from congdoan.cli import main

CASES = Path(__file__).parents[1] / "cases"


@cache
def printed(case: str = "laocai-2024h1", of: str = "result") -> tuple[dict[str, str], ...]:
    """What a page printed: its results, or the targets it set."""
    with (CASES / f"{case}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row for row in csv.DictReader(file) if row["kind"] == of)


def asked_in(case: str) -> set[tuple[str, str, str]]:
    """The questions a page answers: of which union, in which period."""
    return {(case, row["unit"], row["period"]) for row in printed(case)}


def answered(
    capsys: pytest.CaptureFixture[str], period: str, unit: str = "laocai-cdvc"
) -> dict[str, dict[str, Any]]:
    """All figures of a union in a period, by code, as the command line prints them."""
    assert main(["figures", "--unit", unit, "--period", period, "--json"]) == 0
    return {row["code"]: row for row in json.loads(capsys.readouterr().out)}


def number(text: str) -> Decimal | None:
    return None if text in ("", "None") else Decimal(text)
