"""The council: called together over proposals, votes candidate by candidate, keeps minutes."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.text import nfc, nfc_lines
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit

from . import rules
from .models import Asked, Ballot, Candidate, Council, Decision, Proposal

State = Proposal.State
Votes = Mapping[int, tuple[int, int] | None]  # candidate → for, against; None takes a ballot back


def convene(
    *, unit: Unit, proposals: Sequence[Proposal], by: int | None, uid: uuid.UUID | None = None, **said: Any
) -> Council:
    """Put proposals before the union's council. The same `uid` twice gives the first answer."""
    uid = uid or uuid.uuid4()
    if known := Council.objects.filter(uid=uid).first():
        return known
    if not proposals:
        raise Refused("Hãy chọn ít nhất một đề nghị để trình hội đồng.", "proposals")
    with writing(by=by, action="convene_council", what=str(uid), unit=unit.code) as posting:
        council = Council(uid=uid, unit=unit, made=posting)
        _write(council, said, posting)
        _take(council, proposals, posting)
    return council


def change(*, council: Council, by: int | None, **said: Any) -> Council:
    """Say anew who was there and what was said; the votes stay, so nobody may be gone who has voted."""
    with writing(by=by, action="change_council", what=str(council.uid), unit=council.unit.code) as posting:
        held = Council.objects.select_for_update(of=("self",)).select_related("unit").get(pk=council.pk)
        _write(held, said, posting)
        most = max((ballot.votes_for + ballot.votes_against for ballot in held.ballots.all()), default=0)
        if most > held.present:
            raise Refused(
                f"Đã có {most} phiếu cho một người mà chỉ {held.present} thành viên có mặt; hãy xem lại danh sách.",
                "attendees",
            )
    return held


def vote(*, council: Council, votes: Votes, by: int | None) -> None:
    """Write how the council voted on these candidates. A candidate already granted or passed on keeps its ballot."""
    with writing(by=by, action="vote", what=str(council.uid), unit=council.unit.code):
        held = Council.objects.select_for_update(of=("self",)).get(pk=council.pk)
        found = Candidate.objects.select_related("proposal", "person", "union")
        candidates = found.filter(proposal__council=held, pk__in=votes).in_bulk()
        for pk, ballot in votes.items():
            if candidate := candidates.get(pk):
                _ballot(held, candidate, ballot)


def _ballot(council: Council, candidate: Candidate, votes: tuple[int, int] | None) -> None:
    known = Ballot.objects.filter(council=council, candidate=candidate).first()
    if votes == (known and (known.votes_for, known.votes_against)):
        return
    if candidate.proposal.state != State.COUNCIL:
        raise Refused(
            f"{candidate.called}: đề nghị này {candidate.proposal.get_state_display().lower()} nên phiếu không đổi nữa.",
            field_of(candidate),
        )
    if votes is None:
        Ballot.objects.filter(council=council, candidate=candidate).delete()
        return
    if sum(votes) > council.present:
        raise Refused(
            f"{candidate.called}: {sum(votes)} phiếu mà chỉ {council.present} thành viên có mặt; hãy đếm lại.",
            field_of(candidate),
        )
    said = {"votes_for": votes[0], "votes_against": votes[1]}
    Ballot.objects.update_or_create(council=council, candidate=candidate, defaults=said)


def field_of(candidate: Candidate) -> str:
    """The input of a candidate's votes."""
    return f"for-{candidate.uid}"


@dataclass(frozen=True)
class Heard:
    """A candidate before a council, with its ballot."""

    candidate: Candidate
    ballot: Ballot | None
    council: Council

    @property
    def carried(self) -> bool:
        """Whether it has the share of votes the rule asks for."""
        rule = rules.share(self.council.met_on)
        return bool(self.ballot and rule.enough(self.ballot.votes_for, self.council.present))

    @property
    def said(self) -> str:
        if self.ballot is None:
            return "chưa bỏ phiếu"
        return f"{self.ballot.votes_for}/{self.council.present} phiếu đồng ý"


