"""The forms of the year: what must be made public, and the estimate."""

from typing import Any

from django import forms

from congdoan.base.forms import DayField, DueField, MoneyField
from congdoan.base.period import today
from congdoan.org.models import Unit

from . import items, planning
from .forms import Act
from .models import WORDS_SIZE, Disclosure


class ExpectForm(Act):
    button, done = "Thêm vào danh sách", "Đã thêm; hạn tính theo HD 42/HD-TLĐ."
    verb, takes = planning.expect, "unit"
    paper = forms.ChoiceField(label="Việc gì", choices=Disclosure.Paper.choices)
    words = forms.CharField(label="Nội dung", max_length=WORDS_SIZE, required=False)
    began_on = DayField(label="Ngày duyệt, ngày kết thúc vận động hoặc trao", initial=today)
    due_on = DueField(label="Hạn riêng, nếu cấp trên giao", required=False)


class DiscloseForm(Act):
    title, button, done = "Đã công khai, đã nộp", "Ghi là đã xong", "Đã ghi."
    verb, takes = planning.disclose, "disclosure"
    done_on = DayField(label="Ngày công khai, ngày nộp", initial=today)
    proof = forms.CharField(
        label="Ở đâu, văn bản nào",
        max_length=WORDS_SIZE,
        help_text="Ví dụ: bảng tin cơ quan; số 12/CĐCS ngày 05/11/2026.",
    )
    about: Disclosure


class EstimateForm(Act):
    """The year's estimate: one amount an item of the scheme of that year."""

    title, button, done = "Dự toán năm", "Ghi dự toán", "Đã ghi dự toán; nhớ công khai trong 15 ngày."
    verb, takes = planning.estimate, "unit"
    lead = "Ghi lại dự toán cùng năm thì bản mới thay bản cũ."
    year = forms.IntegerField(label="Năm", min_value=2006, max_value=2100, localize=False)
    approved_on = DayField(label="Ngày duyệt", initial=today)
    about: Unit

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {f"item_{item.pk}": item for item in items.valid(today()) if item.number}
        for name, item in self.items.items():
            self.fields[name] = MoneyField(label=str(item), required=False)
        self.fields["year"].initial = today().year

    def said(self) -> dict[str, Any]:
        amounts = {item: self.cleaned_data[name] or 0 for name, item in self.items.items()}
        return {name: self.cleaned_data[name] for name in ("year", "approved_on")} | {"amounts": amounts}
