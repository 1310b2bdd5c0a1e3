"""What a plan does to the unions it ends: their members, roles, money, what was assigned to them, what waits there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from congdoan.accounts.models import Seat
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period
from congdoan.funds import due as funds
from congdoan.funds.models import Fund
from congdoan.funds.queries import balance
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY
from congdoan.members import due as members
from congdoan.officers import due as officers
from congdoan.org.due import Due
from congdoan.org.models import Unit
from congdoan.oversight import handing_over as left_open
from congdoan.oversight import queries as oversight
from congdoan.papers import queries as papers
from congdoan.targets.models import Share

from .checking import ending
from .kinds import plainly
from .named import Named
from .plan import Plan, Step

MOST = 60  # unions told one by one


@dataclass(frozen=True)
class Ending:
    """A union that the plan ends, as it is on the evening before. `to`: who goes on with what it did, if anybody; `demands`
    and `complaints`: open ones, which go there or else to its superior."""

    unit: Unit
    to: str
    members: int
    roles: int
    money: int
    assigned: int
    demands: int
    complaints: int
    waiting: Sequence[Due]


def endings(plan: Plan) -> list[Ending]:
    """The first of them, in the order of the steps."""
    plan = plainly(plan)
    eve, named = plan.on - timedelta(days=1), Named(plan)
    told = list(chain.from_iterable(((code, step) for code in ending(step)) for step in plan.steps))[:MOST]
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=[code for code, _ in told])}
    left = left_open.counted([unit.pk for unit in units.values()])
    return [
        _ending(units[code], _goes_on(step, named), eve, *left[units[code].pk])
        for code, step in told
        if code in units
    ]


def _goes_on(step: Step, named: Named) -> str:
    return named.names(step.into) if step.into else named.name(step.to) if step.to else ""


def _ending(unit: Unit, to: str, eve: date, demands: int, complaints: int) -> Ending:
    held = figures(unit, Period.between(eve, eve), [BY_KEY["members.total"]], scope="own")[0].value
    opened = Fund.objects.filter(unit=unit, opened_on__lt=FOREVER)
    shares = Share.objects.filter(unit=unit, assignment__unmade=None, assignment__resolution__unmade=None)
    return Ending(
        unit=unit, to=to, members=int(held or 0), roles=Seat.objects.filter(unit=unit, to_on__gt=eve).count(),
        money=sum(balance(fund, eve) for fund in opened), assigned=shares.count(), demands=demands, complaints=complaints,
        waiting=waiting(unit, eve),
    )  # fmt: skip


def waiting(unit: Unit, day: date) -> list[Due]:
    """What is still to be done at a union, as every room says."""
    rooms = (members.due, officers.due, funds.due, papers.due)
    return [*chain.from_iterable(due(unit, day) for due in rooms), *oversight.due([unit], day)]
