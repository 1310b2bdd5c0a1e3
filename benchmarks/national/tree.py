"""The unions of the country before the reform, and where each of them goes."""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from congdoan.audit.actions import writing
from congdoan.funds.actions import give_budget
from congdoan.org.models import Unit, UnitKind
from congdoan.reform import actions, mass

from .sizes import BEGAN, Size

BATCH = 5_000
MERGED = 50  # of so many unions one goes into its neighbour


@dataclass
class Local:
    """A grassroots union. `before`, `after`: the province or sector it stands under; `heir`: the one it goes into."""

    code: str
    number: int  # in its table
    before: str
    after: str
    under: str
    heir: "Local | None" = None
    people: tuple[int, int] = (0, 0)  # the first of its people, how many
    homes: int = 0  # the household of the first

    @property
    def later(self) -> "Local":
        """Who goes on after the reform."""
        return self.heir or self


@dataclass
class Country:
    """What was founded."""

    size: Size
    top: str = "tld"
    provinces: list[str] = field(default_factory=list)
    districts: dict[str, str] = field(default_factory=dict)  # its province
    locals: list[Local] = field(default_factory=list)

    def goes_into(self, place: str) -> str:
        """The province that carries this one on."""
        gone = self.size.provinces - self.size.later
        at = self.provinces.index(place) if place in self.provinces else 0
        return self.provinces[at - self.size.later] if at >= self.size.provinces - gone else place


def found(size: Size, chance: random.Random) -> Country:
    """Found them all, by the action that founds a list."""
    country = Country(size)
    top = actions.found(
        code=country.top, kind=kind_of("confederation"), name="Tổng Liên đoàn", on=BEGAN, parent=None, by=None
    )
    give_budget(unit=top, by=None)
    provinces = [_one(f"tinh-{n:02}", "province", f"LĐLĐ tỉnh {n}", top.uid) for n in range(size.provinces)]
    sectors = [_one(f"nganh-{n:02}", "branch", f"Công đoàn ngành {n}", top.uid) for n in range(size.sectors)]
    districts = [_one(f"huyen-{n:04}", "district", f"LĐLĐ huyện {n}", provinces[n % size.provinces].uid)
                 for n in range(size.districts)]  # fmt: skip
    country.provinces = [one.code for one in provinces]
    country.districts = {one.code: provinces[n % size.provinces].code for n, one in enumerate(districts)}
    above = [_superior(n, districts, sectors) for n in range(size.unions)]
    unions = [_one(f"cs-{n:06}", "grassroots", f"CĐCS {n}", to.uid) for n, to in enumerate(above)]
    found_all([*provinces, *sectors, *districts, *unions])
    numbers = dict(Unit.objects.values_list("code", "pk"))
    for one, over in zip(unions, above, strict=True):
        before = country.districts.get(over.code, over.code)
        country.locals.append(
            Local(one.code, numbers[one.code], before, country.goes_into(before), over.code)
        )
    _choose_heirs(country)
    return country


def _superior(
    number: int, districts: Sequence[mass.Founding], sectors: Sequence[mass.Founding]
) -> mass.Founding:
    """Nine in ten under a district, the others under a sector."""
    of_sector = bool(sectors) and number % 10 == 9
    return sectors[number // 10 % len(sectors)] if of_sector else districts[number % len(districts)]


def _one(code: str, kind: str, name: str, under: uuid.UUID) -> mass.Founding:
    return mass.Founding(uuid.uuid4(), code, kind_of(kind), name, BEGAN, under)


@cache
def kind_of(code: str) -> UnitKind:
    return UnitKind.objects.select_related("level").get(code=code)


def found_all(foundings: Sequence[mass.Founding]) -> None:
    """In batches, those above first."""
    for first in range(0, len(foundings), BATCH):
        with writing(by=None, action="import", alone=True) as posting:
            mass.found_all(posting, foundings[first : first + BATCH])


def _choose_heirs(country: Country) -> None:
    """One in fifty of those under a district goes into the one before it there."""
    last: dict[str, Local] = {}
    for n, one in enumerate(one for one in country.locals if one.under in country.districts):
        if n % MERGED == MERGED - 1 and one.under in last and last[one.under].heir is None:
            one.heir = last[one.under]
        else:
            last[one.under] = one
