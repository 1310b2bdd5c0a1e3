"""One filling of the form of a kind: its fields, its lists, what comes with it. Knows nothing of pages."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import FilesField, Form
from congdoan.base.text import nfc
from congdoan.funds.movements import Movement
from congdoan.org.models import Unit

from . import content, doubts, preview
from . import kind as kinds
from .doubts import Doubt
from .forms import SHARED
from .kind import Kind, LineSpec
from .pasting import read
from .preview import Addition
from .record import Record
from .rowset import Data, RowSet, quieten
from .shown import Shown, only_for, shown

ADD, REMOVE, FILL, PASTE = "them-dong", "bo-dong", "dat-tien", "dan"


class Around(Form):
    """What may come with any record."""

    partners = forms.CharField(
        label="Phối hợp với",
        required=False,
        max_length=600,
        help_text="Công đoàn, cơ quan, khối thi đua; nhiều bên cách nhau bằng dấu chấm phẩy.",
    )
    uploads = FilesField(label="Ảnh, danh sách ký nhận", required=False)


class Amending(Around):
    """What comes with a change of a record."""

    why = forms.CharField(
        label="Lý do sửa",
        max_length=500,
        help_text="Người xem số liệu sau này sẽ đọc lý do này.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@dataclass(frozen=True)
class Start:
    """What a form begins with."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    partners: str = ""


@dataclass(frozen=True)
class Look:
    """What saving would do: the title, what is added to which figures, what looks odd."""

    title: str
    additions: list[Addition]
    moved: list[Movement]
    doubts: list[Doubt]


class Entry:
    """A form of a kind for a union, new or to amend `record`. `data` and `files` are what was sent, if anything was."""

    def __init__(
        self,
        kind: Kind,
        unit: Unit,
        *,
        data: Data | None = None,
        files: Any = None,
        start: Start | None = None,
        record: Record | None = None,
    ) -> None:
        start = start or (start_of(record) if record else Start())
        self.kind, self.unit, self.record, self.data = kind, unit, record, data
        self.uid = uid_of(data)
        make: Any = kind.form
        self.form: Any = make(data, unit=unit, initial=dict(start.fields))
        self.lists = [RowSet(spec, unit, data, start.lines.get(spec.name, ())) for spec in kind.lines]
        for rows in self.lists:
            rows.only = only_for(self.form, rows.spec.name)
        around = Amending if record else Around
        self.around: Any = around(data, files, prefix="them", initial={"partners": start.partners})
        for form in (self.form, self.around):
            form.use_required_attribute = False

    @cached_property
    def full(self) -> Any:
        """The record it amends, with its kind's own columns."""
        return kinds.full(self.record) if self.record else None

    @property
    def before(self) -> list[RowSet]:
        """The lists that come first: of whom it is told."""
        return [rows for rows in self.lists if rows.spec.required and rows.spec.person]

    @property
    def after(self) -> list[RowSet]:
        """The other lists."""
        return [rows for rows in self.lists if rows not in self.before]

    @property
    def fields(self) -> list[Shown]:
        """The kind's own fields and the day, in their order."""
        apart = (*self._rare, "despite")
        return [shown(field) for field in self.form.visible_fields() if field.name not in apart]

    @property
    def despite(self) -> Shown:
        """Why it is right though something looks odd."""
        return shown(self.form["despite"])

    @property
    def rare(self) -> list[Shown]:
        """What is seldom filled: behind a fold."""
        own = [shown(field) for field in self.form.visible_fields() if field.name in self._rare]
        return [*own, shown(self.around["partners"])]

    @property
    def rare_opened(self) -> bool:
        """Whether something behind that fold was filled, or is wrong."""
        return any(field.bound.errors or field.filled for field in self.rare)

    @property
    def _rare(self) -> tuple[str, ...]:
        return (*getattr(self.form, "rare", ()), "note")

    def rearrange(self, wish: str) -> None:
        """Without JavaScript: a row more, a row less, one amount for all, rows out of a pasted text."""
        rearrange(self.lists, self.data, wish)
        self.quieten()

    def quieten(self) -> None:
        """Show what was typed without saying yet what is wrong with it."""
        for form in (self.form, self.around):
            quieten(form)
        for rows in self.lists:
            rows.quieten()

    def is_valid(self) -> bool:
        """Whether all of it can be read; every error stands beside its field."""
        return all([self.form.is_valid(), self.around.is_valid(), *[rows.is_valid() for rows in self.lists]])

    def said(self) -> dict[str, Any]:
        """All of it, as the actions take it."""
        return {
            "happened_on": self.form.cleaned_data["happened_on"],
            "fields": self.form.values(),
            "lines": {rows.spec.name: rows.values() for rows in self.lists},
            "partners": self._partners(),
            "note": self.form.cleaned_data["note"],
            "despite": self.form.cleaned_data["despite"],
        }

    def look(self) -> Look | None:
        """What it would be called, what it would add (or change, when amending), what looks odd; None while it can't be read yet.

        Raises `Refused` as saving it would.
        """
        if not (self.form.is_valid() and all(rows.is_valid() for rows in self.lists)):
            return None
        said = {"happened_on": self.form.cleaned_data["happened_on"], **self.form.values()}
        record = self._draft(said)
        rows = preview.imagined(
            self.kind, record, {listed.spec.name: listed.values() for listed in self.lists}
        )
        self.kind.check(record, rows)
        found = preview.of(self.kind, record, rows)
        added = preview.changed(self.record, found) if self.record else found
        return Look(
            self.kind.title(record, rows),
            added,
            preview.moved(self.kind, record, rows),
            doubts.of_record(self.kind, record, rows),
        )

    def refuse(self, refused: Refused) -> None:
        """Put what an action refused beside the list or the field it is about, or on top."""
        listed = next((rows for rows in self.lists if rows.spec.name == refused.field), None)
        if listed is not None:
            listed.errors.append(refused.sentence)
        elif refused.field in self.around.fields:
            self.around.refuse(refused)
        else:
            self.form.refuse(refused)

    def problems(self) -> list[tuple[str, str]]:
        """Every error and the id of the input it is about, in the order of the page."""
        here = [problem for rows in self.before for problem in rows.problems()] + problems_of(self.form)
        return (
            here + [problem for rows in self.after for problem in rows.problems()] + problems_of(self.around)
        )

    def _draft(self, said: Mapping[str, Any]) -> Any:
        """The record as it would be, not saved."""
        if self.record is None:
            return self.kind.model(kind=self.kind.slug, unit=self.unit, **said)
        draft = kinds.full(Record.objects.select_related("unit__kind").get(pk=self.record.pk))
        for name, value in said.items():
            setattr(draft, name, value)
        return draft

    def _partners(self) -> list[dict[str, Any]]:
        """The partners named; one that was named before keeps its share."""
        shares = {p["name"]: p["share"] for p in content.partners_of(self.record)} if self.record else {}
        names = [nfc(name) for name in self.around.cleaned_data["partners"].split(";")]
        return [{"name": name[:200], "share": shares.get(name, 0)} for name in names if name]


