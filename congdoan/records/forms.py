"""What the forms of all kinds share: the day, the note, the union they are filled for, rows that name people."""

from collections.abc import Mapping
from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, DayField, Form
from congdoan.base.period import today
from congdoan.base.text import fold, nfc
from congdoan.funds.models import Fund
from congdoan.members.models import Person
from congdoan.org.models import Unit

SHARED = ("happened_on", "note", "despite")


class RecordForm(Form):
    """The form of a kind. Its fields bear the names of the kind's columns; `values()` is what the action takes.

    `rare`: fields seldom filled, shown behind a fold. `only_for`: a field asked only for some values of another,
    `{"topic": ("what", ("propaganda",))}`; hidden while it does not apply.
    """

    rare: tuple[str, ...] = ()
    only_for: Mapping[str, tuple[str, tuple[str, ...]]] = {}

    happened_on = DayField(label="Ngày", initial=today)
    note = forms.CharField(
        label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    despite = forms.CharField(
        label="Vì sao vẫn đúng",
        required=False,
        max_length=300,
        help_text="Nếu chỗ sổ thấy lạ là đúng, ghi vài chữ; không ghi tên người.",
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(*args, **kwargs)
        own = [name for name in self.fields if name not in SHARED]
        self.order_fields([*own, *SHARED])

    def values(self) -> dict[str, Any]:
        """The kind's own columns."""
        return {name: value for name, value in self.cleaned_data.items() if name not in SHARED}


class ReasonForm(Form):
    """Why a record is withdrawn."""

    why = forms.CharField(
        label="Lý do hủy",
        max_length=500,
        help_text="Ví dụ: ghi trùng, nhầm công đoàn. Người xem số liệu sau này sẽ đọc lý do này.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LineForm(Form):
    """One row of a list. Its fields bear the names of the row's columns."""

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(*args, **kwargs)

    def values(self) -> dict[str, Any]:
        """The row as the action takes it."""
        return dict(self.cleaned_data)


class PersonLineForm(LineForm):
    """A row that names somebody: one picked from the search (`person`), or typed (`name` and what they are to the member)."""

    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label="Họ và tên", max_length=100, required=False)
    relation = forms.ChoiceField(
        label="Là",
        choices=Person.Relation.choices,
        initial=Person.Relation.MEMBER,
        required=False,
        widget=ChipSelect,
    )

    def clean_name(self) -> str:
        return nfc(self.cleaned_data["name"])

    def clean_person(self) -> Person | None:
        uid = self.cleaned_data["person"]
        return people_of(self.unit).filter(uid=uid).first() if uid else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        person, name = cleaned.get("person"), cleaned.get("name")
        if person and name and fold(name) != person.name_key:
            cleaned["person"] = None  # somebody else was typed over the one picked before
        if not person and not name:
            self.add_error("name", "Chưa ghi họ tên: hãy chọn hoặc gõ họ và tên.")
        cleaned["relation"] = cleaned.get("relation") or Person.Relation.MEMBER
        return cleaned


def people_of(unit: Unit) -> Any:
    """The people a union may name: its own and those of unions under it."""
    below = unit.descents.filter(unknown_at=None).values("unit")
    return Person.objects.filter(unit__in=below)


def funds_for(unit: Unit, on: Any = None) -> Any:
    """The funds a union may pay from: its own and those of the unions above it."""
    day = on or today()
    above = unit.ancestries.filter(unknown_at=None, from_on__lte=day, to_on__gt=day).values("ancestor")
    return Fund.objects.filter(unit__in=above, from_on__lte=day, to_on__gt=day).order_by(
        "unit__name_key", "name"
    )


class FundField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Which named fund pays."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Fund.objects.none(),
            to_field_name="code",
            empty_label="Chọn nguồn",
            label="Nguồn kinh phí",
            **kwargs,
        )


class CloseForm(Form):
    """The days to close, and why."""

    first = DayField(label="Từ ngày")
    last = DayField(label="Đến hết ngày")
    why = forms.CharField(label="Lý do", max_length=500, help_text="Ví dụ: đã nộp báo cáo 6 tháng.")


class ReopenForm(Form):
    """Why a closed stretch is opened again."""

    why = forms.CharField(label="Lý do mở lại", max_length=500)


def refuse_twice(rows: Mapping[str, Any], name: str, label: str) -> None:
    """Refuse a person who stands twice on one list."""
    seen: dict[int, int] = {}
    for row in rows[name]:
        person = row.person_id
        if person is None or person not in seen:
            seen[person] = row.position
            continue
        raise Refused(
            f"{label}: {row.person.name} có ở cả dòng {seen[person]} và dòng {row.position}; hãy bỏ một dòng.",
            name,
        )
