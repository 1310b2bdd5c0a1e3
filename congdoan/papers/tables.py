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
