"""What is asked of papers, reports owed and plans."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from congdoan.base.forms import ChipSelect, DayField, DueField, FilesField, Form
from congdoan.base.period import today
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_CODE, CHAPTERS, shown
from congdoan.org.models import Unit
from congdoan.records.record import Record

from .actions import SHARED
from .models import Paper, Plan, PlanLine
from .planning import countable

CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "options"})
AREA = forms.Textarea(attrs={"rows": 3})
RARE = {"in": ("number", "signer"), "out": ("number", "symbol", "handler", "answers", "digital")}
SENDERS = (*SHARED, "symbol", "issuer")


class SentOnce(Form):
    """A form with its own name, so that sending it twice does nothing twice."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class WhyForm(Form):
    """Why something written is taken back."""

    why = forms.CharField(label="Lý do", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class PaperChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of a union's papers, by number and subject line; named by its uid."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Paper.objects.none(), to_field_name="uid", **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}, {obj.dated_on:%d/%m/%Y}: {obj.subject}"[:120]

    def to_python(self, value: Any) -> Paper | None:
        try:
            return super().to_python(str(uuid.UUID(str(value))) if value else value)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice") from None


class PaperForm(Form):
    """What a paper says. `way` leaves out what papers of the other way bear, `copy` what its sender says."""

    sort = forms.ChoiceField(label="Loại văn bản", choices=Paper.Sort.choices, initial="letter")
    subject = forms.CharField(
        label="Trích yếu", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Về việc gì, như trên văn bản.",
    )  # fmt: skip
    dated_on = DayField(label="Ngày văn bản", initial=today)
    symbol = forms.CharField(label="Ký hiệu", max_length=60, required=False)
    arrived_on = DayField(label="Ngày đến", initial=today)
    issuer = forms.CharField(label="Nơi gửi", max_length=200)
    signer = forms.CharField(label="Người ký", max_length=100, required=False)
    handler = forms.CharField(label="Người xử lý", max_length=100, required=False)
    due_on = DueField(label="Hạn xử lý", required=False)
    answers = PaperChoice(
        label="Trả lời văn bản đến", required=False, empty_label="Không trả lời văn bản nào"
    )
    digital = forms.BooleanField(label="Văn bản điện tử, đã ký số", required=False)

    only = {"in": ("arrived_on", "due_on"), "out": ("answers", "digital")}

    def __init__(
        self, *args: Any, way: str, asked: QuerySet[Paper], copy: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in (*self.only["in" if way == Paper.Way.OUT else "out"], *(SENDERS if copy else ())):
            self.fields.pop(name, None)
        fields: dict[str, Any] = self.fields
        if way == Paper.Way.OUT:
            fields["answers"].queryset = asked
            fields["issuer"].label, fields["issuer"].required = "Nơi nhận", False
            fields["handler"].label = "Người soạn"
            fields["symbol"].help_text = "Để trống thì theo loại văn bản và tên công đoàn, ví dụ KH-CĐVC."
        elif not copy:
            fields["symbol"].label = "Số, ký hiệu trên văn bản"
            fields["symbol"].help_text = "Ví dụ: 15/KH-LĐLĐ."


class NewPaperForm(PaperForm, SentOnce):
    """A paper that enters the register, with its scan."""

    number = forms.IntegerField(
        label="Số", required=False, min_value=1,
        help_text="Để trống để lấy số tiếp theo; chỉ ghi cho văn bản đã có số từ trước.",
    )  # fmt: skip
    scans = FilesField(label="Bản chụp", required=False)
    field_order = (
        "sort",
        "subject",
        "symbol",
        "issuer",
        "dated_on",
        "arrived_on",
        "signer",
        "handler",
        "due_on",
    )

    def __init__(self, *args: Any, way: str, **kwargs: Any) -> None:
        super().__init__(*args, way=way, **kwargs)
        self.dated = "arrived_on" if way == Paper.Way.IN else "dated_on"
        self.rare = RARE[way]

    @property
    def main(self) -> list[forms.BoundField]:
        """What is mostly filled in."""
        return [field for field in self.visible_fields() if field.name not in self.rare]

    @property
    def more(self) -> list[forms.BoundField]:
        """What is behind a fold."""
        return [field for field in self.visible_fields() if field.name in self.rare]

    @property
    def opened(self) -> bool:
        """Whether something behind the fold was filled in."""
        return any(field.value() or field.errors for field in self.more)


class AmendForm(PaperForm, WhyForm):
    """A paper said anew, and why."""

    field_order = ("sort", "subject", "dated_on", "symbol", "arrived_on", "issuer", "signer", "handler", "due_on", "answers", "digital", "why")  # fmt: skip


class DoneForm(Form):
    """On which day something was done."""

    on = DayField(label="Ngày xong", initial=today)


class LineDoneForm(Form):
    """On which day a line of a plan was done, if it was."""

    on = DayField(label="Ngày xong", required=False, help_text="Để trống nếu chưa xong.")


class ScanForm(Form):
    """The scan of a paper."""

    uploads = FilesField(label="Bản chụp, tệp PDF")


class AskForm(SentOnce):
    """Which report, of whom, by when."""

    what = forms.CharField(
        label="Báo cáo cần nộp", max_length=200, help_text="Ví dụ: Báo cáo 6 tháng đầu năm."
    )
    period = forms.ChoiceField(
        label="Kỳ báo cáo", choices=list(cuts.VALUES["report"].items()), initial="month", widget=ChipSelect
    )
    due_on = DueField(label="Hạn nộp")
    paper = PaperChoice(label="Theo văn bản", required=False, empty_label="Không ghi văn bản")
    unions = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="Công đoàn phải nộp", to_field_name="code",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "options columns"}),
    )  # fmt: skip

    def __init__(self, *args: Any, papers: QuerySet[Paper], unions: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["paper"].queryset, fields["unions"].queryset = papers, unions


class FileForm(Form):
    """When the report was sent, and which paper it is."""

    on = DayField(label="Nộp ngày", initial=today)
    paper = PaperChoice(label="Văn bản đi", required=False, empty_label="Không ghi văn bản")

    def __init__(self, *args: Any, papers: QuerySet[Paper], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper"].queryset = papers  # type: ignore[attr-defined]


class ChangePlanForm(Form):
    """What a plan is called, from when to when, on what grounds, what for."""

    title = forms.CharField(label="Tên kế hoạch", max_length=200)
    first_on = DayField(label="Từ ngày")
    last_on = DayField(label="Đến ngày")
    grounds = forms.CharField(
        label="Căn cứ", max_length=2000, required=False, widget=AREA, help_text="Mỗi căn cứ một dòng."
    )
    aims = forms.CharField(label="Mục đích, yêu cầu", max_length=4000, required=False, widget=AREA)
    paper = PaperChoice(label="Ban hành theo văn bản đi", required=False, empty_label="Chưa vào sổ")

    def __init__(self, *args: Any, papers: QuerySet[Paper], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper"].queryset = papers  # type: ignore[attr-defined]


class PlanForm(ChangePlanForm, SentOnce):
    """A plan that begins."""

    sort = forms.ChoiceField(label="Loại", choices=Plan.Sort.choices, initial="year", widget=ChipSelect)
    field_order = ("sort", "title", "first_on", "last_on", "grounds", "aims", "paper")


class ChangeLineForm(Form):
    """What, who, by when; which indicator and how many."""

    what = forms.CharField(label="Việc phải làm", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    who = forms.CharField(label="Ai làm", max_length=200, required=False, help_text="Người, ban hoặc tổ.")
    due_on = DueField(label="Xong trước hết ngày")
    indicator = forms.ChoiceField(
        label="Tính theo mục số liệu", required=False,
        help_text="Chọn thì việc đã ghi tự tính vào dòng này; không chọn thì tự đánh dấu hoặc gắn việc.",
    )  # fmt: skip
    quantity = forms.IntegerField(label="Số lượng", required=False, min_value=1, localize=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].choices = _indicators()  # type: ignore[attr-defined]


class AmendLineForm(ChangeLineForm):
    """A line said anew, and why."""

    why = forms.CharField(label="Vì sao sửa", max_length=500, required=False)


class LineForm(ChangeLineForm, SentOnce):
    """A line that enters a plan."""


class CarryForm(Form):
    """Which records carry out a line."""

    records = forms.ModelMultipleChoiceField(
        Record.objects.none(), label="Việc đã làm", to_field_name="uid", required=False,
        widget=CHECKS,
    )  # fmt: skip

    def __init__(self, *args: Any, among: QuerySet[Record], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["records"]
        field.queryset = among
        field.label_from_instance = lambda record: f"{record.happened_on:%d/%m/%Y}: {record.title}"


def said_of(line: PlanLine) -> dict[str, Any]:
    """A line as its form holds it."""
    codes = {indicator.number: code for code, indicator in BY_CODE.items()}
    said = {name: getattr(line, name) for name in ("what", "who", "due_on", "quantity")}
    return said | {"indicator": codes[line.indicator] if line.indicator else ""}


def year_of(day: date) -> dict[str, Any]:
    """What the plan of a year is called, and its days."""
    title = f"Kế hoạch công tác năm {day.year}"
    return {"title": title, "first_on": date(day.year, 1, 1), "last_on": date(day.year, 12, 31)}


def _indicators() -> list[tuple[str, Any]]:
    """Everything that is counted, by chapter."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in shown():
        if countable(one):
            named = (one.code, f"{one.name} ({one.counts_in})")
            groups.setdefault(CHAPTERS[one.number // 100].name, []).append(named)
    return [("", "Không tính theo số liệu"), *groups.items()]
