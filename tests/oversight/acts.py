"""Short ways to plan, inspect and follow up in tests."""

from datetime import date
from typing import Any

from congdoan.oversight import actions, following, handling
from congdoan.oversight.models import Complaint, FollowUp, Plan, PlanLine
from congdoan.records.inspections import Demand
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import record

UPPER = "laocai-cdvc"
YEAR = {"first_on": date(2024, 1, 1), "last_on": date(2024, 12, 31)}
Q1 = {"first_on": date(2024, 1, 1), "last_on": date(2024, 3, 31)}
Q2 = {"first_on": date(2024, 4, 1), "last_on": date(2024, 6, 30)}
DAY = date(2024, 4, 18)
DUE = date(2024, 6, 30)


def plan(cast: Cast, *, approved: bool = True, at: str = UPPER, sort: str = "year") -> Plan:
    """The plan of 2024, with nothing in it but, if approved, an inspection of the union itself in the second quarter."""
    made = actions.begin_plan(unit=cast[at], sort=sort, by=None, **YEAR)
    if approved:
        meant(cast, made, at, subject="charter", **Q2)
        made = actions.approve_plan(plan=made, number="05/KH-UBKT", on=date(2024, 1, 10), by=None)
    return made


def meant(cast: Cast, into: Plan, *codes: str, **said: Any) -> list[PlanLine]:
    """Inspections of finance in the first quarter, unless said otherwise."""
    said = {"subject": "finance", **Q1, **said}
    return actions.add_lines(plan=into, unions=[cast[code] for code in codes], by=None, **said)


def inspected(cast: Cast, *codes: str, on: date = DAY, at: str = UPPER, **said: Any) -> Record:
    """An inspection of finance of these unions, or by the union of itself."""
    said = {"subject": "finance", "level": "lower" if codes else "own", **said}
    asked = said.pop("demands", [])
    rows = {"unions": [{"union": cast[code]} for code in codes], "demands": asked}
    return record("inspection", cast[at], on, **said, lines=rows)


def asked_for(cast: Cast, code: str, key: str = "so-quy", **said: Any) -> dict[str, Any]:
    """A demand: open a cash book by the end of June."""
    return {"key": key, "what": "Mở sổ quỹ tiền mặt", "union": cast[code], "due_on": DUE, **said}


def demand(cast: Cast, code: str = "laocai-bao", **said: Any) -> Demand:
    """One demand of an inspection of one union."""
    return Demand.objects.get(record=inspected(cast, code, demands=[asked_for(cast, code, **said)]))


def found(of: Demand, state: str, on: date = DUE, **said: Any) -> FollowUp:
    """What became of it."""
    return following.follow_up(demand=of, state=state, on=on, by=None, **said)


def received(cast: Cast, sort: str = "complaint", *, at: str = "laocai-bao", **said: Any) -> Complaint:
    """A complaint that came in on 1 March 2024."""
    by = said.pop("by", None)
    return handling.receive(unit=cast[at], sort=sort, received_on=date(2024, 3, 1), by=by, **said)


def step(of: Complaint, what: str, on: date = date(2024, 3, 5), **said: Any) -> None:
    """One step."""
    handling.step(complaint=of, what=what, on=on, by=said.pop("by", None), **said)
    of.refresh_from_db()
