"""Mường Khương's term of 2013–2018, typed into the book year by year when it began: what a district's report tells of.

Days are in the five years of the term; the district's officer writes lists for its unions, as was done on paper then.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from congdoan.funds.actions import open_book
from congdoan.funds.savings import lend
from congdoan.members.models import Person
from congdoan.org.models import Employer, Unit
from congdoan.records.rows import organisers

from .moments import BOOK_BEGAN, as_of, moment
from .pen import Pen, pieces, rows, shared
from .tree import budget_of

UPPER = "muongkhuong-ldld"
YEARS = range(2013, 2018)
M = 1_000_000
VISIT_MONEY, OTHER_MONEY, EACH_OTHER = 965_400_000, 3_182 * M, 2 * M
SOCIAL_FUND, CHARITY = 250_500_000, 3_282 * M
COUNTRYSIDE = 62_609 * M  # as the page prints it; whoever checks it per head should be surprised
INITIATIVES, INTRODUCED, ADMITTED, INSPECTIONS = 699, 550, 443, 223
MEETINGS = (date(2016, 5, 12), date(2016, 11, 3), date(2017, 4, 20), date(2017, 10, 26))
HOUSES = (
    (2014, "new", (25, 25, 25)),
    (2016, "new", (25, 25)),
    (2017, "repair", (15, 15, 10)),
)  # triệu đồng each
LENT, BORROWERS = 100 * M, 5
REACHED, STUDIED, UNCULTURED, FAMILIES = 2_507, 1_286, 2, 2_100
LIST = 45  # rows on one list: what fits two pages


class Term:
    """The pen of the district, its unions and whoever works there."""

    def __init__(self, part: str = "term") -> None:
        self.pen = Pen(part, UPPER)
        self.upper = self.pen.upper
        self.unions = [
            unit for code, unit in sorted(self.pen.units.items())
            if code.startswith("muongkhuong-") and unit.kind.grassroots
        ]  # fmt: skip

    def old(self) -> list[Unit]:
        """Those that were there when the term began."""
        return [union for union in self.unions if union.founded_on < date(YEARS[0], 1, 1)]

    def day(self, year: int, first: int = 3, last: int = 12) -> date:
        """A working day of some months of a year."""
        return self.pen.day(date(year, first, 1), date(year, last, 28))

    def add(self, slug: str, on: date, **said: Any) -> None:
        self.pen.add(slug, self.upper, on, **said)

    def everybody(self) -> Iterator[tuple[Unit, Person]]:
        """One member of each union in turn, then the next of each, and so on round."""
        lists = [(union, self.pen.members(union)) for union in self.old()]
        for n in range(max(len(found) for _, found in lists)):
            yield from ((union, found[n]) for union, found in lists if n < len(found))


def serve() -> str:
    """What was done in the term, matter by matter."""
    term = Term()
    _care(term)
    _raise_money(term)
    _confer(term)
    _recognise(term)
    _build_the_party(term)
    _inspect(term)
    _house(term)
    _teach(term)
    _raise_culture(term)
    return f"{term.pen.written} việc"


def _care(term: Term) -> None:
    """Visits from the union's own money, and gifts from other funds, some of each every year."""
    people = 1_930
    amounts = [500_000] * (people - 1) + [VISIT_MONEY - 500_000 * (people - 1)]
    _give(term, budget_of(term.upper), amounts)
    _give(term, "muongkhuong-quy-khac", [EACH_OTHER] * (OTHER_MONEY // EACH_OTHER))


def _give(term: Term, fund: str, amounts: Sequence[int]) -> None:
    """Lists of so many đồng to one person each, spread over the years."""
    for year, some in zip(YEARS, pieces(amounts, (-(-len(amounts) // len(YEARS)),)), strict=True):
        turn = [person for _, person in term.everybody()]
        for n, part in enumerate(pieces(some, (LIST,))):
            given = [
                {"person": person, "cash": cash, "need": "hardship"}
                for person, cash in zip(turn[n * LIST :], part, strict=False)
            ]
            fields = {"programme": "visit", "occasion": "hardship", "fund": term.pen.funds[fund]}
            term.add("care", term.day(year), fields=fields, **rows("recipients", given))


def _raise_money(term: Term) -> None:
    """The province's social fund, other charities, and what went to the communes."""
    for purpose, direction, whole in (
        ("social_fund", "collected", SOCIAL_FUND),
        ("charity", "collected", CHARITY),
        ("countryside", "given", COUNTRYSIDE),
    ):
        parts = shared(whole // 100_000, [2 * len(YEARS) + n for n in range(2 * len(YEARS))])
        for n, part in enumerate(parts):
            fields = {"purpose": purpose, "direction": direction, "cash": part * 100_000}
            fields |= {"receiver": "các xã trong huyện"} if direction == "given" else {}
            fields |= {"cause": "other"} if purpose == "charity" else {}
            term.add("donation", term.day(YEARS[n // 2], 3 + n % 2 * 5, 7 + n % 2 * 5), fields=fields)


def _confer(term: Term) -> None:
    """Every office and enterprise confers once a year; the standing committee meets members four times."""
    for year in YEARS:
        on = date(year, 12, 18)
        for what, enterprise in (("staff_conference", False), ("workers_conference", True)):
            found = Employer.objects.filter(pk__in=organisers(term.upper, on), enterprise=enterprise)
            fields = {"what": what, "about": f"năm {year}"}
            term.add(
                "gathering", on, fields=fields, **rows("employers", [{"employer": one} for one in found])
            )
    for on in MEETINGS:
        fields = {"what": "leaders_dialogue", "about": "Ban Thường vụ với đoàn viên, CNVCLĐ"}
        term.add("gathering", on, fields=fields)


def _recognise(term: Term) -> None:
    """Initiatives of the grassroots every year, and one of the province's."""
    for year, count in zip(
        YEARS, shared(INITIATIVES, [len(YEARS) + n for n in range(len(YEARS))]), strict=True
    ):
        _initiatives(term, year, "grassroots", count)
    _initiatives(term, 2016, "province", 1)


def _initiatives(term: Term, year: int, level: str, count: int) -> None:
    authors = [
        {"union": union, "person": person, "work": f"Sáng kiến số {n} năm {year}"}
        for n, (union, person) in enumerate(islice(term.everybody(), count), start=1)
    ]
    fields = {"sort": "recognised", "level": level, "achievement_year": year, "number": f"{year % 100}/QĐ"}
    term.add(
        "initiative", min(date(year + 1, 1, 15), date(2018, 2, 9)), fields=fields, **rows("authors", authors)
    )


def _build_the_party(term: Term) -> None:
    """Who is introduced one year is admitted the next; each only once."""
    for step, count in (("introduced", INTRODUCED), ("admitted", ADMITTED)):
        turn = islice(term.everybody(), count)
        for year, some in zip(YEARS, shared(count, [1] * len(YEARS)), strict=True):
            given = [{"person": person, "union": union} for union, person in islice(turn, some)]
            months = (3, 7) if step == "introduced" else (9, 12)
            for part in pieces(given, (LIST,)):
                term.add("party", term.day(year, *months), fields={"step": step}, **rows("members", part))


def _inspect(term: Term) -> None:
    """Half of the inspections by the district, on trips to some unions; half by the unions themselves."""
    for subject in ("charter", "finance"):
        lower, own = INSPECTIONS // 2, INSPECTIONS - INSPECTIONS // 2
        hosts = iter([union for _ in range(2) for union in term.old()])
        for n, size in enumerate(shared(lower, [1] * 15)):
            fields = {"subject": subject, "level": "lower", "number": f"{n + 1:02d}/TB-UBKT"}
            given = [{"union": union} for union in islice(hosts, size)]
            term.add("inspection", term.day(YEARS[n % 5]), fields=fields, **rows("unions", given))
        for n in range(own):
            union = term.old()[n % len(term.old())]
            fields = {"subject": subject, "level": "own"}
            term.pen.add(
                "inspection", union, term.day(YEARS[n // len(term.old()) * 2]), for_them=True, fields=fields
            )


def _house(term: Term) -> None:
    """Houses of the province's fund, and capital lent to five households."""
    people = [person for _, person in term.everybody()]
    for year, build, parts in HOUSES:
        given = [
            {"person": people.pop(), "from_fund": part * M, "from_family": 2 * part * M} for part in parts
        ]
        fields = {"build": build, "fund": term.pen.funds["laocai-mai-am"]}
        term.add("shelter", term.day(year), fields=fields, **rows("houses", given))
    fund = term.pen.funds["muongkhuong-von-vay"]
    with as_of(moment(BOOK_BEGAN)):
        open_book(fund=fund, day=date(2014, 1, 2), opening=LENT, by=None)
        for _ in range(BORROWERS):
            lend(
                fund=fund,
                person=people.pop(),
                amount=LENT // BORROWERS,
                months=60,
                day=date(2016, 3, 7),
                by=None,
            )


def _teach(term: Term) -> None:
    """Resolutions and the law reach almost everybody; some study further every year."""
    weights = [len(term.pen.members(union)) for union in term.unions]
    reached = [
        {"union": union, "people": people, "first": people}
        for union, people in zip(term.unions, shared(REACHED, weights), strict=True)
    ]
    fields = {"what": "resolution", "topic": "party", "about": "nghị quyết, chính sách, pháp luật"}
    term.add("study", date(2017, 11, 8), fields=fields, **rows("groups", reached))
    for year, people in zip(YEARS, shared(STUDIED, [1] * len(YEARS)), strict=True):
        some = zip(term.old(), shared(people, weights[: len(term.old())]), strict=True)
        given = [{"union": union, "people": count, "first": count} for union, count in some if count]
        fields = {"what": "skills", "course": "professional", "about": "nâng cao trình độ, tay nghề"}
        term.add("study", term.day(year), fields=fields, **rows("groups", given))


def _raise_culture(term: Term) -> None:
    """Workplaces and families that met the standard in the term's last full year."""
    day = date(2018, 1, 22)
    places = Employer.objects.filter(pk__in=organisers(term.upper, date(2017, 11, 30))).order_by("code")
    cultured = [{"employer": one} for one in places[: len(places) - UNCULTURED]]
    fields = {"achievement_year": 2017, "number": "31/QĐ-UBND"}
    term.add("recognition", day, fields={"what": "workplace", **fields}, **rows("employers", cultured))
    weights = [len(term.pen.members(union)) for union in term.unions]
    pairs = zip(shared(FAMILIES * 95 // 100, weights), shared(FAMILIES, weights), strict=True)
    counts = [
        {"union": union, "count": count, "whole": whole}
        for union, (count, whole) in zip(term.unions, pairs, strict=True)
    ]
    term.add("recognition", day, fields={"what": "family", **fields}, **rows("counts", counts))
