"""Figures, what stands under one, what is due, the trail, as they are taken out: exact numbers, each with its unit of count."""

from collections.abc import Sequence

from django.conf import settings

from congdoan.base.charts import Bar
from congdoan.base.table import DAY, MOMENT, NUMBER, Column, Table
from congdoan.ledger.figures import Figure
from congdoan.ledger.indicator import counted
from congdoan.records.under import Shown

from .apart import Child, Parts

FIGURES = (
    Column("Mục số liệu", lambda row: row.indicator.name),
    Column("Mã", lambda row: row.indicator.code),
    Column("Chương", lambda row: row.indicator.chapter.name),
    Column("Đơn vị tính", lambda row: row.indicator.counts_in),
    Column("Kỳ này", lambda row: row.figure.value, NUMBER),
    Column("Cùng kỳ năm trước", lambda row: row.before.value, NUMBER),
    Column("Thay đổi", lambda row: row.change),
    Column("Tử số", lambda row: row.figure.num, NUMBER),
    Column("Mẫu số", lambda row: row.figure.den, NUMBER),
    Column("Chỉ tiêu", lambda row: row.target.demand if row.target else ""),
    Column("Tỷ lệ đạt chỉ tiêu", lambda row: row.target.attainment_text if row.target else ""),
)
LINES = (
    Column("Ngày", lambda row: row.day, DAY),
    Column("Công đoàn", lambda row: row.unit),
    Column("Việc", lambda row: row.title),
    Column("Ai", lambda row: row.who),
    Column("Phân loại", lambda row: row.cut),
    Column("Số lượng", lambda row: row.quantity, NUMBER),
    Column("Đường dẫn", lambda row: f"{settings.URL}{row.url}" if row.url else ""),
)
UNIONS = (Column("Công đoàn", lambda unit: unit.name), Column("Mã công đoàn", lambda unit: unit.code))
CHILDREN = (
    Column("Công đoàn", lambda child: child.unit.name),
    Column("Mã công đoàn", lambda child: child.unit.code),
    Column("Kỳ này", lambda child: child.value, NUMBER),
    Column("Cùng kỳ năm trước", lambda child: child.before, NUMBER),
    Column("Ghi chú", lambda child: "riêng cấp này" if child.own else "không phát sinh" if child.nil else ""),
)
MONTHS = (
    Column("Tháng", lambda bar: bar.label),
    Column("Kỳ này", lambda bar: bar.value, NUMBER),
    Column("Cùng kỳ năm trước", lambda bar: bar.before, NUMBER),
)
DUE = (
    Column("Việc", lambda line: line.due.what),
    Column("Công đoàn", lambda line: line.due.whose.name),
    Column("Hạn", lambda line: line.due.due_on, DAY),
    Column("Chờ từ", lambda line: line.due.since_on, DAY),
    Column("Còn", lambda line: line.left),
)
TRAIL = (
    Column("Ai", lambda one: one.who),
    Column("Lúc", lambda one: one.at, MOMENT),
    Column("Làm gì", lambda one: one.what),
    Column("Về việc", lambda one: one.about),
)
CLOSED = (
    Column("Từ ngày", lambda one: one.from_on, DAY),
    Column("Đến trước ngày", lambda one: one.to_on, DAY),
    Column("Lý do", lambda one: one.made.why),
    Column("Khóa lúc", lambda one: one.made.at, MOMENT),
)


def of_figure(
    found: Figure,
    lines: Sequence[Shown],
    children: Sequence[Child],
    bars: Sequence[Bar],
    parts: Sequence[Parts],
) -> list[Table]:
    """The lines under a figure, and how it comes apart: by union, by month, by each breakdown."""
    what = counted(found.indicator)
    about = [f"{found.indicator.code}. {found.indicator.name}", f"Đơn vị tính: {what.counts_in}"]
    tables = [
        Table("Các dòng", LINES, lines, about),
        Table("Theo công đoàn", CHILDREN, children, about),
        Table("Theo tháng", MONTHS, bars, about),
    ]
    tables += [Table(one.name, _part(one.name), one.parts, about) for one in parts]
    return [table for table in tables if table.rows]


def _part(name: str) -> tuple[Column, Column]:
    return Column(name, lambda part: part.label), Column("Số lượng", lambda part: part.quantity, NUMBER)
