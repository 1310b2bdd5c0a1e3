"""Campaigns: launched by a level, they stay what they were once unions take part."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import parts, record, value

LAUNCHED = date(2024, 1, 10)


def campaign(cast: Cast, at: str = "laocai-ldld", **said: Any) -> Record:
    fields = {
        "name": "Chợ Tết Công đoàn năm 2024",
        "sort": "tet_market",
        "first_on": date(2024, 1, 15),
        "last_on": date(2024, 2, 8),
        **said,
    }
    return record("campaign", cast[at], LAUNCHED, **fields)


def joined(cast: Cast, programme: Record) -> Record:
    return record("participation", cast["laocai-tu-phap"], date(2024, 1, 20), programme=programme, direct=5)


def test_launching_counts_nothing_where_others_take_part(cast: Cast) -> None:
    made = campaign(cast)
    assert made.title == "Chợ Tết Công đoàn: Chợ Tết Công đoàn năm 2024"
    assert value("CAR-08", cast["laocai-ldld"], "2024") == 0


def test_a_grassroots_union_that_launches_a_movement_runs_one(cast: Cast) -> None:
    campaign(cast, "laocai-tu-phap", sort="movement", name="Lao động giỏi, lao động sáng tạo")
    campaign(cast, "laocai-cdvc", sort="movement", name="Lao động giỏi, lao động sáng tạo")
    assert parts("EMU-01", cast["laocai-cdvc"], "2024-H1") == (1, 3)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": " "}, "name"),
        ({"last_on": date(2024, 1, 14)}, "last_on"),
        ({"last_on": date(2044, 1, 1)}, "last_on"),
        ({"first_on": date(1990, 1, 1)}, "last_on"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        campaign(cast, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_what_unions_took_part_in_keeps_its_sort(cast: Cast) -> None:
    made = campaign(cast)
    actions.amend(record=made, by=None, why="Chọn nhầm loại", fields={"sort": "other"})
    actions.amend(record=made, by=None, why="Đúng là Chợ Tết", fields={"sort": "tet_market"})
    joined(cast, made)
    with pytest.raises(Refused, match="Đã có 01 lượt ghi tham gia") as refused:
        actions.amend(record=made, by=None, why="Chọn nhầm loại", fields={"sort": "other"})
    assert refused.value.field == "sort"
    assert value("CAR-08", cast["laocai-ldld"], "2024") == 5


def test_its_days_keep_those_on_which_unions_took_part(cast: Cast) -> None:
    made = campaign(cast)
    joined(cast, made)
    actions.amend(record=made, by=None, why="Kết thúc sớm", fields={"last_on": date(2024, 1, 31)})
    with pytest.raises(Refused, match="20/01/2024") as refused:
        actions.amend(record=made, by=None, why="Kết thúc sớm", fields={"last_on": date(2024, 1, 19)})
    assert refused.value.field == "last_on"


def test_it_cannot_be_withdrawn_while_unions_took_part(cast: Cast) -> None:
    made = campaign(cast)
    theirs = joined(cast, made)
    with pytest.raises(Refused, match="hãy hủy các việc ấy trước"):
        actions.withdraw(record=made, by=None, why="Ghi nhầm")
    actions.withdraw(record=theirs, by=None, why="Ghi nhầm")
    actions.withdraw(record=made, by=None, why="Ghi nhầm")
    assert not Record.objects.filter(withdrawn=False).exists()
