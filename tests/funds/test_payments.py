"""A care record paid from a fund that keeps a book is its payment: the two cannot differ."""

import io
from datetime import date

import pytest
from docx import Document

from congdoan.base.errors import Refused
from congdoan.funds import actions as funds
from congdoan.funds import queries
from congdoan.funds.models import Fund, Voucher
from congdoan.records import actions
from congdoan.records.kinds.donation import DONATION
from congdoan.records.papers import printed
from congdoan.records.record import Record
from tests.cast import Cast, care

JANUARY, FEBRUARY, MARCH = date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)


@pytest.fixture
def fund(cast: Cast) -> Fund:
    """Dues of ten million, in a book."""
    fund = cast.funds["tu-phap-doan-phi"]
    funds.open_book(fund=fund, day=JANUARY, opening=10_000_000, by=None)
    return fund


def gifts(fund: Fund, n: int = 4) -> Record:
    return care(fund.unit, fund, FEBRUARY, gifts=n)


def test_a_list_of_gifts_takes_exactly_its_sum_out_of_the_fund(fund: Fund) -> None:
    record = gifts(fund)
    (voucher,) = queries.standing(record.uid)
    assert queries.balance(fund, FEBRUARY) == 8_000_000
    assert (str(voucher), voucher.words, voucher.party) == (
        "Phiếu chi 001/2024", "Quà Tết: 04 người, 2 triệu đồng", "04 người theo danh sách ký nhận",
    )  # fmt: skip


def test_goods_somebody_gave_cost_the_fund_nothing(fund: Fund) -> None:
    lines = [{"name": "Lý Thị Thử", "cash": 300_000, "goods": 200_000}]
    bought = care(fund.unit, fund, FEBRUARY, lines=lines)
    assert queries.balance(fund, MARCH) == 9_500_000
    actions.amend(record=bought, by=None, why="hàng được tặng", fields={"goods_donated": True})
    assert queries.balance(fund, MARCH) == 9_700_000


def test_amending_the_money_reverses_and_pays_anew_amending_words_does_not(fund: Fund) -> None:
    record = gifts(fund)
    actions.amend(record=record, by=None, why="thiếu chữ", note="Trao tại cơ quan")
    assert Voucher.objects.filter(origin=record.uid).count() == 1
    actions.amend(record=record, by=None, why="nhầm ngày", happened_on=MARCH)
    assert Voucher.objects.filter(origin=record.uid).count() == 3
    assert (queries.balance(fund, FEBRUARY), queries.balance(fund, MARCH)) == (10_000_000, 8_000_000)


def test_another_fund_is_paid_from_instead(cast: Cast, fund: Fund) -> None:
    other = cast.funds["cdvc-kinh-phi"]
    funds.open_book(fund=other, day=JANUARY, opening=5_000_000, by=None)
    actions.amend(record=gifts(fund), by=None, why="quỹ cấp trên chi", fields={"fund": other})
    assert (queries.balance(fund, MARCH), queries.balance(other, MARCH)) == (10_000_000, 3_000_000)


def test_withdrawing_gives_the_money_back(fund: Fund) -> None:
    record = gifts(fund)
    actions.withdraw(record=record, by=None, why="ghi trùng")
    assert queries.balance(fund, MARCH) == 10_000_000
    assert list(queries.standing(record.uid)) == []


def test_more_than_is_there_is_refused_and_nothing_is_half_done(fund: Fund) -> None:
    with pytest.raises(Refused, match="không đủ tiền"):
        gifts(fund, 21)
    assert (Record.objects.count(), queries.balance(fund, MARCH)) == (0, 10_000_000)


def test_the_vouchers_of_a_record_are_reversed_through_it_alone(fund: Fund) -> None:
    (voucher,) = queries.standing(gifts(fund).uid)
    with pytest.raises(Refused, match="chính việc ấy"):
        funds.reverse(voucher=voucher, why="nhầm", by=None)


def test_before_its_book_a_fund_pays_without_vouchers(fund: Fund) -> None:
    record = care(fund.unit, fund, date(2023, 12, 20), gifts=90)
    assert not Voucher.objects.filter(origin=record.uid).exists()


def test_a_book_opened_on_a_past_day_knows_what_was_paid_since(cast: Cast) -> None:
    fund = cast.funds["cdvc-kinh-phi"]
    for day in (date(2023, 12, 20), FEBRUARY, MARCH):
        care(cast["laocai-cdvc"], fund, day)
    with pytest.raises(Refused, match="không đủ tiền"):
        funds.open_book(fund=fund, day=JANUARY, opening=900_000, by=None)
    assert not Fund.objects.get(pk=fund.pk).has_book
    funds.open_book(fund=fund, day=JANUARY, opening=1_500_000, by=None)
    assert queries.balance(fund, MARCH) == 500_000


def test_what_is_collected_goes_into_the_fund_and_what_is_given_comes_out(cast: Cast, fund: Fund) -> None:
    said = {"direction": "collected", "purpose": "social_fund", "cash": 3_000_000, "fund": fund}
    actions.add(kind=DONATION, unit=fund.unit, happened_on=FEBRUARY, by=None, fields=said)
    given = {
        "direction": "given",
        "purpose": "countryside",
        "cash": 1_000_000,
        "fund": fund,
        "receiver": "Xã A",
    }
    actions.add(kind=DONATION, unit=fund.unit, happened_on=MARCH, by=None, fields=given)
    assert [queries.balance(fund, day) for day in (FEBRUARY, MARCH)] == [13_000_000, 12_000_000]


def test_the_visit_note_says_the_sum_in_words(fund: Fund) -> None:
    document = Document(io.BytesIO(printed(gifts(fund, 2), "visit_note")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines.count("PHIẾU THĂM HỎI ĐOÀN VIÊN") == 2
    assert lines.count("Bằng chữ: Năm trăm nghìn đồng./.") == 2
    assert any(line.startswith("Họ và tên người được thăm hỏi: Lý Thị Thử 1") for line in lines)
