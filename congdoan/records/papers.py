"""Papers of a record, as Word files: the list to sign, and the sheet that says what was done and what it adds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from congdoan.accounts.models import User
from congdoan.base.docx import UNBROKEN, Paper
from congdoan.base.errors import Refused
from congdoan.base.money import in_words
from congdoan.base.words import grouped, place_and_day, short_money, small
from congdoan.funds import sheet
from congdoan.org.models import Unit
from congdoan.org.queries import naming

from . import kind as kinds
from . import queries, told
from .kind import Receipt
from .paper_templates import FOLDER, WIDTH
from .record import Record, Version


@dataclass(frozen=True)
class Printed:
    """A paper there is for a record: its name in addresses and its label."""

    slug: str
    label: str


SHEET = Printed("record_sheet", "Phiếu ghi việc")
RECEIPTS = Printed("receipt_list", "Danh sách ký nhận")
VISIT = Printed("visit_note", "Phiếu thăm hỏi (C01-TLĐ)")


def papers_of(record: Record) -> list[Printed]:
    """The papers a record can be printed as; the sheet always."""
    return [paper for paper in (RECEIPTS, VISIT) if paper.slug in kinds.of(record).papers] + [SHEET]


def printed(record: Record, slug: str, *, rows: bool = True, sensitive: bool = False) -> bytes:
    """A paper of a record as a Word file. Refuses a paper this kind doesn't have.

    `rows`: with the lists of people; `sensitive`: with their sensitive columns. Whoever asks has the right to them.
    """
    makers: dict[str, Callable[[], bytes]] = {
        SHEET.slug: lambda: record_sheet(record, rows=rows, sensitive=sensitive),
        RECEIPTS.slug: lambda: receipt_list(record),
        VISIT.slug: lambda: visit_note(record),
    }
    if slug not in {paper.slug for paper in papers_of(record)} or (slug != SHEET.slug and not rows):
        raise Refused("Việc này không in được giấy ấy; hãy chọn giấy khác ở trang của việc.")
    return makers[slug]()


def receipt_list(record: Record) -> bytes:
    """Danh sách ký nhận: who receives what, a place to sign, the total in figures and words."""
    kind, full = kinds.of(record), kinds.full(record)
    receipts = list(kind.receipts(full, kinds.rows(record)))
    total = sum(receipt.amount for receipt in receipts)
    paper = Paper(FOLDER / "receipt_list.docx")
    paper.repeat(
        "người",
        [
            {
                "stt": str(number),
                "họ tên": receipt.name,
                "công đoàn": receipt.union.name,
                "nội dung": receipt.what,
                "số tiền": grouped(receipt.amount) if receipt.amount else "",
            }
            for number, receipt in enumerate(receipts, start=1)
        ],
    )
    details = [
        f"{label}: {text}"
        for label, text in [("Ngày", f"{record.happened_on:%d/%m/%Y}"), *told.facts(record)]
    ]
    paper.say(
        around(record)
        | {
            "chi tiết": f"({'; '.join(details)})",
            "số dòng": small(len(receipts)),
            "tổng": grouped(total) if total else "",
            "bằng chữ": f"Bằng chữ: {in_words(total)}./." if total else "",
        }
    )
    return paper.written(f"Danh sách ký nhận. {record.title}", _moment(record))


def visit_note(record: Record) -> bytes:
    """Phiếu thăm hỏi đoàn viên, form C01-TLĐ: one page for each who received, the sum in figures and words."""
    kind, full = kinds.of(record), kinds.full(record)
    document = sheet.page()
    for n, receipt in enumerate(kind.receipts(full, kinds.rows(record))):
        if n:
            document.add_page_break()
        _note(document, record, receipt)
    return sheet.written(document, f"Phiếu thăm hỏi. {record.title}")


def _note(document: Any, record: Record, receipt: Receipt) -> None:
    sheet.letterhead(document, record.unit, record.happened_on, "Mẫu số C01-TLĐ")
    sheet.line(document, "PHIẾU THĂM HỎI ĐOÀN VIÊN", bold=True, size=16, before=14)
    sheet.line(document, place_and_day("", record.happened_on), italic=True, after=8)
    lines = {
        "Họ và tên người thăm hỏi": "." * 60,
        "Họ và tên người được thăm hỏi": f"{receipt.name}, {receipt.union.name}",
        "Lý do thăm hỏi": receipt.what,
        "Số tiền": f"{grouped(receipt.amount)} đồng",
        "Bằng chữ": f"{in_words(receipt.amount)}./.",
    }
    for label, text in lines.items():
        sheet.line(document, f"{label}: {text}", ALIGN.LEFT, after=4)
    sheet.signatures(document, ["TM. BCH CĐCS", "NGƯỜI ĐƯỢC THĂM HỎI", "NGƯỜI THĂM HỎI"])


def record_sheet(record: Record, *, rows: bool = True, sensitive: bool = False) -> bytes:
    """Phiếu ghi việc: what the record says, what it adds to which figures, and each time it was written."""
    paper = Paper(FOLDER / "record_sheet.docx")
    paper.repeat("mục", [{"tên": label, "nội dung": text} for label, text in _facts(record)])
    for table in told.tables(record, sensitive=sensitive) if rows else []:
        paper.heading("các danh sách", f"{table.label} ({small(table.count)})")
        paper.table("các danh sách", *_numbered(table.heads, table.rows), WIDTH)
    added = [
        [added.indicator.code, added.indicator.name, added.unit.name, f"{added.day:%d/%m/%Y}", _amount(added)]
        for added in queries.adds(record)
    ]
    if added:
        paper.heading("số liệu", "Phần cộng vào số liệu")
        heads = [
            ("Mã", False),
            ("Mục số liệu", False),
            ("Công đoàn", False),
            ("Ngày", False),
            ("Cộng thêm", True),
        ]
        paper.table("số liệu", heads, added, WIDTH)
    paper.heading("các lần", "Các lần ghi, sửa")
    paper.table(
        "các lần", [(head, False) for head in ("Lần", "Lúc", "Người ghi", "Lý do")], _versions(record), WIDTH
    )
    cancelled = "VIỆC NÀY ĐÃ HỦY, KHÔNG TÍNH VÀO SỐ LIỆU" if record.withdrawn else ""
    nothing = dict.fromkeys(("các danh sách", "số liệu", "các lần"), "")
    paper.say(around(record) | nothing | {"đã hủy": cancelled, "kiểm tra": f"Mã việc trong sổ: {record.uid}"})
    return paper.written(f"Phiếu ghi việc. {record.title}", _moment(record))


def around(record: Record) -> dict[str, str]:
    """What every paper of a union has: its head and its signature, as the union signed on that day."""
    return {"việc": record.title} | signed(record.unit, record.happened_on)


PLACE = re.compile(
    r"\b(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|VIỆT NAM)\b.*$"
)  # stays together at the end of a line


def signed(unit: Unit, on: date) -> dict[str, str]:
    """The head and the signature of a union's papers, as it signed on that day."""
    signs: Any = naming(unit, on)
    return {
        "cấp trên": PLACE.sub(lambda found: found[0].replace(" ", UNBROKEN), signs.superior_line),
        "công đoàn": signs.issuer_line,
        "địa danh, ngày": place_and_day(signs.place_name, on),
        "thể thức ký": signs.signs_for,
        "chức vụ ký": signs.signer_title,
        "người ký": signs.signer_name,
    }


