"""Estimates: the whole is stated; what is recorded takes its place, and what is real drives it out."""

from datetime import date

from congdoan.base.period import Period, today
from congdoan.ledger.actions import close
from congdoan.ledger.indicator import find
from congdoan.ledger.verify import verify
from congdoan.records import actions
from congdoan.records.estimates import expected
from congdoan.records.record import Record
from tests.cast import Cast, care
from tests.records.said import record, value

AT = "laocai-tu-phap"
WHOLE, FILED = Period.parse("2024"), date(2024, 12, 10)


def estimate(cast: Cast, code: str = "CAR-04", quantity: int = 10) -> Record:
    rows = [{"code": code, "quantity": quantity}]
    said = {"first_on": WHOLE.first, "last_on": WHOLE.last, "estimate": True}
    return record("declaration", cast[AT], FILED, **said, lines={"totals": rows})


def gifts(cast: Cast, on: date, many: int = 1) -> Record:
    return care(cast[AT], cast.funds["cdvc-kinh-phi"], on, gifts=many)


def left(cast: Cast, code: str = "CAR-04") -> int:
    found = expected(cast["laocai-cdvc"], WHOLE, [find(code)])
    return found.get(find(code).key, 0)


def test_an_estimate_goes_beside_what_is_recorded_and_makes_up_the_whole(cast: Cast) -> None:
    gifts(cast, date(2024, 2, 5), 6)
    estimate(cast)
    assert (value("CAR-04", cast["laocai-cdvc"], "2024"), left(cast)) == (10, 4)
    gifts(cast, date(2024, 12, 20), 3)
    assert (value("CAR-04", cast["laocai-cdvc"], "2024"), left(cast)) == (10, 1)
    assert verify() == []


def test_it_is_gone_once_more_than_it_is_recorded(cast: Cast) -> None:
    estimate(cast)
    made = gifts(cast, date(2024, 12, 20), 12)
    assert (value("CAR-04", cast["laocai-cdvc"], "2024"), left(cast)) == (12, 0)
    actions.withdraw(record=made, by=None, why="Ghi nhầm")
    assert left(cast) == 10


def test_it_falls_away_when_records_pass_the_last_day(cast: Cast) -> None:
    gifts(cast, date(2024, 2, 5), 6)
    estimate(cast)
    gifts(cast, date(2025, 1, 8))
    assert (value("CAR-04", cast["laocai-cdvc"], "2024"), left(cast)) == (6, 0)
    assert verify() == []


def test_it_falls_away_before_a_final_total(cast: Cast) -> None:
    estimate(cast)
    rows = [{"code": "CAR-04", "quantity": 8}]
    record(
        "declaration", cast[AT], WHOLE.last, first_on=WHOLE.first, last_on=WHOLE.last, lines={"totals": rows}
    )
    assert (value("CAR-04", cast["laocai-cdvc"], "2024"), left(cast)) == (8, 0)
    assert verify() == []


def test_people_recorded_by_name_are_not_expected_again(cast: Cast) -> None:
    care(cast[AT], cast.funds["cdvc-kinh-phi"], date(2024, 2, 5), programme="visit", gifts=3)
    care(cast[AT], cast.funds["cdvc-kinh-phi"], date(2024, 3, 5), programme="visit", gifts=3)
    estimate(cast, "CAR-03", 5)
    assert (value("CAR-03", cast["laocai-cdvc"], "2024"), left(cast, "CAR-03")) == (5, 2)


def test_of_a_stock_the_level_is_expected(cast: Cast) -> None:
    record("kept", cast[AT], date(2024, 2, 1), what="law_shelf", medium="paper", count=2)
    estimate(cast, "PRO-07", 5)
    assert value("PRO-07", cast["laocai-cdvc"], "2024") == 5
    record("kept", cast[AT], date(2025, 2, 1), what="law_shelf", medium="paper", count=1)
    assert value("PRO-07", cast["laocai-cdvc"], "2024") == 2
    assert value("PRO-07", cast["laocai-cdvc"], "2025") == 3
    assert verify() == []


def test_closed_days_keep_the_estimate_and_do_not_hold_up_the_work(cast: Cast) -> None:
    estimate(cast)
    close(unit=cast[AT], first=WHOLE.first, last=WHOLE.last, by=None, why="Đã báo cáo")
    gifts(cast, date(2025, 1, 8))
    assert value("CAR-04", cast["laocai-cdvc"], "2024") == 10
    assert verify() == []


def test_only_what_runs_is_estimated(cast: Cast) -> None:
    year = Period.parse(str(today().year))
    rows = [{"code": "CAR-04", "quantity": 10}]
    made = record(
        "declaration", cast[AT], today(), first_on=year.first, last_on=year.last, estimate=True,
        lines={"totals": rows},
    )  # fmt: skip
    assert made.title.endswith("(ước): 01 mục số liệu")
    assert value("CAR-04", cast["laocai-cdvc"], year.code) == 10
