"""What is asked of plans, follow-ups and complaints."""

import calendar
import uuid
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from congdoan.base.forms import ChipSelect, DayField, DueField, Form, MoneyField
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import children, superiors
from congdoan.records.inspections import Inspection

from .models import Complaint, FollowUp, Plan, Step

QUARTERS = ("I", "II", "III", "IV")


class SentOnce(Form):
    """A form with its own name, so that sending it twice does nothing twice."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class PlanForm(SentOnce):
    """Of which year; or, of a term, from and to."""

    sort = forms.ChoiceField(label="Lập", choices=Plan.Sort.choices, initial="year", widget=ChipSelect)
    year = forms.IntegerField(label="Năm, hoặc năm đầu nhiệm kỳ", min_value=1990, max_value=2190)
    years = forms.IntegerField(
        label="Số năm của nhiệm kỳ", min_value=1, max_value=5, initial=5, help_text="Kế hoạch năm thì bỏ qua."
    )

    def days(self) -> dict[str, date]:
        """The first and the last day of the plan."""
        said = self.cleaned_data
        more = said["years"] - 1 if said["sort"] == Plan.Sort.TERM else 0
        return {"first_on": date(said["year"], 1, 1), "last_on": date(said["year"] + more, 12, 31)}


class ApproveForm(Form):
    """The paper by which the executive committee approved the plan."""

    number = forms.CharField(label="Số kế hoạch", max_length=50, help_text="Ví dụ: 05/KH-UBKT.")
    on = DayField(label="Ban chấp hành duyệt ngày", initial=today)


class WhyForm(Form):
    """Why something written is taken back."""

    why = forms.CharField(label="Lý do", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class LinesForm(Form):
    """Which unions, of what, when."""

    subject = forms.ChoiceField(
        label="Nội dung", choices=Inspection.Subject.choices, initial="finance", widget=ChipSelect
    )
    window = forms.ChoiceField(label="Khi nào")
    unions = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label="Công đoàn được kiểm tra",
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, plan: Plan, among: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["window"].choices = windows(plan)  # type: ignore[attr-defined]
        self.fields["unions"].queryset = among  # type: ignore[attr-defined]

    def days(self) -> dict[str, date]:
        """The first and the last day meant."""
        first, last = self.cleaned_data["window"].split("/")
        return {"first_on": date.fromisoformat(first), "last_on": date.fromisoformat(last)}


def windows(plan: Plan) -> list[tuple[str, str]]:
    """The stretches of a plan one may choose: of a term its years, of a year its quarters and months."""
    years = range(plan.first_on.year, plan.last_on.year + 1)
    if plan.sort == Plan.Sort.TERM:
        return [(_days(year, 1, 12), f"Năm {year}") for year in years]
    (year,) = years
    quarters = [(_days(year, 3 * n + 1, 3 * n + 3), f"Quý {name}") for n, name in enumerate(QUARTERS)]
    months = [(_days(year, month, month), f"Tháng {month}") for month in range(1, 13)]
    return [*quarters, *months, (_days(year, 1, 12), "Cả năm")]


def window_said(plan: Plan, first: date, last: date) -> str:
    """How a stretch is called."""
    return dict(windows(plan)).get(f"{first}/{last}", f"{first:%d/%m/%Y} – {last:%d/%m/%Y}")


def _days(year: int, first: int, last: int) -> str:
    return f"{date(year, first, 1)}/{date(year, last, calendar.monthrange(year, last)[1])}"


class FollowUpForm(SentOnce):
    """What became of a demand. `inspects`: by who inspected; else by who is to mend it."""

    state = forms.ChoiceField(label="Kết quả", choices=(), widget=ChipSelect)
    on = DayField(label="Ngày", initial=today)
    recovered = MoneyField(label="Tiền đã thu hồi lần này", required=False)
    proof = forms.CharField(
        label="Đã làm gì, bằng chứng",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ví dụ: số văn bản, phiếu thu, sổ sách đã lập.",
    )

    def __init__(self, *args: Any, inspects: bool, money: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reported = FollowUp.State.REPORTED
        field: Any = self.fields["state"]
        field.choices = [c for c in FollowUp.State.choices if (c[0] == reported) is not inspects]
        field.initial = field.choices[0][0]
        if not (inspects and money):
            del self.fields["recovered"]


class ComplaintForm(SentOnce):
    """A complaint as it comes in. Who and what is asked for those who handle it, and shown to nobody else."""

    sort = forms.ChoiceField(
        label="Loại đơn", choices=Complaint.Sort.choices, initial="complaint", widget=ChipSelect
    )
    received_on = DayField(label="Ngày nhận", initial=today)
    sender = forms.CharField(
        label="Người gửi",
        max_length=200,
        required=False,
        help_text="Chỉ người xử lý và người kiểm tra xem được; mỗi lần xem có một dòng nhật ký.",
    )
    about_whom = forms.CharField(label="Về ai, tổ chức nào", max_length=200, required=False)
    content = forms.CharField(
        label="Nội dung", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class StepForm(SentOnce):
    """What the union does next with a complaint."""

    what = forms.ChoiceField(label="Việc làm", choices=Step.What.choices, initial="taken", widget=ChipSelect)
    on = DayField(label="Ngày", initial=today)
    due_on = DueField(label="Hạn giải quyết (khi thụ lý)", required=False)
    to = forms.ModelChoiceField(
        Unit.objects.none(),
        label="Chuyển đến công đoàn",
        to_field_name="code",
        required=False,
        empty_label="Chọn công đoàn",
    )
    to_outside = forms.CharField(label="Cơ quan nhận đơn", max_length=200, required=False)
    outcome = forms.ChoiceField(
        label="Kết quả giải quyết", choices=Step.Outcome.choices, required=False, widget=ChipSelect
    )
    restored = forms.IntegerField(
        label="Số người được khôi phục quyền lợi", min_value=0, max_value=10_000, required=False
    )
    note = forms.CharField(
        label="Ghi chú", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    only_for = {"due_on": "taken", "to": "forwarded", "to_outside": "sent_away", "outcome": "resolved", "restored": "resolved"}  # fmt: skip

    def __init__(self, *args: Any, complaint: Complaint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day, holder = today(), complaint.holder
        near = [unit.pk for unit in (*superiors(holder, day), *children(holder, day))]
        field: Any = self.fields["to"]
        field.queryset = Unit.objects.filter(pk__in=near).order_by("name_key")
        choices: Any = self.fields["what"]
        taken = complaint.state == Complaint.State.TAKEN
        allowed = ("worked", "resolved", "stopped") if taken else ("taken", "forwarded", "sent_away", "guided", "worked", "stopped")  # fmt: skip
        choices.choices = [choice for choice in Step.What.choices if choice[0] in allowed]
        choices.initial = choices.choices[0][0]

    def shown(self) -> list[tuple[Any, str]]:
        """Each field, and the value of `what` for which alone it is asked."""
        return [(field, self.only_for.get(field.name, "")) for field in self.visible_fields()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("what") == Step.What.TAKEN
            and not cleaned.get("due_on")
            and "due_on" not in self.errors
        ):
            raise ValidationError({"due_on": "Hãy ghi hạn giải quyết, từ ngày thụ lý trở đi."})
        return cleaned
