"""Writing vouchers, inside an act that has begun: numbered, balanced, never leaving a fund with less than nothing."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Max

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.words import short_money
from congdoan.ledger.actions import post
from congdoan.ledger.origins import VOUCHER
from congdoan.org.models import Unit

from . import draws, queries
from .models import Fund, Item, Leg, Voucher

Side = Fund | Item
MOST = 1_000_000_000_000  # đồng on one voucher; above it is a slip of the keyboard


def write(
    posting: Posting,
    *,
    unit: Unit,
    form: str,
    dated_on: date,
    legs: Mapping[Side, int],
    words: str,
    party: str = "",
    origin: uuid.UUID | None = None,
    reverses: Voucher | None = None,
    uid: uuid.UUID | None = None,
) -> Voucher:
    """One voucher with its legs, its number and its entries. Whoever calls it asks `keep_covered` at the end."""
    if sum(legs.values()):
        raise ValueError("the legs of a voucher come to nothing")
    _hold(unit)
    for side in legs:
        if isinstance(side, Fund):
            _check_day(side, dated_on)
    voucher = Voucher.objects.create(
        uid=uid or uuid.uuid4(), unit=unit, form=form, year=dated_on.year, number=_next(unit, form, dated_on.year),
        dated_on=dated_on, party=party, words=words, origin=origin, reverses=reverses, posting=posting,
    )  # fmt: skip
    Leg.objects.bulk_create(_leg(voucher, side, amount) for side, amount in legs.items())
    post(posting, VOUCHER, voucher.pk, draws.of_voucher(voucher))
    return voucher


def take_back(posting: Posting, voucher: Voucher, on: date | None = None) -> Voucher:
    """The voucher that reverses another: the same legs the other way round, on its day unless another is named."""
    legs: dict[Side, int] = {}
    for leg in voucher.legs.select_related("fund__unit", "item"):
        legs[leg.fund or leg.item] = -leg.amount  # type: ignore[index]
    return write(
        posting, unit=voucher.unit, form=voucher.form, dated_on=on or voucher.dated_on, legs=legs,
        words=f"Hủy {voucher}: {voucher.words}"[:300], party=voucher.party, origin=voucher.origin, reverses=voucher,
    )  # fmt: skip


def keep_covered(written: Sequence[Voucher]) -> None:
    """Refuse what these vouchers leave uncovered: no fund holds less than nothing on any day since."""
    first: dict[Fund, date] = {}
    for leg in Leg.objects.filter(voucher__in=written, fund__isnull=False, amount__lt=0).select_related(
        "fund", "voucher"
    ):
        day = leg.voucher.dated_on
        first[leg.fund] = min(first.get(leg.fund, day), day)  # type: ignore[index,arg-type]
    for fund, since in first.items():
        if missing := queries.short_on(fund, since):
            raise Refused(_short(fund, *missing), "amount")


def check_amount(amount: int, field: str = "amount") -> None:
    """Refuse an amount nobody moves."""
    if not 0 < amount <= MOST:
        raise Refused(f"Số tiền phải lớn hơn 0 và không quá {short_money(MOST)}; hãy ghi lại.", field)


def _short(fund: Fund, day: date, missing: int) -> str:
    return (
        f"{fund.name} không đủ tiền: ngày {day:%d/%m/%Y} còn thiếu {short_money(missing)}; "
        "hãy giảm số tiền, chọn quỹ khác hoặc ghi khoản thu còn thiếu trước."
    )


def _check_day(fund: Fund, day: date) -> None:
    """Refuse a day that has not come, before the fund's book, or in a closed month."""
    if day > today():
        raise Refused("Ngày này chưa tới; hãy chọn hôm nay hoặc một ngày đã qua.", "day")
    if not fund.has_book:
        raise Refused(f"{fund.name} chưa mở sổ; hãy mở sổ với số dư đầu trước khi ghi.", "day")
    if day < fund.opened_on:
        raise Refused(
            f"Sổ của {fund.name} mở từ {fund.opened_on:%d/%m/%Y}; hãy chọn ngày từ đó về sau.", "day"
        )
    if closed := queries.closing_of(fund.unit_id, day):
        raise Refused(
            f"{fund.unit.name} đã khóa sổ quỹ tháng {closed.from_on:%m/%Y}; hãy mở lại tháng này hoặc chọn ngày khác.",
            "day",
        )


def _hold(unit: Unit) -> None:
    """One at a time writes the vouchers of a union: their numbers have no gaps, and money is spent once."""
    list(Fund.objects.select_for_update().filter(unit=unit).order_by("pk").values_list("pk"))


def _next(unit: Unit, form: str, year: int) -> int:
    numbers = Voucher.objects.filter(unit=unit, form=form, year=year)
    return int(numbers.aggregate(last=Max("number"))["last"] or 0) + 1


def _leg(voucher: Voucher, side: Side, amount: int) -> Leg:
    if isinstance(side, Fund):
        return Leg(voucher=voucher, fund=side, amount=amount)
    return Leg(voucher=voucher, item=side, amount=amount)
