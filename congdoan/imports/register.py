"""A list of members: who is new, who is known and says something new, who may be somebody else."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from congdoan.audit.models import Posting
from congdoan.base import progress
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.text import fold, tidy_name
from congdoan.ledger import rules
from congdoan.ledger.models import Closing
from congdoan.members import births, joining, keeping, mass, people, taking_back
from congdoan.members.births import differ
from congdoan.members.models import Membership, Person
from congdoan.members.names import twin_key
from congdoan.org.models import Unit

from . import members
from .fates import ANEW, CHANGED, DOUBTFUL, GOOD, LEFT_OUT, NEW, REFUSED, SAME, SKIP, Fate, Line
from .known import Known, People, chunks
from .places import Places
from .sorts import Asked, Sort, register

FACTS = ("name", *people.PLAIN, *people.SECRET, "card_number")
Begin = Membership.Begin
AT, ON = "at", "on"  # in a fate's values: the union (by number) and the day the row belongs to
NOTHING = (None, "")
OTHER = (ANEW, "Người khác, nhập mới")
ELSE = "một người trong sổ của công đoàn khác"


class Look:
    """One look at all lines: what the book knows, what the lines before have said."""

    def __init__(self, asked: Asked, lines: Sequence[Line]) -> None:
        self.asked, self.now = asked, today()
        self.places = Places(asked.unit, self.now)
        self.units = [self._unit(line) for line in lines]
        self.keys = {line.number: _keys(line) for line in lines}
        self.book = People(lines, [unit.pk if unit else None for unit in self.units], self.keys)
        self.said: dict[tuple[str, Any], int] = {}
        self.days: dict[tuple[int, date], str] = {}
        self.closings = list(Closing.objects.filter(unit__in=self.places.by_pk, unmade=None))

    def fates(self, lines: Sequence[Line]) -> list[Fate]:
        """The fate of every line."""
        both = zip(lines, self.units, strict=True)
        return [
            self._fate(line, unit)
            for line, unit in progress.counted(both, "Đang kiểm tra từng dòng", len(lines))
        ]

    def _unit(self, line: Line) -> Unit | None:
        return self.places.meant(str(line.values.get("unit") or ""))

    def _fate(self, line: Line, unit: Unit | None) -> Fate:
        fate = Fate(line.number, NEW, values=line.values)
        if self.asked.answers.get(line.number) == SKIP:
            fate.fate, fate.why = LEFT_OUT, "Bạn chọn bỏ qua."
            return fate
        try:
            self._refuse_unread(line)
            self._whom(fate, self._place(fate, unit))
        except Doubt as doubt:
            fate.fate, fate.why, fate.column, fate.options = DOUBTFUL, *doubt.args
        except Refused as refused:
            fate.fate, fate.why, fate.column = REFUSED, _capital(refused.sentence), refused.field or ""
        return fate

    def _refuse_unread(self, line: Line) -> None:
        for column, why in line.wrong.items():
            raise Refused(why, column)
        if not line.values.get("name"):
            raise Refused("chưa có họ và tên; hãy ghi.", "name")
        born = births.apart(line.values.get("born_on"))
        people.check_facts({"id_number": line.values.get("id_number"), **born}, now=self.now)

    def _place(self, fate: Fate, unit: Unit | None) -> Unit:
        if unit is None:
            raise self._nowhere(str(fate.values.get("unit") or ""))
        at, on = unit.pk, self._on(fate)
        if (at, on) not in self.days:
            self.days[at, on] = self._why_not(unit, on)
        if why := self.days[at, on]:
            raise Refused(why, "joined_on")
        fate.values[AT], fate.values[ON] = at, on
        return unit

    def _on(self, fate: Fate) -> date:
        joined = fate.values.get("joined_on")
        return joined if joined and self.asked.how == Begin.ADMITTED else self.asked.on

    def _why_not(self, unit: Unit, on: date) -> str:
        try:
            joining.check_place(unit, on)
            rules.refuse_closed(unit, on, self.closings)
        except Refused as refused:
            return refused.sentence
        return ""

    def _nowhere(self, text: str) -> Exception:
        if near := self.places.find(text):
            return _doubt(
                f"chưa rõ công đoàn nào: “{text}”", "unit", [(unit.code, unit.name) for unit in near]
            )
        what = f"không có công đoàn cơ sở nào tên hay mã “{text}”" if text else "chưa ghi công đoàn cơ sở"
        return Refused(f"{what} ở {self.asked.unit.name}; hãy sửa hoặc bỏ dòng.", "unit")

    def _whom(self, fate: Fate, unit: Unit) -> None:
        self._refuse_twice(fate)
        answer = self.asked.answers.get(fate.row, "")
        known = self._sure(fate) or self.book.by_uid.get(answer)
        if known is None and answer != ANEW:
            known = self._likely(fate)
        if known:
            self._meet(fate, known, unit)

    def _refuse_twice(self, fate: Fate) -> None:
        """Refuse a card or an ID number the file has had already; wonder at somebody of the same name and birth date."""
        values, row = fate.values, fate.row
        for column, what in (("card_number", "số thẻ"), ("id_number", "số căn cước")):
            if number := values.get(column):
                first = self.said.setdefault((column, number), row)
                if first != row:
                    raise Refused(f"{what} này đã có ở dòng {first} của tệp; hãy bỏ dòng trùng.", column)
        (key, twin), born = self.keys[row], values.get("born_on")
        first = self.said.setdefault(("who", twin or (fate.values[AT], key, born)), row)
        if first != row and self.asked.answers.get(row) != ANEW:
            raise _doubt(
                f"giống dòng {first} của tệp: cùng họ tên{', ngày sinh' if twin else ', năm sinh' if born else ''}",
                "name",
                [OTHER],
            )

    def _sure(self, fate: Fate) -> Known | None:
        """Who bears the card or the ID number."""
        values = fate.values
        card = self.book.by_card.get(values.get("card_number") or "")
        number = self.book.by_number.get(values.get("id_number") or "")
        if card and number and card.pk != number.pk:
            raise Refused(
                "số thẻ và số căn cước là của hai người khác nhau trong sổ; hãy xem lại.", "card_number"
            )
        known = card or number
        if known and fold(known.name) != self.keys[fate.row][0] and not self._agreed(fate, known):
            what = "số thẻ" if card else "số căn cước"
            column = "card_number" if card else "id_number"
            raise _doubt(f"{what} này là của {self._told(known)}", column, self._as(known))
        return known

    def _likely(self, fate: Fate) -> Known | None:
        """Who is of this name here; or somebody to wonder about."""
        (key, twin), born = self.keys[fate.row], fate.values.get("born_on")
        twins, at = self.book.by_twin.get(twin, []) if twin else [], fate.values[AT]
        here = [one for one in twins if one.unit == at and fold(one.name) == key]
        named = self.book.by_name.get((at, key))
        if named and not here:
            name = tidy_name(fate.values["name"])
            here = [one for one in named if one.name == name and not differ(born, births.born(one.facts))]
        if len(here) == 1 and not self._otherwise(fate, here[0]):
            return here[0]
        if wondered := here or twins:
            choices = [choice for one in wondered for choice in self._as(one)]
            raise _doubt(f"có thể là {self._told(wondered[0])}", "name", [*choices, OTHER])
        return None

    def _otherwise(self, fate: Fate, known: Known) -> bool:
        """Whether card or ID number say that it is somebody else."""
        both = [(fate.values.get(name), known.facts[name]) for name in ("card_number", "id_number")]
        return any(one and other and one != other for one, other in both)

    def _meet(self, fate: Fate, known: Known, unit: Unit) -> None:
        """Somebody the book knows: a member here, elsewhere, or nowhere now."""
        fate.whom = known.uid
        if known.unit is None:
            if known.until and known.until > fate.values[ON]:
                raise Refused(
                    f"đã là đoàn viên ở nơi khác đến ngày {known.until:%d/%m/%Y}; hãy chọn ngày từ đó.",
                    "joined_on",
                )
            fate.why = "Đã có hồ sơ, nay vào sổ đoàn viên."
            return
        if known.unit != unit.pk:
            there = self.places.by_pk.get(known.unit)
            raise Refused(
                f"đang là đoàn viên của {there.name if there else 'một công đoàn khác'}; hãy làm chuyển sinh hoạt.",
                "name",
            )
        news = news_of(fate.values, known.facts)
        fate.fate = CHANGED if news else SAME
        fate.why = f"Sửa {', '.join(LABELS[name].lower() for name in news)}." if news else ""

    def _agreed(self, fate: Fate, known: Known) -> bool:
        return self.asked.answers.get(fate.row) == known.uid

    def _told(self, known: Known) -> str:
        unit = self.places.by_pk.get(known.unit or 0)
        if unit is None:
            return ELSE
        born = births.words(births.born(known.facts))
        return f"{known.name}{f', sinh {born}' if born else ''}, {unit.name}"

    def _as(self, known: Known) -> list[tuple[str, str]]:
        seen = known.unit in self.places.by_pk
        return [(known.uid, f"Chính là {self._told(known)}")] if seen else []


def _keys(line: Line) -> tuple[str, str]:
    """The name of a row as it is searched by, and what two records of one person would have in common."""
    key, born = fold(str(line.values.get("name") or "")), line.values.get("born_on")
    return key, twin_key(key, born if isinstance(born, date) else None)


class Doubt(Exception):
    """The row may be something else: why, the column it hangs on, what it may be."""


def _doubt(why: str, column: str, options: Sequence[tuple[str, str]]) -> Doubt:
    return Doubt(_capital(why) + ".", column, [*options, (SKIP, "Bỏ qua dòng này")])


def news_of(values: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says of somebody that the book does not say."""
    told = births.news(_said(values), facts.get("born_on"))
    said = {name: value for name, value in told.items() if value is not None}
    said |= {"name": tidy_name(said["name"])}
    return {name: value for name, value in said.items() if value != facts.get(name)}


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def take_in(asked: Asked, fates: Sequence[Fate], posting: Posting) -> bool:
    """Those the book knows as one that is mended by hand; newcomers in bulk."""
    new, began = [fate for fate in fates if fate.fate == NEW], Begin(asked.how)
    if began == Begin.OPENING:
        mass.open_registers(posting, {fate.values[AT] for fate in new}, asked.on)
    _take_known(asked, [fate for fate in fates if fate.whom and fate.fate in GOOD], posting)
    strangers = [
        mass.Newcomer(fate.values[AT], fate.values[ON], _said(fate.values)) for fate in new if not fate.whom
    ]
    mass.take_in(posting, strangers, began, asked.note)
    return False


