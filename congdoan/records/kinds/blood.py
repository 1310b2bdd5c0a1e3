"""Hiến máu tình nguyện: donors at their own union, each once in a period; units of blood at whoever organised it."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.words import grouped, small
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..forms import RecordForm, refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import PersonAtUnionForm, at_home, refuse_strangers

MOST = 20_000  # donors or units of blood on one day: more is a slip of the keyboard


class Blood(Record):
    """A day of giving blood. `others` is how many members gave whose names are not kept, none counted before this year."""

    round = models.CharField(max_length=20, blank=True)
    units_of_blood = models.IntegerField(default=0)
    others = models.IntegerField(default=0)


class Donor(Line):
    """Who gave, and the union they belong to."""

    record = models.ForeignKey(Blood, on_delete=models.PROTECT, related_name="donors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


PRIVACY = {
    "Blood": dict.fromkeys(("round", "units_of_blood", "others"), "internal"),
    "Donor": {"person": "personal", "union": "internal"},
}
DONORS, UNITS = "funds.blood_donors", "funds.blood_units"


def draws(blood: Blood, rows: Rows) -> Iterator[Draw]:
    """Each member who gave, at their own union; the blood here. Nobody but members is counted as a donor."""
    day, cut = blood.happened_on, {"round": blood.round}
    for row in rows["donors"]:
        assert isinstance(row, Donor)
        if row.person.relation == Person.Relation.MEMBER:
            yield Draw(DONORS, row.union_id, day, subject=row.person_id, cut=cut)
    yield Draw(DONORS, blood.unit_id, day, blood.others, cut=cut)
    yield Draw(UNITS, blood.unit_id, day, blood.units_of_blood, cut=cut)


def title(blood: Blood, rows: Rows) -> str:
    """How many gave how much."""
    people = len(rows["donors"]) + blood.others
    said = [f"{small(people)} người"] if people else []
    said += [f"{small(blood.units_of_blood)} đơn vị máu"] if blood.units_of_blood else []
    which = f", đợt {blood.round}" if blood.round else ""
    return f"Hiến máu tình nguyện{which}: {', '.join(said)}"


def check(blood: Blood, rows: Rows) -> None:
    """Refuse a day nobody gave, somebody twice, donors of other unions, numbers that cannot be."""
    for column, said in (("others", "Số người"), ("units_of_blood", "Số đơn vị máu")):
        if not 0 <= getattr(blood, column) <= MOST:
            raise Refused(f"{said} phải từ 0 đến {grouped(MOST)}; hãy xem lại.", column)
    if not (rows["donors"] or blood.others or blood.units_of_blood):
        raise Refused("Hãy thêm người hiến máu, hoặc ghi số người, số đơn vị máu.", "donors")
    refuse_twice(rows, "donors", "Người hiến máu")
    at_home(blood, rows["donors"])
    refuse_strangers(blood, rows, "donors")


class BloodForm(RecordForm):
    rare = ("round",)

    others = forms.IntegerField(
        label="Số người không ghi tên", min_value=0, max_value=MOST, required=False, localize=True,
        help_text="Đoàn viên chưa được tính lần nào trong năm nay.",
    )  # fmt: skip
    units_of_blood = forms.IntegerField(
        label="Số đơn vị máu thu được", min_value=0, max_value=MOST, required=False, localize=True,
        help_text="Chỉ ghi nếu công đoàn đứng ra tổ chức.",
    )  # fmt: skip
    round = forms.CharField(label="Đợt mấy", required=False, max_length=20)

    def values(self) -> dict[str, object]:
        values = super().values()
        return values | {name: values[name] or 0 for name in ("others", "units_of_blood")}


BLOOD = register(
    Kind(
        slug="blood",
        label="Hiến máu tình nguyện",
        icon="droplet",
        chapter=6,
        model=Blood,
        form=BloodForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({DONORS, UNITS}),
        lines=(
            LineSpec(
                "donors", Donor, PersonAtUnionForm, "Người hiến máu", "Thêm người", person=True,
                paste=("name", "union"),
            ),
        ),
        hint="Đoàn viên hiến máu, số đơn vị máu của ngày hội",
        words=("hiến máu", "máu", "giọt hồng", "nhân đạo"),
    )
)  # fmt: skip
