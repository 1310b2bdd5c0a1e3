"""The settlement of a union, or of a union with all under it: opening, revenue, spending, closing; nothing counted twice.

Money one union sends another under the same superior is neither revenue nor spending there: what both ends have confirmed
is left out, what is still on its way stands apart. The rest of what was sent or received stays in, as booked.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q, QuerySet, Sum

from congdoan.org.models import Unit
from congdoan.org.queries import under

from .models import UNION_FINANCE, Item, Leg, Transfer, Voucher

DAY = timedelta(days=1)
FINANCE = Q(fund__source__in=UNION_FINANCE)
Form = Voucher.Form


@dataclass(frozen=True)
class Row:
    """An item and what came in or went out under it."""

    item: Item
    amount: int


@dataclass(frozen=True)
class Settlement:
    """Where it began, what came in, what went out, where it ended. `moved`: from (+) or to (−) funds that are settled apart."""

    first: date
    last: date
    opening: int
    into: Sequence[Row]
    out: Sequence[Row]
    moved: int
    closing: int
    eliminated: int = 0
    on_the_way: int = 0

    @property
    def revenue(self) -> int:
        return sum(row.amount for row in self.into)

    @property
    def spending(self) -> int:
        return sum(row.amount for row in self.out)

    @property
    def difference(self) -> int:
        """Nothing, if the book is right."""
        return self.opening + self.revenue - self.spending + self.moved - self.closing


@dataclass
class Internal:
    """The transfers inside a group: their vouchers, what was confirmed in the period, what was on its way on two days."""

    vouchers: set[int] = field(default_factory=set)
    eliminated: int = 0
    before: int = 0
    after: int = 0

    def add(self, amount: int, sent: date, ended: date | None, first: date, last: date) -> None:
        self.before += amount if sent < first and (ended is None or ended >= first) else 0
        self.after += amount if sent <= last and (ended is None or ended > last) else 0
        self.eliminated += amount if ended and first <= ended <= last else 0


def settlement(unit: Unit, first: date, last: date) -> Settlement:
    """Of a union by itself: what it sent and received is in it."""
    return _settled(Unit.objects.filter(pk=unit.pk), first, last, Internal())


def consolidated(node: Unit, first: date, last: date) -> Settlement:
    """Of a union and all that stand under it on the last day, transfers between them left out."""
    units = under(node, last)
    return _settled(units, first, last, internal(units, first, last))


def internal(units: QuerySet[Unit], first: date, last: date) -> Internal:
    """What moved between these unions, from and into funds of the unions' own finance."""
    found, pks = Internal(), units.order_by().values("pk")
    rows = Transfer.objects.filter(sent__unit__in=pks, to__in=pks, sent__legs__fund__source__in=UNION_FINANCE)
    rows = rows.exclude(~Q(received=None) & ~Q(received__legs__fund__source__in=UNION_FINANCE))
    for transfer in (
        rows.select_related("sent__reversal", "received").prefetch_related("sent__legs").distinct()
    ):
        end = transfer.received or getattr(transfer.sent, "reversal", None)
        found.vouchers |= {transfer.sent_id, end.pk} if end else {transfer.sent_id}
        amount = sum(leg.amount for leg in transfer.sent.legs.all() if leg.item_id)
        found.add(amount, transfer.sent.dated_on, end.dated_on if end else None, first, last)
    return found


def _settled(units: QuerySet[Unit], first: date, last: date, inside: Internal) -> Settlement:
    held = Leg.objects.filter(FINANCE, voucher__unit__in=units.order_by().values("pk"))
    during = Q(voucher__dated_on__gte=first, voucher__dated_on__lte=last)
    begun = Q(voucher__dated_on__lt=first) | (during & Q(voucher__form=Form.OPENING))
    into, out = _rows(units, during, inside.vouchers)
    return Settlement(
        first, last,
        opening=_sum(held.filter(begun)) + inside.before,
        into=into,
        out=out,
        moved=_sum(held.filter(during, voucher__form=Form.TRANSFER)),
        closing=_sum(held.filter(voucher__dated_on__lte=last)) + inside.after,
        eliminated=inside.eliminated,
        on_the_way=inside.after,
    )  # fmt: skip


def _rows(units: QuerySet[Unit], during: Q, left_out: set[int]) -> tuple[list[Row], list[Row]]:
    """What came in and what went out, by item, vouchers between the group left out."""
    legs = Leg.objects.filter(during, item__isnull=False, voucher__unit__in=units.order_by().values("pk"))
    legs = legs.filter(voucher__legs__fund__source__in=UNION_FINANCE).exclude(voucher__form=Form.OPENING)
    sums: dict[int, int] = defaultdict(int)
    for item, voucher, amount in legs.values_list("item", "voucher", "amount"):
        sums[item] += 0 if voucher in left_out else amount
    items = Item.objects.in_bulk(sums)
    rows = sorted((items[pk] for pk in sums), key=lambda item: (item.number or "~", item.pk))
    into = [Row(item, -sums[item.pk]) for item in rows if item.side == Item.Side.IN and sums[item.pk]]
    return into, [Row(item, sums[item.pk]) for item in rows if item.side == Item.Side.OUT and sums[item.pk]]


def _sum(legs: QuerySet[Leg]) -> int:
    return int(legs.aggregate(sum=Sum("amount"))["sum"] or 0)
