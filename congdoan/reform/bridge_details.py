"""What stands behind a number of the bridge report: which unions came or went, which members, which vouchers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from congdoan.accounts.state import UNIT
from congdoan.base.period import Period, today
from congdoan.funds.models import Fund, Voucher
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit

from .bridging import MEMBERS, UNIONS, Stock, beneath, entries_of, moves
from .bridging_money import legs_of, vouchers

PARTS = {"cong-doan": "Công đoàn cơ sở", "doan-vien": "Đoàn viên"} | {
    str(one.value): str(one.label) for one in Fund.Source
}
COLUMNS = {"received": "Nhận về, tiếp nhận", "handed_over": "Bàn giao, chuyển đi"}
FLOWS = {"received": "members.transferred_in", "handed_over": "members.transferred_out"}
ALONG = {"received": "về trực thuộc, mang theo", "handed_over": "thôi trực thuộc, mang đi"}


@dataclass(frozen=True)
class Detail:
    """One coming or going: of which union, on which day, what, how much, and its page."""

    on: date
    unit: Unit
    what: str
    amount: int
    url: str


def details(unit: Unit, period: Period, part: str, column: str, under: Unit | None) -> list[Detail]:
    """Of the whole, or of one union directly under it (itself: its own). They come to the number of the report."""
    period, branches = period.until(today()), under is not None
    at = (under or unit).pk
    rows = [
        *_along(unit, period, part, column, at, branches=branches),
        *_alone(unit, period, part, column, at, branches=branches),
    ]
    named = Unit.objects.in_bulk({pk for _, pk, *_ in rows})
    told = [Detail(on, named[pk], what, many, url or _page(named[pk])) for on, pk, what, many, url in rows]
    return sorted(told, key=lambda one: (one.on, one.unit.name_key))


def _along(
    unit: Unit, period: Period, part: str, column: str, at: int, *, branches: bool
) -> Iterator[tuple[date, int, str, int, str]]:
    """Unions that moved with all they had."""
    stock, sign = _stock(part), 1 if column == "received" else -1
    told = [one for one in moves(unit, period, branches=branches) if (one.under, one.sign) == (at, sign)]
    told = [one for one in told if part != "cong-doan" or not one.ends]
    held = stock(sorted({one.unit for one in told}))
    for one in told:
        if had := sum(amount for day, amount in held.get(one.unit, ()) if day < one.on):
            yield one.on, one.unit, ALONG[column], had, ""


def _alone(
    unit: Unit, period: Period, part: str, column: str, at: int, *, branches: bool
) -> Iterator[tuple[date, int, str, int, str]]:
    """Members who went by themselves, told by union and day; vouchers."""
    if part == "doan-vien":
        for on, pk, code, many in _transfers(unit, period, FLOWS[column], at, branches=branches):
            yield on, pk, "đoàn viên chuyển riêng", many, f"{reverse('members')}?{UNIT}={code}"
    elif part != "cong-doan":
        amounts = {
            pk: amount
            for there, pk, amount in vouchers(unit, period, part, column, branches=branches)
            if there == at
        }
        for one in Voucher.objects.filter(pk__in=amounts):
            yield one.dated_on, one.unit_id, one.words, amounts[one.pk], reverse("voucher", args=[one.uid])


def _transfers(
    unit: Unit, period: Period, key: str, at: int, *, branches: bool
) -> list[tuple[date, int, str, int]]:
    """Day, union and its code, how many: of transfers only one end of which is there."""
    day = "e.day"
    there = f"a.from_on <= {day} AND a.to_on > {day} AND b.from_on <= {day} AND b.to_on > {day}"
    text = Text(
        "SELECT m.day, u.id, u.code, SUM(m.many) FROM (SELECT MAX(e.day) AS day, MAX(e.unit_id) AS unit_id, SUM(e.quantity) AS many"
        f" FROM ledger_entry e JOIN org_ancestry a ON a.unit_id = e.unit_id AND a.unknown_at IS NULL {beneath(branches)}"
        f" WHERE e.indicator = %s AND a.ancestor_id = %s AND b.ancestor_id = %s AND {there} AND {day} BETWEEN %s AND %s"
        " GROUP BY e.subject HAVING SUM(e.quantity) > 0) m JOIN org_unit u ON u.id = m.unit_id GROUP BY 1, 2, 3",
        (BY_KEY[key].number, unit.pk, at, period.first.toordinal(), period.last.toordinal()),
    )
    return [(date.fromordinal(on), pk, code, int(many)) for on, pk, code, many in run(text)]


def _stock(part: str) -> Stock:
    keys = {"cong-doan": UNIONS, "doan-vien": MEMBERS}
    return entries_of(BY_KEY[keys[part]]) if part in keys else legs_of(part)


def _page(unit: Unit) -> str:
    return reverse("unit", args=[unit.code])
