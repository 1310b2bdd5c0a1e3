"""How numbers, dates, icons and charts are written in templates. Built in: no `load` is needed."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import lucide
from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from congdoan.base import charts, money, words

register = template.Library()
NOTHING = "—"


@register.filter
def so(value: int | Decimal | None) -> str:
    """A number grouped: 4437 as "4.437"; nothing as a dash."""
    if isinstance(value, Decimal):
        return words.decimal_text(value)
    return NOTHING if value is None else words.grouped(int(value))


@register.filter
def hai_so(value: int | None) -> str:
    """A count in a sentence: 6 as "06"."""
    return NOTHING if value is None else words.small(int(value))


@register.filter
def dong(value: int | None) -> str:
    """A sum in full: "82.100.000 đồng"."""
    return NOTHING if value is None else money.format_dong(int(value))


@register.filter
def tien(value: int | None) -> str:
    """A sum, short where it stays exact: "82,1 triệu đồng"."""
    return NOTHING if value is None else words.short_money(int(value))


@register.filter
def bang_chu(value: int | None) -> str:
    """A sum read out: "Năm trăm nghìn đồng"."""
    return "" if value is None else money.in_words(int(value))


@register.filter
def ngay(value: date | datetime | None) -> str:
    """A day as 05/11/2026; an instant with its hour, in Vietnam's time: 14:05 05/11/2026."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        return (
            f"{timezone.localtime(value):%H:%M %d/%m/%Y}"
            if timezone.is_aware(value)
            else f"{value:%H:%M %d/%m/%Y}"
        )
    return f"{value:%d/%m/%Y}"


@register.filter
def phan_tram(value: Decimal | None) -> str:
    """A percent: 57.14 as "57,14%"."""
    return words.percent_text(value)


@register.simple_tag
def thay_doi(now: int | Decimal | None, before: int | Decimal | None) -> str:
    """Against the same period last year: "tăng 12,5%"."""
    return words.change(now, before)


@register.simple_tag
def icon(name: str, size: int = 24) -> SafeString:
    """A lucide icon; decoration, so its meaning must stand in words beside it or in the link's aria-label."""
    return _icon(str(name), size)


@lru_cache(maxsize=512)
def _icon(name: str, size: int) -> SafeString:
    drawn = lucide._render_icon(name, size, aria_hidden="true", focusable="false")
    return mark_safe(drawn)


@register.simple_tag
def spark(values: Iterable[int | None]) -> SafeString:
    """A word-sized line over months."""
    return mark_safe(charts.spark(list(values)))


@register.inclusion_tag("web/parts/chart.html")
def chart_bars(title: str, rows: Iterable[Any], unit: str = "", head: str = "Công đoàn") -> dict[str, Any]:
    """Horizontal bars. Rows are `charts.Bar`, or (name, value) or (name, value, last year's)."""
    made = [charts.Bar(*row) for row in rows]
    return _chart(title, made, unit, head, charts.bars(title, made, unit))


@register.inclusion_tag("web/parts/chart.html")
def chart_months(title: str, months: Iterable[Any], unit: str = "", head: str = "Tháng") -> dict[str, Any]:
    """Columns over months. Rows as for `chart_bars`."""
    made = [charts.Bar(*month) for month in months]
    return _chart(title, made, unit, head, charts.columns(title, made, unit))


@register.simple_tag
def chart_course(title: str, steps: Iterable[Any], unit: str = "") -> SafeString:
    """Columns against the line where each ought to have been."""
    return mark_safe(charts.course(title, list(steps), unit))


def _chart(title: str, rows: list[charts.Bar], unit: str, head: str, svg: str) -> dict[str, Any]:
    with_before = any(row.before is not None for row in rows)
    drawn = mark_safe(svg)
    return {
        "title": title,
        "rows": rows,
        "unit": unit,
        "head": head,
        "svg": drawn,
        "with_before": with_before,
    }


@register.inclusion_tag("web/parts/target.html")
def target_bar(
    label: str, value: int, target: int, pace: int | None = None, unit: str = ""
) -> dict[str, Any]:
    """A target as a bar; `pace` is where one ought to be today, in the target's unit."""
    part = _percent(value, target)
    due = None if pace is None else _percent(pace, target)
    state = "met" if value >= target else "late" if due is not None and part < due else ""
    return {
        "label": label,
        "value": value,
        "target": target,
        "unit": unit,
        "part": part,
        "pace": due,
        "state": state,
    }


def _percent(value: int, whole: int) -> int:
    """For drawing: whole percents between 0 and 100."""
    return max(0, min(100, round(100 * value / whole))) if whole else 0
