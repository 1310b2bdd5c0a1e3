"""From a tag to its answer: the figure it asks for, of the report's union, in the report's or another period."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from congdoan.base.period import Period
from congdoan.ledger import breakdowns, cuts
from congdoan.ledger.figures import Figure, asked_for, figure
from congdoan.ledger.indicator import Indicator, find
from congdoan.org.models import Unit

from .answers import Answer, Number, Row
from .tags import CHANGE, CHART, LIST, SAME_PERIOD, TABLE, YEAR_BEFORE, Tag
from .vocabulary import MONTH, UNIT

SCOPE_NOTES = {"own": "riêng cấp này", "below": "các cấp dưới", "all": ""}


def period_of(tag: Tag, period: Period) -> Period:
    """The period a tag asks for, in a report about `period`."""
    if tag.period == YEAR_BEFORE:
        return Period.parse(str(period.year - 1))
    if tag.period == SAME_PERIOD:
        return period.year_before()
    return Period.parse(tag.period) if tag.period else period


@dataclass
class Live:
    """Answers from the ledger, as known at a moment (now, if none). Remembers every question it was asked."""

    unit: Unit
    period: Period
    known_at: datetime | None = None
    asked: dict[str, tuple[Tag, Answer]] = field(default_factory=dict)

    def __call__(self, tag: Tag) -> Answer:
        key = question_key(tag)
        if key not in self.asked:
            self.asked[key] = (tag, self._answer(tag))
        return self.asked[key][1]

    def _answer(self, tag: Tag) -> Answer:
        indicator, period = find(tag.code), period_of(tag, self.period)
        found = self._figure(indicator, period, tag)
        answer = Answer(
            code=indicator.code,
            label=indicator.name,
            counts_in=indicator.counts_in,
            value=found.value,
            definition=indicator.definition,
            num=found.num,
            den=found.den,
            entries=found.entries,
            note=self._note(tag, period),
            href=href(indicator, self.unit, period, tag),
        )
        if tag.kind == CHANGE:
            answer = replace(answer, previous=self._figure(indicator, period.year_before(), tag).value)
        return (
            replace(answer, rows=self._rows(indicator, period, tag))
            if tag.kind in (LIST, TABLE, CHART)
            else answer
        )

    def _figure(self, indicator: Indicator, period: Period, tag: Tag) -> Figure:
        return figure(
            indicator, self.unit, period, scope=tag.scope, where=dict(tag.where), known_at=self.known_at
        )

    def _rows(self, indicator: Indicator, period: Period, tag: Tag) -> tuple[Row, ...]:
        by = tag.by or (UNIT if tag.kind in (TABLE, CHART) else "")
        how = {"scope": tag.scope, "where": dict(tag.where), "known_at": self.known_at}
        asked = asked_for(self.unit, period, indicator, **how)
        if by == UNIT:
            return self._by_unit(breakdowns.by_unit(indicator, asked), indicator, period)
        if by == MONTH:
            return self._by_month(indicator, asked, how)
        values = breakdowns.by_cut(indicator, asked, by)
        ordered = [*cuts.VALUES.get(by, {}), ""]
        known = sorted(values, key=lambda v: ordered.index(v) if v in ordered else len(ordered))
        return tuple(Row(v or "-", cuts.label(by, v) if v else "không ghi rõ", values[v]) for v in known)

    def _by_unit(self, values: Mapping[int, int], indicator: Indicator, period: Period) -> tuple[Row, ...]:
        units = Unit.objects.filter(pk__in=values).order_by("name_key")
        return tuple(Row(u.code, u.name, values[u.pk], href(indicator, u, period)) for u in units)

    def _by_month(self, indicator: Indicator, asked: Any, how: Mapping[str, Any]) -> tuple[Row, ...]:
        now = breakdowns.by_month(indicator, asked)
        before = breakdowns.by_month(
            indicator, asked_for(self.unit, asked.period.year_before(), indicator, **how)
        )
        pairs = zip(now, [*before, *[(None, None)] * len(now)], strict=False)
        return tuple(Row(m.code, f"T{m.first.month}", v, previous=old) for (m, v), (_, old) in pairs)

    def _note(self, tag: Tag, period: Period) -> str:
        said = [SCOPE_NOTES[tag.scope], period.label() if period != self.period else ""]
        said += [f"{cuts.DIMENSIONS[k]}: {cuts.label(k, v)}" for k, v in tag.where]
        return "; ".join(part for part in said if part)


@dataclass(frozen=True)
class Frozen:
    """Answers as they were when the figures were fixed."""

    answers: Mapping[str, Answer]

    def __call__(self, tag: Tag) -> Answer:
        return self.answers[question_key(tag)]


def question_key(tag: Tag) -> str:
    """What is asked, in one line: two tags that ask the same have the same one."""
    special = tag.kind if tag.kind in (CHANGE, LIST, TABLE, CHART) else "figure"
    where = ";".join(f"{k}={v}" for k, v in tag.where)
    return "|".join((special, tag.code, tag.period, tag.scope, where, tag.by))


def href(indicator: Indicator, unit: Unit, period: Period, tag: Tag | None = None) -> str:
    """The path of a figure's page."""
    query = f"?cd={unit.code}&ky={period.code}"
    if tag and tag.scope != "all":
        query += f"&pham-vi={tag.scope}"
    return f"/so-lieu/{indicator.code}{query}" + "".join(
        f"&loc={k}={v}" for k, v in (tag.where if tag else ())
    )


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer as it is kept. Percents as text, exact."""
    return json.loads(json.dumps(asdict(answer), default=_plain))  # type: ignore[no-any-return]


def from_json(kept: Mapping[str, Any]) -> Answer:
    """The answer that was kept."""
    rows = tuple(
        Row(**{**row, "value": number(row["value"]), "previous": number(row["previous"])})
        for row in kept["rows"]
    )
    values = {"value": number(kept["value"]), "previous": number(kept["previous"]), "rows": rows}
    return Answer(**{**kept, **values})


def number(kept: Any) -> Number | None:
    """A whole number, or a percent kept as text."""
    return Decimal(kept) if isinstance(kept, str) else kept


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
