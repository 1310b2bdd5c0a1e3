"""Democracy at work and propaganda: conferences of staff, regulations, sessions, law rounds, meetings, law bookcases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.base.fields import FOREVER
from congdoan.org.models import Employer, Unit

from .agencies import AGENCIES
from .pen import Pen, pieces, rows, shared


@dataclass(frozen=True)
class HalfYear:
    """The first half of a year: how many unions held their conference and their session, and who was to listen."""

    year: int
    conferences: int
    sessions: int
    listening: tuple[int, ...]
    law_rounds: tuple[date, ...]


PLANS = (
    HalfYear(2023, 54, 47, tuple(shared(3290, [agency.workers for agency in AGENCIES[:47]])),
             (date(2023, 2, 20), date(2023, 5, 15))),
    HalfYear(2024, 56, 56, tuple(agency.listening for agency in AGENCIES), (date(2024, 2, 26), date(2024, 5, 20))),
)  # fmt: skip
# Rules in force: (rule, from which day the latest got theirs, how many had it before, symbol of the paper).
RULES = (
    ("spending", date(2023, 10, 2), 53, "QĐ-CTNB"),
    ("working", date(2024, 1, 15), 51, "QĐ-QCHĐ"),
)
LONG_SINCE = (date(2020, 3, 2), date(2021, 4, 5), date(2022, 1, 10))


def meet() -> str:
    """Conferences, sessions, rounds and meetings of two first half-years."""
    pen = Pen("work")
    _regulate(pen)
    _keep_books(pen)
    for plan in PLANS:
        _confer(pen, plan)
        _inform(pen, plan)
        _law(pen, plan)
        _hold_meetings(pen, plan.year)
    return f"{pen.written} việc"


def _employer(union: Unit) -> Employer:
    return Employer.objects.get(organisings__unit=union)


def _regulate(pen: Pen) -> None:
    """Rules long in force were listed when the book began, by the union above; a few offices got theirs only lately."""
    for rule, lately, before, paper in RULES:
        known = [union for union in pen.unions[:before] if union != pen.unions[1]]
        for on, some in zip(LONG_SINCE, pieces(known, (before // len(LONG_SINCE) + 1,)), strict=True):
            _rule(pen, pen.upper, some, on, rule, "")
        for n, union in enumerate([pen.unions[1], *pen.unions[before:]]):
            _rule(pen, union, [union], LONG_SINCE[-1] if n == 0 else lately, rule, f"{18 + n}/{paper}")


def _rule(pen: Pen, writer: Unit, unions: Sequence[Unit], on: date, rule: str, number: str) -> None:
    given = [{"employer": _employer(union)} for union in unions]
    fields = {"rule": rule, "number": number, "last_on": FOREVER}
    pen.add("regulation", writer, on, fields=fields, **rows("employers", given))


def _keep_books(pen: Pen) -> None:
    """The law bookcase of the union above: on paper for years, then electronic on its portal."""
    shelf = {"what": "law_shelf", "count": 1, "last_on": FOREVER}
    paper = pen.add(
        "kept", pen.upper, date(2016, 11, 9), fields={**shelf, "medium": "paper", "place": "Trụ sở cơ quan"}
    )
    opened = date(2024, 3, 1)
    fields = {**shelf, "medium": "electronic", "place": "Cổng thông tin điện tử Công đoàn Viên chức tỉnh"}
    pen.add("kept", pen.upper, opened, fields=fields, note="Mở trên cổng thông tin, thay tủ sách giấy.")
    last = {"last_on": date(2024, 2, 29)}
    pen.amend(paper, "Chuyển sang tủ sách điện tử, tủ giấy thôi dùng.", on=opened, fields=last)


def _confer(pen: Pen, plan: HalfYear) -> None:
    """The conference of staff, held by each office together with its union."""
    for union, agency in list(zip(pen.unions, AGENCIES, strict=True))[: plan.conferences]:
        on = pen.day(date(plan.year, 1, 5), date(plan.year, 3, 27))
        fields = {
            "what": "staff_conference", "about": f"năm {plan.year}",
            "attendance": agency.workers - pen.random.randint(2, 9),
        }  # fmt: skip
        note = "Phối hợp với thủ trưởng cơ quan; bầu Ban Thanh tra nhân dân, ký giao ước thi đua."
        pen.add(
            "gathering",
            union,
            on,
            fields=fields,
            note=note,
            **rows("employers", [{"employer": _employer(union)}]),
        )


def _inform(pen: Pen, plan: HalfYear) -> None:
    """A session each on the new countryside, as planned."""
    for union, people in zip(pen.unions, plan.listening, strict=False):
        on = pen.day(date(plan.year, 2, 19), date(plan.year, 6, 21))
        fields = {
            "what": "propaganda", "topic": "new_countryside", "attendance": people,
            "about": "chung sức cùng các xã",
        }  # fmt: skip
        pen.add("gathering", union, on, fields=fields)


def _law(pen: Pen, plan: HalfYear) -> None:
    """The union above launches its rounds on the law."""
    for number, on in enumerate(plan.law_rounds, start=1):
        fields = {
            "what": "law_round",
            "round": str(number),
            "topic": "law",
            "about": f"kế hoạch năm {plan.year}",
        }
        pen.add(
            "gathering", pen.upper, on, fields=fields, note="Ban hành kế hoạch, gửi tài liệu tới 56 CĐCS."
        )


def _hold_meetings(pen: Pen, year: int) -> None:
    """Committees meet; halfway through the year the union above sums up."""
    for union in [*pen.unions[1::9], pen.upper]:
        on = pen.day(date(year, 1, 10), date(year, 4, 25))
        fields = {"what": "meeting", "meeting": "committee", "attendance": 7 if union != pen.upper else 15}
        pen.add("gathering", union, on, fields=fields)
    fields = {"what": "meeting", "meeting": "half_year", "attendance": 118 if year == 2024 else 112}
    pen.add("gathering", pen.upper, date(year, 6, 28), fields=fields)
    women = {"what": "women", "occasion": "women_day", "about": "nhân ngày 8/3", "attendance": 34}
    pen.add("gathering", pen.unions[1], date(year, 3, 7), fields=women)
