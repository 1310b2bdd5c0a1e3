"""Form fields and inputs as our forms speak: Vietnamese amounts and dates, choices as chips, people by search.

No tables and no pages here: the templates of these inputs stand in `web`.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise

from congdoan.base.errors import Refused
from congdoan.base.money import in_words, parse_money
from congdoan.base.period import today
from congdoan.base.text import nfc
from congdoan.base.words import grouped, short_money

WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
FILE_KINDS = "image/*,application/pdf"


class SpokenErrors:
    """A form that names what is missing, and says how to give it."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _speak(name, field)

    def refuse(self, refused: Refused) -> None:
        """Put what an action refused beside its field, or on top when it is about none of them."""
        field = refused.field if refused.field in self.fields else None
        self.add_error(field, refused.sentence)  # type: ignore[attr-defined]

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """What is done inside; what it refuses stands beside its field, and the form is shown again."""
        try:
            yield
        except Refused as refused:
            self.refuse(refused)


class Form(SpokenErrors, forms.Form):
    """A form of ours."""


class ModelForm(SpokenErrors, forms.ModelForm):  # type: ignore[type-arg]
    """A form of ours over a table."""


def _speak(name: str, field: forms.Field) -> None:
    label = str(field.label or name)
    label = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField | forms.FileField | PickField)
    field.error_messages["required"] = f"Chưa {'chọn' if chosen else 'ghi'} {label}."
    if chosen:
        field.error_messages["invalid_choice"] = f"Lựa chọn này không có ở mục {label}: hãy chọn lại."


def said(parse: Callable[[str], Any], text: str) -> Any:
    """What `parse` reads, its refusal turned into a form's error."""
    try:
        return parse(text)
    except Refused as refused:
        raise ValidationError(refused.sentence) from None


class MoneyInput(forms.TextInput):
    """An amount: number pad, "500k" and "1,5tr" understood, read back in words. `quick` amounts are one tap away."""

    template_name = "web/widgets/money.html"

    def __init__(self, attrs: dict[str, Any] | None = None, quick: Sequence[int] = ()) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "maxlength": 60, **(attrs or {})})
        self.quick = quick

    def format_value(self, value: Any) -> str | None:
        return grouped(value) if isinstance(value, int) else super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        quick = [{"value": grouped(n), "label": short_money(n).removesuffix(" đồng")} for n in self.quick]
        context["widget"] |= {"quick": quick, "read_back": read_back(str(context["widget"]["value"] or ""))}
        return context


def read_back(text: str) -> str:
    """An amount as typed, read out in words; empty for what cannot be read (the field's error says why)."""
    try:
        return in_words(parse_money(text)) if text else ""
    except Refused:
        return ""


class MoneyField(forms.Field):
    """Whole đồng, as people type them. Raises the very sentence `parse_money` refuses with."""

    widget = MoneyInput

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, int):
            return value
        if value in self.empty_values:
            return None
        return said(parse_money, str(value))  # type: ignore[no-any-return]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True


class DateInput(forms.DateInput):
    """The browser's own calendar, with today and yesterday one tap away."""

    input_type = "date"
    template_name = "web/widgets/date.html"

    def __init__(self, attrs: dict[str, Any] | None = None, chips: bool = True) -> None:
        super().__init__(attrs, format="%Y-%m-%d")  # the only form <input type="date"> takes
        self.chips = chips

    def near(self, on: date) -> Sequence[tuple[str, date]]:
        """The days most often meant, seen from a day."""
        return (("Hôm nay", on), ("Hôm qua", on - timedelta(days=1)))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        near = self.near(today()) if self.chips else ()
        days = [{"label": label, "value": day.isoformat()} for label, day in near]
        context["widget"] |= {"days": days, "read_back": weekday_text(context["widget"]["value"])}
        return context


def weekday_text(value: str | None) -> str:
    """A day as the calendar hands it over, read back: "Thứ Tư, 05/06/2024"; browsers write it in their own order."""
    try:
        day = date.fromisoformat(value or "")
    except ValueError:
        return ""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


class DueInput(DateInput):
    """The same for a day by which something is to be done."""

    def near(self, on: date) -> Sequence[tuple[str, date]]:
        month_end = on.replace(day=monthrange(on.year, on.month)[1])
        return (("Một tuần nữa", on + timedelta(days=7)), ("Cuối tháng", month_end))


class DayField(forms.DateField):
    """A day, written 05/11/2026 or picked from the calendar."""

    widget = DateInput
    default_error_messages = {"invalid": "Ngày này không đọc được: hãy ghi ngày/tháng/năm, ví dụ 05/11/2026."}


class DueField(DayField):
    """A day by which something is to be done, or up to which something holds."""

    widget = DueInput


class ChipSelect(forms.RadioSelect):
    """One of a few choices, all in sight."""

    template_name = "web/widgets/chips.html"


class ChipSelectMultiple(forms.CheckboxSelectMultiple):
    """Some of a few choices, all in sight."""

    template_name = "web/widgets/chips.html"


class PasteArea(forms.Textarea):
    """A column or a few columns pasted from a spreadsheet, one line each. `preview` is an address that reads it back."""

    template_name = "web/widgets/paste.html"

    def __init__(self, attrs: dict[str, Any] | None = None, preview: str = "") -> None:
        super().__init__({"rows": 6, "spellcheck": "false", "class": "paste", **(attrs or {})})
        self.preview = preview

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["preview"] = self.preview
        return context


class Picker(forms.Widget):
    """Found by typing: people, unions. `url` answers `?q=…` with rows of `web/parts/pick.html`; what may be somebody's
    name is sent by `post`, so that it stands in no address.

    What it hands to its field is a list of the uids picked; what was typed but never picked (no JavaScript, or a
    name to be added on the spot) stands in it as "+" and the text. `labels` names the uids that are already chosen.
    """

    template_name = "web/widgets/picker.html"

    def __init__(
        self, url: str | Promise, attrs: dict[str, Any] | None = None, many: bool = False, post: bool = False
    ) -> None:
        super().__init__(attrs)
        self.url, self.many, self.post = url, many, post
        self.labels: Callable[[list[str]], dict[str, str]] = lambda uids: {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "url": self.url,
            "many": self.many,
            "post": self.post,
            "picked": self._picked(value),
        }
        return context

    def _picked(self, value: Any) -> list[dict[str, str]]:
        values = [str(item) for item in value] if isinstance(value, list | tuple) else []
        names = self.labels([item for item in values if not item.startswith("+")])
        return [{"value": item, "label": names.get(item, item.removeprefix("+"))} for item in values]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        picked = data.getlist(name) if isinstance(data, MultiValueDict) else list(data.get(name) or [])
        typed = nfc(data.get(f"{name}_typed") or "")
        every = [item for item in dict.fromkeys(picked) if item] + ([f"+{typed}"] if typed else [])
        return every if self.many else every[-1:]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_typed" not in data


class PickField(forms.Field):
    """What a `Picker` hands over, a list of texts; the form's own `clean_…` turns them into people or unions."""

    def clean(self, value: Any) -> list[str]:
        return list(super().clean(value) or [])


class FilesInput(forms.ClearableFileInput):
    """Photos and PDF files; on a phone it offers the camera."""

    allow_multiple_selected = True
    template_name = "web/widgets/files.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": FILE_KINDS, "multiple": True, **(attrs or {})})


class FilesField(forms.FileField):
    """Any number of files, as a list. What they really are is checked where they are kept."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not files:
            raise ValidationError(self.error_messages["required"])
        return [super(FilesField, self).clean(file, initial) for file in files]
