"""What is decided on one day for the achievements of a year: fields, days and recipients common to such kinds."""

from collections.abc import Sequence
from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import DayField
from congdoan.base.period import achievement_day, today
from congdoan.org.models import Unit
from congdoan.org.queries import alive, standing

from .forms import RecordForm
from .rows import at_home

LATEST = 10  # years a decision may come after the achievement


def usual_year() -> int:
    """Whose achievements are decided now: last year's until the summer."""
    return today().year - (today().month <= 6)


class DecidedForm(RecordForm):
    """The form of a kind decided for an achievement year; `happened_on` is the decision's day."""

    achievement_year = forms.IntegerField(
        label="Năm đạt thành tích", min_value=1945, max_value=2199, initial=usual_year
    )
    number = forms.CharField(label="Số quyết định", required=False, max_length=50)
    happened_on = DayField(label="Ngày quyết định", initial=today)


def check_year(record: Any) -> None:
    """Refuse a year after the decision's, or long before it."""
    decided = record.happened_on.year
    if not decided - LATEST <= record.achievement_year <= decided:
        raise Refused(
            f"Năm đạt thành tích phải từ {decided - LATEST} đến {decided}, năm ra quyết định; hãy xem lại.",
            "achievement_year",
        )


def check_recipients(record: Any, rows: Sequence[Any], name: str) -> None:
    """Refuse a row whose union stands elsewhere, or did not exist when the achievement year closed."""
    at_home(record, rows)
    day = achievement_day(record.achievement_year)
    below = {
        number
        for on in (record.happened_on, day)
        for number in standing(on, ancestor=record.unit).values_list("unit", flat=True)
    }
    for row in rows:
        if row.union_id not in below | {record.unit_id}:
            raise Refused(
                f"Dòng {row.position}: {row.union.name} không trực thuộc {record.unit.name}; hãy chọn công đoàn khác.",
                name,
            )
        _check_alive(row.union, record.achievement_year, row.position, name)


def _check_alive(union: Unit, year: int, position: int, name: str) -> None:
    """The award counts at that union on the day the achievement year closes, so it must exist then."""
    if alive(union, day := achievement_day(year)):
        return
    raise Refused(
        f"Dòng {position}: {union.name} không hoạt động vào {day:%d/%m/%Y}, ngày chốt năm đạt thành tích {year}; "
        "hãy chọn năm hoặc công đoàn khác.",
        name,
    )
