"""An empty workbook to fill in, made of the same columns that read it: headings, drop-downs, what to write beside each."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from congdoan.base.period import today
from congdoan.base.table_files import sheet_name
from congdoan.org.models import Unit
from congdoan.org.queries import under

from . import parsing
from .columns import Column

GUIDE, CHOICES = "Hướng dẫn", "Lựa chọn"
ROWS = 5_000  # rows that have drop-downs
NARROWEST, WIDEST = 14, 40  # characters
PROMPT = 255  # characters a spreadsheet shows beside a cell
FORMATS: dict[Callable[[Any], Any], str] = {
    parsing.day: "dd/mm/yyyy",
    parsing.money: "#,##0",
    parsing.whole: "#,##0",
}  # others are texts: noughts stay, and a year of birth is no day of 1905
GUIDE_HEADS = (("Cột", 30), ("Bắt buộc", 10), ("Cách ghi", 60), ("Ví dụ", 26), ("Chọn một trong", 60))


def template(columns: Sequence[Column], title: str, unit: Unit) -> bytes:
    """The workbook: a sheet with headings alone, one that explains them, and a hidden one of what may be chosen."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "company": unit.name})
        sheet, guide, hidden = (book.add_worksheet(name) for name in (sheet_name(title), GUIDE, CHOICES))
        offered = [choices_of(column, unit) for column in columns]
        for at, (column, choices) in enumerate(zip(columns, offered, strict=True)):
            _column(book, sheet, at, column)
            if choices:
                hidden.write_column(0, at, choices)
                sheet.data_validation(1, at, ROWS, at, _drop_down(at, len(choices), column))
            else:
                sheet.data_validation(1, at, ROWS, at, {"validate": "any", **_prompt(column)})
        sheet.freeze_panes(1, 0)
        _explained(book, guide, title, list(zip(columns, offered, strict=True)))
        hidden.hide()
    return file.getvalue()


def choices_of(column: Column, unit: Unit) -> list[str]:
    """What may be chosen in a column; of a union above, the grassroots unions below it."""
    if column.name == "unit" and not unit.kind.grassroots:
        below = under(unit, today()).filter(kind__grassroots=True)
        return list(below.order_by("name_key").values_list("name", flat=True)[:ROWS])
    return [label for _, label in column.choices]


def _column(book: Any, sheet: Any, at: int, column: Column) -> None:
    """Its heading, darker where it must be filled; how its cells are kept."""
    head = {
        "bold": True,
        "text_wrap": True,
        "bottom": 1,
        "bg_color": "#C9DCF3" if column.required else "#EEF3FA",
    }
    sheet.write_string(0, at, column.label, book.add_format(head))
    kept = book.add_format({"num_format": FORMATS.get(column.read, "@")})
    sheet.set_column(at, at, min(max(len(column.label) + 4, NARROWEST), WIDEST), kept)


def _drop_down(at: int, many: int, column: Column) -> dict[str, Any]:
    """The choices stand on the hidden sheet, so that they may be long, many, and hold commas; others are let through."""
    letter = xlsxwriter.utility.xl_col_to_name(at)
    source = f"='{CHOICES}'!${letter}$1:${letter}${many}"
    return {"validate": "list", "source": source, "error_type": "warning", **_prompt(column)}


def _prompt(column: Column) -> dict[str, Any]:
    """What is shown beside the cell while it is filled in."""
    said = [column.note, f"Ví dụ: {column.example}" if column.example else ""]
    message = "\n".join(filter(None, said))[:PROMPT]
    return {"input_title": column.label[:32], "input_message": message} if message else {}


def _explained(book: Any, guide: Any, title: str, columns: Sequence[tuple[Column, list[str]]]) -> None:
    strong, wrap = (
        book.add_format({"bold": True}),
        book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
    )
    guide.write_string(0, 0, f"{title}: mỗi người, mỗi việc một dòng ở trang tính đầu. Cột không dùng thì để trống hoặc xóa; thứ tự cột đổi được.", strong)  # fmt: skip
    for at, (head, width) in enumerate(GUIDE_HEADS):
        guide.write_string(2, at, head, strong)
        guide.set_column(at, at, width, wrap)
    for row, (column, choices) in enumerate(columns, start=3):
        told = (
            column.label,
            "có" if column.required else "",
            column.note,
            column.example,
            "; ".join(choices[:40]),
        )
        for at, text in enumerate(told):
            guide.write_string(row, at, text, wrap)
    guide.freeze_panes(3, 0)
