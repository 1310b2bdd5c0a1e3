"""Phiếu số liệu tổng hợp: totals of a union's own work in a period, for what it keeps no records of.

A declaration stands on the last day of its period (or of its union). In its days a declared indicator takes no records
of that union and no other declaration, and what is already recorded is not declared again. An estimate ("ước") is filed
while the period runs and stands on the day it was filed: it goes beside records and gives way to them (`expected`).

Of a stock the level is declared; its entry is the difference from the level that everything else comes to on that day,
and follows in the same posting whenever something earlier changes. A declared 0 of a flow adds no entry.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.db.models import QuerySet

from congdoan.base.errors import Refused
from congdoan.base.fields import DayField
from congdoan.base.forms import MoneyField
from congdoan.base.period import achievement_day
from congdoan.base.words import grouped, small
from congdoan.ledger.indicator import BY_CODE, BY_NUMBER, Indicator, find
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import Draw

from .. import bars, by_name, levels, periods
from ..declarable import CodeField, choices, refusal
from ..doubts import parts
from ..forms import LineForm
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from .expected import rest

MOST_MONEY, MOST = 10**12, 10**7  # of one union in one period; above these it is a slip of the keyboard


class Declaration(Record):
    """For the days from `first_on` to `last_on`, both included."""

    first_on = DayField()
    last_on = DayField()
    estimate = models.BooleanField(default=False)


class Declared(Line):
    """An indicator, by its code, and how much: a number of what it counts in, or whole đồng."""

    record = models.ForeignKey(Declaration, on_delete=models.PROTECT, related_name="declareds")
    code = models.CharField(max_length=10, db_index=True)
    quantity = models.BigIntegerField()


PRIVACY = {
    "Declaration": {"first_on": "internal", "last_on": "internal", "estimate": "internal"},
    "Declared": {"code": "internal", "quantity": "internal"},
}


def draws(declaration: Declaration, rows: Rows) -> Iterator[Draw]:
    """Each total, of nobody in particular; of a stock, what it differs from the rest."""
    for row in rows["totals"]:
        assert isinstance(row, Declared)
        indicator = find(row.code)
        day, adds = _day(declaration, indicator), _expected if declaration.estimate else _differs
        quantity = adds(declaration, indicator, row.quantity, day)
        said = not (declaration.estimate and row.quantity)
        yield Draw(indicator.key, declaration.unit_id, day, quantity, said=said)


def _differs(declaration: Declaration, indicator: Indicator, whole: int, day: date) -> int:
    """A final total: all of it; of a stock, what it differs from the rest."""
    if not indicator.stock:
        return whole
    return whole - sum(levels.before(declaration.unit, indicator.key, day, declaration.pk).values())


def _expected(declaration: Declaration, indicator: Indicator, whole: int, day: date) -> int:
    """An estimate: what is not recorded yet, until a final total of these days says it."""
    last = declaration.last_on
    final = _live({declaration.unit_id}, [indicator.code], last, last).filter(record__estimate=False)
    return rest(declaration, indicator, whole, day, final=final.exists())


def _day(declaration: Declaration, indicator: Indicator) -> date:
    if indicator.by_day == "achievement":
        return min(achievement_day(declaration.last_on.year), declaration.happened_on)
    return declaration.happened_on


def title(declaration: Declaration, rows: Rows) -> str:
    """Which period, and how many totals."""
    estimate = " (ước)" if declaration.estimate else ""
    return f"{_name(declaration)}{estimate}: {small(len(rows['totals']))} mục số liệu"


def _name(declaration: Declaration) -> str:
    return f"Phiếu số liệu {periods.named(declaration.first_on, declaration.last_on).label()}"


def check(declaration: Declaration, rows: Rows) -> None:
    """Refuse days that are no period, what cannot be declared, the same twice, absurd numbers."""
    periods.check(declaration, running=declaration.estimate)
    seen: dict[str, int] = {}
    for row in rows["totals"]:
        assert isinstance(row, Declared)
        indicator = find(row.code)
        row.code = indicator.code
        first = seen.setdefault(row.code, row.position)
        if first != row.position:
            raise Refused(
                f"“{indicator.name}” có ở cả dòng {first} và dòng {row.position}; hãy bỏ một dòng.", "totals"
            )
        _check_row(declaration, row, indicator)


def _check_row(declaration: Declaration, row: Declared, indicator: Indicator) -> None:
    if why := refusal(indicator):
        raise Refused(f"Dòng {row.position}: “{indicator.name}” {why}.", "totals")
    by_name.refuse(declaration, indicator, row.position)
    most = MOST_MONEY if indicator.money else MOST
    if not 0 <= row.quantity <= most:
        raise Refused(
            f"Dòng {row.position}: số khai phải từ 0 đến {grouped(most)} {indicator.counts_in}; hãy xem lại.",
            "totals",
        )
    closes = achievement_day(declaration.last_on.year)
    if indicator.by_day == "achievement" and not declaration.first_on <= closes <= declaration.last_on:
        raise Refused(
            f"Dòng {row.position}: “{indicator.name}” tính theo năm đạt thành tích; hãy khai ở phiếu của cả năm.",
            "totals",
        )


def doubts(declaration: Declaration, rows: Rows) -> Iterator[str]:
    """Totals that do not fit together."""
    yield from parts.odd({row.code: row.quantity for row in rows["totals"] if isinstance(row, Declared)})


def _bar(record: Any, drawn: Sequence[Draw]) -> None:
    """Keep records and declarations out of each other's days."""
    if isinstance(record, Declaration):
        _refuse_recorded(record)
    elif declared := _declaring(drawn):
        raise Refused(
            f"{_name(declared.record)} của {declared.record.unit.name} đã khai “{find(declared.code).name}”; "
            "hãy sửa hoặc hủy phiếu ấy trước khi ghi từng việc.",
            "happened_on",
        )


