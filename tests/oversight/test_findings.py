"""What is demanded is followed up to its end: by whom, in time or late, money come back."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.oversight import following, queries
from congdoan.records import actions
from congdoan.records.inspections import Demand
from tests.cast import Cast
from tests.oversight.acts import DUE, UPPER, asked_for, demand, found, inspected
from tests.records.said import split, value

LATER = date(2024, 7, 15)


def test_mended_in_time_and_mended_late_are_told_apart(cast: Cast) -> None:
    made = inspected(cast, "laocai-bao", demands=[asked_for(cast, "laocai-bao", key) for key in ("a", "b")])
    first, second = Demand.objects.filter(record=made)
    found(first, "mended")
    found(second, "not_yet", DUE)
    found(second, "mended", LATER)
    assert split("INS-18", cast[UPPER], "2024", "mended") == {"on_time": 1, "overdue": 1}
    assert value("INS-18", cast["laocai-bao"], "2024") == 0
    assert verify() == []


def test_what_the_union_reports_waits_for_the_inspector(cast: Cast) -> None:
    of = demand(cast)
    found(of, "reported")
    (one,) = queries.findings([of], LATER)
    assert (one.state, one.mended, one.late) == ("reported", False, True)
    assert value("INS-18", cast[UPPER], "2024") == 0


def test_money_asked_for_comes_back_in_parts(cast: Cast) -> None:
    of = demand(cast, amount=12_500_000)
    found(of, "not_yet", recovered=2_500_000)
    with pytest.raises(Refused, match="đã thu 2,5 triệu"):
        found(of, "mended", recovered=10_000_001)
    found(of, "mended", recovered=10_000_000)
    money = split("INS-13", cast[UPPER], "2024", "recovery")
    assert money == {"advised": 12_500_000, "recovered": 12_500_000}


def test_a_slip_is_taken_back_with_its_reason(cast: Cast) -> None:
    of = demand(cast, amount=1_000_000)
    said = found(of, "mended", recovered=1_000_000)
    following.take_back(said=said, why="nhầm kiến nghị", by=None)
    assert value("INS-18", cast[UPPER], "2024") == 0
    assert split("INS-13", cast[UPPER], "2024", "recovery") == {"advised": 1_000_000}
    assert found(of, "mended").pk


def test_once_mended_nothing_more_is_said(cast: Cast) -> None:
    of = demand(cast)
    found(of, "mended")
    with pytest.raises(Refused, match="đã được phúc tra"):
        found(of, "not_yet", LATER)


@pytest.mark.parametrize("on", [date(2024, 4, 17), date(2999, 1, 1)])
def test_nobody_finds_it_mended_before_it_was_asked_for_or_before_it_is(cast: Cast, on: date) -> None:
    with pytest.raises(Refused) as refused:
        found(demand(cast), "mended", on)
    assert refused.value.field == "on"


def test_a_demand_keeps_its_name_when_the_record_is_amended(cast: Cast) -> None:
    of = demand(cast)
    found(of, "mended")
    actions.amend(record=of.record, by=None, why="ghi thêm số", fields={"number": "12/TB-UBKT"})
    again = Demand.objects.get(record=of.record)
    assert queries.findings([again], LATER)[0].mended
    assert verify() == []


def test_what_was_followed_up_is_neither_left_out_nor_withdrawn(cast: Cast) -> None:
    of = demand(cast)
    said = found(of, "mended")
    unions = [{"union": cast["laocai-bao"]}]
    with pytest.raises(Refused, match="01 kiến nghị đã phúc tra"):
        actions.amend(record=of.record, by=None, why="bỏ", lines={"unions": unions, "demands": []})
    with pytest.raises(Refused, match="đã có phúc tra"):
        actions.withdraw(record=of.record, by=None, why="ghi nhầm")
    following.take_back(said=said, why="để hủy", by=None)
    actions.withdraw(record=of.record, by=None, why="ghi nhầm")
    assert value("INS-01", cast[UPPER], "2024") == 0


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"code": "laocai-y-te"}, "không có trong cuộc kiểm tra"),
        ({"due_on": date(2024, 1, 1)}, "hạn phải sau ngày kết luận"),
    ],
)
def test_a_demand_is_of_who_was_inspected_and_due_after_it(cast: Cast, said: dict, why: str) -> None:  # type: ignore[type-arg]
    asked = asked_for(cast, said.pop("code", "laocai-bao"), **said)
    with pytest.raises(Refused, match=why):
        inspected(cast, "laocai-bao", demands=[asked])


def test_the_parts_of_the_money_are_the_whole(cast: Cast) -> None:
    asked = [asked_for(cast, "laocai-bao", key, amount=1_000_000) for key in ("a", "b")]
    with pytest.raises(Refused, match="cộng lại 2 triệu"):
        inspected(cast, "laocai-bao", demands=asked, to_recover=3_000_000)
    inspected(cast, "laocai-bao", demands=asked, to_recover=2_000_000)
    assert split("INS-13", cast[UPPER], "2024", "recovery") == {"advised": 2_000_000}


def test_each_union_sees_what_is_demanded_of_it_and_by_it(cast: Cast) -> None:
    of = demand(cast)
    for code, count in (("laocai-bao", 1), (UPPER, 1), ("laocai-y-te", 0), ("yenbai-ldld", 0)):
        assert list(queries.demands_of(cast[code], LATER)) == [of] * count
    assert list(queries.open_ones(queries.demands_of(cast[UPPER], LATER))) == [of]
    found(of, "mended")
    assert list(queries.open_ones(queries.demands_of(cast[UPPER], LATER))) == []


def test_what_is_late_or_soon_due_is_said_until_it_is_done(cast: Cast) -> None:
    of = demand(cast)
    assert queries.due([cast["laocai-bao"]], date(2024, 5, 1)) == []
    (due,) = queries.due([cast["laocai-bao"]], LATER)
    assert (due.whose, due.due_on, due.page, due.of) == (
        cast["laocai-bao"],
        DUE,
        "findings_of",
        of.record.uid,
    )
    found(of, "mended")
    assert queries.due([cast["laocai-bao"]], LATER) == []
