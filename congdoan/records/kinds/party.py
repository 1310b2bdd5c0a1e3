"""Phát triển Đảng: outstanding members introduced to the Party, and members admitted."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.words import small
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from ..forms import RecordForm, refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import MemberForm, at_home, refuse_strangers


class Party(Record):
    """One step, for a list of members, on a day."""

    class Step(models.TextChoices):
        INTRODUCED = "introduced", "Giới thiệu đoàn viên ưu tú"
        ADMITTED = "admitted", "Kết nạp Đảng"

    step = models.CharField(max_length=10, choices=Step.choices)
    number = models.CharField(max_length=50, blank=True)


class PartyMember(Line):
    """A member introduced or admitted, and the union they belonged to."""

    record = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


PRIVACY = {
    "Party": {"step": "internal", "number": "internal"},
    "PartyMember": {"person": "sensitive", "union": "internal"},
}
FEEDS = {"introduced": "party.introduced", "admitted": "party.admitted"}
SEX = {True: "f", False: "m", None: ""}


def draws(party: Party, rows: Rows) -> Iterator[Draw]:
    """Each member once, at their own union, whichever union introduced them."""
    for row in rows["members"]:
        assert isinstance(row, PartyMember)
        cut = {"sex": SEX[row.person.woman]}
        yield Draw(FEEDS[party.step], row.union_id, party.happened_on, 1, row.person_id, cut)


def title(party: Party, rows: Rows) -> str:
    """Which step, and for how many."""
    return f"{party.get_step_display()}: {small(len(rows['members']))} người"


def check(party: Party, rows: Rows) -> None:
    """Refuse who is no member, stands on the list twice, took this step before, or belongs elsewhere."""
    members = [row for row in rows["members"] if isinstance(row, PartyMember)]
    refuse_twice(rows, "members", "Đoàn viên")
    at_home(party, members)
    refuse_strangers(party, rows, "members")
    before = _before(party, members)
    for row in members:
        if row.person.relation != Person.Relation.MEMBER:
            raise _refused(row, "không phải đoàn viên; hãy chọn lại.")
        if on := before.get(row.person_id):
            raise _refused(row, f"đã được ghi “{party.get_step_display()}” ngày {on}; hãy bỏ dòng này.")


def _before(party: Party, members: list[PartyMember]) -> dict[int, str]:
    """When the members took this step in another record: it is taken once."""
    others = PartyMember.objects.filter(
        person__in=[row.person_id for row in members], record__step=party.step, record__withdrawn=False
    ).exclude(record=party.pk)
    return {
        other.person_id: f"{other.record.happened_on:%d/%m/%Y}" for other in others.select_related("record")
    }


def _refused(row: PartyMember, what: str) -> Refused:
    return Refused(f"Dòng {row.position}: {row.person.name} {what}", "members")


class PartyForm(RecordForm):
    rare = ("number",)

    step = forms.ChoiceField(
        label="Việc gì", choices=Party.Step.choices, initial="introduced", widget=ChipSelect
    )
    number = forms.CharField(label="Số văn bản, quyết định", required=False, max_length=50)


PARTY = register(
    Kind(
        slug="party",
        label="Phát triển Đảng",
        icon="star",
        chapter=12,
        model=Party,
        form=PartyForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(FEEDS.values()),
        lines=(
            LineSpec(
                "members",
                PartyMember,
                MemberForm,
                "Đoàn viên",
                "Thêm đoàn viên",
                person=True,
                required=True,
                paste=("name", "union"),
            ),
        ),
        sensitive=True,
        hint="Giới thiệu đoàn viên ưu tú, kết nạp Đảng",
        words=("đảng", "đảng viên", "ưu tú", "giới thiệu", "kết nạp", "bồi dưỡng"),
    )
)
