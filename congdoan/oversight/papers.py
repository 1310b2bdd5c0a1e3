"""The papers of an inspection as Word files: its minutes, and the notice of what it concluded. From the record alone."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from congdoan.base.docx import Paper
from congdoan.base.words import short_money
from congdoan.records.inspections import Demand, InspectedUnion, Inspection
from congdoan.records.paper_templates import WIDTH
from congdoan.records.papers import around

from .paper_templates import FOLDER

BLANK = "……………………………………………………………"  # to be filled in by hand
HEADS = (("STT", False), ("Nội dung", False), ("Công đoàn", False), ("Hạn", False), ("Thu hồi", True))


@dataclass(frozen=True)
class Printed:
    """A paper there is for an inspection: its name in addresses and its label."""

    slug: str
    label: str


PAPERS = {
    paper.slug: paper
    for paper in (
        Printed("inspection_minutes", "Biên bản kiểm tra"),
        Printed("inspection_notice", "Thông báo kết luận"),
    )
}


def printed(record: Inspection, slug: str) -> bytes:
    """One of them."""
    paper, demands = Paper(FOLDER / f"{slug}.docx"), _demands(record)
    if demands:
        paper.table("các kiến nghị", HEADS, [_row(n, one) for n, one in enumerate(demands, 1)], WIDTH)
    paper.say(around(record) | _said(record, demands))
    return paper.written(f"{PAPERS[slug].label}. {record.title}", record.changed.at or timezone.now())


def _demands(record: Inspection) -> list[Demand]:
    return list(Demand.objects.filter(record=record).select_related("union"))


def _row(number: int, demand: Demand) -> list[str]:
    money = short_money(demand.amount) if demand.amount else ""
    return [str(number), demand.what, demand.union.name, f"{demand.due_on:%d/%m/%Y}", money]


def _said(record: Inspection, demands: list[Demand]) -> dict[str, str]:
    money = record.to_recover or sum(demand.amount for demand in demands)
    back = f"Đề nghị báo cáo kết quả khắc phục bằng văn bản về {record.unit.name} đúng hạn nêu trên."
    return {
        "việc thường": record.title[:1].lower() + record.title[1:],
        "căn cứ": f"Căn cứ Quyết định số {record.decision or '…………'}{_on(record.decided_on)};",
        "đoàn": f"Đoàn kiểm tra: {record.team or BLANK}",
        "được kiểm tra": f"Công đoàn được kiểm tra: {_inspected(record)}",
        "thời kỳ": _days(record),
        "số": f"Số: {record.number or '…………'}",
        "ưu điểm": record.strengths or BLANK,
        "hạn chế": record.shortcomings or BLANK,
        "các kiến nghị": "",
        "không kiến nghị": "" if demands else "Không có kiến nghị.",
        "thu hồi": f"Số tiền kiến nghị thu hồi: {short_money(money)}." if money else "",
        "báo lại": back if demands else "",
    }


def _inspected(record: Inspection) -> str:
    rows = InspectedUnion.objects.filter(record=record).select_related("union")
    return "; ".join(row.union.name for row in rows) or record.unit.name


def _on(day: date | None) -> str:
    return f" ngày {day:%d/%m/%Y}" if day else ""


def _days(record: Inspection) -> str:
    first, last = record.examined_from, record.examined_to
    if not first or not last:
        return f"Thời kỳ được kiểm tra: {BLANK}"
    return f"Thời kỳ được kiểm tra: từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
