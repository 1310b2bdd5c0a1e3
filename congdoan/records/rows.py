"""Rows that name an employer or a union, and lists where nobody may stand twice: shared by the kinds that have them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc
from congdoan.members.models import Person
from congdoan.org.models import Employer, Organising, Unit
from congdoan.org.queries import standing

from .forms import LineForm, PersonLineForm

SEVERAL = 3  # names listed when what was typed fits several


class NamedField(forms.CharField):
    """Something that bears a name and a code, typed, pasted or picked: accents or not, a part of the name if it fits only one.

    The form says among which (`among`); `what` is the word for it. Gives the row of the table, or None if left empty.
    """

    def __init__(self, *, what: str, **kwargs: Any) -> None:
        self.what = what
        self.among: QuerySet[Any] | None = None
        super().__init__(**{"max_length": 200, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Model) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> Any:
        typed = nfc(super().clean(self.prepare_value(value)))
        return self._found(typed) if typed else None

    def _found(self, typed: str) -> Any:
        assert self.among is not None, "the form says among which"
        found = list(self.exact(typed)[:SEVERAL]) or list(self.holding(typed)[:SEVERAL])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(f"Không thấy {self.what} “{typed}”; hãy chọn lại trong danh sách.")
        names = ", ".join(f"{one.name} ({getattr(one, 'code', one)})" for one in found)
        raise ValidationError(f"“{typed}” có thể là {names}; hãy ghi đủ tên hoặc ghi mã.")

    def exact(self, typed: str) -> QuerySet[Any]:
        """Those of this very code or name."""
        assert self.among is not None
        return self.among.filter(Q(code=typed) | Q(name_key=fold(typed)))

    def holding(self, typed: str) -> QuerySet[Any]:
        """Those whose name holds every word typed."""
        assert self.among is not None
        found = self.among
        for word in fold(typed).split():
            found = found.filter(name_key__contains=word)
        return found


class EmployerLineForm(LineForm):
    """A row that names an employer whose workers the union, or one below it, organises."""

    employer = NamedField(label="Cơ quan, đơn vị", what="cơ quan, đơn vị")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among = employers_of(self.unit)
        _narrow(self.fields["employer"], among)
        if self.unit.kind.grassroots and len(only := list(among[:2])) == 1:
            self.fields["employer"].initial = only[0]


class UnionLineForm(LineForm):
    """A row that names a union: the form's own or one below it. A grassroots union names only itself, unasked."""

    union = NamedField(label="Công đoàn", what="công đoàn")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["union"]
        _narrow(field, units_of(self.unit))
        if self.unit.kind.grassroots:
            field.widget, field.required, field.initial = forms.HiddenInput(), False, self.unit

    def clean_union(self) -> Unit:
        return self.cleaned_data["union"] or self.unit


class PersonAtUnionForm(UnionLineForm, PersonLineForm):
    """A row that names somebody and the union they belong to: the one they are known at, unless another is named."""

    field_order: Iterable[str] | None = ("person", "name", "relation", "union")
    union = NamedField(label="Công đoàn", what="công đoàn", required=False)

    def clean_union(self) -> Unit:
        person: Person | None = self.cleaned_data.get("person")
        return self.cleaned_data["union"] or (person.unit if person else self.unit)


class MemberForm(PersonAtUnionForm):
    """A row that names a member and nobody else."""

    relation = forms.ChoiceField(
        choices=[(Person.Relation.MEMBER.value, Person.Relation.MEMBER.label)],
        initial=Person.Relation.MEMBER,
        required=False,
        widget=forms.HiddenInput,
    )


def employers_of(unit: Unit) -> QuerySet[Employer]:
    """The employers that the union and those below it organise or once organised."""
    rows = Organising.objects.filter(unmade=None, unit__in=_below(unit))
    return Employer.objects.filter(pk__in=rows.values("employer")).order_by("name_key")


def units_of(unit: Unit) -> QuerySet[Unit]:
    """The union and those that stand or once stood below it."""
    return Unit.objects.filter(pk__in=_below(unit)).select_related("kind").order_by("name_key")


def organisers(unit: Unit, on: date) -> dict[int, Unit]:
    """Which union organises each employer (by number) on a day, among the union and those standing below it."""
    below = standing(on, ancestor=unit).values("unit")
    rows = Organising.objects.filter(unmade=None, unit__in=below, from_on__lte=on, to_on__gt=on)
    return {row.employer_id: row.unit for row in rows.select_related("unit__kind")}


def organised(record: Any, rows: Mapping[str, Sequence[Any]], on: date) -> dict[int, Unit]:
    """Refuse an employer listed twice, or not organised on that day by the record's union or one below it; else who
    organises each."""
    refuse_same(rows, "employers", "employer")
    unions = organisers(record.unit, on)
    for row in rows["employers"]:
        if row.employer_id not in unions:
            raise Refused(
                f"Dòng {row.position}: ngày {on:%d/%m/%Y} {row.employer.name} không thuộc {record.unit.name}; "
                "hãy bỏ dòng này hoặc chọn ngày khác.",
                "employers",
            )
    return unions


def at_home(record: Any, rows: Iterable[Any]) -> None:
    """Rows that name no union stand at the person's, or at the record's own."""
    for row in rows:
        if row.union_id is None:
            row.union = row.person.unit if hasattr(row, "person") else record.unit


def refuse_strangers(record: Any, rows: Mapping[str, Sequence[Any]], name: str) -> None:
    """Refuse a row whose union did not stand under the record's on its day."""
    below = set(standing(record.happened_on, ancestor=record.unit).values_list("unit", flat=True))
    for row in rows[name]:
        if row.union_id not in below:
            who = f"{row.person.name} thuộc " if getattr(row, "person", None) else ""
            raise Refused(
                f"Dòng {row.position}: {who}{row.union.name}, không trực thuộc {record.unit.name}; "
                "hãy chọn lại công đoàn.",
                name,
            )


def refuse_same(rows: Mapping[str, Sequence[Any]], name: str, what: str) -> None:
    """Refuse what stands on one list twice: `what` is the column that names it (employer, union)."""
    seen: dict[int, int] = {}
    for row in rows[name]:
        first = seen.setdefault(getattr(row, f"{what}_id"), row.position)
        if first != row.position:
            raise Refused(
                f"{getattr(row, what)} có ở cả dòng {first} và dòng {row.position}; hãy bỏ một dòng.", name
            )


def _narrow(field: forms.Field, among: QuerySet[Any]) -> None:
    assert isinstance(field, NamedField)
    field.among = among


def _below(unit: Unit) -> Any:
    return unit.descents.filter(unknown_at=None).values("unit")
