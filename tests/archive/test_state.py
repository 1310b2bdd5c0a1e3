"""The state of the book: the same for two books that answer alike, another where they do not."""

import json
import uuid
from datetime import date

import pytest
from django.apps import apps

from congdoan.archive import state as states
from congdoan.archive.state import state
from congdoan.members.joining import admit
from congdoan.members.models import Person
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast, care
from tests.records.said import member
from tests.records.samples import SAMPLES

DAY = date(2024, 2, 1)


def gifts(cast: Cast, people: list[Person], cash: int = 500_000) -> Record:
    """A list of gifts to people the book knows, from a fund whose book is kept."""
    lines = [{"person": person, "cash": cash} for person in people]
    return care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY, lines=lines)


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    return [member(cast["laocai-tu-phap"], name) for name in ("Lý Thị Một", "Lý Thị Hai")]


def test_what_was_written_and_taken_back_leaves_the_state_as_it_was(cast: Cast, people: list[Person]) -> None:
    before = state()
    record = gifts(cast, people)
    assert state().digest != before.digest
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    assert state() == before


def test_amended_and_amended_back_is_the_state_it_was(cast: Cast, people: list[Person]) -> None:
    record = gifts(cast, people)
    before = state()
    actions.amend(record=record, by=None, why="thiếu ngày", happened_on=date(2024, 2, 2))
    changed = state()
    actions.amend(record=Record.objects.get(), by=None, why="đúng ngày cũ", happened_on=DAY)
    assert state() == before
    differ = {name for name, part in changed.parts.items() if part != before.parts[name]}
    assert differ == {"records.Care", "figures"}


def test_a_person_newly_written_down_remains_when_the_record_is_taken_back(cast: Cast) -> None:
    before = state()
    record = care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY)
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    differ = {name for name, part in state().parts.items() if part != before.parts[name]}
    assert differ == {"members.Person"}


def test_a_member_admitted_is_in_the_state(cast: Cast, people: list[Person]) -> None:
    before = state()
    admit(person=people[0], unit=cast["laocai-tu-phap"], on=DAY, by=None)
    differ = {name for name, part in state().parts.items() if part != before.parts[name]}
    assert {"members.Membership", "figures"} <= differ


def test_the_order_of_writing_is_not_in_it(cast: Cast, people: list[Person]) -> None:
    """Two lists written down, taken back, and written down again in the other order."""
    uids = [uuid.UUID(int=n) for n in (1, 2)]
    found = []
    for order in (uids, uids[::-1]):
        for uid in order:
            lines = [{"person": people[0], "cash": 300_000}]
            care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY, uid=uid, lines=lines)
        found.append(state())
        for record in Record.objects.filter(uid__in=uids):
            actions.withdraw(record=record, by=None, why="ghi lại từ đầu")
            Record.objects.filter(pk=record.pk).update(uid=uuid.uuid4())
    assert found[0] == found[1]


def test_a_union_s_state_is_of_its_own_and_what_stands_under_it(cast: Cast, people: list[Person]) -> None:
    above, neighbour = state(cast["laocai-ldld"]), state(cast["yenbai-ldld"])
    gifts(cast, people)
    assert state(cast["laocai-ldld"]) != above
    assert state(cast["yenbai-ldld"]) == neighbour


def test_every_part_reads_every_kind_of_record(cast: Cast) -> None:
    written = [record for sample in SAMPLES.values() for record in sample(cast)]
    parts = state().parts
    assert sum(parts[f"records.{type(record).__name__}"][0] > 0 for record in written) == len(written)


def test_a_small_book_reads_the_same_on_both_databases(cast: Cast, people: list[Person]) -> None:
    """Whatever the database, this is what a gift list to one person comes to."""
    gifts(cast, people[:1])
    parts = dict(states.sections(cast["laocai-tu-phap"]))
    cut = "form=cash;occasion=tet;payer=grassroots;recipient=family;source=dues"
    said = sorted((json.loads(states.encode(row)) for row in parts["figures"]), key=str)
    place, who = ["laocai-tu-phap", "2024-02-01", cut], str(people[0].uid)
    assert [row for row in said if row[0].startswith("care.") and row[4] != str(people[0].household.uid)] == [
        ["care.tet_gifts", *place, None, 1, 1],
        ["care.tet_hardship_people", *place, who, 1, 1],
        ["care.tet_money", *place, None, 500_000, 1],
        ["care.total_money", *place, None, 500_000, 1],
    ]
    (row,) = parts["records.Recipient"]
    assert json.loads(states.encode(row))[2:] == [who, 500_000, 0, "", ""]


def test_what_is_left_out_of_the_state_is_named_with_its_reason() -> None:
    known = {model._meta.label for model in apps.get_models()}
    assert set(states.NOT_ASKED) <= known
    assert all(states.NOT_ASKED.values())
