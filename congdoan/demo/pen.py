"""The pen the demo writes records with: who wrote them, when they got round to it, the same on every load."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.utils.text import slugify

from congdoan.accounts.access import WRITERS
from congdoan.accounts.models import Seat
from congdoan.base.period import today
from congdoan.base.text import fold
from congdoan.funds.models import Fund
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import actions, files, kind
from congdoan.records.record import Record

from .agencies import AGENCIES
from .moments import BOOK_BEGAN, as_of, moment, working_day

UPPER = "laocai-cdvc"
SPACE = uuid.UUID("b9b0c1de-2024-5000-8000-56c0de300000")  # the demo's records get their public names in it
CREDIT = "Ảnh minh họa"
DELAYS = (0, 0, 0, 1, 1, 2, 3, 4, 6)  # days until somebody writes down what was done


class Pen:
    """Writes the records of one part of the demo. The same `part` makes the same choices on every load."""

    def __init__(self, part: str, upper: str = UPPER) -> None:
        self.part, self.upper_code, self.written = part, upper, 0
        self.random = Random(f"2024 {part}")
        self.known: dict[tuple[int, str], list[Person]] = {}

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every union, by code."""
        return {unit.code: unit for unit in Unit.objects.select_related("kind__level")}

    @cached_property
    def upper(self) -> Unit:
        """The union whose officer writes for those below it."""
        return self.units[self.upper_code]

    @cached_property
    def unions(self) -> list[Unit]:
        """The 56 grassroots unions of Lào Cai's public sector union."""
        return [self.units[agency.code] for agency in AGENCIES]

    @cached_property
    def keepers(self) -> dict[int, int]:
        """Who writes for each union, by number."""
        return dict(Seat.objects.filter(role__in=WRITERS).values_list("unit", "user"))

    @cached_property
    def funds(self) -> dict[str, Fund]:
        """Every fund, by code."""
        return {fund.code: fund for fund in Fund.objects.select_related("unit__kind__level")}

    def members(self, unit: Unit) -> list[Person]:
        return self._people(unit, Person.Relation.MEMBER)

    def women(self, unit: Unit) -> list[Person]:
        return [person for person in self.members(unit) if person.woman]

    def children(self, unit: Unit) -> list[Person]:
        return self._people(unit, Person.Relation.CHILD)

    def _people(self, unit: Unit, relation: str) -> list[Person]:
        """The people of a union, as they were when first asked for."""
        key = unit.pk, relation
        if key not in self.known:
            self.known[key] = list(Person.objects.filter(unit=unit, relation=relation).order_by("pk"))
        return self.known[key]

    def day(self, first: date, last: date) -> date:
        """Some working day between two days."""
        picked = working_day(first + timedelta(days=self.random.randint(0, (last - first).days)))
        return min(picked, last)

    def add(
        self,
        slug: str,
        unit: Unit,
        on: date,
        *,
        delay: int | None = None,
        for_them: bool = False,
        **said: Any,
    ) -> Record:
        """Write a record, some days after it happened; `for_them`: by the officer above (ghi thay)."""
        with as_of(self._when(on, delay)):
            return actions.add(
                kind=kind.find(slug), unit=unit, happened_on=on, uid=self._uid(),
                by=self.keeper(self.upper if for_them else unit), entered_for=for_them, **said,
            )  # fmt: skip

    def attach(self, record: Record, scene: bytes, caption: str, *, after: int = 1) -> None:
        """A photo is added by who wrote the record."""
        upload = ContentFile(scene, name=f"{slugify(fold(caption))}.jpg")
        with as_of(self._when(record.happened_on, after)):
            files.attach(
                record=record, upload=upload, by=self.keeper(record.unit), caption=caption, credit=CREDIT,
                taken_on=record.happened_on, consent=True,
            )  # fmt: skip

    def amend(self, record: Record, why: str, *, after: int = 5, on: date | None = None, **said: Any) -> None:
        """Its union mends a record: some days after it happened, or after another day."""
        with as_of(self._when(on or record.happened_on, after)):
            actions.amend(record=record, by=self.keeper(record.unit), why=why, **said)

    def withdraw(self, record: Record, why: str, *, after: int = 8) -> None:
        """Its union takes back what was written by mistake."""
        with as_of(self._when(record.happened_on, after)):
            actions.withdraw(record=record, by=self.keeper(record.unit), why=why)

    def confirm(self, record: Record, *, after: int = 9) -> None:
        """The union says that what the officer wrote for it is right."""
        with as_of(self._when(record.happened_on, after)):
            actions.confirm(record=record, by=self.keeper(record.unit))

    def keeper(self, unit: Unit) -> int | None:
        """Who writes for a union: nobody but the operator where no seat is held."""
        return self.keepers.get(unit.pk)

    def _when(self, on: date, delay: int | None) -> Any:
        late = self.random.choice(DELAYS) if delay is None else delay
        written_on = min(max(working_day(on + timedelta(days=late)), BOOK_BEGAN), today())
        return moment(written_on, self.random.randint(8, 16), self.random.randint(0, 59))

    def _uid(self) -> uuid.UUID:
        self.written += 1
        return uuid.uuid5(SPACE, f"{self.part} {self.written}")


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """A whole number shared out by weight, the largest remainders first: the parts add up to it."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    rests = sorted(range(len(weights)), key=lambda n: (-(total * weights[n] % whole), n))
    for n in rests[: total - sum(parts)]:
        parts[n] += 1
    return parts


def pieces(things: Sequence[Any], sizes: Sequence[int]) -> list[list[Any]]:
    """Things cut into pieces whose sizes come round in turn."""
    cut: list[list[Any]] = []
    taken = 0
    while taken < len(things):
        size = sizes[len(cut) % len(sizes)]
        cut.append(list(things[taken : taken + size]))
        taken += size
    return cut


def rows(name: str, given: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Lines of a record as `Pen.add` takes them."""
    return {"lines": {name: list(given)}}
