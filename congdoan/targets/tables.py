"""Score sheets and what was handed down, as they are taken out: exact parts beside what is printed."""

from collections.abc import Sequence

from congdoan.base.table import DAY, NUMBER, PERCENT, Column, Table
from congdoan.ledger.figures import Figure

from .below import Line
from .models import Target
from .rows import Row


def _figure(row: Row) -> Figure | None:
    return row.figure if row.figure and row.figure.den else None


SHEET = (
    Column("Chỉ tiêu", lambda row: row.label),
    Column("Trách nhiệm", lambda row: "Phối hợp" if row.target.joint else "Trực tiếp"),
    Column("Mục tiêu", lambda row: row.demand),
    Column("Kết quả", lambda row: row.result_text),
    Column("Tử số", lambda row: figure.num if (figure := _figure(row)) else None, NUMBER),
    Column("Mẫu số", lambda row: figure.den if (figure := _figure(row)) else None, NUMBER),
    Column("Tỷ lệ hoàn thành", lambda row: row.attainment, PERCENT),
    Column("Đánh giá", lambda row: row.verdict_text),
    Column("Ghi chú", lambda row: row.sentence),
)
STEPS = (
    Column("Đến hết ngày", lambda step: step.on, DAY),
    Column("Kết quả", lambda step: step.row.result_text),
    Column("Đánh giá", lambda step: step.row.verdict_text),
    Column("Chậm nhịp", lambda step: "x" if step.row.late else ""),
)
SHARES = (
    Column("Công đoàn", lambda row: row.unit.name),
    Column("Mã công đoàn", lambda row: row.unit.code),
    Column("Giao", lambda row: row.demand),
    Column("Kết quả", lambda row: row.result_text),
    Column("Tỷ lệ hoàn thành", lambda row: row.attainment, PERCENT),
    Column("Đánh giá", lambda row: row.verdict_text),
)


def of_unions(handed: Sequence[Target], lines: Sequence[Line]) -> Table:
    """Union × target: what came of it against what was asked, and the verdict; then their own score sheets."""
    columns = [Column("Công đoàn", lambda line: line.unit.name)]
    for at, target in enumerate(handed):
        columns += [_cell(target.text, at, "against"), _cell(f"{target.text}: đánh giá", at, "verdict_text")]
    columns += [
        Column("Bảng điểm riêng: đạt", lambda line: line.met if line.sheet else None, NUMBER),
        Column("Bảng điểm riêng: chỉ tiêu", lambda line: line.of if line.sheet else None, NUMBER),
    ]
    return Table("Chỉ tiêu của các cấp dưới", columns, lines)


def _cell(head: str, at: int, what: str) -> Column:
    return Column(head, lambda line: getattr(line.cells[at], what) if line.cells[at] else "")
