"""When the tree changes, the sums kept follow; what stays where it was is not touched."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congdoan.ledger import rollups
from congdoan.ledger.models import Rollup
from congdoan.ledger.verify import verify
from congdoan.org.models import Unit
from congdoan.reform import actions as reform
from congdoan.reform import plan, reorganising
from tests.cast import Cast, care
from tests.ledger.book import draw, say, value

pytestmark = pytest.mark.django_db
KEPT = ("tld", "laocai-ldld", "yenbai-ldld")
BEFORE, DAY, AFTER = date(2024, 2, 1), date(2024, 3, 1), date(2024, 5, 1)


@pytest.fixture
def folded(cast: Cast) -> Cast:
    """Gifts and members before and after the day, under four unions whose sums are kept."""
    for code in ("laocai-bao", "muongkhuong-thcs"):
        for n, on in enumerate((BEFORE, AFTER), start=1):
            care(cast[code], cast.funds["laocai-xa-hoi"], on, gifts=n)
            say(cast[code].pk * 10 + n, draw("members.total", cast[code], on, 30 * n))
    for code in KEPT:
        rollups.keep(cast[code].pk)
    rollups.fold_all()
    return cast


def sums(unit: Unit) -> set[tuple[int, int, int, int, int]]:
    """Every cell kept of a union that says something."""
    cells = Rollup.objects.filter(node=unit).exclude(quantity=0, entries=0)
    return set(cells.values_list("indicator", "subject", "day", "quantity", "entries"))


def test_a_move_below_one_union_writes_nothing_of_its_sums(folded: Cast) -> None:
    before = {code: sums(folded[code]) for code in KEPT}
    with CaptureQueriesContext(connection) as asked:
        reform.move(unit=folded["muongkhuong-thcs"], to=folded["laocai-cdvc"], on=DAY, by=None)
    assert not [one for one in asked if "INTO ledger_rollup" in one["sql"]]
    assert {code: sums(folded[code]) for code in KEPT} == before
    assert verify() == []


def test_one_that_comes_to_stand_nearer_is_counted_as_before(folded: Cast) -> None:
    before = {code: sums(folded[code]) for code in KEPT}
    reform.move(unit=folded["muongkhuong-thcs"], to=folded["laocai-ldld"], on=DAY, by=None)
    assert {code: sums(folded[code]) for code in KEPT} == before
    assert verify() == []


def test_what_was_before_the_day_stays_and_stocks_go_with_the_union(folded: Cast) -> None:
    bao, old, new = folded["laocai-bao"], folded["laocai-ldld"], folded["yenbai-ldld"]
    reform.move(unit=bao, to=new, on=DAY, by=None)

    said = [value(key, unit) for unit in (old, new) for key in ("CAR-04", "members.total")]
    assert said == [1 + 3, 90, 2, 90]
    assert verify() == []


def test_a_plan_and_its_taking_back_leave_the_sums_as_they_were(folded: Cast) -> None:
    before = {code: sums(folded[code]) for code in KEPT}
    text = f"""
name = "Về tỉnh bạn"
unit = "tld"
on = {DAY}
[[step]]
do = "move"
units = ["laocai-bao", "muongkhuong-thcs"]
to = "yenbai-ldld"
"""
    done = reorganising.carry_out(plan=plan.read(text), by=None)
    assert sums(folded["yenbai-ldld"]) != before["yenbai-ldld"]
    assert verify() == []
    reorganising.take_back(one=done, by=None)
    assert {code: sums(folded[code]) for code in KEPT} == before
    assert verify() == []
