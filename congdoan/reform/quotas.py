"""What was assigned to unions that end, assigned anew to whoever goes on with their work, by the rule the plan declares.

Only amounts add: a share in percent, a target of each year or of each union below stays as it was and is told, for somebody
to decide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from congdoan.audit.models import Posting
from congdoan.org.models import Succession, Unit
from congdoan.org.queries import standing
from congdoan.targets import goals, queries
from congdoan.targets.models import Assignment, Resolution, Share, Target
from congdoan.targets.results import Day

from .plan import Plan

KEEP, SUM, REST = "keep", "sum", "rest"
Table = dict[tuple[Target, Unit], Decimal]
AMOUNTS = (Target.Measure.TOTAL, Target.Measure.END)


@dataclass(frozen=True)
class Rebased:
    """How many shares were assigned anew, and how many wait for somebody to decide."""

    moved: int = 0
    left: int = 0


def rebase(posting: Posting, plan: Plan) -> Rebased:
    """A new paper under each resolution that runs on: with `rest`, the union that ended keeps what it had reached by the
    evening before and its successor takes on what was left; with `sum`, the successor takes on all of it."""
    to = {one.unit_id: one.successor for one in Succession.objects.filter(made=posting, main=True).select_related("successor")}  # fmt: skip
    moved = left = 0
    for resolution in _running(plan):
        shares = queries.standing_shares(resolution)
        concerned = [one for one in shares if one.value and one.unit.ended_on == plan.on + timedelta(days=1)]
        movable = [one for one in concerned if plan.quotas != KEEP and _goes(one, to, resolution, plan)]
        left += len(concerned) - len(movable)
        moved += len(movable)
        if movable:
            _write(posting, plan, resolution, _table(plan, shares, movable, to))
    return Rebased(moved, left)


def take_back(of: Posting) -> None:
    """The papers of a reform that is taken back have never been."""
    Share.objects.filter(assignment__made=of).delete()
    Assignment.objects.filter(made=of).delete()


def adds(target: Target) -> bool:
    """Whether shares of it can be put together."""
    indicator = target.indicator
    return bool(
        indicator and not target.by_hand and target.measure in AMOUNTS and indicator.adds in ("sum", "balance", "distinct")
    )  # fmt: skip


def _running(plan: Plan) -> Iterable[Resolution]:
    """Resolutions that handed something down and are judged on a day after the reform."""
    found = Resolution.objects.filter(unmade=None, assignments__unmade=None, assignments__isnull=False)
    rows = found.select_related("unit", "term").distinct().order_by("pk")
    return [one for one in rows if one.last >= plan.on]


def _goes(share: Share, to: Mapping[int, Unit], resolution: Resolution, plan: Plan) -> bool:
    """Whether somebody under the union that resolved it takes it on."""
    heir = to.get(share.unit_id)
    below = heir and standing(plan.on + timedelta(days=1), ancestor=resolution.unit, unit=heir, depth__gt=0)
    return adds(share.target) and bool(below and below.exists())


def _table(plan: Plan, shares: Iterable[Share], movable: Iterable[Share], to: Mapping[int, Unit]) -> Table:
    """Who has how much of which target from now on. Sums stay what they were."""
    had = {(one.target_id, one.unit_id): one.value for one in shares}
    table: Table = {}
    for share in movable:
        target, heir = share.target, to[share.unit_id]
        stays = _reached(share, plan) if plan.quotas == REST else Decimal(0)
        table[target, share.unit] = stays
        before = table.get((target, heir), had.get((target.pk, heir.pk), Decimal(0)))
        table[target, heir] = before + share.value - stays
    return table


def _reached(share: Share, plan: Plan) -> Decimal:
    """What of it was done by the evening before, never more than all; of a level, which is not done bit by bit, nothing."""
    if share.target.indicator is None or share.target.indicator.stock:
        return Decimal(0)
    (row,) = queries.judged([goals.handed_down(share)], Day(plan.on - timedelta(days=1)))
    return min(share.value, Decimal(int(row.result or Fraction(0))))


def _write(posting: Posting, plan: Plan, resolution: Resolution, table: Table) -> None:
    """A paper with this table; the last one, so that it holds."""
    last = resolution.assignments.filter(unmade=None).latest("signed_on").signed_on
    number, signed_on = (plan.decision or plan.name)[:50], max(plan.decided_on or plan.on, last)
    paper = Assignment.objects.create(resolution=resolution, number=number, signed_on=signed_on, made=posting)
    Share.objects.bulk_create(
        [Share(assignment=paper, target=target, unit=unit, value=value) for (target, unit), value in table.items()]
    )  # fmt: skip
