"""Decisions over HTTP: what a proposal asks for is granted, amended, revoked; the papers."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.emulation import decisions, downloads, queries
from congdoan.emulation.councils import Heard
from congdoan.emulation.forms import AmendDecisionForm, DecisionForm, WhyForm
from congdoan.emulation.models import Council, Decision, Grant, Proposal
from congdoan.emulation.views_decision import heard_for, heard_of, said_of, signs
from congdoan.org.models import Unit
from congdoan.records.rights import writable

from . import answers
from .acting import Act, expose
from .councils import CANDIDATE, who
from .reports import A_FILE
from .rows import Rows

router = Router(tags=["emulation"])
GRANTED = Rows(
    "granted",
    CANDIDATE,
    {"granted": {"type": "boolean"}, "exception": {"type": ["string", "null"], "maxLength": 500}},
    lambda column, row: f"{'yes' if column == 'granted' else 'why'}-{row['candidate']}",
    "Whether a candidate is granted it, and why in spite of a rule. Who is not named: as the form begins, that is"
    " granted if carried.",
)


class GrantOut(Schema):
    """Somebody, or a collective, who is granted the award, with the money."""

    candidate: str
    name: str
    union: str
    exception: str
    money: int


class DecisionOut(Schema):
    """A decision. `record` is its commendation in the book."""

    uid: str
    unit: str
    title: str
    award: str
    issuer: str
    achievement_year: int
    number: str
    signed_on: str
    signer: str
    signer_title: str
    revoked: bool
    revoked_why: str
    council: str | None
    record: str
    granted: list[GrantOut]


@dataclass(frozen=True)
class Hearing:
    """A proposal that waits for a decision, before which council."""

    proposal: Proposal
    council: Council | None
    heard: list[Heard]

    @property
    def unit(self) -> Unit:
        return self.council.unit if self.council else self.proposal.unit


@router.get(
    "/decisions/{uid}",
    response={200: DecisionOut, **answers.ASKING},
    operation_id="decision",
    summary="Một quyết định khen thưởng",
)
def decision(request: HttpRequest, uid: str) -> Any:
    """What was granted, to whom."""
    found = _decision(request, uid)
    grants = queries.granted(found)
    names = (
        "award",
        "issuer",
        "achievement_year",
        "number",
        "signer",
        "signer_title",
        "revoked",
        "revoked_why",
    )
    return {
        "uid": str(found.uid),
        "unit": found.unit.code,
        "title": str(found),
        **{name: getattr(found, name) for name in names},
        "signed_on": found.signed_on.isoformat(),
        "council": str(found.council.uid) if found.council else None,
        "record": str(found.record.uid),
        "granted": [_grant(*one) for one in zip(grants, decisions.money(found, grants), strict=True)],
    }


@router.get(
    "/decisions/{uid}/file",
    response=answers.ASKING,
    operation_id="decision_file",
    summary="Quyết định khen thưởng, tệp Word",
    openapi_extra=A_FILE,
)
def decision_file(request: HttpRequest, uid: str) -> Any:
    """Quyết định. That it was handed out is noted in the trail."""
    return downloads.decision_file(request, uid)  # type: ignore[arg-type]


@router.get(
    "/decisions/{uid}/certificates",
    response=answers.ASKING,
    operation_id="decision_certificates",
    summary="Giấy chứng nhận, mỗi người một trang, tệp Word",
    openapi_extra=A_FILE,
)
def certificates(request: HttpRequest, uid: str) -> Any:
    """A certificate for each, one page each. That they were handed out is noted in the trail."""
    return downloads.certificates(request, uid)  # type: ignore[arg-type]


def _decision(request: HttpRequest, uid: str) -> Decision:
    return queries.decision_or_404(request.user, uid)  # type: ignore[arg-type]


def _own_decision(request: HttpRequest, uid: str) -> Decision:
    found = _decision(request, uid)
    writable(request, found.unit)
    return found


def _hearing(request: HttpRequest, uid: str) -> Hearing:
    found = queries.proposal_or_404(request.user, uid)  # type: ignore[arg-type]
    return Hearing(found, *heard_for(request, found))


def _deciding(request: HttpRequest, about: Hearing) -> dict[str, Any]:
    carried = {one.candidate.pk: "" for one in about.heard if one.carried or about.council is None}
    return {"unit": about.unit, "heard": about.heard, "granted": carried, "initial": signs(about.unit)}


def _as_decided(request: HttpRequest, found: Decision) -> dict[str, Any]:
    granted = dict(found.grants.values_list("candidate", "exception"))
    return {"unit": found.unit, "heard": heard_of(found), "granted": granted, "initial": said_of(found)}


def _decide(about: Hearing, form: Any, by: int) -> Decision:
    how = {"granted": form.granted(), "money": form.money(), **form.signature()}
    return decisions.decide(unit=about.unit, asked=about.proposal, council=about.council, by=by, **how)


def _amend(found: Decision, form: Any, by: int) -> None:
    how = {"granted": form.granted(), "money": form.money(), **form.signature()}
    decisions.amend(decision=found, why=form.cleaned_data["why"], by=by, **how)


def _revoke(found: Decision, form: Any, by: int) -> None:
    decisions.revoke(decision=found, by=by, **form.cleaned_data)


ACTS = (
    Act("/proposals/{uid}/decide", "decide", "Ghi quyết định khen thưởng", _hearing, DecisionForm, _decide, _deciding, GRANTED, stays=True),
    Act("/decisions/{uid}/amend", "amend_decision", "Sửa quyết định", _own_decision, AmendDecisionForm, _amend, _as_decided, GRANTED, stays=True),
    Act("/decisions/{uid}/revoke", "revoke_decision", "Thu hồi quyết định", _own_decision, WhyForm, _revoke),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "emulation")


def _grant(one: Grant, money: int) -> dict[str, Any]:
    return {**who(one.candidate), "exception": one.exception, "money": money}
