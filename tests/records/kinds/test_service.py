"""Health checks, Tết tickets, member benefits."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import record, split, value

DAY = date(2024, 3, 8)


def service(cast: Cast, what: str, people: int = 30, **said: Any) -> Record:
    return record("service", cast["laocai-tu-phap"], DAY, what=what, people=people, **said)


def test_a_health_check_is_counted_by_women_and_men(cast: Cast) -> None:
    service(cast, "check", women=18)
    assert value("CAR-29", cast["laocai-cdvc"], "2024-H1") == 30
    assert split("CAR-29", cast["laocai-cdvc"], "2024", "sex") == {"f": 18, "m": 12}
    assert value("WOM-07", cast["laocai-cdvc"], "2024") == 0


def test_a_womens_screening_is_a_health_check_too(cast: Cast) -> None:
    made = service(cast, "screening", 25)
    assert value("WOM-07", cast["laocai-cdvc"], "2024-H1") == 25
    assert split("CAR-29", cast["laocai-cdvc"], "2024", "sex") == {"f": 25}
    actions.amend(record=made, by=None, why="Đếm lại", fields={"people": 24})
    assert value("WOM-07", cast["laocai-cdvc"], "2024-H1") == 24


def test_tickets_are_counted_by_vehicle_and_their_money_once_in_care(cast: Cast) -> None:
    made = service(cast, "tickets", 12, vehicle="coach", cost=6_000_000, fund=cast.funds["tu-phap-doan-phi"])
    assert split("CAR-33", cast["laocai-cdvc"], "2024", "vehicle") == {"coach": 12}
    assert value("CAR-36", cast["laocai-cdvc"], "2024") == 6_000_000
    assert made.title == "Vé, chuyến xe về quê đón Tết: 12 vé, 6 triệu đồng"


def test_each_use_of_a_partners_offer_counts(cast: Cast) -> None:
    service(cast, "benefit", 40, provider="Siêu thị")
    service(cast, "benefit", 5)
    assert value("CAR-35", cast["laocai-cdvc"], "2024-03") == 45


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"what": "check", "people": 0}, "people"),
        ({"what": "check", "people": 100_001}, "people"),
        ({"what": "check", "women": 31}, "women"),
        ({"what": "tickets"}, "vehicle"),
        ({"what": "check", "cost": 1_000_000}, "fund"),
        ({"what": "check", "cost": -1}, "cost"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        service(cast, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0