def _facts(record: Record) -> list[tuple[str, str]]:
    partners = "; ".join(partner.name for partner in record.partners.all())
    given = [
        ("Loại việc", kinds.of(record).label),
        ("Công đoàn", record.unit.name),
        ("Ngày", f"{record.happened_on:%d/%m/%Y}"),
        *told.facts(record),
        ("Phối hợp với", partners),
        ("Công đoàn chi tiền", record.payer.name if record.payer else ""),
        ("Ghi chú", record.note),
    ]
    return [(label, text) for label, text in given if text]


def _numbered(
    heads: list[tuple[str, bool]], rows: list[list[str]]
) -> tuple[list[tuple[str, bool]], list[list[str]]]:
    return [("STT", False), *heads], [[str(n), *row] for n, row in enumerate(rows, start=1)]


def _amount(added: queries.Added) -> str:
    if added.indicator.money:
        return short_money(added.quantity)
    return f"{grouped(added.quantity)} {added.indicator.counts_in}"


def _versions(record: Record) -> list[list[str]]:
    versions = list(Version.objects.filter(record=record).select_related("posting").order_by("number"))
    users = {
        user.pk: str(user)
        for user in User.objects.filter(pk__in=[v.posting.by for v in versions if v.posting.by])
    }
    return [
        [
            str(version.number),
            _said_at(version),
            users.get(version.posting.by or 0, "Người vận hành"),
            version.posting.why or "Ghi lần đầu",
        ]
        for version in versions
    ]


def _said_at(version: Version) -> str:
    at = version.posting.at
    return f"{timezone.localtime(at):%H:%M %d/%m/%Y}" if at else ""


def _moment(record: Record) -> Any:
    """When the record was last changed: the paper's own moment, so that the same record gives the same bytes."""
    return record.changed.at or timezone.now()
