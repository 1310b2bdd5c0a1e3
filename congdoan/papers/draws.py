"""What papers and reports owed add to figures."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse

from congdoan.ledger.origins import PAPER, REPORT_DUE, Draw, Origin, Told, register

from .models import Paper, ReportDue, Scan

PAPERS, DIGITISED = "digital.papers_and_meetings", "digital.papers_and_meetings_digitised"
DUE, ON_TIME = "digital.reports_due", "digital.reports_on_time"
OF_THE_END = (Paper.Sort.REPORT, Paper.Sort.MINUTES)


def of_paper(paper: Paper, *, scanned: bool) -> Iterator[Draw]:
    """A paper issued, on its day, where it was issued; digitised if born so or scanned. A paper in is another's paper out.
    What a body that has ended still signs, its closing report and its minutes, counts nowhere."""
    closes = paper.sort in OF_THE_END and paper.dated_on >= paper.unit.ended_on
    if paper.way == Paper.Way.OUT and not paper.withdrawn_id and not closes:
        yield Draw(PAPERS, paper.unit_id, paper.dated_on)
        yield Draw(DIGITISED, paper.unit_id, paper.dated_on, int(paper.digital or scanned))


def of_due(due: ReportDue) -> Iterator[Draw]:
    """A report owed, on the day it is due, at the union that owes it, if it is still there; and on that day whether it came in time."""
    if not due.asked.withdrawn_id and due.asked.due_on < due.unit.ended_on:
        cut = {"report": due.asked.period}
        yield Draw(DUE, due.unit_id, due.asked.due_on, cut=cut)
        yield Draw(ON_TIME, due.unit_id, due.asked.due_on, int(due.on_time), cut=cut)


def _papers() -> Iterator[tuple[int, Iterable[Draw]]]:
    scans = Scan.objects.filter(paper=OuterRef("pk"), removed=None)
    for paper in Paper.objects.select_related("unit").annotate(scanned=Exists(scans)).iterator():
        yield paper.pk, of_paper(paper, scanned=paper.scanned)


def _dues() -> Iterator[tuple[int, Iterable[Draw]]]:
    for due in ReportDue.objects.select_related("asked", "unit").iterator():
        yield due.pk, of_due(due)


def _tell_papers(numbers: Collection[int]) -> dict[int, Told]:
    """By number alone: what a paper is about may name somebody."""
    rows = Paper.objects.filter(pk__in=numbers)
    return {row.pk: Told(str(row), url=reverse("paper", args=[row.uid])) for row in rows}


def _tell_dues(numbers: Collection[int]) -> dict[int, Told]:
    rows = ReportDue.objects.filter(pk__in=numbers).select_related("asked", "unit")
    return {
        row.pk: Told(row.asked.what, row.unit.name, reverse("report_due", args=[row.uid])) for row in rows
    }


def announce() -> None:
    """Tell the ledger that this room draws entries."""
    register(Origin(PAPER, "văn bản", _papers, frozenset({PAPERS, DIGITISED}), _tell_papers))
    register(Origin(REPORT_DUE, "báo cáo phải nộp", _dues, frozenset({DUE, ON_TIME}), _tell_dues))
