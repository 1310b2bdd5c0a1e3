"""Figures over HTTP: the catalogue, figures as the command line prints them, taken apart, and the lines under one."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.audit.actions import note
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import Period, today
from congdoan.ledger import breakdowns, cuts
from congdoan.ledger import figures as ledger
from congdoan.ledger.conditions import parse_where
from congdoan.ledger.contract import as_row, instant
from congdoan.ledger.indicator import Indicator, counted, find, shown
from congdoan.org.models import Unit
from congdoan.records import under

from . import answers, paging, places
from .answers import Page

router = Router(tags=["figures"])
UNIT = "unit"
MONTH = "month"
MANY = 20_000  # lines under a figure from which the last days are looked through first


class IndicatorOut(Schema):
    """Something that is counted. `breakdowns` are what it can be taken apart by, and filtered by (`where`)."""

    code: str
    key: str
    label: str
    label_en: str
    chapter: str
    counts_in: str
    adds: str
    definition: str
    breakdowns: dict[str, dict[str, str]]


class FigureOut(Schema):
    """A figure, as `congdoan figures --json` prints it."""

    code: str
    key: str
    label: str
    counts_in: str
    value: int | float | None
    num: int | None
    den: int | None
    unit: str
    period: str
    tree: str
    known_at: str | None
    scope: str
    entries: int


class Part(Schema):
    """What one union, month or value of a breakdown came to."""

    key: str
    label: str
    value: int


class LineOut(Schema):
    """A line under a figure. `who` is empty where nobody is counted, or it is not for this seat to see who."""

    day: str
    unit: str
    quantity: int
    title: str
    breakdown: str
    who: str
    record: str | None


class How(Schema):
    """How figures are asked for: the arguments of `congdoan figures`."""

    unit: str
    period: str
    tree: Literal["then", "now"] = "then"
    known_at: str | None = None
    scope: Literal["own", "below", "all"] = "all"
    where: list[str] = []


@dataclass(frozen=True)
class Asked:
    """The same, read."""

    unit: Unit
    period: Period
    how: dict[str, Any]


Asking = Annotated[How, Query()]


@router.get(
    "/indicators",
    response={200: list[IndicatorOut], **answers.ASKING},
    operation_id="indicators",
    summary="Danh mục số liệu",
)
def indicators(request: HttpRequest) -> Any:
    """Everything that is counted."""
    return [_indicator(one) for one in shown()]


@router.get(
    "/figures", response={200: list[FigureOut], **answers.ASKING}, operation_id="figures", summary="Số liệu"
)
def list_figures(request: HttpRequest, how: Asking, code: Annotated[list[str], Query()] = []) -> Any:  # noqa: B006
    """Figures of a union and what stands under it in a period: those named, or all."""
    asked, wanted = _read(request, how), [find(name) for name in code] or None
    found = ledger.figures(asked.unit, asked.period, wanted, **asked.how)
    return [as_row(figure, how.tree, how.known_at) for figure in found]


@router.get(
    "/figures/{code}/breakdown",
    response={200: list[Part], **answers.ASKING},
    operation_id="breakdown",
    summary="Một số liệu chia theo công đoàn, tháng, phân loại",
)
def breakdown(request: HttpRequest, code: str, how: Asking, by: str = UNIT) -> Any:
    """A figure taken apart by the unions right below (`unit`), by `month`, or by one of its breakdowns."""
    indicator, asked = _indicator_or_404(code), _read(request, how)
    question = ledger.figure(indicator, asked.unit, asked.period, **asked.how).asked
    if by == UNIT:
        parts = breakdowns.by_unit(indicator, question)
        units = Unit.objects.in_bulk(parts)
        return [_part(units[pk].code, units[pk].name, value) for pk, value in parts.items()]
    if by == MONTH:
        return [
            _part(month.code, month.label(), value)
            for month, value in breakdowns.by_month(indicator, question)
        ]
    if by not in counted(indicator).cuts:
        raise Refused(f"Mục này không chia theo “{by[:40]}”; xem các cách chia ở /api/v1/indicators.", "by")
    return [
        _part(value, cuts.label(by, value), n)
        for value, n in breakdowns.by_cut(indicator, question, by).items()
    ]


@router.get(
    "/figures/{code}/lines",
    response={200: Page[LineOut], **answers.ASKING},
    operation_id="lines",
    summary="Các dòng dưới một số liệu",
)
def lines(request: HttpRequest, code: str, how: Asking, cursor: str | None = None) -> Any:
    """What was added, the newest first; who, where this seat may see it, and that is noted in the trail."""
    indicator, asked = _indicator_or_404(code), _read(request, how)
    figure = ledger.figure(indicator, asked.unit, asked.period, **asked.how)
    skipped, many = paging.offset(cursor), figure.entries > MANY
    found = breakdowns.lines(indicator, figure.asked, limit=paging.SIZE + 1, offset=skipped, many=many)
    told = under.told(request.user, indicator, found[: paging.SIZE])
    if told.sensitive:
        note(by=request.user.pk, action="see_sensitive", what=indicator.code, unit=asked.unit.code)
    more = len(found) > paging.SIZE
    return {
        "items": [_line(row) for row in told.rows],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


def _read(request: HttpRequest, how: How) -> Asked:
    unit, period = places.unit(request, how.unit), Period.parse(how.period)
    told = {
        "scope": how.scope,
        "tree": today() if how.tree == "now" else None,
        "known_at": instant(how.known_at),
        "where": parse_where(how.where),
    }
    return Asked(unit, period, told)


def _indicator_or_404(code: str) -> Indicator:
    try:
        return find(code)
    except Refused as refused:
        raise NotHere(refused.sentence) from None


def _indicator(one: Indicator) -> dict[str, Any]:
    return {
        "code": one.code,
        "key": one.key,
        "label": one.name,
        "label_en": one.name_en,
        "chapter": one.chapter.name,
        "counts_in": one.counts_in,
        "adds": one.adds,
        "definition": one.definition,
        "breakdowns": {
            name: {str(k): str(v) for k, v in cuts.VALUES.get(name, {}).items()} for name in counted(one).cuts
        },
    }


def _part(key: str, label: str, value: int) -> dict[str, Any]:
    return {"key": key, "label": label, "value": value}


def _line(row: under.Shown) -> dict[str, Any]:
    return {
        "day": row.day.isoformat(),
        "unit": row.unit,
        "quantity": row.quantity,
        "title": row.title,
        "breakdown": row.cut,
        "who": row.who,
        "record": row.record or None,
    }
