"""Column types that both databases share."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models

FOREVER = date.max


if TYPE_CHECKING:
    DateColumn = models.Field[date, date]
else:
    DateColumn = models.Field


class DayField(DateColumn):
    """A date kept as its day number (1 = 01/01/0001).

    Four bytes, the same on SQLite and PostgreSQL, and SQL may add and compare it. Intervals are half-open:
    `from_on` is the first day, `to_on` the first day after; an open one ends on `FOREVER`.
    """

    description = "a day"

    def get_internal_type(self) -> str:
        return "IntegerField"

    def from_db_value(self, value: int | None, *args: object) -> date | None:
        return None if value is None else date.fromordinal(value)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, int):
            return date.fromordinal(value)
        if isinstance(value, str):
            return date.fromisoformat(value)
        return value  # type: ignore[no-any-return]

    def get_prep_value(self, value: Any) -> int | None:
        day = self.to_python(value)
        return None if day is None else day.toordinal()

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": forms.DateField, **kwargs})


if TYPE_CHECKING:

    class OptionalDayField(models.Field[date | None, date | None]):
        """To the type checker a field of its own."""
else:
    OptionalDayField = DayField  # with `null=True`: a day that may not be known
