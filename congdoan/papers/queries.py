"""Questions about papers, reports owed and plans: which a person may see, how they stand, what is due."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.errors import NotHere
from congdoan.base.text import fold
from congdoan.org.due import Due
from congdoan.org.models import Unit

from .models import Paper, Plan, PlanLine, ReportAsked, ReportDue, Scan
from .progress import DONE, Standing, standing

SOON = timedelta(days=30)  # what is due by then is worth a word today
STATES = {"gone": "Đã hủy", "done": "Đã xử lý", "late": "Quá hạn", "open": "Chờ xử lý"}
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Row:
    """A paper as the register shows it: how it stands (`done`, `late`, `open`, `gone`, or nothing), whether scanned."""

    paper: Paper
    state: str
    scanned: bool

    @property
    def label(self) -> str:
        return STATES.get(self.state, "")


def due(unit: Unit, day: date) -> list[Due]:
    """What a union itself owes, late or within a month: papers to handle, reports to file, lines of its plans."""
    found = [*_due_papers(unit, day), *_due_reports(unit, day), *_due_lines(unit, day)]
    return sorted(found, key=lambda one: (str(one.due_on), one.what))


def register(unit: Unit, way: str, text: str = "") -> QuerySet[Paper]:
    """The register of a union, the newest number first; those that hold every word typed, accents or not."""
    rows = Paper.objects.filter(unit=unit, way=way).select_related("answers")
    for word in fold(text).split():
        rows = rows.filter(text_key__contains=word)
    day = "dated_on" if way == Paper.Way.OUT else "arrived_on"
    return rows.order_by("-year", f"-{day}", "-number", "-pk")


def listed(papers: Iterable[Paper], day: date) -> list[Row]:
    """How these papers stand on a day."""
    rows = list(papers)
    pks = [row.pk for row in rows]
    answered = set(Paper.objects.filter(answers__in=pks, withdrawn=None).values_list("answers", flat=True))
    scanned = set(Scan.objects.filter(paper__in=pks, removed=None).values_list("paper", flat=True))
    return [Row(row, _state(row, row.pk in answered, day), row.pk in scanned) for row in rows]


def years(unit: Unit, way: str) -> list[int]:
    """The years there are papers of, the latest first."""
    rows = Paper.objects.filter(unit=unit, way=way).values_list("year", flat=True)
    return sorted(rows.distinct(), reverse=True)


def paper_or_404(user: Somebody, uid: uuid.UUID) -> Paper:
    """The paper of that uid, if this person may see it."""
    seen = access.narrow(Paper.objects.all(), user, day="dated_on")
    found = (
        seen.select_related("unit__kind", "answers", "original__unit", "withdrawn").filter(uid=uid).first()
    )
    if found is None:
        raise NotHere("Không có văn bản nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def original(user: Somebody, paper: Paper) -> list[Paper]:
    """The paper out that a paper in is, if this person may see it."""
    return list(access.narrow(Paper.objects.filter(copies=paper), user, day="dated_on"))


def scans(*papers: Paper) -> QuerySet[Scan]:
    """The scans that stand with a paper, or with several."""
    return Scan.objects.filter(paper__in=papers, removed=None).select_related("file", "paper").order_by("pk")


def scan_or_404(user: Somebody, uid: uuid.UUID) -> Scan:
    """A scan of a paper this person may see."""
    found = Scan.objects.filter(uid=uid, removed=None).select_related("file").first()
    if found is None:
        raise NotHere("Không có tệp nào ở địa chỉ này trong phạm vi bạn được xem.")
    found.paper = paper_or_404(user, found.paper.uid)
    return found


def answerable(unit: Unit, answer: Paper | None = None) -> QuerySet[Paper]:
    """The papers in that a union may be answering: of late, and the one an answer names already."""
    rows = Paper.objects.filter(unit=unit, way=Paper.Way.IN, withdrawn=None)
    chosen = Q(pk=answer.answers_id) if answer and answer.answers_id else Q()
    open_ones = Q(due_on__isnull=False, done_on=None) | Q(arrived_on__gte=_latest(rows) - A_YEAR)
    return rows.filter(chosen | open_ones).order_by("-arrived_on", "-pk")


def issued(unit: Unit, offered: Paper | None = None) -> QuerySet[Paper]:
    """The papers a union issued of late, the newest first, and one offered: to be named by a plan, a request, a report
    filed."""
    rows = Paper.objects.filter(unit=unit, way=Paper.Way.OUT, withdrawn=None)
    late = Q(dated_on__gte=_latest(rows) - A_YEAR) | Q(pk=offered.pk if offered else None)
    return rows.filter(late).order_by("-dated_on", "-pk")


def reports_asked(unit: Unit) -> QuerySet[ReportAsked]:
    """What a union asked of those under it, the latest due first, with how many owe it and how many have filed."""
    rows = ReportAsked.objects.filter(unit=unit).annotate(
        many=Count("owed"),
        filed=Count("owed", filter=Q(owed__filed_on__isnull=False)),
        on_time=Count("owed", filter=Q(owed__filed_on__lte=F("due_on"))),
    )
    return rows.order_by("-due_on", "-pk")


def reports_owed(unit: Unit) -> QuerySet[ReportDue]:
    """What a union was asked for from above: what is still owed first, the soonest due on top."""
    rows = ReportDue.objects.filter(unit=unit, asked__withdrawn=None)
    return rows.select_related("asked__unit", "paper").order_by(
        F("filed_on").asc(nulls_first=True), "asked__due_on", "pk"
    )


def asked_or_404(user: Somebody, uid: uuid.UUID) -> ReportAsked:
    """A report asked for, seen by who sees the union that asked."""
    seen = access.narrow(ReportAsked.objects.all(), user, day="due_on")
    found = seen.select_related("unit__kind", "paper").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có yêu cầu báo cáo nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def due_or_404(user: Somebody, uid: uuid.UUID) -> ReportDue:
    """A report owed, seen by who sees the union that owes it or the one that asked."""
    seen = access.units_seen(user).values("pk")
    rows = ReportDue.objects.filter(Q(unit__in=seen) | Q(asked__unit__in=seen), uid=uid)
    found = rows.select_related("unit__kind", "asked__unit", "asked__paper", "paper").first()
    if found is None:
        raise NotHere("Không có báo cáo phải nộp nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def plans(unit: Unit) -> QuerySet[Plan]:
    """The plans of a union, the newest first."""
    rows = Plan.objects.filter(unit=unit, unmade=None).select_related("unit__kind", "paper")
    return rows.order_by("-first_on", "sort", "pk")


def plan_or_404(user: Somebody, uid: uuid.UUID) -> Plan:
    """The plan of that uid, if this person may see it."""
    seen = access.narrow(Plan.objects.filter(unmade=None), user, day="first_on")
    found = seen.select_related("unit__kind", "paper").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có kế hoạch nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def line_or_404(user: Somebody, uid: uuid.UUID) -> PlanLine:
    """The line of that uid, if this person may see its plan."""
    found = PlanLine.objects.filter(uid=uid, unmade=None).select_related("plan").first()
    if found is None:
        raise NotHere("Không có dòng kế hoạch nào ở địa chỉ này.")
    found.plan = plan_or_404(user, found.plan.uid)
    return found


def lines_from(source: uuid.UUID, day: date) -> list[Standing]:
    """The lines that one thing (the conclusion of a meeting) asked for, and how they stand."""
    rows = PlanLine.objects.filter(source=source, unmade=None, plan__unmade=None)
    return standing(rows.select_related("plan__unit__kind"), day)


def open_papers(rows: QuerySet[Paper]) -> QuerySet[Paper]:
    """Of these, the ones that have a day they are due and that nobody has yet answered or said to be done."""
    answers = Paper.objects.filter(answers=OuterRef("pk"), withdrawn=None)
    return rows.filter(~Exists(answers), due_on__isnull=False, done_on=None, withdrawn=None)


def _due_papers(unit: Unit, day: date) -> Iterable[Due]:
    for paper in open_papers(Paper.objects.filter(unit=unit, due_on__lte=day + SOON)):
        assert paper.due_on
        yield Due(f"{paper}: {paper.subject}", unit, paper.due_on, "paper", paper.uid)


def _due_reports(unit: Unit, day: date) -> Iterable[Due]:
    rows = ReportDue.objects.filter(unit=unit, filed_on=None, asked__withdrawn=None)
    for owed in rows.filter(asked__due_on__lte=day + SOON).select_related("asked"):
        yield Due(f"Nộp {owed.asked}", unit, owed.asked.due_on, "report_due", owed.uid)


def _due_lines(unit: Unit, day: date) -> Iterable[Due]:
    running = PlanLine.objects.filter(plan__unit=unit, plan__unmade=None, plan__last_on__gte=day - SOON)
    near = running.filter(unmade=None, done_on=None, due_on__lte=day + SOON)
    for one in standing(near.select_related("plan__unit__kind"), day):
        if one.state != DONE:
            yield Due(one.line.what, unit, one.line.due_on, "plan", one.line.plan.uid)


def _latest(rows: QuerySet[Paper]) -> date:
    """The day of the newest of these papers."""
    newest = rows.order_by("-dated_on").values_list("dated_on", flat=True).first()
    return newest or date.max


def _state(paper: Paper, answered: bool, day: date) -> str:
    if paper.withdrawn_id:
        return "gone"
    if answered or paper.done_on:
        return "done"
    if paper.due_on is None:
        return ""
    return "late" if paper.due_on < day else "open"
