"""Báo cáo cầu nối: what there was, what came, what went, what there is; also across a reform."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from congdoan.audit.actions import writing
from congdoan.base.period import Period
from congdoan.funds import transfers
from congdoan.funds.actions import move as put
from congdoan.funds.actions import open_book, pay, receive
from congdoan.funds.models import Fund
from congdoan.ledger import rollups
from congdoan.org.models import Unit, UnitKind
from congdoan.org.queries import under
from congdoan.reform import actions, mass, plan, reorganising
from congdoan.reform.bridging import Part, Tally, members, unions
from congdoan.reform.bridging_money import money
from tests.cast import Cast, found
from tests.ledger.histories import attempt
from tests.members.test_bridge import FIRST, Book
from tests.reform.test_reorganising import PLAN

pytestmark = pytest.mark.django_db
Y2024, H1, H2 = Period.parse("2024"), Period.parse("2024-H1"), Period.parse("2024-H2")
BEGAN, ON = date(2020, 1, 1), date(2025, 10, 1)
OPENED, SPRING, APRIL = date(2024, 2, 1), date(2024, 3, 1), date(2024, 4, 1)


def test_the_sum_of_an_giang_is_found() -> None:
    """2.956 − 2.171 = 785, with the districts ended and what goes on under the province's communes."""
    top = found("tld", "confederation", "Tổng Liên đoàn", None, BEGAN)
    province = found("an-giang", "province", "LĐLĐ tỉnh An Giang", top, BEGAN)
    districts = [found(f"huyen-{n}", "district", f"LĐLĐ huyện {n}", province, BEGAN) for n in range(18)]
    grassroots = UnitKind.objects.get(code="grassroots")
    with writing(by=None, action="found_all", alone=True) as posting:
        rows = [
            mass.Founding(uuid.uuid4(), f"cs-{n}", grassroots, f"CĐCS {n}", BEGAN, districts[n % 18].uid)
            for n in range(2956)
        ]
        mass.found_all(posting, rows)
    codes = '", "'.join(f"cs-{n}" for n in range(785, 2956))
    staying = '", "'.join(f"cs-{n}" for n in range(785))
    ended = '", "'.join(one.code for one in districts)
    said = f"""
name = "Sắp xếp An Giang"
unit = "an-giang"
on = {ON}
decision = "1/QĐ-LĐLĐ"
[[step]]
do = "found"
code = "long-xuyen"
kind = "commune"
name = "Công đoàn phường Long Xuyên"
under = "an-giang"
[[step]]
do = "move"
units = ["{staying}"]
to = "long-xuyen"
[[step]]
do = "end"
units = ["{codes}"]
[[step]]
do = "end"
units = ["{ended}"]
to = "long-xuyen"
"""
    reorganising.carry_out(plan=plan.read(said), by=None)
    told = unions(province, Period.parse("2025"))
    assert told.whole == Tally(opening=2956, ended=2171, closing=785)
    assert told.whole.gap == 0
    new = Unit.objects.get(code="long-xuyen")
    assert told.rows[new.pk] == Tally(received=785, closing=785)
    total = told.total
    assert (total.opening, total.ended, total.closing) == (2956, 2171, 785)
    assert told.within == Tally(received=-785, handed_over=-785)


def test_across_a_reform_every_line_closes(book: Cast) -> None:
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    assert [amiss(period) for period in (Y2024, H1, H2)] == [[], [], []]


def test_who_ends_on_the_last_day_is_still_there_that_day(cast: Cast) -> None:
    actions.close(unit=cast["laocai-bao"], last_day=H1.last, by=None)
    above = cast["laocai-cdvc"]
    assert unions(above, H1).whole == Tally(opening=3, closing=3)
    assert unions(above, H2).whole == Tally(opening=3, ended=1, closing=2)
    evening = Period.between(H1.last, H1.last + timedelta(days=1))
    assert unions(above, evening).whole == Tally(opening=3, ended=1, closing=2)


def fund_of(unit: Unit, source: str = Fund.Source.DUES, held: int = 0, code: str = "") -> Fund:
    """Money of a union, its book opened on the first of February."""
    fund = Fund.objects.create(
        code=code or f"{unit.code}-{source}",
        name="Đoàn phí",
        unit=unit,
        source=source,
        from_on=unit.founded_on,
    )
    open_book(fund=fund, day=OPENED, opening=held, by=None)
    return fund


def amiss(period: Period) -> list[tuple[str, Part]]:
    """Where a line does not close, or where the lines and what they handed each other do not come to the whole."""
    return [
        (unit.code, part)
        for unit in Unit.objects.select_related("kind")
        for part in (unions(unit, period), members(unit, period), *money(unit, period))
        if any(row.gap for row in (part.whole, *part.rows.values()))
        or part.within != Tally(received=part.within.received, handed_over=part.within.received)
    ]


