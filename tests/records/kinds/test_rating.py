"""Ratings count at those rated, for the year they are rated for, by the scale of that year."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import find
from congdoan.officers import groups
from congdoan.records import actions
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, found
from tests.records.said import member, parts, record, split, value

DAY = date(2025, 1, 10)


def unions(
    cast: Cast, grades: dict[str, str], year: int = 2024, at: str = "laocai-cdvc", on: date = DAY
) -> Record:
    """The superior's list: each union with what was recognised."""
    rows: list[dict[str, Any]] = [{"union": cast[code], "grade": grade} for code, grade in grades.items()]
    return record("rating", cast[at], on, rated="union", achievement_year=year, lines={"unions": rows})


def grades(cast: Cast, code: str, year: str = "2024", at: str = "laocai-ldld") -> dict[str, int]:
    return dict(figure(find(code), cast[at], Period.parse(year)).grades or {})


def test_a_list_of_the_superior_is_how_many_at_each_level(cast: Cast) -> None:
    made = unions(cast, {"laocai-tu-phap": "excellent", "laocai-y-te": "good", "laocai-bao": "good"})
    assert grades(cast, "RAT-01") == {"excellent": 1, "good": 2}
    assert grades(cast, "RAT-01", at="laocai-bao") == {"good": 1}
    assert parts("RAT-03", cast["laocai-cdvc"], "2024") == (1, 3)
    assert parts("RAT-04", cast["laocai-cdvc"], "2024") == (3, 3)
    assert made.title == "Xếp loại 03 công đoàn cơ sở năm 2024"


def test_it_counts_in_the_year_it_is_for_not_the_year_it_is_told_in(cast: Cast) -> None:
    unions(cast, {"laocai-tu-phap": "failed"})
    assert [value("RAT-06", cast["laocai-ldld"], year) for year in ("2024", "2025")] == [1, 0]


def test_what_a_union_gives_itself_waits_to_be_verified(cast: Cast) -> None:
    row = {"union": cast["laocai-bao"], "self_grade": "excellent", "self_score": "96"}
    own = record(
        "rating", cast["laocai-bao"], DAY, rated="union", achievement_year=2024, lines={"unions": [row]}
    )
    assert own.title == "Tự xếp loại công đoàn cơ sở năm 2024"
    assert grades(cast, "RAT-01") == {}
    unions(cast, {"laocai-bao": "good"})
    assert grades(cast, "RAT-01") == {"good": 1}
    with pytest.raises(Refused, match="mức được công nhận do cấp trên ghi"):
        unions(cast, {"laocai-bao": "excellent"}, at="laocai-bao", year=2023)


def test_the_scale_up_to_2018_is_another(cast: Cast) -> None:
    unions(
        cast,
        {"laocai-tu-phap": "strong", "laocai-y-te": "fair", "laocai-bao": "weak"},
        2017,
        on=date(2018, 1, 9),
    )
    assert parts("RAT-05", cast["laocai-ldld"], "2017") == (1, 3)
    assert value("RAT-06", cast["laocai-ldld"], "2017") == 1
    with pytest.raises(Refused, match="năm 2017 xếp theo các mức Vững mạnh xuất sắc, Vững mạnh"):
        unions(cast, {"laocai-tu-phap": "excellent"}, 2017, on=date(2018, 1, 9))
    with pytest.raises(Refused, match="năm 2019 xếp theo các mức Hoàn thành xuất sắc"):
        unions(cast, {"laocai-tu-phap": "strong"}, 2019, on=date(2020, 1, 9))


def test_a_union_is_rated_from_its_twelfth_month_on(cast: Cast) -> None:
    cast.units["moi"] = found("moi", "grassroots", "CĐCS mới", cast["laocai-cdvc"], date(2024, 3, 1))
    with pytest.raises(Refused, match="thành lập ngày 01/03/2024, cuối năm 2024 chưa đủ 12 tháng"):
        unions(cast, {"moi": "good"})
    assert [value("RAT-02", cast["laocai-cdvc"], year) for year in ("2024", "2025")] == [3, 4]


def test_a_union_may_end_before_it_is_old_enough(cast: Cast) -> None:
    young = found("moi", "grassroots", "CĐCS mới", cast["laocai-cdvc"], date(2024, 3, 1))
    reform.close(unit=young, last_day=date(2024, 9, 30), by=None)
    assert value("RAT-02", cast["laocai-cdvc"], "2025") == 3


def test_a_union_is_rated_once_for_a_year(cast: Cast) -> None:
    first = unions(cast, {"laocai-bao": "good"})
    with pytest.raises(Refused, match="CĐCS Báo Lào Cai đã được xếp loại năm 2024"):
        unions(cast, {"laocai-bao": "excellent"})
    actions.withdraw(record=first, by=None, why="Ghi nhầm")
    unions(cast, {"laocai-bao": "excellent"})
    assert grades(cast, "RAT-01") == {"excellent": 1}


def test_groups_are_rated_by_their_union(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    made = [
        groups.form_group(unit=unit, sort="group", name=f"Tổ {n}", on=date(2020, 1, 1), by=None)
        for n in (1, 2)
    ]
    rows = [
        {"group": group, "grade": grade} for group, grade in zip(made, ("excellent", "failed"), strict=True)
    ]
    record("rating", unit, DAY, rated="group", achievement_year=2024, lines={"groups": rows})
    assert grades(cast, "RAT-07") == {"excellent": 1, "failed": 1}
    assert split("RAT-06", cast["laocai-ldld"], "2024", "level") == {"group": 1}
    assert grades(cast, "RAT-01") == {}


def test_members_are_rated_by_name_or_in_totals(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    rows = [
        {"person": member(unit, "Lý Văn Một"), "grade": "excellent"},
        {"person": member(unit, "Lý Văn Hai"), "grade": "done"},
    ]
    record("rating", unit, DAY, rated="member", achievement_year=2024, lines={"people": rows})
    totals = [{"grade": "excellent", "count": 20}, {"grade": "good", "count": 3}]
    record(
        "rating", cast["laocai-y-te"], DAY, rated="member", achievement_year=2024, lines={"totals": totals}
    )
    assert grades(cast, "RAT-08") == {"excellent": 21, "good": 3, "done": 1}
    assert parts("EMU-07", cast["laocai-cdvc"], "2024") == (21, 25)


@pytest.mark.parametrize(
    ("rated", "lines", "sentence"),
    [
        ("member", {}, "hãy thêm ít nhất một dòng"),
        ("member", {"unions": [{"self_grade": "good"}]}, "không thuộc việc xếp loại đoàn viên"),
        ("member", {"totals": [{"grade": "strong", "count": 2}]}, "hãy chọn lại mức"),
    ],
)
def test_lists_that_cannot_be(cast: Cast, rated: str, lines: dict[str, Any], sentence: str) -> None:
    for rows in lines.values():
        for row in rows:
            if "count" not in row:
                row["union"] = cast["laocai-bao"]
    with pytest.raises(Refused, match=sentence):
        record("rating", cast["laocai-bao"], DAY, rated=rated, achievement_year=2024, lines=lines)
