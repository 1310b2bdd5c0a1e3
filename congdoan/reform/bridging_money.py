"""The bridge of money, for each kind of fund: from what the books held to what they hold."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from congdoan.base.period import Period, today
from congdoan.funds.models import Fund, Leg, Voucher
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit

from .bridging import EVE, Part, Stock, Sums, along, in_parts, moves, tallied

HEADS = {"opening": "Đầu kỳ", "opened": "Có khi mở sổ", "begun": "Thu", "received": "Nhận về", "ended": "Chi",
         "handed_over": "Chuyển đi", "closing": "Cuối kỳ"}  # fmt: skip
Source = Fund.Source
# Where a leg stands in the bridge. A voucher that takes another back takes it out of the column it was in.
_SIGN = "CASE WHEN v.reverses_id IS NULL THEN l.amount ELSE -l.amount END"
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
    for source, amount in _within(unit, period).items():
        whole[source][unit.pk].subtract(received=amount, handed_over=amount)
    parts = []
    for source in Source:
        rows, above = tallied(below[source]), tallied(whole[source])
        if rows and unit.pk in above:
            parts.append(Part(source.label, HEADS, above[unit.pk], rows, money=True))
    return parts


def _sums(unit: Unit, period: Period, *, branches: bool) -> dict[str, Sums]:
    """Source, union directly under it (or the union itself), column: how much."""
    sums: dict[str, Sums] = defaultdict(lambda: defaultdict(Counter))
    for name, on in (("opening", period.first - EVE), ("closing", period.last)):
        for source, under, amount in run(_held(unit, on, branches)):
            sums[source][under][name] += int(amount)
    for source, under, column, amount in run(_moved(unit, period, branches)):
        sums[source][under][column] += -int(amount) if column in _OUT else int(amount)
    told = moves(unit, period, branches=branches)
    for source in Source:
        along(sums[source], told, legs_of(source))
    return sums


def _tree(unit: Unit, branches: bool, days: Text) -> Text:
    """Legs of funds under the union, with who is directly under it, on the day that counts."""
    join = "b.depth = CASE WHEN a.depth > 0 THEN a.depth - 1 ELSE 0 END" if branches else "b.id = a.id"
    text = Text(
        "FROM org_ancestry a JOIN org_ancestry b ON b.unit_id = a.unit_id AND b.unknown_at IS NULL"
        f" AND {join}{_LEGS} WHERE a.ancestor_id = %s AND a.unknown_at IS NULL",
        (unit.pk,),
    )
    return text + days


def _standing(day: str) -> str:
    return f"AND a.from_on <= {day} AND a.to_on > {day} AND b.from_on <= {day} AND b.to_on > {day}"


def _held(unit: Unit, on: date, branches: bool) -> Text:
    day = on.toordinal()
    days = Text(f"{_standing('%s')} AND v.dated_on <= %s GROUP BY 1, 2", (day,) * 5)
    return Text("SELECT f.source, b.ancestor_id, SUM(l.amount)") + _tree(unit, branches, days)


def _moved(unit: Unit, period: Period, branches: bool) -> Text:
    first, last = period.first.toordinal(), period.last.toordinal()
    days = Text(f"{_standing('v.dated_on')} AND v.dated_on BETWEEN %s AND %s GROUP BY 1, 2, 3", (first, last))
    head = Text(f"SELECT f.source, b.ancestor_id, {_COLUMN} what, SUM(l.amount)")
    return head + _tree(unit, branches, days)


def _within(unit: Unit, period: Period) -> Mapping[str, int]:
    """What one union below sent another and it accepted in these days, both from and into funds of one kind: neither
    received nor handed over by the whole. A union that ended sends what it has left on the day after its last one."""
    days = (period.first.toordinal(), period.last.toordinal())
    sent = _end("sent_id", "s") + Text("AND (s.day < s.to_on OR s.day = s.ended_on AND s.to_on = s.ended_on)")
    came = _end("received_id", "r") + Text("AND r.day < r.to_on")
    text = Text("SELECT s.source, SUM(r.amount) FROM funds_transfer t") + sent + came
    text += Text("WHERE s.source = r.source GROUP BY 1")
    given = (unit.pk, *days)
    return {source: int(amount) for source, amount in run(Text(text.sql, given * 2))}


def _end(column: str, name: str) -> Text:
    """One end of a transfer: the leg of its voucher, where its union stood under the one asked."""
    return Text(
        f"JOIN (SELECT v.id, v.dated_on AS day, f.source, l.amount, a.from_on, a.to_on, u.ended_on"
        f" FROM org_ancestry a JOIN org_unit u ON u.id = a.unit_id{_LEGS}"
        " WHERE a.ancestor_id = %s AND a.unknown_at IS NULL AND v.dated_on BETWEEN %s AND %s)"
        f" {name} ON {name}.id = t.{column} AND {name}.day >= {name}.from_on"
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
