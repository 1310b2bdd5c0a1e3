"""A province: 2,500 unions, a year of 400,000 records, about 1.2 million entries. Made up, but in the real tables.

Each record is a care record of one recipient. Its programme and occasion (44 combinations, the common ones far more
common) decide which two of the 88 sums it adds to, one counting and one in đồng; all add to the total; some count a
person or their union once. So an indicator is one plain question about the records, and both ways must agree.
"""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, product
from typing import Any

from congdoan.audit.models import Posting
from congdoan.funds.models import Fund
from congdoan.ledger.indicator import BY_KEY, Indicator, shown
from congdoan.ledger.models import Cut, Entry
from congdoan.ledger.origins import RECORD, UNIT
from congdoan.members.models import Household, Person
from congdoan.org import ancestry, heirs
from congdoan.org.models import Naming, Placement, Unit, UnitKind
from congdoan.records.kinds.care import Care, Recipient
from congdoan.records.record import Record
from congdoan.reform import draws

from .load import load

BEGAN, FIRST, DAYS = date(2015, 1, 1), date(2024, 1, 1), 366
BRANCHES, UNITS, PEOPLE_EACH = 55, 2_500, 20
COMBINATIONS = list(product(Care.Programme.values, Care.Occasion.values))[:160:3][:44]
SUMS = [i for i in shown() if i.adds == "sum" and not i.stock and i.key != "care.total_money"][:88]
TOTAL = BY_KEY["care.total_money"]
_COUNTED = [i for i in shown() if i.adds == "distinct" and not i.stock and i.subject in ("unit", "employer")]
PEOPLE = [i for i in shown() if (i.adds, i.by_day, i.subject) == ("distinct", "event", "person")]
ONCE = dict(
    zip([PEOPLE[0], *_COUNTED[:10]], (15, *range(34, 44)), strict=True)
)  # indicator → its combination
INDICATORS = [*SUMS, TOTAL, *ONCE]
CUTS = [
    f"form={f};recipient={r};source={s}"
    for f in ("cash", "goods")
    for r in ("family", "child", "policy")
    for s in ("union", "social", "dues")
]


@dataclass
class Province:
    """What was built."""

    top: Unit
    branches: list[Unit] = field(default_factory=list)
    unions: list[Unit] = field(default_factory=list)
    records: int = 0
    entries: int = 0


def build(records: int, seed: int = 1) -> Province:
    """Fill an empty database."""
    chance = random.Random(seed)
    tree = Posting.objects.create(action="found", at=_moment(BEGAN))
    province = _tree(tree)
    fund = Fund.objects.create(unit=province.top, code="quy", name="Quỹ", source="social", from_on=BEGAN)
    load(Household, ({"id": n, "unit_id": unit, "uid": uuid.uuid4().hex} for n, unit in _people(province)))
    load(Person, (_person(n, unit) for n, unit in _people(province)))
    Cut.objects.bulk_create([Cut(pk=n, key=key) for n, key in enumerate(CUTS, start=1)])
    drawn = [_Drawn(n, chance, province) for n in range(1, records + 1)]
    drawn.sort(key=lambda one: one.day)
    for number, one in enumerate(drawn, start=1):
        one.number, one.posting = number, number + 10
    load(Posting, (one.as_posting() for one in drawn))
    load(Record, (one.as_record() for one in drawn))
    load(
        Care,
        (
            {
                "record_ptr_id": one.number,
                "programme": one.kind[0],
                "occasion": one.kind[1],
                "fund_id": fund.pk,
            }
            for one in drawn
        ),
    )
    load(Recipient, (one.as_recipient() for one in drawn))
    province.records = records
    province.entries = load(Entry, (line for one in drawn for line in one.entries()))
    return province


