"""Capital lent and savings in turn over HTTP: what is owed and whose turn it is, lending, paying back, handing over."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.base.period import today
from congdoan.funds import forms_lending, instalments
from congdoan.funds.models import Loan, Turn
from congdoan.funds.rights import fund_seen, may_write, thing_seen

from . import answers
from .acting import Act, expose
from .funds import does, of_mine
from .telling import told

router = Router(tags=["funds"])


class LoanOut(Schema):
    """A loan: what is still owed (`left`), what of it should have been paid by today (`behind`), the next instalment."""

    uid: str
    person: str
    name: str
    lent_on: str
    amount: int
    months: int
    left: int
    behind: int
    next_on: str | None


class TurnOut(Schema):
    """Whose turn it is to receive what members put together."""

    uid: str
    person: str
    name: str
    due_on: str
    amount: int
    paid: bool


@router.get(
    "/funds/{code}/loans",
    response={200: list[LoanOut], **answers.ASKING},
    operation_id="loans",
    summary="Vốn đang cho vay",
)
def loans(request: HttpRequest, code: str) -> Any:
    """The loans of a fund, the newest first, as they stand today."""
    rows = fund_seen(request, code).loans.order_by("-lent_on", "-pk")
    return [_loan(one) for one in instalments.owed(rows, today())]


@router.get(
    "/funds/{code}/turns",
    response={200: list[TurnOut], **answers.ASKING},
    operation_id="turns",
    summary="Lượt nhận vốn xoay vòng",
)
def turns(request: HttpRequest, code: str) -> Any:
    """The turns of a fund, the first first."""
    rows = list(fund_seen(request, code).turns.select_related("person").order_by("due_on", "pk"))
    paid = instalments.paid_turns(rows)
    return [told(one, TurnOut, name=one.person.name, paid=one.pk in paid) for one in rows]


def _loan(owed: instalments.Owed) -> dict[str, Any]:
    next_on = owed.next_on.isoformat() if owed.left else None
    beside = {"name": owed.loan.person.name, "left": owed.left, "behind": owed.behind, "next_on": next_on}
    return told(owed.loan, LoanOut, **beside)


def _lent(request: HttpRequest, uid: str) -> Loan:
    rows = Loan.objects.select_related("fund__unit__kind", "person")
    found = thing_seen(request, rows, uid, "fund__unit")  # type: ignore[arg-type]
    may_write(request, found.fund.unit)
    return found


def _turn(request: HttpRequest, uid: str) -> Turn:
    rows = Turn.objects.select_related("fund__unit__kind", "person")
    found = thing_seen(request, rows, uid, "fund__unit")  # type: ignore[arg-type]
    may_write(request, found.fund.unit)
    return found


def _about(request: HttpRequest, about: Any) -> dict[str, Any]:
    return {"about": about}


ACTS = (
    Act("/funds/{code}/lend", "lend", "Cho vay vốn", of_mine, forms_lending.LendForm, does, _about),
    Act(
        "/loans/{uid}/pay-back", "pay_back", "Thu hồi vốn vay", _lent, forms_lending.PayBackForm, does, _about
    ),
    Act("/funds/{code}/turns", "take_turns", "Xếp lượt nhận", of_mine, forms_lending.TurnsForm, does, _about),
    Act("/turns/{uid}/pay", "pay_turn", "Trao vốn đến lượt", _turn, forms_lending.TurnPayForm, does, _about),
)
for _act in ACTS:
    expose(router, _act, "funds")
