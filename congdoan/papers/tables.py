"""The register of papers, plans and reports asked for, as they are taken out."""

from congdoan.base.table import DAY, NUMBER, YEAR, Column

_NUMBERED = (Column("Năm", lambda row: row.paper.year, YEAR),)
_PAPER = (
    Column("Số, ký hiệu", lambda row: row.paper.code),
    Column("Loại", lambda row: row.paper.get_sort_display()),
    Column("Ngày văn bản", lambda row: row.paper.dated_on, DAY),
)
_SUBJECT = (
    Column("Trích yếu", lambda row: row.paper.subject),
    Column("Người ký", lambda row: row.paper.signer),
    Column("Người xử lý", lambda row: row.paper.handler),
)
_STATE = Column("Tình trạng", lambda row: row.label)
GOING = (
    *_NUMBERED,
    Column("Số", lambda row: row.paper.number, NUMBER),
    *_PAPER,
    Column("Nơi nhận", lambda row: row.paper.issuer),
    *_SUBJECT,
    _STATE,
)
COMING = (
    *_NUMBERED,
    Column("Số đến", lambda row: row.paper.number, NUMBER),
    Column("Ngày đến", lambda row: row.paper.arrived_on, DAY),
    *_PAPER,
    Column("Nơi gửi", lambda row: row.paper.issuer),
    *_SUBJECT,
    Column("Hạn xử lý", lambda row: row.paper.due_on, DAY),
    _STATE,
)
PLANS = (
    Column("Kế hoạch", lambda row: row[0].title),
    Column("Loại", lambda row: row[0].get_sort_display()),
    Column("Từ ngày", lambda row: row[0].first_on, DAY),
    Column("Đến ngày", lambda row: row[0].last_on, DAY),
    Column("Văn bản", lambda row: row[0].paper or ""),
    Column("Số việc", lambda row: row[1]["all"], NUMBER),
    Column("Đã xong", lambda row: row[1]["done"], NUMBER),
    Column("Quá hạn", lambda row: row[1]["late"], NUMBER),
)
LINES = (
    Column("Việc", lambda one: one.line.what),
    Column("Ai làm", lambda one: one.line.who),
    Column("Hạn", lambda one: one.line.due_on, DAY),
    Column("Mục số liệu", lambda one: one.indicator.name if one.indicator else ""),
    Column("Cần", lambda one: one.wanted, NUMBER),
    Column("Đã làm", lambda one: one.done, NUMBER),
    Column("Tình trạng", lambda one: one.label),
)
ASKED = (
    Column("Báo cáo", str),
    Column("Hạn", lambda one: one.due_on, DAY),
    Column("Số công đoàn", lambda one: one.many, NUMBER),
    Column("Đã nộp", lambda one: one.filed, NUMBER),
    Column("Đúng hạn", lambda one: one.on_time, NUMBER),
    Column("Tình trạng", lambda one: "đã thôi yêu cầu" if one.withdrawn_id else ""),
)
OWED = (
    Column("Báo cáo", lambda one: one.asked),
    Column("Nộp cho", lambda one: one.asked.unit.name),
    Column("Hạn", lambda one: one.asked.due_on, DAY),
    Column("Ngày nộp", lambda one: one.filed_on, DAY),
    Column("Văn bản", lambda one: one.paper or ""),
    Column("Đúng hạn", lambda one: "x" if one.on_time else ""),
)
FILED = (
    Column("Công đoàn", lambda one: one.unit.name),
    Column("Mã công đoàn", lambda one: one.unit.code),
    *OWED[2:],
)
