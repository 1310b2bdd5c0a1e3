"""A plan under way: its decision, its steps, its scan. Nothing of the tree changes until it is carried out."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from congdoan.audit.actions import writing
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.org import queries as org
from congdoan.records.files import Content
from congdoan.records.record import StoredFile

from .models import Reorganisation
from .plan import Plan, understood

State = Reorganisation.State


def draft(*, said: Mapping[str, Any], by: int | None) -> Reorganisation:
    """A plan begins, with a decision alone or with all its steps."""
    plan = understood(said, whole=False)
    unit = org.unit(plan.unit)
    with writing(by=by, action="plan_reform", unit=unit.code) as posting:
        return Reorganisation.objects.create(unit=unit, latest=posting, **columns(plan))


def say(*, one: Reorganisation, said: Mapping[str, Any], by: int | None) -> None:
    """What is decided, when, by whom, is said otherwise; the steps stay."""
    with _changing(one, by) as held:
        _write(held, {**said, "unit": one.unit.code, "step": held.plan.get("step", [])})


def put_step(*, one: Reorganisation, step: Mapping[str, Any], number: int | None, by: int | None) -> None:
    """One step more at the end, or in the place of step `number` (from 1)."""
    with _changing(one, by) as held:
        steps = list(held.plan.get("step", []))
        _check_number(steps, number)
        steps[slice(len(steps), None) if number is None else slice(number - 1, number)] = [step]
        _write(held, {**held.plan, "step": steps})


def drop_step(*, one: Reorganisation, number: int, by: int | None) -> None:
    """The step is no longer in the plan."""
    with _changing(one, by) as held:
        steps = list(held.plan.get("step", []))
        _check_number(steps, number)
        del steps[number - 1]
        _write(held, {**held.plan, "step": steps})


def keep_scan(*, one: Reorganisation, content: Content, by: int | None) -> None:
    """Keep the scan of the signed decision, of a plan in any state; one kept before gives way to it."""
    digest = store.put(content.data)
    with writing(by=by, action="attach_scan", what=str(one.uid), unit=one.unit.code, file=digest):
        about = {"media_type": content.media_type, "size": len(content.data)}
        one.scan, _ = StoredFile.objects.get_or_create(digest=digest, defaults=about)
        one.save(update_fields=["scan"])


def drop(*, one: Reorganisation, by: int | None) -> None:
    """A plan nobody carried out is given up."""
    with _changing(one, by) as held:
        held.delete()


def columns(plan: Plan) -> dict[str, Any]:
    """What a plan says, as it is kept."""
    return {
        "name": plan.name[:200], "on": plan.on, "decision": plan.decision[:100], "decided_on": plan.decided_on,
        "signer": plan.signer[:100], "plan": plan.said,
    }  # fmt: skip


@contextmanager
def _changing(one: Reorganisation, by: int | None) -> Iterator[Reorganisation]:
    with writing(by=by, action="plan_reform", what=str(one.uid), unit=one.unit.code) as posting:
        held = Reorganisation.objects.select_for_update().filter(pk=one.pk).first()
        if held is None or held.state != State.DRAFT:
            raise Refused("Kế hoạch này không còn đang soạn; hãy tải lại trang.")
        held.latest = posting
        yield held


def _write(held: Reorganisation, said: Mapping[str, Any]) -> None:
    for name, value in columns(understood(said, whole=False)).items():
        setattr(held, name, value)
    held.save()


def _check_number(steps: list[Any], number: int | None) -> None:
    if number is not None and not 1 <= number <= len(steps):
        raise Refused("Không có bước này trong kế hoạch; hãy tải lại trang.")
