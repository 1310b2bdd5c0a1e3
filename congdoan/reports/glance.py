"""One figure at a glance, where a report prints it; and the reports that printed a figure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from congdoan.base import words
from congdoan.base.period import Period
from congdoan.ledger import cuts, shares
from congdoan.ledger.figures import Figure, figure
from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.org.models import Employer, Unit

from . import formats
from .answers import Answer
from .comparing import earlier
from .kept import from_json
from .models import Answered, Report
from .questions import SCOPES, from_kept, href, period_of

NAMED = 8  # of those missing
PRINTED_SHOWN = 10


@dataclass(frozen=True)
class Asked:
    """What a chip stands for."""

    indicator: Indicator
    unit: Unit
    period: Period
    scope: str
    where: Mapping[str, str]

    @property
    def told(self) -> str:
        """Of whom, of when, and of what part: "… tỉnh Lào Cai (riêng cấp này), 6 tháng đầu năm 2024; Giải: Nhất"."""
        scope = f" ({SCOPES[self.scope]})" if SCOPES[self.scope] else ""
        label = self.period.label()
        parts = [f"{cuts.DIMENSIONS[key]}: {cuts.label(key, value)}" for key, value in self.where.items()]
        return "; ".join([f"{self.unit.name}{scope}, {label[:1].lower()}{label[1:]}", *parts])


@dataclass(frozen=True)
class Glance:
    """What is told of it. `fixed` is what the report was fixed with, if it was; `now` what the book says today."""

    asked: Asked
    now: str
    against: str
    before: str
    change: str
    entries: int
    fixed: str
    missing: tuple[str, ...]
    missing_more: int
    href: str


def glance(report: Report, asked: Asked, ref: str = "") -> Glance:
    """The figure now, a year before, and as it was fixed."""
    now = _figure(asked, asked.period)
    missing = _missing(now)
    return Glance(
        asked,
        formats.whole(_answer(now)),
        *_before(asked, now),
        now.entries,
        _fixed(report, ref),
        tuple(missing[:NAMED]),
        max(0, len(missing) - NAMED),
        href(asked.indicator, asked.unit, asked.period, asked.scope, asked.where),
    )


def printed_in(
    unit: Unit, indicator: Indicator, period: Period, scope: str, where: Mapping[str, str]
) -> list[tuple[Report, str]]:
    """The reports of a union that printed this figure of these days, and what they printed, newest first."""
    rows = Answered.objects.filter(report__unit=unit, code=indicator.code).exclude(ref="")
    found: dict[int, tuple[Report, str]] = {}
    for row in rows.select_related("report").order_by("-report__frozen_at", "pk"):
        tag = from_kept(row.question)
        days = period_of(tag, Period.parse(row.report.period))
        same = (tag.scope, dict(tag.where)) == (scope, dict(where)) and days.code == period.code
        if same:
            found.setdefault(row.report.pk, (row.report, formats.whole(from_json(row.answer))))
    return list(found.values())[:PRINTED_SHOWN]


def _figure(asked: Asked, period: Period) -> Figure:
    return figure(asked.indicator, asked.unit, period, scope=asked.scope, where=asked.where)


def _answer(found: Figure) -> Answer:
    i = found.indicator
    return Answer(i.code, i.name, i.counts_in, found.value, num=found.num, den=found.den)


def _before(asked: Asked, now: Figure) -> tuple[str, str, str]:
    """The name of the days it is compared with, what it was then, how it has moved; empty where nothing is known."""
    found = earlier(asked.unit, asked.period, None)
    if found is None:
        return "", "", ""
    before = _figure(asked, found[0])
    was = formats.whole(_answer(before)) if before.value is not None else ""
    moved = replace(_answer(now), previous=before.value, against=found[1])
    return words.capital_first(found[1]), was, formats.move(moved)


def _fixed(report: Report, ref: str) -> str:
    """What the report was fixed with under a short code, or under a part of one."""
    base, _, part = ref.partition("@")
    answers = (
        [from_json(row.answer) for row in report.answers.filter(ref=base).order_by("pk")] if base else []
    )
    if not part:
        return formats.whole(answers[0]) if answers else ""
    rows = [(answer, row) for answer in answers for row in answer.rows if row.key.startswith(part)]
    return next((f"{formats.exact(answer, row.value)} {answer.counts_in}" for answer, row in rows), "")


def _missing(found: Figure) -> list[str]:
    """Names of those who have not done it yet, of a share of unions or employers."""
    if not shares.names_missing(found.indicator) or found.num == found.den:
        return []
    numbers = shares.missing(found.asked, found.indicator)
    model: type[Unit] | type[Employer] = Unit if BY_KEY[found.indicator.den].subject == "unit" else Employer
    return list(
        model._default_manager.filter(pk__in=numbers).order_by("name_key").values_list("name", flat=True)
    )
