"""Kiến nghị: what an inspection asks to be mended, as a list on its form."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import DueField, MoneyField
from congdoan.base.words import short_money, small
from congdoan.org.models import Unit

from .forms import LineForm
from .inspections import Demand, Inspection
from .kind import Rows
from .rows import NamedField, units_of

FOLLOWERS: list[Callable[[Inspection], Iterable[str]]] = []  # the room that follows demands up adds itself


def demands(rows: Rows) -> list[Demand]:
    """What is to be mended."""
    return [row for row in rows["demands"] if isinstance(row, Demand)]


def check_demands(inspection: Inspection, asked: list[Demand], inspected: set[int]) -> None:
    """Of a union that was inspected, due after the conclusion; their money is what is to be recovered in all."""
    _of_the_only_one(inspection, asked, inspected)
    for row in asked:
        if row.union_id not in inspected:
            raise Refused(
                f"Kiến nghị dòng {row.position}: {row.union.name} không có trong cuộc kiểm tra này; hãy chọn lại công đoàn.",
                "demands",
            )
        if row.due_on < inspection.happened_on:
            raise Refused(
                f"Kiến nghị dòng {row.position}: hạn phải sau ngày kết luận; hãy chọn lại.", "demands"
            )
    if lost := followed(inspection) - {row.key for row in asked}:
        raise Refused(
            f"Có {small(len(lost))} kiến nghị đã phúc tra nên không bỏ khỏi danh sách được; hãy thêm lại.",
            "demands",
        )
    total = sum(row.amount for row in asked)
    if total and inspection.to_recover and total != inspection.to_recover:
        raise Refused(
            f"Tiền ở các kiến nghị cộng lại {short_money(total)}, khác số kiến nghị thu hồi "
            f"{short_money(inspection.to_recover)}; hãy sửa cho khớp hoặc để trống số chung.",
            "to_recover",
        )


def _of_the_only_one(inspection: Inspection, asked: list[Demand], inspected: set[int]) -> None:
    """Where one union was inspected, it is the one that must mend."""
    for row in asked:
        if len(inspected) == 1 and row.union_id == inspection.unit_id:
            (row.union_id,) = inspected


def followed(inspection: Inspection) -> set[str]:
    """The demands of which it was said what became of them."""
    if inspection.pk is None:
        return set()
    return {key for keys in FOLLOWERS for key in keys(inspection)}


class DemandForm(LineForm):
    """One demand; of the union itself where only one can be meant."""

    key = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    what = forms.CharField(label="Kiến nghị, việc phải khắc phục", max_length=500)
    due_on = DueField(label="Hạn khắc phục")
    union = NamedField(
        label="Công đoàn phải khắc phục",
        what="công đoàn",
        required=False,
        help_text="Để trống nếu chỉ kiểm tra một công đoàn.",
    )
    amount = MoneyField(label="Tiền phải thu hồi", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["union"]
        assert isinstance(field, NamedField)
        field.among = units_of(self.unit)

    def clean_key(self) -> str:
        return self.cleaned_data["key"] or uuid.uuid4().hex

    def clean_union(self) -> Unit:
        return self.cleaned_data["union"] or self.unit

    def clean_amount(self) -> int:
        return self.cleaned_data["amount"] or 0
