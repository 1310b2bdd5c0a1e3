"""Samples of this room's addresses: a plan, an inspection with a demand that was followed up, a complaint."""

from datetime import date
from typing import Any

from congdoan.oversight import actions as oversight
from congdoan.oversight import following, handling
from congdoan.records.inspections import Demand
from tests.cast import Cast
from tests.records.said import record

UNIT, UPPER = "laocai-tu-phap", "laocai-cdvc"


def overseen(cast: Cast) -> dict[str, dict[str, Any]]:
    """A plan, an inspection with a demand that was followed up, a complaint, all of the upper union."""
    upper, union, day = cast[UPPER], cast[UNIT], date(2024, 3, 5)
    plan = oversight.begin_plan(
        unit=upper, sort="year", first_on=date(2024, 1, 1), last_on=date(2024, 12, 31), by=None
    )
    days = {"first_on": date(2024, 1, 1), "last_on": date(2024, 3, 31)}
    (line,) = oversight.add_lines(plan=plan, unions=[union], subject="finance", by=None, **days)
    mend = {"key": "mend", "what": "Mở sổ quỹ", "union": union, "due_on": date(2024, 6, 30)}
    rows = {"unions": [{"union": union}], "demands": [mend]}
    said = record("inspection", upper, day, subject="finance", level="lower", lines=rows)
    demand = Demand.objects.get(record=said)
    follow_up = following.follow_up(demand=demand, state="not_yet", on=day, by=None)
    complaint = handling.receive(unit=upper, sort="complaint", received_on=day, by=None)
    return {
        **each("inspection_plan inspection_plan_approve", uid=plan.uid),
        **each("inspection_plan_lines", uid=plan.uid),
        **each("inspection_plan_line_drop", uid=line.uid),
        **each("findings_of inspection_followed", uid=said.uid),
        **each("follow_up", uid=said.uid, key="mend"),
        **each("follow_up_drop", uid=follow_up.uid),
        **each("inspection_paper", uid=said.uid, paper="inspection_minutes"),
        **each("complaint complaint_step complaint_step_drop", uid=complaint.uid),
    }


def each(names: str, **arguments: Any) -> dict[str, dict[str, Any]]:
    """The same arguments for several addresses."""
    return dict.fromkeys(names.split(), arguments)
