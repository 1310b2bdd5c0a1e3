"""What holds from one day to another: a stock is one more on the first day and one less on the day after the last."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.forms import DayField
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit


class LastDayField(DayField):
    """The last day something holds; left empty there is no end in sight (`FOREVER`)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "help_text": "Để trống nếu chưa hết hạn.", **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return None if value == FOREVER else super().prepare_value(value)

    def clean(self, value: Any) -> Any:
        return super().clean(value) or FOREVER


def check(record: Any) -> None:
    """Refuse an end before the beginning. `record.last_on` is the last day."""
    if record.last_on < record.happened_on:
        raise Refused("Ngày cuối phải từ ngày đầu trở đi; hãy chọn lại ngày cuối.", "last_on")


def held(
    record: Any,
    indicator: str,
    unit: Unit,
    *,
    first_on: date | None = None,
    quantity: int = 1,
    subject: int | None = None,
    cut: Mapping[str, str] | None = None,
) -> Iterator[Draw]:
    """The stock's entries at a union, from the record's day unless it holds from another. One that ends earlier takes its stock out of every sum itself, so its end changes nothing here."""
    yield Draw(indicator, unit.pk, first_on or record.happened_on, quantity, subject, cut or {})
    if record.last_on < FOREVER:
        after = record.last_on + timedelta(days=1)
        yield Draw(indicator, unit.pk, after, -quantity, subject, cut or {})
