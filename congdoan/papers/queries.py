"""Questions about papers, reports owed and plans: which a person may see, how they stand, what is due."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.errors import NotHere
from congdoan.org.models import Unit

from .models import Paper, Plan, PlanLine, ReportDue
from .progress import DONE, Standing, standing

SOON = timedelta(days=30)  # what is due by then is worth a word today


@dataclass(frozen=True)
class Due:
    """Something a union owes: what, by when; the name and the arguments of the page where it is done."""

    title: str
    due_on: date
    page: str
    args: tuple[object, ...]


def due(unit: Unit, day: date) -> list[Due]:
    """What a union itself owes, late or within a month: papers to handle, reports to file, lines of its plans."""
    found = [*_due_papers(unit, day), *_due_reports(unit, day), *_due_lines(unit, day)]
    return sorted(found, key=lambda one: (one.due_on, one.title))


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
        yield Due(f"{paper}: {paper.subject}", paper.due_on, "paper", (paper.uid,))


def _due_reports(unit: Unit, day: date) -> Iterable[Due]:
    rows = ReportDue.objects.filter(unit=unit, filed_on=None, asked__withdrawn=None)
    for owed in rows.filter(asked__due_on__lte=day + SOON).select_related("asked"):
        yield Due(f"Nộp {owed.asked}", owed.asked.due_on, "report_file", (owed.uid,))


def _due_lines(unit: Unit, day: date) -> Iterable[Due]:
    running = PlanLine.objects.filter(plan__unit=unit, plan__unmade=None, plan__last_on__gte=day - SOON)
    near = running.filter(unmade=None, done_on=None, due_on__lte=day + SOON)
    for one in standing(near.select_related("plan__unit__kind"), day):
        if one.state != DONE:
            yield Due(one.line.what, one.line.due_on, "plan", (one.line.plan.uid,))
