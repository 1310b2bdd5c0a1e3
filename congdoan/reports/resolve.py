"""From a tag to its answer: the figure it asks for, of the report's union, in the report's or another period."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from congdoan.base import words
from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger import breakdowns, cuts
from congdoan.ledger.figures import Figure, asked_for, figures
from congdoan.ledger.indicator import Indicator, find
from congdoan.ledger.origins import RECORD as RECORD_ORIGIN
from congdoan.org.models import Unit
from congdoan.records import estimates
from congdoan.records.record import Record

from .answers import Answer, Row
from .comparing import Earlier, earlier
from .goals import Goals
from .questions import APART, href, note, period_of, question_key, so_far
from .tags import CHANGE, CHART, SHEET, TABLE, TARGET, Tag
from .vocabulary import MONTH, RECORD, UNIT

NAMED, MOST_LINES = 5, 1000  # records named in a sentence, lines read for them
_Group = tuple[Period, str, tuple[tuple[str, str], ...]]  # what one pass over the book can answer together


@dataclass
class Live:
    """Answers from the ledger, as known at a moment (now, if none); with a `tree`, history laid over the tree of that day.
    Remembers every question it was asked."""

    unit: Unit
    period: Period
    known_at: datetime | None = None
    tree: date | None = None
    asked: dict[str, tuple[Tag, Answer]] = field(default_factory=dict)
    _ready: dict[tuple[str, _Group], Figure] = field(default_factory=dict)
    _estimates: dict[_Group, dict[str, int]] = field(default_factory=dict)
    _before: dict[Period, Earlier | None] = field(default_factory=dict)

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
            href=self._href(indicator, self.unit, period, tag.scope, dict(tag.where)),
        )
        if tag.kind == TARGET:
            return replace(answer, told=self.goals.told(indicator))
        if tag.kind == CHANGE:
            return self._compared(answer, indicator, tag)
        return replace(answer, rows=self._rows(indicator, period, tag)) if tag.kind in APART else answer

    def _groups(self, tag: Tag) -> list[_Group]:
        found = self._earlier(tag) if tag.kind == CHANGE else None
        return [self._own(tag), found[0]] if found else [self._own(tag)]

    def _own(self, tag: Tag) -> _Group:
        return period_of(tag, self.period), tag.scope, tag.where

    def _earlier(self, tag: Tag) -> tuple[_Group, str] | None:
        """What a tag's figure is compared with, and the name of those days."""
        period = period_of(tag, self.period)
        if period not in self._before:
            self._before[period] = earlier(self.unit, period, self.known_at)
        found = self._before[period]
        return ((found[0], tag.scope, tag.where), found[1]) if found else None

    def _compared(self, answer: Answer, indicator: Indicator, tag: Tag) -> Answer:
        found = self._earlier(tag)
        if found is None:
            return answer
        return replace(answer, previous=self._figure(indicator, found[0]).value, against=found[1])

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
        how = {"scope": scope, "where": dict(where), "known_at": self.known_at, "tree": self.tree}
        found = figures(self.unit, period, indicators, **how)  # type: ignore[arg-type]
        self._ready |= {(figure.indicator.code, group): figure for figure in found}
        if not where:
            days = so_far(period, self.known_at)
            guessed = estimates.expected(self.unit, days, indicators, self.known_at, scope)
            self._estimates[group] = self._estimates.get(group, {}) | guessed

    def _rows(self, indicator: Indicator, period: Period, tag: Tag) -> tuple[Row, ...]:
        by = tag.by or (UNIT if tag.kind in (TABLE, CHART) else "")
        how = {"scope": tag.scope, "where": dict(tag.where), "known_at": self.known_at, "tree_on": self.tree}
        asked = asked_for(self.unit, period, indicator, **how)
        if by == UNIT:
            return self._by_unit(breakdowns.by_unit(indicator, asked), indicator, period, tag)
        if by == MONTH:
            return self._by_month(indicator, asked, how)
        if by == RECORD:
            return tuple(self._by_record(indicator, asked))
        values = breakdowns.by_cut(indicator, asked, by)
        ordered = [*cuts.VALUES.get(by, {}), ""]
        known = sorted(values, key=lambda v: ordered.index(v) if v in ordered else len(ordered))
        return tuple(self._by_value(indicator, period, tag, value, values[value]) for value in known)

    def _by_value(self, indicator: Indicator, period: Period, tag: Tag, value: str, came_to: int) -> Row:
        """One value of a breakdown; what doesn't say has no page of its own and leads to the whole."""
        where = {**dict(tag.where), **({tag.by: value} if value else {})}
        label = cuts.label(tag.by, value) if value else "không ghi rõ"
        return Row(value or "-", label, came_to, self._href(indicator, self.unit, period, tag.scope, where))

    def _by_unit(
        self, values: Mapping[int, int], indicator: Indicator, period: Period, tag: Tag
    ) -> tuple[Row, ...]:
        """One child union a row, with all that stands under it; the union itself, with its own."""
        where = dict(tag.where)
        units = Unit.objects.filter(pk__in=values).order_by("name_key")
        scopes = {unit.pk: "own" if unit.pk == self.unit.pk else "all" for unit in units}
        return tuple(
            Row(u.code, u.name, values[u.pk], self._href(indicator, u, period, scopes[u.pk], where))
            for u in units
        )

    def _href(
        self, indicator: Indicator, unit: Unit, period: Period, scope: str, where: Mapping[str, str]
    ) -> str:
        return href(indicator, unit, period, scope, where, self.tree)

    def _by_record(self, indicator: Indicator, asked: Any) -> Iterator[Row]:
        """What was done, by name, the earliest first; beyond a few, how many more."""
        came_to: dict[int, int] = {}
        for line in breakdowns.lines(indicator, asked, limit=MOST_LINES):
            if line.origin == RECORD_ORIGIN:
                came_to[line.source] = came_to.get(line.source, 0) + int(line.quantity)
        records = Record.objects.in_bulk(came_to)
        done = sorted(records.values(), key=lambda record: (record.happened_on, record.pk))
        for record in done[:NAMED]:
            yield Row(str(record.uid), record.title.partition(": ")[0], came_to[record.pk])
        if more := sum(came_to[record.pk] for record in done[NAMED:]):
            yield Row("-", f"{words.small(more)} {indicator.counts_in} khác", more)

    def _by_month(self, indicator: Indicator, asked: Any, how: Mapping[str, Any]) -> tuple[Row, ...]:
        now = breakdowns.by_month(indicator, asked)
        a_year_ago = asked_for(self.unit, asked.period.year_before(), indicator, **how)
        before = [value for _, value in breakdowns.by_month(indicator, a_year_ago)]
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
