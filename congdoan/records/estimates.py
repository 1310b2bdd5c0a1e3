"""Ước thực hiện: estimates that stand in figures, and how they give way to what is recorded."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Sum

from congdoan.audit.models import Posting
from congdoan.base.period import Period
from congdoan.ledger.actions import post
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER, Indicator
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from . import bars
from . import kind as kinds
from .kinds.declaration import Declaration, Declared


def announce() -> None:
    """Let estimates follow whatever is written."""
    bars.FOLLOWERS.append(_give_way)


def _give_way(written: Sequence[Entry], posting: Posting) -> None:
    """Say again the estimates of what was just written, and whatever rests on them."""
    units = {entry.unit_id for entry in written}
    estimates = Declaration.objects.filter(unit__in=units, estimate=True, withdrawn=False)
    if not estimates.exists():
        return
    rows = Declared.objects.filter(code__in={BY_NUMBER[entry.indicator].code for entry in written})
    for estimate in estimates.filter(pk__in=rows.values("record")).select_related("unit"):
        draws = kinds.of(estimate).draws(estimate, kinds.rows(estimate))
        if changed := post(posting, RECORD, estimate.pk, draws):
            bars.settle(changed, posting)


def expected(
    unit: Unit,
    period: Period,
    indicators: Iterable[Indicator],
    known_at: datetime | None = None,
    scope: str = "all",
) -> dict[str, int]:
    """How much of these figures is expected and not recorded yet, by key: what estimates add to them in the period."""
    wanted = {indicator.number: indicator for indicator in _with_parts(indicators)}
    standing_there = standing(period.last, ancestor=unit, **_SCOPES[scope]).values("unit")
    estimates = Declared.objects.filter(
        record__estimate=True,
        record__first_on__lte=period.last,
        record__unit__in=standing_there,
        code__in=[indicator.code for indicator in wanted.values()],
    )
    entries = Entry.objects.filter(
        origin=RECORD, source__in=estimates.values("record"), indicator__in=wanted, day__lte=period.last
    )
    if known_at:
        entries = entries.filter(posting__at__lte=known_at)
    found: dict[str, int] = {}
    for number, day, quantity in entries.values_list("indicator", "day").annotate(sum=Sum("quantity")):
        indicator = wanted[number]
        if quantity and (indicator.stock or day >= period.first):
            found[indicator.key] = found.get(indicator.key, 0) + quantity
    return found


_SCOPES: dict[str, dict[str, int]] = {"all": {}, "own": {"depth": 0}, "below": {"depth__gt": 0}}


def _with_parts(indicators: Iterable[Indicator]) -> Iterable[Indicator]:
    for indicator in indicators:
        yield from (BY_KEY[key] for key in (indicator.num, indicator.den) if key)
        yield indicator
