"""What sums can answer and what they cannot, said in words; and where nothing can be sent."""

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.indicator import find, shown
from congdoan.upward import actions
from congdoan.upward.figures import OWN, SHARE, why_not


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_book_on_sqlite_is_neither_sent_nor_sends() -> None:
    with pytest.raises(Refused, match="cần PostgreSQL ở cả hai nơi"):
        actions.publish(code="laocai-ldld", by=None)
    with pytest.raises(Refused, match="cần PostgreSQL ở cả hai nơi"):
        actions.subscribe(code="laocai-ldld", address="", by=None)


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgres_must_be_told_to_send_changes() -> None:
    with pytest.raises(Refused, match="wal_level = logical"):
        actions.publish(code="laocai-ldld", by=None)


def test_seven_in_eight_of_the_catalogue_are_answered_from_sums() -> None:
    unanswered = [indicator for indicator in shown() if why_not(indicator)]
    assert len(unanswered) * 8 <= len(shown())


def test_what_needs_every_union_is_left_to_the_province() -> None:
    assert {why_not(i) for i in shown() if i.adds == "own"} == {OWN}
    assert why_not(find("CAR-04")) == ""
    assert SHARE in {why_not(indicator) for indicator in shown()}