def _take_known(asked: Asked, known: Sequence[Fate], posting: Posting) -> None:
    """What is said of them, and who of them becomes a member."""
    found = chunks(fate.whom for fate in known)
    persons = {str(p.uid): p for some in found for p in Person.objects.filter(uid__in=some)}
    keeping.revise(posting, [(persons[fate.whom], _facts(fate)) for fate in known])
    for place, some in groupby(sorted((f for f in known if f.fate == NEW), key=_place), key=_place):
        joined = [persons[fate.whom] for fate in some]
        unit, uids = Unit.objects.get(pk=place[0]), (uuid.uuid4() for _ in joined)
        joining.begin(unit, joined, place[1], Begin(asked.how), posting, asked.note, uids)


def _place(fate: Fate) -> tuple[int, date]:
    return fate.values[AT], fate.values[ON]


def _facts(fate: Fate) -> dict[str, Any]:
    return _said(fate.values) | {"relation": Person.Relation.MEMBER}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says at all; a list has one column for the day of birth and for the year."""
    told = {**values, **births.apart(values.get("born_on"))}
    return {name: value for name in FACTS if (value := told.get(name)) not in NOTHING}


def look(asked: Asked, lines: Sequence[Line]) -> list[Fate]:
    """The fate of every line of a list of members."""
    return Look(asked, lines).fates(lines)


LABELS = {column.name: column.label for column in members.COLUMNS} | {"born_year": "Năm sinh"}

MEMBERS = register(
    Sort(
        slug="members",
        label="Đoàn viên",
        columns=lambda unit: members.COLUMNS,
        look=look,
        take_in=take_in,
        take_back=lambda of, posting, fates: taking_back.take_back(of, posting),
        put_back=lambda taken, posting, fates: taking_back.put_back(taken, posting),
        hows=((Begin.OPENING, "Đang là đoàn viên khi mở sổ"), (Begin.ADMITTED, "Mới kết nạp")),
        on_label="Có mặt (kết nạp) từ ngày",
        note_label="Số, ngày quyết định",
    )
)
