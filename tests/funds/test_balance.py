"""Whatever is received, paid, moved, sent, accepted, refused and reversed: books balance, nothing is counted twice."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from congdoan.base.errors import Refused
from congdoan.funds import actions, queries, transfers
from congdoan.funds.models import Fund, Leg, Transfer, Voucher
from congdoan.funds.settlement import consolidated, settlement
from congdoan.ledger.verify import verify
from tests.cast import Cast, gather

FIRST, DAYS = date(2024, 1, 1), 60
CODES = ("laocai-cdvc", "laocai-tu-phap", "laocai-y-te")
act = st.tuples(
    st.integers(0, 6), st.integers(0, 4), st.integers(0, 4), st.integers(0, DAYS), st.integers(1, 9)
)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


class Books:
    """Five funds of three unions, and acts upon them; each is done or refused whole."""

    def __init__(self) -> None:
        self.cast: Cast = gather()
        source = Fund.Source
        named = [(code, source.UNION) for code in CODES]
        named += [("laocai-tu-phap", source.SOCIAL), ("laocai-y-te", source.DUES)]
        self.funds = [self.open(code, s, n) for n, (code, s) in enumerate(named)]

    def open(self, code: str, source: str, n: int) -> Fund:
        fund = actions.set_up(unit=self.cast[code], name=f"Quỹ {n}", source=source, by=None)
        actions.open_book(fund=fund, day=FIRST, opening=3 * n, by=None)
        return fund

    def do(self, what: int, a: int, b: int, when: int, amount: int) -> None:
        acts: list[Callable[[], object]] = [
            lambda: actions.receive(**self.said(a, when, amount), item="dues"),
            lambda: actions.pay(**self.said(a, when, amount), item="administration"),
            lambda: actions.move(**self.said(a, when, amount), to=self.funds[b]),
            lambda: transfers.send(**self.said(a, when, amount), to=self.funds[b].unit),
            lambda: self.answer(a, b, when),
            lambda: transfers.refuse(transfer=self.some_transfer(a), why="nhầm", by=None, day=day(when)),
            lambda: actions.reverse(voucher=self.some_voucher(amount), why="nhầm", by=None),
        ]
        try:
            with transaction.atomic():
                acts[what]()
        except (Refused, Transfer.DoesNotExist):
            pass

    def said(self, fund: int, when: int, amount: int) -> dict[str, object]:
        return {"fund": self.funds[fund], "amount": amount, "day": day(when), "words": "x", "by": None}

    def answer(self, a: int, b: int, when: int) -> None:
        transfer = self.some_transfer(a)
        own = [fund for fund in self.funds if fund.unit_id == transfer.to_id]
        transfers.accept(transfer=transfer, fund=own[b % len(own)], day=day(when), by=None)

    def some_transfer(self, n: int) -> Transfer:
        found = list(Transfer.objects.order_by("pk"))
        if not found:
            raise Transfer.DoesNotExist
        return found[n % len(found)]

    def some_voucher(self, n: int) -> Voucher:
        found = list(Voucher.objects.exclude(form="opening").order_by("pk"))
        if not found:
            raise Transfer.DoesNotExist
        return found[n % len(found)]


def assert_every_voucher_comes_to_nothing() -> None:
    for voucher in Voucher.objects.prefetch_related("legs"):
        assert sum(leg.amount for leg in voucher.legs.all()) == 0


def assert_balances(books: Books, fund: Fund) -> None:
    """Opening + in − out on any day, and never less than nothing."""
    held = 0
    for when in range(DAYS + 2):
        legs = Leg.objects.filter(fund=fund, voucher__dated_on=day(when))
        held += sum(leg.amount for leg in legs)
        assert queries.balance(fund, day(when)) == held >= 0


def assert_settled(books: Books, split: int) -> None:
    """One closing is the next opening, and in − out is the change, for each and for all together."""
    for find in (settlement, consolidated):
        for code in CODES:
            unit = books.cast[code]
            before, after = find(unit, FIRST, day(split)), find(unit, day(split + 1), day(DAYS + 40))
            assert before.difference == after.difference == 0
            assert before.closing == after.opening


def assert_no_transfer_counts_above(books: Books) -> None:
    """What came in and went out of the group is what its own receipts and payments say."""
    found = consolidated(books.cast["laocai-cdvc"], FIRST, day(DAYS + 40))
    inside = {"to_below", "to_superior", "to_other", "from_below", "from_superior", "from_other"}
    crossing = Transfer.objects.exclude(received=None).exclude(
        received__legs__fund__source__in=("union", "dues")
    )
    rows = [row for row in (*found.into, *found.out) if row.item.purpose in inside]
    mixed = crossing.exists() or Transfer.objects.filter(sent__legs__fund__source="social").exists()
    assert mixed or rows == []


class AnyHistory(TestCase):
    @settings(max_examples=12)
    @given(st.lists(act, min_size=4, max_size=18), st.integers(0, DAYS))
    def test_any_history_balances(self, acts: list[tuple[int, int, int, int, int]], split: int) -> None:
        books = Books()
        for one in acts:
            books.do(*one)
        assert_every_voucher_comes_to_nothing()
        for fund in books.funds:
            assert_balances(books, fund)
        assert_settled(books, split)
        assert_no_transfer_counts_above(books)
        assert verify() == []
