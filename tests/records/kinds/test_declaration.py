"""Totals of a period: what they add, and how they and records keep out of each other's days."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import BY_CODE, find
from congdoan.ledger.verify import verify
from congdoan.records import actions, preview
from congdoan.records.declarable import refusal
from congdoan.records.kinds.declaration import DECLARATION
from congdoan.records.record import Record
from tests.cast import Cast, care
from tests.records.said import record, value

AT = "laocai-tu-phap"


def declared(
    cast: Cast, code: str, totals: dict[str, int], at: str = AT, on: date | None = None, **said: Any
) -> Record:
    period = Period.parse(code)
    rows = [{"code": name, "quantity": quantity} for name, quantity in totals.items()]
    return record(
        "declaration", cast[at], on or period.last,
        first_on=period.first, last_on=period.last, lines={"totals": rows}, **said,
    )  # fmt: skip


def gift(cast: Cast, on: date, at: str = AT) -> Record:
    return care(cast[at], cast.funds["cdvc-kinh-phi"], on)


def shelves(cast: Cast, on: date, count: int) -> Record:
    return record("kept", cast[AT], on, what="law_shelf", medium="paper", count=count)


def test_totals_count_on_the_last_day_of_their_period(cast: Cast) -> None:
    made = declared(cast, "2024-Q1", {"CAR-01": 12, "CAR-02": 6_000_000})
    assert value("CAR-01", cast["laocai-cdvc"], "2024-H1") == 12
    assert value("CAR-02", cast["laocai-cdvc"], "2024-03") == 6_000_000
    assert value("CAR-01", cast["laocai-cdvc"], "2024-02") == 0
    assert made.title == "Phiếu số liệu Quý I năm 2024: 02 mục số liệu"


def test_people_declared_are_added_and_shown_apart(cast: Cast) -> None:
    care(cast["laocai-y-te"], cast.funds["cdvc-kinh-phi"], date(2024, 2, 5), programme="visit", gifts=2)
    declared(cast, "2024-H1", {"CAR-03": 12})
    found = figure(find("CAR-03"), cast["laocai-cdvc"], Period.parse("2024-H1"))
    assert (found.value, found.declared) == (14, 12)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("REP-02", "là tỷ lệ"),
        ("LAB-07", "là số bình quân"),
        ("PRO-05", "là số riêng"),
        ("RAT-01", "là kết quả xếp loại"),
        ("REP-01", "đếm từng công đoàn, cơ quan"),
        ("FUN-06", "đếm từng công đoàn, cơ quan"),
        ("ORG-06", "lấy từ Hệ thống tổ chức"),
        ("CAR-99", "không phát sinh"),
        ("CAR-98", "không có mục số liệu"),
    ],
)
def test_what_is_worked_out_or_told_apart_is_not_declared(cast: Cast, code: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        declared(cast, "2024-H1", {code: 1})
    assert Record.objects.count() == 0


@pytest.mark.parametrize(
    ("totals", "says"),
    [
        ({"CAR-01": -1}, "từ 0 đến"),
        ({"CAR-01": 10**7 + 1}, "đến 10.000.000 lượt người"),
        ({"CAR-02": 10**12 + 1}, "đồng"),
        ({"CAR-01": 1, "care.visits": 1}, "cả dòng 1 và dòng 2"),
        ({}, "ít nhất một dòng"),
        ({"EMU-03": 5}, "ở phiếu của cả năm"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, totals: dict[str, int], says: str) -> None:
    with pytest.raises(Refused, match=says) as refused:
        declared(cast, "2024-H1", totals)
    assert refused.value.field == "totals"
    assert Record.objects.count() == 0


def test_what_belongs_to_an_achievement_year_counts_in_that_year_of_every_calendar(cast: Cast) -> None:
    declared(cast, "2023", {"EMU-03": 66})
    assert value("EMU-03", cast["laocai-cdvc"], "hdcd:2023") == 66
    assert value("EMU-03", cast["laocai-cdvc"], "2023") == 66


def test_a_declared_total_keeps_records_out_of_its_days(cast: Cast) -> None:
    declared(cast, "2024-H1", {"CAR-04": 30})
    with pytest.raises(Refused, match="Phiếu số liệu 6 tháng đầu năm 2024 của CĐCS Sở Tư pháp") as refused:
        gift(cast, date(2024, 2, 5))
    assert "Số suất quà Tết đã trao" in refused.value.sentence
    assert gift(cast, date(2023, 12, 31)).pk
    assert gift(cast, date(2024, 2, 5), "laocai-y-te").pk
    assert value("CAR-04", cast["laocai-cdvc"], "2024-H1") == 31


def test_a_record_is_not_amended_into_the_days_of_a_declaration(cast: Cast) -> None:
    made = gift(cast, date(2023, 12, 31))
    declared(cast, "2024-H1", {"CAR-04": 30})
    with pytest.raises(Refused, match="đã khai"):
        actions.amend(record=made, by=None, why="Nhầm ngày", happened_on=date(2024, 1, 1))
    assert value("CAR-04", cast["laocai-cdvc"], "2023") == 1


def test_what_is_recorded_is_not_declared_again(cast: Cast) -> None:
    made = gift(cast, date(2024, 2, 5))
    with pytest.raises(Refused, match="“Số suất quà Tết đã trao” đã có việc ghi ngày 05/02/2024") as refused:
        declared(cast, "2024-H1", {"CAR-01": 3, "CAR-04": 30})
    assert "Quà Tết: 01 người" in refused.value.sentence
    assert declared(cast, "2024-Q2", {"CAR-04": 30}).pk
    actions.withdraw(record=made, by=None, why="Sẽ khai tổng")
    assert declared(cast, "2024-Q1", {"CAR-04": 30}).pk


def test_two_declarations_of_the_same_days_are_refused(cast: Cast) -> None:
    declared(cast, "2024-H1", {"CAR-04": 30})
    with pytest.raises(Refused, match="Phiếu số liệu 6 tháng đầu năm 2024 đã khai"):
        declared(cast, "2024-Q1", {"CAR-04": 10})
    with pytest.raises(Refused, match="đã khai"):
        declared(cast, "2024", {"CAR-04": 50})
    assert declared(cast, "2024-Q1", {"CAR-01": 10}).pk
    assert value("CAR-04", cast["laocai-cdvc"], "2024") == 30


def test_a_declaration_withdrawn_bars_nothing(cast: Cast) -> None:
    made = declared(cast, "2024-H1", {"CAR-04": 30})
    actions.withdraw(record=made, by=None, why="Ghi từng việc")
    gift(cast, date(2024, 2, 5))
    assert value("CAR-04", cast["laocai-cdvc"], "2024-H1") == 1


def test_an_estimate_is_amended_into_the_real_total(cast: Cast) -> None:
    year = today().year
    made = declared(cast, f"{year}", {"CAR-04": 30}, on=today(), estimate=True)
    assert "(ước)" in made.title
    assert value("CAR-04", cast["laocai-cdvc"], f"{year}") == 30
    lines = {"totals": [{"code": "CAR-04", "quantity": 28}]}
    actions.amend(record=made, by=None, why="Số thực hiện", lines=lines)
    assert value("CAR-04", cast["laocai-cdvc"], f"{year}") == 28


def test_an_estimate_filed_in_the_period_moves_to_its_last_day_when_it_is_final(cast: Cast) -> None:
    made = declared(cast, "2024-H1", {"CAR-04": 30}, on=date(2024, 5, 20), estimate=True)
    assert value("CAR-04", cast["laocai-cdvc"], "2024-05") == 30
    actions.amend(
        record=made, by=None, why="Số thực hiện", happened_on=date(2024, 6, 30), fields={"estimate": False}
    )
    assert value("CAR-04", cast["laocai-cdvc"], "2024-05") == 0
    assert value("CAR-04", cast["laocai-cdvc"], "2024-06") == 30


def test_a_final_total_waits_for_the_end_of_its_period(cast: Cast) -> None:
    year = today().year
    with pytest.raises(Refused):
        declared(cast, f"{year + 1}", {"CAR-04": 30}, on=today())
    with pytest.raises(Refused, match="ngày cuối kỳ, 30/06/2024"):
        declared(cast, "2024-H1", {"CAR-04": 30}, on=date(2024, 5, 20))
    assert Record.objects.count() == 0


def test_of_a_stock_the_level_is_declared(cast: Cast) -> None:
    shelves(cast, date(2023, 5, 1), 2)
    declared(cast, "2024-H1", {"PRO-07": 5, "WOM-03": 1})
    declared(cast, "2024-H2", {"PRO-07": 4})
    levels = {
        p: value("PRO-07", cast["laocai-cdvc"], p) for p in ("2023", "2024-05", "2024-H1", "2024", "2025")
    }
    assert levels == {"2023": 2, "2024-05": 2, "2024-H1": 5, "2024": 4, "2025": 4}
    assert value("WOM-03", cast["laocai-cdvc"], "2025") == 1


def test_a_declared_level_holds_whatever_is_mended_before_it(cast: Cast) -> None:
    first = declared(cast, "2023", {"PRO-07": 3})
    declared(cast, "2024-H1", {"PRO-07": 5})
    declared(cast, "2024-H2", {"PRO-07": 6})
    lines = {"totals": [{"code": "PRO-07", "quantity": 4}]}
    actions.amend(record=first, by=None, why="Đếm lại", lines=lines)
    assert [value("PRO-07", cast["laocai-cdvc"], p) for p in ("2023", "2024-H1", "2024")] == [4, 5, 6]
    shelves(cast, date(2022, 5, 1), 9)
    assert [value("PRO-07", cast["laocai-cdvc"], p) for p in ("2022", "2023", "2024-H1")] == [9, 4, 5]
    actions.withdraw(record=first, by=None, why="Khai nhầm")
    assert [value("PRO-07", cast["laocai-cdvc"], p) for p in ("2023", "2024-H1", "2024")] == [9, 5, 6]


def test_what_comes_after_a_declared_level_adds_to_it(cast: Cast) -> None:
    declared(cast, "2023", {"PRO-07": 3})
    shelves(cast, date(2024, 5, 1), 2)
    assert value("PRO-07", cast["laocai-cdvc"], "2024-H1") == 5
    with pytest.raises(Refused, match="đã khai"):
        shelves(cast, date(2023, 5, 1), 2)


@pytest.mark.django_db(transaction=True)
def test_levels_that_followed_agree_with_what_they_would_draw_now(cast: Cast) -> None:
    first = declared(cast, "2023", {"PRO-07": 3})
    declared(cast, "2024-H1", {"PRO-07": 5, "CAR-04": 2})
    shelves(cast, date(2022, 5, 1), 9)
    actions.withdraw(record=first, by=None, why="Khai nhầm")
    assert verify() == []


def test_before_it_is_written_the_form_knows_what_it_adds(cast: Cast) -> None:
    declared(cast, "2023", {"PRO-07": 3})
    draft = DECLARATION.model(
        kind="declaration", unit=cast[AT], happened_on=date(2024, 6, 30), first_on=date(2024, 1, 1),
        last_on=date(2024, 6, 30),
    )  # fmt: skip
    given = {"totals": [{"code": "PRO-07", "quantity": 5}, {"code": "CAR-04", "quantity": 7}]}
    found = preview.of(DECLARATION, draft, preview.imagined(DECLARATION, draft, given))
    assert [(a.indicator.code, a.quantity) for a in found] == [("CAR-04", 7), ("PRO-07", 2)]


@pytest.mark.parametrize("typed", ["CAR-04", "car-04", "Số suất quà Tết đã trao"])
def test_a_pasted_row_may_name_the_indicator_by_code_or_name(cast: Cast, typed: str) -> None:
    form: Any = DECLARATION.lines[0].form({"code": typed, "quantity": "1.250"}, unit=cast[AT])  # type: ignore[call-arg]
    assert form.is_valid(), form.errors
    assert form.values() == {"code": "CAR-04", "quantity": 1250}


def test_a_row_says_at_once_what_is_not_declared(cast: Cast) -> None:
    form: Any = DECLARATION.lines[0].form({"code": "REP-02", "quantity": "100"}, unit=cast[AT])  # type: ignore[call-arg]
    assert "là tỷ lệ" in str(form.errors["code"])


def test_no_list_offers_what_would_be_refused(cast: Cast) -> None:
    form: Any = DECLARATION.lines[0].form(unit=cast[AT])  # type: ignore[call-arg]
    offered = [code for _, group in form.fields["code"].choices[1:] for code, _ in group]
    assert "CAR-04" in offered
    assert [code for code in offered if refusal(BY_CODE[code])] == []
