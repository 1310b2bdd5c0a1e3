"""Meetings, and who was asked to one, as they are taken out."""

from congdoan.base.table import DAY, Column

COMING = (
    Column("Cuộc họp", lambda due: due.what),
    Column("Công đoàn", lambda due: due.whose.name),
    Column("Ngày", lambda due: due.due_on, DAY),
)
MEETINGS = (
    Column("Cuộc họp", lambda one: one.about),
    Column("Loại", lambda one: one.get_sort_display()),
    Column("Ngày", lambda one: one.day, DAY),
    Column("Nơi họp", lambda one: one.place),
    Column("Tình trạng", lambda one: "đã họp" if one.held else ""),
)
DELEGATES = (
    Column("Họ và tên", lambda one: one.called),
    Column("Chức vụ, nơi công tác", lambda one: one.from_where),
    Column("Thành phần", lambda one: one.get_bench_display()),
    Column("Điểm danh", lambda one: one.get_state_display()),
    Column("Lý do vắng", lambda one: one.reason),
)
