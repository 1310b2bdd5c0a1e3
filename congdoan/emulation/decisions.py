"""Deciding: what is granted is written as a decision and, in the same transaction, as its commendation.

The two never differ: amending or revoking goes through the decision.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.text import fold, nfc
from congdoan.org.models import Unit
from congdoan.records import actions as records
from congdoan.records import kind as kinds
from congdoan.records.kinds.commendation import COMMENDATION

from . import eligibility, rules
from .chain import tier
from .models import Asked, Ballot, Candidate, Council, Decision, Grant, Proposal

State = Proposal.State
Granted = Sequence[tuple[Candidate, str]]  # who, and why in spite of a rule
ASKED = ("award", "issuer", "scope", "topic", "achievement_year")


def decide(
    *,
    unit: Unit,
    asked: Asked,
    granted: Granted,
    number: str,
    signed_on: date,
    signer: str,
    signer_title: str,
    by: int | None,
    council: Council | None = None,
    money: Mapping[str, Any] | None = None,
    uid: uuid.UUID | None = None,
) -> Decision:
    """Grant an award to candidates a council has voted for (`council`), or write down a decision received from outside.

    Refuses an award without number, day or signer, or to whom the votes were too few without a reason.
    """
    uid = uid or uuid.uuid4()
    if known := Decision.objects.filter(uid=uid).first():
        return known
    said = dict(zip(ASKED, asked.asked, strict=True))
    signature = {"number": number, "signed_on": signed_on, "signer": signer, "signer_title": signer_title}
    with writing(by=by, action="decide", what=str(uid), unit=unit.code) as posting:
        decision = Decision(
            uid=uid, unit=unit, council=council, made=posting, changed=posting, **said, **signature
        )
        proposals = _proposals(decision)
        _check(decision, granted, proposals)
        decision.record = records.add(
            kind=COMMENDATION, unit=unit, happened_on=signed_on, by=by, through=uid,
            fields={**said, "number": decision.number, **(money or {})}, lines=_lines(granted),
        )  # fmt: skip
        decision.save()
        _grant(decision, granted)
        _settle(proposals, State.DECIDED, posting)
    return decision


def amend(
    *,
    decision: Decision,
    granted: Granted,
    why: str,
    by: int | None,
    money: Mapping[str, Any] | None = None,
    **signature: Any,
) -> Decision:
    """Change what a decision says; its commendation follows, with the reason."""
    with writing(
        by=by, action="amend_decision", why=why, what=str(decision.uid), unit=decision.unit.code
    ) as posting:
        held = _held(decision)
        for name, value in signature.items():
            setattr(held, name, value)
        _check(held, granted, _proposals(held))
        records.amend(
            record=held.record, by=by, why=why, happened_on=held.signed_on, through=held.uid,
            fields={"number": held.number, **(money or {})}, lines=_lines(granted),
        )  # fmt: skip
        held.changed = posting
        held.save()
        _grant(held, granted)
    return held


def revoke(*, decision: Decision, why: str, by: int | None) -> Decision:
    """Take a decision back: its commendation is withdrawn, its proposals wait for another decision."""
    with writing(
        by=by, action="revoke_decision", why=why, what=str(decision.uid), unit=decision.unit.code
    ) as posting:
        held = _held(decision)
        records.withdraw(record=held.record, by=by, why=why, through=held.uid)
        held.revoked, held.revoked_why, held.changed = True, nfc(why), posting
        held.save()
        _settle(_proposals(held), State.COUNCIL if held.council else State.SENT, posting)
    return held


def _held(decision: Decision) -> Decision:
    rows = Decision.objects.select_for_update(of=("self",)).select_related(
        "unit__kind__level", "council", "record"
    )
    held = rows.get(pk=decision.pk)
    if held.revoked:
        raise Refused("Quyết định này đã thu hồi nên không sửa được nữa.")
    return held


def _proposals(decision: Decision) -> list[Proposal]:
    """The proposals it answers: those before its council; else those its union has sent out of the book."""
    same = dict(zip(ASKED, decision.asked, strict=True))
    rows = Proposal.objects.select_for_update().filter(**same)
    if decision.council:
        return list(rows.filter(council=decision.council))
    return list(rows.filter(unit=decision.unit, council=None, state__in=(State.SENT, State.DECIDED)))


def _check(decision: Decision, granted: Granted, proposals: Sequence[Proposal]) -> None:
    _check_signature(decision)
    if not granted:
        raise Refused("Hãy chọn ít nhất một cá nhân hoặc tập thể được khen.", "granted")
    open_ = State.COUNCIL if decision.council else State.SENT
    if decision.pk is None and any(proposal.state != open_ for proposal in proposals):
        raise Refused("Các đề nghị này đã có quyết định hoặc đã được trình lên; hãy tải lại trang.")
    mine = {proposal.pk for proposal in proposals}
    if any(candidate.proposal_id not in mine for candidate, _ in granted):
        raise Refused("Có người không thuộc các đề nghị của quyết định này; hãy tải lại trang.")
    if decision.council:
        if tier(decision.unit) != decision.issuer:
            raise Refused(f"{decision.unit.name} không quyết định hình thức này; hãy trình lên cấp trên.")
        _check_votes(decision.council, granted)
    _check_exceptions(decision, granted)


def _check_signature(decision: Decision) -> None:
    """No award without a decision: its number, day and signer."""
    decision.number, decision.signer = nfc(decision.number), nfc(decision.signer)
    if not decision.number:
        raise Refused("Chưa có số quyết định: chỉ ghi khen thưởng khi đã có quyết định.", "number")
    if not decision.signer:
        raise Refused("Chưa ghi người ký quyết định.", "signer")
    if decision.signed_on > today():
        raise Refused("Ngày ký chưa tới; hãy ghi khi quyết định đã ký.", "signed_on")
    if decision.council and decision.signed_on < decision.council.met_on:
        raise Refused(
            f"Quyết định ký trước ngày hội đồng họp ({decision.council.met_on:%d/%m/%Y}); hãy xem lại.",
            "signed_on",
        )


def _check_votes(council: Council, granted: Granted) -> None:
    """Only whom the council voted for; fewer votes than the rule asks for need a reason, kept with the grant."""
    ballots = {one.candidate_id: one for one in Ballot.objects.filter(council=council)}
    rule = rules.share(council.met_on)
    for candidate, exception in granted:
        ballot = ballots.get(candidate.pk)
        if ballot is None:
            raise Refused(
                f"{candidate.called} chưa được hội đồng bỏ phiếu; hãy ghi kết quả trước.", field_of(candidate)
            )
        if not rule.enough(ballot.votes_for, council.present) and not exception.strip():
            raise Refused(
                f"{candidate.called} có {ballot.votes_for}/{council.present} phiếu, chưa {rule.said}; "
                "hãy bỏ chọn hoặc ghi lý do ngoại lệ.",
                field_of(candidate),
            )


def _check_exceptions(decision: Decision, granted: Granted) -> None:
    """From one level in one year, not both a comprehensive and a thematic award; unless there is a reason."""
    found = eligibility.conflicts(decision, [candidate for candidate, _ in granted])
    for candidate, exception in granted:
        other = found.get(candidate.pk)
        if other and not exception.strip():
            raise Refused(
                f"{candidate.called} đã có {other.get_award_display()} {other.get_scope_display().lower()} của cùng cấp "
                f"năm {other.achievement_year}; toàn diện và chuyên đề không cùng khen, hãy bỏ chọn hoặc ghi lý do ngoại lệ.",
                field_of(candidate),
            )


def field_of(candidate: Candidate) -> str:
    """The input of a candidate's exception."""
    return f"why-{candidate.uid}"


