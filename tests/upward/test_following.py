"""The sums that are sent follow the roll-ups, whatever is done to those and by whom."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from congdoan.base.fields import FOREVER
from congdoan.base.period import Period
from congdoan.ledger import rollups
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import find
from congdoan.ledger.models import Rollup
from congdoan.records.actions import amend, withdraw
from congdoan.reform import actions as reform
from congdoan.upward import actions, following, queries
from congdoan.upward.figures import national, why_not
from congdoan.upward.models import Book, Cell, Sent
from congdoan.upward.queries import Receiving
from tests.cast import BEGAN, Cast, care

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
MARCH, YEAR = date(2024, 3, 1), Period.parse("2024")


@pytest.fixture
def sent(cast: Cast) -> Cast:
    """Lào Cai's sums, sent by a server that nobody listens to."""
    top = cast["laocai-ldld"]
    rollups.fold_all()
    rollups.keep(top.pk)
    Sent.objects.create(unit=top)
    Book.objects.create(
        code=top.code, name=top.name, from_on=BEGAN, to_on=FOREVER, entry=0, changed_at=timezone.now()
    )
    following.begin()
    return cast


def fold() -> None:
    """`fold` waits for other writers in transactions of their own; here is one."""
    mark = rollups.watermark()
    last = rollups._last_entry()
    rollups.add(rollups.Text("e.id > %s AND e.id <= %s", (mark.entry, last)))
    mark.entry = last
    mark.save(update_fields=["entry"])


def gifts() -> Any:
    return national(YEAR, [find("CAR-04")])[0].told.value


def test_what_is_written_amended_withdrawn_and_moved_is_followed(sent: Cast) -> None:
    fund = sent.funds["laocai-xa-hoi"]
    first, second = care(sent["laocai-bao"], fund, MARCH, gifts=3), care(sent["laocai-y-te"], fund, MARCH)
    fold()
    assert gifts() == 4
    amend(record=first, by=None, why="sai ngày", happened_on=date(2023, 12, 30))
    withdraw(record=second, by=None, why="ghi nhầm")
    fold()
    assert gifts() == 0
    reform.move(unit=sent["laocai-bao"], to=sent["muongkhuong-ldld"], on=MARCH, by=None)
    assert queries.differences() == []
    rollups.rebuild()
    assert queries.differences() == []
    there = [one for one in national(Period.parse("2023")) if not (why_not(one.indicator) or one.why)]
    own = figures(sent["laocai-ldld"], Period.parse("2023"), [one.indicator for one in there])
    assert [one.told.value for one in there] == [one.value for one in own]


def test_a_correction_by_hand_is_followed_too(sent: Cast) -> None:
    care(sent["laocai-bao"], sent.funds["laocai-xa-hoi"], MARCH, gifts=3)
    fold()
    gift = Rollup.objects.filter(node=sent["laocai-ldld"], indicator=find("CAR-04").number)
    gift.update(quantity=5)
    assert (gifts(), queries.differences()) == (5, [])
    gift.delete()
    assert (gifts(), queries.differences()) == (0, [])


def test_nobody_is_in_what_is_sent(sent: Cast) -> None:
    care(sent["laocai-bao"], sent.funds["laocai-xa-hoi"], MARCH, gifts=3)
    fold()
    assert Rollup.objects.filter(node=sent["laocai-ldld"], subject__gt=0).exists()
    assert set(Cell.objects.values_list("subject", flat=True)) == {0, -1, -2}


def test_a_sum_that_is_not_the_roll_ups_is_found(sent: Cast) -> None:
    care(sent["laocai-bao"], sent.funds["laocai-xa-hoi"], MARCH, gifts=3)
    fold()
    Cell.objects.filter(indicator=find("CAR-04").number, day__gt=0).update(quantity=5)
    (found,) = actions.verify(by=None)
    assert (found.book, "lệch 2" in found.sentence) == ("laocai-ldld", True)
    assert Book.objects.get().differences == 1


def test_a_name_is_told_anew(sent: Cast) -> None:
    sent["laocai-ldld"].name = "LĐLĐ tỉnh Lào Cai mới"
    sent["laocai-ldld"].save()
    care(sent["laocai-bao"], sent.funds["laocai-xa-hoi"], MARCH)
    fold()
    assert Book.objects.get().name == "LĐLĐ tỉnh Lào Cai mới"


def test_a_book_that_comes_in_for_the_first_time_is_not_counted_yet(
    sent: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    care(sent["laocai-bao"], sent.funds["laocai-xa-hoi"], MARCH, gifts=3)
    fold()
    name = queries.subscription("laocai-ldld")
    coming = {name: Receiving(name, False, True, None)}
    monkeypatch.setattr(queries, "receiving", lambda: coming)
    assert (gifts(), [book.pk for book in queries.present()[1]]) == (None, ["laocai-ldld"])


def test_given_up_nothing_is_followed_any_more(sent: Cast) -> None:
    actions.unpublish(by=None)
    care(sent["laocai-bao"], sent.funds["laocai-xa-hoi"], MARCH, gifts=3)
    fold()
    assert not Cell.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM pg_trigger WHERE tgname LIKE '%_upward' OR tgname = 'upward_head'"
        )
        assert cursor.fetchone() == (0,)
