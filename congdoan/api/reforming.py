"""Reforms over HTTP: a plan sent as it would stand in its file, looked at, carried out, taken back."""

import uuid
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.base.errors import NotHere
from congdoan.base.forms import Form
from congdoan.reform import drafting, plan, reorganising, wording
from congdoan.reform.effects import endings
from congdoan.reform.models import Reorganisation
from congdoan.reform.plan_forms import TakeBackForm
from congdoan.reform.plan_views import one_of

from . import answers, paging, places
from .acting import Act, Key, done, expose
from .answers import Done, Page
from .once import once
from .telling import told

router = Router(tags=["tree"])


class StepIn(Schema):
    """One step: `do` is found, rename, move, merge, split, end or change; the rest as docs/reforms.md says."""

    do: str
    code: str = ""
    kind: str = ""
    name: str = ""
    under: str = ""
    unit: str = ""
    units: list[str] = []
    of: str = ""
    to: str = ""
    into: list[str] = []
    keeps: bool = False
    money: str = ""
    members: dict[str, list[str]] = {}
    records: dict[str, list[str]] = {}
    rule: dict[str, dict[str, str]] = {}
    naming: dict[str, str] = {}


class PlanIn(Schema):
    """A plan: the decision, the day from which it holds, the steps in order. `quotas`: what becomes of targets assigned to
    unions that end: keep, rest (the successor takes on what was left), sum (all of it)."""

    name: str
    on: str
    decision: str = ""
    decided_on: str = ""
    signer: str = ""
    why: str = ""
    quotas: str = "keep"
    step: list[StepIn] = []


class ReformOut(Schema):
    """A reform. `state`: draft, done, back; `told`: what it did, in numbers; `steps`: read out."""

    uid: str
    unit: str
    name: str
    on: str
    decision: str
    state: str
    steps: list[str]
    told: dict[str, int]


class EndingOut(Schema):
    """A union that the plan ends, as it is on the evening before. Money in đồng."""

    unit: str
    to: str
    members: int
    roles: int
    money: int
    assigned: int
    demands: int
    complaints: int
    waiting: int


class FigureMoved(Schema):
    """A figure that would not be what it was."""

    key: str
    before: str
    after: str


class SharedOut(Schema):
    """What a successor of a union that is split receives: members by its list, by its rule, as the rest; records likewise;
    employers by rule."""

    to: str
    rule: str
    listed: int
    by_rule: int
    rest: int
    records: int
    records_by_rule: int
    employers: int


class PreviewOut(Schema):
    """What a plan would do: why it cannot be carried out, all at once; else what it does, how many figures were compared,
    and those that would differ."""

    faults: list[str]
    told: dict[str, int]
    compared: int
    unlike: list[FigureMoved]
    endings: list[EndingOut]
    shared: list[SharedOut]


@router.get(
    "/units/{code}/reforms", response={200: Page[ReformOut], **answers.ASKING}, operation_id="reforms",
    summary="Các đợt sắp xếp tổ chức",
)  # fmt: skip
def reforms(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """The reforms a union decided, the newest first; for those who administer it."""
    rows = Reorganisation.objects.filter(unit=places.administered(request, code)).select_related("unit")
    found, after = paging.paged(rows, ("-on", "-pk"), cursor)
    return {"items": [_told(one) for one in found], "next": after}


@router.post(
    "/units/{code}/reforms", response={200: Done, **answers.ACTING}, operation_id="draft_reform",
    summary="Soạn kế hoạch sắp xếp",
)  # fmt: skip
def draft_reform(request: HttpRequest, code: str, said: PlanIn, key: Key) -> Any:
    """A plan is written down; nothing of the tree changes yet."""
    content = said.model_dump(exclude_defaults=True)

    def write(_: uuid.UUID) -> dict[str, Any]:
        unit = places.administered(request, code)
        steps = [step | step.pop("naming", {}) for step in content.get("step", [])]
        meant = plan.understood({**content, "unit": unit.code, "step": steps}, whole=False)
        return done(drafting.draft(said=meant.said, by=request.user.pk))

    return once(request, request.auth, key, content, write)  # type: ignore[attr-defined]


@router.get(
    "/reforms/{uid}", response={200: ReformOut, **answers.ASKING}, operation_id="reform", summary="Một đợt sắp xếp",
)  # fmt: skip
def reform(request: HttpRequest, uid: str) -> Any:
    """A reform with its steps."""
    return _told(_one(request, uid))


@router.post(
    "/reforms/{uid}/preview", response={200: PreviewOut, **answers.ASKING}, operation_id="preview_reform",
    summary="Xem trước một kế hoạch",
)  # fmt: skip
def preview(request: HttpRequest, uid: str) -> Any:
    """What the plan would do; nothing of it stays. It is carried out to be seen, so others wait to write meanwhile."""
    meant = plan.understood(_draft(request, uid).plan)
    seen = reorganising.preview(meant)
    return {
        "faults": seen.faults, "told": _numbers(seen.told), "compared": seen.compared,
        "unlike": [{"key": key, "before": str(was), "after": str(now)} for key, was, now in seen.unlike],
        "endings": [told(one, EndingOut, unit=one.unit.code, waiting=len(one.waiting)) for one in endings(meant)],
        "shared": seen.told.get("shared", []),
    }  # fmt: skip


def _told(one: Reorganisation) -> dict[str, Any]:
    steps = wording.sentences(plan.understood(one.plan, whole=False))
    return told(one, ReformOut, unit=one.unit.code, steps=steps, told=_numbers(one.told))


def _numbers(said: dict[str, Any]) -> dict[str, int]:
    return {name: value for name, value in said.items() if isinstance(value, int)}


def _one(request: HttpRequest, uid: str) -> Reorganisation:
    found = one_of(request, uid)  # type: ignore[arg-type]
    access.require(access.may_administer(request.user, found.unit))
    return found


def _draft(request: HttpRequest, uid: str) -> Reorganisation:
    found = _one(request, uid)
    if found.state != Reorganisation.State.DRAFT:
        raise NotHere("Kế hoạch này không còn đang soạn.")
    return found


def _carry_out(one: Reorganisation, form: Any, by: int) -> Reorganisation:
    return reorganising.carry_out(plan=plan.understood(one.plan), by=by, uid=one.uid)


def _take_back(one: Reorganisation, form: Any, by: int) -> None:
    reorganising.take_back(one=one, by=by, why=form.cleaned_data["why"])


def _drop(one: Reorganisation, form: Any, by: int) -> None:
    drafting.drop(one=one, by=by)


ACTS = (
    Act("/reforms/{uid}/carry-out", "carry_out_reform", "Thực hiện sắp xếp", _draft, Form, _carry_out),
    Act("/reforms/{uid}/take-back", "take_back_reform", "Hoàn tác sắp xếp", _one, TakeBackForm, _take_back),
    Act("/reforms/{uid}/drop", "drop_reform", "Bỏ kế hoạch", _draft, Form, _drop),
)
for _act in ACTS:
    expose(router, _act, "tree")