@dataclass(frozen=True)
class Group:
    """All that a council hears for one award: whose proposals, whom, and what came of it."""

    asked: Asked
    proposals: Sequence[Proposal]
    heard: Sequence[Heard]
    decision: Decision | None

    @property
    def open(self) -> bool:
        return all(proposal.state == State.COUNCIL for proposal in self.proposals)

    @property
    def carried(self) -> list[Candidate]:
        return [one.candidate for one in self.heard if one.carried]

    @property
    def waiting(self) -> int:
        """How many have not been voted on."""
        return sum(one.ballot is None for one in self.heard)


def groups(council: Council) -> list[Group]:
    """What a council hears, award by award."""
    ballots = {ballot.candidate_id: ballot for ballot in council.ballots.all()}
    proposals = list(
        council.proposals.select_related("unit__kind__level", "to").order_by("unit__name_key", "pk")
    )
    rows = Candidate.objects.filter(proposal__in=proposals).select_related(
        "person", "union", "proposal__unit"
    )
    decisions = {one.asked: one for one in council.decisions.filter(revoked=False)}
    found: dict[tuple[Any, ...], list[Proposal]] = {}
    for proposal in proposals:
        found.setdefault(proposal.asked, []).append(proposal)
    return [
        Group(same[0], same, _heard(council, same, rows, ballots), decisions.get(asked))
        for asked, same in found.items()
    ]


def _heard(
    council: Council, same: Sequence[Proposal], rows: Iterable[Candidate], ballots: Mapping[int, Ballot]
) -> list[Heard]:
    numbers = [proposal.pk for proposal in same]
    mine = sorted(
        (row for row in rows if row.proposal_id in numbers),
        key=lambda row: (bool(row.person_id), numbers.index(row.proposal_id), row.position),
    )
    return [Heard(row, ballots.get(row.pk), council) for row in mine]


def _write(council: Council, said: Mapping[str, Any], posting: Posting) -> None:
    for name, value in said.items():
        setattr(council, name, value)
    council.attendees = nfc_lines(council.attendees)
    council.attendees = "\n".join(line for line in council.attendees.splitlines() if line)
    council.chair, council.secretary = nfc(council.chair), nfc(council.secretary)
    council.minutes = nfc_lines(council.minutes)
    _check(council)
    council.changed = posting
    council.save()


def _check(council: Council) -> None:
    if council.met_on > today():
        raise Refused("Ngày họp chưa tới; hãy ghi sau khi hội đồng đã họp.", "met_on")
    in_life(council.unit, council.met_on)
    if not council.present:
        raise Refused("Hãy ghi tên các thành viên có mặt, mỗi người một dòng.", "attendees")
    if council.present > council.members:
        raise Refused(
            f"Hội đồng có {council.members} thành viên mà {council.present} người có mặt; hãy xem lại.",
            "members",
        )


def _take(council: Council, proposals: Sequence[Proposal], posting: Posting) -> None:
    rows = Proposal.objects.select_for_update().filter(pk__in=[one.pk for one in proposals], state=State.SENT)
    taken: list[Proposal] = list(rows.filter(to=council.unit))
    if len(taken) < len(proposals):
        raise Refused("Có đề nghị đã được trả lại hoặc trình hội đồng khác; hãy chọn lại.", "proposals")
    late = next((one for one in taken if one.proposed_on > council.met_on), None)
    if late:
        raise Refused(
            f"Có đề nghị trình ngày {late.proposed_on:%d/%m/%Y}, sau ngày họp; hãy xem lại ngày họp.",
            "met_on",
        )
    rows.update(state=State.COUNCIL, council=council, changed=posting)


def last_of(unit: Unit, before: date) -> Council | None:
    """The council a union called last: who sits there now is mostly who sat there then."""
    return Council.objects.filter(unit=unit, met_on__lte=before).order_by("-met_on", "-pk").first()
