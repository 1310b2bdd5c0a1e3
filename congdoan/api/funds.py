"""Money over HTTP: what funds hold, their books, the vouchers written into them."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.base.period import Period, today
from congdoan.funds import forms
from congdoan.funds.models import Fund, Item, Voucher
from congdoan.funds.rights import fund_seen, may_write, thing_seen
from congdoan.funds.statement import Line, balances, statement
from congdoan.org.models import Unit

from . import answers, paging, places, typed
from .acting import Act, expose
from .answers import Page
from .typed import Choice

router = Router(tags=["funds"])


class FundOut(Schema):
    """A fund of a union, and what it holds at the end of the day asked."""

    code: str
    unit: str
    name: str
    source: str
    has_book: bool
    balance: int


class VoucherOut(Schema):
    """A voucher in the book of a fund: what it moved (+ in, − out), and what was there after it."""

    uid: str
    number: str
    form: str
    dated_on: str
    words: str
    party: str
    amount: int
    held: int
    origin: str | None
    reversed: bool


@router.get(
    "/units/{code}/funds",
    response={200: list[FundOut], **answers.ASKING},
    operation_id="funds",
    summary="Các quỹ và số dư",
)
def funds(request: HttpRequest, code: str, on: str | None = None) -> Any:
    """The funds of a union, and what each holds."""
    unit, day = places.unit(request, code), places.day(on)
    rows = list(Fund.objects.filter(unit=unit, to_on__gt=day).select_related("unit").order_by("name", "code"))
    held = balances(rows, day)
    return [_fund(fund, held.get(fund.pk, 0)) for fund in rows]


@router.get(
    "/funds/{code}/vouchers",
    response={200: Page[VoucherOut], **answers.ASKING},
    operation_id="vouchers",
    summary="Sổ của một quỹ",
)
def vouchers(request: HttpRequest, code: str, period: str, cursor: str | None = None) -> Any:
    """The book of a fund in a period, the oldest first."""
    fund, days, skipped = fund_seen(request, code), Period.parse(period), paging.offset(cursor)
    lines = statement(fund, days.first, days.last).lines
    page, more = lines[skipped : skipped + paging.SIZE], len(lines) > skipped + paging.SIZE
    return {
        "items": [_line(line) for line in page],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


@router.get(
    "/items/{side}",
    response={200: list[Choice], **answers.ASKING},
    operation_id="items",
    summary="Mục thu, mục chi",
)
def items(request: HttpRequest, side: str) -> Any:
    """What money comes in for (`in`) or goes out for (`out`): the values of `item`."""
    return [
        Choice(value=typed.public(item), label=str(item))
        for item in forms.ItemField(side).queryset or Item.objects.none()
    ]


def of_mine(request: HttpRequest, code: str) -> Fund:
    """The fund, for those who write in its book."""
    fund = fund_seen(request, code)
    may_write(request, fund.unit)
    return fund


def _setting_up(request: HttpRequest, code: str) -> Unit:
    unit = places.unit(request, code)
    access.require(access.may_write(request.user, unit) or access.may_administer(request.user, unit))
    return unit


def _voucher(request: HttpRequest, uid: str) -> Voucher:
    rows = Voucher.objects.select_related("unit__kind")
    found = thing_seen(request, rows, uid, "unit")  # type: ignore[arg-type]
    may_write(request, found.unit)
    return found


def does(about: Any, form: Any, by: int) -> Any:
    """What a form of the treasurer does; what it made, if that bears a name."""
    made = form.act(by)
    return made if isinstance(made, Model) else None


def _money(
    path: str, name: str, form: type[forms.Act], find: Callable[[HttpRequest, str], Any] = of_mine
) -> Act:
    """An act of a treasurer: its form says what it does and does it."""
    says = form.title or form.button
    return Act(path, name, says, find, form, does, lambda request, about: {"about": about})


ACTS = (
    _money("/units/{code}/funds", "set_up_fund", forms.FundForm, _setting_up),
    _money("/funds/{code}/open", "open_book", forms.OpenForm),
    _money("/funds/{code}/receive", "receive_money", forms.ReceiveForm),
    _money("/funds/{code}/pay", "pay_money", forms.PayForm),
    _money("/funds/{code}/move", "move_money", forms.MoveForm),
    _money("/funds/{code}/send", "send_money", forms.SendForm),
    _money("/funds/{code}/count", "count_cash", forms.CountForm),
    _money("/funds/{code}/dues", "collect_dues", forms.DuesForm),
    _money("/funds/{code}/employers-fund", "collect_fund", forms.EmployersFundForm),
    _money("/vouchers/{uid}/reverse", "reverse_voucher", forms.ReverseForm, _voucher),
)
for _act in ACTS:
    expose(router, _act, "funds")


def _fund(fund: Fund, held: int) -> dict[str, Any]:
    return {
        "code": fund.code,
        "unit": fund.unit.code,
        "name": fund.name,
        "source": fund.source,
        "has_book": fund.has_book and fund.opened_on <= today(),
        "balance": held,
    }


def _line(line: Line) -> dict[str, Any]:
    one = line.voucher
    return {
        "uid": str(one.uid),
        "number": str(one),
        "form": one.form,
        "dated_on": one.dated_on.isoformat(),
        "words": one.words,
        "party": one.party,
        "amount": line.amount,
        "held": line.held,
        "origin": str(one.origin) if one.origin else None,
        "reversed": hasattr(one, "reversal") or one.reverses is not None,
    }
