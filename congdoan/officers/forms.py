"""What is asked about terms, committees, posts and groups."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from congdoan.accounts.state import UNIT
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.forms import ChipSelect, DayField, Form, PasteArea, Picker, PickField
from congdoan.base.period import today
from congdoan.base.text import fold, nfc
from congdoan.org.models import Unit

from . import naming, roles
from .actions import MOST_YEARS, YEARS
from .models import Committee, Group, Role

DECISION = "Số, ngày quyết định"
EXAMPLE = "Hoàng Thị Lan; Chủ tịch; Nữ\nTrần Văn An; Phó Chủ tịch; Nam; Chuyên trách"


class OfficerField(PickField):
    """Somebody of the union or of one below, found by typing a part of the name; who is not known yet is a name."""

    def look_in(self, unit: Unit) -> None:
        """At which union the person is looked for."""
        self.among = naming.people(unit)
        self.widget = Picker(f"{reverse('officer_pick')}?{UNIT}={unit.code}", post=True)
        self.widget.is_required = self.required
        self.widget.labels = lambda uids: {str(one.uid): one.name for one in self._by_uid(uids)}

    def clean(self, value: Any) -> Any:
        picked = super().clean(value)[0]
        if picked.startswith("+"):
            return {"name": picked.removeprefix("+")[:100]}
        if found := self._by_uid([picked]):
            return {"person": found[0]}
        raise ValidationError("Không có người này trong phạm vi của bạn; hãy chọn lại.")

    def _by_uid(self, uids: list[str]) -> list[Any]:
        try:
            return list(self.among.filter(uid__in=uids))
        except (ValueError, ValidationError):
            return []


class AppointForm(Form):
    """Somebody takes a post."""

    uid = forms.UUIDField(initial=uuid.uuid4, required=False, widget=forms.HiddenInput)
    person = OfficerField(
        label="Họ và tên", help_text="Gõ vài chữ của tên rồi chọn; người mới thì gõ đủ họ tên."
    )
    woman = forms.TypedChoiceField(
        label="Giới tính, nếu sổ chưa ghi", choices=[("1", "Nữ"), ("0", "Nam")], coerce=lambda typed: typed == "1",
        empty_value=None, required=False, widget=ChipSelect,
    )  # fmt: skip
    role = forms.ChoiceField(label="Chức vụ", choices=Role.choices)
    group = forms.ModelChoiceField(
        Group.objects.none(),
        label="Ở tổ, bộ phận",
        to_field_name="uid",
        required=False,
        empty_label="Không ở tổ nào",
    )
    full_time = forms.BooleanField(label="Chuyên trách", required=False)
    on = DayField(label="Từ ngày", initial=today)
    to_on = DayField(label="Thôi từ ngày", required=False, help_text="Để trống nếu chưa biết.")
    decision = forms.CharField(label=DECISION, max_length=100, required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].look_in(unit)  # type: ignore[attr-defined]
        among = Group.objects.filter(unit=unit, unmade=None, to_on__gt=today()).order_by("name_key")
        self.fields["group"].queryset = among  # type: ignore[attr-defined]
        if not among:
            del self.fields["group"]
            self.fields["role"].choices = [(r.value, r.label) for r in Role if not roles.in_group(r)]  # type: ignore[attr-defined]

    def clean_to_on(self) -> Any:
        return self.cleaned_data["to_on"] or FOREVER


class ElectForm(Form):
    """A whole committee at once: one person a line."""

    uid = forms.UUIDField(initial=uuid.uuid4, required=False, widget=forms.HiddenInput)
    sort = forms.ChoiceField(
        label="Ban nào", choices=Committee.Sort.choices, initial="executive", widget=ChipSelect
    )
    how = forms.ChoiceField(
        label="Hình thành", choices=Committee.How.choices, initial="elected", widget=ChipSelect
    )
    on = DayField(label="Từ ngày", initial=today)
    decision = forms.CharField(
        label=DECISION, max_length=100, required=False, help_text="Quyết định công nhận hoặc chỉ định."
    )
    people = forms.CharField(
        label="Danh sách", strip=False, widget=PasteArea({"rows": 10, "placeholder": EXAMPLE}),
        help_text="Mỗi người một dòng: họ tên; chức vụ; Nữ hoặc Nam; Chuyên trách (nếu có). Dán từ Excel cũng được.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "people" in cleaned and "sort" in cleaned:
            try:
                cleaned["people"] = listed(cleaned["people"], cleaned["sort"])
            except Refused as refused:
                self.add_error("people", refused.sentence)
        return cleaned


class ReleaseForm(Form):
    """Since when somebody no longer holds a post."""

    on = DayField(label="Thôi từ ngày", initial=today)
    why = forms.CharField(label="Lý do, căn cứ", max_length=300, required=False)


class StrikeForm(Form):
    """Why a post is taken out as if it had never been."""

    why = forms.CharField(label="Lý do xóa", max_length=300, help_text="Ví dụ: ghi nhầm người.")


class TermForm(Form):
    """A term begins."""

    number = forms.CharField(label="Nhiệm kỳ thứ", max_length=10, help_text="Ví dụ: XII.")
    on = DayField(label="Từ ngày đại hội", initial=today)
    years = forms.IntegerField(label="Số năm", min_value=1, max_value=MOST_YEARS, initial=YEARS)
    why = forms.CharField(label="Căn cứ", max_length=300, required=False)


class CutForm(Form):
    """A term ends before the next congress."""

    on = DayField(label="Kết thúc từ ngày", initial=today)
    why = forms.CharField(label="Lý do, căn cứ", max_length=300)


class GroupForm(Form):
    """A part of a grassroots union begins."""

    uid = forms.UUIDField(initial=uuid.uuid4, required=False, widget=forms.HiddenInput)
    name = forms.CharField(label="Tên", max_length=150, help_text="Ví dụ: Tổ công đoàn Văn phòng.")
    sort = forms.ChoiceField(label="Là", choices=Group.Sort.choices, initial="group", widget=ChipSelect)
    within = forms.ModelChoiceField(
        Group.objects.none(),
        label="Thuộc bộ phận",
        to_field_name="uid",
        required=False,
        empty_label="Thuộc thẳng công đoàn",
    )
    on = DayField(label="Từ ngày", initial=today)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wholes = Group.objects.filter(unit=unit, unmade=None, to_on__gt=today()).exclude(sort="group")
        self.fields["within"].queryset = wholes.order_by("name_key")  # type: ignore[attr-defined]
        if not wholes:
            del self.fields["within"]


def listed(text: str, sort: str) -> list[dict[str, Any]]:
    """The people of a pasted list; a blank line is nobody. Refuses a role nobody would read."""
    lines = [line for line in text.splitlines() if line.strip(" ;\t")]
    return [_person(line, number, sort) for number, line in enumerate(lines, start=1)]


def _person(line: str, number: int, sort: str) -> dict[str, Any]:
    cells = [nfc(cell) for cell in line.replace("\t", ";").split(";")]
    name, role, *more = [*cells, ""]
    said = {fold(cell) for cell in more}
    if not name or len(name) > 100:
        raise Refused(f"Dòng {number}: chưa có họ tên; mỗi dòng bắt đầu bằng họ và tên.", "people")
    try:
        found = roles.read(role, sort)
    except Refused as refused:
        raise Refused(f"Dòng {number}: {refused.sentence}", "people") from None
    woman = True if "nu" in said else False if "nam" in said else None
    return {"name": name, "role": found.value, "woman": woman, "full_time": "chuyen trach" in said}
