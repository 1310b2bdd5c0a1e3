"""Short ways to put forward, vote and decide."""

from datetime import date
from typing import Any

from congdoan.emulation import actions, councils, decisions
from congdoan.emulation.models import Candidate, Council, Decision, Proposal
from tests.cast import Cast

ASKED_ON, MET_ON, SIGNED_ON = date(2024, 1, 10), date(2024, 1, 20), date(2024, 1, 25)
COUNCIL = {"members": 5, "chair": "Trần Văn Bình", "secretary": "Phạm Thị Hòa"}
PRESENT = "Trần Văn Bình\nPhạm Thị Hòa\nVàng A Sử\nLê Quang Đức"


def person(name: str = "Giàng Seo Lử", **more: Any) -> dict[str, Any]:
    return {"sort": "person", "name": name, "reason": "Hoàn thành xuất sắc nhiệm vụ", **more}


def department(name: str = "Phòng Tổng hợp", **more: Any) -> dict[str, Any]:
    return {"sort": "department", "name": name, **more}


def proposal(cast: Cast, at: str = "laocai-bao", *candidates: dict[str, Any], **said: Any) -> Proposal:
    """A draft: letters of the direct superior for 2023, unless said otherwise."""
    asked = {"award": "letter", "issuer": "upper", "achievement_year": 2023, "proposed_on": ASKED_ON, **said}
    return actions.propose(unit=cast[at], candidates=candidates or [person()], by=None, **asked)


def sent(cast: Cast, at: str = "laocai-bao", *candidates: dict[str, Any], **said: Any) -> Proposal:
    return actions.send(proposal=proposal(cast, at, *candidates, **said), by=None)


def council(*proposals: Proposal, **said: Any) -> Council:
    """A meeting of who they were sent to: four of five members."""
    to = proposals[0].to
    assert to
    how = {"met_on": MET_ON, "attendees": PRESENT, **COUNCIL, **said}
    return councils.convene(unit=to, proposals=proposals, by=None, **how)


def voted(on: Council, votes: int = 4) -> list[Candidate]:
    """Everybody before it gets so many votes."""
    found = list(Candidate.objects.filter(proposal__council=on).order_by("proposal", "position"))
    ballots = {one.pk: (votes, on.present - votes) for one in found}
    councils.vote(council=on, votes=ballots, by=None)
    return found


def decided(on: Council, *granted: tuple[Candidate, str], **said: Any) -> Decision:
    """What it carried is granted."""
    asked = granted[0][0].proposal
    how = {
        "number": "12/QĐ-CĐVC", "signed_on": SIGNED_ON, "signer": "Trần Văn Bình", "signer_title": "CHỦ TỊCH", **said
    }  # fmt: skip
    return decisions.decide(unit=on.unit, asked=asked, council=on, granted=granted, by=None, **how)
