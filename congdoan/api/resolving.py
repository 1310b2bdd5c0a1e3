"""Resolving over HTTP: a resolution with its targets; one added, amended, answered; handed down; the score sheet confirmed."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from pydantic import create_model

from congdoan.base.errors import Refused
from congdoan.base.forms import Form
from congdoan.org import queries as org
from congdoan.org.models import Unit
from congdoan.targets import actions, changing, queries
from congdoan.targets.forms import (
    AmendForm,
    AnswerForm,
    AssignForm,
    ResolutionForm,
    TargetForm,
    WhyForm,
    filled,
)
from congdoan.targets.models import Assignment, Confirmation, Resolution, Target

from . import answers, places, typed
from .acting import Act, Key, acted, body_of, done, expose
from .answers import Done
from .door import Unfit
from .once import once
from .rows import Rows
from .targets import router

TOO_MANY = f"Một lần ghi nhiều nhất {changing.MOST_ROWS} chỉ tiêu; hãy thêm các chỉ tiêu còn lại sau."
SHARES = Rows(
    "shares",
    {"target": {"type": "string", "format": "uuid"}, "unit": {"type": "string"}},
    {"value": {"type": ["number", "null"], "minimum": 0}},
    lambda column, row: f"o-{row['unit']}-{str(row['target'])[:8]}",
    "What of a target a union right below is to reach.",
)


def _resolved() -> Any:
    """A resolution as it is said: its fields, and a list of targets."""
    make: Any = create_model
    row: Any = typed.body("ResolveTarget", TargetForm)
    return make("Resolve", __base__=typed.body("ResolveFields", ResolutionForm), targets=(list[row], ...))


RESOLVED = _resolved()


@router.post(
    "/units/{code}/resolutions",
    response={200: Done, **answers.ACTING},
    operation_id="resolve",
    summary="Ghi nghị quyết với các chỉ tiêu",
)
def resolve(request: HttpRequest, code: str, said: RESOLVED, key: Key) -> Any:  # type: ignore[valid-type]
    """Write down what a congress or a committee resolved."""
    content, by = said.model_dump(exclude_unset=True), request.user.pk  # type: ignore[attr-defined]

    def write(uid: uuid.UUID) -> dict[str, Any]:
        return _written(places.written(request, code), content, uid, by)

    return once(request, request.auth, key, content, write)  # type: ignore[attr-defined]


def _written(unit: Unit, said: dict[str, Any], uid: uuid.UUID, by: int | None) -> dict[str, Any]:
    """What writing it came to; or what is wrong, each in its place."""
    fields = {name: value for name, value in said.items() if name != "targets"}
    data, blank = typed.Data(), ResolutionForm(unit=unit)
    wrong = typed.unknown(blank, fields) + _fill(data, said["targets"])
    typed.fill(data, blank, {**fields, "uid": str(uid)})
    form, rows = ResolutionForm(data, unit=unit), changing.rows_of(data)  # type: ignore[arg-type]
    if not wrong and changing.valid(form, rows):
        with form.refusing():
            targets = [row.said() for row in changing.typed(rows)]
            return done(actions.resolve(unit=unit, by=by, targets=targets, **form.cleaned_data))
    raise Unfit([*wrong, *typed.errors(form), *(one for row in changing.typed(rows) for one in _errors(row))])


def _fill(data: typed.Data, targets: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The targets said, row by row; what was said in them that the form does not ask."""
    if len(targets) > changing.MOST_ROWS:
        raise Refused(TOO_MANY, "targets")
    wrong = list[dict[str, str]]()
    for number, said in enumerate(targets):
        form = TargetForm(prefix=f"t{number}")
        wrong += [{**one, "field": f"targets[{number}].{one['field']}"} for one in typed.unknown(form, said)]
        data.appendlist(changing.ROW, str(number))
        typed.fill(data, form, said)
    return wrong


def _errors(row: TargetForm) -> list[dict[str, str]]:
    return list(typed.errors(row, f"targets[{str(row.prefix)[1:]}]."))


@dataclass(frozen=True)
class Handing:
    """A resolution, and which of its targets are handed down to which unions right below."""

    resolution: Resolution
    units: list[Unit]
    targets: list[Target]