def _live(units: set[int], codes: Sequence[str], first: date, last: date) -> QuerySet[Declared]:
    """The totals declared of these indicators for days among these."""
    return Declared.objects.filter(
        code__in=codes, record__unit__in=units, record__withdrawn=False,
        record__first_on__lte=last, record__last_on__gte=first,
    ).select_related("record__unit")  # fmt: skip


def _declaring(drawn: Sequence[Draw]) -> Declared | None:
    """A total declared where one of these would count."""
    units = {draw.unit for draw in drawn}
    if not Declaration.objects.filter(unit__in=units, estimate=False).exists():
        return None  # as at most unions
    days = [draw.day for draw in drawn]
    placed = [(find(draw.indicator).code, draw.unit, draw.day) for draw in drawn]
    declared = _live(units, list({code for code, _, _ in placed}), min(days), max(days))
    declared = declared.filter(record__estimate=False)
    return next((row for row in declared if any(_covers(row, *place) for place in placed)), None)


def _covers(declared: Declared, code: str, unit: int, day: date) -> bool:
    record = declared.record
    return (declared.code, record.unit_id) == (code, unit) and record.first_on <= day <= record.last_on


def _refuse_recorded(declaration: Declaration) -> None:
    codes = list(Declared.objects.filter(record=declaration).values_list("code", flat=True))
    others = _live({declaration.unit_id}, codes, declaration.first_on, declaration.last_on)
    others = others.filter(record__estimate=declaration.estimate)
    if other := others.exclude(record=declaration).first():
        raise Refused(
            f"{_name(other.record)} đã khai “{find(other.code).name}” cho những ngày này; hãy sửa phiếu ấy.",
            "totals",
        )
    if declaration.estimate:
        return
    estimates = Declaration.objects.filter(unit=declaration.unit, estimate=True).values_list("pk", flat=True)
    if found := periods.recorded(declaration, [BY_CODE[code].number for code in codes], estimates):
        record, number = found
        raise Refused(
            f"“{BY_NUMBER[number].name}” đã có việc ghi ngày {record.happened_on:%d/%m/%Y} ({record.title}); "
            "hãy bỏ mục này khỏi phiếu hoặc hủy việc ấy.",
            "totals",
        )


def _resting(moved: Sequence[Entry]) -> Iterator[Declaration]:
    """The declarations of levels that rest on what these entries changed."""
    since: dict[tuple[str, int], date] = {}
    for entry in moved:
        place = (BY_NUMBER[entry.indicator].code, entry.unit_id)
        since[place] = min(since.get(place, entry.day), entry.day)
    rows = Declared.objects.filter(
        code__in={code for code, _ in since}, record__unit__in={unit for _, unit in since},
        record__withdrawn=False, record__happened_on__gte=min(since.values()),
    ).select_related("record__unit")  # fmt: skip
    for row in rows:
        start = since.get((row.code, row.record.unit_id))
        if start and start <= row.record.happened_on:
            yield row.record


bars.CHECKS.append(_bar)
by_name.guard(_bar)
levels.SAYERS.append(_resting)


class DeclarationForm(periods.PeriodForm):
    estimate = forms.BooleanField(
        label="Số ước, sẽ thay bằng số thật", required=False, help_text="Chọn khi kỳ chưa hết."
    )


class DeclaredForm(LineForm):
    code = CodeField(label="Mục số liệu", choices=choices)
    quantity = MoneyField(
        label="Số lượng, số tiền",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


DECLARATION = register(
    Kind(
        slug="declaration",
        label="Phiếu số liệu tổng hợp",
        icon="file-spreadsheet",
        chapter=18,
        model=Declaration,
        form=DeclarationForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(),  # it may declare almost anything: what others feed
        doubts=doubts,
        lines=(
            LineSpec(
                "totals",
                Declared,
                DeclaredForm,
                "Số liệu",
                "Thêm mục",
                required=True,
                paste=("code", "quantity"),
            ),
        ),
        hint="Khai tổng của một tháng, quý, 6 tháng, năm khi không ghi từng việc",
        words=("phiếu số liệu", "tổng hợp", "khai", "ước", "số tổng"),
    )
)
