"""Councils over HTTP: called together over what has come, voted candidate by candidate, their minutes."""

from typing import Any

from django import forms
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.emulation import councils, downloads, queries
from congdoan.emulation.chain import tier
from congdoan.emulation.forms import CouncilForm, VotesForm
from congdoan.emulation.models import Candidate, Council, Proposal
from congdoan.emulation.rules import share
from congdoan.emulation.views_council import KEPT, begun
from congdoan.org.models import Unit
from congdoan.records.rights import writable

from . import answers, places
from .acting import Act, expose
from .reports import A_FILE
from .rows import Rows

router = Router(tags=["emulation"])
CANDIDATE = {"candidate": {"type": "string", "format": "uuid"}}
COUNT = {"type": ["integer", "null"], "minimum": 0}
VOTES = Rows(
    "votes",
    CANDIDATE,
    {"for": COUNT, "against": COUNT},
    lambda column, row: f"{column}-{row['candidate']}",
    "How many voted for and against a candidate; null where the council has not voted.",
)


class HeardOut(Schema):
    """A candidate before a council, with the votes."""

    candidate: str
    name: str
    union: str
    proposal: str
    votes_for: int | None
    votes_against: int | None
    carried: bool


class VotingGroupOut(Schema):
    """All that a council hears for one award. `decides`: its own union grants it; else what is carried is passed on."""

    title: str
    open: bool
    decides: bool
    proposals: list[str]
    decision: str | None
    heard: list[HeardOut]


class CouncilOut(Schema):
    """A meeting of a council. `attendees` has a line for each member present; `needs` says which share must vote for."""

    uid: str
    unit: str
    met_on: str
    place: str
    members: int
    present: int
    attendees: str
    chair: str
    secretary: str
    minutes: str
    needs: str
    awards: list[VotingGroupOut]


class ConveneForm(CouncilForm):
    """A meeting, and which of the proposals that have come it hears."""

    proposals = forms.MultipleChoiceField(label="Đề nghị trình hội đồng", choices=())

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.arrived = {str(one.uid): one for one in queries.waiting(unit).arrived}
        field: Any = self.fields["proposals"]
        field.choices = [(uid, str(one)) for uid, one in self.arrived.items()]

    def clean_proposals(self) -> list[Proposal]:
        return [self.arrived[uid] for uid in self.cleaned_data["proposals"]]


@router.get(
    "/councils/{uid}",
    response={200: CouncilOut, **answers.ASKING},
    operation_id="council",
    summary="Một cuộc họp hội đồng",
)
def council(request: HttpRequest, uid: str) -> Any:
    """What a council hears and how it voted."""
    found = _council(request, uid)
    names = ("place", "members", "present", "attendees", "chair", "secretary", "minutes")
    return {
        "uid": str(found.uid),
        "unit": found.unit.code,
        "met_on": found.met_on.isoformat(),
        **{name: getattr(found, name) for name in names},
        "needs": share(found.met_on).said,
        "awards": [_group(one, found.unit) for one in councils.groups(found)],
    }


@router.get(
    "/councils/{uid}/file",
    response=answers.ASKING,
    operation_id="council_file",
    summary="Biên bản họp hội đồng, tệp Word",
    openapi_extra=A_FILE,
)
def council_file(request: HttpRequest, uid: str) -> Any:
    """Biên bản. That it was handed out is noted in the trail."""
    return downloads.council_file(request, uid)  # type: ignore[arg-type]


def _council(request: HttpRequest, uid: str) -> Council:
    return queries.council_or_404(request.user, uid)  # type: ignore[arg-type]


def _own_council(request: HttpRequest, uid: str) -> Council:
    found = _council(request, uid)
    writable(request, found.unit)
    return found


def _calling(request: HttpRequest, code: str) -> Unit:
    return writable(request, places.unit(request, code))


def _convening(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"unit": unit, "initial": begun(unit)}


def _as_it_met(request: HttpRequest, found: Council) -> dict[str, Any]:
    return {"initial": {name: getattr(found, name) for name in ("met_on", *KEPT, "minutes")}}


def _voting(request: HttpRequest, found: Council) -> dict[str, Any]:
    groups = [group for group in councils.groups(found) if group.open]
    return {"council": found, "heard": [one for group in groups for one in group.heard]}


def _convene(unit: Unit, form: Any, by: int) -> Council:
    return councils.convene(unit=unit, by=by, **form.cleaned_data)


def _change(found: Council, form: Any, by: int) -> None:
    councils.change(council=found, by=by, **form.cleaned_data)


def _vote(found: Council, form: Any, by: int) -> None:
    councils.vote(council=found, votes=form.votes(), by=by)


ACTS = (
    Act("/units/{code}/councils", "convene_council", "Trình hội đồng thi đua", _calling, ConveneForm, _convene, _convening, stays=True),
    Act("/councils/{uid}/amend", "amend_council", "Sửa biên bản hội đồng", _own_council, CouncilForm, _change, _as_it_met, stays=True),
    Act("/councils/{uid}/votes", "vote", "Ghi kết quả bỏ phiếu", _own_council, VotesForm, _vote, _voting, VOTES),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "emulation")


def _group(one: councils.Group, unit: Unit) -> dict[str, Any]:
    return {
        "title": one.asked.award_said,
        "open": one.open,
        "decides": one.asked.issuer == tier(unit),
        "proposals": [str(proposal.uid) for proposal in one.proposals],
        "decision": str(one.decision.uid) if one.decision else None,
        "heard": [_heard(heard) for heard in one.heard],
    }


def _heard(one: councils.Heard) -> dict[str, Any]:
    return {
        **who(one.candidate),
        "proposal": str(one.candidate.proposal.uid),
        "votes_for": one.ballot.votes_for if one.ballot else None,
        "votes_against": one.ballot.votes_against if one.ballot else None,
        "carried": one.carried,
    }


def who(candidate: Candidate) -> dict[str, Any]:
    """Who is put forward, as it is answered."""
    return {"candidate": str(candidate.uid), "name": candidate.called, "union": candidate.union.code}
