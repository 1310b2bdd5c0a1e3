"""After a merger ratings begin anew: from six months after it, twelve after any other founding; what was given stays."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.period import Period
from congdoan.ledger.verify import verify
from congdoan.org.models import Unit
from congdoan.records.gradings import rated_from, too_young
from congdoan.reform import plan, reorganising
from tests.cast import Cast, found
from tests.ledger.book import value

pytestmark = pytest.mark.django_db
ON = date(2024, 6, 20)


def merged(on: date = ON) -> Any:
    new = {"do": "found", "code": "moi", "kind": "grassroots", "name": "CĐCS Mới", "under": "laocai-cdvc"}
    step = {"do": "merge", "units": ["laocai-tu-phap", "laocai-y-te"], "into": "moi"}
    said = {"name": "Hợp nhất", "unit": "tld", "on": on, "step": [new, step]}
    return reorganising.carry_out(plan=plan.understood(said), by=None)


def eligible(unit: Unit, day: date) -> Any:
    return value("ratings.unions_eligible", unit, Period.between(day, day))


@pytest.mark.parametrize(
    ("first", "born", "day"),
    [
        (date(2024, 6, 20), True, date(2024, 12, 20)),
        (date(2024, 6, 20), False, date(2025, 6, 20)),
        (date(2024, 8, 31), True, date(2025, 3, 1)),
        (date(2024, 2, 29), False, date(2025, 3, 1)),
        (date(2024, 7, 1), True, date(2025, 1, 1)),
    ],
)
def test_from_when_a_union_is_rated(first: date, born: bool, day: date) -> None:
    assert rated_from(first, born=born) == day


def test_one_that_came_of_a_merger_is_rated_for_its_first_year_after_six_months(cast: Cast) -> None:
    one = merged()
    new, plain = (
        Unit.objects.get(code="moi"),
        found("le", "grassroots", "CĐCS Lẻ", cast["laocai-cdvc"], on=ON),
    )
    assert too_young(new, 2024) == ""
    assert "chưa đủ 12 tháng" in too_young(plain, 2024)
    assert [eligible(new, day) for day in (date(2024, 12, 19), date(2024, 12, 20))] == [0, 1]
    assert eligible(plain, date(2024, 12, 31)) == 0
    assert verify() == []
    reorganising.take_back(one=one, by=None)
    assert eligible(cast["laocai-tu-phap"], date(2024, 12, 31)) == 1
    assert verify() == []


def test_too_late_in_the_year_it_is_not(cast: Cast) -> None:
    merged(date(2024, 9, 1))
    assert "chưa đủ 6 tháng" in too_young(Unit.objects.get(code="moi"), 2024)


def test_who_takes_others_in_goes_on_being_rated(cast: Cast) -> None:
    step = {"do": "merge", "units": ["laocai-y-te"], "into": "laocai-tu-phap"}
    said = {"name": "Sáp nhập", "unit": "tld", "on": ON, "step": [step]}
    reorganising.carry_out(plan=plan.understood(said), by=None)
    assert eligible(cast["laocai-tu-phap"], date(2024, 12, 31)) == 1
    assert too_young(cast["laocai-tu-phap"], 2024) == ""
