"""Pages of a list that may be as long as a province: counted only so far, or asked of the ledger."""

from datetime import date
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator

from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import BY_KEY
from congdoan.org.models import Unit

MOST = 10_000  # rows a list pages through; of more it shows the first and asks to be narrowed


class Pages(Paginator):  # type: ignore[type-arg]
    """`whole`: the union and day whose members are all listed; how many those are is a figure."""

    def __init__(self, rows: Any, size: int, whole: tuple[Unit, date] | None = None) -> None:
        super().__init__(rows, size)
        self.whole = whole

    @cached_property
    def count(self) -> int:
        """How many rows can be paged through."""
        rows: Any = self.object_list
        return len(rows.order_by().values_list("pk")[:MOST])

    @cached_property
    def told(self) -> int:
        """How many there are, `MOST` if there are more and no figure says how many."""
        if self.whole is None or self.count < MOST:
            return self.count
        unit, on = self.whole
        return int(figure(BY_KEY["members.total"], unit, Period.between(on, on)).value or self.count)

    @property
    def more(self) -> bool:
        """Whether there are more than are paged through."""
        return self.count >= MOST
