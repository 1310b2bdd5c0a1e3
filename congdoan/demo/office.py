"""What else the federation's office union did in 2020: titles, study, blood, things for school, savings."""

from collections.abc import Sequence
from datetime import date

from congdoan.funds.actions import open_book, receive
from congdoan.members.models import Person

from .awards import ROOMS
from .moments import BOOK_BEGAN, as_of, moment
from .pen import Pen, rows, shared

UNION, YEAR = "tinh-ldld-cdcs", 2020
K = 1_000
SAVED = 163_600 * K
TITLES = (("fighter", 2), ("advanced_worker", 23))
COLLECTIVES = (("excellent_collective", 2), ("advanced_collective", 3))


def go_on() -> str:
    """The rest of the office's year."""
    pen = Pen("office", UNION)
    members, children = pen.members(pen.upper), pen.children(pen.upper)
    _titles(pen, members)
    _study(pen, members)
    _give_blood(pen, members)
    _children(pen, children)
    _save(pen)
    return f"{pen.written} việc"


def _titles(pen: Pen, members: Sequence[Person]) -> None:
    """Of the State, on whose council the union sits."""
    decided = {"issuer": "employer", "achievement_year": YEAR, "number": "102/QĐ-LĐLĐ"}
    on = date(2020, 12, 18)
    for award, count in TITLES:
        awardees = [{"person": one, "union": pen.upper} for one in members[:count]]
        pen.add(
            "commendation", pen.upper, on, fields={"award": award, **decided}, **rows("awardees", awardees)
        )
    for award, count in COLLECTIVES:
        named = [{"union": pen.upper, "name": ROOMS[n]} for n in range(count)]
        pen.add(
            "commendation", pen.upper, on, fields={"award": award, **decided}, **rows("collectives", named)
        )


def _study(pen: Pen, members: Sequence[Person]) -> None:
    learners = [{"person": one, "union": pen.upper} for one in members]
    fields = {"what": "theme", "about": "chuyên đề năm 2020"}
    pen.add("study", pen.upper, date(2020, 2, 26), fields=fields, **rows("learners", learners))


def _give_blood(pen: Pen, members: Sequence[Person]) -> None:
    donors = [{"person": one, "union": pen.upper} for one in members[9:14]]
    pen.add(
        "blood", pen.upper, date(2020, 4, 8), fields={"units_of_blood": len(donors)}, **rows("donors", donors)
    )


def _children(pen: Pen, children: Sequence[Person]) -> None:
    """Things for school, and a reward for those who learn well."""
    fund = pen.funds["tinh-ldld-cdcs-kinh-phi"]
    plans = (
        (date(2020, 9, 3), "school", "school_year", [300 * K] * 14),
        (date(2020, 8, 21), "praise", "school_year", [250 * K] * 13 + [300 * K]),
    )
    for on, programme, occasion, amounts in plans:
        given = [{"person": one, "cash": cash} for one, cash in zip(children, amounts, strict=False)]
        fields = {"programme": programme, "occasion": occasion, "fund": fund}
        pen.add("care", pen.upper, on, fields=fields, **rows("recipients", given))


def _save(pen: Pen) -> None:
    """Members put money together every month."""
    fund = pen.funds["tinh-ldld-cdcs-xoay-vong"]
    with as_of(moment(BOOK_BEGAN)):
        open_book(fund=fund, day=date(YEAR, 1, 2), opening=0, by=None)
        for month, part in enumerate(shared(SAVED // (100 * K), [1] * 12), start=1):
            receive(
                fund=fund, amount=part * 100 * K, day=date(YEAR, month, 6), item="contribution",
                words=f"Góp vốn xoay vòng tháng {month}", by=None,
            )  # fmt: skip
