"""Lists of score sheets, one sheet and one scheme, as they are taken out."""

from congdoan.base.table import NUMBER, Column

SHEETS = (
    Column("Công đoàn, tổ, bộ phận", lambda one: one.group.name if one.group else one.unit.name),
    Column("Mã công đoàn", lambda one: one.unit.code),
    Column("Mẫu chấm điểm", lambda one: one.scheme.name),
    Column("Tình trạng", lambda one: one.get_state_display()),
    Column("Tự xếp loại", lambda one: one.get_self_grade_display() if one.self_grade else ""),
    Column("Thẩm định", lambda one: one.get_grade_display() if one.grade else ""),
)
SCHEMES = (
    Column("Mẫu chấm điểm", lambda one: one.name),
    Column("Chấm cho", lambda one: one.get_rated_display()),
    Column("Năm áp dụng", lambda one: one.years),
    Column("Của", lambda one: one.unit.name if one.unit else "dùng chung"),
    Column("Căn cứ", lambda one: one.basis),
)
CRITERIA = (
    Column("Tiêu chí", lambda row: f"{row.criterion.position}. {row.criterion.text}"),
    Column("Phần", lambda row: row.criterion.part),
    Column("Điểm tối đa", lambda row: row.criterion.most, NUMBER),
)
