"""A record told to a reader: its fields, its rows, and what each version changed, in the words of its form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import DateField, Field, ForeignKey, Model

from congdoan.base.fields import FOREVER, DayField
from congdoan.base.forms import MoneyField
from congdoan.base.money import format_dong
from congdoan.base.words import grouped
from congdoan.members.models import Person

from . import content, privacy
from . import kind as kinds
from .kind import Kind, LineSpec
from .record import Line, Record

Fields = Mapping[str, forms.Field]
NO_END = "chưa hết hạn"


@dataclass(frozen=True)
class Table:
    """A list of a record: its label, its columns (label, whether a number), its rows of texts."""

    label: str
    heads: list[tuple[str, bool]]
    rows: list[list[str]]
    count: int

    @property
    def marked(self) -> list[list[tuple[str, bool]]]:
        """The rows, each text with whether its column is of numbers."""
        return [[(text, head[1]) for text, head in zip(row, self.heads, strict=True)] for row in self.rows]


@dataclass(frozen=True)
class Change:
    """One thing two versions say differently."""

    label: str
    before: str
    after: str


def facts(record: Record) -> list[tuple[str, str]]:
    """The kind's own columns that say something, with their labels."""
    kind, full = kinds.of(record), kinds.full(record)
    fields = form_fields(kind.form)
    told = [
        (name, text_of(fields[name], column_of(kind.model, name), getattr(full, name))) for name in _own(kind)
    ]
    return [(label_of(fields[name]), text) for name, text in told if text]


def tables(record: Record, *, sensitive: bool) -> list[Table]:
    """The lists of a record; columns nobody filled are left out, sensitive ones too unless asked for."""
    kind, rows = kinds.of(record), kinds.rows(record)
    return [_table(kind, spec, rows[spec.name], sensitive) for spec in kind.lines if rows[spec.name]]


def counts(record: Record) -> list[tuple[str, int]]:
    """The lists of a record by their length alone."""
    rows = kinds.rows(record)
    return [(spec.label, len(rows[spec.name])) for spec in kinds.of(record).lines if rows[spec.name]]


def changes(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any], *, rows: bool) -> list[Change]:
    """What two versions say differently; of a list row by row if `rows`, else only how long it is."""
    fields = form_fields(kind.form)
    found = [
        Change(
            label_of(fields[name]),
            *(_said(kind.model, fields, name, v["fields"].get(name)) for v in (before, after)),
        )
        for name, _, _ in content.changes(before, after)
        if name in fields
    ]
    for spec in kind.lines:
        was, now = (version["lines"].get(spec.name, []) for version in (before, after))
        found += _list_changes(spec, was, now, rows)
    names = ["; ".join(p["name"] for p in v.get("partners", [])) for v in (before, after)]
    return found + ([Change("Phối hợp với", *names)] if names[0] != names[1] else [])


def _list_changes(
    spec: LineSpec, before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]], rows: bool
) -> list[Change]:
    if before == after:
        return []
    if not rows or not spec.person:
        return [Change(spec.label, f"{len(before)} dòng", f"{len(after)} dòng")]
    was, now = ({row["person"]: row for row in version} for version in (before, after))
    names = dict(Person.objects.filter(pk__in={*was, *now}).values_list("pk", "name"))
    moved = [pk for pk in {**was, **now} if was.get(pk) != now.get(pk)]
    return [
        Change(names.get(pk, "—"), _row_said(spec, was.get(pk)), _row_said(spec, now.get(pk))) for pk in moved
    ]


def _row_said(spec: LineSpec, row: Mapping[str, Any] | None) -> str:
    if row is None:
        return "không có trong danh sách"
    fields = form_fields(spec.form)
    told = [(name, _said(spec.model, fields, name, row[name])) for name in row if name in fields]
    return "; ".join(f"{label_of(fields[name])}: {text}" for name, text in told if text and name != "person")


