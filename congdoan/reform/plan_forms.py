"""What is asked for a plan and for each sort of step. Unions are written by name or code, one a line where there may be
several: a column pasted from a spreadsheet does."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from congdoan.base.errors import Refused
from congdoan.base.forms import DayField, FilesField, Form, PasteArea
from congdoan.org.models import Unit, UnitKind

from . import relations
from .forms import SIGNED, SIZES
from .named import Named
from .plan import QUOTAS, SHARED, VERBS
from .sharing import code_of, rule_named, rule_said

KINDS = UnitKind.objects.select_related("level").order_by("-level__order", "name")
LINES = "Ghi tên hoặc mã, mỗi dòng một công đoàn; dán được một cột từ bảng tính."
PAIRS = "Mỗi dòng: {}, rồi dấu chấm phẩy hoặc cột kế bên, rồi công đoàn nhận."


class DecisionForm(Form):
    """The decision a plan rests on."""

    name = forms.CharField(label="Tên đợt sắp xếp", max_length=200)
    on = DayField(label="Có hiệu lực từ ngày")
    decision = forms.CharField(label="Số quyết định", max_length=100, required=False)
    decided_on = DayField(label="Ngày quyết định", required=False)
    signer = forms.CharField(label="Người ký", max_length=100, required=False)
    why = forms.CharField(label="Căn cứ", max_length=500, required=False)
    quotas = forms.ChoiceField(
        label="Chỉ tiêu đã giao cho nơi kết thúc", choices=list(QUOTAS.items()), required=False
    )

    def said(self) -> dict[str, Any]:
        """As a plan says it."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return {name: str(value) for name, value in given.items()}


class PlanFileForm(Form):
    """A plan written beforehand."""

    plan = forms.FileField(label="Tệp kế hoạch (.toml)")


class DecisionScanForm(Form):
    """The signed decision."""

    uploads = FilesField(label="Bản chụp quyết định")


