"""Members introduced and admitted to the Party."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.members.models import Person
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, record, split, value

DAY = date(2024, 3, 12)


def party(cast: Cast, *members: dict[str, Any], at: str = "laocai-cdvc", step: str = "introduced") -> Record:
    return record("party", cast[at], DAY, step=step, lines={"members": list(members)})


def test_a_member_counts_at_their_own_union_whoever_introduced_them(cast: Cast) -> None:
    woman = {"person": member(cast["laocai-y-te"], "Sùng Thị Dua", woman=True)}
    man = {"person": member(cast["laocai-bao"], "Cư Seo Vần", woman=False)}
    party(cast, woman, man, {"name": "Không Rõ", "union": cast["laocai-bao"]})
    assert value("PAR-01", cast["laocai-cdvc"], "2024-H1") == 3
    assert value("PAR-01", cast["laocai-cdvc"], "2024-H1", scope="own") == 0
    assert value("PAR-01", cast["laocai-bao"], "2024-03") == 2
    assert split("PAR-01", cast["laocai-cdvc"], "2024", "sex") == {"f": 1, "m": 1, "": 1}
    assert value("PAR-02", cast["laocai-cdvc"], "2024") == 0


def test_those_admitted_are_set_against_those_introduced(cast: Cast) -> None:
    rows = [{"person": member(cast["laocai-bao"], f"Đoàn viên {n}")} for n in range(4)]
    party(cast, *rows)
    party(cast, rows[0], step="admitted")
    assert value("PAR-02", cast["laocai-cdvc"], "2024-H1") == 1
    assert value("PAR-03", cast["laocai-cdvc"], "2024-H1") == 25


def test_nobody_takes_a_step_twice(cast: Cast) -> None:
    row = {"person": member(cast["laocai-bao"], "Cư Seo Vần")}
    with pytest.raises(Refused, match="cả dòng 1 và dòng 2"):
        party(cast, row, row)
    party(cast, row, at="laocai-bao")
    with pytest.raises(Refused, match="đã được ghi “Giới thiệu đoàn viên ưu tú” ngày 12/03/2024"):
        party(cast, row)
    assert value("PAR-01", cast["laocai-cdvc"], "2024") == 1


def test_only_members_are_introduced(cast: Cast) -> None:
    child = member(cast["laocai-bao"], "Cư Thị Bé", relation=Person.Relation.CHILD)
    with pytest.raises(Refused, match="không phải đoàn viên"):
        party(cast, {"person": child})


def test_members_of_other_branches_are_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="thuộc CĐCS Sở Tư pháp Yên Bái, không trực thuộc"):
        party(cast, {"person": member(cast["yenbai-tu-phap"], "Người Ngoài")})


def test_the_title_names_nobody(cast: Cast) -> None:
    made = party(cast, {"name": "Cư Seo Vần", "union": cast["laocai-bao"]}, step="admitted")
    assert made.title == "Kết nạp Đảng: 01 người"
