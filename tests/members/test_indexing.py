"""What a table let go of while thousands come is there again behind them; where somebody holds it, nothing is let go of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base import bulk, indexing
from congdoan.ledger.models import Entry
from congdoan.ledger.verify import verify
from congdoan.members import mass, taking_back
from congdoan.members.lists import Asked, by_given_name
from congdoan.members.models import Household, Membership, NameWord, Person, Sensitive
from congdoan.org.models import Unit
from tests.cast import Cast, gather
from tests.members.register import figures

HERE, THERE = "laocai-tu-phap", "laocai-y-te"
DAY, LATER = date(2024, 3, 1), date(2024, 5, 1)
XOAN = {"name": "Sùng Thị Xoan", "woman": True, "born_on": date(1985, 3, 8), "id_number": "012345678901"}
PAO = {"name": "Lý A Páo", "woman": False, "card_number": "LC00000001"}
TABLES = [model._meta.db_table for model in (Household, Person, NameWord, Sensitive, Membership, Entry)]
REFERENCE = "members_person_household_id_9000f02c_fk_members_household_id"


# Transactions of their own: PostgreSQL keeps how many rows an index was built on, even where that is undone, and would plan
# whatever is tested next for as few.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    return gather()


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people are many, and more than there were."""
    monkeypatch.setattr(indexing, "WORTH", 1)
    for model in mass.ROWS:
        monkeypatch.setitem(mass.ROWS, model, 1000)


def came(unit: Unit, *people: dict[str, Any]) -> Posting:
    with writing(by=None, action="import") as posting:
        newcomers = [mass.Newcomer(unit.pk, DAY, facts) for facts in people]
        mass.take_in(posting, newcomers, Membership.Begin.ADMITTED, "05/QĐ")
    return posting


def guards() -> list[Any]:
    """Indexes, triggers and rules of the tables, and how they are made."""
    asked = (
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL"
        " SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0 ORDER BY 1, 2"
    )
    if connection.vendor == "sqlite":
        asked = "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return list(cursor.fetchall())


@contextmanager
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is made anew meanwhile."""
    made: list[str] = []
    real = indexing._make_anew

    def making(what: indexing.Made, cursor: Any) -> None:
        made.extend(sql for _, sql in what)
        real(what, cursor)

    with monkeypatch.context() as patched:
        patched.setattr(indexing, "_make_anew", making)
        yield made


def test_a_table_let_go_of_has_its_indexes_and_rules_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = guards()
    with told(monkeypatch) as made:
        posting = came(cast[HERE], XOAN, PAO)
    assert all(any(table in sql for sql in made) for table in TABLES)
    assert guards() == before
    assert verify() == []
    with pytest.raises(IntegrityError), transaction.atomic():
        came(cast[HERE], {**XOAN, "card_number": PAO["card_number"]})
    with writing(by=None, action="undo_import") as undone:
        taking_back.take_back(posting, undone)
    assert guards() == before
    assert verify() == []


@pytest.mark.parametrize("at", ["_write", "_memberships", "_refuse_two_at_once"])
def test_after_a_failure_in_the_middle_nothing_is_there_and_all_rules_are(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    before, real = guards(), getattr(mass, at)

    def failing(*args: Any) -> None:
        real(*args)
        raise RuntimeError(at)

    with monkeypatch.context() as patched:
        patched.setattr(mass, at, failing)
        with pytest.raises(RuntimeError):
            came(cast[HERE], XOAN, PAO)
    assert (guards(), Person.objects.count(), figures(cast[HERE], "total")) == (before, 0, [0])
    came(cast[HERE], XOAN, PAO)
    assert figures(cast[HERE], "total") == [2]


def test_a_card_given_twice_is_refused_behind_the_rows(cast: Cast) -> None:
    before = guards()
    with pytest.raises(IntegrityError):
        came(cast[HERE], PAO, {**XOAN, "card_number": PAO["card_number"]})
    assert (guards(), Person.objects.count()) == (before, 0)


def test_nobody_comes_twice_however_many_come(cast: Cast) -> None:
    posting = came(cast[HERE], XOAN)
    held = Membership.objects.get()
    row = {"person_id": held.person_id, "unit_id": cast[THERE].pk, "to_on": LATER.toordinal(), "uid": "0" * 32,
           "from_on": DAY.toordinal(), "made_id": posting.pk, "changed_id": posting.pk, "began": "admitted"}  # fmt: skip

    def twice() -> None:
        with indexing.indexed_afterwards({Membership._meta.db_table: 2}):
            bulk.load(Membership, [row])
        mass._refuse_two_at_once(posting)

    for act in (twice, lambda: bulk.load(Membership, [row])):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


@pytest.mark.postgres
def test_references_are_looked_up_behind_the_rows(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with told(monkeypatch) as made:
        came(cast[HERE], XOAN, PAO)
    assert any(REFERENCE in sql for sql in made)
    monkeypatch.setattr(
        mass, "_household", lambda row, uid: (row["household_id"] + 1000, uid, row["unit_id"])
    )
    with pytest.raises(IntegrityError, match=REFERENCE), transaction.atomic():
        came(cast[THERE], {"name": "Vàng A Sử"}, {"name": "Thào Thị Mỷ"}, {"name": "Giàng A Páo"})


@pytest.mark.postgres
@pytest.mark.parametrize("table", ["members_person", "ledger_entry"])
def test_whoever_reads_a_table_is_not_waited_for(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    here = cast[HERE]
    before = guards()
    with psycopg.connect(**connection.get_connection_params()) as reader, told(monkeypatch) as made:
        seen = reader.execute(f"SELECT count(*) FROM {table}").fetchone()
        came(here, XOAN, PAO)
        assert reader.execute(f"SELECT count(*) FROM {table}").fetchone() != seen  # nobody shut it out
    assert not made
    assert (guards(), figures(here, "total", "women"), verify()) == (before, [2, 1], [])
    assert [held.person.name for held in by_given_name(Asked(here, LATER, "pao"))] == ["Lý A Páo"]
    with pytest.raises(IntegrityError), transaction.atomic():
        came(here, {**XOAN, "card_number": PAO["card_number"]})


@pytest.mark.postgres
def test_nobody_who_comes_is_let_in_before_it_is_done(cast: Cast) -> None:
    here = cast[HERE]
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as reader:
        reader.execute("SET lock_timeout = 50")
        with transaction.atomic():
            came(here, XOAN, PAO)
            with pytest.raises(psycopg.errors.LockNotAvailable):
                reader.execute("SELECT count(*) FROM members_person")
        assert reader.execute("SELECT count(*) FROM members_person").fetchone() == (2,)
