"""Houses: what the fund gave is counted, what the family and sponsors bore is only told."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, record, split, value

DAY = date(2024, 5, 20)


def shelter(cast: Cast, *houses: dict[str, Any], **said: Any) -> Record:
    fields = {"build": "new", "fund": cast.funds["laocai-xa-hoi"], **said}
    return record("shelter", cast["laocai-tu-phap"], DAY, lines={"houses": list(houses)}, **fields)


def house(name: str, fund: int = 50_000_000, **more: int) -> dict[str, Any]:
    return {"name": name, "from_fund": fund, **more}


def test_a_house_counts_once_and_only_the_funds_part_is_money_of_the_union(cast: Cast) -> None:
    made = shelter(
        cast, house("Thào A Sáng", from_family=60_000_000, from_sponsors=10_000_000), house("Lù Thị Sài")
    )
    assert value("CAR-13", cast["laocai-cdvc"], "2024-H1") == 2
    assert value("CAR-14", cast["laocai-cdvc"], "2024-H1") == 100_000_000
    assert value("CAR-36", cast["laocai-cdvc"], "2024-H1") == 100_000_000
    assert value("FUN-12", cast["laocai-cdvc"], "2024-H1") == 100_000_000
    assert split("CAR-13", cast["laocai-ldld"], "2024", "build") == {"new": 2}
    assert made.title == (
        "Mái ấm Công đoàn, xây mới: 02 nhà, quỹ chi 100 triệu đồng trong tổng 170 triệu đồng"
    )
    assert made.payer == cast["laocai-ldld"]


def test_a_mended_house_is_told_apart_and_amending_moves_the_money(cast: Cast) -> None:
    made = shelter(cast, house("Thào A Sáng", 20_000_000), build="repair")
    actions.amend(record=made, by=None, why="Trao thêm", lines={"houses": [house("Thào A Sáng", 25_000_000)]})
    assert split("CAR-14", cast["laocai-ldld"], "2024", "build") == {"repair": 25_000_000}
    assert value("CAR-13", cast["laocai-ldld"], "2024") == 1


@pytest.mark.parametrize(
    ("houses", "says"),
    [
        ([], "ít nhất một dòng"),
        ([house("Thào A Sáng", 0)], "hãy ghi số tiền quỹ công đoàn chi"),
        ([house("Thào A Sáng", 6_000_000_000)], "phần quỹ phải từ 0 đến 5 tỷ đồng"),
        ([house("Thào A Sáng", from_family=-1)], "phần gia đình"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, houses: list[dict[str, Any]], says: str) -> None:
    with pytest.raises(Refused, match=says):
        shelter(cast, *houses)
    assert Record.objects.count() == 0


def test_the_same_house_is_not_counted_again(cast: Cast) -> None:
    person = member(cast["laocai-tu-phap"], "Thào A Sáng")
    wife = member(cast["laocai-tu-phap"], "Lù Thị Sài", household=person.household)
    one = {"person": person, "from_fund": 30_000_000}
    with pytest.raises(Refused, match="là một gia đình"):
        shelter(cast, one, {"person": wife, "from_fund": 10_000_000})
    shelter(cast, one)
    with pytest.raises(Refused, match="nhà này đã được ghi ngày 20/05/2024"):
        shelter(cast, {"person": wife, "from_fund": 10_000_000})
    assert value("CAR-14", cast["laocai-cdvc"], "2024") == 30_000_000
