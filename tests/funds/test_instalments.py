"""What falls due of loans and of savings in turn: flagged on the first page until it is paid."""

from datetime import date

import pytest

from congdoan.funds import actions, queries, savings
from congdoan.funds.due import due
from congdoan.funds.models import Fund
from congdoan.members.actions import add_person
from tests.cast import Cast
from tests.funds.samples import JANUARY, MARCH, MAY
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
END = date(2024, 12, 31)


def kept(cast: Cast, source: str, opening: int) -> Fund:
    fund = actions.set_up(unit=cast["laocai-tu-phap"], name=f"Quỹ {source}", source=source, by=None)
    actions.open_book(fund=fund, day=JANUARY, opening=opening, by=None)
    return fund


def test_an_instalment_behind_is_flagged_until_it_is_paid(cast: Cast) -> None:
    fund = kept(cast, Fund.Source.LOANS, 20_000_000)
    person = add_person(unit=fund.unit, name="Sùng Thị Mỷ")
    loan = savings.lend(fund=fund, person=person, amount=10_000_000, months=3, day=MARCH, by=None)
    assert due(fund.unit, date(2024, 3, 10)) == []
    (soon,) = due(fund.unit, date(2024, 4, 1))
    assert (soon.due_on, soon.what.endswith("kỳ 1/3: 3.333.333 đồng")) == (date(2024, 4, 5), True)
    (late,) = due(fund.unit, date(2024, 5, 6))
    assert (late.due_on, late.what.endswith("kỳ 1/3: 6.666.666 đồng")) == (date(2024, 4, 5), True)
    savings.pay_back(loan=loan, amount=6_666_666, day=MAY, by=None)
    (last,) = due(fund.unit, date(2024, 6, 1))
    assert (last.due_on, last.what.endswith("kỳ 3/3: 3.333.334 đồng")) == (date(2024, 6, 5), True)
    assert "Mỷ" not in last.what
    savings.pay_back(loan=loan, amount=3_333_334, day=END, by=None)
    assert due(fund.unit, date(2025, 1, 1)) == []


def test_a_turn_that_has_come_is_due_and_due_again_if_its_payment_is_taken_back(cast: Cast) -> None:
    fund = kept(cast, Fund.Source.ROTATING, 9_000_000)
    person = add_person(unit=fund.unit, name="Sùng Thị Mỷ")
    savings.take_turns(fund=fund, turns=[(person, MAY, 8_000_000)], by=None)
    assert due(fund.unit, MARCH) == []
    assert [one.due_on for one in due(fund.unit, MAY)] == [MAY]
    savings.hand_over(turn=fund.turns.get(), day=MAY, by=None)
    assert due(fund.unit, END) == []
    actions.reverse(voucher=queries.standing(fund.turns.get().uid).get(), why="Nhầm người", by=None)
    assert len(due(fund.unit, END)) == 1


def test_the_page_of_the_fund_says_who_is_behind_and_whose_turn_it_is(cast: Cast) -> None:
    lends, turns = kept(cast, Fund.Source.LOANS, 20_000_000), kept(cast, Fund.Source.ROTATING, 9_000_000)
    person = add_person(unit=lends.unit, name="Sùng Thị Mỷ")
    loan = savings.lend(fund=lends, person=person, amount=10_000_000, months=3, day=MARCH, by=None)
    savings.take_turns(fund=turns, turns=[(person, MAY, 8_000_000)], by=None)
    client = as_(cast, "chair")
    assert "chậm 10 triệu đồng" in client.get(f"/quy/cua/{lends.code}").content.decode()
    assert "đến lượt" in client.get(f"/quy/cua/{turns.code}").content.decode()
    assert "Sùng Thị Mỷ" in client.get(f"/quy/vay/{loan.uid}").content.decode()
