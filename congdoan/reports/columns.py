"""The list of a union's reports, as it is taken out."""

from congdoan.base.table import DAY, MOMENT, Column

REPORTS = (
    Column("Báo cáo", lambda one: one.title),
    Column("Đến ngày", lambda one: one.last_on, DAY),
    Column("Tình trạng", lambda one: one.get_state_display()),
    Column("Số", lambda one: f"{one.number:02d}/{one.symbol}" if one.number else ""),
    Column("Ngày ban hành", lambda one: one.issued_on, DAY),
    Column("Chốt số liệu lúc", lambda one: one.frozen_at, MOMENT),
)
