"""What a tag asks of the ledger, apart from how it is printed: its period, its key, how it is kept, its figure's page."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from congdoan.base.period import Period, today
from congdoan.ledger import cuts
from congdoan.ledger.indicator import Indicator
from congdoan.org.models import Unit

from .tags import CHANGE, CHART, FIGURE, LIST, SAME_PERIOD, SHEET, TABLE, TARGET, YEAR_BEFORE, Tag

APART = (LIST, TABLE, CHART)  # what takes a figure apart
SPECIAL = (CHANGE, TARGET, SHEET, *APART)  # what asks for more than the figure itself
SCOPES = {"own": "riêng cấp này", "below": "các cấp dưới", "all": ""}


def period_of(tag: Tag, period: Period) -> Period:
    """The period a tag asks for, in a report about `period`."""
    if tag.period == YEAR_BEFORE:
        return Period.parse(str(period.year - 1))
    if tag.period == SAME_PERIOD:
        return period.year_before()
    return Period.parse(tag.period) if tag.period else period


def so_far(period: Period, known_at: datetime | None) -> Period:
    """The days of a period that can have figures: those that have come by today, or by the moment asked for."""
    return period.until(min(timezone.localdate(known_at), today()) if known_at else today())


def question_key(tag: Tag) -> str:
    """What is asked, in one line: two tags that ask the same have the same one."""
    special = tag.kind if tag.kind in SPECIAL else FIGURE
    where = ";".join(f"{k}={v}" for k, v in tag.where)
    return "|".join((special, tag.code, tag.period, tag.scope, where, tag.by))


def as_kept(tag: Tag) -> dict[str, Any]:
    """A question as it is kept beside its answer: what later versions need to ask it again."""
    return {
        "kind": tag.kind if tag.kind in SPECIAL else FIGURE,
        "code": tag.code,
        "period": tag.period,
        "scope": tag.scope,
        "where": dict(tag.where),
        "by": tag.by,
    }


def from_kept(kept: Mapping[str, Any]) -> Tag:
    """The question that was kept."""
    return Tag(
        kept["kind"],
        codes=(kept["code"],),
        period=kept["period"],
        scope=kept["scope"],
        where=tuple(kept["where"].items()),
        by=kept["by"],
    )


def note(tag: Tag, period: Period) -> str:
    """In words, what sets a question apart from the report's own period and whole."""
    asked = period_of(tag, period)
    said = [SCOPES[tag.scope], asked.label() if asked != period else ""]
    said += [f"{cuts.DIMENSIONS[key]}: {cuts.label(key, value)}" for key, value in tag.where]
    return "; ".join(part for part in said if part)


def href(
    indicator: Indicator,
    unit: Unit,
    period: Period,
    scope: str = "all",
    where: Mapping[str, str] | None = None,
    tree: date | None = None,
) -> str:
    """The path of a figure's page. Word files carry it: its form stays."""
    pairs = [("cd", unit.code), ("ky", period.code)]
    pairs += [("pham-vi", scope)] if scope != "all" else []
    pairs += [("cay", tree.isoformat())] if tree else []
    pairs += [("loc", f"{key}={value}") for key, value in (where or {}).items()]
    return f"/so-lieu/{indicator.code}?{urlencode(pairs)}"


def day_of(at: datetime) -> date:
    """The day of a moment in Vietnam."""
    return timezone.localdate(at)
