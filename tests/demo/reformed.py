"""The reform of Lào Cai on the demo's book: its plan as it is shipped, on the day of the test."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from congdoan.archive.state import State
from congdoan.base.period import Period, today
from congdoan.funds.models import Fund, Transfer
from congdoan.funds.transfers import accept
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import shown
from congdoan.members.bridge import bridge
from congdoan.org import queries
from congdoan.reform import plan, reorganising
from congdoan.reform.models import Reorganisation

PLAN = Path(__file__).parents[2] / "docs/examples/sap-xep-lao-cai.toml"
UPPERS = ("tld", "laocai-ldld", "laocai-cdvc", "muongkhuong-ldld", "yenbai-ldld", "yenbai-cdvc", "hanoi-ldld")
ADDING = [one for one in shown() if one.adds in ("sum", "distinct", "balance")]


def nothing_waits() -> None:
    """Money under way has arrived."""
    for waits in Transfer.objects.filter(received=None, refused=None).select_related("sent"):
        fund = Fund.objects.filter(unit=waits.to_id, opened_on__lte=waits.sent.dated_on).earliest("pk")
        accept(transfer=waits, fund=fund, day=waits.sent.dated_on, by=None)


def carried_out() -> Reorganisation:
    said = {**tomllib.loads(PLAN.read_text("utf-8")), "on": today()}
    return reorganising.carry_out(plan=plan.understood(said), by=None)


def taken_back(one: Reorganisation) -> None:
    reorganising.take_back(one=one, by=None)


def adding(code: str, tree: date | None = None) -> dict[str, Any]:
    """All that adds up at a union, in the year up to yesterday."""
    eve = today() - timedelta(days=1)
    found = figures(queries.unit(code), Period.between(date(eve.year, 1, 1), eve), ADDING, tree=tree)
    return {one.indicator.key: one.value for one in found}


def unexplained(code: str) -> int:
    """How many members at the end are neither those at the beginning nor came or went."""
    return bridge(queries.unit(code), Period.between(date(today().year, 1, 1), today())).declared


def unlike(before: State, after: State) -> set[str]:
    """The parts of the book that are not what they were."""
    names = before.parts.keys() | after.parts.keys()
    return {name for name in names if before.parts.get(name) != after.parts.get(name)}
