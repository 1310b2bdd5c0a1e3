"""Cultured families and workplaces, women good at work and at home."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, parts, record, split, value

DAY = date(2024, 1, 15)


def recognised(cast: Cast, what: str, at: str = "laocai-cdvc", **said: Any) -> Record:
    lines = {name: said.pop(name, []) for name in ("employers", "women", "counts")}
    return record("recognition", cast[at], DAY, what=what, **{"achievement_year": 2023, **said}, lines=lines)


def test_families_recognised_are_set_against_all_families_of_that_year(cast: Cast) -> None:
    rows = [
        {"union": cast["laocai-bao"], "count": 38, "whole": 40},
        {"union": cast["laocai-y-te"], "count": 19, "whole": 20},
    ]
    made = recognised(cast, "family", counts=rows)
    assert parts("CUL-07", cast["laocai-cdvc"], "2023") == (57, 60)
    assert value("CUL-07", cast["laocai-cdvc"], "2023") == 95
    assert value("CUL-07", cast["laocai-cdvc"], "2022-01-01/2024-06-30") == 95
    assert made.title == "Gia đình văn hóa năm 2023: 57 gia đình"
    actions.amend(record=made, by=None, why="Thiếu một nhà", lines={"counts": [{**rows[0], "count": 39}]})
    assert parts("CUL-07", cast["laocai-cdvc"], "2023") == (39, 40)


def test_workplaces_are_shared_among_employers_that_have_a_union(cast: Cast) -> None:
    recognised(cast, "workplace", employers=[{"employer": cast.employers["bao-laocai"]}])
    assert parts("CUL-06", cast["laocai-cdvc"], "2023") == (1, 3)
    assert value("CUL-51", cast["laocai-bao"], "2023") == 1
    assert verify() == []


def test_a_woman_counts_once_at_each_level(cast: Cast) -> None:
    woman = {"person": member(cast["laocai-bao"], "Vàng Thị Dín", woman=True)}
    recognised(cast, "women", level="grassroots", women=[woman])
    recognised(cast, "women", level="province", women=[woman])
    recognised(cast, "women", level="grassroots", counts=[{"union": cast["laocai-y-te"], "count": 8}])
    assert split("WOM-01", cast["laocai-cdvc"], "2023", "level") == {"grassroots": 9, "province": 1}
    assert value("WOM-51", cast["laocai-cdvc"], "2023") == 9


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    union, family = cast["laocai-bao"], {"union": cast["laocai-bao"], "count": 3, "whole": 4}
    man = {"person": member(union, "Vàng A Dín", woman=False)}
    for what, said, field in (
        ("family", {}, "counts"),
        ("family", {"counts": [{**family, "count": 5}]}, "counts"),
        ("family", {"counts": [{**family, "whole": 0}]}, "counts"),
        ("family", {"counts": [family, family]}, "counts"),
        ("family", {"women": [{"name": "Ai Đó", "union": union}]}, "women"),
        ("workplace", {"employers": [{"employer": cast.employers["so-tu-phap-yenbai"]}]}, "employers"),
        ("women", {"women": [{"name": "Ai Đó", "union": union}]}, "level"),
        ("women", {"level": "grassroots", "women": [man]}, "women"),
        ("family", {"achievement_year": 2025, "counts": [family]}, "achievement_year"),
    ):
        with pytest.raises(Refused) as refused:
            recognised(cast, what, **said)
        assert refused.value.field == field
    assert Record.objects.count() == 0


def test_a_year_is_told_once(cast: Cast) -> None:
    row = {"union": cast["laocai-bao"], "count": 3, "whole": 4}
    recognised(cast, "family", counts=[row])
    with pytest.raises(Refused, match="đã ghi cho năm 2023 ở việc ngày 15/01/2024"):
        recognised(cast, "family", "laocai-bao", counts=[row])
    assert recognised(cast, "family", "laocai-bao", counts=[row], achievement_year=2022).pk
