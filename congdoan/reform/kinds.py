"""A union that changes its kind or level: a body of the new kind begins where it stands, under its name, and takes over all
it has. So what it did stays counted as what it was, *then*, and goes on with the new one, *now*."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from congdoan.org.models import Naming, Succession, Unit, UnitKind
from congdoan.org.queries import standing

from .plan import Plan, Step

CHANGED = Succession.Kind.CHANGED.value
KEPT = ("place_name", "signs_for", "signer_title", "signer_name")  # its symbol follows the kind
IF_CALLED_SO = ("short_name", "issuer_line", "seal_name")


def plainly(plan: Plan) -> Plan:
    """The same plan, each change of kind written out as a founding and a taking over."""
    return replace(plan, steps=tuple(one for step in plan.steps for one in _plain(plan, step)))


def faults(step: Step) -> Iterator[str]:
    """Why a union cannot change so; what else may be against it is said of the founding and the taking over."""
    unit, kind = _unit(step), UnitKind.objects.filter(code=step.kind).first()
    if unit is None or kind is None:
        return
    if unit.kind_id == kind.pk:
        yield f"{unit.name} đã là “{kind.name}”"
    if (
        unit.kind.grassroots
        and not kind.grassroots
        and unit.memberships.filter(unmade=None, ended="").exists()
    ):
        yield f"{unit.name} còn đoàn viên, mà “{kind.name}” không giữ đoàn viên; hãy chuyển đoàn viên trước"


def _plain(plan: Plan, step: Step) -> Iterator[Step]:
    if step.do != "change":
        yield step
        return
    unit, like = _unit(step), replace(step, units=())
    if unit is None:
        yield Step(do="end", number=step.number, units=step.units)
        return
    yield replace(
        like, do="found", name=step.name or unit.name, under=_above(plan, unit), naming=_signing(plan, unit, step)
    )  # fmt: skip
    kind = UnitKind.objects.filter(code=step.kind).first()
    over = replace(step, code="", name="", kind=CHANGED)
    if kind and kind.grassroots != unit.kind.grassroots:
        yield replace(over, do="end", to=step.code)
    else:
        yield replace(over, do="merge", into=(step.code,))


def _unit(step: Step) -> Unit | None:
    return Unit.objects.filter(code=step.units[0]).select_related("kind").first()


def _above(plan: Plan, unit: Unit) -> str:
    rows = standing(plan.on - timedelta(days=1), unit=unit, depth=1)
    return rows.values_list("ancestor__code", flat=True).first() or plan.unit


def _signing(plan: Plan, unit: Unit, step: Step) -> dict[str, str]:
    """As the old one signs; by another name, only who signs and where."""
    signs = Naming.objects.filter(unit=unit, unmade=None, from_on__lte=plan.on, to_on__gt=plan.on).first()
    same = not step.name or step.name == unit.name
    said = (*KEPT, *IF_CALLED_SO) if same else KEPT
    return {name: value for name in said if (value := getattr(signs, name, ""))}
