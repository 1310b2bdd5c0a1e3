"""What dues, estimates, disclosures and loans add to figures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from django.db.models import Sum

from congdoan.ledger.origins import DISCLOSURE, DUES, ESTIMATE, LENDING, Draw, Origin, register

from .collected import IN_ORDER, collections, payers
from .draws import FEEDS, REVENUE
from .models import Disclosure, Dues, Estimate, Leg, Loan

PAPERS = {
    Disclosure.Paper.ESTIMATE: "estimate",
    Disclosure.Paper.SETTLEMENT: "settlement",
    Disclosure.Paper.RECEIVED: "social_fund",
    Disclosure.Paper.GIVEN: "social_fund",
}


HEADS = {Dues.Levy.DUES: "finance.members_in_dues", Dues.Levy.FUND: "finance.workers_in_fund"}
SOURCES = {Dues.Levy.DUES: "dues", Dues.Levy.FUND: "union"}  # as the breakdown by source names them


def of_dues(collected: Sequence[Dues]) -> Iterator[tuple[int, list[Draw]]]:
    """What each of all a union's collections of one levy draws, on the day it came in: the wages it was worked out on, and by
    how much it changes the number who pay."""
    before = 0
    for n, dues in enumerate(collected, start=1):
        levy, unit, day = Dues.Levy(dues.levy), dues.unit_id, dues.voucher.dated_on
        now = payers(collected[:n])
        wages = Draw("finance.wage_base", unit, day, dues.wages, cut={"source": SOURCES[levy]})
        yield dues.pk, [wages, Draw(HEADS[levy], unit, day, now - before)]
        before = now


def of_estimate(estimate: Estimate) -> Iterator[Draw]:
    """The revenue the union expects of the year, on its first day; later, if the union began later."""
    first = max(date(estimate.year, 1, 1), estimate.unit.founded_on)
    for line in estimate.lines.select_related("item"):
        if REVENUE in FEEDS.get(line.item.purpose, ()):
            yield Draw("finance.revenue_estimated", estimate.unit_id, first, line.amount)


def of_disclosure(disclosure: Disclosure) -> Iterator[Draw]:
    """A union that made it public, or handed it in, in time."""
    if not disclosure.on_time:
        return
    if disclosure.paper == Disclosure.Paper.FILING:
        yield Draw(
            "finance.settled_on_time", disclosure.unit_id, disclosure.done_on, subject=disclosure.unit_id
        )
    else:
        yield Draw(
            "finance.disclosed_on_time", disclosure.unit_id, disclosure.done_on, subject=disclosure.unit_id,
            cut={"paper": PAPERS[Disclosure.Paper(disclosure.paper)]},
        )  # fmt: skip


def of_loan(loan: Loan) -> Iterator[Draw]:
    """A household owes from the day it was lent to the day all is paid back."""
    cut = {"source": loan.fund.source}
    left = 0
    for day, moved in _days(loan):
        before, left = left, left + moved
        if (before > 0) is not (left > 0):
            yield Draw("care.loan_households", loan.fund.unit_id, day, 1 if left > 0 else -1, cut=cut)


def _days(loan: Loan) -> Iterable[tuple[date, int]]:
    """What was lent (+) and paid back (−), day by day."""
    legs = Leg.objects.filter(voucher__origin=loan.uid, item__isnull=False)
    return legs.values_list("voucher__dated_on").annotate(moved=Sum("amount")).order_by("voucher__dated_on")


def _dues() -> Iterator[tuple[int, Iterable[Draw]]]:
    rows = collections().order_by("unit", "levy", *IN_ORDER).iterator()
    for _, group in groupby(rows, key=lambda dues: (dues.unit_id, dues.levy)):
        yield from of_dues(list(group))


def _estimates() -> Iterator[tuple[int, Iterable[Draw]]]:
    for estimate in Estimate.objects.select_related("unit").order_by("pk").iterator():
        yield estimate.pk, () if estimate.replaced else of_estimate(estimate)


def _disclosures() -> Iterator[tuple[int, Iterable[Draw]]]:
    for disclosure in Disclosure.objects.order_by("pk").iterator():
        yield disclosure.pk, of_disclosure(disclosure)


def _loans() -> Iterator[tuple[int, Iterable[Draw]]]:
    for loan in Loan.objects.select_related("fund").order_by("pk").iterator():
        yield loan.pk, of_loan(loan)


def announce() -> None:
    """Tell the ledger what else the funds' room draws."""
    counted = frozenset({"finance.wage_base", *HEADS.values()})
    register(Origin(DUES, "đoàn phí, kinh phí tháng", _dues, counted))
    register(Origin(ESTIMATE, "dự toán", _estimates, frozenset({"finance.revenue_estimated"})))
    feeds = frozenset({"finance.disclosed_on_time", "finance.settled_on_time"})
    register(Origin(DISCLOSURE, "công khai tài chính", _disclosures, feeds))
    register(Origin(LENDING, "vốn vay", _loans, frozenset({"care.loan_households"})))
