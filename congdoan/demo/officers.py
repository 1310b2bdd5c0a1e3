"""Who leads the unions: terms, committees and groups of Lào Cai's public sector unions; how they were rated."""

from datetime import date
from typing import Any

from congdoan.members.models import Person
from congdoan.officers import actions, committees, groups
from congdoan.officers.models import Committee
from congdoan.org.models import Unit

from .agencies import AGENCIES
from .moments import BOOK_BEGAN, as_of, moment
from .pen import Pen, rows

ABOVE, BELOW = (
    date(2023, 3, 10),
    date(2022, 11, 15),
)  # the congresses: of the union above, of the last grassroots union
TERMS = {"above": "V", "below": "XII"}
LARGE = 90  # workers of an office whose union has an inspection committee and groups
NOT_EXCELLENT = {2023: (9, 31, 47), 2024: (12, 40)}  # by their place in the list
RATED_ON = {2023: date(2024, 1, 12), 2024: date(2025, 1, 10)}
OFFICE, OFFICE_YEAR, OFFICE_RATED_ON = "tinh-ldld-cdcs", 2020, date(2020, 12, 18)


def seat() -> str:
    """Terms and committees of the union above and of its 56, groups in the large ones; two years' ratings."""
    pen = Pen("officers")
    people = 0
    with as_of(moment(BOOK_BEGAN, 15)):
        for n, union in enumerate(pen.unions):
            people += _union(pen, union, n)
    with as_of(moment(ABOVE, 16)):
        people += _above(pen)
    for year in RATED_ON:
        _rate(pen, year)
    _office(pen)
    return f"{people} người giữ chức vụ, {pen.written} việc"


def _union(pen: Pen, union: Unit, n: int) -> int:
    """A grassroots union: its executive of three to seven, one who inspects or a committee, a women's committee."""
    by, on = pen.keeper(union), date(2022, 10 + n % 2, 3 + n % 12)
    members = sorted(pen.members(union), key=lambda person: person.pk)
    large = AGENCIES[n].workers >= LARGE
    leaders = members[: 7 if large else 3]
    actions.begin_term(unit=union, number=TERMS["below"], on=on, by=by)
    roles = ["chair", "deputy", *["member"] * 5]
    _elect(union, "executive", on, leaders, roles, by)
    women = [person for person in members if person.woman][:3]
    _elect(union, "women", on, women, ["women_head", "women_deputy", "women_member"], by)
    if not large:
        committees.appoint(unit=union, person=leaders[2], role="inspecting", on=on, by=by)
        return len({*leaders, *women})
    _elect(union, "inspection", on, [leaders[1], *members[7:9]], ["head", "inspector", "inspector"], by)
    heads = members[9:12]
    for number, head in enumerate(heads, start=1):
        group = groups.form_group(unit=union, sort="group", name=f"Tổ công đoàn số {number}", on=on, by=by)
        committees.appoint(unit=union, person=head, role="group_leader", on=on, by=by, group=group)
    return len({*leaders, *women, *members[7:9], *heads})


def _above(pen: Pen) -> int:
    """The union above: chairs of grassroots unions in its executive, two who work for it full-time."""
    union, by = pen.upper, pen.keeper(pen.upper)
    chairs = [
        committee.posts.get(role="chair").person
        for committee in Committee.objects.filter(unit__in=pen.unions[:15], sort="executive").order_by("pk")
    ]
    said: dict[str, Any] = {"number": TERMS["above"], "on": ABOVE, "by": by}
    actions.begin_term(unit=union, **said)
    staff: list[dict[str, Any]] = [
        {"name": "Đặng Việt Hoàn", "woman": False, "role": "chair", "full_time": True},
        {"name": "Nguyễn Thị Hồng Mây", "woman": True, "role": "deputy", "full_time": True},
    ]
    seats = ["standing"] * 3 + ["member"] * 10
    board = staff + [{"person": person, "role": role} for person, role in zip(chairs, seats, strict=False)]
    committees.elect(unit=union, sort="executive", how="elected", on=ABOVE, people=board, by=by)
    _elect(union, "inspection", ABOVE, chairs[12:15], ["head", "vice_head", "inspector"], by)
    return 2


def _elect(unit: Unit, sort: str, on: date, people: list[Person], roles: list[str], by: int | None) -> None:
    seats = [{"person": person, "role": role} for person, role in zip(people, roles, strict=False)]
    committees.elect(unit=unit, sort=sort, how="elected", on=on, people=seats, by=by)


def _rate(pen: Pen, year: int) -> None:
    """The list of the union above, after it has gone through what its unions gave themselves."""
    given = []
    for n, union in enumerate(pen.unions):
        grade = "good" if n in NOT_EXCELLENT[year] else "excellent"
        score = 91 + pen.random.randint(0, 7) if grade == "excellent" else 84 + n % 5
        given.append(
            {
                "union": union,
                "grade": grade,
                "score": str(score),
                "self_grade": "excellent",
                "self_score": str(score + 1),
            }
        )
    fields = {"rated": "union", "achievement_year": year, "number": f"0{year - 2021}/QĐ-CĐVC"}
    pen.add("rating", pen.upper, RATED_ON[year], fields=fields, **rows("unions", given))


def _office(pen: Pen) -> None:
    """At the office union of Sơn Bình everybody did excellently."""
    union = pen.units[OFFICE]
    given = [{"person": person, "grade": "excellent"} for person in pen.members(union)]
    fields = {"rated": "member", "achievement_year": OFFICE_YEAR}
    pen.add("rating", union, OFFICE_RATED_ON, fields=fields, **rows("people", given))
