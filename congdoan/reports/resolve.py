"""From a tag to its answer: the figure it asks for, of the report's union, in the report's or another period."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger import breakdowns, cuts
from congdoan.ledger.figures import Figure, asked_for, figures
from congdoan.ledger.indicator import Indicator, find
from congdoan.org.models import Unit
from congdoan.records import estimates

from .answers import Answer, Row
from .goals import Goals
from .questions import APART, href, note, period_of, question_key, so_far
from .tags import CHANGE, CHART, SHEET, TABLE, TARGET, Tag
from .vocabulary import MONTH, UNIT

LONGEST_COMPARED = 366  # days
_Group = tuple[Period, str, tuple[tuple[str, str], ...]]  # what one pass over the book can answer together


@dataclass
class Live:
    """Answers from the ledger, as known at a moment (now, if none). Remembers every question it was asked."""

    unit: Unit
    period: Period
    known_at: datetime | None = None
    asked: dict[str, tuple[Tag, Answer]] = field(default_factory=dict)
    _ready: dict[tuple[str, _Group], Figure] = field(default_factory=dict)
    _estimates: dict[_Group, dict[str, int]] = field(default_factory=dict)

    @cached_property
    def goals(self) -> Goals:
        """The targets of the union in the report's days."""
        return Goals(self.unit, self.period, self.known_at)

    def __call__(self, tag: Tag) -> Answer:
        key = question_key(tag)
        if key not in self.asked:
            self.asked[key] = (tag, self._answer(tag))
        return self.asked[key][1]

    def ahead(self, tags: Iterable[Tag]) -> "Live":
        """Work out the figures of all these tags, one pass for all of a period, scope and filter; returns itself."""
        groups: dict[_Group, dict[str, Indicator]] = defaultdict(dict)
        for tag in tags:
            for group in self._groups(tag) if tag.codes and tag.kind != SHEET else ():
                groups[group] |= {code: find(code) for code in tag.codes}
        for group, indicators in groups.items():
            self._work_out(group, indicators.values())
        return self

    def before(self, tag: Tag) -> Figure:
        """A tag's figure a year earlier; of a period not yet over, up to the same day."""
        return self._figure(find(tag.code), self._earlier(tag))

    def _answer(self, tag: Tag) -> Answer:
        if tag.kind == SHEET:
            return self.goals.sheet(tag)
        indicator, period = find(tag.code), period_of(tag, self.period)
        found = self._figure(indicator, self._own(tag))
        answer = Answer(
            code=indicator.code,
            label=indicator.name,
            counts_in=indicator.counts_in,
            value=found.value,
            definition=indicator.definition,
            num=found.num,
            den=found.den,
            entries=found.entries,
            expected=self._expected(indicator, self._own(tag)),
            note=note(tag, self.period),
            href=href(indicator, self.unit, period, tag.scope, dict(tag.where)),
        )
        if tag.kind == TARGET:
            return replace(answer, told=self.goals.told(indicator))
        if tag.kind == CHANGE:
            overlaps = period.days > LONGEST_COMPARED  # years that overlap the year before tell nothing
            return answer if overlaps else replace(answer, previous=self.before(tag).value)
        return replace(answer, rows=self._rows(indicator, period, tag)) if tag.kind in APART else answer

    def _groups(self, tag: Tag) -> list[_Group]:
        return [self._own(tag), self._earlier(tag)] if tag.kind == CHANGE else [self._own(tag)]

    def _own(self, tag: Tag) -> _Group:
        return period_of(tag, self.period), tag.scope, tag.where

    def _earlier(self, tag: Tag) -> _Group:
        return so_far(period_of(tag, self.period), self.known_at).year_before(), tag.scope, tag.where

    def _figure(self, indicator: Indicator, group: _Group) -> Figure:
        if (indicator.code, group) not in self._ready:
            self._work_out(group, [indicator])
        return self._ready[indicator.code, group]

    def _expected(self, indicator: Indicator, group: _Group) -> int:
        """How much of a figure, or of a part of a ratio, is only an estimate yet."""
        found = self._estimates.get(group, {})
        return next((found[key] for key in (indicator.key, indicator.num, indicator.den) if key in found), 0)

    def _work_out(self, group: _Group, indicators: Collection[Indicator]) -> None:
        period, scope, where = group
        found = figures(self.unit, period, indicators, scope=scope, where=dict(where), known_at=self.known_at)
        self._ready |= {(figure.indicator.code, group): figure for figure in found}
        if not where:
            days = so_far(period, self.known_at)
            guessed = estimates.expected(self.unit, days, indicators, self.known_at, scope)
            self._estimates[group] = self._estimates.get(group, {}) | guessed

    def _rows(self, indicator: Indicator, period: Period, tag: Tag) -> tuple[Row, ...]:
        by = tag.by or (UNIT if tag.kind in (TABLE, CHART) else "")
        how = {"scope": tag.scope, "where": dict(tag.where), "known_at": self.known_at}
        asked = asked_for(self.unit, period, indicator, **how)
        if by == UNIT:
            return self._by_unit(breakdowns.by_unit(indicator, asked), indicator, period, tag)
        if by == MONTH:
            return self._by_month(indicator, asked, how)
        values = breakdowns.by_cut(indicator, asked, by)
        ordered = [*cuts.VALUES.get(by, {}), ""]
        known = sorted(values, key=lambda v: ordered.index(v) if v in ordered else len(ordered))
        return tuple(self._by_value(indicator, period, tag, value, values[value]) for value in known)

    def _by_value(self, indicator: Indicator, period: Period, tag: Tag, value: str, came_to: int) -> Row:
        """One value of a breakdown; what doesn't say has no page of its own and leads to the whole."""
        where = {**dict(tag.where), **({tag.by: value} if value else {})}
        label = cuts.label(tag.by, value) if value else "không ghi rõ"
        return Row(value or "-", label, came_to, href(indicator, self.unit, period, tag.scope, where))

    def _by_unit(
        self, values: Mapping[int, int], indicator: Indicator, period: Period, tag: Tag
    ) -> tuple[Row, ...]:
        """One child union a row, with all that stands under it; the union itself, with its own."""
        where = dict(tag.where)
        units = Unit.objects.filter(pk__in=values).order_by("name_key")
        scopes = {unit.pk: "own" if unit.pk == self.unit.pk else "all" for unit in units}
        return tuple(
            Row(u.code, u.name, values[u.pk], href(indicator, u, period, scopes[u.pk], where)) for u in units
        )

    def _by_month(self, indicator: Indicator, asked: Any, how: Mapping[str, Any]) -> tuple[Row, ...]:
        now = breakdowns.by_month(indicator, asked)
        earlier = asked_for(self.unit, asked.period.year_before(), indicator, **how)
        before = [value for _, value in breakdowns.by_month(indicator, earlier)]
        before += [None] * len(now)  # type: ignore[list-item]
        pairs = zip(now, before, strict=False)
        return tuple(Row(m.code, f"T{m.first.month}", v, previous=old) for (m, v), old in pairs)


@dataclass(frozen=True)
class Frozen:
    """Answers as they were when the figures were fixed."""

    answers: Mapping[str, Answer]

    def __call__(self, tag: Tag) -> Answer:
        if (key := question_key(tag)) in self.answers:
            return self.answers[key]
        raise Refused(f"Số liệu đã chốt không có câu hỏi {tag.source}; hãy bỏ chốt rồi chốt lại.")
