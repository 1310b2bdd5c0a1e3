"""What a union says of work, wages, housing, contracts and insurance on a day."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.records import actions
from congdoan.records.entry import start_of
from congdoan.records.kind import find
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import parts, record, split, value

MARCH, MAY, SEPTEMBER = date(2024, 3, 31), date(2024, 5, 31), date(2024, 9, 30)


def state(cast: Cast, on: date = MAY, at: str = "laocai-tu-phap", **said: Any) -> Record:
    return record("workforce", cast[at], on, **{"workers": 120, **said})


def test_what_is_said_last_is_the_stock_of_a_day(cast: Cast) -> None:
    state(cast, women=50)
    state(cast, SEPTEMBER, workers=100, women=45)
    state(cast, at="laocai-y-te", workers=30)
    above = cast["laocai-ldld"]
    assert value("labour.workers", above, "2024-H1") == 150
    assert value("labour.workers", above, "2024") == 130
    assert value("labour.women", above, "2024") == 45
    assert split("labour.workers", cast["laocai-tu-phap"], "2024", "sex") == {"f": 45, "m": 55}
    assert value("members.workers", above, "2024") == 130
    assert verify() == []


def test_what_is_left_empty_stays_as_it_was_said(cast: Cast) -> None:
    state(cast, wage_arrears=90_000_000, women=50)
    state(cast, SEPTEMBER, workers=100, wage_arrears=0)
    union = cast["laocai-tu-phap"]
    assert value("labour.women", union, "2024") == 50
    assert value("labour.wage_arrears", union, "2024-H1") == 90_000_000
    assert value("labour.wage_arrears", union, "2024") == 0


def test_the_mean_wage_is_of_all_wages_and_all_people(cast: Cast) -> None:
    state(cast, place="agency", wages=80_000_000, workers_in_wage=10)
    state(cast, at="laocai-y-te", place="public_service", wages=270_000_000, workers_in_wage=30)
    above = cast["laocai-cdvc"]
    assert value("labour.mean_wage", above, "2024") == 8_750_000
    assert value("labour.mean_wage_agencies", above, "2024") == 8_000_000
    assert value("labour.mean_wage_public_service", above, "2024") == 9_000_000


def test_shares_are_remade_from_their_parts(cast: Cast) -> None:
    state(cast, underemployed=12, social_and_health=114, liable=100, unemployment=90)
    union = cast["laocai-tu-phap"]
    assert parts("labour.underemployment", union, "2024") == (12, 120)
    assert parts("labour.insured_share", union, "2024") == (114, 120)
    assert parts("labour.unemployment_insured_share", union, "2024") == (90, 100)


def test_housing_and_contracts_are_said_by_sort(cast: Cast) -> None:
    state(cast, housed_state=5, housed_enterprise=40, renting=30, contract_open=70, contract_fixed=20)
    union = cast["laocai-tu-phap"]
    assert split("labour.housed", union, "2024", "housing") == {"state": 5, "enterprise": 40}
    assert split("labour.with_contract", union, "2024", "contract") == {"open": 70, "fixed": 20}


def test_the_workers_of_an_area_are_its_own_unions_to_say(cast: Cast) -> None:
    area = record("workforce", cast["muongkhuong-ldld"], MAY, of_area=3040)
    assert value("members.workers_of_area", cast["muongkhuong-ldld"], "2024") == 3040
    assert value("members.workers_of_area", cast["laocai-ldld"], "2024") in (0, None)
    assert area.title == "Lao động trên địa bàn, ngành quản lý: 3.040 người"


def test_what_was_said_later_stays_when_earlier_is_amended_or_withdrawn(cast: Cast) -> None:
    first, _ = state(cast, MARCH, women=50), state(cast, SEPTEMBER, workers=100)
    between = state(cast, MAY, workers=110)
    actions.amend(record=first, by=None, why="đếm lại", fields={"workers": 118, "women": 40})
    union = cast["laocai-tu-phap"]
    assert [value("labour.workers", union, p) for p in ("2024-Q1", "2024-H1", "2024")] == [118, 110, 100]
    assert value("labour.women", union, "2024") == 40
    actions.withdraw(record=between, by=None, why="ghi nhầm")
    assert [value("labour.workers", union, p) for p in ("2024-Q1", "2024-H1", "2024")] == [118, 118, 100]
    assert verify() == []


def test_a_zero_that_was_said_is_there_again_to_be_amended(cast: Cast) -> None:
    begun = start_of(state(cast, wage_arrears=0)).fields
    assert (begun["wage_arrears"], begun["renting"]) == (0, None)


@pytest.mark.parametrize(
    ("said", "field", "word"),
    [
        ({"workers": None}, "workers", "ít nhất một"),
        ({"women": 121}, "women", "quá tổng số lao động 120"),
        ({"women": 50, "underemployed": 60, "underemployed_women": 55}, "underemployed_women", "nữ 50"),
        ({"housed_state": 70, "renting": 60}, "renting", "cộng lại là 130"),
        ({"wages": 10_000_000}, "workers_in_wage", "hãy ghi cả"),
        ({"workers_in_wage": 10}, "wages", "hãy ghi cả"),
        ({"liable": 50, "unemployment": 51}, "unemployment", "BHTN 50"),
        ({"workers": 6_000_000}, "workers", "5.000.000"),
        ({"wage_arrears": -1}, "wage_arrears", "từ 0"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str, word: str) -> None:
    with pytest.raises(Refused, match=word) as refused:
        state(cast, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_a_day_is_said_once(cast: Cast) -> None:
    state(cast)
    with pytest.raises(Refused, match="hãy sửa việc ấy"):
        state(cast, workers=121)


def test_the_union_of_an_area_is_asked_for_the_area_first(cast: Cast) -> None:
    make: Any = find("workforce").form
    assert "of_area" not in make(unit=cast["laocai-tu-phap"]).fields
    upper = make(unit=cast["laocai-cdvc"])
    assert [name for name in upper.fields if name not in upper.rare] == [
        "of_area",
        "happened_on",
        "note",
        "despite",
    ]
