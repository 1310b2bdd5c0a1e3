"""The papers: tờ trình, biên bản, quyết định, certificates, as Word files; the same content gives the same bytes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from congdoan.base.docx import Paper
from congdoan.base.money import format_dong
from congdoan.base.words import capital_first, grouped, small
from congdoan.records.papers import signed
from congdoan.records.titles import text_for

from . import councils, decisions, rules
from .models import Candidate, Council, Decision, Grant, Proposal
from .paper_templates import FOLDER


def proposal_paper(proposal: Proposal) -> bytes:
    """Tờ trình: to whom, for which award, who."""
    rows = list(proposal.candidates.select_related("person", "union"))
    paper = Paper(FOLDER / "proposal.docx")
    paper.repeat("người", [_row(n, one) | {"thành tích": one.reason} for n, one in enumerate(rows, start=1)])
    paper.say(
        signed(proposal.unit, proposal.proposed_on)
        | {
            "số": proposal.number,
            "hình thức": proposal.award_said,
            "kính gửi": proposal.to.name if proposal.to else proposal.get_issuer_display(),
            "căn cứ": _grounds(proposal.award, proposal.proposed_on),
            "lời trình": proposal.grounds,
            "kính trình": f"{proposal.unit.name} kính đề nghị xem xét, tặng {proposal.award_said} cho {_many(rows)} có tên trên./.",
        }
    )
    return paper.written(str(proposal), _at(proposal))


def minutes_paper(council: Council) -> bytes:
    """Biên bản: who met, how each was voted on."""
    heard = [(group, one) for group in councils.groups(council) for one in group.heard]
    paper = Paper(FOLDER / "minutes.docx")
    paper.repeat("người", [_voted(n, group, one) for n, (group, one) in enumerate(heard, start=1)])
    place = f", tại {council.place}" if council.place else ""
    paper.say(
        signed(council.unit, council.met_on)
        | {
            "mở đầu": f"Ngày {council.met_on:%d/%m/%Y}{place}, Hội đồng Thi đua, khen thưởng {council.unit.name} họp xét khen thưởng.",
            "chủ trì": f"Chủ trì: {council.chair}.",
            "thư ký": f"Thư ký: {council.secretary}.",
            "có mặt": f"Có mặt {small(council.present)}/{small(council.members)} thành viên: {'; '.join(council.attendees.splitlines())}.",
            "ý kiến": council.minutes,
            "quy tắc": f"Được đề nghị khen thưởng khi {rules.share(council.met_on).said} đồng ý.",
            "người chủ trì": council.chair,
            "người thư ký": council.secretary,
        }
    )
    return paper.written("Biên bản họp hội đồng thi đua, khen thưởng", _at(council))


def decision_paper(decision: Decision, grants: Sequence[Grant]) -> bytes:
    """Quyết định kèm danh sách."""
    money = decisions.money(decision, grants)
    paper = Paper(FOLDER / "decision.docx")
    paper.repeat(
        "người",
        [_granted(n, one, sum_) for n, (one, sum_) in enumerate(zip(grants, money, strict=True), start=1)],
    )
    total, many = sum(money), _many([one.candidate for one in grants])
    paper.say(
        _signed(decision)
        | {
            "hình thức": decision.award_said,
            "căn cứ": _grounds(decision.award, decision.signed_on),
            "đề nghị": _asked_by(decision),
            "điều 1": f"Điều 1. Tặng {decision.award_said} cho {many} có tên trong danh sách kèm theo.",
            "điều 2": _article_on_money(total),
            "điều 3": "Điều 3. Các tập thể, cá nhân có tên trong danh sách và bộ phận liên quan chịu trách nhiệm thi hành Quyết định này./.",
            "quyết định": f"Quyết định số {decision.number} ngày {decision.signed_on:%d/%m/%Y}",
            "tổng": f"Cộng: {format_dong(total)}." if total else "",
        }
    )
    return paper.written(str(decision), _at(decision))


def certificates_paper(decision: Decision, grants: Sequence[Grant]) -> bytes:
    """A page for each who was granted the award."""
    paper = Paper(FOLDER / "certificate.docx")
    common = _signed(decision) | {
        "tên hình thức": decision.get_award_display().upper(),
        "ngày ký": f"{decision.signed_on:%d/%m/%Y}",
    }
    paper.pages([common | _certified(decision, one.candidate) for one in grants])
    return paper.written(f"{decision.get_award_display()}. {decision}", _at(decision))


def _signed(decision: Decision) -> dict[str, str]:
    said = {"số": decision.number, "chức vụ ký": decision.signer_title.upper(), "người ký": decision.signer}
    return signed(decision.unit, decision.signed_on) | said


def _certified(decision: Decision, candidate: Candidate) -> dict[str, str]:
    """Name, place and achievement on the certificate; a union's own name stands once."""
    year = f"Đã có thành tích xuất sắc trong phong trào thi đua năm {decision.achievement_year}"
    theme = f", chuyên đề {decision.get_topic_display()}" if decision.topic else ""
    alone = candidate.called == candidate.union.name
    return {
        "tên": candidate.called if alone or not candidate.person_id else _titled(candidate),
        "nơi": "" if alone else candidate.union.name,
        "thành tích": f"{year}{theme}",
    }


def _titled(candidate: Candidate) -> str:
    woman = candidate.person and candidate.person.woman
    return f"{'Ông, bà' if woman is None else 'Bà' if woman else 'Ông'} {candidate.called}"


def _row(number: int, candidate: Candidate) -> dict[str, str]:
    return {"stt": str(number), "tên": candidate.called, "công đoàn": candidate.union.name}


def _voted(number: int, group: councils.Group, one: councils.Heard) -> dict[str, str]:
    votes = (str(one.ballot.votes_for), str(one.ballot.votes_against)) if one.ballot else ("", "")
    result = "Đạt" if one.carried else "Chưa đạt" if one.ballot else "Chưa bỏ phiếu"
    said = {"hình thức": group.asked.award_said, "đồng ý": votes[0], "không": votes[1], "kết quả": result}
    return _row(number, one.candidate) | said


def _granted(number: int, grant: Grant, money: int) -> dict[str, str]:
    return _row(number, grant.candidate) | {"tiền": grouped(money) if money else ""}


def _many(rows: Sequence[Candidate]) -> str:
    """ "02 tập thể, 05 cá nhân"."""
    people = sum(bool(one.person_id) for one in rows)
    counts = ((len(rows) - people, "tập thể"), (people, "cá nhân"))
    return ", ".join(f"{small(count)} {what}" for count, what in counts if count)


def _grounds(award: str, on: date) -> str:
    text = text_for(award, on)
    return f"Căn cứ {text.basis};" if text else ""


def _asked_by(decision: Decision) -> str:
    if decision.council is None:
        return ""
    met = f"Xét kết quả họp ngày {decision.council.met_on:%d/%m/%Y} của Hội đồng Thi đua, khen thưởng"
    return capital_first(f"{met} và đề nghị của các công đoàn trực thuộc,")


def _article_on_money(total: int) -> str:
    if not total:
        return "Điều 2. Quyết định này có hiệu lực từ ngày ký."
    return f"Điều 2. Tiền thưởng kèm theo tổng cộng {format_dong(total)}, chi từ nguồn ghi trong sổ. Quyết định này có hiệu lực từ ngày ký."


def _at(one: Proposal | Council | Decision) -> Any:
    return one.changed.at or one.made.at
