"""What is asked when a report is begun, issued, or a union brings its own template."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from congdoan.base.forms import ChipSelect, DayField, Form
from congdoan.base.period import Period, today
from congdoan.officers.queries import term_on
from congdoan.org.models import Unit

from . import library
from .safety import LARGEST_FILE
from .statistics import cut_off
from .wording import WORDINGS
from .wording.wording import CUT_OFF, DAYS, HALF, TERM


class BeginForm(Form):
    """Which template; the union and the period are those of the page."""

    template = forms.ChoiceField(label="Mẫu báo cáo", widget=ChipSelect)

    def __init__(self, *args: Any, unit: Unit, period: Period, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.labels = {
            name: library.titled(label, period_for(name, period, unit))
            for name, label in library.choices(unit).items()
        }
        field = self.fields["template"]
        field.choices = list(self.labels.items())  # type: ignore[attr-defined]
        field.initial = next(iter(self.labels))


class UpholdForm(Form):
    """Why figures that look odd are right; which doubt, by its sentence."""

    sentence = forms.CharField(widget=forms.HiddenInput)
    why = forms.CharField(label="Vì sao vẫn đúng", max_length=300)


class IssueForm(Form):
    """Who signs, on which day; the number is the next one unless said otherwise."""

    signer = forms.CharField(
        label="Người ký", max_length=100, help_text="Họ và tên, không ghi học hàm, học vị."
    )
    on = DayField(label="Ngày ban hành", initial=today)
    number = forms.IntegerField(label="Số báo cáo", required=False, min_value=1, max_value=99_999)

    def __init__(self, *args: Any, upcoming: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if upcoming:
            self.fields["number"].help_text = f"Để trống thì lấy số tiếp theo trong năm: {upcoming}."


class TemplateForm(Form):
    """A union's own Word template."""

    name = forms.CharField(label="Tên mẫu", max_length=150)
    file = forms.FileField(
        label="Tệp Word (.docx)", widget=forms.ClearableFileInput(attrs={"accept": ".docx", "class": "input"})
    )

    def clean_file(self) -> Any:
        """A file too large is not even read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise ValidationError("Tệp nặng quá 5 MB; hãy bỏ bớt hình ảnh trong mẫu rồi đưa lên lại.")
        return file


class WhyForm(Form):
    """A reason, kept in the trail."""

    why = forms.CharField(label="Lý do bỏ chốt", max_length=500)


def half_year_of(period: Period) -> Period:
    """The half-year a report is offered for: the one asked for, or the one the period ends in."""
    half = 1 if period.last.month <= 6 else 2
    return period if "-H" in period.code else Period.parse(f"{period.last.year}-H{half}")


def period_for(template: str, period: Period, unit: Unit) -> Period:
    """The period a template is offered for: the half-year, the year, the term or the form's own six months or year that
    the one asked for ends in."""
    wording = WORDINGS.get(template)
    if wording is None or wording.span == DAYS:
        return period
    if wording.span == TERM:
        term = term_on(unit, period.last)
        return Period.between(term.from_on, term.to_on - timedelta(days=1)) if term else period
    if wording.span == CUT_OFF:
        return cut_off(period)
    return half_year_of(period) if wording.span == HALF else Period.parse(str(period.last.year))
