"""Records out of spreadsheets: one row a record, or one row a line of a record's list (who received, who learned …).

Every row goes through the kind's own form, so that what it refuses on the page it refuses here, in the same words.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.datastructures import MultiValueDict

from congdoan.accounts import access
from congdoan.accounts.models import User
from congdoan.audit.models import Posting
from congdoan.base import progress
from congdoan.base.errors import Refused
from congdoan.base.text import fold
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import actions, content
from congdoan.records.entry import Entry
from congdoan.records.forms import people_of
from congdoan.records.kind import KINDS, Kind, LineSpec
from congdoan.records.record import Record

from .fates import ANEW, DOUBTFUL, LEFT_OUT, NEW, REFUSED, SAME, SKIP, Fate, Line
from .kind_columns import CARD, NOT_ASKED, columns, list_of
from .places import Places
from .sorts import Asked, Sort, register
from .withdrawing import put_back, take_back

GROUP, BROUGHT = (
    "group",
    "brought",
)  # in a fate's values: the first row of its record; whom the record wrote down
DESPITE = "Đã xem và xác nhận khi nhập từ bảng tính."


@dataclass
class Group:
    """The rows of one record."""

    kind: Kind
    unit: Unit
    lines: list[Line]

    def entry(self, asked: Asked) -> Entry:
        """The kind's form, filled with these rows."""
        return Entry(self.kind, self.unit, data=MultiValueDict(dict(self._data(asked))))

    def _data(self, asked: Asked) -> Iterator[tuple[str, list[str]]]:
        make: Any = self.kind.form
        first, spec = self.lines[0].values, list_of(self.kind)
        for name, field in make.base_fields.items():
            value = first.get(name)
            if value in (None, "") and name == "happened_on":
                value = asked.on
            if value in (None, ""):
                value = field.initial() if callable(field.initial) else field.initial
            yield from _sent(name, value)
        if any(asked.answers.get(line.number) == ANEW for line in self.lines):
            yield "despite", [DESPITE]
        if spec:
            yield f"{spec.name}-row", [str(n) for n in range(len(self.lines))]
            for n, line in enumerate(self.lines):
                yield from self._row(spec, f"{spec.name}-{n}-", line)

    def _row(self, spec: LineSpec, prefix: str, line: Line) -> Iterator[tuple[str, list[str]]]:
        for name, field in spec.form.base_fields.items():
            value = line.values.get(f"{spec.name}.{name}")
            yield from _sent(prefix + name, field.initial if value in (None, "") else value)
        if card := line.values.get(CARD):
            holder = people_of(self.unit).filter(card_number=card, unmade=None).first()
            if holder is None:
                raise Refused(f"không ai ở đây mang số thẻ {card}; hãy sửa hoặc bỏ trống.", CARD)
            yield f"{prefix}person", [str(holder.uid)]


