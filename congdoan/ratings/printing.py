"""A sheet on paper: both scores side by side, part by part, with room to sign."""

from datetime import date
from decimal import Decimal

from congdoan.funds import sheet as paper
from congdoan.funds.sheet import Cell, Head

from .models import Criterion, Mark, Sheet

UNION_SIGNS = ("TM. BAN CHẤP HÀNH", "TM. CÔNG ĐOÀN CẤP TRÊN")
GROUP_SIGNS = ("TM. TỔ, BỘ PHẬN", "TM. BAN CHẤP HÀNH")
HEADS = (
    Head("STT", "A", False, 6), Head("Nội dung tiêu chí", "B", False, 52), Head("Điểm tối đa", "1", width=10),
    Head("Điểm tự chấm", "2", width=10), Head("Điểm thẩm định", "3", width=10), Head("Ghi chú", "4", False, 34),
)  # fmt: skip


def printed(sheet: Sheet) -> paper.Sheet:
    """The sheet as a form."""
    marks = {mark.criterion_id: mark for mark in sheet.marks.all()}
    rows, strong = list[list[Cell]](), set[int]()
    for part, criteria in _by_part(sheet).items():
        if part:
            strong.add(len(rows))
            rows.append(["", part, *_sums(criteria, marks), ""])
        rows += [_line(one, marks.get(one.pk) or Mark()) for one in criteria]
    strong.add(len(rows))
    rows.append(["", "Tổng cộng", *_sums(list(sheet.scheme.criteria.all()), marks), ""])
    about = [sheet.whose, f"{sheet.scheme.name} ({sheet.scheme.basis})", _levels(sheet)]
    signers = GROUP_SIGNS if sheet.group else UNION_SIGNS
    title, last = f"BẢNG CHẤM ĐIỂM, XẾP LOẠI NĂM {sheet.year}", date(sheet.year, 12, 31)
    return paper.Sheet("", title, sheet.unit, last, about, HEADS, rows, frozenset(strong), signers)


def _by_part(sheet: Sheet) -> dict[str, list[Criterion]]:
    found: dict[str, list[Criterion]] = {}
    for one in sheet.scheme.criteria.all():
        found.setdefault(one.part, []).append(one)
    return found


def _line(one: Criterion, mark: Mark) -> list[Cell]:
    notes = "; ".join(filter(None, (mark.self_note, mark.note and f"thẩm định: {mark.note}")))
    return [str(one.position), one.text, one.most, mark.self_points, mark.points, notes]


def _sums(criteria: list[Criterion], marks: dict[int, Mark]) -> list[Cell]:
    """The most there are, what was given, what was found; nothing where nothing was."""
    given = [[mark.self_points, mark.points] for one in criteria if (mark := marks.get(one.pk))]
    columns: list[list[Decimal | None]] = [
        [one.most for one in criteria],
        *map(list, zip(*given, strict=True)),
    ]
    sums: list[Cell] = [_sum(column) for column in columns]
    return sums + [None] * (3 - len(sums))


def _sum(column: list[Decimal | None]) -> Decimal | None:
    points = [one for one in column if one is not None]
    return sum(points, Decimal(0)) if points else None


def _levels(sheet: Sheet) -> str:
    own = sheet.get_self_grade_display() if sheet.self_grade else "chưa tự xếp loại"
    found = sheet.get_grade_display() if sheet.grade else "chưa thẩm định"
    return f"Tự xếp loại: {own}. Thẩm định: {found}."
