"""Putting forward: write a proposal, change it, send it up, send it back with the reason, pass it on."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.base.text import fold, nfc, nfc_lines
from congdoan.ledger.rules import in_life
from congdoan.members.actions import person_for
from congdoan.org.models import Unit
from congdoan.org.queries import standing
from congdoan.records.titles import TITLES, Award, Scope

from . import quotas
from .chain import next_hearing
from .held import holding
from .models import Asked, Candidate, Council, Proposal

State = Proposal.State
Rows = Sequence[Mapping[str, Any]]
OPEN = (State.DRAFT, State.RETURNED)  # may still be changed by who proposes
GOING = (State.SENT, State.COUNCIL, State.PASSED)  # on its way, not yet decided


def propose(
    *, unit: Unit, candidates: Rows, by: int | None, uid: uuid.UUID | None = None, **said: Any
) -> Proposal:
    """Write a proposal, to be sent later. The same `uid` twice gives the first answer."""
    uid = uid or uuid.uuid4()
    if known := Proposal.objects.filter(uid=uid).first():
        return known
    with writing(by=by, action="propose", what=str(uid), unit=unit.code) as posting:
        proposal = Proposal(uid=uid, unit=unit, made=posting)
        _write(proposal, candidates, said, posting)
    return proposal


def change(*, proposal: Proposal, candidates: Rows, by: int | None, **said: Any) -> Proposal:
    """Say a proposal anew while it is still its union's to change."""
    with holding(proposal, by, "change_proposal", OPEN) as (held, posting):
        _write(held, candidates, said, posting)
    return held


def send(*, proposal: Proposal, by: int | None, over_why: str = "") -> Proposal:
    """Send it to the union whose council hears it. More than the quota needs a reason."""
    with holding(proposal, by, "send_proposal", OPEN) as (held, posting):
        _refuse_going(held)
        over = quotas.over(held)
        if over and not over_why.strip():
            raise Refused(f"{over.said}; hãy bớt người hoặc ghi lý do đề nghị vượt.", "over_why")
        held.over_why = nfc(over_why) if over else ""
        held.state, held.returned_why = State.SENT, ""
        _save(held, posting)
    return held


def send_back(*, proposal: Proposal, by: int | None, why: str) -> Proposal:
    """Return it to the union that sent it, with the reason."""
    need_reason(why, "Hãy ghi lý do trả lại, để nơi gửi biết cần sửa gì.")
    with holding(proposal, by, "return_proposal", (State.SENT,)) as (held, posting):
        held.state, held.returned_why = State.RETURNED, nfc(why)
        _save(held, posting)
    return held


def pass_on(*, council: Council, asked: Asked, candidates: Sequence[Candidate], by: int | None) -> Proposal:
    """The union's own proposal to the one above, of those its council has voted for; a draft, to be sent by hand."""
    if not candidates:
        raise Refused("Chưa ai đạt đủ số phiếu để trình lên cấp trên; hãy xem lại kết quả bỏ phiếu.")
    uid = uuid.uuid4()
    with writing(by=by, action="pass_on", what=str(uid), unit=council.unit.code) as posting:
        heard = Proposal.objects.select_for_update().filter(council=council, **_same(asked))
        if any(proposal.state != State.COUNCIL for proposal in heard):
            raise Refused("Các đề nghị này đã được trình lên hoặc đã có quyết định; hãy tải lại trang.")
        made = Proposal(uid=uid, unit=council.unit, made=posting)
        said = {**_same(asked), "proposed_on": council.met_on}
        _write(made, [_row_of(candidate) for candidate in candidates], said, posting)
        heard.update(state=State.PASSED, changed=posting)
    return made


def _row_of(candidate: Candidate) -> dict[str, Any]:
    names = ("sort", "person", "name", "union", "reason")
    return {name: getattr(candidate, name) for name in names} | {"source": candidate}


def _same(asked: Asked) -> dict[str, Any]:
    names = ("award", "issuer", "scope", "topic", "achievement_year")
    return dict(zip(names, asked.asked, strict=True))


def _write(proposal: Proposal, candidates: Rows, said: Mapping[str, Any], posting: Posting) -> None:
    for name, value in said.items():
        setattr(proposal, name, value)
    _settle(proposal)
    rows = _built(proposal, candidates)
    _save(proposal, posting)
    known = {one.who: one for one in proposal.candidates.all()}
    for row in rows:
        before = known.pop(row.who, None)
        row.proposal = proposal
        if before:  # keeps its name in addresses, and where it came from
            row.pk, row.uid, row.source_id = before.pk, before.uid, before.source_id or row.source_id
        row.save()
    Candidate.objects.filter(pk__in=[gone.pk for gone in known.values()]).delete()


