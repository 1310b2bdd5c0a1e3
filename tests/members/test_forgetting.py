"""Who left long ago is forgotten: no name, no number, and every figure as it was."""

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.cli import main
from congdoan.ledger.figures import figures
from congdoan.ledger.verify import verify
from congdoan.members.forgetting import NAMELESS, forget, long_gone
from congdoan.members.joining import admit
from congdoan.members.keeping import issue_card
from congdoan.members.leaving import leave
from congdoan.members.models import Card, NameWord, Person, Sensitive
from tests.cast import Cast

pytestmark = pytest.mark.django_db
JOINED, LEFT = date(2012, 3, 1), date(2014, 6, 1)
UNIT = "laocai-tu-phap"


@pytest.fixture
def gone(cast: Cast) -> Person:
    """Somebody who left in 2014; somebody else who stays."""
    admit(unit=cast[UNIT], on=JOINED, by=None, name="Lù Thị Ở")
    secret = {"id_number": "012345678901", "ethnicity": "Giáy", "party_on": date(2013, 2, 3)}
    held = admit(
        unit=cast[UNIT], on=JOINED, by=None, name="Vàng A Đi", woman=False, born_on=date(1960, 5, 4), **secret
    )
    issue_card(membership=held, number="LC01", kind="plain", issue="new", on=JOINED, by=None)
    leave(membership=held, on=LEFT, reason="retired", by=None)
    return Person.objects.get(name="Vàng A Đi")


def every(cast: Cast) -> list[Any]:
    return [one.value for year in ("2012", "2014") for one in figures(cast["tld"], Period.parse(year))]


def test_no_name_and_no_number_stay_and_every_figure_does(cast: Cast, gone: Person) -> None:
    before = every(cast)
    assert forget(before=date(2015, 1, 1), by=None) == 1
    now = Person.objects.get(pk=gone.pk)
    assert now.name.startswith(NAMELESS)
    assert (now.card_number, now.born_on, now.born_year, now.twin_key) == (None, None, 1960, "")
    kept = Sensitive.objects.get(person=now)
    assert (kept.id_number, kept.ethnicity, kept.party_on) == ("", "", date(2013, 2, 3))
    assert not NameWord.objects.filter(person=now, word="vang").exists()
    assert not Card.objects.filter(number="LC01").exists()
    assert (every(cast), verify()) == (before, [])
    assert forget(before=date(2015, 1, 1), by=None) == 0


def test_who_stays_or_left_lately_keeps_the_name(cast: Cast, gone: Person) -> None:
    assert list(long_gone(LEFT)) == []
    with pytest.raises(Refused, match="ít nhất 5 năm"):
        forget(before=today(), by=None)
    assert Person.objects.get(pk=gone.pk).name == "Vàng A Đi"


def test_the_command_counts_first(cast: Cast, gone: Person, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "--left-before", "2015-01-01"]) == 0
    assert "1 người thôi" in capsys.readouterr().out
    assert Person.objects.filter(name="Vàng A Đi").exists()
    assert main(["forget", "--left-before", "2015-01-01", "--commit"]) == 0
    assert not Person.objects.filter(name="Vàng A Đi").exists()
    assert main(["forget"]) == 1


def test_who_was_forgotten_before_has_the_year_alone_too(gone: Person) -> None:
    held = gone.memberships.get()
    Person.objects.filter(pk=gone.pk).update(forgotten=held.made, born_on=date(1960, 1, 1))
    import_module("congdoan.members.migrations.0012_birth_year").keep_the_year_alone(apps, None)
    gone.refresh_from_db()
    assert (gone.born_on, gone.born_year) == (None, 1960)
