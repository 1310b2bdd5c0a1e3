"""What is asked of a resolution, its targets, the table by which they are handed down."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, DayField, Form, PasteArea, Picker, PickField
from congdoan.base.money import parse_money
from congdoan.base.period import today
from congdoan.officers.models import Term
from congdoan.org.models import Unit

from . import wording
from .models import Target

M = Target.Measure
OPS = [(op.value, f"{op.label} ({op.value})") for op in Target.Op]
SCOPES = [("all", "Tất cả các cấp"), ("own", "Riêng cấp này"), ("below", "Các cấp dưới")]
MOST = Decimal(10) ** 13  # what the book can hold
UNREAD = "Giá trị này không đọc được: hãy ghi số, ví dụ 400 hoặc 85,5."
WHOSE = [("", "Trực tiếp"), ("joint", "Phối hợp")]


def amount(text: str) -> Decimal:
    """A value as people type it: "400", "1.250", "85,5%", "1,5 tỷ"."""
    typed = text.replace("%", "").replace(" ", "")
    plain = re.sub(r"\.(?=\d{3}(\D|$))", "", typed).replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return Decimal(parse_money(text))


class AmountField(forms.CharField):
    """The value of a target."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            found = amount(text) if text else Decimal(0)
        except Refused:
            raise ValidationError(UNREAD) from None
        if not (found.is_finite() and abs(found) < MOST):
            raise ValidationError(UNREAD)
        return found


