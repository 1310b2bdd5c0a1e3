"""Putting forward over HTTP: a proposal written by the form of its page, sent, returned, passed on."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest
from pydantic import create_model

from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import Form
from congdoan.emulation import actions, queries
from congdoan.emulation.councils import Group
from congdoan.emulation.filling import Filling
from congdoan.emulation.forms import COLLECTIVES, PEOPLE, ProposalForm, WhyForm
from congdoan.emulation.models import Proposal
from congdoan.org.models import Unit
from congdoan.records.rights import writable

from . import answers, places, typed
from .acting import Act, Key, done, expose
from .answers import Done
from .door import Unfit
from .emulation import router, seen
from .once import once
from .recording import fill_rows, row_errors, rows_of, unknown_lists


class SendForm(Form):
    """Sent; one over the quota is asked why."""

    over_why = forms.CharField(label="Lý do đề nghị vượt hạn mức", required=False, max_length=500)


def _body(name: str, needed: bool) -> Any:
    """What a proposal says: its fields, and two lists of candidates."""
    make: Any = create_model
    lists = {spec.name: (rows_of(name, spec), None) for spec in (PEOPLE, COLLECTIVES)}
    fields = typed.body(f"{name}Fields", ProposalForm, stays=not needed)
    return make(name, __base__=typed.Said, fields=(fields, ... if needed else {}), **lists)


PROPOSED, CHANGED = _body("Proposed", True), _body("ProposalChanged", False)


@router.post(
    "/units/{code}/proposals",
    response={200: Done, **answers.ACTING},
    operation_id="propose",
    summary="Lập đề nghị khen thưởng",
)
def propose(request: HttpRequest, code: str, said: PROPOSED, key: Key) -> Any:  # type: ignore[valid-type]
    """Write a proposal, to be sent later."""
    unit, content = writable(request, places.unit(request, code)), said.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    by = request.user.pk

    def write(uid: uuid.UUID) -> dict[str, Any]:
        filling = _filled(unit, content)
        return _written(filling, lambda: actions.propose(unit=unit, uid=uid, by=by, **filling.said()))

    return once(request, request.auth, key, content, write)  # type: ignore[attr-defined]


@router.patch(
    "/proposals/{uid}",
    response={200: Done, **answers.ACTING},
    operation_id="change_proposal",
    summary="Sửa đề nghị khen thưởng",
)
def change(request: HttpRequest, uid: str, said: CHANGED, key: Key) -> Any:  # type: ignore[valid-type]
    """Say a draft, or one that came back, anew. What is not said stays; a list that is said takes the place of the one
    there was."""
    found, content = _mine(request, uid), said.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    by = request.user.pk

    def write(made: uuid.UUID) -> dict[str, Any]:
        filling = _filled(found.unit, content, found)
        return _written(filling, lambda: actions.change(proposal=found, by=by, **filling.said()))

    return once(request, request.auth, key, content, write)  # type: ignore[attr-defined]


def _filled(unit: Unit, said: dict[str, Any], found: Proposal | None = None) -> Filling:
    """The form as a browser would send it: as it begins, and what was said."""
    blank, data = Filling(unit, proposal=found), typed.Data()
    fields = said.get("fields") or {}
    lists = {name: rows for name, rows in said.items() if name != "fields"}
    wrong = [*typed.unknown(blank.form, fields), *unknown_lists((PEOPLE, COLLECTIVES), lists)]
    typed.fill(data, blank.form, fields)
    for rows in blank.lists:
        wrong += fill_rows(data, rows, lists.get(rows.spec.name))
    if wrong:
        raise Unfit(wrong)
    return Filling(unit, data, found)


def _written(filling: Filling, write: Callable[[], Proposal]) -> dict[str, Any]:
    """What writing it came to; or what is wrong, each in its place."""
    if filling.is_valid():
        try:
            return done(write())
        except Refused as refused:
            filling.refuse(refused)
    raise Unfit([*typed.errors(filling.form), *row_errors(filling.lists)])


def _mine(request: HttpRequest, uid: str) -> Proposal:
    found = seen(request, uid)
    writable(request, found.unit)
    return found


def _come(request: HttpRequest, uid: str) -> Proposal:
    """A proposal that this seat's union hears."""
    found = seen(request, uid)
    writable(request, found.to)
    return found


def _before_council(request: HttpRequest, uid: str) -> tuple[Proposal, Group]:
    """A proposal with all that is heard together with it."""
    found = seen(request, uid)
    group = queries.group_of(found)
    if group is None or found.council is None:
        raise NotHere(queries.NOT_HERE)
    writable(request, found.council.unit)
    return found, group


def _send(found: Proposal, form: Any, by: int) -> None:
    actions.send(proposal=found, by=by, **form.cleaned_data)


def _return(found: Proposal, form: Any, by: int) -> None:
    actions.send_back(proposal=found, by=by, **form.cleaned_data)


def _pass_on(about: tuple[Proposal, Group], form: Any, by: int) -> Proposal:
    found, group = about
    assert found.council
    return actions.pass_on(council=found.council, asked=found, candidates=group.carried, by=by)


ACTS = (
    Act("/proposals/{uid}/send", "send_proposal", "Gửi đề nghị", _mine, SendForm, _send),
    Act("/proposals/{uid}/return", "return_proposal", "Trả lại đề nghị", _come, WhyForm, _return),
    Act(
        "/proposals/{uid}/pass-on",
        "pass_on_proposal",
        "Trình cấp trên những người đạt đủ phiếu",
        _before_council,
        Form,
        _pass_on,
    ),
)
for _act in ACTS:
    expose(router, _act, "emulation")
