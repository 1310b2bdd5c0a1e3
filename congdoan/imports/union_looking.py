"""What becomes of each row of a list of unions: one the book has, a new one and under whom, or why not."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.text import fold
from congdoan.org import queries as org
from congdoan.org.models import Naming, Organising, Unit, UnitKind
from congdoan.reform.actions import refuse_absent

from .fates import ANEW, CHANGED, DOUBTFUL, LEFT_OUT, NEW, REFUSED, SAME, SKIP, Fate, Line
from .places import Likeness, Places, name_key
from .sorts import Asked
from .union_columns import PLAIN, SIGNED

AT, ON = (
    "at",
    "on",
)  # in a fate's values: its superior (by public name, or by row), and from when it stands there
OTHER = (ANEW, "Công đoàn khác, lập mới")
LABELS = {column.name: column.label.lower() for column in PLAIN}


class Doubt(Exception):
    """The row may be a union of the book: why, which ones."""


class Look:
    """One look at all lines: what the book has, what the lines before have said."""

    def __init__(self, asked: Asked, lines: Sequence[Line]) -> None:
        self.asked, self.places = asked, Places(asked.unit, asked.on, every=True)
        self.kinds = {kind.code: kind for kind in UnitKind.objects.select_related("level")}
        self.units = {str(unit.uid): unit for unit in self.places.by_pk.values()}
        self.alike = Likeness(self.units.values())
        self.codes = set(
            Unit.objects.filter(code__in=[line.values.get("code") or "" for line in lines]).values_list(
                "code", flat=True
            )
        )
        self.rows = _rows(lines)
        self.said: dict[Any, int] = {}
        self.signed = {
            n.unit_id: n
            for n in Naming.objects.filter(
                unmade=None, from_on__lte=asked.on, to_on__gt=asked.on, unit__in=self.places.by_pk
            )
        }
        self.above = dict(
            org.standing(asked.on, depth=1, unit__in=self.places.by_pk).values_list("unit", "ancestor")
        )
        self.organised = set(organised(asked))

    def fates(self, lines: Sequence[Line]) -> list[Fate]:
        """The fate of every line; last, of those whose superior is a line of the file."""
        fates = {line.number: self._fate(line) for line in lines}
        for fate in fates.values():
            if why := self._why_not_under(fate, fates):
                fate.fate, fate.why, fate.column = REFUSED, why, "parent"
        return list(fates.values())

    def _fate(self, line: Line) -> Fate:
        fate = Fate(line.number, NEW, values=line.values)
        if self.asked.answers.get(line.number) == SKIP:
            fate.fate, fate.why = LEFT_OUT, "Bạn chọn bỏ qua."
            return fate
        try:
            self._read(fate, line)
            known = self._known(fate)
            self._meet(fate, known) if known else self._place(fate)
        except Doubt as doubt:
            fate.fate, fate.column = DOUBTFUL, "name"
            fate.why, fate.options = doubt.args
        except Refused as refused:
            fate.fate, fate.why, fate.column = (
                REFUSED,
                refused.sentence[:1].upper() + refused.sentence[1:],
                refused.field or "",
            )
        return fate

    def _read(self, fate: Fate, line: Line) -> None:
        for column, why in line.wrong.items():
            raise Refused(why, column)
        values = line.values
        if not values.get("name"):
            raise Refused("chưa có tên công đoàn; hãy ghi.", "name")
        for key in (
            ("code", values.get("code")),
            ("name", name_key(values["name"]), fold(values.get("parent") or "")),
        ):
            if key[1] and (first := self.said.setdefault(key, fate.row)) != fate.row:
                raise Refused(f"trùng với dòng {first} của tệp; hãy bỏ bớt hoặc ghi khác đi.", key[0])

    def _known(self, fate: Fate) -> Unit | None:
        """The union of the book that the row is, if any."""
        values, answer = fate.values, self.asked.answers.get(fate.row, "")
        if unit := self.units.get(answer):
            return unit
        if code := values.get("code"):
            return self._coded(code, values["name"])
        if answer == ANEW:
            return None
        same = self.places.named(values["name"])
        if len(same) == 1:
            return same[0]
        if near := same or self.alike.find(values["name"]):
            raise Doubt(f"Có thể là {near[0].name}.", [*self._as(near), OTHER, (SKIP, "Bỏ qua dòng này")])
        return None

    def _coded(self, code: str, name: str) -> Unit | None:
        unit = (
            next((unit for unit in self.units.values() if unit.code == code), None)
            if code in self.codes
            else None
        )
        if unit and name_key(unit.name) != name_key(name):
            raise Doubt(
                f"Mã này trong sổ là của {unit.name}.", [*self._as([unit]), (SKIP, "Bỏ qua dòng này")]
            )
        if unit is None and code in self.codes:
            raise Refused("mã này đã có công đoàn khác dùng; hãy chọn mã khác hoặc để trống.", "code")
        return unit

    def _as(self, units: Sequence[Unit]) -> list[tuple[str, str]]:
        return [(str(unit.uid), f"Chính là {unit.name} ({unit.code}), giữ tên trong sổ") for unit in units]

    def _meet(self, fate: Fate, unit: Unit) -> None:
        """The book has it: what is said anew; where it stands and what it is are changed on its own page."""
        values, fate.whom = fate.values, str(unit.uid)
        told = self.kinds.get(values.get("kind") or "")
        if told and told.pk != unit.kind_id:
            raise Refused(f"trong sổ là {unit.kind.name}; hãy sửa dòng này.", "kind")
        above = self.places.by_pk.get(self.above.get(unit.pk, 0))
        if (
            values.get("parent")
            and above not in (found := self.places.find(values["parent"]))
            and unit not in found
        ):
            raise Refused(
                f"đang trực thuộc {above.name if above else 'không công đoàn nào'}; hãy chuyển cấp trên ở trang của công đoàn này.",
                "parent",
            )
        said = [*news(values, self.signed.get(unit.pk)), *self._new_employer(values, unit)]
        fate.fate = CHANGED if said else SAME
        fate.why = f"Ghi {', '.join(LABELS[name] for name in said)}." if said else ""
        fate.values |= {ON: self.asked.on}

    def _new_employer(self, values: Mapping[str, Any], unit: Unit) -> list[str]:
        said = fold(values.get("employer") or "")
        return ["employer"] if said and (unit.pk, said) not in self.organised else []

    def _place(self, fate: Fate) -> None:
        """Under whom a new union stands, and from when."""
        values = fate.values
        if not values.get("kind"):
            raise Refused("chưa ghi loại công đoàn; hãy ghi hoặc chọn chung cho mọi dòng.", "kind")
        values[ON] = values.get("founded_on") or self.asked.on
        said = values.get("parent") or ""
        row = self.rows.get(said) or self.rows.get(name_key(said))
        if row and row != fate.row and not self.places.sure(said):
            values[AT] = row
            return
        found = self.places.find(said)
        if not self.places.sure(said):
            raise self._nowhere(said, found)
        values[AT] = str(found[0].uid)
        _refuse_superior(found[0], found[0].kind, self.kinds[values["kind"]], values[ON])

    def _nowhere(self, said: str, near: Sequence[Unit]) -> Refused:
        meant = f" Có phải {near[0].name} ({near[0].code})?" if near else ""
        return Refused(
            f"không có công đoàn nào tên hay mã “{said}” trong {self.asked.unit.name} hoặc trong tệp.{meant}",
            "parent",
        )

    def _why_not_under(self, fate: Fate, fates: Mapping[int, Fate]) -> str:
        """Why a new union cannot stand under the line it names: that one is not taken in, or the lines go round."""
        passed, row = [fate.row], fate.values.get(AT)
        while fate.fate == NEW and isinstance(row, int):
            above = fates[row]
            if row in passed:
                return "Các dòng này trực thuộc lẫn nhau thành vòng; hãy sửa cấp trên."
            if above.fate not in (NEW, SAME, CHANGED):
                return f"Cấp trên ở dòng {row} chưa nhập được."
            passed.append(row)
            row = above.values.get(AT)
        return self._why_not_beneath(fate, fates)

    def _why_not_beneath(self, fate: Fate, fates: Mapping[int, Fate]) -> str:
        row = fate.values.get(AT)
        if fate.fate != NEW or not isinstance(row, int):
            return ""
        above = fates[row]
        unit = self.units.get(above.whom)
        kind = unit.kind if unit else self.kinds[above.values["kind"]]
        try:
            if unit is None and above.values[ON] > fate.values[ON]:
                return f"Cấp trên ở dòng {row} thành lập sau ngày {fate.values[ON]:%d/%m/%Y}; hãy sửa ngày."
            _refuse_superior(unit, kind, self.kinds[fate.values["kind"]], fate.values[ON])
        except Refused as refused:
            return refused.sentence
        return ""


def _rows(lines: Sequence[Line]) -> dict[str, int]:
    """The row of each code and name of the file."""
    rows: dict[str, int] = {}
    for line in lines:
        for key in (line.values.get("code"), name_key(str(line.values.get("name") or ""))):
            if key:
                rows.setdefault(key, line.number)
    return rows


def organised(asked: Asked) -> Iterator[tuple[int, str]]:
    """Which union organises which employer's workers: its number, the name as heard."""
    rows = Organising.objects.filter(unmade=None, from_on__lte=asked.on, to_on__gt=asked.on)
    yield from rows.filter(unit__in=org.under(asked.unit, asked.on).values("pk")).values_list(
        "unit", "employer__name_key"
    )


def news(values: Mapping[str, Any], signed: Naming | None) -> list[str]:
    """Which columns say of how a union signs what the book does not."""
    return [name for name in SIGNED if values.get(name) and values[name] != getattr(signed, name, "")]


def _refuse_superior(unit: Unit | None, above: UnitKind, below: UnitKind, on: date) -> None:
    """Refuse a superior that has no unions under it, is lower, or is not there all the while."""
    if above.grassroots or above.level.order > below.level.order:
        raise Refused(f"{above.name} không quản lý {below.name}; hãy sửa cấp trên hoặc loại.", "parent")
    if unit:
        refuse_absent(unit, on, FOREVER, "founded_on")
