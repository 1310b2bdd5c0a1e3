"""A plan as a Word file, in the form papers of unions have."""

from datetime import date

from django.utils import timezone

from congdoan.base.docx import Paper
from congdoan.base.words import grouped
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.org.queries import parent
from congdoan.records.paper_templates import WIDTH
from congdoan.records.papers import signed

from .models import Plan, PlanLine
from .paper_templates import FOLDER
from .progress import lines_of

HEADS = (("STT", False), ("Nội dung công việc", False), ("Chỉ tiêu", False), ("Thực hiện", False), ("Thời hạn", False))  # fmt: skip


def plan_paper(plan: Plan, on: date) -> bytes:
    """The plan as it stands, signed as the union signs on that day; dated as it was issued."""
    on = plan.paper.dated_on if plan.paper else on
    paper, lines = Paper(FOLDER / "plan.docx"), lines_of(plan)
    if lines:
        paper.table("các việc", HEADS, [_row(n, line) for n, line in enumerate(lines, 1)], WIDTH)
    paper.lines("căn cứ", plan.grounds.splitlines())
    paper.lines("yêu cầu", plan.aims.splitlines())
    paper.say(signed(plan.unit, on) | _goes_to(plan, on) | _said(plan, bool(lines)))
    return paper.written(str(plan), plan.made.at or timezone.now())


def _goes_to(plan: Plan, on: date) -> dict[str, str]:
    """To whom it goes; until it has a number, its day is left to be written."""
    above = parent(plan.unit, on)
    below = "Các công đoàn trực thuộc" if not plan.unit.kind.grassroots else "Ban Chấp hành, các tổ công đoàn"
    said = {"nơi nhận trên": f"- {above.name};" if above else "", "nơi nhận dưới": f"- {below};"}
    return said if plan.paper else said | {"địa danh, ngày": f"……, ngày …… tháng …… năm {on.year}"}


def _said(plan: Plan, lines: bool) -> dict[str, str]:
    name = "chương trình" if plan.sort == Plan.Sort.PROGRAMME else "kế hoạch"
    title = plan.title
    if title.lower().startswith(name):
        title = title[len(name) :].strip()
    days = f"từ ngày {plan.first_on:%d/%m/%Y} đến ngày {plan.last_on:%d/%m/%Y}"
    return {
        "số": f"Số: {plan.paper.code if plan.paper else '…………'}",
        "loại": name.upper(),
        "tên": title[:1].upper() + title[1:],
        "mở đầu": f"{plan.unit.name} xây dựng {name} thực hiện {days} như sau:",
        "mục đích": "I. MỤC ĐÍCH, YÊU CẦU" if plan.aims else "",
        "nội dung": f"{'II' if plan.aims else 'I'}. NỘI DUNG, TIẾN ĐỘ" if lines else "",
        "các việc": "",
        "thực hiện": f"Trên đây là {name} của {plan.unit.name}; các cá nhân, tập thể được phân công chủ động thực hiện "
        "và báo cáo kết quả đúng hạn./.",
    }


def _row(number: int, line: PlanLine) -> list[str]:
    many = ""
    if line.quantity:
        counted = BY_NUMBER[line.indicator].counts_in if line.indicator else ""
        many = f"{grouped(line.quantity)} {counted}".strip()
    return [str(number), line.what, many, line.who, f"{line.due_on:%d/%m/%Y}"]
