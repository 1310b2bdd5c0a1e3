"""Dues by the rates of the month, estimates, disclosures, loans and savings, counts, months, transfers."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.funds import actions, collecting, counting, planning, queries, rates, savings, transfers
from congdoan.funds.items import item_for
from congdoan.funds.models import Dues, Fund, Rate
from congdoan.funds.settlement import consolidated, settlement
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import BY_CODE
from congdoan.ledger.verify import verify
from congdoan.members.actions import add_person
from congdoan.org.models import Unit
from tests.cast import Cast

JANUARY, MARCH, MAY, END = date(2024, 1, 1), date(2024, 3, 5), date(2024, 5, 20), date(2024, 12, 31)
PUBLIC, PRIVATE = Rate.Group.PUBLIC, Rate.Group.PRIVATE


def said(unit: Unit, code: str, period: str = "2024") -> object:
    return figure(BY_CODE[code], unit, Period.parse(period)).value


def opened(cast: Cast, code: str = "tu-phap-doan-phi", opening: int = 10_000_000) -> Fund:
    actions.open_book(fund=cast.funds[code], day=JANUARY, opening=opening, by=None)
    return cast.funds[code]


def kept(cast: Cast, source: str, opening: int = 0) -> Fund:
    fund = actions.set_up(unit=cast["laocai-tu-phap"], name=f"Quỹ {source}", source=source, by=None)
    actions.open_book(fund=fund, day=JANUARY, opening=opening, by=None)
    return fund


@pytest.mark.parametrize(
    ("month", "rate", "due"),
    [
        (date(2025, 6, 1), 100, 2_000_000),
        (date(2025, 7, 1), 50, 1_000_000),
        (date(2024, 1, 1), 100, 2_000_000),
    ],
)
def test_dues_fell_to_half_a_percent_in_july_2025(cast: Cast, month: date, rate: int, due: int) -> None:
    worked = rates.dues(group=PUBLIC, members=25, wages=200_000_000, on=month)
    assert (worked.rate, worked.due, worked.kept, worked.passed_on) == (
        rate,
        due,
        due * 7 // 10,
        due * 3 // 10,
    )


def test_the_grassroots_share_of_dues_rose_from_sixty_to_seventy_percent(cast: Cast) -> None:
    shares = [rates.dues(group=PUBLIC, members=9, wages=10**8, on=date(y, 5, 1)).kept for y in (2022, 2023)]
    assert shares == [600_000, 700_000]


def test_a_cap_of_a_tenth_of_the_base_salary_holds_outside_the_state(cast: Cast) -> None:
    worked = rates.dues(group=PRIVATE, members=10, wages=10**9, on=date(2025, 9, 1))
    assert worked.due == 10 * 234_000


def test_a_month_without_a_rate_is_refused_and_nothing_is_booked(cast: Cast) -> None:
    fund = opened(cast)
    with pytest.raises(Refused, match="cho ngày 01/06/2010"):
        collecting.collect_dues(
            fund=fund, month=date(2010, 6, 3), group=PUBLIC, members=9, wages=10**8, day=MARCH, by=None
        )
    assert Dues.objects.count() == 0


def test_a_months_dues_are_one_receipt_and_count_once(cast: Cast) -> None:
    fund = opened(cast)
    month = {"fund": fund, "month": JANUARY, "group": PUBLIC, "members": 20, "wages": 10**8, "by": None}
    collected = collecting.collect_dues(**month, day=MARCH)  # type: ignore[arg-type]
    assert (str(collected.voucher), queries.balance(fund, MARCH)) == ("Phiếu thu 001/2024", 11_000_000)
    assert (said(fund.unit, "FIN-02"), said(fund.unit, "FIN-15")) == (1_000_000, 10**8)
    with pytest.raises(Refused, match="đã thu vào"):
        collecting.collect_dues(**month, day=MAY)  # type: ignore[arg-type]
    actions.reverse(voucher=collected.voucher, why="nhầm quỹ lương", by=None)
    assert (said(fund.unit, "FIN-02"), said(fund.unit, "FIN-15"), verify()) == (0, 0, [])


def test_who_pays_is_a_stock_of_the_months_collected(cast: Cast) -> None:
    fund = opened(cast)
    month = {"fund": fund, "group": PUBLIC, "wages": 10**8, "by": None}
    paid = {}
    for number, heads in ((1, 20), (2, 24), (3, 25)):
        when: dict[str, Any] = month | {"month": date(2024, number, 1), "day": date(2024, number, 25)}
        collecting.collect_dues(**when, members=heads)
        paid[number] = collecting.collect_fund(**when, workers=heads + 10)
    unit = fund.unit
    assert [said(unit, "FIN-14", period) for period in ("2024-01", "2024-02", "2024")] == [20, 24, 25]
    assert [said(unit, "FIN-13", period) for period in ("2024-01", "2024-02", "2024")] == [30, 32, 33]
    assert (said(unit, "FIN-03"), said(unit, "FIN-15")) == (6_000_000, 6 * 10**8)
    actions.reverse(voucher=paid[2].voucher, why="nhầm số lao động", by=None)
    assert [said(unit, "FIN-13", period) for period in ("2024-01", "2024-02", "2024")] == [30, 30, 33]
    assert verify() == []


def test_revenue_is_held_against_the_years_estimate_and_it_must_be_disclosed(cast: Cast) -> None:
    fund = opened(cast)
    for amount in (5_000_000, 4_000_000):  # the second takes the place of the first
        planning.estimate(
            unit=fund.unit, year=2024, approved_on=MARCH, amounts={item_for("dues", MARCH): amount}, by=None
        )
    actions.receive(fund=fund, amount=3_000_000, day=MAY, item="dues", words="Đoàn phí", by=None)
    assert str(said(fund.unit, "FIN-16")) == "75.00"
    first, second = planning.waiting(fund.unit)
    assert (first.due_on, second.due_on) == (date(2024, 3, 20), date(2024, 3, 20))
    planning.disclose(disclosure=first, done_on=date(2024, 3, 21), proof="bảng tin", by=None)
    assert said(fund.unit, "FIN-18") == 0
    planning.disclose(disclosure=second, done_on=date(2024, 3, 20), proof="bảng tin cơ quan", by=None)
    assert (said(fund.unit, "FIN-18"), planning.waiting(fund.unit), verify()) == (1, [], [])


def test_handing_out_has_thirty_days_and_filing_the_day_the_superior_named(cast: Cast) -> None:
    unit, paper = cast["laocai-tu-phap"], planning.Paper
    assert planning.expect(unit=unit, paper=paper.GIVEN, began_on=MARCH, by=None).due_on == date(2024, 4, 4)
    with pytest.raises(Refused, match="hạn nộp"):
        planning.expect(unit=unit, paper=paper.FILING, began_on=MARCH, by=None)
    filing = planning.expect(unit=unit, paper=paper.FILING, began_on=MARCH, due_on=MAY, by=None)
    planning.disclose(disclosure=filing, done_on=MAY, proof="CV 12/CĐCS", by=None)
    assert said(unit, "FIN-19") == 1


def test_a_household_owes_until_the_last_instalment(cast: Cast) -> None:
    fund = kept(cast, Fund.Source.LOANS, 30_000_000)
    person = add_person(unit=fund.unit, name="Sùng Thị Mỷ")
    loan = savings.lend(fund=fund, person=person, amount=20_000_000, months=10, day=MARCH, by=None)
    savings.pay_back(loan=loan, amount=5_000_000, day=MAY, by=None)
    assert (said(fund.unit, "CAR-15"), said(fund.unit, "CAR-16"), savings.left(loan)) == (
        1,
        15_000_000,
        15_000_000,
    )
    with pytest.raises(Refused, match="còn nợ 15 triệu"):
        savings.pay_back(loan=loan, amount=16_000_000, day=MAY, by=None)
    with pytest.raises(Refused, match="hãy thu hết nợ cũ"):
        savings.lend(fund=fund, person=person, amount=1_000_000, months=2, day=MAY, by=None)
    savings.pay_back(loan=loan, amount=15_000_000, day=END, by=None)
    assert (said(fund.unit, "CAR-15"), said(fund.unit, "CAR-16"), verify()) == (0, 0, [])


def test_members_save_in_turn_and_each_turn_is_paid_once(cast: Cast) -> None:
    fund = kept(cast, Fund.Source.ROTATING)
    person = add_person(unit=fund.unit, name="Sùng Thị Mỷ")
    actions.receive(fund=fund, amount=9_000_000, day=MARCH, item="contribution", words="Góp tháng 3", by=None)
    savings.take_turns(fund=fund, turns=[(person, MAY, 8_000_000)], by=None)
    turn = fund.turns.get()
    savings.hand_over(turn=turn, day=MAY, by=None)
    assert (said(fund.unit, "CAR-17"), queries.balance(fund, MAY)) == (9_000_000, 1_000_000)
    with pytest.raises(Refused, match="đã nhận rồi"):
        savings.hand_over(turn=turn, day=MAY, by=None)


def test_the_social_funds_balance_is_a_figure(cast: Cast) -> None:
    fund = kept(cast, Fund.Source.SOCIAL, 2_000_000)
    actions.receive(fund=fund, amount=500_000, day=MARCH, item="raised", words="Ủng hộ", by=None)
    assert (said(fund.unit, "FUN-13"), said(fund.unit, "FIN-12")) == (2_500_000, 0)


def test_a_count_that_differs_stays_listed_until_explained_and_keeps_the_month_open(cast: Cast) -> None:
    fund = opened(cast)
    assert (
        counting.count_cash(fund=fund, day=MARCH, counted=4_000_000, banked=6_000_000, by=None).difference
        == 0
    )
    short = counting.count_cash(fund=fund, day=MARCH, counted=9_900_000, by=None)
    assert [one.difference for one in counting.unbalanced(fund.unit)] == [-100_000]
    with pytest.raises(Refused, match="còn lệch"):
        counting.close_month(unit=fund.unit, year=2024, month=3, by=None)
    counting.explain(count=short.count, words="Tạm ứng chưa lập phiếu; đã hoàn 06/3", by=None)
    assert counting.unbalanced(fund.unit) == []
    closed = counting.close_month(unit=fund.unit, year=2024, month=3, by=None)
    with pytest.raises(Refused, match="đã khóa sổ quỹ tháng 03/2024"):
        actions.pay(fund=fund, amount=1, day=MARCH, item="pay", words="Phụ cấp", by=None)
    counting.reopen_month(closed=closed, why="sót phiếu", by=None)
    actions.pay(fund=fund, amount=1, day=MARCH, item="pay", words="Phụ cấp", by=None)


def test_money_between_unions_waits_for_both_ends_and_counts_once_above(cast: Cast) -> None:
    fund, upper = opened(cast), opened(cast, "cdvc-kinh-phi", 1_000_000)
    sent = transfers.send(
        fund=fund, to=upper.unit, amount=3_000_000, day=MARCH, words="Nộp đoàn phí", by=None
    )
    both = consolidated(upper.unit, JANUARY, date(2024, 4, 1))
    assert (queries.balance(fund, MARCH), both.closing, both.on_the_way) == (7_000_000, 11_000_000, 3_000_000)
    with pytest.raises(Refused, match="chuyển cho Công đoàn Viên chức"):
        transfers.accept(transfer=sent, fund=fund, day=MAY, by=None)
    transfers.accept(transfer=sent, fund=upper, day=MAY, by=None)
    both = consolidated(upper.unit, JANUARY, END)
    assert (both.closing, both.spending, both.revenue, both.eliminated) == (11_000_000, 0, 0, 3_000_000)
    assert [row.item.purpose for row in settlement(fund.unit, JANUARY, END).out] == ["to_superior"]
    assert (said(fund.unit, "FIN-11"), said(fund.unit, "FIN-53")) == (3_000_000, 0)
    with pytest.raises(Refused, match="đã có người trả lời"):
        transfers.refuse(transfer=sent, why="nhầm", by=None)


def test_refused_money_goes_back_to_the_fund_it_came_from(cast: Cast) -> None:
    fund, upper = opened(cast), opened(cast, "cdvc-kinh-phi")
    sent = transfers.send(fund=fund, to=upper.unit, amount=3_000_000, day=MARCH, words="Nộp", by=None)
    with pytest.raises(Refused, match="từ chối lần chuyển"):
        actions.reverse(voucher=sent.sent, why="nhầm", by=None)
    transfers.refuse(transfer=sent, why="nhầm số", day=MAY, by=None)
    assert (queries.balance(fund, MAY), said(fund.unit, "FIN-11")) == (10_000_000, 0)