def _sent(name: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    if value is True:
        yield name, ["on"]
    elif isinstance(value, date):
        yield name, [value.isoformat()]
    elif value not in (None, "", False):
        yield name, [str(value)]


def look(kind: Kind, asked: Asked, lines: Sequence[Line]) -> list[Fate]:
    """The fate of every row; the rows of one record share it."""
    fates = {line.number: Fate(line.number, NEW, values=line.values) for line in lines}
    places = Places(asked.unit, asked.on)
    whole = []
    for line in lines:
        if not _settled(asked, line, fates[line.number], places):
            whole.append(line)
    groups = _groups(kind, asked, places, whole)
    for group in progress.counted(groups, "Đang kiểm tra từng việc", len(groups)):
        _look(asked, group, [fates[line.number] for line in group.lines])
    return list(fates.values())


def _settled(asked: Asked, line: Line, fate: Fate, places: Places) -> bool:
    """Whether nothing more is to be asked of a row: it is left out, or cannot be read."""
    if asked.answers.get(line.number) == SKIP:
        fate.fate, fate.why = LEFT_OUT, "Bạn chọn bỏ qua."
        return True
    text = str(line.values.get("unit") or "")
    if line.wrong:
        fate.column, fate.why = next(iter(line.wrong.items()))
    elif text and not places.sure(text):
        fate.column, fate.why = (
            "unit",
            f"Không có công đoàn nào tên hay mã “{text}” ở {asked.unit.name}; hãy sửa.",
        )
    else:
        return False
    fate.fate, fate.why = REFUSED, fate.why[:1].upper() + fate.why[1:]
    return True


def _groups(kind: Kind, asked: Asked, places: Places, lines: Iterable[Line]) -> list[Group]:
    own = [name for name in kind.form.base_fields if name not in NOT_ASKED] if list_of(kind) else []
    found: dict[Any, Group] = {}
    for line in lines:
        text = str(line.values.get("unit") or "")
        unit = places.find(text)[0] if text else asked.unit
        key = (unit.pk, *(line.values.get(name) for name in own)) if own else line.number
        found.setdefault(key, Group(kind, unit, [])).lines.append(line)
    return list(found.values())


def _look(asked: Asked, group: Group, fates: Sequence[Fate]) -> None:
    for fate in fates:
        fate.values[GROUP] = group.lines[0].number
    try:
        entry = group.entry(asked)
        if not entry.is_valid():
            _refused(entry, fates)
            return
        seen = entry.look()
    except Refused as refused:
        _all(fates, REFUSED, refused.sentence, _named(group.kind, refused.field))
        return
    assert seen
    if known := _known(group, seen.title, entry):
        _all(fates, SAME, "")
        for fate in fates:
            fate.whom = str(known.uid)
    elif seen.doubts and not entry.said()["despite"]:
        _all(fates, DOUBTFUL, seen.doubts[0].sentence)
        for fate in fates:
            fate.options = [(ANEW, "Đúng như vậy, vẫn nhập"), (SKIP, "Bỏ qua dòng này")]


def _named(kind: Kind, field: str | None) -> str:
    """The column an action's refusal is about."""
    spec = list_of(kind)
    return f"{spec.name}.name" if spec and field in (spec.name, "name") else field or ""


def _all(fates: Iterable[Fate], fate: str, why: str, column: str = "") -> None:
    for one in fates:
        one.fate, one.why, one.column = fate, why[:1].upper() + why[1:], column


def _refused(entry: Entry, fates: Sequence[Fate]) -> None:
    """What the form says, at the row and the cell it is about; the other rows of the record wait for it."""
    _all(fates, REFUSED, "Một dòng khác của cùng việc này chưa nhập được.")
    for name, errors in entry.form.errors.items():
        _all(fates, REFUSED, str(errors[0]), "" if name == "__all__" else name)
    for rows in entry.lists:
        for row, fate in zip(rows.rows, fates, strict=False):
            for name, errors in row.form.errors.items():
                _all([fate], REFUSED, str(errors[0]), f"{rows.spec.name}.{name}")
        for sentence in rows.errors:
            _all(fates, REFUSED, sentence)


def _known(group: Group, title: str, entry: Entry) -> Record | None:
    """The record the book has already: of that day and title, with the same people."""
    rows = Record.objects.filter(kind=group.kind.slug, unit=group.unit, title=title[:300], withdrawn=False)
    said = entry.said()
    names = sorted(_names(said["lines"]))
    for record in rows.filter(happened_on=said["happened_on"]):
        if sorted(_names(content.lines_of(record))) == names:
            return record
    return None


def _names(lines: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[str]:
    for rows in lines.values():
        for row in rows:
            person = row.get("person")
            yield fold(person.name if person else str(row.get("name") or ""))


def take_in(kind: Kind, asked: Asked, fates: Sequence[Fate], posting: Posting) -> bool:
    """Each record by the same act as on the page."""
    last = Person.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    places, user = Places(asked.unit, asked.on), User.objects.filter(pk=asked.by or 0).first()
    found = {fate.row: fate for fate in fates}
    lines = [Line(fate.row, fate.values) for fate in fates if fate.fate == NEW]
    groups = _groups(kind, asked, places, lines)
    for group in progress.counted(groups, "Đang ghi từng việc", len(groups)):
        entry = group.entry(asked)
        if not entry.is_valid():
            raise Refused("Sổ đã có thay đổi từ lúc kiểm tra tệp; hãy bấm Kiểm tra lại, xem rồi nhập.")
        other = access.writes_for(user, group.unit) if user else False
        uid = uuid.uuid5(posting.uid, str(group.lines[0].number))
        record = actions.add(
            kind=kind, unit=group.unit, by=asked.by, uid=uid, entered_for=other, **entry.said()
        )
        for line in group.lines:
            found[line.number].whom = str(record.uid)
        found[group.lines[0].number].values[BROUGHT] = _brought(record, last)
    return True


def _brought(record: Record, last: int) -> str:
    """Whom the record wrote down, by public name."""
    rows = content.lines_of(record)
    people = {row["person"] for lines in rows.values() for row in lines if row.get("person")}
    return " ".join(sorted(str(person.uid) for person in people if person.pk > last))


def announce() -> None:
    """Every kind is a sort of rows."""
    for kind in KINDS.values():
        register(_sort(kind))


def _sort(kind: Kind) -> Sort:
    return Sort(
        slug=kind.slug,
        label=kind.label,
        columns=lambda unit: columns(kind, unit),
        look=lambda asked, lines: look(kind, asked, lines),
        take_in=lambda asked, fates, posting: take_in(kind, asked, fates, posting),
        take_back=take_back,
        put_back=put_back,
        on_label="Ngày, nếu tệp không có cột ngày",
    )
