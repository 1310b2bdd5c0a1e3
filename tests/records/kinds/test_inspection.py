"""Inspections and supervisions, at the union that inspects."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, found
from tests.records.said import parts, record, split, value

DAY = date(2024, 4, 18)
CODES = [f"INS-{n:02d}" for n in range(1, 10)]


def inspection(cast: Cast, at: str, *unions: str, on: date = DAY, **said: Any) -> Record:
    fields = {"subject": "finance", "level": "lower" if unions else "own", **said}
    return record(
        "inspection", cast[at], on, **fields, lines={"unions": [{"union": cast[c]} for c in unions]}
    )


def counted(cast: Cast, at: str = "laocai-cdvc") -> dict[str, int]:
    found = {code: value(code, cast[at], "2024-H1") for code in CODES}
    return {code: count for code, count in found.items() if count}


def test_a_grassroots_union_that_inspects_its_own_finance_has_done_its_share(cast: Cast) -> None:
    inspection(cast, "laocai-y-te")
    assert counted(cast) == {"INS-01": 1, "INS-05": 1, "INS-06": 1}
    assert parts("INS-10", cast["laocai-cdvc"], "2024-H1") == (1, 3)
    assert parts("INS-11", cast["laocai-cdvc"], "2024-H1") == (0, 3)


def test_twice_inspected_is_one_union_in_the_share(cast: Cast) -> None:
    inspection(cast, "laocai-y-te", subject="charter")
    inspection(cast, "laocai-y-te", subject="charter", on=date(2024, 6, 3))
    assert value("INS-03", cast["laocai-cdvc"], "2024-H1") == 2
    assert parts("INS-11", cast["laocai-cdvc"], "2024-H1") == (1, 3)


def test_each_union_inspected_from_above_is_one_inspection(cast: Cast) -> None:
    made = inspection(cast, "laocai-cdvc", "laocai-y-te", "laocai-bao", subject="charter")
    assert counted(cast) == {"INS-01": 2, "INS-02": 2, "INS-04": 2}
    assert counted(cast, "laocai-y-te") == {}
    assert parts("INS-11", cast["laocai-cdvc"], "2024-H1") == (0, 3)
    assert made.title == "Kiểm tra chấp hành Điều lệ tại 02 công đoàn cấp dưới"


def test_an_upper_union_inspecting_itself_is_no_grassroots_union_that_did(cast: Cast) -> None:
    inspection(cast, "laocai-cdvc")
    assert counted(cast) == {"INS-01": 1, "INS-05": 1, "INS-06": 1}
    assert parts("INS-10", cast["laocai-cdvc"], "2024-H1") == (0, 3)


def test_the_total_is_its_four_parts(cast: Cast) -> None:
    inspection(cast, "laocai-y-te", subject="charter")
    inspection(cast, "laocai-cdvc", "laocai-bao", subject="finance")
    inspection(cast, "laocai-cdvc", "laocai-bao", subject="signs", inspected="person")
    inspection(cast, "laocai-cdvc", "laocai-bao", "laocai-y-te", subject="supervision", scope="theme")
    found = counted(cast)
    assert found["INS-01"] == sum(found[code] for code in ("INS-02", "INS-05", "INS-08", "INS-09")) == 5
    assert split("INS-08", cast["laocai-cdvc"], "2024-H1", "inspected") == {"person": 1}
    assert split("INS-09", cast["laocai-cdvc"], "2024-H1", "scope") == {"theme": 2}
    assert split("INS-01", cast["laocai-cdvc"], "2024-H1", "level") == {"grassroots": 1, "direct_superior": 4}


def test_money_to_recover_and_money_recovered_are_told_apart(cast: Cast) -> None:
    inspection(cast, "laocai-cdvc", "laocai-bao", to_recover=12_500_000, recovered=2_500_000)
    assert split("INS-13", cast["laocai-cdvc"], "2024", "recovery") == {
        "advised": 12_500_000,
        "recovered": 2_500_000,
    }


@pytest.mark.parametrize(
    ("unions", "said", "field"),
    [
        (["laocai-bao"], {"level": "own"}, "unions"),
        ([], {"level": "lower"}, "unions"),
        (["laocai-bao", "laocai-bao"], {}, "unions"),
        (["laocai-cdvc"], {}, "unions"),
        (["muongkhuong-thcs"], {}, "unions"),
        (["laocai-bao"], {"to_recover": -1}, "to_recover"),
        (["laocai-bao"], {"recovered": 10**13}, "recovered"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, unions: list[str], said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        inspection(cast, "laocai-cdvc", *unions, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_the_inspected_stood_under_the_inspector_that_day(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 4, 1), by=None)
    with pytest.raises(
        Refused, match="ngày 18/04/2024 CĐCS Báo Lào Cai không trực thuộc Công đoàn Viên chức"
    ):
        inspection(cast, "laocai-cdvc", "laocai-bao")
    inspection(cast, "laocai-cdvc", "laocai-bao", on=date(2024, 3, 31))
    assert value("INS-07", cast["laocai-cdvc"], "2024-H1") == 1


def test_eight_unions_are_eight_inspections(cast: Cast) -> None:
    codes = [f"cdcs-{n}" for n in range(8)]
    for code in codes:
        cast.units[code] = found(code, "grassroots", f"CĐCS {code}", cast["laocai-cdvc"])
    inspection(cast, "laocai-cdvc", *codes, subject="charter")
    assert value("INS-04", cast["laocai-cdvc"], "2024-H1") == 8
