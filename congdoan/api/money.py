"""Money between unions, cash counted, months closed, over HTTP: what waits for a word, and the word."""

from typing import Any

from django import forms as fields
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.base.errors import Refused
from congdoan.funds import counting, forms, transfers
from congdoan.funds.models import CashCount, ClosedMonth, Transfer
from congdoan.funds.rights import may_write, thing_seen
from congdoan.org.models import Unit

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .funds import does
from .telling import told

router = Router(tags=["funds"])


class MoneyOut(Schema):
    """Money one union sent another. `state` is `waiting`, `received` or `refused` (sent back)."""

    uid: str
    from_unit: str
    to_unit: str
    amount: int
    dated_on: str
    words: str
    state: str


class CountOut(Schema):
    """Cash counted beside the book of its day; `difference` is more (+) or less (−) than the book says."""

    uid: str
    fund: str
    counted_on: str
    cash: int
    banked: int
    book: int
    difference: int
    explanation: str


class MonthOut(Schema):
    """A month of a union's books that is over."""

    month: str
    vouchers: int
    closed: bool


class ReopenForm(forms.ReopenForm):
    """Which closed month is opened again, and why."""

    month = fields.DateField(label="Tháng: ngày đầu tháng")
    about: Unit

    def act(self, by: int) -> None:
        first = self.cleaned_data["month"]
        closed = ClosedMonth.objects.filter(unit=self.about, unmade=None, from_on=first).select_related(
            "unit"
        )
        found = closed.first()
        if found is None:
            raise Refused(f"{self.about.name} không khóa sổ quỹ tháng {first:%m/%Y}.", "month")
        counting.reopen_month(closed=found, why=self.cleaned_data["why"], by=by)


@router.get(
    "/units/{code}/money",
    response={200: Page[MoneyOut], **answers.ASKING},
    operation_id="money",
    summary="Tiền chuyển giữa các công đoàn",
)
def money(request: HttpRequest, code: str, waiting: bool = False, cursor: str | None = None) -> Any:
    """What a union has sent or been sent, the newest first; or only what waits for a word."""
    unit = places.unit(request, code)
    rows = transfers.waiting(unit) if waiting else transfers.of(unit)
    found, after = paging.paged(rows.select_related("refused"), ("-sent__dated_on", "-pk"), cursor)
    return {"items": [_money(one) for one in found], "next": after}


@router.get(
    "/units/{code}/counts",
    response={200: list[CountOut], **answers.ASKING},
    operation_id="counts",
    summary="Các lần kiểm quỹ",
)
def counts(request: HttpRequest, code: str) -> Any:
    """The last fifty counts of a union's funds, the newest first."""
    return [
        told(one.count, CountOut, book=one.book, difference=one.difference)
        for one in counting.counts(places.unit(request, code))
    ]


@router.get(
    "/units/{code}/months",
    response={200: list[MonthOut], **answers.ASKING},
    operation_id="months",
    summary="Khóa sổ quỹ từng tháng",
)
def months(request: HttpRequest, code: str) -> Any:
    """The months since the first book was opened that are over, the newest first, closed or not."""
    return [
        told(one, MonthOut, month=one.first.isoformat())
        for one in counting.months(places.unit(request, code))
    ]


def _money(one: Transfer) -> dict[str, Any]:
    sent, state = one.sent, "waiting" if one.waits else "received" if one.received_id else "refused"
    beside = {"from_unit": sent.unit.code, "to_unit": one.to.code, "amount": transfers.sum_of(sent)}
    return told(one, MoneyOut, state=state, dated_on=sent.dated_on.isoformat(), words=sent.words, **beside)


def _sent(request: HttpRequest, uid: str) -> Transfer:
    rows = Transfer.objects.select_related("sent__unit", "to", "received", "refused")
    return thing_seen(request, rows, uid, "to", "sent__unit")  # type: ignore[arg-type]


def _to_us(request: HttpRequest, uid: str) -> Transfer:
    found = _sent(request, uid)
    may_write(request, found.to)
    return found


def _ours(request: HttpRequest, uid: str) -> Transfer:
    """Money of which either end may say that it goes back."""
    found = _sent(request, uid)
    may_write(request, found.sent.unit if access.may_write(request.user, found.sent.unit) else found.to)
    return found


def _count(request: HttpRequest, uid: str) -> CashCount:
    rows = CashCount.objects.select_related("fund__unit__kind")
    found = thing_seen(request, rows, uid, "fund__unit")  # type: ignore[arg-type]
    may_write(request, found.fund.unit)
    return found


def _about(request: HttpRequest, about: Any) -> dict[str, Any]:
    return {"about": about}


ACTS = (
    Act("/money/{uid}/accept", "accept_money", "Đã nhận tiền", _to_us, forms.AcceptForm, does, _about),
    Act(
        "/money/{uid}/refuse",
        "refuse_money",
        "Trả lại, rút lại tiền chuyển",
        _ours,
        forms.RefuseForm,
        does,
        _about,
    ),
    Act(
        "/counts/{uid}/explain",
        "explain_count",
        "Giải trình chênh lệch",
        _count,
        forms.ExplainForm,
        does,
        _about,
    ),
    Act(
        "/units/{code}/months/close",
        "close_month",
        "Khóa sổ tháng",
        places.written,
        forms.MonthForm,
        does,
        _about,
    ),
    Act(
        "/units/{code}/months/reopen",
        "reopen_month",
        "Mở lại tháng",
        places.written,
        ReopenForm,
        does,
        _about,
    ),
)
for _act in ACTS:
    expose(router, _act, "funds")
