"""The lists of the register, as they are taken out; no sensitive column."""

from congdoan.base.table import DAY, NUMBER, Column, Table

from .bridge import Bridge

SEX = {True: "Nữ", False: "Nam", None: ""}
MEMBERS = (
    Column("Họ và tên", lambda held: held.person.name),
    Column("Giới tính", lambda held: SEX[held.person.woman]),
    Column("Ngày sinh", lambda held: held.person.born_on or held.person.born_year, DAY),
    Column("Công đoàn", lambda held: held.unit.name),
    Column("Mã công đoàn", lambda held: held.unit.code),
    Column("Sinh hoạt từ", lambda held: held.from_on, DAY),
    Column("Số thẻ", lambda held: held.person.card_number),
    Column("Nghề nghiệp", lambda held: held.person.job),
    Column("Điện thoại", lambda held: held.person.phone),
)
TRANSFERS = (
    Column("Họ và tên", lambda one: one.membership.person.name),
    Column("Từ công đoàn", lambda one: one.membership.unit.name),
    Column("Về công đoàn", lambda one: one.to_unit.name),
    Column("Đề nghị ngày", lambda one: one.asked_on, DAY),
    Column("Văn bản", lambda one: one.paper),
    Column("Tình trạng", lambda one: one.get_state_display()),
    Column("Lý do", lambda one: one.why),
)
TWINS = (
    Column("Người thứ nhất", lambda pair: pair[0].name),
    Column("Ngày sinh", lambda pair: pair[0].born_on or pair[0].born_year, DAY),
    Column("Công đoàn", lambda pair: pair[0].unit.name),
    Column("Người thứ hai", lambda pair: pair[1].name),
    Column("Ngày sinh người thứ hai", lambda pair: pair[1].born_on or pair[1].born_year, DAY),
    Column("Công đoàn người thứ hai", lambda pair: pair[1].unit.name),
    Column("Vì sao", lambda pair: pair[2]),
)
COMING_AND_GOING = (Column("Mục", lambda row: row[0]), Column("Đoàn viên", lambda row: row[1], NUMBER))


def of_bridge(told: Bridge) -> Table:
    """Coming and going, what takes away with its sign; what seldom happens only where it did."""
    rows = [
        ("Đầu kỳ", told.opening, True),
        ("Có sẵn khi mở sổ", told.opened, False),
        ("Kết nạp mới", told.admitted, True),
        ("Chuyển đến", told.transferred_in, True),
        ("Về cùng công đoàn được tiếp nhận", told.came_along, False),
        ("Giảm (nghỉ hưu, thôi…)", -told.lost, True),
        ("Chuyển đi", -told.transferred_out, True),
        ("Đi cùng công đoàn bàn giao", -told.went_along, False),
        ("Chênh lệch theo phiếu số liệu tổng hợp", told.declared, False),
        ("Cuối kỳ", told.closing, True),
    ]
    return Table("Tăng, giảm đoàn viên", COMING_AND_GOING, [row for row in rows if row[1] or row[2]])
