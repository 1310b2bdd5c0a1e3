"""What is asked when a report is begun, issued, or a union brings its own template."""

from typing import Any

from django import forms

from congdoan.base.forms import DayField, Form
from congdoan.base.period import Period, today
from congdoan.org.models import Unit

from . import library


class BeginForm(Form):
    """Which template; the union and the period are those of the page."""

    template = forms.ChoiceField(label="Mẫu báo cáo")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["template"].choices = list(library.choices(unit).items())  # type: ignore[attr-defined]


class IssueForm(Form):
    """Who signs, on which day; the number is the next one unless said otherwise."""

    signer = forms.CharField(label="Người ký", max_length=100)
    on = DayField(label="Ngày ban hành", initial=today)
    number = forms.IntegerField(
        label="Số",
        required=False,
        min_value=1,
        max_value=99_999,
        help_text="Để trống: số tiếp theo trong năm.",
    )


class TemplateForm(Form):
    """A union's own Word template."""

    name = forms.CharField(label="Tên mẫu", max_length=150)
    file = forms.FileField(
        label="Tệp Word (.docx)", widget=forms.ClearableFileInput(attrs={"accept": ".docx"})
    )


class WhyForm(Form):
    """A reason, kept in the trail."""

    why = forms.CharField(label="Lý do", max_length=500)


def half_year_of(period: Period) -> Period:
    """The half-year a report is offered for: the one asked for, or the one the period ends in."""
    half = 1 if period.last.month <= 6 else 2
    return period if "-H" in period.code else Period.parse(f"{period.last.year}-H{half}")