def _lines(granted: Granted) -> dict[str, list[dict[str, Any]]]:
    who = [candidate for candidate, _ in granted]
    return {
        "awardees": [{"person": one.person, "union": one.union} for one in who if one.person_id],
        "collectives": [{"name": one.name, "union": one.union} for one in who if not one.person_id],
    }


def _grant(decision: Decision, granted: Granted) -> None:
    decision.grants.all().delete()
    Grant.objects.bulk_create(
        [Grant(decision=decision, candidate=one, exception=nfc(why)) for one, why in granted]
    )


def _settle(proposals: Iterable[Proposal], state: str, posting: Posting) -> None:
    Proposal.objects.filter(pk__in=[one.pk for one in proposals]).update(state=state, changed=posting)


def money(decision: Decision, grants: Sequence[Grant]) -> list[int]:
    """The bonus money of each of its grants, as its commendation says."""
    rows = kinds.rows(decision.record)
    people = {row.person_id: row.money for row in rows["awardees"]}  # type: ignore[attr-defined]
    groups = {(row.union_id, fold(row.name)): row.money for row in rows["collectives"]}  # type: ignore[attr-defined]
    return [
        people.get(one.candidate.person_id)
        or groups.get((one.candidate.union_id, fold(one.candidate.name)), 0)
        for one in grants
    ]
