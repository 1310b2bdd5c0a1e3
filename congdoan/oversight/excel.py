"""A plan, and what is to be mended, as Excel files. Text is written as text: nothing in it is a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from .forms import window_said
from .models import Plan
from .progress import DONE, LATE, Progress
from .queries import Finding

STATES = {DONE: "Đã làm", LATE: "Quá hạn"}
Column = tuple[str, int]  # head, width
PLAN_COLUMNS: Sequence[Column] = (("STT", 6), ("Công đoàn được kiểm tra", 44), ("Cấp", 12), ("Nội dung", 28), ("Thời gian", 16), ("Kết quả", 14), ("Ngày kết luận", 14))  # fmt: skip
FINDING_COLUMNS: Sequence[Column] = (("STT", 6), ("Công đoàn phải khắc phục", 40), ("Kiến nghị", 60), ("Công đoàn kiểm tra", 40), ("Ngày kết luận", 14), ("Hạn", 12), ("Phải thu hồi (đồng)", 18), ("Đã thu hồi (đồng)", 18), ("Tình trạng", 30))  # fmt: skip


def plan_workbook(plan: Plan, progress: Progress) -> bytes:
    """A plan and how far it is."""
    rows = [
        (
            one.line.union.name,
            "Cùng cấp" if one.own else "Cấp dưới",
            one.line.get_subject_display(),
            window_said(plan, one.line.first_on, one.line.last_on),
            STATES.get(one.state, "Chưa đến hạn"),
            one.visit.on if one.visit else "",
        )
        for one in progress.meant
    ]
    number = f"Số {plan.number}" if plan.number else "Dự thảo"
    top = [f"{plan}. {plan.unit.name}", number, f"Đã làm {progress.done}/{len(progress.meant)} cuộc"]
    return _workbook("Kế hoạch", top, PLAN_COLUMNS, rows)


def findings_workbook(unit: str, findings: Iterable[Finding]) -> bytes:
    """What is to be mended, by whom and by when, and what became of it."""
    rows = [
        (
            one.demand.union.name,
            one.demand.what,
            one.demand.record.unit.name,
            one.demand.record.happened_on,
            one.demand.due_on,
            one.demand.amount,
            one.recovered,
            one.said[0].get_state_display() if one.said else "Quá hạn" if one.late else "Chưa khắc phục",
        )
        for one in findings
    ]
    return _workbook("Kiến nghị", [f"Kiến nghị sau kiểm tra. {unit}"], FINDING_COLUMNS, rows)


def _workbook(
    name: str, top: Sequence[str], columns: Sequence[Column], rows: Iterable[Sequence[Any]]
) -> bytes:
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, {**options, "default_date_format": "dd/mm/yyyy"}) as book:
        strong, sheet = book.add_format({"bold": True}), book.add_worksheet(name)
        for at, line in enumerate(top):
            sheet.write_string(at, 0, line, strong if at == 0 else None)
        head = len(top) + 1
        for at, (label, width) in enumerate(columns):
            sheet.set_column(at, at, width)
            sheet.write_string(head, at, label, strong)
        sheet.freeze_panes(head + 1, 0)
        for at, row in enumerate(rows, start=1):
            sheet.write_row(head + at, 0, (at, *row))
    return file.getvalue()
