"""Books of funds in the half-year that runs: of Lào Cai's public sector union and of a few unions under it."""

from datetime import date, timedelta

from congdoan.base.period import Period, standard_periods, today
from congdoan.funds import actions, collecting, counting, planning, transfers
from congdoan.funds.items import item_for
from congdoan.funds.models import Fund, Rate, Voucher
from congdoan.funds.queries import balance
from congdoan.org.models import Unit

from .moments import as_of, moment, works
from .pen import Pen
from .tree import budget_of

KEEPERS = 5  # grassroots unions that keep a book
OPENING = 45_000_000
WAGES = 6_500_000  # a month, by member


class Treasurer:
    """Writes the books of some unions, day by day, as their keepers did."""

    def __init__(self, pen: Pen, half: Period) -> None:
        self.pen, self.half = pen, half

    def day(self, wanted: date) -> date:
        """That day or the working day before it, in the half-year and not after today."""
        day = min(wanted, today())
        while not works(day) and day > self.half.first:
            day -= timedelta(days=1)
        return max(day, self.half.first)

    def open(self, unit: Unit, opening: int) -> Fund:
        """The union's budget gets its book on the first day of the half-year."""
        fund = self.pen.funds[budget_of(unit)]
        with as_of(moment(self.half.first)):
            actions.open_book(fund=fund, day=self.half.first, opening=opening, by=self.pen.keeper(unit))
        return fund

    def dues(self, fund: Fund, members: int) -> None:
        """Dues of each month that is over, or nearly."""
        for month in self.half.months():
            day = self.day(month.last - timedelta(days=5))
            if month.last - timedelta(days=5) > today():
                return
            with as_of(moment(day, 10)):
                collecting.collect_dues(
                    fund=fund, month=month.first, group=Rate.Group.PUBLIC, members=members, wages=members * WAGES,
                    day=day, by=self.pen.keeper(fund.unit),
                )  # fmt: skip

    def spend(self, fund: Fund, days_ago: int, purpose: str, amount: int, words: str) -> None:
        day = self.day(today() - timedelta(days=days_ago))
        with as_of(moment(day, 15)):
            actions.pay(
                fund=fund, amount=amount, day=day, item=purpose, words=words, party="Cửa hàng văn phòng phẩm",
                by=self.pen.keeper(fund.unit),
            )  # fmt: skip


def keep() -> str:
    """The books opened, dues in, some spending, money on its way up, a count."""
    pen, half = Pen("books"), standard_periods(today())[0]
    treasurer = Treasurer(pen, half)
    upper = treasurer.open(pen.upper, 6 * OPENING)
    for n, union in enumerate(pen.unions[1 : 1 + KEEPERS]):
        fund = treasurer.open(union, OPENING)
        treasurer.dues(fund, len(pen.members(union)))
        treasurer.spend(
            fund,
            12 + n,
            "administration",
            350_000 + 20_000 * n,
            "Văn phòng phẩm, nước uống họp ban chấp hành",
        )
        _send_up(treasurer, fund, upper, accepted=n > 0)
    _count(treasurer, pen.funds[budget_of(pen.unions[1])])
    planning.estimate(
        unit=pen.upper, year=half.first.year, approved_on=treasurer.day(today() - timedelta(days=9)), by=pen.keeper(pen.upper),
        amounts={item_for("dues", half.first): 120_000_000},
    )  # fmt: skip
    return f"{Voucher.objects.count()} phiếu ở {KEEPERS + 1} công đoàn"


def _send_up(treasurer: Treasurer, fund: Fund, upper: Fund, *, accepted: bool) -> None:
    """Three tenths of the dues go up; the officer has confirmed all but the newest."""
    day = treasurer.day(today() - timedelta(days=3))
    with as_of(moment(day, 9)):
        sent = transfers.send(
            fund=fund, to=upper.unit, amount=1_500_000, day=day, words="Nộp đoàn phí cấp trên",
            by=treasurer.pen.keeper(fund.unit),
        )  # fmt: skip
        if accepted:
            transfers.accept(transfer=sent, fund=upper, day=day, by=treasurer.pen.keeper(upper.unit))


def _count(treasurer: Treasurer, fund: Fund) -> None:
    day = treasurer.day(today() - timedelta(days=2))
    with as_of(moment(day, 16)):
        counting.count_cash(
            fund=fund, day=day, counted=4_650_000, banked=balance(fund, day) - 4_650_000 - 50_000,
            by=treasurer.pen.keeper(fund.unit),
        )  # fmt: skip
