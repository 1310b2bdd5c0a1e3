"""The forms of who administers the book: a new rate, a new code, from a day on."""

from decimal import Decimal
from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import DayField
from congdoan.base.forms import said as read
from congdoan.base.money import parse_money

from . import items, ruling
from .forms import Act
from .models import NAME_SIZE, Item, Rate

MARKS = (("A", "A: đã đối chiếu văn bản"), ("B", "B: từ nguồn khác"), ("C", "C: chưa thấy văn bản"))


class RuleForm(Act):
    """From when to when, on which text, how sure."""

    from_on = DayField(label="Có hiệu lực từ ngày")
    to_on = DayField(label="Hết hiệu lực từ ngày", required=False, help_text="Để trống nếu chưa biết.")
    source = forms.CharField(label="Văn bản", max_length=200, help_text="Ví dụ: QĐ 61/QĐ-TLĐ ngày 29/7/2025.")
    mark = forms.ChoiceField(label="Mức tin", choices=MARKS)

    def act(self, by: int) -> None:
        type(self).verb(by=by, **self.said())


class RateForm(RuleForm):
    title, button, done = "Thêm mức, tỷ lệ", "Thêm", "Đã thêm; mức cũ hết hiệu lực từ ngày ấy."
    verb = ruling.add_rate
    lead = "Mức cũ vẫn giữ cho những ngày trước. Đoàn phí đã thu không tính lại."
    what = forms.ChoiceField(label="Mức gì", choices=Rate.What.choices)
    group = forms.ChoiceField(
        label="Loại đơn vị, hoặc cấp được giữ lại", required=False,
        choices=[("", "Mọi loại"), ("Loại đơn vị", Rate.Group.choices), ("Cấp", Rate.Keeper.choices)],
    )  # fmt: skip
    value = forms.CharField(
        label="Giá trị", max_length=30, help_text="Phần trăm, ví dụ 0,5; lương cơ sở ghi số đồng, ví dụ 2.340.000."
    )  # fmt: skip
    field_order = ("what", "group", "value", "from_on", "to_on", "source", "mark")

    def clean_value(self) -> int:
        money = self.cleaned_data.get("what") == Rate.What.BASE
        return int(read(parse_money if money else _hundredths, self.cleaned_data["value"]))


class ItemForm(RuleForm):
    title, button, done = "Thêm mã thu chi", "Thêm", "Đã thêm; mã cũ hết hiệu lực từ ngày ấy."
    verb = ruling.add_item
    lead = "Mã cũ vẫn giữ cho những phiếu trước ngày ấy."
    purpose = forms.ChoiceField(label="Dùng cho")
    number = forms.CharField(label="Mã số", max_length=10)
    name = forms.CharField(label="Tên mục như văn bản", max_length=NAME_SIZE)
    field_order = ("purpose", "number", "name", "from_on", "to_on", "source", "mark")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest: dict[str, Item] = {}
        for item in items.coded():
            newest.setdefault(item.purpose, item)
        choices = [(purpose, f"{item.get_side_display()}: {item.name}") for purpose, item in newest.items()]
        self.fields["purpose"].choices = choices  # type: ignore[attr-defined]


def _hundredths(typed: str) -> int:
    """ "0,5%" as 50."""
    bare = typed.strip().removesuffix("%").strip().replace(",", ".")
    whole, _, part = bare.partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(part) > 2 or len(whole) > 3:
        raise Refused(f"Tỷ lệ “{typed}” không đọc được; hãy ghi, ví dụ, 0,5 hoặc 70.", "value")
    return int(Decimal(bare) * 100)
