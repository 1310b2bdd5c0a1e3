"""What is asked of a file: what its rows are, what its columns are, from when they hold."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from congdoan.base.forms import DayField, Form
from congdoan.base.period import today

from .looking import Read, asked
from .models import Import
from .sorts import Sort


class SheetInput(forms.FileInput):
    """A file dragged in or chosen."""

    template_name = "imports/file.html"


class SendForm(Form):
    """A file, and what its rows are."""

    uid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    sort = forms.ChoiceField(label="Tệp này là danh sách gì", initial="members")
    file = forms.FileField(
        label="Tệp",
        help_text="Excel (.xlsx, .xls), OpenDocument (.ods) hoặc CSV. Cột nào đứng trước cũng được; sổ chưa ghi gì cho tới khi bạn bấm Nhập.",
        widget=SheetInput(attrs={"accept": ".xlsx,.xls,.xlsm,.ods,.csv,.txt"}),
    )

    def __init__(self, *args: Any, sorts: Sequence[Sort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sort"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(sort.slug, sort.label) for sort in sorts]


class ChoicesForm(Form):
    """Which sheet, what each column is, how the rows are taken in and from when."""

    def __init__(self, data: Any, one: Import, sort: Sort, found: Read) -> None:
        super().__init__(data)
        self.one, self.found = one, found
        if len(found.sheets) > 1:
            self.fields["sheet"] = forms.ChoiceField(
                label="Trang tính",
                choices=[(sheet.name, sheet.name) for sheet in found.sheets],
                initial=found.table.sheet,
            )
        self._ask_how(sort)
        self._ask_common(sort)
        self._ask_columns(sort)

    def _ask_how(self, sort: Sort) -> None:
        now = asked(self.one)
        if sort.hows:
            self.fields["how"] = forms.ChoiceField(
                label="Những người này", choices=sort.hows, initial=now.how
            )
        self.fields["on"] = DayField(
            label=sort.on_label, initial=now.on if self.one.chosen.get("on") else today()
        )
        if sort.note_label:
            self.fields["note"] = forms.CharField(
                label=sort.note_label, max_length=100, required=False, initial=now.note
            )

    def _ask_common(self, sort: Sort) -> None:
        """What no column tells and may be said once for all rows."""
        before = self.one.chosen.get("common", {})
        taken = [column.name for column in self.found.columns.values()]
        for column in sort.columns(self.one.unit):
            if column.common and column.name not in taken and (column.required or column.choices):
                label, initial = f"{column.label}, cho mọi dòng", before.get(column.name, "")
                choices = [("", "Không ghi"), *column.choices]
                self.fields[f"chung-{column.name}"] = (
                    forms.ChoiceField(label=label, choices=choices, required=False, initial=initial)
                    if column.choices
                    else forms.CharField(label=label, required=False, max_length=200, initial=initial)
                )

    def _ask_columns(self, sort: Sort) -> None:
        choices = [
            ("", "Không lấy cột này"),
            *((column.name, column.label) for column in sort.columns(self.one.unit)),
        ]
        for index, heading in enumerate(self.found.table.headings):
            taken = self.found.columns.get(index)
            self.fields[f"cot-{index}"] = forms.ChoiceField(
                label=heading or f"Cột {letters(index)}", choices=choices, required=False, initial=taken.name if taken else "",
                help_text=self._sample(index),
            )  # fmt: skip

    def _sample(self, index: int) -> str:
        cells = [
            cells[index]
            for _, cells in self.found.table.rows[:200]
            if index < len(cells) and cells[index] not in (None, "")
        ]
        return "Ví dụ: " + "; ".join(str(cell)[:40] for cell in cells[:3]) if cells else "Cột trống"

    def chosen(self) -> dict[str, Any]:
        """As an import keeps it. Another sheet has other columns: they are guessed anew."""
        said = self.cleaned_data
        chosen: dict[str, Any] = {
            "on": str(said["on"]),
            "how": said.get("how", ""),
            "note": said.get("note", ""),
        }
        sheet = said.get("sheet", self.found.table.sheet)
        if sheet != self.found.table.sheet:
            return chosen | {"sheet": sheet, "columns": None}
        chosen["common"] = self._named("chung-")
        return chosen | {"sheet": sheet, "columns": self._named("cot-", empty=True)}

    def _named(self, prefix: str, empty: bool = False) -> dict[str, Any]:
        said = self.cleaned_data.items()
        return {name.removeprefix(prefix): v for name, v in said if name.startswith(prefix) and (v or empty)}


def letters(index: int) -> str:
    """A column as spreadsheets call it: 0 is A, 27 is AB."""
    head, last = divmod(index, 26)
    return (letters(head - 1) if head else "") + chr(65 + last)