class IndicatorField(PickField):
    """An indicator, or one breakdown of it, found by typing; gives its number and its cut."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": Picker(reverse_lazy("indicator_pick")), **kwargs})
        assert isinstance(self.widget, Picker)
        self.widget.labels = lambda values: {value: wording.label(value) for value in values}

    def clean(self, value: Any) -> Any:
        picked = super().clean(value)
        return _counted(picked[0]) if picked else (0, "")


def _counted(picked: str) -> tuple[int, str]:
    typed = picked.removeprefix("+")
    found, cut = wording.chosen(typed)
    if found is None:
        rows = [row for row in wording.search(typed) if ";" not in row[0]]
        if len(rows) != 1:
            raise ValidationError(
                f"“{typed[:60]}” chưa rõ là mục nào: hãy gõ rồi chọn trong danh sách gợi ý."
            )
        found, cut = wording.chosen(rows[0][0])
    return (found.number if found else 0), cut


class TargetForm(Form):
    """One target."""

    text = forms.CharField(
        label="Nội dung chỉ tiêu",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Như trong nghị quyết.",
    )
    indicator = IndicatorField(
        label="Tính theo mục số liệu",
        required=False,
        help_text="Để trống nếu không có mục nào: sẽ xác nhận bằng tay.",
    )
    op = forms.ChoiceField(label="So sánh", choices=OPS, initial=">=")
    value = AmountField(
        label="Giá trị", required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    measure = forms.ChoiceField(label="Tính thế nào", choices=M.choices, initial=M.TOTAL)
    joint = forms.ChoiceField(label="Trách nhiệm", choices=WHOSE, required=False)
    scope = forms.ChoiceField(label="Của cấp nào", choices=SCOPES, initial="all", required=False)

    def said(self) -> dict[str, Any]:
        """The target as the actions take it."""
        given = dict(self.cleaned_data)
        number, cut = given.pop("indicator")
        scope = given["scope"] or "all"
        return given | {"number": number, "cut": cut, "joint": bool(given["joint"]), "scope": scope}


def filled(target: Target) -> dict[str, Any]:
    """A target as its form begins."""
    code = target.indicator.code if target.indicator else ""
    picked = [f"{code};{target.cut}" if target.cut else code] if code else []
    return {
        "text": target.text, "indicator": picked, "op": target.op, "value": f"{target.value.normalize():f}".replace(".", ","),
        "measure": target.measure, "joint": "joint" if target.joint else "", "scope": target.scope,
    }  # fmt: skip


class AmendForm(TargetForm):
    """A target set anew by a paper."""

    why = forms.CharField(
        label="Văn bản điều chỉnh", max_length=300, help_text="Ví dụ: Kết luận số 12-KL/BCH ngày 05/11/2026."
    )


class ResolutionForm(Form):
    """The paper itself. Of a congress, the term says its days."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(
        label="Tên nghị quyết", max_length=200, help_text="Ví dụ: Nghị quyết Đại hội lần thứ V."
    )
    number = forms.CharField(label="Số, ký hiệu", max_length=50, required=False)
    signed_on = DayField(label="Ngày ký", initial=today)
    signer = forms.CharField(label="Người ký", max_length=100, required=False)
    term = forms.ModelChoiceField(
        Term.objects.none(),
        label="Của nhiệm kỳ",
        to_field_name="uid",
        required=False,
        empty_label="Không, của một năm",
    )
    first = DayField(label="Thực hiện từ ngày", required=False)
    last = DayField(label="Đến hết ngày", required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["term"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = unit.terms.order_by("-from_on")

    def clean(self) -> dict[str, Any]:
        """Its days: what was typed, else those of the term, else the year it was signed in."""
        given = dict(super().clean() or {})
        term, signed_on = given.get("term"), given.get("signed_on") or today()
        given["first"] = given.get("first") or (term.from_on if term else signed_on.replace(month=1, day=1))
        given["last"] = given.get("last") or (_last(term) if term else signed_on.replace(month=12, day=31))
        return given


def _last(term: Term) -> Any:
    return type(term.to_on).fromordinal(term.to_on.toordinal() - 1)


class PasteForm(Form):
    """Targets out of a resolution's text or a spreadsheet."""

    pasted = forms.CharField(
        label="Dán danh sách chỉ tiêu",
        required=False,
        widget=PasteArea(),
        help_text="Mỗi dòng một chỉ tiêu, hoặc cách nhau bằng dấu chấm phẩy. Dòng có chữ “phối hợp” thì các dòng sau là phối hợp.",
    )


class AnswerForm(Form):
    """How a target stands that no figure answers."""

    met = forms.ChoiceField(label="Kết quả", choices=[("1", "Đạt"), ("0", "Chưa đạt")], widget=ChipSelect)
    on = DayField(label="Ngày", initial=today)
    reason = forms.CharField(label="Căn cứ", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def clean_met(self) -> bool:
        return bool(self.cleaned_data["met"] == "1")


class WhyForm(Form):
    """Why something is taken back."""

    why = forms.CharField(label="Lý do", max_length=300)


class AssignForm(Form):
    """The paper, and a table of unions and targets: an empty cell hands nothing down."""

    number = forms.CharField(label="Số văn bản giao", max_length=50, help_text="Ví dụ: 15/CĐVC.")
    signed_on = DayField(label="Ngày ký", initial=today)

    def __init__(self, *args: Any, units: Sequence[Unit], targets: Sequence[Target], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units, self.targets = units, targets
        for unit in units:
            for target in targets:
                label = f"{unit.name}: {target.text}"
                self.fields[_cell(unit, target)] = AmountField(
                    label=label,
                    required=False,
                    widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
                )

    def table(self) -> list[tuple[Unit, list[Any]]]:
        """The cells, a row a union."""
        return [(unit, [self[_cell(unit, target)] for target in self.targets]) for unit in self.units]

    def handed(self) -> dict[tuple[Target, Unit], Decimal]:
        """What was written in the cells."""
        return {
            (target, unit): self.cleaned_data[_cell(unit, target)]
            for unit in self.units
            for target in self.targets
            if str(self.data.get(_cell(unit, target), "")).strip()
        }


def _cell(unit: Unit, target: Target) -> str:
    return f"o-{unit.code}-{target.uid.hex[:8]}"
