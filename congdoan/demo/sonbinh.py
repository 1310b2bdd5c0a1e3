"""Sơn Bình, a province of the demo: a public sector union's year 2023, and an office union's year 2020."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from congdoan.members.models import Person
from congdoan.org.models import Unit

from .awards import ROOMS
from .pen import Pen, pieces, rows, shared
from .tree import budget_of

M, K = 1_000_000, 1_000
VISITS, VISIT_MONEY = 260, 197_800_000
CHARITY = 152_300_000


def upper_year() -> str:
    """2023 of Sơn Bình's public sector union and the ten unions under it."""
    pen = Pen("son binh", "tinh-cdvc")
    unions = [unit for code, unit in sorted(pen.units.items()) if code.startswith("tinh-so-")]
    _visits(pen, unions)
    for n, part in enumerate(shared(CHARITY // (100 * K), [len(pen.members(union)) for union in unions])):
        fields = {"purpose": "charity", "cause": "other", "direction": "collected", "cash": part * 100 * K}
        pen.add("donation", unions[n], _day(pen, 2023), fields=fields)
    _awards(pen, unions)
    return f"{pen.written} việc"


def _visits(pen: Pen, unions: Sequence[Unit]) -> None:
    """Each union goes to those ill or in hardship, a few on each trip."""
    each = VISIT_MONEY // VISITS // (10 * K) * 10 * K
    extra = VISIT_MONEY - each * VISITS
    people = [person for union in unions for person in _turns(pen, union, VISITS // len(unions))]
    amounts = [each + extra, *[each] * (VISITS - 1)]
    given = [{"person": one, "cash": cash} for one, cash in zip(people, amounts, strict=True)]
    for trip in pieces(given, (3, 2, 4, 1)):
        for union in {row["person"].unit for row in trip}:
            _give(
                pen, union, _day(pen, 2023), "visit illness", [r for r in trip if r["person"].unit == union]
            )


def _turns(pen: Pen, union: Unit, count: int) -> list[Person]:
    """Members in turn, as often as it takes."""
    members = pen.members(union)
    return [members[n % len(members)] for n in range(count)]


def _awards(pen: Pen, unions: Sequence[Unit]) -> None:
    """What the federation and the union itself granted for 2023."""
    _commend(pen, date(2023, 12, 20), ("flag", "province", "88/QĐ-LĐLĐ", 2023), [{"union": unions[4]}], [])
    rooms = [{"union": union, "name": ROOMS[n]} for n, union in enumerate(unions[:3])]
    people = [pen.members(union)[n] for n in range(6) for union in unions]
    _commend(
        pen, date(2023, 12, 21), ("certificate", "province", "91/QĐ-LĐLĐ", 2023),
        [*rooms, {"union": pen.upper}], people[:13],
    )  # fmt: skip
    rooms = [{"union": union, "name": ROOMS[n]} for n, union in enumerate(unions[5:9])]
    _commend(pen, date(2023, 12, 26), ("letter", "upper", "47/QĐ-CĐVC", 2023), rooms, people[13:50])


def _commend(
    pen: Pen,
    on: date,
    what: tuple[str, str, str, int],
    collectives: Sequence[dict[str, Any]],
    people: Sequence[Person],
    by: Unit | None = None,
) -> None:
    award, issuer, number, year = what
    fields = {"award": award, "issuer": issuer, "number": number, "achievement_year": year}
    awardees = [{"person": one, "union": one.unit} for one in people]
    lines = {"collectives": list(collectives), "awardees": awardees}
    pen.add("commendation", by or pen.upper, on, fields=fields, lines=lines)


def office_year() -> str:
    """2020 of the union of the federation's own office: 26 members."""
    pen = Pen("son binh office", "tinh-ldld-cdcs")
    members, children, women = pen.members(pen.upper), pen.children(pen.upper), pen.women(pen.upper)
    _look_after(pen, members, children, women)
    on = date(2020, 1, 10)
    fields = {"what": "staff_conference", "about": "năm 2020", "attendance": len(members)}
    pen.add("gathering", pen.upper, on, fields=fields)
    what = "Tìm hiểu về tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    entrants = [{"union": pen.upper, "contestants": 18}]
    pen.add(
        "contest",
        pen.upper,
        date(2020, 8, 28),
        fields={"name": what, "sort": "knowledge"},
        **rows("entrants", entrants),
    )
    fields = {
        "what": "women",
        "occasion": "women_day",
        "about": "kỷ niệm Hai Bà Trưng và 8/3",
        "attendance": len(women),
    }
    pen.add("gathering", pen.upper, date(2020, 3, 6), fields=fields)
    pen.add(
        "donation",
        pen.upper,
        date(2020, 10, 23),
        fields={"purpose": "charity", "cause": "other", "direction": "collected", "cash": 39_800 * K},
    )
    _commend(pen, date(2020, 12, 25), ("letter", "upper", "61/QĐ-CĐVC", 2020), [], members[:3])
    _commend(pen, date(2020, 12, 28), ("letter", "grassroots", "04/QĐ-CĐCS", 2020), [], members[3:8])
    return f"{pen.written} việc"


def _look_after(
    pen: Pen, members: Sequence[Person], children: Sequence[Person], women: Sequence[Person]
) -> None:
    """Tết, families, women's and children's days."""
    union = pen.upper
    mothers = [
        {"name": name, "relation": Person.Relation.FAMILY, "cash": 4 * M}
        for name in ("Hà Thị Mẫn", "Mai Thị Sửu")
    ]
    _give(pen, union, date(2020, 1, 17), "policy tet", mothers)
    _give(
        pen,
        union,
        date(2020, 1, 20),
        "holiday tet",
        [{"person": one, "cash": 500 * K} for one in members[:25]],
    )
    amounts = [*[400 * K] * 38]
    for trip in pieces(list(zip(_turns(pen, union, len(amounts)), amounts, strict=True)), (2, 1, 3)):
        _give(
            pen,
            union,
            _day(pen, 2020),
            "family illness",
            [{"person": one, "cash": cash} for one, cash in trip],
        )
    gifts = [250 * K] * 11 + [350 * K]
    _give(
        pen,
        union,
        date(2020, 3, 6),
        "women women_day",
        [
            {"person": one, "goods": worth, "goods_what": "quà"}
            for one, worth in zip(women, gifts, strict=False)
        ],
    )
    _give(
        pen,
        union,
        date(2020, 6, 1),
        "children children_day",
        [{"person": one, "cash": 300 * K} for one in children],
    )


def _give(pen: Pen, union: Unit, on: date, what: str, given: Sequence[dict[str, Any]]) -> None:
    """A list from the union's own money; `what`: programme and occasion."""
    programme, occasion = what.split()
    fields = {"programme": programme, "occasion": occasion, "fund": pen.funds[budget_of(union)]}
    pen.add("care", union, on, fields=fields, **rows("recipients", list(given)))


def _day(pen: Pen, year: int) -> date:
    return pen.day(date(year, 1, 6), date(year, 12, 18))