def _table(kind: Kind, spec: LineSpec, rows: Sequence[Line], sensitive: bool) -> Table:
    fields = {n: f for n, f in form_fields(spec.form).items() if sensitive or not is_sensitive(kind, spec, n)}
    texts = {name: [cell_of(spec, field, name, row) for row in rows] for name, field in fields.items()}
    used = [name for name in texts if any(texts[name]) and name != "person"]
    heads = [(label_of(fields[name]), _number(fields[name])) for name in used]
    return Table(
        spec.label, heads, [list(row) for row in zip(*(texts[name] for name in used), strict=True)], len(rows)
    )


def cell_of(spec: LineSpec, field: forms.Field, name: str, row: Any) -> str:
    """What a row of a list says in one column."""
    person = getattr(row, "person", None) if spec.person else None
    if person is not None and name in ("name", "relation"):
        return str(person.name) if name == "name" else _relation(person)
    value = getattr(row, name, None)
    return text_of(field, column_of(spec.model, name), value)


def _relation(person: Person) -> str:
    """What somebody is to the union, unless a member as most are."""
    return "" if person.relation == Person.Relation.MEMBER else person.get_relation_display()


def is_sensitive(kind: Kind, spec: LineSpec, name: str) -> bool:
    """Whether a field of a list is shown by role and need; a name is as sensitive as the person it is of."""
    name = "person" if spec.person and name in ("name", "relation") else name
    return privacy.of_kind(kind).get(spec.model.__name__, {}).get(name) == "sensitive"


def _own(kind: Kind) -> list[str]:
    """The kind's columns that its form asks for, in the order of the form."""
    return [name for name in form_fields(kind.form) if name in kind.columns]


def form_fields(form: type[forms.Form]) -> Fields:
    """The fields of a form as it shows them."""
    first = [name for name in getattr(form, "field_order", None) or () if name in form.base_fields]
    return {name: form.base_fields[name] for name in [*first, *form.base_fields]}


def label_of(field: forms.Field) -> str:
    """What a field is called."""
    return str(field.label)


def _number(field: forms.Field) -> bool:
    return isinstance(field, MoneyField | forms.IntegerField)


def column_of(model: type[Model], name: str) -> "Field[Any, Any] | None":
    """The column a field is kept in, if it has one of its own."""
    return next((field for field in model._meta.concrete_fields if field.name == name), None)


def _said(model: type[Model], fields: Fields, name: str, value: Any) -> str:
    """A value as a version keeps it: numbers for what it points to, days as text."""
    column = column_of(model, name)
    if isinstance(column, ForeignKey) and value is not None:
        rows: Any = column.related_model
        value = rows._default_manager.filter(pk=value).first()
    if isinstance(column, DateField | DayField) and isinstance(value, str):
        value = date.fromisoformat(value)
    return text_of(fields[name], column, value)


def text_of(field: forms.Field, column: "Field[Any, Any] | None", value: Any) -> str:
    """A value as people read it; empty for what says nothing."""
    if value in (None, "", False) or (value == 0 and not field.required and not _says_none(column)):
        return ""
    if value is True:
        return "Có"
    if isinstance(value, date):
        return NO_END if value == FOREVER else f"{value:%d/%m/%Y}"
    if choices := _choices(field, column):
        return choices.get(str(value), str(value))
    if isinstance(value, int):
        return format_dong(value) if isinstance(field, MoneyField) else _plain_number(column, value)
    return str(value)


def _says_none(column: "Field[Any, Any] | None") -> bool:
    """Whether 0 is an answer there, since what isn't known is left empty."""
    return column is not None and column.null


def _plain_number(column: "Field[Any, Any] | None", value: int) -> str:
    """A count grouped; a year as it is."""
    return str(value) if column is not None and column.name.endswith("year") else grouped(value)


def _choices(field: forms.Field, column: "Field[Any, Any] | None") -> dict[str, str]:
    given: Iterable[Any] = getattr(column, "choices", None) or ()
    if not given and isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        given = field.choices  # type: ignore[assignment]
    return {str(value): str(label) for value, label in _flat(given)}


def _flat(choices: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
