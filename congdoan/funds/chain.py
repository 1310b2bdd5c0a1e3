"""Of what grassroots unions pass on, what stays at each level above them: worked out along the tree by dated shares.

A level whose share no rule says keeps what reached it, and is shown as such.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from congdoan.base.period import Period
from congdoan.org.models import Level, Unit
from congdoan.org.queries import standing

from . import rates, shares
from .models import Rate

KEEPS = {"dues": Rate.What.DUES_UPPER, "fund": Rate.What.FUND_UPPER}


@dataclass
class Link:
    """What reached the unions of a level, and what of it stays there. `told`: whether the rules say how much."""

    level: Level
    received: int = 0
    kept: int = 0
    told: bool = True

    @property
    def passed_on(self) -> int:
        return self.received - self.kept


def along(units: QuerySet[Unit], period: Period, on: date) -> list[Link]:
    """Level by level, from those right above these grassroots unions to the top, as the tree stands on a day."""
    months = period.months()
    links: dict[int, Link] = {}
    if months:
        for chain, split_by_month in _chains(units, months, on):
            for month, split in zip(months, split_by_month, strict=True):
                _pass_up(links, chain, split, month.first)
    return sorted(links.values(), key=lambda link: -link.level.order)


def _chains(
    units: QuerySet[Unit], months: list[Period], on: date
) -> list[tuple[list[Level], list[shares.Split]]]:
    """What is passed on by those directly under each union, and the levels it then goes through."""
    found = shares.by_parent(units, months, on)
    levels = defaultdict[int, list[Level]](list)
    rows = standing(on, unit__in=found).select_related("ancestor__kind__level").order_by("depth")
    for row in rows:
        levels[row.unit_id].append(row.ancestor.kind.level)
    return [(levels[parent], splits) for parent, splits in found.items()]


def _pass_up(links: dict[int, Link], chain: list[Level], split: shares.Split, day: date) -> None:
    amounts = {"dues": split.up - split.up_fund, "fund": split.up_fund}
    for n, level in enumerate(chain, start=1):
        link = links.setdefault(level.pk, Link(level))
        for what, amount in amounts.items():
            rate = rates.rate_on(KEEPS[what], day, level.code) if n < len(chain) else None
            kept = rates.share(amount, rate.value) if rate else amount
            link.received, link.kept, amounts[what] = link.received + amount, link.kept + kept, amount - kept
            link.told = link.told and (rate is not None or n == len(chain) or not amount)
