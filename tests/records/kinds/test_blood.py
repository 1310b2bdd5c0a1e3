"""Giving blood."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, record, value

DAY = date(2024, 4, 7)


def blood(cast: Cast, *donors: dict[str, Any], on: date = DAY, **said: Any) -> Record:
    return record("blood", cast["laocai-cdvc"], on, lines={"donors": list(donors)}, **said)


def test_a_donor_counts_once_however_often_they_gave(cast: Cast) -> None:
    donors = [{"person": member(cast["laocai-bao"], f"Người {n}")} for n in range(5)]
    blood(cast, *donors, units_of_blood=6)
    made = blood(cast, donors[0], on=date(2024, 5, 7), units_of_blood=1)
    assert value("FUN-10", cast["laocai-cdvc"], "2024-H1") == 5
    assert value("FUN-10", cast["laocai-bao"], "2024-05") == 1
    assert value("FUN-11", cast["laocai-cdvc"], "2024") == 7
    assert made.title == "Hiến máu tình nguyện: 01 người, 01 đơn vị máu"


def test_those_not_named_are_added_and_others_than_members_are_not(cast: Cast) -> None:
    made = blood(cast, {"name": "Con Ai", "relation": "child", "union": cast["laocai-bao"]}, others=3)
    assert value("FUN-10", cast["laocai-cdvc"], "2024") == 3
    actions.amend(record=made, by=None, why="Đếm lại", fields={"others": 4})
    assert value("FUN-10", cast["laocai-cdvc"], "2024") == 4


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    donor = {"person": member(cast["laocai-bao"], "Một Người")}
    stranger = {"person": member(cast["yenbai-tu-phap"], "Người Xa")}
    for donors, said, field in (
        ([], {}, "donors"),
        ([donor, donor], {}, "donors"),
        ([stranger], {}, "donors"),
        ([], {"others": -1}, "others"),
        ([], {"units_of_blood": 20_001}, "units_of_blood"),
    ):
        with pytest.raises(Refused) as refused:
            blood(cast, *donors, **said)
        assert refused.value.field == field
    assert Record.objects.count() == 0
