"""Capital lent for work and paid back in instalments; savings members put together and receive in turn."""

from datetime import date

from django.db.models import Sum

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.words import short_money
from congdoan.ledger.actions import post
from congdoan.ledger.origins import LENDING
from congdoan.members.models import Person

from . import draws_yearly, items
from .collecting import draw_again
from .models import Dues, Fund, Leg, Loan, Turn, Voucher
from .queries import standing
from .vouchers import check_amount, keep_covered, write


def lend(*, fund: Fund, person: Person, amount: int, months: int, day: date, by: int | None) -> Loan:
    """Lend capital to a member's household. Refuses a second loan while one is owed."""
    check_amount(amount)
    _kept_for(fund, Fund.Source.LOANS)
    for former in Loan.objects.filter(fund=fund, person__household=person.household_id):
        if left(former):
            raise Refused(
                f"Gia đình này còn nợ {short_money(left(former))}; hãy thu hết nợ cũ rồi cho vay tiếp.",
                "person",
            )
    with writing(by=by, action="lend", unit=fund.unit.code, amount=amount) as posting:
        loan = Loan.objects.create(fund=fund, person=person, lent_on=day, amount=amount, months=months)
        _pass(posting, loan, "lent", -amount, day, "Cho vay tạo việc làm")
    return loan


def pay_back(*, loan: Loan, amount: int, day: date, by: int | None) -> None:
    """An instalment comes back. Refuses more than is owed."""
    check_amount(amount)
    with writing(
        by=by, action="pay_back", what=str(loan.uid), unit=loan.fund.unit.code, amount=amount
    ) as posting:
        Loan.objects.select_for_update().get(pk=loan.pk)
        if amount > left(loan):
            raise Refused(f"Chỉ còn nợ {short_money(left(loan))}; hãy ghi không quá số ấy.", "amount")
        if day < loan.lent_on:
            raise Refused(f"Vốn cho vay ngày {loan.lent_on:%d/%m/%Y}; hãy chọn ngày từ đó về sau.", "day")
        _pass(posting, loan, "repaid", amount, day, "Thu hồi vốn vay")


def left(loan: Loan) -> int:
    """What of a loan is still owed."""
    legs = Leg.objects.filter(voucher__origin=loan.uid, item__isnull=False)
    return int(legs.aggregate(owed=Sum("amount"))["owed"] or 0)


def take_turns(*, fund: Fund, turns: list[tuple[Person, date, int]], by: int | None) -> None:
    """Say who receives what has been put together, when and how much."""
    _kept_for(fund, Fund.Source.ROTATING)
    with writing(by=by, action="take_turns", unit=fund.unit.code):
        Turn.objects.bulk_create(
            Turn(fund=fund, person=person, due_on=day, amount=amount) for person, day, amount in turns
        )


def hand_over(*, turn: Turn, day: date, by: int | None) -> None:
    """Hand what was put together to the one whose turn it is, once."""
    with writing(by=by, action="hand_over", what=str(turn.uid), unit=turn.fund.unit.code) as posting:
        Turn.objects.select_for_update().get(pk=turn.pk)
        if standing(turn.uid).exists():
            raise Refused("Lượt này đã nhận rồi; hãy chọn lượt sau.", "turn")
        _pass(posting, turn, "payout", -turn.amount, day, "Trao vốn xoay vòng đến lượt")


def say_again(posting: Posting, voucher: Voucher) -> None:
    """A voucher was reversed: the loan or the month's dues it came from is drawn anew."""
    for loan in Loan.objects.select_related("fund").filter(uid__in=[voucher.origin]):
        post(posting, LENDING, loan.pk, draws_yearly.of_loan(loan))
    for dues in Dues.objects.select_related("unit", "voucher__reversal").filter(uid__in=[voucher.origin]):
        draw_again(posting, dues)


def has_own_page(voucher: Voucher) -> bool:
    """Whether it came from something of this room, so that it may be reversed by itself."""
    return any(
        model._default_manager.filter(uid__in=[voucher.origin]).exists() for model in (Loan, Turn, Dues)
    )


def _pass(posting: Posting, what: Loan | Turn, purpose: str, amount: int, day: date, words: str) -> None:
    fund = what.fund
    form = Voucher.Form.RECEIPT if amount > 0 else Voucher.Form.PAYMENT
    voucher = write(
        posting, unit=fund.unit, form=form, dated_on=day, legs={fund: amount, items.item_for(purpose, day): -amount},
        words=words, party=what.person.name, origin=what.uid,
    )  # fmt: skip
    keep_covered([voucher])
    if isinstance(what, Loan):
        post(posting, LENDING, what.pk, draws_yearly.of_loan(what))


def _kept_for(fund: Fund, source: str) -> None:
    if fund.source != source:
        raise Refused(
            f"{fund.name} không phải {Fund.Source(source).label.lower()}; hãy chọn quỹ khác.", "fund"
        )
