"""Questions about targets: the score sheet of a union and period, the target of a figure, what still runs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from congdoan.base.period import Period, today
from congdoan.base.words import decimal_text
from congdoan.ledger.indicator import Indicator
from congdoan.org.models import Unit

from . import goals, pace, results, rows
from .goals import Goal
from .models import Answer, Resolution, Share, Target
from .results import Day
from .rows import Row


@dataclass(frozen=True)
class Handed:
    """A target with what of it was handed down."""

    target: Target
    shares: Sequence[Share]

    @property
    def total(self) -> Decimal:
        return sum((share.value for share in self.shares), Decimal(0))

    @property
    def text(self) -> str:
        """ "giao 420, nghị quyết 400"."""
        return f"giao {decimal_text(self.total)}, nghị quyết {decimal_text(self.target.value)}"


def resolutions(unit: Unit, known_at: datetime | None = None) -> QuerySet[Resolution]:
    """The resolutions of a union, each with its days (`begins`, `ends`, the day after), the newest first."""
    standing = Resolution.objects.filter(as_known(known_at), unit=unit).select_related("term", "unit__kind")
    dated = standing.annotate(
        begins=Coalesce("term__from_on", "from_on"), ends=Coalesce("term__to_on", "to_on")
    )
    return dated.order_by("-begins", "ends", "-pk")


def covering(unit: Unit, period: Period, known_at: datetime | None = None) -> list[Resolution]:
    """Those a period is about: of exactly its days if there are any; else all whose days it shares, a year's first."""
    every = list(resolutions(unit, known_at))
    found = [one for one in every if one.period.overlaps(period)]
    exact = [one for one in found if (period.first, period.last) in ((one.first, one.last), one.planned)]
    return exact or sorted(found, key=lambda one: one.period.days)


def sheet(unit: Unit, period: Period, known_at: datetime | None = None) -> list[Row]:
    """Every target of the union's resolutions in the period, own ones first, judged on the period's last day."""
    found = covering(unit, period, known_at)
    order = {one.pk: at for at, one in enumerate(found)}
    own = [goals.own(target, target.resolution) for target in targets_of(found, known_at)]
    own.sort(key=lambda goal: order[goal.target.resolution_id])
    return judged(own, day_of(period, known_at))


def score_sheet(resolution: Resolution, known_at: datetime | None = None) -> list[Row]:
    """Every target of one resolution, judged on its last day, or today while it runs."""
    own = [goals.own(target, resolution) for target in targets_of([resolution], known_at)]
    return judged(own, day_of(resolution.period, known_at))


def assigned(unit: Unit, period: Period, known_at: datetime | None = None) -> list[Row]:
    """What unions above handed down to this one for the period, judged by its own figures."""
    shares = Share.objects.filter(as_known(known_at, "assignment__"), unit=unit, target__unmade=None)
    shares = shares.filter(target__resolution__unmade=None).select_related(
        "unit__kind", "assignment", "target__resolution__term", "target__resolution__unit"
    )
    last = {share.target_id: share for share in shares.order_by("assignment__signed_on", "pk")}
    handed = [goals.handed_down(share) for share in last.values()]
    return judged([g for g in handed if g.days.overlaps(period)], day_of(period, known_at))


def handed_down(resolution: Resolution) -> list[Handed]:
    """Each target that papers handed down, the sum of its shares beside its own value."""
    shares = standing_shares(resolution)
    by_target = {share.target: share.target for share in shares}
    return [Handed(target, [s for s in shares if s.target_id == target.pk]) for target in by_target]


def standing_shares(resolution: Resolution) -> list[Share]:
    """Who below is to reach what, by the last paper that says so."""
    rows = Share.objects.filter(
        assignment__resolution=resolution, assignment__unmade=None, target__unmade=None
    )
    rows = rows.select_related("unit", "target__resolution__term", "assignment")
    ordered = rows.order_by("assignment__signed_on", "assignment__pk", "target__position", "unit__name_key")
    return list({(share.target_id, share.unit_id): share for share in ordered}.values())


def running(unit: Unit, day: Day | None = None) -> list[Row]:
    """The targets that run on a day (today), for bars: a year's first, and what was handed down."""
    on = day.on if day else today()
    period = Period.between(on, on)
    found = [*sheet(unit, period), *assigned(unit, period)]
    return [row for row in found if row.goal.days.last >= on]


def by_indicator(unit: Unit, period: Period, known_at: datetime | None = None) -> dict[int, Row]:
    """The targets of a period beside its figures: by the indicator's number, those of all of it."""
    found = [row for row in sheet(unit, period, known_at) if row.goal.indicator]
    return {row.target.number: row for row in reversed(found) if not row.target.cut}


def target_of(unit: Unit, indicator: Indicator, period: Period) -> Row | None:
    """The target a figure is held against: of the resolution that fits the period best."""
    found = covering(unit, period)
    wanted = [t for t in targets_of(found) if t.number == indicator.number and not t.by_hand]
    if not wanted:
        return None
    nearest = min(wanted, key=lambda t: [one.pk for one in found].index(t.resolution_id))
    return judged([goals.own(nearest, nearest.resolution)], day_of(period, None))[0]


def targets_of(found: Iterable[Resolution], known_at: datetime | None = None) -> QuerySet[Target]:
    """The targets of resolutions as they stand, or stood at a moment."""
    chosen = Target.objects.filter(as_known(known_at), resolution__in=[one.pk for one in found])
    return chosen.select_related("resolution__term", "resolution__unit__kind")


def judged(wanted: Sequence[Goal], day: Day) -> list[Row]:
    """Goals with their results, verdicts and pace."""
    found, answers = results.read(wanted, day, pace.askings(wanted, day))
    answered = _answers(wanted, day)
    return [rows.row(goal, found[goal], answered.get(goal.target.pk), day, answers) for goal in wanted]


def day_of(period: Period, known_at: datetime | None) -> Day:
    """The day to which results of a period are taken."""
    known = timezone.localdate(known_at) if known_at else today()
    return Day(min(period.last, known, today()), known_at)


def as_known(known_at: datetime | None, of: str = "") -> Q:
    """What stands now, or stood at a moment."""
    if known_at is None:
        return Q(**{f"{of}unmade": None})
    later = Q(**{f"{of}unmade": None}) | Q(**{f"{of}unmade__at__gt": known_at})
    return Q(**{f"{of}made__at__lte": known_at}) & later


def _answers(wanted: Sequence[Goal], day: Day) -> dict[int, Answer]:
    """What was said by hand, the last of each target."""
    by_hand = [goal.target.pk for goal in wanted if goal.target.by_hand]
    if not by_hand:
        return {}
    said = Answer.objects.filter(as_known(day.known_at), target__in=by_hand, on__lte=day.on)
    return {answer.target_id: answer for answer in said.order_by("on", F("pk"))}
