"""A fund's book: thu, chi, chuyển, hủy; never less than nothing, never edited."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.funds import actions, queries
from congdoan.funds.items import item_for
from congdoan.funds.models import Fund, Leg, Voucher
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import BY_CODE
from congdoan.ledger.verify import verify
from congdoan.org.models import Unit
from tests.cast import Cast

JANUARY, MARCH, MAY = date(2024, 1, 1), date(2024, 3, 5), date(2024, 5, 20)
YEAR = Period.parse("2024")


def dues(cast: Cast, opening: int = 10_000_000) -> Fund:
    """The dues of a grassroots union, their book open since January."""
    fund = cast.funds["tu-phap-doan-phi"]
    actions.open_book(fund=fund, day=JANUARY, opening=opening, by=None)
    return fund


def said(unit: Unit, code: str, period: Period = YEAR) -> object:
    return figure(BY_CODE[code], unit, period).value


def test_a_book_says_what_the_fund_holds_on_any_day(cast: Cast) -> None:
    fund = dues(cast)
    actions.receive(fund=fund, amount=3_000_000, day=MARCH, item="dues", words="Đoàn phí quý I", by=None)
    actions.pay(fund=fund, amount=500_000, day=MAY, item="administration", words="Văn phòng phẩm", by=None)
    assert [queries.balance(fund, day) for day in (JANUARY, MARCH, MAY)] == [
        10_000_000,
        13_000_000,
        12_500_000,
    ]
    unit = fund.unit
    assert [said(unit, code) for code in ("FIN-01", "FIN-02", "FIN-08", "FIN-12", "FIN-53")] == [
        10_000_000, 3_000_000, 500_000, 12_500_000, 500_000,
    ]  # fmt: skip
    assert said(unit, "FIN-01", Period.parse("2025")) == 12_500_000
    assert verify() == []


def test_numbers_run_without_gaps_by_union_form_and_year(cast: Cast) -> None:
    fund = dues(cast)
    for day in (MARCH, MARCH, date(2025, 1, 6)):
        actions.receive(fund=fund, amount=1_000, day=day, item="dues", words="Đoàn phí", by=None)
    with pytest.raises(Refused):
        actions.pay(fund=fund, amount=90_000_000, day=MAY, item="pay", words="Phụ cấp", by=None)
    actions.pay(fund=fund, amount=1_000, day=MAY, item="pay", words="Phụ cấp", by=None)
    assert [str(voucher) for voucher in Voucher.objects.order_by("pk")] == [
        "Số dư đầu sổ 001/2024", "Phiếu thu 001/2024", "Phiếu thu 002/2024", "Phiếu thu 001/2025",
        "Phiếu chi 001/2024",
    ]  # fmt: skip


def test_a_payment_larger_than_the_fund_holds_on_any_day_since_is_refused(cast: Cast) -> None:
    fund = dues(cast, opening=1_000_000)
    actions.pay(fund=fund, amount=900_000, day=MAY, item="administration", words="In tài liệu", by=None)
    with pytest.raises(Refused, match=r"ngày 20/05/2024 còn thiếu 100\.000 đồng"):
        actions.pay(fund=fund, amount=200_000, day=MARCH, item="administration", words="Mua sổ", by=None)
    assert queries.balance(fund, MAY) == 100_000


def test_a_reversed_voucher_stays_and_counts_no_more(cast: Cast) -> None:
    fund = dues(cast)
    paid = actions.pay(fund=fund, amount=700_000, day=MARCH, item="pay", words="Phụ cấp", by=None)
    actions.reverse(voucher=paid, why="ghi trùng", by=None)
    assert (queries.balance(fund, MAY), said(fund.unit, "FIN-09")) == (10_000_000, 0)
    with pytest.raises(Refused, match="đã hủy rồi"):
        actions.reverse(voucher=paid, why="ghi trùng", by=None)


def test_money_spent_since_keeps_a_receipt_from_being_reversed(cast: Cast) -> None:
    fund = dues(cast, opening=0)
    got = actions.receive(fund=fund, amount=500_000, day=MARCH, item="dues", words="Đoàn phí", by=None)
    actions.pay(fund=fund, amount=400_000, day=MAY, item="pay", words="Phụ cấp", by=None)
    with pytest.raises(Refused, match="không đủ tiền"):
        actions.reverse(voucher=got, why="nhầm", by=None)


def test_moving_between_own_funds_is_neither_revenue_nor_spending(cast: Cast) -> None:
    fund = dues(cast)
    other = actions.set_up(unit=fund.unit, name="Quỹ Mái ấm", source=Fund.Source.SHELTER, by=None)
    actions.open_book(fund=other, day=JANUARY, opening=0, by=None)
    actions.move(fund=fund, to=other, amount=2_000_000, day=MARCH, words="Góp Mái ấm", by=None)
    assert (queries.balance(fund, MAY), queries.balance(other, MAY)) == (8_000_000, 2_000_000)
    assert [said(fund.unit, code) for code in ("FIN-51", "FIN-53", "FIN-12")] == [0, 0, 8_000_000]


def test_the_code_is_that_of_the_day_twenty_two_and_twenty_three_change_places(cast: Cast) -> None:
    fund = cast.funds["tu-phap-doan-phi"]
    actions.open_book(fund=fund, day=date(2020, 1, 1), opening=0, by=None)
    for day in (date(2020, 6, 1), date(2022, 6, 1)):
        for purpose in ("dues", "employers_fund"):
            actions.receive(fund=fund, amount=1_000, day=day, item=purpose, words="Thu", by=None)
    legs = Leg.objects.filter(item__isnull=False).order_by("pk")
    assert [leg.item.number for leg in legs if leg.item] == ["23", "22", "22", "23"]


def test_what_no_scheme_has_a_code_for_on_that_day_is_refused(cast: Cast) -> None:
    fund = cast.funds["tu-phap-doan-phi"]
    actions.open_book(fund=fund, day=date(2015, 1, 1), opening=0, by=None)
    old, new = Leg.objects.count(), item_for("dues", date(2022, 1, 1))
    with pytest.raises(Refused, match="không dùng ngày 01/06/2015"):
        actions.receive(fund=fund, amount=1_000, day=date(2015, 6, 1), item=new, words="Thu", by=None)
    assert Leg.objects.count() == old


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amount": 0}, "lớn hơn 0"),
        ({"words": " "}, "nội dung"),
        ({"day": date(2023, 12, 31)}, "mở từ 01/01/2024"),
        ({"day": date(2124, 1, 1)}, "chưa tới"),
        ({"item": "pay"}, "không phải mục thu"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    cast: Cast, changed: dict[str, object], sentence: str
) -> None:
    fund = dues(cast)
    given = {
        "fund": fund,
        "amount": 1_000,
        "day": MARCH,
        "item": "dues",
        "words": "Thu",
        "by": None,
    } | changed
    with pytest.raises(Refused, match=sentence):
        actions.receive(**given)  # type: ignore[arg-type]
    assert Voucher.objects.count() == 1


def test_a_fund_without_a_book_takes_no_voucher_and_a_book_opens_once(cast: Cast) -> None:
    fund = cast.funds["cdvc-kinh-phi"]
    with pytest.raises(Refused, match="chưa mở sổ"):
        actions.receive(fund=fund, amount=1_000, day=MARCH, item="dues", words="Thu", by=None)
    actions.open_book(fund=fund, day=MARCH, opening=0, by=None)
    with pytest.raises(Refused, match="không mở lần nữa"):
        actions.open_book(fund=fund, day=MAY, opening=0, by=None)
