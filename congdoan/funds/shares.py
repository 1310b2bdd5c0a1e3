"""What of the dues and the 2 % fund a grassroots union collects stays with it and what goes up: due, sent up, still owed.

Each receipt is split by the shares of its day (of a month's dues, of that month); what members pay beyond the due stays.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)  # fmt: skip
from django.db.models.functions import Coalesce, Least

from congdoan.base.period import Period
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from .models import UNION_FINANCE, Leg, Rate
from .rates import WHOLE

KEPT = {"dues": Rate.What.DUES_KEPT, "employers_fund": Rate.What.FUND_KEPT}
BEFORE = -1  # the stretch before all those asked for
UNION = "voucher__unit"
STANDS = Q(voucher__reverses=None, voucher__reversal=None)


@dataclass(frozen=True)
class Split:
    """What came in over a stretch of days, and what of it goes up (`up_fund`: of the 2 % fund); `waits`: sent up, not yet
    confirmed there."""

    dues: int = 0
    fund: int = 0
    up: int = 0
    up_fund: int = 0
    paid: int = 0
    waits: int = 0
    before: int = 0

    @property
    def kept(self) -> int:
        return self.dues + self.fund - self.up

    @property
    def owed(self) -> int:
        """Still to be sent up at the end; less than nothing where too much was."""
        return self.before + self.up - self.paid

    @property
    def late(self) -> int:
        """What of it was owed before and is still not paid."""
        return max(0, min(self.owed, self.before - self.paid))

    @property
    def beyond(self) -> int:
        """What was sent beyond what is owed."""
        return max(0, -self.owed)


def splits(units: QuerySet[Unit], stretches: Sequence[Period]) -> dict[int, list[Split]]:
    """By union, a split for each of these stretches, which follow each other. What was owed before carries on."""
    return _splits(units, stretches, UNION)


def by_parent(units: QuerySet[Unit], stretches: Sequence[Period], on: date) -> dict[int, list[Split]]:
    """The same of those directly under each union, as the tree stands on a day."""
    above = standing(on, unit=OuterRef(UNION), depth=1).values("ancestor")[:1]
    return _splits(units, stretches, of=Subquery(above))


def together(units: QuerySet[Unit], stretches: Sequence[Period]) -> list[Split]:
    """Of all these unions in one."""
    return _splits(units, stretches).get(0) or [Split()] * len(stretches)


def total(rows: Sequence[Split]) -> Split:
    """Of stretches that follow each other."""
    sums = {
        name: sum(getattr(row, name) for row in rows)
        for name in ("dues", "fund", "up", "up_fund", "paid", "waits")
    }
    return Split(**sums, before=rows[0].before if rows else 0)


def _splits(
    units: QuerySet[Unit], stretches: Sequence[Period], *by: str, of: Any = None
) -> dict[int, list[Split]]:
    found: dict[int, dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    rows = _legs(units, stretches)
    if of is not None:
        rows, by = rows.annotate(whose=of).filter(whose__isnull=False), ("whose",)
    for row in (*_came(rows.values(*by, "stretch")), *_went(rows.values(*by, "stretch"))):
        found[row.pop(by[0]) if by else 0][row.pop("stretch")] |= row
    return {unit: list(_running(told, len(stretches))) for unit, told in found.items()}


def _running(told: dict[int, dict[str, int]], stretches: int) -> Iterator[Split]:
    before = told.get(BEFORE, {})
    owed = Split(up=before.get("up", 0), paid=before.get("paid", 0)).owed
    for n in range(stretches):
        split = Split(**told.get(n, {}), before=owed)
        owed = split.owed
        yield split


def _came(rows: Any) -> Any:
    """What was collected, and what of it goes up."""
    came = -F("amount")
    shared = Least(came, Coalesce(F("voucher__dues__due"), came))
    kept = _int((shared * _rate() * 2 + WHOLE) / (2 * WHOLE))
    return rows.filter(item__purpose__in=KEPT).annotate(
        dues=Coalesce(Sum(came, filter=Q(item__purpose="dues")), 0),
        fund=Coalesce(Sum(came, filter=Q(item__purpose="employers_fund")), 0),
        up=Sum(_int(shared - kept)),
        up_fund=Coalesce(Sum(_int(shared - kept), filter=Q(item__purpose="employers_fund")), 0),
    )


def _went(rows: Any) -> Any:
    """What was sent up, confirmed there or not yet."""
    waits, rows = Q(voucher__sending__received=None), rows.filter(item__purpose="to_superior")
    return rows.annotate(paid=Sum("amount"), waits=Coalesce(Sum("amount", filter=waits), 0))


def _legs(units: QuerySet[Unit], stretches: Sequence[Period]) -> Any:
    """The legs of the unions' own finance that stand, each in its stretch."""
    day = "voucher__dated_on"
    inside = [
        When(**{f"{day}__gte": one.first, f"{day}__lte": one.last}, then=Value(n))
        for n, one in enumerate(stretches)
    ]
    earlier = When(**{f"{day}__lt": stretches[0].first}, then=Value(BEFORE))
    rows = Leg.objects.filter(
        STANDS, voucher__unit__in=units.order_by().values("pk"), voucher__legs__fund__source__in=UNION_FINANCE
    )
    rows = rows.annotate(stretch=Case(*inside, earlier, output_field=IntegerField()))
    return rows.filter(stretch__isnull=False)


def _rate() -> Case:
    """The share that stays, in hundredths of a percent, on the day of a receipt; all of it where no rule says."""
    rows = Rate.objects.filter(what__in=KEPT.values(), group="")
    purposes = {what: purpose for purpose, what in KEPT.items()}
    month = Q(voucher__dues__isnull=False)
    cases = [
        When(
            Q(item__purpose=purposes[Rate.What(rate.what)])
            & (
                Q(month, voucher__dues__month_on__gte=rate.from_on, voucher__dues__month_on__lt=rate.to_on)
                | Q(~month, voucher__dated_on__gte=rate.from_on, voucher__dated_on__lt=rate.to_on)
            ),
            then=Value(rate.value),
        )
        for rate in rows
    ]
    return Case(*cases, default=Value(WHOLE), output_field=BigIntegerField())


def _int(expression: Any) -> Any:
    return ExpressionWrapper(expression, output_field=BigIntegerField())