def _handing(request: HttpRequest, uid: str, said: dict[str, Any]) -> Handing:
    """The table is asked of the unions and targets that are named."""
    resolution = changing.changeable(request, uid)  # type: ignore[arg-type]
    rows = said.get("shares") or ()
    codes, named = {str(row["unit"]) for row in rows}, {str(row["target"]) for row in rows}
    day = queries.day_of(resolution.period, None).on
    units = [one for one in org.children(resolution.unit, max(day, resolution.first)) if one.code in codes]
    every = queries.targets_of([resolution])
    return Handing(resolution, units, [one for one in every if str(one.uid) in named and not one.by_hand])


def _table(request: HttpRequest, about: Handing) -> dict[str, Any]:
    return {"units": about.units, "targets": about.targets}


def _assign(about: Handing, form: Any, by: int) -> Assignment:
    paper = {name: form.cleaned_data[name] for name in ("number", "signed_on")}
    return actions.assign(resolution=about.resolution, handed=form.handed(), by=by, **paper)


ADDRESS = "/resolutions/{uid}/assign"
ASSIGN = Act(ADDRESS, "assign", "Giao chỉ tiêu cho cấp dưới", _handing, AssignForm, _assign, _table, SHARES)
ASSIGNED = body_of(ASSIGN)


@router.post(ADDRESS, response={200: Done, **answers.ACTING}, operation_id=ASSIGN.name, summary=ASSIGN.says)
def assign(request: HttpRequest, uid: str, said: ASSIGNED, key: Key) -> Any:  # type: ignore[valid-type]
    """A paper hands targets down. What a paper before gave the same unions of these targets falls away with it."""
    content = said.model_dump(exclude_unset=True)  # type: ignore[attr-defined]

    def do(made: uuid.UUID) -> dict[str, Any]:
        return acted(request, ASSIGN, _handing(request, uid, content), content, made)

    return once(request, request.auth, key, content, do)  # type: ignore[attr-defined]


def _as_it_stands(request: HttpRequest, target: Target) -> dict[str, Any]:
    return {"initial": filled(target)}


def _add(resolution: Resolution, form: Any, by: int) -> Target:
    return actions.add_target(resolution=resolution, by=by, **form.said())


def _amend(target: Target, form: Any, by: int) -> Target:
    return actions.amend_target(target=target, by=by, **form.said())


def _withdraw_target(target: Target, form: Any, by: int) -> None:
    actions.withdraw_target(target=target, by=by, **form.cleaned_data)


def _answer(target: Target, form: Any, by: int) -> None:
    actions.answer(target=target, by=by, **form.cleaned_data)


def _withdraw(resolution: Resolution, form: Any, by: int) -> None:
    actions.withdraw(resolution=resolution, by=by, **form.cleaned_data)


def _confirm(resolution: Resolution, form: Any, by: int) -> Confirmation:
    return actions.confirm(resolution=resolution, by=by)


def _take_back(paper: Assignment, form: Any, by: int) -> None:
    actions.take_back(assignment=paper, by=by, **form.cleaned_data)


ACTS = (
    Act("/resolutions/{uid}/targets", "add_target", "Thêm chỉ tiêu", changing.changeable, TargetForm, _add),
    Act("/resolutions/{uid}/confirm", "confirm_score_sheet", "Xác nhận bảng điểm", changing.changeable, Form, _confirm),
    Act("/resolutions/{uid}/withdraw", "withdraw_resolution", "Hủy nghị quyết khỏi sổ", changing.changeable, WhyForm, _withdraw),
    Act("/targets/{uid}/amend", "amend_target", "Điều chỉnh chỉ tiêu", changing.changeable_target, AmendForm, _amend, _as_it_stands, stays=True),
    Act("/targets/{uid}/withdraw", "withdraw_target", "Bỏ chỉ tiêu", changing.changeable_target, WhyForm, _withdraw_target),
    Act("/targets/{uid}/answer", "answer_target", "Xác nhận kết quả", changing.answerable, AnswerForm, _answer),
    Act("/assignments/{uid}/take-back", "take_back_assignment", "Thu hồi văn bản giao", changing.assignment_of, WhyForm, _take_back),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "targets")
