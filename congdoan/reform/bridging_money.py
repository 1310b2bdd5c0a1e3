"""The bridge of money, for each kind of fund: from what the books held to what they hold."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from congdoan.base.period import Period, today
from congdoan.funds.models import Fund, Leg, Voucher
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit

from .bridging import EVE, Part, Stock, Sums, along, beneath, in_parts, moves, tallied

HEADS = {"opening": "Đầu kỳ", "opened": "Có khi mở sổ", "begun": "Thu", "received": "Nhận về", "ended": "Chi",
         "handed_over": "Chuyển đi", "closing": "Cuối kỳ"}  # fmt: skip
Source = Fund.Source
# Where a leg stands in the bridge. A voucher that takes another back takes it out of the column it was in.
_SIGN = "CASE WHEN v.reverses_id IS NULL THEN m.amount ELSE -m.amount END"
_MOVED = (
    f"v.form = '{Voucher.Form.TRANSFER}' OR EXISTS (SELECT 1 FROM funds_transfer t"
    " WHERE t.sent_id IN (v.id, v.reverses_id) OR t.received_id IN (v.id, v.reverses_id))"
)
_COLUMN = (
    f"CASE WHEN v.form = '{Voucher.Form.OPENING}' THEN 'opened' WHEN {_MOVED}"
    f" THEN CASE WHEN {_SIGN} > 0 THEN 'received' ELSE 'handed_over' END"
    f" WHEN {_SIGN} > 0 THEN 'begun' ELSE 'ended' END"
)
_OUT = ("ended", "handed_over")
_LEGS = (
    " JOIN funds_fund f ON f.unit_id = a.unit_id JOIN funds_leg l ON l.fund_id = f.id"
    " JOIN funds_voucher v ON v.id = l.voucher_id"
)


def money(unit: Unit, period: Period) -> list[Part]:
    """A part for each kind of fund that held or moved something, in whole đồng."""
    period = period.until(today())
    below, whole = _sums(unit, period, branches=True), _sums(unit, period, branches=False)
    parts = []
    for source in Source:
        rows, above = tallied(below[source]), tallied(whole[source])
        if rows and unit.pk in above:
            parts.append(
                Part(source.label, HEADS, above[unit.pk], rows, money=True, name_in_url=source.value)
            )
    return parts


def _sums(unit: Unit, period: Period, *, branches: bool) -> dict[str, Sums]:
    """Source, union directly under it (or the union itself), column: how much."""
    sums: dict[str, Sums] = defaultdict(lambda: defaultdict(Counter))
    for name, on in (("opening", period.first - EVE), ("closing", period.last)):
        for source, under, amount in run(_held(unit, on, branches)):
            sums[source][under][name] += int(amount)
    for source, under, column, amount in run(_moved(unit, period, branches)):
        sums[source][under][column] += -int(amount) if column in _OUT else int(amount)
    for source, under, amount in _within(unit, period, branches=branches):
        sums[source][under].subtract({"received": amount, "handed_over": amount})
    told = moves(unit, period, branches=branches)
    for source in Source:
        along(sums[source], told, legs_of(source))
    return sums


def _tree(unit: Unit, branches: bool, days: Text) -> Text:
    """Legs of funds under the union, with who is directly under it, on the day that counts."""
    text = Text(f"FROM org_ancestry a {beneath(branches)}{_LEGS} WHERE a.ancestor_id = %s", (unit.pk,))
    text += Text("AND a.unknown_at IS NULL")
    return text + days


def _standing(day: str) -> str:
    return f"AND a.from_on <= {day} AND a.to_on > {day} AND b.from_on <= {day} AND b.to_on > {day}"


def _held(unit: Unit, on: date, branches: bool) -> Text:
    day = on.toordinal()
    days = Text(f"{_standing('%s')} AND v.dated_on <= %s GROUP BY 1, 2", (day,) * 5)
    return Text("SELECT f.source, b.ancestor_id, SUM(l.amount)") + _tree(unit, branches, days)


def _moved(unit: Unit, period: Period, branches: bool) -> Text:
    head = Text(f"SELECT m.source, m.under, {_COLUMN} what, SUM(m.amount) FROM (")
    return head + _vouchers(unit, period, branches) + Text("GROUP BY 1, 2, 3")


def _vouchers(unit: Unit, period: Period, branches: bool) -> Text:
    """What each voucher moved in the funds of one kind (`m`): what went from one to another of them there moved nothing."""
    first, last = period.first.toordinal(), period.last.toordinal()
    days = Text(f"{_standing('v.dated_on')} AND v.dated_on BETWEEN %s AND %s GROUP BY 1, 2, 3", (first, last))
    each = Text("SELECT f.source AS source, b.ancestor_id AS under, v.id AS voucher, SUM(l.amount) AS amount")
    return (
        each
        + _tree(unit, branches, days)
        + Text(") m JOIN funds_voucher v ON v.id = m.voucher WHERE m.amount <> 0")
    )


def vouchers(
    unit: Unit, period: Period, source: str, column: str, *, branches: bool
) -> list[tuple[int, int, int]]:
    """Under which union, number of the voucher, amount: what makes up a column of a kind of fund."""
    period = period.until(today())
    inner = {pk for of, _, *ends, _ in _pairs(unit, period, branches=branches) if of == source for pk in ends}
    head = Text("SELECT m.under, m.voucher, m.amount FROM (")
    rows = run(
        head
        + _vouchers(unit, period, branches)
        + Text(f"AND m.source = %s AND {_COLUMN} = %s", (source, column))
    )
    sign = -1 if column in _OUT else 1
    return [(under, pk, sign * int(amount)) for under, pk, amount in rows if pk not in inner]


def _within(unit: Unit, period: Period, *, branches: bool) -> list[tuple[str, int, int]]:
    """Source, union, amount: what unions under it sent each other and accepted in these days, from and into funds of one
    kind. It neither received nor handed that over."""
    return [
        (source, under, amount) for source, under, _, _, amount in _pairs(unit, period, branches=branches)
    ]


def _pairs(unit: Unit, period: Period, *, branches: bool) -> list[tuple[str, int, int, int, int]]:
    """Source, union, voucher sent, voucher received, amount."""
    given = (unit.pk, period.first.toordinal(), period.last.toordinal())
    text = Text("SELECT s.source, s.ancestor_id, s.id, r.id, r.amount FROM funds_transfer t")
    text += _end("sent_id", "s", given, branches) + _end("received_id", "r", given, branches)
    rows = run(text + Text("WHERE s.source = r.source AND s.ancestor_id = r.ancestor_id"))
    return [(source, under, sent, received, int(amount)) for source, under, sent, received, amount in rows]


def _end(column: str, name: str, given: tuple[int, int, int], branches: bool) -> Text:
    """One end of a transfer: the leg of its voucher, and under whom its union stood. One that ended sends what it has left
    on the day after its last one."""
    day = "v.dated_on"
    stood = f"a.from_on <= {day} AND b.from_on <= {day}"
    there = f"a.to_on > {day} AND b.to_on > {day}"
    left = f"u.ended_on = {day} AND a.to_on = {day} AND b.to_on = {day}"
    return Text(
        f"JOIN (SELECT v.id, f.source, l.amount, b.ancestor_id FROM org_ancestry a {beneath(branches)}{_LEGS}"
        f" JOIN org_unit u ON u.id = a.unit_id WHERE a.ancestor_id = %s AND a.unknown_at IS NULL AND {stood}"
        f" AND ({there} OR {left}) AND {day} BETWEEN %s AND %s) {name} ON {name}.id = t.{column}",
        given,
    )


def legs_of(source: str) -> Stock:
    """What each of some unions' funds of a kind took in (+) and gave out (−), day by day."""

    def held(units: Sequence[int]) -> Mapping[int, Sequence[tuple[date, int]]]:
        found: dict[int, list[tuple[date, int]]] = defaultdict(list)
        for some in in_parts(units):
            rows = Leg.objects.filter(fund__source=source, fund__unit__in=some)
            for pk, day, amount in rows.values_list("fund__unit_id", "voucher__dated_on", "amount"):
                found[pk].append((day, amount))
        return found

    return held
