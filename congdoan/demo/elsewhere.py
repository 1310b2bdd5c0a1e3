"""What the other unions of the demo wrote down: a little, so that nobody's page is empty."""

from datetime import date, timedelta

from congdoan.base.period import today
from congdoan.org.models import Unit

from .pen import Pen, rows
from .tree import budget_of

FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)
# Totals that unions of Mường Khương filed for the half-year instead of records: (code of the figure, how much).
TOTALS = (
    (("CAR-01", 9), ("CAR-02", 4_500_000), ("PRO-01", 2), ("PRO-02", 64)),
    (("CAR-01", 6), ("CAR-02", 3_600_000), ("PRO-01", 3), ("PRO-02", 118)),
    (("CAR-01", 4), ("CAR-02", 1_800_000)),
    (("CAR-01", 11), ("CAR-02", 6_100_000), ("PRO-01", 1), ("PRO-02", 27)),
)


def write() -> str:
    """Mường Khương's and Yên Bái's records of 2024, and Yên Bái's of these weeks."""
    muongkhuong, yenbai = Pen("muongkhuong", "muongkhuong-ldld"), Pen("yenbai", "yenbai-cdvc")
    _tet(muongkhuong, _with_people(muongkhuong, "muongkhuong-"), "laocai-quy-xa-hoi", date(2024, 1, 31))
    _declare(muongkhuong)
    _tet(yenbai, _with_people(yenbai, "yenbai-"), "yenbai-quy-xa-hoi", date(2024, 1, 29))
    for on in (
        date(2024, 3, 14),
        date(2024, 5, 9),
        today() - timedelta(days=12),
        today() - timedelta(days=2),
    ):
        _visits(yenbai, on)
    return f"{muongkhuong.written + yenbai.written} việc"


def _with_people(pen: Pen, prefix: str) -> list[Unit]:
    return [unit for code, unit in sorted(pen.units.items()) if code.startswith(prefix) and pen.members(unit)]


def _tet(pen: Pen, unions: list[Unit], fund: str, on: date) -> None:
    """Two families of each union, 500.000 đồng each."""
    given = [
        {"person": person, "cash": 500_000, "need": "hardship"}
        for union in unions
        for person in pen.random.sample(pen.members(union), 2)
    ]
    fields = {"programme": "tet", "occasion": "tet", "fund": pen.funds[fund]}
    pen.add("care", pen.upper, on, fields=fields, **rows("recipients", given))


def _declare(pen: Pen) -> None:
    """Unions that keep no records file their totals; the officer writes them down for them."""
    unions = [unit for code, unit in sorted(pen.units.items()) if code.startswith("muongkhuong-thcs-")]
    for union, totals in zip(unions, TOTALS, strict=False):
        given = [{"code": code, "quantity": quantity} for code, quantity in totals]
        fields = {"first_on": FIRST, "last_on": LAST}
        pen.add("declaration", union, LAST, delay=4, for_them=True, fields=fields, **rows("totals", given))


def _visits(pen: Pen, on: date) -> None:
    for union in pen.random.sample(_with_people(pen, "yenbai-so-"), 1):
        given = [{"person": person, "cash": 500_000} for person in pen.random.sample(pen.members(union), 2)]
        fields = {"programme": "visit", "occasion": "illness", "fund": pen.funds[budget_of(union)]}
        pen.add("care", union, on, for_them=True, fields=fields, **rows("recipients", given))
