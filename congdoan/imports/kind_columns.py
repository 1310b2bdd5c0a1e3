"""What a spreadsheet may tell of a record of some kind. Nothing is declared here: columns are the fields of the kind's own
form and of its list's."""

from dataclasses import replace
from typing import Any

from django import forms

from congdoan.base.forms import DayField, MoneyField
from congdoan.org.models import Unit
from congdoan.records.kind import Kind, LineSpec

from . import parsing
from .columns import Column

NOT_ASKED = {"person", "relation", "despite", "estimate"}
CARD = "card_number"
UNIT = Column("unit", "Công đoàn", ("Đơn vị", "CĐCS", "Công đoàn cơ sở", "Mã công đoàn"), parsing.short(200),
              note="Mã hoặc tên công đoàn cấp dưới; để trống nếu là việc của chính công đoàn này.")  # fmt: skip
WHOSE = replace(UNIT, label="Công đoàn ghi việc này", also=())  # where each row names a union of its own
EXAMPLES: dict[Any, str] = {
    parsing.name: "Nguyễn Thị Hoa",
    parsing.day: "05/11/2026",
    parsing.money: "500.000",
    parsing.whole: "12",
    parsing.yes: "x",
    parsing.text: "Theo kế hoạch năm",
}
OF_PERSON = Column(CARD, "Số thẻ đoàn viên", ("Số thẻ",), parsing.card, note="Khi có hai người cùng tên.")


def list_of(kind: Kind) -> LineSpec | None:
    """The list whose lines are the rows of a file: of people first."""
    return next((spec for spec in kind.lines if spec.person), kind.lines[0] if kind.lines else None)


def columns(kind: Kind, unit: Unit) -> list[Column]:
    """The fields of the kind's form, then those of its list."""
    make: Any = kind.form
    spec = list_of(kind)
    own = [
        _column(name, field, common=True)
        for name, field in make(None, unit=unit).fields.items()
        if name not in NOT_ASKED
    ]
    if spec is None:
        return [*own, UNIT]
    row: Any = spec.form
    lines = [
        _column(f"{spec.name}.{name}", field, name)
        for name, field in row(None, unit=unit).fields.items()
        if name not in NOT_ASKED
    ]
    unit_of = WHOSE if any(column.label == UNIT.label for column in lines) else UNIT
    return [*lines, *([OF_PERSON] if spec.person else []), *own, unit_of]


def _column(name: str, field: forms.Field, bare: str = "", *, common: bool = False) -> Column:
    choices = _choices(field)
    needed = bool(field.required and field.initial is None) or bare == "name"
    also = (
        ("Họ tên", "Người nhận", "Họ tên người nhận")
        if bare == "name"
        else ("Số tiền",)
        if bare == "cash"
        else ()
    )
    reads = _reads(field, bare, choices)
    example = choices[0][1] if choices else EXAMPLES.get(reads, "")
    return Column(
        name, str(field.label or name), also, reads, needed, choices=choices, common=common, example=example,
        note=str(field.help_text or ""),
    )  # fmt: skip


def _choices(field: forms.Field) -> tuple[tuple[str, str], ...]:
    if not isinstance(field, forms.ChoiceField):
        return ()
    every: Any = field.choices
    flat = [
        one
        for value, label in every
        for one in (label if isinstance(label, list | tuple) else [(value, label)])
    ]
    return tuple((str(value), str(label)) for value, label in flat if str(value))


def _reads(field: forms.Field, bare: str, choices: tuple[tuple[str, str], ...]) -> Any:
    if bare == "name":
        return parsing.name
    if choices:
        return parsing.choice(choices)
    for sort, reads in (
        (DayField, parsing.day),
        (MoneyField, parsing.money),
        (forms.IntegerField, parsing.whole),
        (forms.BooleanField, parsing.yes),
    ):
        if isinstance(field, sort):
            return reads
    return parsing.text
