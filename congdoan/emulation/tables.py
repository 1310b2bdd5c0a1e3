"""Proposals, ballots, decisions, the register of awards and what quotas leave, as they are taken out."""

from collections.abc import Sequence

from congdoan.base.table import DAY, NUMBER, YEAR, Column

from .models import Decision

PROPOSALS = (
    Column("Đề nghị", lambda one: one.award_said),
    Column("Nơi trình", lambda one: one.unit.name),
    Column("Trình ngày", lambda one: one.proposed_on, DAY),
    Column("Số tờ trình", lambda one: one.number),
    Column("Năm đạt thành tích", lambda one: one.achievement_year, YEAR),
    Column("Tình trạng", lambda one: one.get_state_display()),
)
CANDIDATES = (
    Column("Họ tên, tập thể", lambda row: row.candidate.called),
    Column("Là", lambda row: row.candidate.get_sort_display()),
    Column("Công đoàn", lambda row: row.candidate.union.name),
    Column("Thành tích", lambda row: row.candidate.reason),
    Column("Năm liên tục được khen", lambda row: row.years, NUMBER),
    Column("Sáng kiến", lambda row: len(row.known.works), NUMBER),
    Column("Cần xem lại", lambda row: "; ".join(one.text for one in row.shown if one.found.met is False)),
)
BALLOTS = (
    Column("Họ tên, tập thể", lambda heard: heard.candidate.called),
    Column("Công đoàn", lambda heard: heard.candidate.union.name),
    Column("Nơi trình", lambda heard: heard.candidate.proposal.unit.name),
    Column("Kết quả", lambda heard: heard.said if heard.ballot else "chưa bỏ phiếu"),
    Column("Đủ phiếu", lambda heard: "x" if heard.carried else ""),
)
ROOMS = (
    Column("Công đoàn", lambda room: room.unit.name),
    Column("Tính trên", lambda room: room.strength, NUMBER),
    Column("Hạn mức", lambda room: room.allowed, NUMBER),
    Column("Đã đề nghị", lambda room: room.used, NUMBER),
    Column("Còn", lambda room: room.left, NUMBER),
)
REGISTER = (
    Column("Năm đạt thành tích", lambda line: line.record.achievement_year, YEAR),
    Column("Họ tên, tập thể", lambda line: line.called),
    Column("Công đoàn", lambda line: line.union.name),
    Column("Hình thức", lambda line: line.record.get_award_display()),
    Column("Cấp khen", lambda line: line.record.get_issuer_display()),
    Column("Loại", lambda line: line.record.get_scope_display()),
    Column("Số quyết định", lambda line: line.record.number),
    Column("Ngày quyết định", lambda line: line.record.happened_on, DAY),
    Column("Tiền thưởng", lambda line: line.row.money, NUMBER),
)


def granted(decision: Decision) -> Sequence[Column]:
    """Who was granted what by a decision, with the money: rows of (grant, money)."""
    return (
        Column("Họ tên, tập thể", lambda row: row[0].candidate.called),
        Column("Công đoàn", lambda row: row[0].candidate.union.name),
        Column("Hình thức", lambda row: decision.get_award_display()),
        Column("Năm đạt thành tích", lambda row: decision.achievement_year, YEAR),
        Column("Số quyết định", lambda row: decision.number),
        Column("Ngày ký", lambda row: decision.signed_on, DAY),
        Column("Tiền thưởng", lambda row: row[1], NUMBER),
        Column("Ngoại lệ", lambda row: row[0].exception),
    )
