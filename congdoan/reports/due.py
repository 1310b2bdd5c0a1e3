"""The half-year report of a union, from when its end is near until it is issued."""

from datetime import date, timedelta

from congdoan.base.period import Period
from congdoan.org.due import Due
from congdoan.org.models import Unit

from .forms import half_year_of
from .models import Report

SOON = timedelta(days=45)  # before the end of a half-year its report is spoken of


def due(unit: Unit, period: Period, day: date) -> list[Due]:
    """The report of the half-year looked at."""
    half = half_year_of(period)
    if half.last - day > SOON or not half.begun(day):
        return []
    found = Report.objects.filter(unit=unit, period=half.code).order_by("-pk")
    if found.filter(state=Report.State.ISSUED).exists():
        return []
    begun = found.first()
    how = begun.get_state_display().lower() if begun else "chưa soạn"
    page, of = ("report", begun.uid) if begun else ("reports", None)
    label = half.label()
    return [Due(f"Báo cáo {label[:1].lower()}{label[1:]}: {how}", unit, half.last, page, of)]
