"""Forms over HTTP: what a form asks for as a schema, JSON read as the form reads what is typed, its errors by name."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from django import forms
from django.db.models import Model
from django.utils.datastructures import MultiValueDict
from ninja import Schema
from pydantic import BaseModel, ConfigDict, WithJsonSchema, create_model

from congdoan.accounts.forms import UnitField
from congdoan.base.fields import FOREVER
from congdoan.base.forms import MoneyField
from congdoan.org.models import Unit
from congdoan.records.rows import NamedField

Data = MultiValueDict[str, Any]
UNASKED = "Không có mục “{name}” ở đây; xem các mục ở /api/v1/docs."


class Said(BaseModel):
    """What a program says. The form reads it, so that what is refused is refused in its words."""

    model_config = ConfigDict(extra="allow")


class Choice(Schema):
    value: str
    label: str


class Field(Schema):
    """An input of a form. `choices` are the values it takes, where they are few."""

    name: str
    label: str
    type: str
    required: bool
    help: str = ""
    choices: list[Choice] = []


def body(name: str, form: type[forms.Form], *, stays: bool = False, **more: Any) -> type[Said]:
    """The schema of what a form takes. `stays`: what is not said stays as it is, only a reason must be given."""
    fields = {
        named: _annotated(field, optional=stays and named != "why")
        for named, field in form.base_fields.items()
        if _asked(named, field)
    }
    return create_model(name, __base__=Said, **{**fields, **more})


def described(form: forms.Form) -> list[Field]:
    """The inputs of a form as it stands before somebody: what it asks, with the choices they have."""
    return [_described(name, field) for name, field in form.fields.items() if _asked(name, field)]


def fill(data: Data, form: Any, said: Mapping[str, Any]) -> None:
    """Put what was said into the data of a form that has not been sent yet; what was not said stays as it begins."""
    for bound in form:
        name, given = bound.name, said.get(bound.name)
        value = given if name in said else bound.field.prepare_value(bound.value())
        for text in _texts(bound.field, value):
            data.appendlist(bound.html_name, text)


def unknown(form: Any, said: Mapping[str, Any]) -> list[dict[str, str]]:
    """What was said that the form does not ask."""
    return [{"field": name, "message": UNASKED.format(name=name)} for name in said if name not in form.fields]


def errors(form: Any, at: str = "") -> Iterator[dict[str, str]]:
    """Every error of a form, by the name of its input; those of the whole under no name."""
    for name, found in form.errors.items():
        for message in found:
            yield {"field": f"{at}{name}" if name != "__all__" else at.rstrip("."), "message": str(message)}


def shown(form: Any, leave_out: Iterable[str] = ()) -> dict[str, Any]:
    """What a form that has not been sent says, as JSON holds it."""
    out = set(leave_out)
    return {bound.name: plain(bound.value()) for bound in form if bound.name not in out}


def plain(value: Any) -> Any:
    """A value as JSON holds it: days by ISO, things by their public names."""
    if isinstance(value, Model):
        return public(value)
    if isinstance(value, date):
        return None if value == FOREVER else value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def public(thing: Any) -> str:
    """The public name of a thing: its code, its uid, or what a scheme calls it."""
    columns = {field.name for field in thing._meta.concrete_fields}
    for name in ("code", "uid"):
        if name in columns:
            return str(getattr(thing, name))
    return f"{thing.scheme}:{thing.number or thing.purpose}"


def schema_of(field: forms.Field) -> dict[str, Any]:
    """The type of an input, said as OpenAPI says it. What people may type for it is read as well."""
    found: dict[str, Any] = {
        "description": " ".join(filter(None, (str(field.label or ""), str(field.help_text))))
    }
    if isinstance(field, MoneyField):
        return {**found, "type": "integer", "minimum": 0}
    if isinstance(field, forms.IntegerField):
        bounds = {"minimum": field.min_value, "maximum": field.max_value}
        return {**found, "type": "integer", **{k: v for k, v in bounds.items() if v is not None}}
    if isinstance(field, forms.BooleanField):
        return {**found, "type": "boolean"}
    if isinstance(field, forms.DateField):
        return {**found, "type": "string", "format": "date"}
    if isinstance(field, forms.UUIDField):
        return {**found, "type": "string", "format": "uuid"}
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return {**found, "type": "array", "items": {"type": "string"}}
    things = isinstance(field, forms.ModelChoiceField)
    if values := [] if things else [choice.value for choice in _choices(field)]:
        return {**found, "type": "string", "enum": values if field.required else [*values, ""]}
    longest = getattr(field, "max_length", None)
    return {**found, "type": "string", **({"maxLength": longest} if longest else {})}


def _annotated(field: forms.Field, *, optional: bool = False) -> Any:
    optional = optional or isinstance(
        field, NamedField
    )  # before a union that has only one, the form knows which
    needed = field.required and field.initial is None and not optional
    schema = schema_of(field)
    if not needed and "enum" not in schema:
        schema = {**schema, "type": [schema["type"], "null"]}
    return (Annotated[Any, WithJsonSchema(schema)], ... if needed else None)


def _asked(name: str, field: forms.Field) -> bool:
    """Whether a program says it: the name of what is written comes of its key, files are not sent here."""
    return name != "uid" and not isinstance(field, forms.FileField)


def _described(name: str, field: forms.Field) -> Field:
    sort = schema_of(field).get("format") or schema_of(field)["type"]
    return Field(
        name=name, label=str(field.label or name), type=sort, required=field.required and field.initial is None,
        help=str(field.help_text), choices=_choices(field),
    )  # fmt: skip


def _choices(field: forms.Field) -> list[Choice]:
    if isinstance(field, forms.ModelChoiceField):
        return [Choice(value=public(one), label=str(one)) for one in (field.queryset or [])[:500]]
    given: Any = getattr(field, "choices", ())
    return [
        Choice(value=str(value), label=str(label)) for value, label in _flat(given) if value not in (None, "")
    ]


def _flat(choices: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label


def _texts(field: forms.Field, value: Any) -> list[str]:
    """A value as a browser would send it."""
    if isinstance(field, forms.BooleanField):
        return ["on"] if value in (True, 1, "1", "on", "true") else []
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(field, one)]
    if value is None or isinstance(value, dict):
        return [] if value is None else ["{}"]
    return [_named(field, _text(value))]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float | Decimal):
        return str(int(value)) if value == int(value) else str(value).replace(".", ",")
    if isinstance(value, datetime | date):
        return value.isoformat()
    return public(value) if isinstance(value, Model) else str(value)


def _named(field: forms.Field, text: str) -> str:
    """The name by which the form knows what a program names by its public name."""
    if isinstance(field, UnitField) and not _is_uid(text):
        unit = Unit.objects.filter(code=text).first() if text else None
        return str(unit.uid) if unit else text
    if isinstance(field, forms.ModelChoiceField) and not field.to_field_name and text:
        found = (one for one in field.queryset or [] if public(one) == text)
        return str(getattr(next(found, None), "pk", "-"))
    return text


def _is_uid(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
