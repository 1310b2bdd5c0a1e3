"""What is asked when somebody becomes a member or ceases to be one."""

import uuid

from django import forms

from congdoan.base.forms import ChipSelect, DateInput, DayField, Form
from congdoan.base.period import today

from .models import Membership

DECISION = "Số, ngày quyết định"


class AdmitForm(Form):
    """Somebody becomes a member."""

    uid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    name = forms.CharField(label="Họ và tên", max_length=100)
    woman = forms.TypedChoiceField(
        label="Giới tính",
        choices=[("1", "Nữ"), ("0", "Nam")],
        coerce=lambda typed: typed == "1",
        widget=ChipSelect,
    )
    born_on = DayField(label="Ngày sinh", required=False, widget=DateInput(chips=False))
    on = DayField(label="Kết nạp từ ngày", initial=today)
    decision = forms.CharField(
        label=DECISION, max_length=100, required=False, help_text="Ví dụ: 05/QĐ-CĐCS, 05/11/2026."
    )


class LeaveForm(Form):
    """Why and since when somebody is no longer a member."""

    reason = forms.ChoiceField(label="Lý do", choices=Membership.Reason.choices, widget=ChipSelect)
    on = DayField(label="Thôi từ ngày", initial=today)
    decision = forms.CharField(label=DECISION, max_length=100, required=False)
    why = forms.CharField(label="Ghi chú", max_length=300, required=False)
