"""The papers laid before a conference that come of other books: who is commended, the plan of the new year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from congdoan.base.docx import Paper
from congdoan.base.words import small
from congdoan.org.queries import superiors, under
from congdoan.papers.models import Plan
from congdoan.papers.printing import plan_paper
from congdoan.records.kinds.commendation import Awardee, Collective, Commendation
from congdoan.records.paper_templates import WIDTH
from congdoan.records.titles import Award, Issuer

from .models import Meeting
from .paper_templates import FOLDER
from .papers import around, written
from .parts import Part, planned, register, summed

PEOPLE = (("STT", False), ("Họ và tên", False), ("Công đoàn", False))
COLLECTIVES = (("STT", False), ("Tập thể", False), ("Công đoàn", False))


@dataclass
class Granted:
    """Who was granted one award by one level."""

    collectives: list[list[str]] = field(default_factory=list)
    people: list[list[str]] = field(default_factory=list)


def awards(meeting: Meeting) -> bytes:
    """Danh sách khen thưởng: of the union and those under it, for the year summed up; the highest first."""
    paper, found = Paper(FOLDER / "awards.docx"), _granted(meeting)
    every = [["00", *row] for granted in found.values() for row in (*granted.collectives, *granted.people)]
    for number, (heading, granted) in enumerate(found.items(), start=1):
        paper.heading("các nhóm", f"{number}. {heading}: {_many(granted)}")
        for heads, rows in ((COLLECTIVES, granted.collectives), (PEOPLE, granted.people)):
            if rows:
                paper.heading("các nhóm", heads[1][0] if heads is COLLECTIVES else "Cá nhân")
                paper.table("các nhóm", heads, _listed(rows), WIDTH, like=every)
    paper.say(around(meeting) | {"các nhóm": "", "năm": str(summed(meeting).year)})
    return written(paper, meeting, "Danh sách khen thưởng")


def plan(meeting: Meeting) -> bytes:
    """Kế hoạch: the plan of the new year, as its own room prints it."""
    found = _plan(meeting)
    assert found
    return plan_paper(found, meeting.day)


def _listed(rows: Sequence[list[str]]) -> list[list[str]]:
    return [[str(n), *row] for n, row in enumerate(rows, 1)]


def _granted(meeting: Meeting) -> dict[str, Granted]:
    """The awards by form and level, the highest first; people by given name."""
    found: dict[str, Granted] = defaultdict(Granted)
    records = sorted(_records(meeting), key=lambda one: (_rank(one), one.pk))
    for record in records:
        granted = found[_called(record)]
        for row in Collective.objects.filter(record=record).select_related("union"):
            granted.collectives.append([row.called, row.union.name])
        rows = Awardee.objects.filter(record=record).select_related("person", "union")
        granted.people += [[row.person.name, row.union.name] for row in rows.order_by("person__given_key")]
    return found


def _records(meeting: Meeting) -> QuerySet[Commendation]:
    rows = Commendation.objects.filter(withdrawn=False, achievement_year=summed(meeting).year)
    return rows.filter(
        unit__in=under(meeting.unit, meeting.day), happened_on__lte=meeting.day
    ).select_related("unit__kind")


def _rank(record: Commendation) -> tuple[int, int]:
    return -Issuer.values.index(record.issuer), Award.values.index(record.award)


def _called(record: Commendation) -> str:
    """ "Bằng khen của LĐLĐ tỉnh": who gave it by its own name, where the tree tells."""
    above = [record.unit, *superiors(record.unit, record.happened_on)]
    own = record.issuer in (Issuer.UPPER, Issuer.GRASSROOTS)
    named = next((one.name for one in above if own or one.kind.code == record.issuer), "")
    return f"{record.get_award_display()} của {named or record.get_issuer_display()}"


def _many(granted: Granted) -> str:
    counts = ((len(granted.collectives), "tập thể"), (len(granted.people), "cá nhân"))
    return ", ".join(f"{small(count)} {what}" for count, what in counts if count)


def _plan(meeting: Meeting) -> Plan | None:
    """The plan of the union for the new year."""
    first = date(planned(meeting), 1, 1)
    return Plan.objects.filter(unit=meeting.unit, sort=Plan.Sort.YEAR, first_on=first, unmade=None).first()


def _no_awards(meeting: Meeting) -> str:
    return "" if _records(meeting).exists() else f"Năm {summed(meeting).year} chưa ghi khen thưởng."


def _no_plan(meeting: Meeting) -> str:
    return "" if _plan(meeting) else f"Chưa lập kế hoạch năm {planned(meeting)}."


def announce() -> None:
    """Tell which papers there are."""
    register(Part("danh-sach-khen-thuong", "Danh sách khen thưởng", 60, awards, _no_awards, looks_back=True))
    register(Part("ke-hoach", "Kế hoạch năm mới", 70, plan, _no_plan))
