"""What is asked when somebody becomes a member, ceases to be one, goes elsewhere, or is known better."""

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy

from congdoan.accounts.forms import UnitField
from congdoan.base.forms import ChipSelect, DateInput, DayField, Form, PasteArea, Picker
from congdoan.base.period import today
from congdoan.org.models import Unit

from .models import Card, Hardship, Membership, Person

DECISION = "Số, ngày quyết định"
COLUMNS = "Mỗi người một dòng: họ tên, giới tính, ngày sinh, số căn cước, điện thoại, nghề; thiếu cột nào cũng được."


def birthday(**more: Any) -> DayField:
    """A day long ago: the calendar without today and yesterday."""
    return DayField(required=False, widget=DateInput(chips=False), **more)


def birth_year() -> forms.IntegerField:
    """For those of whom no more is known."""
    return forms.IntegerField(
        label="Năm sinh", required=False, min_value=1900, max_value=2100, help_text="Khi chỉ biết năm."
    )


def sex(**more: Any) -> forms.TypedChoiceField:
    """Woman or man."""
    return forms.TypedChoiceField(
        label="Giới tính", choices=[("1", "Nữ"), ("0", "Nam")], coerce=lambda typed: typed == "1",
        empty_value=None, widget=ChipSelect, **more,
    )  # fmt: skip


class AdmitForm(Form):
    """Somebody becomes a member."""

    uid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    name = forms.CharField(label="Họ và tên", max_length=100)
    woman = sex()
    born_on = birthday(label="Ngày sinh")
    born_year = birth_year()
    phone = forms.CharField(
        label="Điện thoại", max_length=20, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    job = forms.CharField(label="Nghề nghiệp, chức vụ", max_length=100, required=False)
    on = DayField(label="Kết nạp từ ngày", initial=today)
    decision = forms.CharField(
        label=DECISION, max_length=100, required=False, help_text="Ví dụ: 05/QĐ-CĐCS, 05/11/2026."
    )


class ListForm(Form):
    """A whole list, pasted from a spreadsheet."""

    uid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    pasted = forms.CharField(label="Danh sách dán từ bảng tính", help_text=COLUMNS, strip=False)
    on = DayField(label="Kết nạp từ ngày", initial=today)
    decision = forms.CharField(label=DECISION, max_length=100, required=False)

    def __init__(self, *args: Any, preview: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pasted"].widget = PasteArea(preview=preview, attrs={"id": "id_pasted"})


class OpeningForm(ListForm):
    """The members a union has when it begins to keep its register here."""

    on = DayField(
        label="Có mặt vào ngày",
        initial=today,
        help_text="Số đoàn viên tính từ ngày này; không tính là kết nạp mới.",
    )
    decision = None  # type: ignore[assignment]


class LeaveForm(Form):
    """Why and since when somebody is no longer a member."""

    reason = forms.ChoiceField(label="Lý do", choices=Membership.Reason.choices, widget=ChipSelect)
    on = DayField(label="Thôi từ ngày", initial=today)
    decision = forms.CharField(label=DECISION, max_length=100, required=False)
    why = forms.CharField(label="Ghi chú", max_length=300, required=False)


class AskForm(Form):
    """Which union should receive the member."""

    uid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    to = UnitField(label="Chuyển đến", help_text="Gõ vài chữ tên công đoàn cơ sở nơi đến, không cần dấu.")
    on = DayField(label="Ngày đề nghị", initial=today)
    paper = forms.CharField(label="Giấy giới thiệu số", max_length=100, required=False)

    def __init__(self, *args: Any, among: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, UnitField)
        field.widget = Picker(reverse_lazy("transfer_pick"))
        field.choose_from(among)


class AcceptForm(Form):
    """From when the member belongs here."""

    on = DayField(label="Tiếp nhận từ ngày", initial=today)


class WhyForm(Form):
    """The reason, which stays readable."""

    why = forms.CharField(label="Lý do", max_length=300)


class SuspendForm(Form):
    """From when a member takes no part."""

    on = DayField(label="Tạm dừng từ ngày", initial=today)
    note = forms.CharField(
        label="Lý do",
        max_length=300,
        required=False,
        help_text="Ví dụ: đi học tập trung. Chỉ người phụ trách sổ thấy.",
    )


class ResumeForm(Form):
    """From when they take part again."""

    on = DayField(label="Sinh hoạt trở lại từ ngày", initial=today)


class CardForm(Form):
    """A card handed out."""

    number = forms.CharField(
        label="Số thẻ", max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    kind = forms.ChoiceField(label="Loại thẻ", choices=Card.Kind.choices, initial="plain", widget=ChipSelect)
    issue = forms.ChoiceField(label="Lần cấp", choices=Card.Issue.choices, initial="new", widget=ChipSelect)
    on = DayField(label="Ngày cấp", initial=today)


class PersonForm(Form):
    """What is known of somebody."""

    name = forms.CharField(label="Họ và tên", max_length=100)
    woman = sex(required=False)
    born_on = birthday(label="Ngày sinh")
    born_year = birth_year()
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    email = forms.EmailField(label="Thư điện tử", max_length=100, required=False)
    job = forms.CharField(label="Nghề nghiệp, chức vụ", max_length=100, required=False)
    education = forms.ChoiceField(label="Trình độ", choices=Person.Education.choices, required=False)
    why = forms.CharField(label="Vì sao sửa", max_length=300, initial="Bổ sung hồ sơ")


class SensitiveForm(Form):
    """What is shown by role and need."""

    id_number = forms.CharField(
        label="Số căn cước",
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    ethnicity = forms.CharField(label="Dân tộc", max_length=40, required=False)
    religion = forms.CharField(label="Tôn giáo", max_length=40, required=False)
    party_on = birthday(label="Ngày vào Đảng")
    bank_account = forms.CharField(label="Số tài khoản ngân hàng", max_length=40, required=False)
    health_note = forms.CharField(label="Sức khỏe cần lưu ý", max_length=300, required=False)
    why = forms.CharField(label="Vì sao sửa", max_length=300, initial="Bổ sung hồ sơ")


class HardshipForm(Form):
    """On the hardship list, at which level, or no longer."""

    level = forms.ChoiceField(
        label="Mức",
        choices=[*Hardship.Level.choices, ("", "Không còn khó khăn")],
        required=False,
        widget=ChipSelect,
    )
    on = DayField(label="Từ ngày", initial=today)
    note = forms.CharField(label="Hoàn cảnh", max_length=300, required=False)
