"""The tables of the book as this room walks them: which there are, what names a row in public, whose it is, whether it stands."""

from collections.abc import Collection, Iterator
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, Exists, ForeignKey, Model, OuterRef, Q, UniqueConstraint

from congdoan.accounts.models import User
from congdoan.audit.models import Posting
from congdoan.members.models import Membership, Person
from congdoan.org.models import Employer, Organising, Unit

Table = type[Model]

ROOMS = (
    "org", "ledger", "members", "funds", "officers", "records", "papers", "meetings", "targets", "emulation",
    "oversight", "ratings", "reports",
)  # fmt: skip
# Columns that hold the number of a row without being a foreign key.
NUMBERS: dict[str, dict[str, Table]] = {
    "audit.Posting": {"by": User},
    "records.Record": {"entered_by": User},
    "members.Apart": {"one": Person, "other": Person},
}
# What names a row of a table that has neither a uid nor a code.
KEYS = {"funds.Item": ("scheme", "number", "purpose", "side", "from_on"), "ledger.Cut": ("key",)}
# Rows that are of two unions' books: the one that sent, and the one named here.
SENT_TO = {"members.Transfer": "to_unit", "funds.Transfer": "to"}
# A row whose posting stands here was taken back: it is kept to be read, and says nothing today.
TAKEN_BACK = {"unmade", "withdrawn", "removed", "dropped", "retired"}


def tables() -> Iterator[Table]:
    """Every table of the rooms that keep the book."""
    for room in ROOMS:
        yield from apps.get_app_config(room).get_models()


def label(table: Table) -> str:
    return table._meta.label


def references(table: Table) -> Iterator[Any]:
    """Its columns that point at a row of another table, those of its parent table included."""
    return (field for field in table._meta.concrete_fields if isinstance(field, ForeignKey))


def owner(table: Table) -> Any:
    """The column that says whose its rows are: the union, else the first thing they are a part of."""
    pointing = [f for f in references(table) if f.related_model is not Posting]
    here = (f for f in pointing if f.name == "unit")
    return next(here, next((f for f in pointing if not f.null), None))


def public(table: Table) -> tuple[str, ...]:
    """The lookups that name a row of a table in public."""
    names = {field.name for field in table._meta.concrete_fields}
    known = next(((name,) for name in ("uid", "code", "digest") if name in names), None)
    return known or KEYS.get(label(table)) or tuple(_of_constraint(table))


def _of_constraint(table: Table) -> Iterator[str]:
    """The columns one constraint says are never the same twice, by public names."""
    for name in next(c.fields for c in table._meta.constraints if isinstance(c, UniqueConstraint)):
        yield from lookups(table._meta.get_field(name))


def lookups(field: Any) -> list[str]:
    """How a column is read in public: itself, or the public name of the row it points at."""
    if not isinstance(field, ForeignKey):
        return [field.name]
    return [f"{field.name}__{name}" for name in public(field.related_model)]


def standing(table: Table, prefix: str = "") -> Q:
    """The rows that say something today: not taken back, and parts of nothing that was."""
    found = Q()
    for field in table._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is Posting:
            found &= Q(**{f"{prefix}{field.name}__isnull": True}) if field.name in TAKEN_BACK else Q()
        elif isinstance(field, BooleanField) and field.name in ("withdrawn", "replaced"):
            found &= Q(**{f"{prefix}{field.name}": False})
        elif isinstance(field, ForeignKey) and not field.null and not field.primary_key:
            found &= standing(field.related_model, f"{prefix}{field.name}__")
    return found


def of_units(table: Table, units: Collection[int] | None) -> Q:
    """The rows that belong to these unions' book, and those that belong to nobody in particular."""
    field = owner(table)
    if units is None:
        return Q()
    if table is Unit:
        return Q(pk__in=units)
    if table is Employer:
        return Q(Exists(Organising.objects.filter(employer=OuterRef("pk"), unit__in=units)))
    return _owned(field, units) | _also(table, units) if field else Q()


def _owned(field: Any, units: Collection[int]) -> Q:
    """The rows whose owner is, or belongs to, one of these unions."""
    if field.related_model is Unit:
        return Q(**{f"{field.name}__in": units}) | (Q(**{field.name: None}) if field.null else Q())
    above = of_units(field.related_model, units)
    if not above:
        return Q()
    return Q(**{f"{field.name}__in": field.related_model._default_manager.filter(above).values("pk")})


def _also(table: Table, units: Collection[int]) -> Q:
    """A member written down by another union is of these as well; so is what was sent to one of them."""
    if table is Person:
        return Q(Exists(Membership.objects.filter(person=OuterRef("pk"), unit__in=units, unmade=None)))
    return Q(**{f"{SENT_TO[label(table)]}__in": units}) if label(table) in SENT_TO else Q()
