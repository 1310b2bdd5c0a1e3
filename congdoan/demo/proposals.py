"""Awards on their way: letters of the union above decided in these weeks, and certificates of the province that wait."""

import uuid
from datetime import date
from typing import Any

from congdoan.base.period import standard_periods, today
from congdoan.emulation import actions, councils, decisions, quotas
from congdoan.emulation.models import Candidate, Council, Proposal
from congdoan.org.models import Unit
from congdoan.org.queries import naming

from .moments import as_of, moment
from .pen import SPACE, Pen
from .running import LAST_CASE, Weeks
from .tree import budget_of

PRESENT = (
    "Đặng Việt Hoàn, Chủ tịch, chủ tịch hội đồng",
    "Lý Thị Vân, Phó Chủ tịch, ủy viên",
    "Vàng Văn Chúng, Chủ nhiệm Ủy ban Kiểm tra, ủy viên",
    "Trần Thu Hiền, chuyên viên, thư ký",
)
REASONS = (
    "Hoàn thành xuất sắc nhiệm vụ chuyên môn; chủ động vận động đoàn viên tham gia các phong trào của công đoàn.",
    "Có giải pháp rút ngắn thời gian giải quyết hồ sơ, được cơ quan công nhận và áp dụng.",
    "Tích cực chăm lo đoàn viên khó khăn; tổ chức tốt hoạt động văn nghệ, thể thao của công đoàn.",
)
NUMBERED = {"letter": "QĐ-CĐVC"}


class Desk:
    """Who puts forward, hears and decides, on days counted back from today."""

    def __init__(self, pen: Pen, weeks: Weeks) -> None:
        self.pen, self.weeks, self.made = pen, weeks, 0
        year = weeks.period.first.year - 1
        self.year = year if year > LAST_CASE else year + 1

    def name(self, what: str) -> uuid.UUID:
        return uuid.uuid5(SPACE, f"proposals {what}")

    def sent(
        self, unit: Unit, award: str, issuer: str, on: date, candidates: list[dict[str, Any]]
    ) -> Proposal:
        """A proposal, written and sent on a day."""
        by, said = self.pen.keeper(unit), {"award": award, "issuer": issuer, "achievement_year": self.year}
        with as_of(moment(on, 9, 10)):
            made = actions.propose(
                unit=unit,
                uid=self.name(f"{unit.code} {award}"),
                by=by,
                proposed_on=on,
                candidates=candidates,
                **said,
            )
            actions.send(proposal=made, by=by)
        self.made += 1
        return made

    def heard(self, proposals: list[Proposal], on: date) -> Council:
        """The council of the union above, and its votes: all for all but the last, who has too few."""
        by = self.pen.keeper(self.pen.upper)
        with as_of(moment(on, 15, 30)):
            met = councils.convene(
                unit=self.pen.upper, proposals=proposals, uid=self.name("council"), by=by, met_on=on,
                place="Phòng họp Công đoàn Viên chức tỉnh", members=5, attendees="\n".join(PRESENT),
                chair="Đặng Việt Hoàn", secretary="Trần Thu Hiền",
                minutes="Hội đồng thống nhất danh sách theo kết quả bỏ phiếu.",
            )  # fmt: skip
            found = list(Candidate.objects.filter(proposal__council=met).order_by("pk"))
            votes: dict[int, tuple[int, int] | None] = {one.pk: (4, 0) for one in found[:-1]}
            councils.vote(council=met, votes=votes | {found[-1].pk: (2, 2)}, by=by)
        return met

    def decided(self, met: Council, on: date) -> None:
        """Letters to all whom the council carried, with the money of the rule."""
        (group,) = councils.groups(met)
        upper, signs = self.pen.upper, naming(self.pen.upper, on)
        assert signs
        with as_of(moment(on, 10, 20)):
            decisions.decide(
                unit=upper, asked=group.asked, council=met, granted=[(one, "") for one in group.carried],
                number=f"{41 + on.month}/{NUMBERED['letter']}", signed_on=on, signer=signs.signer_name or "Đặng Việt Hoàn",
                signer_title=signs.signer_title, by=self.pen.keeper(upper), uid=self.name("decision"),
                money={"bonus": "rule", "fund": self.pen.funds[budget_of(upper)]},
            )  # fmt: skip


def put_forward() -> str:
    """One decided proposal and one that waits, in the running half-year."""
    pen, half = Pen("proposals"), standard_periods(today())[0]
    desk = Desk(pen, Weeks(pen, half, today()))
    unions = [pen.unions[1], pen.unions[4], pen.unions[9]]
    _limit(desk)
    ago = desk.weeks.ago
    letters = [desk.sent(union, "letter", "upper", ago(34), _people(pen, union, 8, 2)) for union in unions]
    desk.decided(desk.heard(letters, ago(24)), ago(18))
    for union in unions[:2]:
        desk.sent(union, "certificate", "province", ago(5), _people(pen, union, 10, 1))
    return f"{desk.made} đề nghị, 1 quyết định"


def _limit(desk: Desk) -> None:
    """Each union may put forward so many for letters of the union above."""
    said = {"award": "letter", "issuer": "upper", "individual": True, "number": 3, "base": "each"}
    with as_of(moment(desk.weeks.ago(60))):
        quotas.set_quota(
            unit=desk.pen.upper, from_on=date(desk.year, 1, 1), by=desk.pen.keeper(desk.pen.upper),
            basis="HD số 06/HD-CĐVC", **said,
        )  # fmt: skip


def _people(pen: Pen, union: Unit, first: int, many: int) -> list[dict[str, Any]]:
    found = pen.members(union)[first : first + many]
    return [
        {"sort": "person", "person": one, "union": union, "reason": REASONS[n % len(REASONS)]}
        for n, one in enumerate(found)
    ]
