"""Plans, coverage, what is to be mended, and the book of complaints, as they are taken out."""

from congdoan.base.table import DAY, NUMBER, Column

from .forms import window_said
from .progress import DONE, LATE
from .queries import Finding

STATES = {DONE: "Đã làm", LATE: "Quá hạn"}
PLANS = (
    Column("Kế hoạch", lambda row: row[0]),
    Column("Số", lambda row: row[0].number),
    Column("Duyệt ngày", lambda row: row[0].approved_on, DAY),
    Column("Số cuộc", lambda row: len(row[1].meant), NUMBER),
    Column("Đã làm", lambda row: row[1].done, NUMBER),
    Column("Quá hạn", lambda row: row[1].late, NUMBER),
)
PLAN = (
    Column("Công đoàn được kiểm tra", lambda one: one.line.union.name),
    Column("Cấp", lambda one: "Cùng cấp" if one.own else "Cấp dưới"),
    Column("Nội dung", lambda one: one.line.get_subject_display()),
    Column("Thời gian", lambda one: window_said(one.line.plan, one.line.first_on, one.line.last_on)),
    Column("Kết quả", lambda one: STATES.get(one.state, "Chưa đến hạn")),
    Column("Ngày kết luận", lambda one: one.visit.on if one.visit else None, DAY),
)
COVERAGE = (
    Column("Công đoàn", lambda one: one.union.name),
    Column("Mã công đoàn", lambda one: one.union.code),
    Column("Số lần", lambda one: one.times, NUMBER),
    Column("Lần cuối", lambda one: one.last_on, DAY),
    Column("Vì sao nên kiểm tra trước", lambda one: "; ".join(reason for reason, _ in one.reasons)),
)


def _said(one: Finding) -> str:
    return one.said[0].get_state_display() if one.said else "Quá hạn" if one.late else "Chưa khắc phục"


FINDINGS = (
    Column("Kiến nghị", lambda one: one.demand.what),
    Column("Công đoàn phải khắc phục", lambda one: one.demand.union.name),
    Column("Công đoàn kiểm tra", lambda one: one.demand.record.unit.name),
    Column("Ngày kết luận", lambda one: one.demand.record.happened_on, DAY),
    Column("Hạn", lambda one: one.demand.due_on, DAY),
    Column("Phải thu hồi (đồng)", lambda one: one.demand.amount, NUMBER),
    Column("Đã thu hồi (đồng)", lambda one: one.recovered, NUMBER),
    Column("Tình trạng", _said),
)
COMPLAINTS = (
    Column("Đơn", str),
    Column("Loại", lambda one: one.get_sort_display()),
    Column("Ngày nhận", lambda one: one.received_on, DAY),
    Column("Công đoàn đang giữ", lambda one: one.holder.name),
    Column("Hạn", lambda one: one.due_on, DAY),
    Column("Tình trạng", lambda one: one.get_state_display()),
)
