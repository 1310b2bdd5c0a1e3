"""What is asked of a sheet, of who verifies it, of a scheme."""

import uuid
from decimal import Decimal
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, DayField, Form
from congdoan.base.period import today
from congdoan.records.achievements import usual_year
from congdoan.records.gradings import scale_of

from .actions import NOTES
from .models import NOTE_SIZE, Criterion, Scheme, Sheet
from .points import read_criteria, read_limits, read_points, said
from .queries import most_of

Given = tuple[Decimal | None, str]  # points and why
NOTHING: Given = (None, "")


class PointsField(forms.CharField):
    """Points of one criterion."""

    def __init__(self, criterion: Criterion, **kwargs: Any) -> None:
        self.most = criterion.most
        label = f"{criterion.position}. {criterion.text}"
        super().__init__(**{"label": label, "required": False, "max_length": 6, **kwargs})
        self.widget.attrs |= {
            "class": "input",
            "inputmode": "decimal",
            "autocomplete": "off",
            "data-points": "",
        }

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        try:
            return read_points(typed, self.most) if typed else None
        except Refused as refused:
            raise ValidationError(refused.sentence) from None


class NoteField(forms.CharField):
    """Why so many points of one criterion."""

    def __init__(self, criterion: Criterion, **kwargs: Any) -> None:
        label = f"Ghi chú tiêu chí {criterion.position}"
        super().__init__(**{"label": label, "required": False, "max_length": NOTE_SIZE, **kwargs})
        self.widget.attrs |= {"class": "input", "placeholder": "Ghi chú, minh chứng", "autocomplete": "off"}


class Line(NamedTuple):
    """A criterion with its fields and the most it gives."""

    criterion: Criterion
    points: Any
    note: Any
    most: str


class MarksForm(Form):
    """The points of every criterion; the level, where the scheme leaves it to people."""

    def __init__(self, *args: Any, scheme: Scheme, year: int, given: dict[int, Given], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(scheme.criteria.all())
        self.limits = list(scheme.limits.all())
        for one in self.criteria:
            points, note = given.get(one.position, NOTHING)
            self.fields[f"c{one.position}"] = PointsField(one, initial=said(points))
            self.fields[f"n{one.position}"] = NoteField(one, initial=note)
        if not self.limits:
            levels = [("", "Chưa chọn"), *((grade.value, grade.label) for grade in scale_of(year).grades)]
            self.fields["grade"] = forms.ChoiceField(label="Mức xếp loại", choices=levels, required=False)

    def parts(self) -> list[tuple[str, str, list[Line]]]:
        """The fields part by part, each part with the most it gives."""
        found: dict[str, list[Line]] = {}
        for one in self.criteria:
            line = Line(one, self[f"c{one.position}"], self[f"n{one.position}"], said(one.most))
            found.setdefault(one.part, []).append(line)
        return [(name, most_of([line.criterion for line in lines]), lines) for name, lines in found.items()]

    @property
    def most(self) -> str:
        """What a full sheet comes to."""
        return most_of(self.criteria)

    @property
    def levels(self) -> str:
        """From how many points each level is given, as the sum under the form reads it: "90=Tốt;70=Khá"."""
        return ";".join(f"{limit.least:f}={limit.get_grade_display()}" for limit in self.limits)

    def points(self) -> dict[int, Decimal | None]:
        """As the actions take them."""
        return {one.position: self.cleaned_data[f"c{one.position}"] for one in self.criteria}

    def notes(self) -> dict[int, str]:
        """The same of why."""
        return {one.position: self.cleaned_data[f"n{one.position}"] for one in self.criteria}


class VerifyForm(MarksForm):
    """What was found; it begins with what the union gave itself."""

    on = DayField(label="Ngày thẩm định", initial=today)


class WhyForm(Form):
    """Why a sheet is given back."""

    why = forms.CharField(label="Lý do trả lại", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class SchemeForm(Form):
    """A scheme: whom it is for, from which year, its criteria one a line, the points of each level."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rated = forms.ChoiceField(
        label="Chấm điểm ai", choices=Scheme.Rated.choices, initial="union", widget=ChipSelect
    )
    name = forms.CharField(
        label="Tên bảng", max_length=200, help_text="Ví dụ: Bảng chấm điểm CĐCS khối doanh nghiệp."
    )
    basis = forms.CharField(label="Văn bản ban hành", max_length=300, help_text="Số, ngày, nơi ban hành.")
    first_year = forms.IntegerField(
        label="Áp dụng từ năm", min_value=1990, max_value=2190, initial=usual_year
    )
    criteria = forms.CharField(
        label="Các tiêu chí",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Mỗi dòng một tiêu chí, cuối dòng là dấu chấm phẩy rồi điểm tối đa; dán từ Excel cũng được. "
        "Dòng không có điểm là tên phần. Điểm tối đa cộng lại phải đúng 100.",
    )
    other_sum = forms.BooleanField(
        label="Văn bản cho tổng điểm khác 100", required=False, help_text="Ví dụ có điểm thưởng."
    )
    limits = forms.CharField(
        label="Ngưỡng điểm từng mức",
        required=False,
        max_length=60,
        help_text="Từ mức cao xuống, cách nhau bằng dấu chấm phẩy, bỏ mức cuối; ví dụ 90; 70; 50. "
        "Để trống thì người thẩm định chọn mức.",
    )

    def clean_criteria(self) -> Any:
        return read_criteria(self.cleaned_data["criteria"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "limits" in cleaned and "first_year" in cleaned:
            try:
                cleaned["limits"] = read_limits(cleaned["limits"].split(";"), cleaned["first_year"])
            except Refused as refused:
                self.add_error("limits", refused.sentence)
        return cleaned


def given(sheet: Sheet | None, *columns: str) -> dict[int, Given]:
    """What a form begins with: points of the first of these columns that has some, the note of the first column."""
    marks = sheet.marks.select_related("criterion") if sheet else []
    return {
        mark.criterion.position: (_first(mark, columns), getattr(mark, NOTES[columns[0]])) for mark in marks
    }


def _first(mark: Any, columns: tuple[str, ...]) -> Decimal | None:
    return next((found for name in columns if (found := getattr(mark, name)) is not None), None)
