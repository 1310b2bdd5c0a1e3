"""Funds, a fund's book, money between unions, what must be made public, and shares, as they are taken out."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter

from congdoan.base.table import DAY, NUMBER, TEXT, Column, Table

from .shares import Split
from .sheet import Sheet

FUNDS = (
    Column("Quỹ", lambda row: row[0].name),
    Column("Nguồn", lambda row: row[0].get_source_display()),
    Column("Công đoàn", lambda row: row[0].unit.name),
    Column("Có sổ từ", lambda row: row[0].opened_on, DAY),
    Column("Hiện có (đồng)", lambda row: row[1], NUMBER),
)
TRANSFERS = (
    Column("Ngày chuyển", lambda row: row[0].sent.dated_on, DAY),
    Column("Từ công đoàn", lambda row: row[0].sent.unit.name),
    Column("Đến công đoàn", lambda row: row[0].to.name),
    Column("Nội dung", lambda row: row[0].sent.words),
    Column("Số tiền (đồng)", lambda row: row[1], NUMBER),
    Column(
        "Tình trạng",
        lambda row: "chờ nhận" if row[0].waits else "đã nhận" if row[0].received_id else "đã trả lại",
    ),
)
DISCLOSURES = (
    Column("Việc", lambda one: one.get_paper_display()),
    Column("Nội dung", lambda one: one.words),
    Column("Hạn", lambda one: one.due_on, DAY),
    Column("Đã làm ngày", lambda one: one.done_on, DAY),
    Column("Ở đâu", lambda one: one.proof),
)
ITEMS = (
    Column("Mã", lambda item: item.number),
    Column("Mục", lambda item: item.name),
    Column("Thu, chi", lambda item: item.get_side_display()),
    Column("Từ ngày", lambda item: item.from_on, DAY),
    Column("Đến trước ngày", lambda item: item.to_on, DAY),
    Column("Nguồn", lambda item: item.source),
    Column("Mức tin", lambda item: item.mark),
)
RATES = (
    Column("Mức", lambda rate: rate.get_what_display()),
    Column("Nhóm", lambda rate: rate.get_group_display() if rate.group else ""),
    Column("Giá trị", lambda rate: rate.told),
    *ITEMS[3:],
)
LOANS = (
    Column("Người vay", lambda one: one.loan.person.name),
    Column("Vay (đồng)", lambda one: one.loan.amount, NUMBER),
    Column("Ngày vay", lambda one: one.loan.lent_on, DAY),
    Column("Số tháng", lambda one: one.loan.months, NUMBER),
    Column("Còn nợ (đồng)", lambda one: one.left, NUMBER),
    Column("Kỳ tới", lambda one: one.next_on if one.left else None, DAY),
    Column("Đang chậm (đồng)", lambda one: one.behind, NUMBER),
)
TURNS = (
    Column("Người nhận", lambda row: row[0].person.name),
    Column("Đến lượt ngày", lambda row: row[0].due_on, DAY),
    Column("Số tiền (đồng)", lambda row: row[0].amount, NUMBER),
    Column("Tình trạng", lambda row: "đã nhận" if row[1] else "chờ lượt"),
)
MONTHS = (
    Column("Tháng", lambda row: f"Tháng {row[0].first:%m/%Y}"),
    Column("Số phiếu", lambda row: row[0].vouchers, NUMBER),
    Column("Tình trạng", lambda row: "đã khóa" if row[0].closed else "đang mở"),
)
SPLIT = (
    ("Đoàn phí thu", "dues"),
    ("Kinh phí thu", "fund"),
    ("Được giữ lại", "kept"),
    ("Phải nộp đầu kỳ", "before"),
    ("Phải nộp trong kỳ", "up"),
    ("Đã nộp", "paid"),
    ("Còn phải nộp", "owed"),
)


def of_shares(first: str, rows: Sequence[tuple[str, Split]]) -> Table:
    """A split to a row, by month or by union."""
    columns = [Column(first, lambda row: row[0])]
    columns += [Column(f"{head} (đồng)", _of(name), NUMBER) for head, name in SPLIT]
    return Table("Phân phối nguồn thu", columns, rows)


def of_sheet(title: str, sheet: Sheet) -> Table:
    """What an accountants' form prints, as a list."""
    columns = [
        Column(head.name, itemgetter(at), NUMBER if head.number else _kind(sheet, at))
        for at, head in enumerate(sheet.heads)
    ]
    return Table(title, columns, sheet.rows, sheet.about)


def _of(name: str) -> Callable[[tuple[str, Split]], int]:
    return lambda row: int(getattr(row[1], name))


def _kind(sheet: Sheet, at: int) -> str:
    return DAY if any(isinstance(row[at], date) for row in sheet.rows) else TEXT
