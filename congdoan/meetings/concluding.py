"""What a meeting asks for: lines of the plan of the year they are due in."""

import uuid
from datetime import date

from congdoan.base.errors import Refused
from congdoan.papers import planning
from congdoan.papers.models import PlanLine

from .actions import changing
from .models import Meeting


def charge(
    *, meeting: Meeting, what: str, who: str, due_on: date, by: int | None, uid: uuid.UUID | None = None
) -> PlanLine:
    """Somebody is to do something by a day. The same `uid` twice gives the first answer."""
    if due_on < meeting.day:
        raise Refused(f"Hạn phải từ ngày họp {meeting.day:%d/%m/%Y} trở đi; hãy chọn lại.", "due_on")
    with changing(meeting, by, "conclude") as (held, _):
        plan = planning.plan_of_year(unit=held.unit, year=due_on.year, by=by)
        return planning.add_line(
            plan=plan, what=what, who=who, due_on=due_on, source=held.uid, by=by, uid=uid
        )