def _settle(proposal: Proposal) -> None:
    """Refuse a day or a year that cannot be, and say who hears it."""
    proposal.grounds, proposal.number = nfc_lines(proposal.grounds), nfc(proposal.number)
    if proposal.scope != Scope.THEME:
        proposal.topic = ""
    _check_days(proposal)
    proposal.to = next_hearing(proposal.unit, proposal.award, proposal.issuer, proposal.proposed_on)
    if proposal.to is None and proposal.issuer != "committee":
        raise Refused(
            f"{proposal.unit.name} không có cấp trên nào trong sổ để trình; hãy chọn cấp khen khác.", "issuer"
        )


def _check_days(proposal: Proposal) -> None:
    day = proposal.proposed_on
    if day > today():
        raise Refused("Ngày trình chưa tới; hãy chọn hôm nay hoặc một ngày đã qua.", "proposed_on")
    in_life(proposal.unit, day)
    if not day.year - 2 <= proposal.achievement_year <= day.year:
        raise Refused(
            f"Năm đạt thành tích phải từ {day.year - 2} đến {day.year}; hãy xem lại.", "achievement_year"
        )


def _built(proposal: Proposal, candidates: Rows) -> list[Candidate]:
    """The candidates as models. Refuses nobody, somebody twice, and whom this award is not for."""
    if not candidates:
        raise Refused("Hãy thêm ít nhất một cá nhân hoặc tập thể được đề nghị.", "people")
    rows = [_candidate(proposal, row, n) for n, row in enumerate(candidates, start=1)]
    _check_sorts(proposal, rows)
    _check_places(proposal, rows)
    seen: dict[tuple[int | None, int, str], Candidate] = {}
    for row in rows:
        if seen.setdefault(row.who, row) is not row:
            raise Refused(f"{row.called} có hai lần trong danh sách; hãy bỏ một dòng.", _list_of(row))
    return rows


def _candidate(proposal: Proposal, row: Mapping[str, Any], position: int) -> Candidate:
    home = row.get("union") or proposal.unit
    if row["sort"] == Candidate.Sort.PERSON:
        row = person_for(home, row)
        row = {**row, "union": row.get("union") or row["person"].unit}
    made = Candidate(position=position, **{"union": home, **row})
    made.name = "" if made.person_id or fold(made.name) == made.union.name_key else nfc(made.name)
    if not made.person_id and not made.name:
        made.sort = Candidate.Sort.UNION
    made.reason = nfc_lines(made.reason)
    return made


def _check_sorts(proposal: Proposal, rows: Iterable[Candidate]) -> None:
    title = TITLES[Award(proposal.award)]
    for row in rows:
        if row.person_id and not title.people:
            raise Refused(f"{title.award.label} chỉ tặng tập thể; hãy bỏ các cá nhân.", "people")
        if not row.person_id and not title.collectives:
            raise Refused(f"{title.award.label} chỉ tặng cá nhân; hãy bỏ các tập thể.", "collectives")
        if row.sort == Candidate.Sort.UNION and row.union_id == proposal.unit_id == getattr(
            proposal.to, "pk", 0
        ):
            raise Refused(f"{row.called} không tự khen mình; hãy ghi tên tập thể.", "collectives")


def _check_places(proposal: Proposal, rows: Iterable[Candidate]) -> None:
    below = _below(proposal.unit, proposal.proposed_on)
    for row in rows:
        if row.union_id not in below:
            raise Refused(
                f"{row.union.name} không trực thuộc {proposal.unit.name}; hãy chọn công đoàn khác.",
                _list_of(row),
            )


def _below(unit: Unit, on: date) -> set[int]:
    return {unit.pk, *standing(on, ancestor=unit).values_list("unit", flat=True)}


def _list_of(row: Candidate) -> str:
    return "people" if row.person_id else "collectives"


def _refuse_going(proposal: Proposal) -> None:
    """Somebody put forward twice by the same union for the same award of the same year."""
    others = Candidate.objects.filter(
        proposal__unit=proposal.unit, proposal__state__in=GOING,
        **{f"proposal__{name}": value for name, value in _same(proposal).items()},
    )  # fmt: skip
    known = {other.who: other for other in others.select_related("person", "union", "proposal")}
    for row in proposal.candidates.select_related("person", "union"):
        if other := known.get(row.who):
            raise Refused(
                f"{row.called} đã có trong đề nghị ngày {other.proposal.proposed_on:%d/%m/%Y} cho cùng hình thức, "
                "cùng năm; hãy bỏ khỏi một nơi.",
                _list_of(row),
            )


def _save(proposal: Proposal, posting: Posting) -> None:
    proposal.changed = posting
    proposal.save()
