"""A plan looked at, carried out, and taken back: each one transaction."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import transaction

from congdoan.accounts.models import Seat
from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period
from congdoan.funds import handing_over as paid_over
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import shown
from congdoan.members import handing_over
from congdoan.members.models import Membership
from congdoan.org.models import Naming, Succession, Unit
from congdoan.oversight import handing_over as left_open

from . import kinds, mass, quotas
from .checking import ending, faults
from .drafting import columns
from .executing import Carrying
from .models import Reorganisation
from .plan import Plan
from .queries import Branch, branches

State = Reorganisation.State
Seen = TypeVar("Seen")


class _Enough(Exception):
    """What was to be seen has been seen; nothing of it stays."""


@dataclass(frozen=True)
class Preview:
    """What a plan would do. `faults`: why it cannot, all at once; else `told` in numbers, how many figures of the union
    that decides were compared, and those that would not be what they were."""

    faults: Sequence[str]
    told: dict[str, Any]
    compared: int = 0
    unlike: Sequence[tuple[str, Any, Any]] = ()


def preview(plan: Plan) -> Preview:
    """Carry it out and let nothing of it stay."""
    if wrong := faults(plan):
        return Preview(wrong, {})
    before = _flows(plan)

    def seen() -> Preview:
        told, after = _carry(plan, None, uuid.uuid4()).told, _flows(plan)
        unlike = [(key, before[key], after[key]) for key in before if before[key] != after[key]]
        return Preview([], told, len(before), unlike)

    return _tried(seen, lambda why: Preview([why], {}))


def what_if(plan: Plan, node: Unit, steps: int) -> list[Branch] | str:
    """Those directly under a union the morning after the plan's day, if only the first steps were carried out; or why
    they cannot be."""

    def seen() -> list[Branch] | str:
        if steps:
            _carry(replace(plan, steps=plan.steps[:steps]), None, uuid.uuid4())
        return branches(node, plan.on + timedelta(days=1))

    return _tried(seen, lambda why: why)


def _tried(seen: Callable[[], Seen], refused: Callable[[str], Seen]) -> Seen:
    """What is seen after something was written, of which nothing stays."""
    found: list[Seen] = []
    try:
        with transaction.atomic():
            found.append(seen())
            raise _Enough
    except _Enough:
        return found[0]
    except Refused as why:
        return refused(why.sentence)


def carry_out(*, plan: Plan, by: int | None, uid: uuid.UUID | None = None) -> Reorganisation:
    """The tree is changed as the plan says, from its day on. `uid`: of a draft, which is then carried out; the same one
    twice gives the first answer. Refuses with all that is wrong at once."""
    uid = uid or uuid.uuid4()
    if known := Reorganisation.objects.filter(uid=uid).exclude(state=State.DRAFT).first():
        return known
    if wrong := faults(plan):
        raise Refused("; ".join(wrong))
    return _carry(plan, by, uid)


def take_back(*, one: Reorganisation, by: int | None, why: str = "") -> None:
    """The tree is as if it had never been; refused, with reasons, where others have built upon it."""
    with writing(
        by=by, action="undo_reorganise", why=why, unit=one.unit.code, what=str(one.uid), alone=True
    ) as posting:
        one = Reorganisation.objects.select_for_update().get(pk=one.pk)
        if one.state != State.DONE or (of := one.made) is None:
            raise Refused("Đợt sắp xếp này chưa thực hiện hoặc đã hoàn tác rồi; hãy tải lại trang.")
        handing_over.take_back(of, posting)
        paid_over.take_back(of, posting)
        ended = Unit.objects.filter(code__in=one.told["ended_codes"])
        left_open.take_back(of, list(ended.values_list("pk", flat=True)))
        quotas.take_back(of)
        Seat.objects.filter(made=of).delete()
        _seat_again(of, one.told.get("seats_until", {}))
        ended.update(ended_on=FOREVER)
        founded = Unit.objects.filter(code__in=one.told["founded_codes"])
        mass.take_back(of, posting, [str(uid) for uid in founded.values_list("uid", flat=True)], [])
        _call_again(of)
        one.state, one.latest = State.BACK, posting
        one.save()


def _carry(plan: Plan, by: int | None, uid: uuid.UUID) -> Reorganisation:
    unit, what = Unit.objects.get(code=plan.unit), str(uid)
    act = writing(
        by=by, action="reorganise", why=plan.why, unit=plan.unit, what=what, alone=True, steps=len(plan.steps)
    )
    with act as posting:
        carrying = Carrying(kinds.plainly(plan), posting)
        carrying.out()
        done = {
            "unit": unit,
            "state": State.DONE,
            "told": _told(carrying),
            "made": posting,
            "latest": posting,
        }
        return Reorganisation.objects.update_or_create(uid=uid, defaults=done | columns(plan))[0]


def _told(carrying: Carrying) -> dict[str, Any]:
    """What it did, in numbers (money in đồng), and which unions it founded and ended."""
    plan, posting = carrying.plan, carrying.posting
    founded = [step.code for step in plan.steps if step.do == "found"]
    ended = [code for step in plan.steps for code in ending(step)]
    received = Membership.objects.filter(made=posting).count()
    moved = Unit.objects.filter(
        placements__made=posting, placements__unmade=None, placements__from_on=plan.on
    )
    return {
        "founded": len(founded), "ended": len(ended), "moved": moved.exclude(code__in=founded).distinct().count(),
        "members_received": received,
        "members_left": Membership.objects.filter(changed=posting, ended=Membership.End.UNION_ENDED).count(),
        "successions": Succession.objects.filter(made=posting).count(),
        "seats_moved": Seat.objects.filter(made=posting).count(), "seats_ended": Seat.objects.filter(ended=posting).count(),
        "quotas": carrying.rebased.moved, "quotas_left": carrying.rebased.left, "shared": carrying.shared,
        "demands": sum(one.demands for one in carrying.left), "complaints": sum(one.complaints for one in carrying.left),
        "left": [{"to": one.to.name, "demands": one.demands, "complaints": one.complaints} for one in carrying.left],
        "money": carrying.money, "seats_until": carrying.seats_until, "founded_codes": founded, "ended_codes": ended,
    }  # fmt: skip


def _seat_again(of: Posting, until: Mapping[str, str]) -> None:
    """Whoever lost a role has it back, up to the day it was given to."""
    for seat in Seat.objects.filter(ended=of):
        seat.to_on = date.fromisoformat(until[str(seat.pk)]) if str(seat.pk) in until else FOREVER
        seat.ended = None
        seat.save(update_fields=["to_on", "ended"])


def _call_again(of: Posting) -> None:
    """Unions it had renamed bear the name they bore."""
    for unit in Unit.objects.filter(pk__in=Naming.objects.filter(made=of).values("unit")):
        last = Naming.objects.filter(unit=unit, unmade=None).order_by("-from_on").first()
        if last and last.name != unit.name:
            mass.call(unit, last.name)


def _flows(plan: Plan) -> dict[str, Any]:
    """Every additive figure of the union that decides, of the year up to the day before."""
    unit = Unit.objects.get(code=plan.unit)
    last = plan.on - timedelta(days=1)
    period = Period.between(last.replace(month=1, day=1), last)
    adding = [one for one in shown() if one.adds in ("sum", "distinct", "balance")]
    return {one.indicator.key: one.value for one in figures(unit, period, adding)}
