"""Who was inspected and who is left: each union under a superior, and why it should come first.

What makes a union come first is data (`RISKS`): a reason, its weight, and what it is measured by.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count

from congdoan.base.period import Period
from congdoan.base.words import short_money, small
from congdoan.ledger import breakdowns
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import BY_KEY
from congdoan.org.followers import followers, left_to
from congdoan.org.models import Unit
from congdoan.org.queries import children
from congdoan.records.inspections import Demand, Inspection

from .progress import visits_of
from .queries import open_ones

NEVER, NOT_IN_TERM, LONG_AGO, OPEN_FINDINGS, MONEY, LATE_REPORTS = 50, 30, 15, 10, 10, 10  # weights
LONG = timedelta(days=730)
MUCH = 100_000_000  # đồng in the days asked for
CARE = ("care.visit_money", "care.tet_money")
DUE, ON_TIME = "digital.reports_due", "digital.reports_on_time"


@dataclass(frozen=True)
class Covered:
    """A union under the superior: how often and when last inspected, and the reasons to go there, each with its weight."""

    union: Unit
    times: int
    last_on: date | None
    reasons: list[tuple[str, int]] = field(default_factory=list)

    @property
    def risk(self) -> int:
        return sum(weight for _, weight in self.reasons)


@dataclass(frozen=True)
class Known:
    """What is known of all of them, by the union's number."""

    last_on: Mapping[int, date]
    times: Mapping[int, int]
    open_findings: Mapping[int, int]
    money: Mapping[int, int]
    late_reports: Mapping[int, int]


def coverage(unit: Unit, first: date, last: date, day: date) -> list[Covered]:
    """Each union directly under `unit` on the day; who should come first comes first. `first` and `last`: the term."""
    known = _known(unit, first, min(last, day), day)
    found = [_covered(union, known, day) for union in children(unit, day)]
    return sorted(found, key=lambda one: (-one.risk, one.union.name_key))


def left(found: list[Covered]) -> list[Covered]:
    """Of these, who was not inspected in the term."""
    return [one for one in found if not one.times]


def _covered(union: Unit, known: Known, day: date) -> Covered:
    last_on, times = known.last_on.get(union.pk), known.times.get(union.pk, 0)
    said = [_when(last_on, times, day)]
    if count := known.open_findings.get(union.pk):
        said.append((f"{small(count)} kiến nghị chưa khắc phục", OPEN_FINDINGS * min(count, 3)))
    if (money := known.money.get(union.pk, 0)) >= MUCH:
        said.append((f"đã chi {short_money(money)}", MONEY))
    if late := known.late_reports.get(union.pk, 0):
        said.append((f"{small(late)} báo cáo chậm", LATE_REPORTS))
    return Covered(union, times, last_on, [(reason, weight) for reason, weight in said if weight])


def _when(last_on: date | None, times: int, day: date) -> tuple[str, int]:
    if last_on is None:
        return "chưa kiểm tra lần nào", NEVER
    long_ago = LONG_AGO if day - last_on > LONG else 0
    if not times:
        return f"nhiệm kỳ này chưa kiểm tra, lần cuối {last_on:%d/%m/%Y}", NOT_IN_TERM + long_ago
    return f"lần cuối đã lâu, {last_on:%d/%m/%Y}", long_ago


def _known(unit: Unit, first: date, last: date, day: date) -> Known:
    rows = Inspection.objects.filter(unit=unit, withdrawn=False, level="lower", happened_on__lte=day)
    visits = visits_of(list(rows.order_by("happened_on")))
    period = Period.between(first, max(first, last))
    due, on_time = (_by_union(unit, key, period) for key in (DUE, ON_TIME))
    return Known(
        {visit.union: visit.on for visit in visits},
        Counter(visit.union for visit in visits if first <= visit.on <= last),
        _open_findings(unit, day),
        _money(unit, period),
        {union: n - on_time.get(union, 0) for union, n in due.items()},
    )


def _open_findings(unit: Unit, day: date) -> Counter[int]:
    """How many each union has still to mend; those of a union that ended are whoever goes on's."""
    rows = Demand.objects.filter(record__unit__in=left_to([unit.pk], day), record__withdrawn=False)
    many: dict[int, int] = dict(open_ones(rows).order_by().values_list("union").annotate(n=Count("pk")))
    found, now = Counter[int](), followers(many, day)
    for union, count in many.items():
        found[now.get(union, union)] += count
    return found


def _money(unit: Unit, period: Period) -> dict[int, int]:
    """What each union spent as its books say, or at least what it gave in care."""
    books = Counter(_by_union(unit, "finance.spending", period))
    return dict(books | sum((Counter(_by_union(unit, key, period)) for key in CARE), Counter()))


def _by_union(unit: Unit, key: str, period: Period) -> dict[int, int]:
    indicator = BY_KEY[key]
    return breakdowns.by_unit(indicator, asked_for(unit, period, indicator))
