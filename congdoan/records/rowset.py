"""The rows of one list on a form: shown, added to, taken away, filled at once, read back.

Each row on the page sends its number as `<list>-row` and its fields as `<list>-<number>-<field>`, so that a row can be
taken out of the page, or put into it, without renumbering the others. A row nothing was typed in does not count.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict

from congdoan.base.errors import Refused
from congdoan.base.forms import MoneyField
from congdoan.base.text import tidy_name
from congdoan.members.models import Person
from congdoan.org.models import Unit

from .kind import LineSpec
from .rows import NamedField

MOST = 1000  # rows of one list; a longer one is several records
HEAD = 2  # fields of a row in sight; the others stand behind a fold

Data = MultiValueDict[str, Any]


@dataclass
class Row:
    """One row: its number on the page and its form."""

    number: int
    form: Any
    spec: LineSpec

    @cached_property
    def head(self) -> list[BoundField]:
        """The fields in sight: who and how much."""
        names = head_names(self.spec, self.form)
        return [field for field in self.form.visible_fields() if field.name in names]

    @cached_property
    def more(self) -> list[BoundField]:
        """The fields behind the fold."""
        return [field for field in self.form.visible_fields() if field not in self.head]

    @cached_property
    def named(self) -> set[str]:
        """The fields that name a union or an employer."""
        return {name for name, field in self.form.fields.items() if isinstance(field, NamedField)}

    @property
    def opened(self) -> bool:
        """Whether the fold must be open: something behind it was typed, or is wrong."""
        return any(field.errors or self._differs(field) for field in self.more)

    def _differs(self, field: BoundField) -> bool:
        return bool(field.field.has_changed(field.field.initial, field.value()))


class RowSet:
    """The rows of one list of a kind. `data` is what was sent, `initial` the rows a form starts with.

    `only`: the field of the record and the values of it for which the list is asked (see `shown.only_for`).
    """

    def __init__(
        self,
        spec: LineSpec,
        unit: Unit,
        data: Data | None = None,
        initial: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self.spec, self.unit, self.errors, self.only = spec, unit, list[str](), ("", "")
        numbers = _numbers(data, spec.name) if data is not None else []
        self.rows = [self._sent(number, data) for number in numbers]
        if data is None:
            self.rows = [self._row(number, initial=row) for number, row in enumerate(initial)]
        if spec.required and not self.rows:
            self.rows = [self._row(0)]
        self._next = 1 + max((row.number for row in self.rows), default=-1)  # a number is used once

    @property
    def filled(self) -> list[Row]:
        """The rows that count: those in which something was typed; of a list that may not be empty, at least the first."""
        found = [row for row in self.rows if row.form.has_changed()]
        return found or (self.rows[:1] if self.spec.required else [])

    @property
    def amount(self) -> BoundField | None:
        """The amount of each row that can be set for all of them at once, if the list has one in sight."""
        blank = self.blank
        return next((field for field in blank.head if isinstance(field.field, MoneyField)), None)

    @property
    def pasted(self) -> list[BoundField]:
        """The columns a pasted text is read as, in their order."""
        form = self.blank.form
        return [form[name] for name in self.spec.paste if name in form.fields] or form.visible_fields()

    @cached_property
    def blank(self) -> Row:
        """An empty row, from which the page makes more."""
        return Row(0, self._form("__n__"), self.spec)

    def form_at(self, number: int) -> Any:
        """An empty form of a row of that number, before anything is sent."""
        return self._form(number)

    def add(self, values: Mapping[str, str] | None = None) -> None:
        """One more row, empty or with what was pasted."""
        number = self._next
        if len(self.rows) >= MOST:
            raise Refused(
                f"{self.spec.label}: một việc ghi nhiều nhất {MOST} dòng; hãy tách thành nhiều việc."
            )
        self._next += 1
        self.rows.append(self._pasted(number, values) if values else self._row(number))

    def remove(self, number: int) -> None:
        """Take a row away."""
        self.rows = [row for row in self.rows if row.number != number]
        if self.spec.required and not self.rows:
            self.add()

    def fill(self, text: str) -> None:
        """Write one amount into every row."""
        if self.amount is None:
            return
        for row in self.rows:
            row.form.data = MultiValueDict(row.form.data) if row.form.is_bound else _typed(row.form)
            row.form.data[row.form.add_prefix(self.amount.name)] = text
            row.form.is_bound = True

    def quieten(self) -> None:
        """Show what was typed without saying yet what is wrong with it."""
        for row in self.rows:
            quieten(row.form)

    def is_valid(self) -> bool:
        """Whether every row that counts can be read."""
        filled = self.filled
        for row in self.rows:
            if row not in filled:
                quieten(row.form)
        if self.spec.person:
            self._name_doubles()
        return all(row.form.is_valid() for row in self.filled)

    def values(self) -> list[dict[str, Any]]:
        """The rows as the action takes them."""
        return [row.form.values() for row in self.filled]

    def problems(self) -> list[tuple[str, str]]:
        """Every error, with the row it is in and the id of its input."""
        return [(error, f"danh-sach-{self.spec.name}") for error in self.errors] + [
            (self._at(position, error), field.id_for_label if field else f"danh-sach-{self.spec.name}")
            for position, row in enumerate(self.rows, start=1)
            for field, error in _errors_of(row)
        ]

    def _at(self, position: int, error: str) -> str:
        return f"{self.spec.label}, dòng {position}: {error}" if len(self.rows) > 1 else error

    def _name_doubles(self) -> None:
        """Two people of one name in one union must be chosen by hand: said beside the name."""
        typed = {row.number: _who(row) for row in self.filled}
        names = {who[0] for who in typed.values() if who}
        known = Counter(Person.objects.filter(unit=self.unit, name__in=names).values_list("name", "relation"))
        for row in self.filled:
            if (who := typed[row.number]) and known[who] > 1:
                row.form.add_error(
                    "name", f"Có {known[who]} người tên {who[0]}: hãy gõ lại rồi chọn đúng người được gợi ý."
                )

    def _sent(self, number: int, data: Data | None) -> Row:
        return self._row(number, data=data)

    def _pasted(self, number: int, values: Mapping[str, str]) -> Row:
        blank = self._form(number)
        data = _typed(blank)
        for name, value in values.items():
            data[blank.add_prefix(name)] = value
        return self._row(number, data=data)

    def _row(self, number: int, **given: Any) -> Row:
        form = self._form(number, **given)
        return Row(number, form, self.spec)

    def _form(self, number: int | str, **given: Any) -> Any:
        make: Any = self.spec.form
        form = make(unit=self.unit, prefix=f"{self.spec.name}-{number}", **given)
        form.use_required_attribute = False
        return form


def head_names(spec: LineSpec, form: forms.Form) -> set[str]:
    """Which fields of a row are always in sight: the first a spreadsheet would have, and those that must be filled."""
    visible = [field.name for field in form.visible_fields()]
    needed = {name for name in visible if form.fields[name].required}
    return {*(spec.paste or visible)[:HEAD], *needed}


def quieten(form: Any) -> None:
    """Keep what was typed in a form, and say nothing about it yet."""
    form._errors = ErrorDict()
    form.cleaned_data = {}


def named_field(spec: LineSpec, unit: Unit, name: str) -> NamedField | None:
    """The field of a row that names a union or an employer, if it has one of that name."""
    make: Any = spec.form
    field = make(unit=unit).fields.get(name)
    return field if isinstance(field, NamedField) else None


def _numbers(data: Data, name: str) -> list[int]:
    sent = [int(value) for value in data.getlist(f"{name}-row") if value.isdecimal()]
    return list(dict.fromkeys(sent))[: MOST + 1]


def _typed(form: forms.Form) -> Data:
    """A fresh form's fields as a browser would send them."""
    data: Data = MultiValueDict()
    for field in form:
        value = field.field.prepare_value(field.value())
        data[field.html_name] = "" if value is None else str(value)
    return data


def _who(row: Row) -> tuple[str, str] | None:
    """Name and relation of somebody typed and not picked."""
    if not row.form.is_valid() or row.form.cleaned_data.get("person"):
        return None
    return tidy_name(row.form.cleaned_data["name"]), row.form.cleaned_data["relation"]


def _errors_of(row: Row) -> list[tuple[BoundField | None, str]]:
    errors: list[tuple[BoundField | None, str]] = [(None, error) for error in row.form.non_field_errors()]
    return errors + [(field, error) for field in row.form for error in field.errors]
