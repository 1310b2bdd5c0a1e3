"""Who may log in, as it is taken out: rows of (user, seats)."""

from congdoan.base.table import MOMENT, Column

PEOPLE = (
    Column("Họ và tên", lambda row: row[0]),
    Column("Tên đăng nhập", lambda row: row[0].username),
    Column(
        "Vai trò", lambda row: "; ".join(f"{seat.get_role_display()}, {seat.unit.name}" for seat in row[1])
    ),
    Column("Tình trạng", lambda row: "" if row[0].is_active else "đã khóa"),
    Column("Lần vào gần nhất", lambda row: row[0].last_login, MOMENT),
)
