"""What is said of a whole period (a month, a quarter, a half-year, a year) and stands on one day of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Sum

from congdoan.base.errors import Refused
from congdoan.base.period import Period, standard_periods, today
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Unit

from .forms import RecordForm
from .record import Record

YEARS = 3  # offered on a form: this one and those before
PARTS = ("", "-H1", "-H2", *(f"-Q{n}" for n in range(1, 5)), *(f"-{n:02d}" for n in range(1, 13)))
COUNCIL = tuple(f"hdcd:%d{part}" for part in PARTS[:7])  # the council's year, from December


def named(first: date, last: date) -> Period:
    """The month, quarter, half-year or year that runs over these days. Refuses days that are none."""
    codes = [f"{first.year}{part}" for part in PARTS] + [code % last.year for code in COUNCIL]
    for code in [*codes, f"school:{first.year}"]:
        period = Period.parse(code)
        if (period.first, period.last) == (first, last):
            return period
    raise Refused(
        f"Từ {first:%d/%m/%Y} đến {last:%d/%m/%Y} không phải là một tháng, quý, 6 tháng hay năm; hãy chọn lại kỳ.",
        "period",
    )


def last_day(unit: Unit, last: date) -> date:
    """The last day of a period on which the union stood: what is said of the period stands on it."""
    return min(last, unit.ended_on - timedelta(days=1))


def check(record: Any, *, running: bool) -> None:
    """Refuse days that are no period, and one that stands elsewhere than on its last day.

    `running`: it may be said before the period is over, and then stands on the day it was said.
    """
    period, day = named(record.first_on, record.last_on), record.happened_on
    end = last_day(record.unit, period.last)
    if day == end or (running and period.first <= day < end):
        return
    if end > today():
        raise Refused(f"{period.label()} chưa hết; hãy đợi hết kỳ, hoặc khai là số ước.", "period")
    raise Refused(f"Phải đứng ở ngày cuối kỳ, {end:%d/%m/%Y}; hãy chọn lại ngày.", "happened_on")


def recorded(record: Any, numbers: Iterable[int], besides: Iterable[int] = ()) -> tuple[Record, int] | None:
    """A record that counts in this one's days, at its union, in one of these indicators; and in which. Not `besides`."""
    rows = Entry.objects.filter(unit=record.unit, indicator__in=list(numbers), origin=RECORD)
    rows = rows.filter(day__gte=record.first_on, day__lte=record.last_on).exclude(
        source__in=[record.pk, *besides]
    )
    live = rows.values("source", "indicator").annotate(times=Sum("sign")).filter(times__gt=0)
    found = live.order_by("source", "indicator").first()
    return (Record.objects.get(pk=found["source"]), found["indicator"]) if found else None


def recent(on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The periods begun by a day, year by year, the newest first."""
    years = [
        (f"Năm {year}", [Period.parse(f"{year}{part}") for part in PARTS])
        for year in range(on.year, on.year - YEARS, -1)
    ]
    return [(name, [(p.code, p.label()) for p in periods if p.begun(on)]) for name, periods in years]


class PeriodForm(RecordForm):
    """The form of what is said of a period; its day follows from the period."""

    period = forms.ChoiceField(label="Kỳ", choices=lambda: recent(today()))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = self.fields["happened_on"]
        day.required, day.widget = False, forms.HiddenInput()
        if "first_on" in self.initial:
            kept = named(self.initial["first_on"], self.initial["last_on"])
            self.initial["period"] = kept.code
            self._offer(kept)
        self.initial.setdefault("period", standard_periods(today())[0].code)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if period := cleaned.get("period"):
            cleaned["happened_on"] = min(last_day(self.unit, Period.parse(period).last), today())
        return cleaned

    def values(self) -> dict[str, Any]:
        values = super().values()
        period = Period.parse(values.pop("period"))
        return {**values, "first_on": period.first, "last_on": period.last}

    def _offer(self, kept: Period) -> None:
        """The period of a record being amended, however long ago."""
        field = self.fields["period"]
        assert isinstance(field, forms.ChoiceField)
        offered = recent(today())
        if not any(code == kept.code for _, group in offered for code, _ in group):
            field.choices = [(kept.code, kept.label()), *offered]
