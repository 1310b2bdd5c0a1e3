"""Giảm, tăng: from how many members there were to how many there are, at any level, all of it from the ledger's entries.

A union that moved in the tree brings its members along: those are neither admitted nor transferred.
"""

from dataclasses import dataclass
from datetime import timedelta

from congdoan.base.fields import FOREVER
from congdoan.base.period import Period, today
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit

FLOWS = ("opened", "admitted", "transferred_in", "lost", "transferred_out")
TOTAL = "members.total"


@dataclass(frozen=True)
class Bridge:
    """What a period did to the number of members. `declared`: levels told in totals, which no coming or going explains."""

    opening: int
    opened: int
    admitted: int
    transferred_in: int
    lost: int
    transferred_out: int
    came_along: int
    went_along: int
    closing: int

    @property
    def received(self) -> int:
        """Members who came from elsewhere: by themselves, or with their union."""
        return self.transferred_in + self.came_along

    @property
    def handed_over(self) -> int:
        """Members who went elsewhere: by themselves, or with their union."""
        return self.transferred_out + self.went_along

    @property
    def declared(self) -> int:
        """What is left: the members of unions that only declare totals."""
        gained = self.opened + self.admitted + self.received - self.lost - self.handed_over
        return self.closing - self.opening - gained


def bridge(unit: Unit, period: Period) -> Bridge:
    """Opening + admitted + received − left − handed over = closing, of a union and all under it."""
    period = period.until(today())
    flows = figures(unit, period, [BY_KEY[f"members.{name}"] for name in FLOWS])
    counted = {name: int(found.value or 0) for name, found in zip(FLOWS, flows, strict=True)}
    came, went = _along(unit, period)
    evening = period.first - timedelta(days=1)
    return Bridge(
        opening=_total(unit, Period.between(evening, evening)),
        closing=_total(unit, period),
        came_along=came,
        went_along=went,
        **counted,
    )


def _total(unit: Unit, period: Period) -> int:
    return int(figures(unit, period, [BY_KEY[TOTAL]])[0].value or 0)


def _along(unit: Unit, period: Period) -> tuple[int, int]:
    """How many members came under a union in these days with their unions, and how many left it so: what each had on
    the evening before."""
    first, last = period.first.toordinal(), period.last.toordinal()
    sums = "SELECT COALESCE(SUM(e.quantity), 0) FROM org_ancestry a JOIN org_unit u ON u.id = a.unit_id"
    sums += " JOIN ledger_entry e ON e.unit_id = a.unit_id AND e.indicator = %s"
    sums += " WHERE a.ancestor_id = %s AND a.unknown_at IS NULL"
    given = (BY_KEY[TOTAL].number, unit.pk)
    came = Text(
        f"{sums} AND a.from_on BETWEEN %s AND %s AND a.from_on > u.founded_on AND e.day < a.from_on",
        (*given, first, last),
    )
    went = Text(
        f"{sums} AND a.to_on BETWEEN %s AND %s AND a.to_on < %s AND e.day < a.to_on",
        (*given, first, last, FOREVER.toordinal()),
    )
    return int(run(came)[0][0]), int(run(went)[0][0])