def rearrange(lists: Sequence[RowSet], data: Data | None, wish: str) -> None:
    """What a button of a list asks for: `them-dong:<list>`, `bo-dong:<list>:<row>` …"""
    verb, _, rest = wish.partition(":")
    name, _, number = rest.partition(":")
    for rows in lists:
        if rows.spec.name == name:
            _rearrange(rows, verb, number, data.get(f"{name}-{verb}", "") if data else "")


def _rearrange(rows: RowSet, verb: str, number: str, sent: str) -> None:
    if verb == ADD:
        rows.add()
    elif verb == REMOVE and number.isdecimal():
        rows.remove(int(number))
    elif verb == FILL:
        rows.fill(sent)
    elif verb == PASTE:
        paste(rows, sent)


def start_of(record: Record, *, people: bool = True) -> Start:
    """A form filled with what a record says; without its people, one row that keeps only the amounts."""
    kind, full = kinds.of(record), kinds.full(record)
    lines = {
        spec.name: [_line(spec, row) for row in rows] if people or not spec.person else _nobody(spec, rows)
        for spec, rows in zip(kind.lines, content.lines_of(record).values(), strict=True)
    }
    names = [partner["name"] for partner in content.partners_of(record)]
    fields = _begun(kind, {name: getattr(full, name) for name in (*SHARED, *kind.columns)})
    if not people:
        fields["despite"] = ""
    return Start(fields, lines, "; ".join(names))


def paste(rows: RowSet, text: str) -> None:
    """Add the rows of a pasted text, in place of rows nothing was typed in."""
    found = read(text, rows.spec, rows.blank.form)
    if not found:
        return
    rows.rows = [row for row in rows.rows if row.form.is_bound and row.form.has_changed()]
    for values in found:
        rows.add(values)


def _line(spec: LineSpec, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as its form begins: a person by their uid, with the name to read."""
    person = row.get("person") if spec.person else None
    row = _begun(spec, row)
    if person is None:
        return row
    return {**row, "person": person.uid, "name": person.name, "relation": person.relation}


def _begun(of: Kind | LineSpec, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a form begins with them: an amount that need not be given and is none stays empty, unless 0 says so."""
    fields = of.form.base_fields.items()
    needless = {name for name, field in fields if not field.required and field.initial is None}
    needless -= {column.name for column in of.model._meta.concrete_fields if column.null}
    return {name: None if value == 0 and name in needless else value for name, value in values.items()}


def _nobody(spec: LineSpec, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [_begun(spec, {n: value for n, value in row.items() if n != "person"}) for row in rows[:1]]


def problems_of(form: Any) -> list[tuple[str, str]]:
    """Every error of a form and the id of its input."""
    found = [(error, "") for error in form.non_field_errors()]
    return found + [(error, field.id_for_label or field.auto_id) for field in form for error in field.errors]


def uid_of(data: Data | None) -> uuid.UUID:
    """The uid the form was given when it was first shown; a new one if it has none."""
    try:
        return uuid.UUID(data.get("uid") if data else None)
    except (TypeError, ValueError, AttributeError):
        return uuid.uuid4()
