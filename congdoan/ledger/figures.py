"""A figure: an indicator, for a union and what stood under it, in a period. Never typed, always worked out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from congdoan.base.period import Period, today
from congdoan.base.words import percent
from congdoan.org.models import Unit

from . import counts, shares
from .counts import Count
from .indicator import BY_KEY, Indicator, shown
from .sql import Asked, anybody


@dataclass(frozen=True)
class Figure:
    """The answer, whole, with what was asked.

    `value` is None where nothing draws the indicator or nobody could report, and 0 where it is drawn and there was
    none. A ratio's value is a percent to two decimals, with `num` and `den` beside it; money is whole đồng.
    `entries` counts the live lines under it; `declared` is what of it comes from declarations of totals, for people
    and unions counted once. `grades` is filled for a distribution.
    """

    indicator: Indicator
    unit: Unit
    asked: Asked
    value: int | Decimal | None
    entries: int = 0
    num: int | None = None
    den: int | None = None
    declared: int = 0
    grades: Mapping[str, int] | None = None

    @property
    def period(self) -> Period:
        return self.asked.period


def figures(
    unit: Unit,
    period: Period,
    indicators: Iterable[Indicator] | None = None,
    *,
    scope: str = "all",
    tree: date | None = None,
    known_at: datetime | None = None,
    where: Mapping[str, str] | None = None,
) -> list[Figure]:
    """The figures of a union in a period, in the order asked; all of the catalogue if none are named.

    `scope`: `own` (what the union did itself), `below`, `all`. `tree`: empty for *then*, a day for *now*. A period not
    yet over ends today; an indicator of the year, asked for longer, answers for the last full year in it.
    """
    wanted = list(shown() if indicators is None else indicators)
    asked = _so_far(Asked(unit.pk, period, scope, tree, known_at, where or {}))
    answers: dict[int, Figure] = {}
    for stretch, group in _by_stretch(wanted, asked):
        answers |= _answer(unit, stretch, group)
    return [answers[indicator.number] for indicator in wanted]


def figure(indicator: Indicator, unit: Unit, period: Period, **how: object) -> Figure:
    """One figure; the arguments of `figures`."""
    return figures(unit, period, [indicator], **how)[0]  # type: ignore[arg-type]


def asked_for(unit: Unit, period: Period, indicator: Indicator, **how: object) -> Asked:
    """What a figure of this indicator is really asked for: the period cut at today, the year of a yearly one."""
    asked = _so_far(Asked(unit.pk, period, **how))  # type: ignore[arg-type]
    return replace(asked, period=days(indicator, asked.period))


def days(indicator: Indicator, period: Period) -> Period:
    """The days an indicator answers for: the last full year of a yearly one, the evening before where it opens."""
    if indicator.opens:
        return period.eve()
    return period.last_full_year() if indicator.yearly else period


def remade(indicator: Indicator, top: int, bottom: int) -> int | Decimal | None:
    """A ratio or a mean, from its parts."""
    return _rounded(top, bottom) if indicator.adds == "mean" else percent(top, bottom)


def _answer(unit: Unit, asked: Asked, group: Sequence[Indicator]) -> dict[int, Figure]:
    needed = {i.number: i for i in group} | {i.number: i for i in _parts(group)}
    tally = counts.counts(asked, list(needed.values()))
    tally |= shares.shares(asked, [i for i in group if shares.is_share(i)])
    reportable = _somebody(asked, group, tally)
    return {i.number: _figure(i, unit, asked, tally, reportable) for i in group}


def _somebody(asked: Asked, group: Sequence[Indicator], tally: Mapping[int, Count]) -> bool:
    """Whether anybody could report: a flow that has come shows it without asking the tree."""
    flows = (tally.get(i.number) for i in group if i.adds == "sum" and not i.stock)
    return any(count and count.entries for count in flows) or anybody(asked)


def _figure(
    indicator: Indicator, unit: Unit, asked: Asked, tally: Mapping[int, Count], reportable: bool
) -> Figure:
    blank = Figure(indicator, unit, asked, None)
    if not reportable:
        return blank
    if indicator.adds in ("ratio", "mean"):
        return _ratio(blank, tally)
    count = tally.get(indicator.number)
    if count is None:
        return replace(blank, value=0)
    value, entries = count.value, count.entries
    return Figure(indicator, unit, asked, value, entries, declared=count.declared, grades=count.grades)


def _ratio(blank: Figure, tally: Mapping[int, Count]) -> Figure:
    indicator = blank.indicator
    share = tally.get(indicator.number)
    num, den = (
        (share.num, share.den)
        if share
        else (tally.get(BY_KEY[k].number) for k in (indicator.num, indicator.den))
    )
    if den is None or not den.value:
        return blank
    top = num.value if num else 0
    value = remade(indicator, top, den.value)
    return replace(blank, value=value, num=top, den=den.value, entries=num.entries if num else 0)


def _rounded(top: int, bottom: int) -> int:
    """Whole đồng, half up."""
    return (2 * top + bottom) // (2 * bottom)


def _parts(group: Iterable[Indicator]) -> list[Indicator]:
    """The parts of the plain ratios in the group."""
    ratios = [i for i in group if i.adds in ("ratio", "mean") and not shares.is_share(i)]
    return [BY_KEY[key] for i in ratios for key in (i.num, i.den)]


def _so_far(asked: Asked) -> Asked:
    """A period not yet over ends today; asked as known at a moment, it ends on that day."""
    day = timezone.localdate(asked.known_at) if asked.known_at else today()
    return replace(asked, period=asked.period.until(min(day, today())))


def _by_stretch(wanted: Sequence[Indicator], asked: Asked) -> list[tuple[Asked, list[Indicator]]]:
    """Those asked for other days apart: the year's of a longer period, those asked for the evening before it."""
    groups: dict[str, tuple[Asked, list[Indicator]]] = {asked.period.code: (asked, [])}
    for indicator in wanted:
        stretch = replace(asked, period=days(indicator, asked.period))
        groups.setdefault(stretch.period.code, (stretch, []))[1].append(indicator)
    return list(groups.values())
