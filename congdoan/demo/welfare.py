"""Welfare, learning, culture and a movement in the half-year that runs today."""

from datetime import timedelta
from typing import Any

from congdoan.base.period import standard_periods, today
from congdoan.org.models import Unit
from congdoan.records import kind

from .pen import Pen, rows
from .running import Weeks

OFFICERS, LEARNERS = 3, 5  # of each union


def go_on() -> str:
    """What one union, some others and the union above did in these weeks, in the order of their days."""
    pen = Pen("welfare")
    weeks = Weeks(pen, standard_periods(today())[0], today())
    union, some = pen.unions[1], pen.unions[1::9]
    _movement(weeks, some)
    _learn(weeks, union, some)
    _care(weeks, union)
    weeks.write()
    return f"{pen.written} việc"


def _movement(weeks: Weeks, unions: list[Unit]) -> None:
    """The union above launches a movement; some take part, one has a work in it."""
    pen, first = weeks.pen, weeks.ago(75)
    fields: dict[str, Any] = {"sort": "movement", "name": "Phong trào Xanh, sạch, đẹp, an toàn nơi làm việc"}
    fields |= {"plan": "18/KH-CĐVC", "first_on": first, "last_on": today() + timedelta(days=30)}
    programme = kind.full(pen.add("campaign", pen.upper, first, fields=fields))
    for n, union in enumerate(unions):
        joined = {"programme": programme, "direct": 14 + 3 * n}
        weeks.plan("participation", union, weeks.ago(60 - 4 * n), fields=joined)
    work = {
        "stage": "done",
        "level": "grassroots",
        "name": "Vườn hoa, cây xanh cơ quan",
        "programme": programme,
    }
    weeks.plan("work", unions[0], weeks.ago(20), fields=work)


def _learn(weeks: Weeks, union: Unit, others: list[Unit]) -> None:
    groups = [{"union": other, "people": OFFICERS, "post": "part_time"} for other in others]
    training = {"what": "training", "topic": "union", "about": "Nghiệp vụ công đoàn cơ sở"}
    weeks.plan("study", weeks.pen.upper, weeks.ago(50), fields=training, **rows("groups", groups))
    people = [{"person": person, "union": union} for person in weeks.pen.members(union)[:LEARNERS]]
    skills = {"what": "skills", "course": "professional", "about": "Bồi dưỡng ngạch chuyên viên"}
    weeks.plan("study", union, weeks.ago(44), fields=skills, **rows("learners", people))
    theme = [{"union": union, "people": len(weeks.pen.members(union))}]
    weeks.plan("study", union, weeks.ago(30), fields={"what": "theme"}, **rows("groups", theme))
    news = {"what": "news", "count": 4, "site": "Trang tin Công đoàn Viên chức"}
    weeks.plan("publication", weeks.pen.upper, weeks.ago(12), fields=news)


def _care(weeks: Weeks, union: Unit) -> None:
    pen = weeks.pen
    donors = [{"person": person, "union": union} for person in pen.members(union)[:4]]
    weeks.plan("blood", union, weeks.ago(38), fields={"round": "2"}, **rows("donors", donors))
    weeks.plan("service", union, weeks.ago(25), fields={"what": "check", "people": 32, "women": 19})
    families = [{"union": union, "count": 30, "whole": 32}]
    fields = {"what": "family", "achievement_year": today().year - 1}
    weeks.plan("recognition", union, weeks.ago(41), fields=fields, **rows("counts", families))
    pupils = [{"person": child, "cash": 300_000} for child in pen.children(union)[:3]]
    weeks.care(union, weeks.ago(33), "praise school_year", pupils)
