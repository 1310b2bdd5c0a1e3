"""Các quỹ: what a union's funds hold, a fund's book, its vouchers, and the forms that write them."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.models import User
from congdoan.accounts.state import here
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.org.models import Unit

from . import counting, forms, instalments, planning, printing, savings, tables, transfers
from .forms import ON_A_FUND, Act, tried
from .models import CashCount, ClosedMonth, Fund, Transfer, Turn, Voucher
from .queries import balance
from .rights import fund_seen, may_write, thing_seen
from .statement import Statement, balances, statement, trend

TROUBLES = 6


@require_http_methods(["GET", "HEAD", "POST"])
def funds(request: HttpRequest) -> HttpResponse:
    """What each fund holds; what is not right is said first. Whoever writes for the union sets up another."""
    unit = here(request)
    writes = access.may_write(request.user, unit) or access.may_administer(request.user, unit)
    form = forms.FundForm(request.POST or None, about=unit)
    if request.method == "POST":
        access.require(writes)
    if tried(form, request.user.pk or 0):
        messages.success(request, form.done)
        return redirect("funds")
    own, others = _funds(unit)
    if exports.asked(request):
        return _funds_out(request, unit, own, others)
    held, course = balances(own, today()), trend([fund for fund in own if fund.has_book], today())
    context = {
        "unit": unit,
        "writes": access.may_write(request.user, unit),
        "form": form if writes else None,
        "own": [(fund, held.get(fund.pk, 0), course.get(fund.pk, [])) for fund in own],
        "total": sum(held.values()),
        "others": others,
        **_troubles(unit),
    }
    return render(request, "funds/funds.html", context, status=422 if form.errors else 200)


@require_safe
def fund(request: HttpRequest, code: str) -> HttpResponse:
    """A fund's book in the period looked at: what it held, each voucher with what it left, what it holds."""
    found, period = fund_seen(request, code), state.current_period(request)
    told = statement(found, period.first, period.last)
    if exports.asked(request):
        return _book_out(request, told)
    context = {
        "fund": found,
        "period": period,
        "told": told,
        "lines": told.lines[::-1],
        "now": balance(found, today()),
        "writes": access.may_write(request.user, found.unit),
        "loans": _loans(found),
        "turns": _turns(found),
        "today": today(),
    }
    return render(request, "funds/fund.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def fund_act(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """Thu, chi, chuyển, kiểm quỹ …: one form each."""
    found = fund_seen(request, code)
    may_write(request, found.unit)
    if verb not in ON_A_FUND:
        raise NotHere("Không có việc nào ở địa chỉ này.")
    return acted(request, ON_A_FUND[verb], found, found.unit, reverse("fund", args=[found.code]), found.name)


@require_safe
def voucher(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A voucher: what it moved, what it comes from, what took it back."""
    rows = Voucher.objects.select_related("unit", "posting", "reverses", "reversal")
    found = thing_seen(request, rows, uid, "unit")
    legs = list(found.legs.select_related("fund", "item").order_by("pk"))
    context = {
        "voucher": found,
        "legs": legs,
        "amount": max(leg.amount for leg in legs),
        "record_url": _record_url(found),
        "writes": access.may_write(request.user, found.unit),
    }
    return render(request, "funds/voucher.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def voucher_reverse(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a voucher back, with the reason."""
    found = thing_seen(request, Voucher.objects.select_related("unit__kind"), uid, "unit")
    may_write(request, found.unit)
    return acted(request, forms.ReverseForm, found, found.unit, reverse("voucher", args=[uid]), str(found))


@require_http_methods(["GET", "HEAD", "POST"])
def transfer(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Money between two unions, seen from both ends; the one it was sent to accepts, either sends it back."""
    rows = Transfer.objects.select_related("sent__unit", "sent__posting", "to", "received", "refused")
    found = thing_seen(request, rows, uid, "to", "sent__unit")
    ends = access.may_write(request.user, found.to), access.may_write(request.user, found.sent.unit)
    accept = forms.AcceptForm(_posted(request, "nhan"), about=found)
    refuse = forms.RefuseForm(_posted(request, "tra"), about=found)
    refuse.button = forms.RefuseForm.button if ends[0] else "Rút lại"
    if request.method == "POST":
        may_write(request, found.to if "nhan" in request.POST or not ends[1] else found.sent.unit)
    for form in (accept, refuse):
        if form.is_bound and tried(form, request.user.pk or 0):
            messages.success(request, form.done)
            return redirect("transfer", uid=uid)
    context = {
        "transfer": found,
        "amount": transfers.sum_of(found.sent),
        "accept": accept if found.waits and ends[0] else None,
        "refuse": refuse if found.waits and any(ends) else None,
    }
    return render(
        request, "funds/transfer.html", context, status=422 if accept.errors or refuse.errors else 200
    )


@require_safe
def transfer_list(request: HttpRequest) -> HttpResponse:
    """All that a union has sent or been sent, and where it stands."""
    unit = here(request)
    if exports.asked(request):
        rows = [(one, transfers.sum_of(one.sent)) for one in transfers.of(unit)[:ONE_TOO_MANY]]
        return exports.handed(request, "tien-chuyen", unit, Table("Tiền chuyển", tables.TRANSFERS, rows))
    rows = [(one, transfers.sum_of(one.sent)) for one in transfers.of(unit)[:100]]
    return render(request, "funds/transfers.html", {"unit": unit, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def count_explain(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say why a count differs."""
    found = thing_seen(request, CashCount.objects.select_related("fund__unit__kind"), uid, "fund__unit")
    may_write(request, found.fund.unit)
    return acted(request, forms.ExplainForm, found, found.fund.unit, reverse("funds"), found.fund.name)


@require_http_methods(["GET", "HEAD", "POST"])
def month_close(request: HttpRequest) -> HttpResponse:
    """The months of a union's books, closed and open; whoever writes for it closes one."""
    unit = here(request)
    writes = access.may_write(request.user, unit)
    form = forms.MonthForm(request.POST or None, about=unit)
    if request.method == "POST":
        access.require(writes)
    if form.is_bound and tried(form, request.user.pk or 0):
        messages.success(request, form.done)
        return redirect("month_close")
    rows = counting.months(unit)
    people = User.objects.in_bulk({one.by for month in rows for one in month.done if one.by})
    told = [(month, [(one, people.get(one.by or 0)) for one in month.done]) for month in rows]
    if exports.asked(request):
        return exports.handed(
            request, "khoa-so-quy", unit, Table("Khóa sổ quỹ từng tháng", tables.MONTHS, told)
        )
    context = {"unit": unit, "months": told, "form": form if writes else None}
    return render(request, "funds/months.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def month_reopen(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Open a closed month again, with the reason."""
    unit = here(request)
    rows = ClosedMonth.objects.filter(unit=unit, unmade=None).select_related("unit__kind")
    found = next((one for one in rows if (one.from_on.year, one.from_on.month) == (year, month)), None)
    if found is None:
        raise NotHere(f"{unit.name} không khóa sổ quỹ tháng {month:02d}/{year}.")
    may_write(request, unit)
    return acted(request, forms.ReopenForm, found, unit, reverse("month_close"), f"Tháng {month:02d}/{year}")


def acted(
    request: HttpRequest, form_class: type[Act], about: Any, unit: Unit, back: str, crumb: str
) -> HttpResponse:
    """A form shown, or done and left for where it came from."""
    form = form_class(request.POST or None, about=about)
    if form.is_bound and tried(form, request.user.pk or 0):
        messages.success(request, form.done)
        return redirect(back)
    context = {"form": form, "unit": unit, "back": back, "crumb": crumb}
    return render(request, "funds/act.html", context, status=422 if form.errors else 200)


def _funds_out(request: HttpRequest, unit: Unit, own: list[Fund], others: list[Fund]) -> HttpResponse:
    """The funds as a file, with what those of this union hold."""
    held = balances(own, today())
    lists = [
        Table("Của công đoàn này", tables.FUNDS, [(one, held.get(one.pk)) for one in own]),
        Table("Của cấp trên", tables.FUNDS, [(one, None) for one in others]),
    ]
    return exports.handed(request, "cac-quy", unit, *lists)


def _book_out(request: HttpRequest, told: Statement) -> HttpResponse:
    """A fund's book as a file, the oldest first, with its loans and turns."""
    found = told.fund
    lists = [
        tables.of_sheet("Sổ quỹ", printing.book(told)),
        Table("Vốn đang cho vay", tables.LOANS, _loans(found)),
    ]
    lists.append(Table("Lượt nhận vốn xoay vòng", tables.TURNS, _turns(found)))
    kept = [table for table in lists if table.rows]
    return exports.handed(request, f"so-quy-{found.code}", found.unit, *kept, of=found.uid)


def _record_url(found: Voucher) -> str:
    """The page of the record a voucher comes from, if it comes from one."""
    return reverse("record", args=[found.origin]) if found.origin and not savings.has_own_page(found) else ""


def _posted(request: HttpRequest, button: str) -> Any:
    return request.POST if button in request.POST else None


def _funds(unit: Unit) -> tuple[list[Fund], list[Fund]]:
    """Its own, and those of the unions above it."""
    above = unit.ancestries.filter(unknown_at=None, from_on__lte=today(), to_on__gt=today())
    rows = Fund.objects.filter(unit__in=above.values("ancestor"), to_on__gt=today()).select_related("unit")
    found = list(rows.order_by("unit__name_key", "name"))
    return [one for one in found if one.unit_id == unit.pk], [one for one in found if one.unit_id != unit.pk]


def _troubles(unit: Unit) -> dict[str, Any]:
    """What does not balance, what waits for a word, what must be made public."""
    due = planning.waiting(unit)
    waits = [(one, transfers.sum_of(one.sent)) for one in transfers.waiting(unit)[:TROUBLES]]
    return {"unbalanced": counting.unbalanced(unit), "waits": waits, "due": due[:TROUBLES], "today": today()}


def _loans(fund: Fund) -> list[instalments.Owed]:
    """Of a fund that lends: its loans, the newest first."""
    return instalments.owed(fund.loans.order_by("-lent_on", "-pk"), today())


def _turns(fund: Fund) -> list[tuple[Turn, bool]]:
    """Of savings in turn: whose turn comes when, and whether it was paid."""
    rows = list(fund.turns.select_related("person").order_by("due_on", "pk"))
    paid = instalments.paid_turns(rows)
    return [(turn, turn.pk in paid) for turn in rows]
