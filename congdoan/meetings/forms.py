"""What is asked of a meeting."""

import uuid
from datetime import time
from typing import Any

from django import forms

from congdoan.base.forms import ChipSelect, DateInput, DayField, DueField, Form, PasteArea
from congdoan.base.period import today
from congdoan.officers.forms import OfficerField
from congdoan.org.models import Unit
from congdoan.records.kinds.congress import MOST as MOST_DELEGATES
from congdoan.records.kinds.congress import Congress
from congdoan.records.kinds.gathering import MOST

from .models import Delegate, Meeting

AGENDA = "7h30; Đón tiếp đại biểu; Văn phòng\n8h00; Báo cáo tổng kết; Chủ tịch\n10h30; Bế mạc"
GUESTS = "Trần Thị Vân; Phó Chủ tịch; Liên đoàn Lao động tỉnh"


class MeetingForm(Form):
    """Which meeting, when, where."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    sort = forms.ChoiceField(label="Họp gì", choices=Meeting.Sort.choices, widget=ChipSelect)
    about = forms.CharField(
        label="Tên cuộc họp", max_length=150,
        help_text="Ví dụ: Hội nghị tổng kết hoạt động công đoàn năm 2026. Không ghi tên người.",
    )  # fmt: skip
    on = DayField(label="Ngày họp", widget=DateInput(chips=False), initial=today)
    starts = forms.TimeField(
        label="Giờ bắt đầu", required=False, initial=time(8),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    place = forms.CharField(label="Địa điểm", max_length=150, required=False)

    def __init__(self, *args: Any, held: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if held:
            del self.fields["on"]  # the record says it


class AgendaForm(Form):
    """The agenda, a line for each point."""

    agenda = forms.CharField(
        label="Chương trình", required=False, max_length=30_000, widget=PasteArea(attrs={"rows": 12}),
        help_text="Mỗi dòng một mục: giờ; nội dung; người thực hiện. Dán từ Excel cũng được.",
    )  # fmt: skip


class GuestsForm(Form):
    """People typed in: guests, or delegates the register does not know."""

    bench = forms.TypedChoiceField(
        label="Là", coerce=int, widget=ChipSelect, initial=Delegate.Bench.GUEST,
        choices=[(bench.value, bench.label) for bench in (Delegate.Bench.GUEST, Delegate.Bench.MEMBER)],
    )  # fmt: skip
    people = forms.CharField(
        label="Danh sách", max_length=100_000, widget=PasteArea(attrs={"rows": 6, "placeholder": GUESTS}),
        help_text="Mỗi dòng một người: họ tên; chức vụ; nơi công tác. Dán từ Excel cũng được.",
    )  # fmt: skip


class PersonForm(Form):
    """Somebody of the register."""

    person = OfficerField(label="Tìm trong sổ", help_text="Gõ vài chữ của tên rồi chọn.")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].look_in(unit)  # type: ignore[attr-defined]


class AbsentForm(Form):
    """Why somebody did not come."""

    reason = forms.CharField(
        label="Lý do vắng", max_length=150, required=False, help_text="Ví dụ: đi công tác. Không ghi bệnh gì."
    )


class HeldForm(Form):
    """The day it was held, how many came, how."""

    on = DayField(label="Ngày đã họp")
    attendance = forms.IntegerField(label="Số người dự", min_value=1, max_value=MOST, localize=True)
    channel = forms.ChoiceField(
        label="Cách họp", choices=[("direct", "Trực tiếp"), ("online", "Trực tuyến")], initial="direct",
        widget=ChipSelect,
    )  # fmt: skip


class CongressHeldForm(HeldForm):
    """What a congress says besides."""

    attendance = forms.IntegerField(
        label="Số đại biểu dự", min_value=1, max_value=MOST_DELEGATES, localize=True
    )
    women_present = forms.IntegerField(label="Trong đó nữ", min_value=0, required=False, localize=True)
    called = forms.IntegerField(label="Số được triệu tập", min_value=0, required=False, localize=True)
    held_as = forms.ChoiceField(
        label="Hình thức", choices=Congress.Form.choices, initial="delegates", widget=ChipSelect
    )
    term_number = forms.CharField(label="Nhiệm kỳ thứ", max_length=10, help_text="Ví dụ: XII.")
    channel = None  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        counted = {name: cleaned.get(name) or 0 for name in ("women_present", "called")}
        return cleaned | counted | {"term_number": cleaned.get("term_number", "").upper()}


def held_form(meeting: Meeting) -> type[HeldForm]:
    """What is asked once it was held."""
    return CongressHeldForm if meeting.sort == Meeting.Sort.CONGRESS else HeldForm


class MinutesForm(Form):
    """What the secretary writes down."""

    chair = forms.CharField(label="Chủ trì", max_length=200, required=False)
    secretary = forms.CharField(label="Thư ký", max_length=200, required=False)
    course = forms.CharField(label="Diễn biến", required=False, max_length=20_000, widget=forms.Textarea)
    opinions = forms.CharField(
        label="Ý kiến phát biểu", required=False, max_length=20_000, widget=forms.Textarea
    )
    votes = forms.CharField(
        label="Biểu quyết", required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ví dụ: Thông qua chương trình năm 2027: 42/42 đại biểu đồng ý.",
    )  # fmt: skip
    conclusion = forms.CharField(label="Kết luận", required=False, max_length=20_000, widget=forms.Textarea)


class WhyForm(Form):
    """Why a meeting is given up."""

    why = forms.CharField(label="Lý do", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class TaskForm(Form):
    """What is to be done, by whom, by when."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    what = forms.CharField(label="Việc phải làm", max_length=300)
    who = forms.CharField(label="Ai làm", max_length=150)
    due_on = DueField(label="Hạn")
