"""The year's estimate, and what must be made public or handed in by a day."""

from collections.abc import Mapping
from datetime import date, timedelta

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.period import today
from congdoan.base.text import nfc
from congdoan.ledger.actions import post
from congdoan.ledger.origins import DISCLOSURE, ESTIMATE
from congdoan.org.models import Unit

from . import draws_yearly
from .models import Disclosure, Estimate, EstimateLine, Item
from .vouchers import check_amount

Paper = Disclosure.Paper
# HD 42/HD-TLĐ of 11/11/2021: days from approval, or from the end of collecting or handing out.
DAYS = {Paper.ESTIMATE: 15, Paper.SETTLEMENT: 15, Paper.RECEIVED: 15, Paper.GIVEN: 30}
FOUND = "HD 42/HD-TLĐ ngày 11/11/2021"


def estimate(
    *, unit: Unit, year: int, approved_on: date, amounts: Mapping[Item, int], by: int | None
) -> Estimate:
    """Keep the year's estimate as approved; an earlier one of that year is replaced. It must then be made public."""
    if not any(amounts.values()):
        raise Refused("Dự toán chưa có số tiền nào; hãy ghi ít nhất một mục.", None)
    for amount in filter(None, amounts.values()):
        check_amount(amount, "year")
    with writing(by=by, action="estimate", unit=unit.code, year=year) as posting:
        for former in Estimate.objects.select_for_update().filter(unit=unit, year=year, replaced=False):
            former.replaced = True
            former.save(update_fields=["replaced"])
            post(posting, ESTIMATE, former.pk, ())
        made = Estimate.objects.create(unit=unit, year=year, approved_on=approved_on, posting=posting)
        EstimateLine.objects.bulk_create(
            EstimateLine(estimate=made, item=item, amount=amount)
            for item, amount in amounts.items()
            if amount
        )
        post(posting, ESTIMATE, made.pk, draws_yearly.of_estimate(made))
    expect(unit=unit, paper=Paper.ESTIMATE, began_on=approved_on, words=f"Dự toán năm {year}", by=by)
    return made


def expect(
    *, unit: Unit, paper: str, began_on: date, by: int | None, words: str = "", due_on: date | None = None
) -> Disclosure:
    """Something falls due: by the rule's days, or by the day the superior named."""
    if due_on is None and Paper(paper) not in DAYS:
        raise Refused("Hãy ghi hạn nộp cấp trên đã giao.", "due_on")
    due = due_on or began_on + timedelta(days=DAYS[Paper(paper)])
    if due < began_on:
        raise Refused("Hạn phải từ ngày bắt đầu tính trở đi; hãy sửa lại.", "due_on")
    with writing(by=by, action="expect_disclosure", unit=unit.code, paper=paper) as posting:
        return Disclosure.objects.create(
            unit=unit, paper=paper, words=nfc(words), began_on=began_on, due_on=due, posting=posting
        )


def disclose(*, disclosure: Disclosure, done_on: date, proof: str, by: int | None) -> None:
    """It was made public, or handed in; where it can be seen."""
    if not disclosure.began_on <= done_on <= today():
        raise Refused(
            f"Ngày công khai phải từ {disclosure.began_on:%d/%m/%Y} đến hôm nay; hãy sửa lại.", "done_on"
        )
    if not proof.strip():
        raise Refused("Hãy ghi nơi công khai hoặc số văn bản, để ai cũng kiểm tra được.", "proof")
    with writing(by=by, action="disclose", what=str(disclosure.uid), unit=disclosure.unit.code) as posting:
        held = Disclosure.objects.select_for_update().select_related("unit").get(pk=disclosure.pk)
        held.done_on, held.proof = done_on, nfc(proof)
        held.save(update_fields=["done_on", "proof"])
        post(posting, DISCLOSURE, held.pk, draws_yearly.of_disclosure(held))
    disclosure.done_on = held.done_on


def waiting(unit: Unit) -> list[Disclosure]:
    """What is still to be made public, the most urgent first."""
    return list(Disclosure.objects.filter(unit=unit, done_on=FOREVER).order_by("due_on", "pk"))
