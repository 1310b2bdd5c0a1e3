"""The country the benchmark builds: what was counted while it was drawn is what the book says, before the reform and after."""

import pytest

from benchmarks.national import generate
from benchmarks.national.sizes import Size
from congdoan.ledger.verify import verify
from congdoan.reform.models import Reorganisation

# On PostgreSQL `make country` does it: in a test, what the planner learns of rows taken back would stay for the tests after.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
SMALL = Size(provinces=5, later=3, sectors=1, districts=8, unions=70, members=300, records=400)


def test_figures_are_what_was_counted_and_the_book_is_sound() -> None:
    country, totals = generate.build(SMALL, lambda text: None)
    assert totals.once
    assert sum(totals.held.values()) > SMALL.members
    assert totals.records == SMALL.records
    assert Reorganisation.objects.count() == SMALL.later
    assert list(generate.disagreements(country, totals)) == []
    assert verify() == []
