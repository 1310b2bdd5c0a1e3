"""An issued report goes to the union above: by what was asked for, or simply sent."""

from datetime import date, timedelta

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import parent
from congdoan.papers import asking, offering, sending
from congdoan.papers.models import Paper, ReportDue

from .models import Report

LASTING = {"month": 30, "quarter": 91, "half_year": 182, "year": 365}  # days


def announce() -> None:
    """Tell papers which report answers a request."""
    offering.register(paper_for)


def paper_for(due: ReportDue) -> Paper | None:
    """The paper of the report this union issued for the time asked about."""
    issued = Report.objects.filter(unit=due.unit, state=Report.State.ISSUED, paper__withdrawn=None)
    found = issued.filter(period=asked_about(due.asked.period, due.asked.due_on)).order_by("-pk")
    return next((report.paper for report in found.select_related("paper")), None)


def waiting(report: Report) -> list[ReportDue]:
    """What the union was asked for that this report answers, the soonest due first."""
    rows = ReportDue.objects.filter(unit=report.unit, filed_on=None, asked__withdrawn=None)
    owed = rows.select_related("asked__unit", "unit").order_by("asked__due_on")
    return [due for due in owed if asked_about(due.asked.period, due.asked.due_on) == report.period]


def above(report: Report) -> Unit | None:
    """To whom it may still be sent: the union above, unless it has it."""
    found = parent(report.unit, today())
    sent = Paper.objects.filter(original=report.paper, unit=found, withdrawn=None) if report.paper else None
    return found if sent is not None and not sent.exists() else None


def send(*, report: Report, by: int | None) -> None:
    """File it for everything it answers; where nothing was asked, send it to the union above."""
    paper, day = report.paper, today()
    if paper is None:
        raise Refused(
            "Báo cáo chưa ban hành, hoặc ban hành khi chưa có sổ văn bản; hãy nộp ở “Báo cáo phải nộp”."
        )
    owed = waiting(report)
    for due in owed:
        asking.file(due=due, on=day, paper=paper, by=by)
    to = above(report)
    if to and not owed:
        sending.send(paper=paper, to=to, on=day, by=by)


def asked_about(kind: str, due_on: date) -> str:
    """The code of the time a report due on a day tells of: of its kind, most of it over by that day."""
    if kind not in LASTING:
        return ""
    day = due_on - timedelta(days=LASTING[kind] // 2)
    part = {
        "month": f"-{day.month:02d}",
        "quarter": f"-Q{(day.month + 2) // 3}",
        "half_year": f"-H{1 + (day.month > 6)}",
        "year": "",
    }
    return f"{day.year}{part[kind]}"
