"""What is asked when the tree changes."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy

from congdoan.accounts.forms import UnitField
from congdoan.base.forms import ChipSelect, DayField, Form, Picker
from congdoan.base.period import today
from congdoan.base.text import fold
from congdoan.org.models import Employer, Funding, Naming, Unit, UnitKind

WHY = "Căn cứ"
SIGNED = {
    "short_name": "Tên gọi tắt",
    "superior_line": "Dòng cấp trên ở đầu văn bản",
    "issuer_line": "Dòng cơ quan ban hành ở đầu văn bản",
    "symbol": "Ký hiệu văn bản",
    "place_name": "Địa danh",
    "seal_name": "Tên trên con dấu",
    "signs_for": "Ký thay mặt",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Người ký",
}

SIZES = {field.name: field.max_length for field in Naming._meta.concrete_fields}


class Reasoned(Form):
    """A change with the decision it rests on."""

    why = forms.CharField(
        label=WHY,
        max_length=500,
        help_text="Ví dụ: Quyết định số 12/QĐ-LĐLĐ ngày 05/11/2026.",
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*(name for name in self.fields if name != "why"), "why"])


class FoundForm(Reasoned):
    """A new union."""

    name = forms.CharField(label="Tên công đoàn", max_length=200)
    kind = forms.ModelChoiceField(
        UnitKind.objects.select_related("level").order_by("-level__order", "name"),
        label="Loại",
        to_field_name="code",
        empty_label="Chọn loại công đoàn",
    )
    on = DayField(label="Thành lập từ ngày", initial=today)
    code = forms.SlugField(
        label="Mã",
        max_length=60,
        required=False,
        help_text="Để trống thì sổ tự đặt theo tên; mã không đổi về sau.",
    )
    place_name = forms.CharField(label="Địa danh trên văn bản", max_length=100, required=False)
    signer_name = forms.CharField(label="Người ký văn bản", max_length=100, required=False)


class RenameForm(Reasoned):
    """How a union signs its papers from a day on; begins with how it does now."""

    on = DayField(label="Từ ngày", initial=today)
    name = forms.CharField(label="Tên công đoàn", max_length=200)

    def __init__(self, *args: Any, naming: Naming | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in SIGNED.items():
            self.fields[name] = forms.CharField(label=label, max_length=SIZES[name], required=False)
        for name in ("name", *SIGNED):
            self.fields[name].initial = getattr(naming, name, "")
        self.order_fields(["on", "name", *SIGNED, "why"])


class MoveForm(Reasoned):
    """Another superior from a day on."""

    to = UnitField(label="Về trực thuộc", help_text="Gõ vài chữ của tên, không cần dấu.")
    on = DayField(label="Từ ngày", initial=today)

    def __init__(self, *args: Any, among: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, UnitField)
        field.widget = Picker(str(reverse_lazy("unit_pick")))
        field.choose_from(among)


class CloseForm(Reasoned):
    """The last day of a union."""

    last_day = DayField(label="Ngày hoạt động cuối cùng", initial=today)


class OrganiseForm(Reasoned):
    """An employer whose workers the union organises from a day on: one the book knows, or a new one."""

    employer = forms.CharField(
        label="Cơ quan, đơn vị, doanh nghiệp",
        max_length=200,
        help_text="Ghi đúng tên; chưa có trong sổ thì sổ thêm mới.",
    )
    enterprise = forms.BooleanField(
        label="Là doanh nghiệp",
        required=False,
        help_text="Doanh nghiệp mở hội nghị người lao động; nơi khác mở hội nghị cán bộ, công chức, viên chức.",
    )
    on = DayField(label="Từ ngày", initial=today)

    def known(self) -> Employer | None:
        """The employer of that name or code, if there is one."""
        typed = self.cleaned_data["employer"]
        return (
            Employer.objects.filter(name_key=fold(typed)).first()
            or Employer.objects.filter(code=typed).first()
        )


class FundingForm(Form):
    """What an employer lives on, from a day on."""

    sort = forms.ChoiceField(label="Loại", choices=Funding.Sort.choices, widget=ChipSelect)
    share = forms.IntegerField(
        label="Mức tự bảo đảm chi thường xuyên (%)", required=False, min_value=0, max_value=100,
        help_text="Của đơn vị sự nghiệp; dưới 10 % là ngân sách bảo đảm toàn bộ (NĐ 60/2021).",
    )  # fmt: skip
    on = DayField(label="Từ ngày", initial=today)
    proof = forms.CharField(
        label="Căn cứ",
        max_length=200,
        help_text="Ví dụ: Quyết định giao tự chủ số 12/QĐ-UBND ngày 05/11/2026.",
    )


class StopForm(Reasoned):
    """From which day the union no longer organises these workers."""

    on = DayField(label="Thôi từ ngày", initial=today)