class TakeBackForm(Form):
    """Why a reorganisation is taken back."""

    why = forms.CharField(label="Lý do hoàn tác", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class UnionField(forms.CharField):
    """One union of the plan, by name or code; gives the code."""

    named: Named
    lines = False

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        try:
            return (
                (self.named.codes(written) if self.lines else self.named.code(written))
                if written
                else written
            )
        except Refused as refused:
            raise ValidationError(refused.sentence) from None


class UnionsField(UnionField):
    """Unions of the plan, one a line; gives their codes."""

    lines = True
    widget = PasteArea


class PairsField(forms.CharField):
    """Two columns, the second a union of the plan; gives lists of the first by the union's code."""

    named: Named
    widget = PasteArea

    def clean(self, value: Any) -> Any:
        found: dict[str, list[str]] = {}
        for line in super().clean(value).splitlines():
            what, _, union = line.replace("\t", ";").partition(";")
            if what.strip():
                found.setdefault(self._code(line, union), []).append(what.strip())
        return found

    def _code(self, line: str, union: str) -> str:
        try:
            return self.named.code(union)
        except Refused as refused:
            raise ValidationError(f"Dòng “{line[:40]}”: {refused.sentence}") from None


class RulesField(forms.CharField):
    """A rule a line: the union that receives, then what it receives by (`nghề: …`, `từ: …`, `cơ quan: …`)."""

    named: Named
    widget = PasteArea

    def clean(self, value: Any) -> Any:
        found: dict[str, dict[str, str]] = {}
        for line in (line for line in super().clean(value).splitlines() if line.strip()):
            union, _, rule = line.replace("\t", ";").partition(";")
            word, _, said = rule.partition(":")
            try:
                name = rule_named(word)
                found.setdefault(self.named.code(union), {})[name] = code_of(name, said.strip())
            except Refused as refused:
                raise ValidationError(f"Dòng “{line[:40]}”: {refused.sentence}") from None
        return found


class StepForm(Form):
    """One step of a plan. `do`: which verb."""

    do = ""

    def __init__(
        self, *args: Any, named: Named, step: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, UnionField | PairsField | RulesField):
                field.named = named
            if isinstance(field, UnionField) and not field.lines:
                field.widget.attrs |= {"list": "cong-doan", "autocomplete": "off"}
        self.initial = self.shown(step, named) if step else {}

    def said(self) -> dict[str, Any]:
        """The step as a plan says it."""
        return {"do": self.do, **{name: value for name, value in self.cleaned_data.items() if value}}

    def shown(self, step: Mapping[str, Any], named: Named) -> dict[str, Any]:
        """What the fields begin with."""
        return {name: _written(self.fields.get(name), value, named) for name, value in step.items()}


class FoundStep(StepForm):
    do = "found"
    name = forms.CharField(label="Tên công đoàn mới", max_length=200)
    kind = forms.ModelChoiceField(
        KINDS, label="Loại", to_field_name="code", empty_label="Chọn loại công đoàn"
    )
    under = UnionField(label="Trực thuộc")
    code = forms.SlugField(
        label="Mã",
        max_length=60,
        required=False,
        help_text="Để trống thì sổ tự đặt theo tên; mã không đổi về sau.",
    )
    symbol = forms.CharField(label="Ký hiệu văn bản", max_length=SIZES["symbol"], required=False)
    place_name = forms.CharField(
        label="Địa danh trên văn bản", max_length=SIZES["place_name"], required=False
    )
    signer_name = forms.CharField(label="Người ký văn bản", max_length=SIZES["signer_name"], required=False)

    def said(self) -> dict[str, Any]:
        step = super().said()
        return step | {
            "kind": step["kind"].code,
            "code": step.get("code") or relations.free_code(Unit, step["name"]),
        }


class MoveStep(StepForm):
    do = "move"
    units = UnionsField(label="Những công đoàn chuyển", required=False, help_text=LINES)
    of = UnionField(label="Hoặc tất cả công đoàn trực thuộc", required=False)
    to = UnionField(label="Về trực thuộc")

    def clean(self) -> dict[str, Any]:
        if not self.errors and not (self.cleaned_data.get("units") or self.cleaned_data.get("of")):
            self.add_error("units", "Chưa ghi công đoàn nào chuyển.")
        return self.cleaned_data


class MergeStep(StepForm):
    do = "merge"
    units = UnionsField(label="Những công đoàn hợp nhất, sáp nhập", help_text=LINES)
    into = UnionField(
        label="Thành, hoặc vào",
        help_text="Một trong số đó, một công đoàn khác, hoặc công đoàn đã thành lập ở bước trước.",
    )


class SplitStep(StepForm):
    do = "split"
    unit = UnionField(label="Công đoàn chia, tách")
    into = UnionsField(
        label="Thành những công đoàn",
        help_text="Đã thành lập ở bước trước; công đoàn đứng đầu nhận những gì không ghi cho ai. " + LINES,
    )
    keeps = forms.BooleanField(label="Công đoàn cũ vẫn hoạt động (tách ra)", required=False)
    money = forms.ChoiceField(label="Tiền", choices=list(SHARED.items()), required=False)
    members = PairsField(label="Đoàn viên về đâu", required=False, help_text=PAIRS.format("số thẻ đoàn viên"))
    rule = RulesField(
        label="Quy tắc cho những người không có trong danh sách", required=False,
        help_text="Mỗi dòng: công đoàn nhận; nghề: giáo viên, hoặc từ: công đoàn cũ của đoàn viên, hoặc cơ quan: tên. "
        "Việc đã ghi đi theo những người, cơ quan mà việc ấy đếm; sổ không ghi tổ, nơi làm của từng đoàn viên.",
    )  # fmt: skip
    records = PairsField(label="Việc đã ghi về đâu", required=False, help_text=PAIRS.format("mã việc"))


class EndStep(StepForm):
    do = "end"
    units = UnionsField(label="Những công đoàn kết thúc hoạt động", help_text=LINES)
    to = UnionField(
        label="Nơi tiếp nhận", required=False,
        help_text="Ai làm tiếp việc của những công đoàn này. Để trống thì đoàn viên thôi cùng công đoàn.",
    )  # fmt: skip


class RenameStep(StepForm):
    do = "rename"
    unit = UnionField(label="Công đoàn")
    name = forms.CharField(label="Tên mới", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        for name, label in SIGNED.items():
            self.base_fields[name] = forms.CharField(label=label, max_length=SIZES[name], required=False)
        super().__init__(*args, **kwargs)


class ChangeStep(StepForm):
    do = "change"
    unit = UnionField(label="Công đoàn")
    kind = forms.ModelChoiceField(
        KINDS, label="Loại mới", to_field_name="code", empty_label="Chọn loại công đoàn"
    )
    name = forms.CharField(label="Tên mới, nếu cũng đổi tên", max_length=200, required=False)
    code = forms.SlugField(
        label="Mã mới", max_length=60, required=False,
        help_text="Để trống thì sổ tự đặt. Nơi mới tiếp nhận mọi việc, tiền, vai trò; việc đã ghi vẫn đứng tên nơi cũ.",
    )  # fmt: skip

    def said(self) -> dict[str, Any]:
        step = super().said()
        code = step.get("code") or relations.free_code(Unit, step.get("name") or step["unit"])
        return step | {"kind": step["kind"].code, "code": code}


STEPS: dict[str, type[StepForm]] = {
    form.do: form for form in (FoundStep, MoveStep, MergeStep, SplitStep, EndStep, RenameStep, ChangeStep)
}
assert STEPS.keys() == VERBS.keys()


def _written(field: forms.Field | None, value: Any, named: Named) -> Any:
    """As it was written, or could have been."""
    if isinstance(field, PairsField):
        return "\n".join(f"{what}; {named.name(code)}" for code, listed in value.items() for what in listed)
    if isinstance(field, RulesField):
        return "\n".join(
            f"{named.name(code)}; {rule_said(name, said)}"
            for code, rule in value.items()
            for name, said in rule.items()
        )
    if isinstance(field, UnionsField):
        return "\n".join(named.name(code) for code in ([value] if isinstance(value, str) else value))
    if isinstance(field, UnionField):
        return named.name(value if isinstance(value, str) else value[0])
    return value
