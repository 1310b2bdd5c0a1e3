"""A month's dues, worked out by the rates of that month and received as one voucher."""

import uuid
from datetime import date

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.ledger.actions import post
from congdoan.ledger.origins import DUES

from . import draws_yearly, items, rates
from .models import Dues, Fund, Voucher
from .vouchers import check_amount, write


def collect_dues(
    *, fund: Fund, month: date, group: str, members: int, wages: int, day: date, by: int | None,
    amount: int | None = None, uid: uuid.UUID | None = None,
) -> Dues:  # fmt: skip
    """Receive a month's dues: what the rates say is due, or `amount` if another sum came in. Once a month and fund."""
    if known := Dues.objects.filter(uid=uid).first() if uid else None:
        return known
    first = month.replace(day=1)
    worked = rates.dues(group=group, members=members, wages=wages, on=first)
    came = worked.due if amount is None else amount
    check_amount(came)
    _once(fund, first)
    with writing(by=by, action="collect_dues", unit=fund.unit.code, amount=came) as posting:
        voucher = write(
            posting, unit=fund.unit, form=Voucher.Form.RECEIPT, dated_on=day,
            legs={fund: came, items.item_for("dues", day): -came}, words=f"Đoàn phí tháng {first:%m/%Y}",
            party=f"{members} đoàn viên",
        )  # fmt: skip
        kept = Dues.objects.create(
            uid=uid or uuid.uuid4(), unit=fund.unit, month_on=first, group=group, members=members, wages=wages,
            due=worked.due, voucher=voucher,
        )  # fmt: skip
        Voucher.objects.filter(pk=voucher.pk).update(origin=kept.uid)
        post(posting, DUES, kept.pk, draws_yearly.of_dues(kept))
    return kept


def _once(fund: Fund, month: date) -> None:
    known = Dues.objects.filter(
        unit=fund.unit, month_on=month, voucher__legs__fund=fund, voucher__reversal=None
    )
    if known.exists():
        raise Refused(
            f"Đoàn phí tháng {month:%m/%Y} đã thu vào {fund.name}; hãy hủy lần thu ấy nếu ghi nhầm, "
            "hoặc ghi phiếu thu cho phần thu thêm.",
            "month",
        )
