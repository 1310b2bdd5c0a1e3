"""A month's dues, or the employer's 2 % of a month, worked out by the rates of that month and received as one voucher."""

import uuid
from datetime import date

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.ledger.actions import post, post_all
from congdoan.ledger.origins import DUES

from . import collected, draws_yearly, items, rates
from .models import Dues, Fund, Voucher
from .vouchers import check_amount, write

Levy = Dues.Levy
PURPOSES = {Levy.DUES: "dues", Levy.FUND: "employers_fund"}
PAYERS = {Levy.DUES: "đoàn viên", Levy.FUND: "lao động"}


def collect_dues(
    *, fund: Fund, month: date, group: str, members: int, wages: int, day: date, by: int | None,
    amount: int | None = None, uid: uuid.UUID | None = None,
) -> Dues:  # fmt: skip
    """Receive a month's dues: what the rates say is due, or `amount` if another sum came in. Once a month and fund."""
    first = month.replace(day=1)
    worked = rates.dues(group=group, members=members, wages=wages, on=first)
    made = Dues(levy=Levy.DUES, month_on=first, group=group, payers=members, wages=wages, due=worked.due)
    return _collect(fund, made, day, by, amount, uid)


def collect_fund(
    *, fund: Fund, month: date, group: str, workers: int, wages: int, day: date, by: int | None,
    amount: int | None = None, uid: uuid.UUID | None = None,
) -> Dues:  # fmt: skip
    """Receive the 2 % the employer owes for a month, on the wages of all workers. Once a month and fund."""
    first = month.replace(day=1)
    worked = rates.employers_fund(group=group, wages=wages, on=first)
    made = Dues(levy=Levy.FUND, month_on=first, group=group, payers=workers, wages=wages, due=worked.due)
    return _collect(fund, made, day, by, amount, uid)


def draw_again(posting: Posting, dues: Dues) -> None:
    """What a union collected has changed: how many pay is said anew from it on."""
    if hasattr(dues.voucher, "reversal"):
        post(posting, DUES, dues.pk, ())
    post_all(posting, DUES, dict(draws_yearly.of_dues(collected.of_levy(dues.unit, dues.levy))))


def _collect(
    fund: Fund, made: Dues, day: date, by: int | None, amount: int | None, uid: uuid.UUID | None
) -> Dues:
    if known := Dues.objects.filter(uid=uid).first() if uid else None:
        return known
    levy, came = Levy(made.levy), made.due if amount is None else amount
    check_amount(came)
    _once(fund, made)
    with writing(by=by, action=f"collect_{levy}", unit=fund.unit.code, amount=came) as posting:
        made.unit, made.uid = fund.unit, uid or made.uid
        made.voucher = write(
            posting, unit=fund.unit, form=Voucher.Form.RECEIPT, dated_on=day, origin=made.uid,
            legs={fund: came, items.item_for(PURPOSES[levy], day): -came}, words=f"{levy.label} tháng {made.month_on:%m/%Y}",
            party=f"{made.payers} {PAYERS[levy]}",
        )  # fmt: skip
        made.save()
        draw_again(posting, made)
    return made


def _once(fund: Fund, made: Dues) -> None:
    known = collected.collections().filter(levy=made.levy, month_on=made.month_on, voucher__legs__fund=fund)
    if known.exists():
        raise Refused(
            f"{made.get_levy_display()} tháng {made.month_on:%m/%Y} đã thu vào {fund.name}; hãy hủy lần thu ấy nếu ghi nhầm, "
            "hoặc ghi phiếu thu cho phần thu thêm.",
            "month",
        )