def _tree(posting: Posting) -> Province:
    kinds = {kind.code: kind for kind in UnitKind.objects.all()}
    top = _unit("tld", kinds["confederation"]), _unit("tinh", kinds["province"])
    branches = [_unit(f"cap-tren-{n}", kinds["district"]) for n in range(BRANCHES)]
    unions = [_unit(f"co-so-{n}", kinds["grassroots"]) for n in range(UNITS - BRANCHES - 1)]
    units = Unit.objects.bulk_create([*top, *branches, *unions])
    above = [(top[1], top[0]), *((b, top[1]) for b in branches)]
    above += [(u, branches[n % BRANCHES]) for n, u in enumerate(unions)]
    Placement.objects.bulk_create(
        [Placement(unit=u, parent=p, from_on=BEGAN, made=posting) for u, p in above]
    )
    Naming.objects.bulk_create([Naming(unit=u, name=u.name, from_on=BEGAN, made=posting) for u in units])
    ancestry.rework([unit.pk for unit in units], _moment(BEGAN))
    heirs.begin([unit.pk for unit in units], _moment(BEGAN))
    alive = [(pk, draw) for pk, drawn in draws.of_units(unions).items() for draw in drawn]
    load(
        Entry,
        (_entry(BY_KEY[d.indicator], pk, d.day, 1, pk, None, pk, posting.pk, UNIT) for pk, d in alive),
    )
    return Province(top[1], branches, unions)


def _unit(code: str, kind: UnitKind) -> Unit:
    return Unit(
        code=code, kind=kind, name=f"Công đoàn {code}", name_key=f"cong doan {code}", founded_on=BEGAN
    )


def _people(province: Province) -> Iterator[tuple[int, int]]:
    people = ((unit.pk) for unit in province.unions for _ in range(PEOPLE_EACH))
    return enumerate(people, start=1)


def _person(number: int, unit: int) -> dict[str, Any]:
    name = f"Nguyễn Thị {number}"
    return {"id": number, "unit_id": unit, "uid": uuid.uuid4().hex, "name": name, "name_key": name.lower(),
            "given_key": f"{number:08}", "relation": ("member", "child")[number % 5 == 0], "household_id": number}  # fmt: skip


class _Drawn:
    """One record, drawn at random: at which union, on which day, of which combination, for whom, how much."""

    _weights = list(accumulate((rank + 1) ** -0.7 for rank in range(len(COMBINATIONS))))

    def __init__(self, number: int, chance: random.Random, province: Province) -> None:
        at = chance.randrange(len(province.unions))
        self.unit = province.unions[at].pk
        self.person = at * PEOPLE_EACH + chance.randrange(PEOPLE_EACH) + 1
        self.day = FIRST + timedelta(days=chance.randrange(DAYS))
        self.rank = chance.choices(range(len(COMBINATIONS)), cum_weights=self._weights)[0]
        self.kind = COMBINATIONS[self.rank]
        self.cash = chance.randrange(2, 20) * 100_000
        self.cut = chance.randrange(len(CUTS)) + 1
        self.number = self.posting = number

    def as_posting(self) -> dict[str, Any]:
        return {"id": self.posting, "uid": uuid.uuid4().hex, "action": "add", "at": _moment(self.day)}

    def as_record(self) -> dict[str, Any]:
        return {"id": self.number, "uid": uuid.uuid4().hex, "kind": "care", "unit_id": self.unit,
                "happened_on": self.day.toordinal(), "title": "Thăm hỏi: 01 người", "made_id": self.posting, "changed_id": self.posting}  # fmt: skip

    def as_recipient(self) -> dict[str, Any]:
        return {
            "id": self.number,
            "record_id": self.number,
            "position": 1,
            "person_id": self.person,
            "cash": self.cash,
        }

    def entries(self) -> Iterator[dict[str, Any]]:
        lines = [(SUMS[2 * self.rank], 1), (SUMS[2 * self.rank + 1], self.cash), (TOTAL, self.cash)]
        for indicator, quantity in lines:
            yield self._entry(indicator, quantity, self.person)
        for indicator, rank in ONCE.items():
            if rank == self.rank:
                yield self._entry(indicator, 1, self.unit if indicator.subject == "unit" else self.person)

    def _entry(self, indicator: Indicator, quantity: int, subject: int) -> dict[str, Any]:
        return _entry(
            indicator, self.unit, self.day, quantity, subject, self.cut, self.number, self.posting, RECORD
        )


def _entry(
    indicator: Indicator,
    unit: int,
    day: date,
    quantity: int,
    subject: int,
    cut: int | None,
    source: int,
    posting: int,
    origin: int,
) -> dict[str, Any]:
    return {"indicator": indicator.number, "unit_id": unit, "day": day.toordinal(), "quantity": quantity, "sign": 1,
            "subject": subject, "cut_id": cut, "origin": origin, "source": source, "posting_id": posting}  # fmt: skip


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