def test_money_spent_sent_and_taken_along_is_told_apart(cast: Cast) -> None:
    health, above = fund_of(cast["laocai-y-te"], held=900), fund_of(cast["laocai-cdvc"], held=100)
    receive(fund=health, amount=50, day=SPRING, item="other_revenue", words="Thu khác", by=None)
    pay(fund=health, amount=20, day=SPRING, item="other_spending", words="Chi khác", by=None)
    sent = transfers.send(fund=health, to=above.unit, amount=300, day=SPRING, words="Nộp lên", by=None)
    transfers.accept(transfer=sent, fund=above, day=SPRING, by=None)
    actions.move(unit=health.unit, to=cast["muongkhuong-ldld"], on=APRIL, by=None)
    (above_both,) = money(cast["laocai-ldld"], H1)
    assert above_both.whole == Tally(opened=1000, begun=50, ended=20, closing=1030)
    assert above_both.rows[above.unit_id] == Tally(
        opened=1000, begun=50, ended=20, handed_over=630, closing=400
    )
    assert above_both.rows[cast["muongkhuong-ldld"].pk] == Tally(received=630, closing=630)
    assert amiss(H1) == []


def test_money_put_from_one_fund_into_another_of_its_kind_neither_came_nor_went(cast: Cast) -> None:
    here = cast["laocai-y-te"]
    cash, bank = fund_of(here, held=900), fund_of(here, held=0, code="ngan-hang")
    loans = fund_of(here, Fund.Source.SOCIAL)
    put(fund=cash, to=bank, amount=400, day=SPRING, words="Gửi ngân hàng", by=None)
    put(fund=bank, to=loans, amount=150, day=SPRING, words="Chuyển quỹ xã hội", by=None)
    told = {part.name: part.whole for part in money(here, H1)}
    assert told[Fund.Source.DUES.label] == Tally(opened=900, handed_over=150, closing=750)
    assert told[Fund.Source.SOCIAL.label] == Tally(received=150, closing=150)
    assert amiss(H1) == []


def test_money_of_those_who_end_goes_on_across_a_reform(book: Cast) -> None:
    for code, held in (("laocai-y-te", 900), ("laocai-tu-phap", 700), ("yenbai-tu-phap", 500)):
        fund_of(book[code], held=held)
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    assert [amiss(period) for period in (Y2024, H1, H2)] == [[], [], []]
    (all_of_it,) = money(book["tld"], H2)
    assert all_of_it.whole == Tally(opening=2100, closing=2100)
    (province,) = money(book["laocai-ldld"], H2)
    assert province.whole == Tally(opening=1600, received=500, closing=2100)


class Purses(Book):
    """The same, with money in each grassroots union that is earned, spent and sent."""

    def __init__(self) -> None:
        super().__init__()
        self.purses = {code: fund_of(self.units[code], held=1000) for code in ("a", "b", "c", "d", "branch")}

    def act(self, what: str, where: str, other: str, which: int, on: date) -> None:
        purse, amount = self.purses[where], 100 * (which + 1)
        if what == "receive":
            attempt(
                lambda: receive(fund=purse, amount=amount, day=on, item="other_revenue", words="Thu", by=None)
            )
        elif what == "pay":
            attempt(
                lambda: pay(fund=purse, amount=amount, day=on, item="other_spending", words="Chi", by=None)
            )
        elif what == "send":
            attempt(lambda: self.send(purse, self.purses["branch" if which == 5 else other], amount, on))
        else:
            super().act(what, where, other, which, on)

    def send(self, purse: Fund, to: Fund, amount: int, on: date) -> None:
        sent = transfers.send(fund=purse, to=to.unit, amount=amount, day=on, words="Chuyển", by=None)
        if amount != 200:  # the others stay on their way
            transfers.accept(transfer=sent, fund=to, day=on, by=None)


histories = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "open",
                "admit",
                "transfer",
                "leave",
                "move",
                "move",
                "close",
                "fold",
                "receive",
                "pay",
                "send",
                "send",
                "send",
            ]
        ),
        st.sampled_from("abcd"),
        st.sampled_from("abcd"),
        st.integers(0, 5),
        st.integers(1, 300).map(lambda n: FIRST + timedelta(days=n)),
    ),
    min_size=3,
    max_size=14,
)


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(histories, st.integers(0, 200), st.integers(1, 120))
def test_any_history_closes_at_every_level(history: list[Any], begin: int, days: int) -> None:
    period = Period.between(FIRST + timedelta(days=begin), FIRST + timedelta(days=begin + days))
    with transaction.atomic(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(rollups, "LARGE", 3)
        book = Purses()
        for act in history:
            book.act(*act)
        assert amiss(period) == []
        for unit in Unit.objects.select_related("kind"):
            there = under(unit, period.last).filter(kind__grassroots=True, ended_on__gt=period.last).count()
            assert unions(unit, period).whole.closing == there, unit.code
        transaction.set_rollback(True)
