"""Questions about proposals, councils and decisions: what a person may see, what waits at a union, what came of it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.errors import NotHere
from congdoan.org.models import Ancestry, Unit

from .chain import answers_here
from .councils import Group, groups
from .models import Candidate, Council, Decision, Grant, Proposal

Row = TypeVar("Row", Proposal, Council, Decision)
State = Proposal.State
NOT_HERE = "Không có đề nghị, cuộc họp hay quyết định nào ở địa chỉ này trong phạm vi bạn được xem."
STEPS = 4  # levels a candidate may be passed on through
COUNCILS = 20  # the latest, among which those are looked for that have something left to decide


def proposals(user: Somebody) -> QuerySet[Proposal]:
    """The proposals a person may see."""
    rows = access.narrow(Proposal.objects.all(), user, day="proposed_on")
    return rows.select_related("unit__kind__level", "to__kind__level", "council")


def proposal_or_404(user: Somebody, uid: uuid.UUID) -> Proposal:
    """The proposal of that uid; none and not-allowed are not told apart (`NotHere`)."""
    return _there(proposals(user).filter(uid=uid).first())


def council_or_404(user: Somebody, uid: uuid.UUID) -> Council:
    """A council's meeting, as above."""
    rows = access.narrow(Council.objects.select_related("unit__kind__level", "changed"), user, day="met_on")
    return _there(rows.filter(uid=uid).first())


def decision_or_404(user: Somebody, uid: uuid.UUID) -> Decision:
    """A decision, as above."""
    rows = access.narrow(Decision.objects.all(), user, day="signed_on")
    rows = rows.select_related("unit__kind__level", "council", "record", "changed")
    return _there(rows.filter(uid=uid).first())


def under(rows: QuerySet[Proposal], unit: Unit) -> QuerySet[Proposal]:
    """Of these, the proposals of a union and of those that stand or stood under it."""
    below = Ancestry.objects.filter(unknown_at=None, ancestor=unit).values("unit")
    rows = rows.filter(unit__in=below).annotate(many=Count("candidates"))
    return rows.order_by("-proposed_on", "-pk")


@dataclass(frozen=True)
class Waiting:
    """What waits for somebody at a union."""

    arrived: Sequence[Proposal]
    returned: Sequence[Proposal]
    drafts: Sequence[Proposal]
    outside: Sequence[Proposal]
    councils: Sequence[Council]

    def __bool__(self) -> bool:
        return any((self.arrived, self.returned, self.drafts, self.outside, self.councils))


def waiting(unit: Unit) -> Waiting:
    """What has come to a union's council, come back to it, been begun by it, or waits for a decision to be written."""
    rows = (
        Proposal.objects.select_related("unit", "to")
        .annotate(many=Count("candidates"))
        .order_by("proposed_on", "pk")
    )
    own = rows.filter(unit=unit)
    sent = [one for one in own.filter(state=State.SENT).exclude(to=unit) if not answers_here(one.to)]
    return Waiting(
        arrived=list(rows.filter(to=unit, state=State.SENT)),
        returned=list(own.filter(state=State.RETURNED)),
        drafts=list(own.filter(state=State.DRAFT)),
        outside=sent,
        councils=unfinished(unit),
    )


def unfinished(unit: Unit) -> list[Council]:
    """The councils before which proposals still wait."""
    open_ = Proposal.objects.filter(state=State.COUNCIL, council__unit=unit).values("council")
    return list(Council.objects.filter(pk__in=open_).order_by("-met_on", "-pk")[:COUNCILS])


def group_of(proposal: Proposal) -> Group | None:
    """What its council hears together with it."""
    if proposal.council is None:
        return None
    return next(group for group in groups(proposal.council) if proposal in group.proposals)


def granted(decision: Decision) -> list[Grant]:
    """Who a decision grants it to: collectives first, then people, as they were put forward."""
    rows = decision.grants.select_related(
        "candidate__person", "candidate__union", "candidate__proposal__unit"
    )
    return sorted(
        rows,
        key=lambda one: (bool(one.candidate.person_id), one.candidate.proposal_id, one.candidate.position),
    )


def outcomes(candidates: Sequence[Candidate]) -> dict[int, Grant]:
    """Which of these were granted, here or wherever they were passed on to."""
    first = {one.pk: one.pk for one in candidates}
    found: dict[int, Grant] = {}
    for _ in range(STEPS):
        grants = Grant.objects.filter(candidate__in=first, decision__revoked=False).select_related("decision")
        found |= {first[grant.candidate_id]: grant for grant in grants}
        rows = Candidate.objects.filter(source__in=first).values_list("pk", "source")
        first = {pk: first[source] for pk, source in rows if source is not None}
    return found


def _there(row: Row | None) -> Row:
    if row is None:
        raise NotHere(NOT_HERE)
    return row
