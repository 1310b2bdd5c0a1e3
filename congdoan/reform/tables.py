"""The tree on a day, and what changed in it, as they are taken out."""

from congdoan.base.table import DAY, NUMBER, Column

BRANCHES = (
    Column("Công đoàn", lambda branch: branch.unit.name),
    Column("Mã công đoàn", lambda branch: branch.unit.code),
    Column("Cấp, loại", lambda branch: branch.unit.kind.name),
    Column("Công đoàn cơ sở bên dưới", lambda branch: branch.grassroots, NUMBER),
    Column("Thành lập", lambda branch: branch.unit.founded_on, DAY),
)
DETAILS = (
    Column("Ngày", lambda detail: detail.on, DAY),
    Column("Công đoàn", lambda detail: detail.unit.name),
    Column("Điều gì", lambda detail: detail.what),
    Column("Bao nhiêu", lambda detail: detail.amount, NUMBER),
)
CHANGES = (
    Column("Ngày", lambda change: change.on, DAY),
    Column("Thay đổi", lambda change: change.what),
    Column("Công đoàn", lambda change: "; ".join(unit.name for unit in change.units)),
)
