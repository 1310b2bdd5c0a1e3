"""Proposals over HTTP: what is put forward and what waits; one with what the book says of each candidate."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.accounts import access
from congdoan.emulation import downloads, queries, quotas
from congdoan.emulation.eligibility import Evidence, evidence
from congdoan.emulation.models import Grant, Proposal

from . import answers, paging, places
from .answers import Page
from .reports import A_FILE

router = Router(tags=["emulation"])
ASKED = ("award", "issuer", "scope", "topic", "achievement_year")


class ProposalOut(Schema):
    """A proposal in a list. `to` is the union whose council hears it; null where that is outside the book."""

    uid: str
    unit: str
    to: str | None
    title: str
    award: str
    issuer: str
    scope: str
    topic: str
    achievement_year: int
    proposed_on: str
    number: str
    state: str


class Standard(Schema):
    """Something the award asks for, or that stands against it. `state`: met, not_met, or unknown to the book."""

    text: str
    basis: str
    state: str
    found: str


class CandidateOut(Schema):
    """Somebody, or a collective, put forward; what the book says of them; the decision, once granted and seen."""

    uid: str
    sort: str
    person: str | None
    name: str
    union: str
    reason: str
    since: str
    years_in_a_row: int
    standards: list[Standard]
    granted: bool
    decision: str | None


class RoomOut(Schema):
    """What a quota leaves a union in a year. `allowed` is null where the book cannot tell."""

    award: str
    issuer: str
    individual: bool
    unit: str
    rule: str
    basis: str
    strength: int | None
    allowed: int | None
    used: int
    left: int | None


class ProposalWhole(ProposalOut):
    """A proposal with its candidates, and the quotas it counts against."""

    grounds: str
    returned_why: str
    over_why: str
    council: str | None
    candidates: list[CandidateOut]
    quotas: list[RoomOut]


class WaitingOut(Schema):
    """What waits at a union: come to its council, come back to it, begun by it, sent out of the book; its councils
    that still have something to decide."""

    arrived: list[ProposalOut]
    returned: list[ProposalOut]
    drafts: list[ProposalOut]
    outside: list[ProposalOut]
    councils: list[str]


@router.get(
    "/units/{code}/proposals",
    response={200: Page[ProposalOut], **answers.ASKING},
    operation_id="proposals",
    summary="Các đề nghị khen thưởng",
)
def proposals(
    request: HttpRequest,
    code: str,
    year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
    state: Proposal.State | None = None,
    cursor: str | None = None,
) -> Any:
    """The proposals of a union and of those under it, the newest first."""
    rows = queries.under(queries.proposals(request.user), places.unit(request, code))
    rows = rows.filter(achievement_year=year) if year else rows
    rows = rows.filter(state=state) if state else rows
    found, after = paging.paged(rows.select_related("unit"), ("-proposed_on", "-pk"), cursor)
    return {"items": [told(one) for one in found], "next": after}


@router.get(
    "/units/{code}/proposals/waiting",
    response={200: WaitingOut, **answers.ASKING},
    operation_id="proposals_waiting",
    summary="Đề nghị khen thưởng chờ xử lý",
)
def waiting(request: HttpRequest, code: str) -> Any:
    """What waits at a union, for those who write there."""
    found = queries.waiting(places.written(request, code))
    names = ("arrived", "returned", "drafts", "outside")
    lists: dict[str, Any] = {name: [told(one) for one in getattr(found, name)] for name in names}
    return {**lists, "councils": [str(one.uid) for one in found.councils]}


@router.get(
    "/proposals/{uid}",
    response={200: ProposalWhole, **answers.ASKING},
    operation_id="proposal",
    summary="Một đề nghị khen thưởng",
)
def proposal(request: HttpRequest, uid: str) -> Any:
    """A proposal: whom it puts forward, what the book says of each, where it stands."""
    found = seen(request, uid)
    candidates = list(found.candidates.select_related("person", "union"))
    granted = queries.outcomes(candidates)
    units = {grant.decision.unit_id for grant in granted.values()}
    sees = set(access.units_seen(request.user).filter(pk__in=units).values_list("pk", flat=True))
    return {
        **told(found),
        "grounds": found.grounds,
        "returned_why": found.returned_why,
        "over_why": found.over_why,
        "council": str(found.council.uid) if found.council else None,
        "candidates": [
            _candidate(one, granted.get(one.candidate.pk), sees) for one in evidence(found, candidates)
        ],
        "quotas": [room(one) for one in quotas.of_proposal(found)],
    }


@router.get(
    "/proposals/{uid}/file",
    response=answers.ASKING,
    operation_id="proposal_file",
    summary="Tờ trình, tệp Word",
    openapi_extra=A_FILE,
)
def proposal_file(request: HttpRequest, uid: str) -> Any:
    """Tờ trình. That it was handed out is noted in the trail."""
    return downloads.proposal_file(request, uid)  # type: ignore[arg-type]


def seen(request: HttpRequest, uid: str) -> Proposal:
    """The proposal of that uid, if this seat sees it."""
    return queries.proposal_or_404(request.user, uid)  # type: ignore[arg-type]


def told(one: Proposal) -> dict[str, Any]:
    """A proposal, as it is answered."""
    return {
        "uid": str(one.uid),
        "unit": one.unit.code,
        "to": one.to.code if one.to else None,
        "title": str(one),
        **{name: getattr(one, name) for name in ASKED},
        "proposed_on": one.proposed_on.isoformat(),
        "number": one.number,
        "state": one.state,
    }


def room(one: quotas.Room) -> dict[str, Any]:
    """What a quota leaves, as it is answered."""
    names = ("award", "issuer", "individual", "basis")
    return {
        **{name: getattr(one.quota, name) for name in names},
        **{name: getattr(one, name) for name in ("rule", "strength", "allowed", "used", "left")},
        "unit": one.unit.code,
    }


def _candidate(known: Evidence, grant: Grant | None, sees: set[int]) -> dict[str, Any]:
    one = known.candidate
    standards = [
        {"text": rule.text, "basis": rule.basis, "state": rule.state, "found": rule.found.said}
        for rule in known.shown
    ]
    return {
        "uid": str(one.uid),
        "sort": one.sort,
        "person": str(one.person.uid) if one.person else None,
        "name": one.called,
        "union": one.union.code,
        "reason": one.reason,
        "since": known.known.since,
        "years_in_a_row": known.years,
        "standards": standards,
        "granted": grant is not None,
        "decision": str(grant.decision.uid) if grant and grant.decision.unit_id in sees else None,
    }
