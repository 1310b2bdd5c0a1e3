"""Care in the demo: Tết, visits, Workers' Month, women's and children's days, family events."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan.members.models import Person
from congdoan.org.models import Unit

from . import photos, visits
from .agencies import AGENCIES
from .pen import Pen, pieces, rows
from .tree import budget_of

SOCIAL = "laocai-quy-xa-hoi"
PLACES = ("Đường lên bản ngày giáp Tết", "Nắng sớm trên đồi", "Thung lũng mùa xuân", "Chiều về cuối bản")
BLOC = "Khối thi đua Công đoàn ngành"


@dataclass(frozen=True)
class Tet:
    """Tết gifts of the union above: each grassroots union names so many families, the large ones one more each.

    The unions with the most workers also name a child each. Handed over on a few days, a group of unions a day.
    """

    year: int
    days: tuple[date, ...]
    families_each: int
    one_more: int
    children: int
    to_family: int
    to_child: int
    year_name: str


TETS = (
    Tet(2023, (date(2023, 1, 9), date(2023, 1, 10), date(2023, 1, 12), date(2023, 1, 13)), 2, 14, 31, 500_000,
        300_000, "Quý Mão"),
    Tet(2024, (date(2024, 1, 24), date(2024, 1, 26), date(2024, 1, 30), date(2024, 2, 1)), 2, 30, 37, 500_000,
        300_000, "Giáp Thìn"),
)  # fmt: skip
# Families in the hardest straits, visited in Workers' Month with the bloc: (day, how many, đồng to each).
WORKERS_MONTHS = ((date(2023, 5, 12), 5, 1_000_000), (date(2024, 5, 14), 6, 1_000_000))


def give() -> str:
    """Two first half-years of care."""
    pen = Pen("care")
    for tet in TETS:
        _tet(pen, tet)
    for plan in visits.PLANS:
        visits.visit(pen, plan)
    for on, families, each in WORKERS_MONTHS:
        _workers_month(pen, on, families, each)
    for year in (2023, 2024):
        _women_day(pen, year)
        _children_day(pen, year)
        _family_events(pen, year)
    return f"{pen.written} việc"


def _tet(pen: Pen, tet: Tet) -> None:
    """One list a day, each for a group of unions; the fund of the federation above pays."""
    largest = sorted(AGENCIES, key=lambda agency: -agency.workers)
    more = {agency.code for agency in largest[: tet.one_more]}
    with_child = {agency.code for agency in largest[: tet.children]}
    groups = pieces(pen.unions, (len(AGENCIES) // len(tet.days),))
    for n, (on, group) in enumerate(zip(tet.days, groups, strict=True)):
        given: list[dict[str, Any]] = []
        for union in group:
            families = tet.families_each + (union.code in more)
            given += _to_families(pen, tet, union, families)
            given += _to_children(pen, tet, union, int(union.code in with_child))
        note = f"Tết {tet.year_name}: đoàn đến từng công đoàn cơ sở, trao tận tay, ký nhận vào danh sách."
        fields = {"programme": "tet", "occasion": "tet", "fund": pen.funds[SOCIAL]}
        record = pen.add("care", pen.upper, on, fields=fields, note=note, **rows("recipients", given))
        pen.attach(record, photos.scene(tet.year + n), PLACES[n])


def _to_families(pen: Pen, tet: Tet, union: Unit, families: int) -> list[dict[str, Any]]:
    people = pen.random.sample(pen.members(union), families)
    needs = ("hardship", "illness", "hardship")
    return [
        {"person": person, "cash": tet.to_family, "need": need}
        for person, need in zip(people, needs, strict=False)
    ]


def _to_children(pen: Pen, tet: Tet, union: Unit, children: int) -> list[dict[str, Any]]:
    people = pen.random.sample(pen.children(union), children)
    return [
        {"person": child, "cash": tet.to_child, "need": pen.random.choice(("orphan", "orphan", "disabled"))}
        for child in people
    ]


def _workers_month(pen: Pen, on: date, families: int, each: int) -> None:
    """The union above and its bloc go to some families; the money is the union's own."""
    people = [pen.random.choice(pen.members(union)) for union in pen.random.sample(pen.unions, families)]
    given = [{"person": person, "cash": each, "need": "severe"} for person in people]
    fields = {
        "programme": "workers_month",
        "occasion": "workers_month",
        "fund": pen.funds[budget_of(pen.upper)],
    }
    partners = [{"name": BLOC, "share": 0}]
    note = "Đến thăm tại nhà, mỗi gia đình một suất quà."
    pen.add("care", pen.upper, on, fields=fields, partners=partners, note=note, **rows("recipients", given))


def _women_day(pen: Pen, year: int) -> None:
    """Gifts on 8 March at some unions."""
    on, each = date(year, 3, 7), 150_000 if year == 2023 else 200_000
    for union in pen.unions[1::8]:
        _list(
            pen,
            union,
            on,
            "women",
            "women_day",
            pen.women(union),
            each,
            "Họp mặt nữ đoàn viên nhân ngày 8/3.",
        )


def _children_day(pen: Pen, year: int) -> None:
    """Gifts on 1 June at some unions."""
    on, each = date(year, 5, 31), 100_000 if year == 2023 else 150_000
    for union in pen.unions[1::7]:
        _list(
            pen,
            union,
            on,
            "children",
            "children_day",
            pen.children(union),
            each,
            "Tặng quà các cháu tại cơ quan.",
        )


def _family_events(pen: Pen, year: int) -> None:
    """Weddings, funerals and births, as the rule book of each union says."""
    events = (("wedding", 300_000), ("funeral", 500_000), ("birth", 300_000))
    for n, union in enumerate([*pen.unions[::3], pen.unions[1]]):
        occasion, each = events[n % len(events)]
        on = pen.day(date(year, 1, 8), date(year, 6, 20))
        _list(pen, union, on, "family", occasion, pen.random.sample(pen.members(union), 1), each, "")


def _list(
    pen: Pen, unit: Unit, on: date, programme: str, occasion: str, people: list[Person], each: int, note: str
) -> None:
    """The same to everybody on a list, from the union's own budget."""
    fields = {"programme": programme, "occasion": occasion, "fund": pen.funds[budget_of(unit)]}
    given = [{"person": person, "cash": each} for person in people]
    pen.add("care", unit, on, fields=fields, note=note, **rows("recipients", given))
