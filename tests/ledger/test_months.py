"""The course of many indicators over months: the same as asking each of them month by month."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.period import Period
from congdoan.ledger import rollups
from congdoan.ledger.breakdowns import by_month
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import find
from congdoan.ledger.months import by_months
from congdoan.org.models import Unit
from congdoan.reform import actions as reform
from tests.cast import Cast
from tests.ledger.book import H1, draw, say

pytestmark = pytest.mark.django_db
SUM, OWN, ONCE, STOCK = "CAR-04", "PRO-05", "CAR-03", "PRO-07"
CODES = (SUM, OWN, ONCE, STOCK, "ORG-01")


def course(unit: Unit, code: str, period: Period = H1, **how: Any) -> list[int]:
    indicator = find(code)
    return by_months(asked_for(unit, period, indicator, **how), [indicator]).get(indicator.number, [])


def written(cast: Cast) -> None:
    """A little of every way of adding up, at two unions, over the half-year."""
    first, second, above = cast["laocai-tu-phap"], cast["laocai-bao"], cast["laocai-cdvc"]
    say(
        1,
        draw("care.tet_gifts", first, date(2024, 1, 31), 7),
        draw("care.people_visited", first, date(2024, 2, 1), subject=5),
    )
    say(
        2,
        draw("care.tet_gifts", second, date(2024, 2, 1), 3),
        draw("care.people_visited", second, date(2024, 2, 29), subject=5),
    )
    say(3, draw("care.people_visited", second, date(2024, 4, 1), subject=5))
    say(
        4,
        draw("propaganda.contests_joined", above, date(2024, 3, 3), 2),
        draw("propaganda.contests_joined", first, date(2024, 3, 3)),
    )
    say(
        5,
        draw("propaganda.law_shelves", second, date(2024, 2, 10)),
        draw("propaganda.law_shelves", first, date(2023, 5, 1)),
    )


def test_each_month_its_own(cast: Cast) -> None:
    written(cast)
    assert course(cast["laocai-cdvc"], SUM) == [7, 3, 0, 0, 0, 0]
    assert course(cast["laocai-cdvc"], ONCE) == [0, 1, 0, 1, 0, 0]
    assert course(cast["laocai-cdvc"], OWN) == [0, 0, 2, 0, 0, 0]
    assert course(cast["laocai-cdvc"], STOCK) == [1, 2, 2, 2, 2, 2]


@pytest.mark.parametrize("how", [{}, {"scope": "below"}, {"tree_on": date(2024, 6, 1)}, {"scope": "own"}])
def test_it_is_what_asking_month_by_month_says(cast: Cast, how: dict[str, Any]) -> None:
    written(cast)
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 3, 10), by=None)
    for code in CODES:
        indicator = find(code)
        asked = asked_for(cast["laocai-cdvc"], H1, indicator, **how)
        plain = [value for _, value in by_month(indicator, asked)]
        assert by_months(asked, [indicator]).get(indicator.number, [0] * 6) == plain, code


def test_kept_sums_say_the_same(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    written(cast)
    before = {code: course(cast["laocai-ldld"], code) for code in CODES}
    monkeypatch.setattr(rollups, "LARGE", 2)
    rollups.fold_all()
    assert rollups.kept(cast["laocai-ldld"].pk)
    assert {code: course(cast["laocai-ldld"], code) for code in CODES} == before


def test_what_has_no_entry_is_left_out(cast: Cast) -> None:
    assert course(cast["laocai-cdvc"], SUM) == []


def test_a_period_not_begun_has_no_months(cast: Cast) -> None:
    written(cast)
    assert course(cast["laocai-cdvc"], SUM, Period.parse("2199")) == []
