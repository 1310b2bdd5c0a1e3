"""What vouchers add to figures: balances on a day, revenue and spending by what they are for."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from congdoan.ledger.origins import VOUCHER, Draw, Origin, register

from .models import Fund, Leg, Voucher

REVENUE, SPENDING = "finance.revenue", "finance.spending"
# The figures an item of the union's own finance adds to. Money between unions is neither revenue nor spending.
FEEDS = {
    "dues": ("finance.dues", REVENUE),
    "employers_fund": ("finance.employers_fund", REVENUE),
    "other_revenue": ("finance.other_revenue", REVENUE),
    "from_superior": ("finance.from_superior",),
    "care_spending": ("finance.care_spending", SPENDING),
    "propaganda_spending": ("finance.propaganda_spending", SPENDING),
    "administration": ("finance.administration", SPENDING),
    "pay": ("finance.pay", SPENDING),
    "other_spending": ("finance.other_spending", SPENDING),
    "to_superior": ("finance.to_superior",),
}
BY_SOURCE = {"finance.other_revenue", "finance.to_superior"}
HELD = ("finance.opening", "finance.closing")
SOCIAL, ROTATING, LENT = "funds.social_fund_balance", "care.rotating_savings", "care.loan_money"
ALL = frozenset(key for keys in FEEDS.values() for key in keys) | {*HELD, SOCIAL, ROTATING, LENT}


def of_voucher(voucher: Voucher) -> Iterator[Draw]:
    """What a voucher adds: to the balance of its funds, and to what its item feeds."""
    legs = list(voucher.legs.select_related("fund", "item"))
    fund = next((leg.fund for leg in legs if leg.fund), None)
    for leg in legs:
        yield from _held(voucher, leg) if leg.fund else _moved(voucher, leg, fund)


def _held(voucher: Voucher, leg: Leg) -> Iterator[Draw]:
    assert leg.fund
    on = _held_since(voucher)
    for key in HELD if leg.fund.of_the_union else ():
        yield Draw(key, voucher.unit_id, on, leg.amount)
    if leg.fund.source == Fund.Source.SOCIAL:
        yield Draw(SOCIAL, voucher.unit_id, on, leg.amount, cut={"source": leg.fund.source})


def _held_since(voucher: Voucher) -> date:
    """The balance a book opens with was there the evening before, if the union was."""
    eve = voucher.dated_on - timedelta(days=1)
    opens = voucher.form == Voucher.Form.OPENING
    return eve if opens and voucher.unit.founded_on <= eve else voucher.dated_on


def _moved(voucher: Voucher, leg: Leg, fund: Fund | None) -> Iterator[Draw]:
    assert leg.item
    if fund is None:
        return
    amount = -leg.amount if leg.item.side == "in" else leg.amount
    for key in FEEDS.get(leg.item.purpose, ()) if fund.of_the_union else ():
        cut = {"source": fund.source} if key in BY_SOURCE else {}
        yield Draw(key, voucher.unit_id, voucher.dated_on, amount, cut=cut)
    if leg.item.purpose == "contribution":
        yield Draw(ROTATING, voucher.unit_id, voucher.dated_on, amount)
    if leg.item.purpose in ("lent", "repaid"):
        yield Draw(LENT, voucher.unit_id, voucher.dated_on, leg.amount, cut={"source": fund.source})


def _all() -> Iterator[tuple[int, Iterable[Draw]]]:
    for voucher in Voucher.objects.select_related("unit").order_by("pk").iterator():
        yield voucher.pk, of_voucher(voucher)


def announce() -> None:
    """Tell the ledger that vouchers draw entries."""
    register(Origin(VOUCHER, "phiếu thu chi", _all, ALL))
